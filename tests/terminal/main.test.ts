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
  it('prints the passage, who said it, his role, and where it stands', async () => {
    const { code, stdout, stderr } = await cli(['ask', QUESTION]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.replace(/\n│ /gu, ' ')).toContain(
      '“Syria and Iraq need each other – they share a border, tribal communities, and economic interdependence.',
    );
    expect(stdout).toContain('— Fareed Saadon, Kurdish academic and political analyst');
    expect(stdout).toContain(
      'Iraqi delegation hits Damascus again: Beyond a diplomatic reset? · Shafaq News · paragraph 8',
    );
  });

  it('uses no colour where it is not on a terminal', async () => {
    const { stdout } = await cli(['ask', QUESTION]);
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/\u001B/u);
  });

  it('answers each line of its input with one JSON object, in order', async () => {
    const { code, stdout } = await cli(
      ['ask', '--json'],
      `${QUESTION}\r\nWhat is the price of tea in Lima?\nWho led the delegation?\n`,
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

  it('answers a last line without a line end, and none where there is none', async () => {
    expect(lines((await cli(['ask', '--json'], QUESTION)).stdout)).toHaveLength(1);
    expect((await cli(['ask', '--json'], '')).stdout).toBe('');
  });

  it('keeps to a speaker and a story', async () => {
    const { stdout } = await cli([
      'ask',
      '--json',
      '--speaker',
      'Al-Sharifi',
      '--story',
      'iraqi-delegation-hits-damascus-again',
      'the pipeline',
    ]);
    const [found] = lines(stdout).map((line) => answer.parse(line));
    expect(found?.found).toBe(true);
    expect(found?.passages.every((p) => p.speakers.some((s) => s.name === 'Ahmed Al-Sharifi'))).toBe(true);
  });

  it('says what to do where the speaker or the story is unknown', async () => {
    const speaker = await cli(['ask', '--speaker', 'Zebulon Q', 'x']);
    expect([speaker.code, speaker.stderr]).toEqual([1, expect.stringContaining('nobody called “Zebulon Q”')]);
    const story = await cli(['ask', '--story', 'zzz qqq', 'x']);
    expect([story.code, story.stderr]).toEqual([1, expect.stringContaining('No story is called “zzz qqq”')]);
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

  it('prints the verdict, the true wording with the changes marked, and who said it', async () => {
    const { code, stdout } = await cli(['check', QUOTE]);
    expect(code).toBe(0);
    expect(stdout).toContain('Altered. The story has Fareed Saadon saying this, but not in these words.');
    expect(stdout).toContain('Syria and Iraq [-do not-] need each other');
    expect(stdout).toContain('— Fareed Saadon, Kurdish academic and political analyst');
    expect(stdout).toContain('- added: “do not” (turns the meaning: negation)');
  });

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

  it('takes the speaker by option too', async () => {
    const { stdout } = await cli(['check', '--speaker', 'Al-Sharifi', 'Syria and Iraq need each other']);
    expect(stdout).toContain(
      'Misattributed. It was Fareed Saadon who said it, word for word, not Al-Sharifi.',
    );
  });
});

describe('who', () => {
  it('prints roles, counts and statements', async () => {
    const { stdout } = await cli(['who', 'security expert']);
    expect(stdout).toMatch(/^Ahmed Al-Sharifi\n {2}security expert\n/u);
    expect(stdout).toContain('Quoted twice');
  });

  it('prints JSON in the order of the lines', async () => {
    const { stdout } = await cli(['who', '--json'], 'Saadon\nAl-Shatri\nNapoleon\n');
    const schema = z.object({
      query: z.string(),
      status: z.string(),
      speaker: z.object({ name: z.string(), statements: z.array(z.unknown()) }).nullable(),
    });
    const found = lines(stdout).map((line) => schema.parse(line));
    expect(found.map((f) => [f.status, f.speaker?.name ?? null])).toEqual([
      ['found', 'Fareed Saadon'],
      ['found', 'Hamid Al-Shatri'],
      ['not-found', null],
    ]);
    expect(found[1]?.speaker?.statements).toEqual([]);
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

  it('shows a file with its statements marked, or says that there is none', async () => {
    const folder = folderWith({ 'dam.txt': 'Dam holds\n\n“The dam will hold,” engineer Ada Stone said.' });
    const { code, stdout } = await cli(['passages', `${folder}/dam.txt`]);
    expect(code).toBe(0);
    expect(stdout).toContain('[¹“The dam will hold,”]¹ {¹engineer Ada Stone}¹ <¹said>¹.');
    const nowhere = await cli(['passages', 'nowhere']);
    expect([nowhere.code, nowhere.stderr]).toEqual([
      1,
      expect.stringContaining('no file, folder or story “nowhere”'),
    ]);
  });
});

describe('a wrong call', () => {
  it.each([
    [[], /Which command\?/u],
    [['sing'], /no command “sing”/u],
    [['ask', '--loud'], /--loud/u],
    [['who', '--speaker', 'Saadon', 'x'], /go(?:es)? with ask and check/u],
    [['check', '--story', 'x', 'y'], /go with ask/u],
    [['ask', '--speaker', '', 'x'], /need a name/u],
    [['passages', '--speaker', 'Saadon'], /goes with ask and check/u],
  ])('%j ends with 2 and says what there is', async (args, why) => {
    const { code, stdout, stderr } = await cli(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(why);
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
