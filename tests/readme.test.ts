import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/all.js';
import type { Outcome } from '../src/commands/command.js';
import { replyTo } from '../src/replies/reply.js';
import type { Reply } from '../src/replies/message.js';
import { contextOf } from '../src/terminal/context.js';
import { Library } from '../src/search/library.js';
import { DANA, expectKind, Room, rss, type Answer } from './newsroom/room.js';
import { run } from './terminal/run.js';

const README = readFileSync('README.md', 'utf8');

/** The page of a story that is added. */
const DAM_HOLDS = `<!doctype html><html><head><title>Dam holds</title>
<meta property="og:site_name" content="The Valley Post">
<meta property="article:published_time" content="2026-05-23T08:00:00Z"></head><body><article><h1>Dam holds</h1>
<p>“The dam will hold,” said Ada Stone, an engineer, when the water had reached the upper mark on Friday night.</p>
<p>“We have counted every crack in it twice,” Stone said, and went back to her post above the valley.</p>
<p>“Nobody needs to leave the valley,” said Ben Ruthven, the mayor, who had opened the school hall for the night all the same.</p>
<p>Two hundred people slept there. The rain stopped in the morning, and by noon the water had fallen by a hand.</p>
<p>“We saw it coming”, it says on a board beside the old mill, where the water stood as high a century ago.</p>
</article></body></html>`;

/** The fenced block that follows a line of the README. */
function blockAfter(line: string): string {
  const at = README.indexOf(line);
  if (at < 0) throw new Error(`the README has no line "${line}"`);
  const block = /```\w*\n([\s\S]*?)```/u.exec(README.slice(at + line.length));
  return block?.[1]?.trimEnd() ?? '';
}

/** A message as the README draws it: its texts, its buttons in brackets, and these moments one after another. */
function picture(reply: Reply, moments = ['23 May 2026 10:15']): string {
  let moment = 0;
  return reply.components
    .flatMap((container) => container.components)
    .flatMap((c) => {
      if ('content' in c) return [c.content];
      return 'components' in c
        ? [c.components.map((b) => ('label' in b ? `[${b.label}]` : '')).join(' ')]
        : [];
    })
    .join('\n')
    .replace(/<t:\d+:f>/gu, () => moments[moment++ % moments.length] ?? '')
    .replace(/\\(?=[^\w\s])/gu, '');
}

describe('the README', () => {
  let library: Library;
  beforeAll(async () => {
    library = await Library.open('data');
  });

  async function drawn(
    name: string,
    options: Record<string, string>,
    subcommand: string | null = null,
  ): Promise<string> {
    const command = COMMANDS.find((c) => c.definition.name === name);
    const outcome: Outcome | undefined = await command?.run(
      { ...contextOf(library), actor: { id: 'dana', name: 'Dana' } },
      options,
      subcommand,
    );
    if (!outcome) throw new Error(`there is no command ${name}`);
    const reply = replyTo(outcome, { id: '123456789012345678', name: 'Dana' });
    if ('modal' in reply) throw new Error(`${name} asks for a form`);
    return picture(reply).replace(/· \d+\.\d s/u, '· 0.0 s');
  }

  it('shows what its first command prints', async () => {
    const { stdout } = await run('terminal/main.js', [
      'ask',
      'Why does Saadon think Iraq and Syria need each other?',
    ]);
    expect(
      blockAfter('npm ci && npm run ask -- "Why does Saadon think Iraq and Syria need each other?"\n```'),
    ).toBe(stdout.trimEnd());
  });

  it('shows what its view of a passage prints', async () => {
    const { stdout } = await run('terminal/main.js', ['passages']);
    // How sure it is follows from measurements, which move with the rules.
    const steady = (text: string) => text.replace(/\d+ % sure/gu, 'so sure');
    const drawing = steady(blockAfter('and how often that is right on annotated news:'));
    expect(drawing).toContain('so sure');
    expect(steady(stdout)).toContain(drawing);
  });

  it('shows each command’s reply as it is', async () => {
    expect(blockAfter('`/ask question: What did Al-Sharifi say about the pipeline?`')).toBe(
      await drawn('ask', { question: 'What did Al-Sharifi say about the pipeline?' }),
    );
    expect(blockAfter('`/ask question: What did Al-Awadi say about the pipeline?`')).toBe(
      await drawn('ask', { question: 'What did Al-Awadi say about the pipeline?' }),
    );
    expect(blockAfter('`/who name: Al-Awadi`')).toBe(await drawn('who', { name: 'Al-Awadi' }));
    expect(blockAfter('`/who name: Al-Shatri`')).toBe(await drawn('who', { name: 'Al-Shatri' }));
    const quote = 'Saadon: "Syria and Iraq do not need each other"';
    expect(blockAfter(`\`/check quote: ${quote}\``)).toBe(await drawn('check', { quote }));
    expect(blockAfter('`/corpus status`')).toBe(await drawn('corpus', {}, 'status'));
    expect(blockAfter('`/corpus refresh`')).toBe(await drawn('corpus', {}, 'refresh'));
  });

  it('shows what moderators see of a story, a feed and what was done', async () => {
    const site: Record<string, Answer> = { '/dam-holds': DAM_HOLDS };
    const room = await Room.open(site);
    const seen = async (path: string, options: Record<string, string>, moments?: string[]) => {
      const outcome = await COMMANDS.find((c) => c.definition.name === 'corpus')?.run(
        await room.context(),
        options,
        path,
      );
      if (outcome?.kind !== 'newsroom') throw new Error(`/corpus ${path} shows nothing`);
      const reply = replyTo(outcome, { id: DANA.id, name: DANA.name });
      if ('modal' in reply) throw new Error(`/corpus ${path} asks for a form`);
      return {
        view: outcome.view,
        text: picture(reply, moments).replaceAll(room.site.url, 'https://example.org'),
      };
    };
    const link = `${room.site.url}/dam-holds`;
    const preview = await seen('add', { link });
    expect(blockAfter('`/corpus add link: https://example.org/dam-holds`')).toBe(preview.text);

    await room.press('confirm', [expectKind(preview.view, 'preview').pending ?? '']);
    site['/dam-holds'] = DAM_HOLDS.replace('will hold', 'will surely hold');
    const newer = expectKind((await seen('add', { link })).view, 'preview');
    await room.press('confirm', [newer.pending ?? '']);
    const history = await seen('history', {}, ['23 May 2026 10:20', '23 May 2026 10:15']);
    expect(blockAfter('`/corpus history`')).toBe(history.text);

    site['/feed'] = { body: rss([]), headers: { 'content-type': 'application/rss+xml' } };
    const offered = await seen('feed add', { link: `${room.site.url}/feed` });
    await room.press('confirm', [expectKind(offered.view, 'feed-offer').pending]);
    const feeds = await seen('feed list', {}, ['23 May 2026 10:15', '23 May 2026 10:46']);
    expect(blockAfter('`/corpus feed list`')).toBe(feeds.text);
  }, 60_000);

  it('names every setting of .env.example', () => {
    const names = readFileSync('.env.example', 'utf8').match(/^[A-Z_]+(?==)/gmu) ?? [];
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(README).toContain(`\`${name}\``);
  });
});
