import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { activeMarks, quotations, read, unbold } from '../replies/discord-text.js';
import { useNewsroom } from './newsroom.js';
import { startBotHere } from './stand-in/bot-here.js';

/** Everything that Discord makes something of, in one line. */
const HOSTILE =
  '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678> **bold** *it* __under__ _it_ ~~gone~~ `code` ||spoiler|| [masked](https://evil.example) https://evil.example <https://evil.example> <t:0:R> <a:x:123456789012345678> </ask:123456789012345678> \\*';
const LINES: readonly (readonly [mark: string, animal: string])[] = [
  ['# Heading', 'penguin'],
  ['### Heading', 'zebra'],
  ['-# Small', 'otter'],
  ['> Quote', 'heron'],
  ['>>> Quote', 'badger'],
  ['- List', 'lizard'],
  ['* List', 'weasel'],
  ['+ List', 'beaver'],
  ['1. List', 'falcon'],
  ['2) List', 'turtle'],
  ['```js', 'hedgehog'],
];
/** Short enough for a place that cuts. */
const SHORT = '@everyone **b** ||s|| [m](https://evil.example) <@123456789012345678>';

const use = useNewsroom(
  {
    'walrus.txt': `---
title: ${JSON.stringify(`Walrus ${SHORT}`)}
outlet: ${JSON.stringify(SHORT)}
date: 2025-05-23
---
“The walrus sings ${HOSTILE} at noon,” Ana Duarte said.

${LINES.map(([mark, animal]) => `${mark} of a ${animal} that lives behind the old mill and sleeps all winter long.`).join('\n\n')}

“Ends here,” Ana Duarte said.
`,
    'narwhal.txt': `Narwhals

“A narwhal ${SHORT} is no walrus,” Tomas Reyes said.
`,
  },
  {},
  startBotHere,
);

/** A text as Discord shows it. */
const shown = (text: string) => read(unbold(text));

/** What Discord would act on in a message, our own bold and marks at the beginnings of lines aside. */
function formatted(text: string): string[] {
  return unbold(text)
    .split('\n')
    .flatMap((line) => activeMarks(line.replace(/^(?:> |-# )/u, '')));
}

describe.concurrent('text that would format, link or mention', () => {
  test('in a story shows as it stands', async () => {
    const { message } = await use.newsroom.ask('What does the walrus sing?');
    expect(formatted(message.text)).toEqual([]);
    const [words = ''] = quotations(message.text);
    expect(shown(words)).toBe(`“The walrus sings ${HOSTILE} at noon,” Ana Duarte said.`);
    expect(shown(message.text)).toContain(`-# Walrus ${SHORT} · @everyone **b** ||s||`);
  });

  test.each(LINES)('at the beginning of a line: %s', async (mark, animal) => {
    const { message } = await use.newsroom.ask(`Where does the ${animal} live?`);
    expect(formatted(message.text)).toEqual([]);
    expect(quotations(message.text).map(shown)).toContainEqual(
      expect.stringContaining(`${mark} of a ${animal} that`),
    );
    const label = message.labels.find((l) => l.startsWith('In context')) ?? '';
    const context = await use.newsroom.person.click(message, label);
    expect(formatted(context.text)).toEqual([]);
    expect(shown(context.text)).toContain(`${mark} of a ${animal} that`);
  });

  test('in a question, in a name and in an option', async () => {
    const user = `*Ada* @everyone`;
    const found = await use.newsroom.ask(`Walrus sings? ${HOSTILE}`.slice(0, 500), {}, { user });
    expect(formatted(found.text)).toEqual([]);
    const none = await use.newsroom.ask(`Zeppelin ${SHORT}\n# Heading\n> quote`, {}, { user });
    expect(formatted(none.text)).toEqual([]);
    for (const wrong of [{ speaker: SHORT }, { story: SHORT }]) {
      const { text } = await use.newsroom.ask('walrus', wrong, { user });
      expect(shown(text)).toContain(SHORT);
      expect(formatted(text)).toEqual([]);
    }
    const who = await use.newsroom.who(SHORT, {}, { user });
    expect(formatted(who.text)).toEqual([]);
    expect(shown(who.text)).toContain(SHORT);
  });

  test('in what somebody said', async () => {
    const { text } = await use.newsroom.who('Ana Duarte');
    expect(formatted(text)).toEqual([]);
    expect(shown(text)).toContain(HOSTILE);
  });

  test('in a report on the stories', async () => {
    const file = '@everyone **b** ||s|| _it_.txt';
    await use.newsroom.write({ [file]: '', 'new.txt': `New ${SHORT}\n\n“Yes,” Ana Duarte said.\n` });
    const acting = { user: '**Mona** @here', permissions: P.ManageGuild };
    const { text } = await use.newsroom.person.invoke(
      'corpus refresh',
      {},
      { ...acting, until: ({ text: t }) => /refreshed/u.test(t) },
    );
    expect(formatted(text)).toEqual([]);
    expect(shown(text)).toContain('New @everyone **b** ||s|| [m](https://evil.example)');
    const status = await use.newsroom.person.invoke('corpus status', {}, acting);
    expect(formatted(status.text.replaceAll(/<t:\d+:f>/gu, ''))).toEqual([]);
    expect(shown(status.text)).toContain('by **Mona** @here');
  });

  test('in the suggestions of a completion stays plain text of a hundred characters', async () => {
    const { choices } = await use.newsroom.person.complete('ask', 'story', 'walrus');
    expect(choices[0]?.name).toMatch(/^Walrus @everyone/u);
  });
});
