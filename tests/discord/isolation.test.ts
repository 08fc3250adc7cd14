import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite } from '../web/site.js';
import { confirm, isDone, MONA } from './desk.js';
import { useNewsroom } from './newsroom.js';
import { startBotHere } from './stand-in/bot-here.js';
import { FORGED, forgedIds, own, SITE, VERBS, WORDS, type Owned } from './owned.js';
import type { Command, Option } from './stand-in/commands.js';
import type { Acting, Outcome } from './stand-in/person.js';
import { idOf } from './stand-in/world.js';
import { STORIES } from './stories.js';

const site = await startSite((request, response) => {
  const body = SITE[request.url ?? ''];
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/rss+xml' });
  response.end(body);
});
afterAll(() => site.close());

const use = useNewsroom(STORIES, { OPERATOR_IDS: idOf('user olga'), PRIVATE_HOSTS: site.host }, startBotHere);
const person = () => use.newsroom.person;
let owned: Owned;
beforeAll(async () => {
  owned = await own(use.newsroom, site.url);
}, 60_000);

type Values = Readonly<Record<string, string>>;

/** For each command what would reach what the server owns. */
const CASES: Readonly<Record<string, (of: Owned) => readonly Values[]>> = {
  ask: ({ question, speakers, stories }) => [
    { question },
    ...speakers.map((speaker) => ({ question, speaker })),
    ...stories.map((story) => ({ question, story })),
  ],
  who: ({ speakers }) => speakers.map((name) => ({ name })),
  check: ({ words, speakers }) => [
    { quote: words },
    ...speakers.map((speaker) => ({ quote: words, speaker })),
  ],
  help: () => [{}],
  'corpus add': () => [{}],
  'corpus feed add': () => [{ link: `${site.url}/gone` }],
  'corpus feed list': () => [{}],
  'corpus feed remove': ({ feeds }) => feeds.map((feed) => ({ feed })),
  'corpus list': ({ title }) => [{}, { filter: title }],
  'corpus show': ({ stories }) => stories.map((story) => ({ story })),
  'corpus remove': ({ stories }) => stories.map((story) => ({ story })),
  'corpus history': () => [{}],
  'corpus undo': ({ changes }) => changes.map((change) => ({ change })),
  'corpus speaker merge': ({ speakers }) =>
    speakers.flatMap((speaker) => [
      { speaker, into: 'Ana Duarte' },
      { speaker: 'Ana Duarte', into: speaker },
    ]),
  'corpus speaker rename': ({ speakers }) => speakers.map((speaker) => ({ speaker, name: 'Zed' })),
  'corpus speaker split': ({ speakers, stories }) => [
    ...speakers.map((speaker) => ({ speaker, name: 'Zed', story: 'A bridge for the valley' })),
    ...stories.map((story) => ({ speaker: 'Ana Duarte', name: 'Zed', story })),
  ],
  'corpus refresh': () => [{}],
  'corpus status': () => [{}],
  'corpus settings': () => [{}],
};

/** People who may see nothing of it. */
const STRANGERS: Readonly<Record<string, Acting & { readonly user: string }>> = {
  'a moderator of another server': { user: 'gus', guild: 'gazette', permissions: P.ManageGuild },
  'the operator in direct messages': { user: 'olga', dm: true },
  'anybody in direct messages': { user: 'eve', dm: true },
  'anybody in a group': { user: 'eve', dm: 'group' },
  'a moderator of a server that has not installed the bot': {
    user: 'gus',
    guild: 'other',
    install: 'user',
    permissions: P.ManageGuild,
  },
};

/** The paths of the commands that Discord has, with their options. */
function registered(): { path: string; options: readonly Option[] }[] {
  const leaves = (
    path: string,
    options: readonly Option[],
  ): { path: string; options: readonly Option[] }[] => {
    const below = options.filter((o) => o.type <= 2);
    return below.length > 0
      ? below.flatMap((o) => leaves(`${path} ${o.name}`, o.options ?? []))
      : [{ path, options }];
  };
  return commands('slash').flatMap((c) => leaves(c.name, c.options));
}

