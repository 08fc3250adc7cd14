import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/all.js';
import type { Outcome } from '../src/commands/command.js';
import { replyTo } from '../src/replies/reply.js';
import type { Reply } from '../src/replies/message.js';
import { contextOf } from '../src/terminal/context.js';
import { Library } from '../src/search/library.js';
import { run } from './terminal/run.js';

const README = readFileSync('README.md', 'utf8');

/** The fenced block that follows a line of the README. */
function blockAfter(line: string): string {
  const at = README.indexOf(line);
  if (at < 0) throw new Error(`the README has no line "${line}"`);
  const block = /```\w*\n([\s\S]*?)```/u.exec(README.slice(at + line.length));
  return block?.[1]?.trimEnd() ?? '';
}

/** A message as the README draws it: its texts, and its buttons in brackets. */
function picture(reply: Reply): string {
  return reply.components
    .flatMap((container) => container.components)
    .flatMap((c) => {
      if ('content' in c) return [c.content];
      return 'components' in c
        ? [c.components.map((b) => ('label' in b ? `[${b.label}]` : '')).join(' ')]
        : [];
    })
    .join('\n')
    .replace(/<t:\d+:f>/gu, '23 May 2026 10:15');
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

  it('names every setting of .env.example', () => {
    const names = readFileSync('.env.example', 'utf8').match(/^[A-Z_]+(?==)/gmu) ?? [];
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(README).toContain(`\`${name}\``);
  });
});
