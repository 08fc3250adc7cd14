import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { folderWith } from '../folder.js';
import { run } from './run.js';

const cli = (args: readonly string[], input?: string) =>
  run('terminal/main.js', args, input === undefined ? {} : { input });
const QUESTION = 'Why does Saadon think Iraq and Syria need each other?';
const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const answer = z.strictObject({
  question: z.string(),
  found: z.boolean(),
  reason: z.string().optional(),
  passages: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string().max(1200),
      kind: z.enum(['direct', 'indirect', 'mixed', 'narration']),
      speakers: z.array(z.strictObject({ name: z.string(), role: z.string().nullable() })),
      article: z.strictObject({
        id: z.string(),
        title: z.string(),
        outlet: z.string().nullable(),
        url: z.string().nullable(),
        published: z.string().nullable(),
      }),
      score: z.number(),
    }),
  ),
});

describe('ask', () => {
  it('prints the passage, who said it, his role, and where it stands, in no colour where it is not on a terminal', async () => {
    const { code, stdout, stderr } = await cli(['ask', QUESTION]);
    expect(code).toBe(0);
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/\u001B/u);
    expect(stderr).toBe('');
    expect(stdout.replace(/\n│ /gu, ' ')).toContain(
      '“Syria and Iraq need each other – they share a border, tribal communities, and economic interdependence.',
    );
    expect(stdout).toContain('— Fareed Saadon, Kurdish academic and political analyst');
    expect(stdout).toContain(
      'Iraqi delegation hits Damascus again: Beyond a diplomatic reset? · Shafaq News · paragraph 8',
    );
  });

  it('answers each line of its input with one JSON object, in order, the last without a line end too', async () => {
    const { code, stdout } = await cli(
      ['ask', '--json'],
      `${QUESTION}\r\nWhat is the price of tea in Lima?\nWho led the delegation?`,
    );
    expect(code).toBe(0);
    const answers = lines(stdout).map((line) => answer.parse(line));
    expect(answers.map((a) => [a.question, a.found])).toEqual([
      [QUESTION, true],
      ['What is the price of tea in Lima?', false],
      ['Who led the delegation?', true],
    ]);
    expect(answers[0]?.passages[0]?.speakers[0]).toEqual({
      name: 'Fareed Saadon',
      role: 'Kurdish academic and political analyst',
    });
  });

  it('answers nothing where nothing is asked', async () => {
    expect((await cli(['ask', '--json'], '')).stdout).toBe('');
  });

  it('ends with 1 where it can’t be answered, and says what to do', async () => {
    const speaker = await cli(['ask', '--speaker', 'Zebulon Q', 'x']);
    expect([speaker.code, speaker.stderr]).toEqual([1, expect.stringContaining('nobody called “Zebulon Q”')]);
  });

  it('reads another folder, names what is left out on standard error, and obeys no control characters', async () => {
    const folder = folderWith({
      'dam.txt': 'Dam holds\n\n“The dam \u001B[31mwill hold,” said engineer Ada Stone.',
      'broken.txt': '',
    });
    const { code, stdout, stderr } = await cli(['ask', '--corpus', folder, 'will the dam hold?']);
    expect(code).toBe(0);
    expect(stdout).toContain('Ada Stone');
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/\u001B/u);
    expect(stderr).toBe(
      'broken.txt is empty: write the headline on its first line, then the story. It is left out.\n',
    );
  });
});

const match = z.strictObject({
  text: z.string(),
  words: z.string(),
  kind: z.enum(['quoted', 'unattributed', 'reported', 'narration']),
  speakers: z.array(z.strictObject({ name: z.string(), role: z.string().nullable() })),
  article: z.string(),
  passage: z.string(),
  likeness: z.number(),
});
const checked = z.strictObject({
  text: z.string(),
  quotation: z.string(),
  claimed: z.string().nullable(),
  verdict: z.enum(['exact', 'altered', 'misattributed', 'not-found']),
  match: match.nullable(),
  second: match.optional(),
  spliced: z.boolean(),
  changes: z.array(
    z.strictObject({
      kind: z.enum(['added', 'replaced', 'left-out']),
      own: z.string().nullable(),
      claimed: z.string().nullable(),
      turns: z.string().nullable(),
    }),
  ),
  others: z.array(match),
  stories: z.number(),
});

describe('check', () => {
  const QUOTE = 'Saadon: "Syria and Iraq do not need each other"';

  it('answers each line, plain or with a speaker, with one JSON object', async () => {
    const given = JSON.stringify({ text: 'Syria and Iraq need each other', speaker: 'Al-Awadi' });
    const { code, stdout } = await cli(
      ['check', '--json'],
      `${QUOTE}\n${given}\nfish and chips are best at sea\n{ no JSON\n\n`,
    );
    expect(code).toBe(0);
    const answers = lines(stdout).map((line) => checked.parse(line));
    expect(answers.map((a) => [a.verdict, a.claimed, a.match?.speakers[0]?.name])).toEqual([
      ['altered', 'Saadon', 'Fareed Saadon'],
      ['misattributed', 'Al-Awadi', 'Fareed Saadon'],
      ['not-found', null, undefined],
      ['not-found', null, undefined],
      ['not-found', null, undefined],
    ]);
    expect(answers[0]).toMatchObject({
      text: QUOTE,
      changes: [{ kind: 'added', own: null, claimed: 'do not', turns: 'negation' }],
      match: { words: 'Syria and Iraq need each other', kind: 'quoted' },
    });
    expect(answers[0]?.match?.text).toContain('Saadon argued that restoring ties is now essential.');
  });
});

describe('passages', () => {
  it('prints every passage with offsets into the article and its statements', async () => {
    const { stdout } = await cli(['passages', '--json']);
    const schema = z.strictObject({
      id: z.string(),
      article: z.string(),
      start: z.number(),
      end: z.number(),
      text: z.string(),
      statements: z.array(
        z.strictObject({
          speaker: z.string().nullable(),
          source: z.tuple([z.number(), z.number()]).nullable(),
          cue: z.tuple([z.number(), z.number()]).nullable(),
          content: z.array(z.tuple([z.number(), z.number()])).min(1),
          kind: z.enum(['direct', 'indirect', 'mixed']),
          rule: z.string(),
          confidence: z.number().min(0).max(1),
        }),
      ),
    });
    const found = lines(stdout).map((line) => schema.parse(line));
    // The headline, and the story’s nineteen passages.
    expect(found).toHaveLength(20);
    for (const p of found) expect(p.end - p.start).toBe(p.text.length);
  });

  it('shows a file with its statements marked', async () => {
    const folder = folderWith({ 'dam.txt': 'Dam holds\n\n“The dam will hold,” engineer Ada Stone said.' });
    const { code, stdout } = await cli(['passages', `${folder}/dam.txt`]);
    expect(code).toBe(0);
    expect(stdout).toContain('[¹“The dam will hold,”]¹ {¹engineer Ada Stone}¹ <¹said>¹.');
  });
});

describe('the program', () => {
  it('ends with 2 where it is called wrongly, and says what there is', async () => {
    const { code, stdout, stderr } = await cli(['sing']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/no command “sing”[^]*--corpus DIR/u);
  });

  it('names a folder that is not there', async () => {
    const { code, stderr } = await cli(['ask', '--corpus', 'no/such/folder', 'x']);
    expect(code).toBe(1);
    expect(stderr).toBe("The folder of stories can't be used: there is no such folder. (no/such/folder)\n");
  });

  it('--help prints the usage', async () => {
    const { code, stdout } = await cli(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--corpus DIR');
  });
});