function commands(kind: 'slash' | 'message'): readonly Command[] {
  return use.newsroom.standIn.commands.in(null).filter((c) => c.type === (kind === 'slash' ? 1 : 3));
}

/** Everything that came of an interaction, as text. */
function shown({ interaction, choices, messages }: Outcome): string {
  const parts = [interaction.modal, choices, messages.map((m) => m.message.components)];
  return JSON.stringify([parts, interaction.history.map((h) => h.text)]);
}

/** What of it nobody else should see and who asked didn't know. */
function leaks(outcome: Outcome, sent: unknown): string[] {
  const [text, known] = [shown(outcome).toLowerCase(), JSON.stringify(sent).toLowerCase()];
  const { changes, pending, storyKey, speakerKey, passage } = owned;
  const secret = [...WORDS, ...[...changes, ...pending, storyKey, speakerKey, passage].map(lower)];
  return secret.filter((word) => text.includes(word) && !known.includes(word));
}
const lower = (text: string) => text.toLowerCase();

/** The files of the server, by name, as they are. */
function kept(): Record<string, string> {
  const folder = join(use.newsroom.kept, 'servers', idOf('guild newsroom'));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

/** So many attempts are made at a time. */
const AT_ONCE = 40;

interface Attempt {
  readonly sent: unknown;
  readonly run: () => Promise<Outcome>;
}

/** Makes attempts, several at a time. @returns what came of each */
async function all(attempts: readonly Attempt[]): Promise<{ sent: unknown; outcome: Outcome }[]> {
  const done: { sent: unknown; outcome: Outcome }[] = [];
  for (let at = 0; at < attempts.length; at += AT_ONCE)
    done.push(
      ...(await Promise.all(
        attempts.slice(at, at + AT_ONCE).map(async ({ sent, run }) => ({ sent, outcome: await run() })),
      )),
    );
  return done;
}

/** Each command with each of its cases. */
function calls(acting: Acting, only: (path: string) => boolean = () => true): Attempt[] {
  const slash = Object.entries(CASES)
    .filter(([path]) => only(path))
    .flatMap(([path, cases]) =>
      cases(owned).map((values) => ({
        sent: [path, values],
        run: () => person().invoke(path, values, { ...acting, force: true }),
      })),
    );
  const onMessage = commands('message').filter(({ name }) => only(name));
  return [
    ...slash,
    ...onMessage.map(({ name }) => ({
      sent: [name, owned.words],
      run: () => person().onMessage(name, owned.words, { ...acting, force: true }),
    })),
  ];
}

/** Whatever is completed, with nothing typed and with what names something. */
function completions(acting: Acting): Attempt[] {
  const typed = ['', 'lantern', 'ottilie', 'valley', owned.speakerKey];
  return registered().flatMap(({ path, options }) =>
    options
      .filter((o) => o.autocomplete)
      .flatMap(({ name }) =>
        typed.map((text) => ({
          sent: [path, name, text],
          run: () => person().complete(path, name, text, { ...acting, force: true }),
        })),
      ),
  );
}

/** Each id as a button, as a select and as a form, from a message of one's own. */
async function presses(acting: Acting, ids: readonly string[]): Promise<Attempt[]> {
  const { message } = await use.newsroom.ask('When will the bridge open?', {}, acting);
  const values = [owned.speakerKey];
  const filled = { name: 'Zed', reason: 'Wrong', questions: '', seconds: '', text: '', link: '' };
  return ids.flatMap((id) => [
    { sent: id, run: () => person().press(message, id, null, acting) },
    { sent: [id, values], run: () => person().press(message, id, values, acting) },
    { sent: [id, filled], run: () => person().forge(message, id, filled, acting) },
  ]);
}

/** What is wrong with what came of attempts that must see and change nothing. */
async function violations(
  attempts: readonly Attempt[],
  isRefused: (outcome: Outcome) => boolean = () => true,
) {
  const before = kept();
  const posts = use.newsroom.standIn.posted.length;
  const found = (await all(attempts)).flatMap(({ sent, outcome }) => {
    const words = leaks(outcome, sent);
    const isFine =
      outcome.ack !== null && !outcome.text.includes('Something went wrong') && isRefused(outcome);
    return words.length > 0 || !isFine ? [{ sent, words, text: outcome.text }] : [];
  });
  expect(kept()).toEqual(before);
  expect(use.newsroom.standIn.posted.slice(posts)).toEqual([]);
  return found;
}

test('no command, button or select is without a case', () => {
  expect(
    registered()
      .map((c) => c.path)
      .toSorted(),
  ).toEqual(Object.keys(CASES).toSorted());
  const verbs = owned.seen.flatMap((id) => (id.startsWith('n:') ? [id.split(':')[1]] : []));
  expect(Object.keys(VERBS)).toEqual(expect.arrayContaining(verbs));
  const kinds = new Set(forgedIds(owned, idOf('user ada')).map((id) => id.split(':')[0]));
  expect(kinds.size).toBe(Object.keys(FORGED).length);
  expect(Object.values(owned).filter((value) => value.length === 0)).toEqual([]);
  expect(owned.changes.length).toBeGreaterThan(4);
});

test('the server itself reaches all of it', async () => {
  const outcomes = await all([
    ...calls({}, (path) => path === 'ask' || path === 'who'),
    ...completions(MONA),
  ]);
  const found = outcomes
    .map(({ outcome }) => shown(outcome))
    .join('\n')
    .toLowerCase();
  const words = ['dawn', 'ottilie', 'valley news', 'mona', lower(owned.changes[0] ?? '?')];
  expect(words.filter((word) => !found.includes(word))).toEqual([]);
});

describe.each(Object.entries(STRANGERS))('%s', (_, acting) => {
  test('sees and changes nothing by any command', async () => {
    expect(await violations(calls(acting))).toEqual([]);
  }, 60_000);

  test('… by any completion', async () => {
    expect(await violations(completions(acting))).toEqual([]);
  }, 60_000);

  test('… by any button, select or form', async () => {
    const ids = forgedIds(owned, idOf(`user ${acting.user}`));
    expect(await violations(await presses(acting, ids))).toEqual([]);
  }, 60_000);
});

test('a member without rights sees the server’s stories, and moderates nothing', async () => {
  const eve = { user: 'eve' };
  const moderators = forgedIds(owned, idOf('user eve')).filter((id) => /^[knt]:/u.test(id));
  const attempts = [...calls(eve, (path) => path.startsWith('corpus')), ...(await presses(eve, moderators))];
  expect(await violations(attempts, ({ text }) => text.includes('Only moderators'))).toEqual([]);
  const moderatorsOptions = completions(eve).filter(({ sent }) => String(sent).startsWith('corpus'));
  expect(await violations(moderatorsOptions, ({ choices }) => choices.length === 0)).toEqual([]);
  expect((await use.newsroom.ask(owned.question, {}, eve)).text).toContain('until dawn');
}, 60_000);

test('afterwards all of it is as it was, and what was to be confirmed still can be', async () => {
  expect((await use.newsroom.ask(owned.question)).text).toMatch(/until dawn[^]*\*\*Ottilie Quist\*\*/u);
  expect((await person().invoke('corpus feed list', {}, MONA)).text).toContain('1 feed');
  const again = await person().invoke('corpus history', {}, MONA);
  const id = `n:look:${owned.pending[0]}:0`;
  const shownAgain = await person().press(again.message, id, null, { ...MONA, until: isDone });
  expect((await confirm(person(), shownAgain)).text).toContain('The lantern feast: replaced');
});
