import { beforeAll, describe, expect, it } from 'vitest';
import { Library } from '../../src/search/library.js';
import { answererOf } from '../../src/terminal/answers.js';

let library: Library;
beforeAll(async () => {
  library = await Library.open('data');
});

const PLAIN = { all: false, json: false };
const JSON_LINES = { all: false, json: true };

describe('a question', () => {
  it('keeps to a speaker and a story', async () => {
    const story = 'iraqi-delegation-hits-damascus-again';
    const ask = answererOf('ask', library, { ...JSON_LINES, speaker: 'Al-Sharifi', story });
    const { found, passages } = JSON.parse(await ask('the pipeline'));
    expect(found).toBe(true);
    for (const passage of passages)
      expect(passage).toMatchObject({
        speakers: expect.arrayContaining([expect.objectContaining({ name: 'Ahmed Al-Sharifi' })]),
        article: { id: story },
      });
  });

  it('can be answered with every passage', async () => {
    const question = 'What is said of the pipeline?';
    const best = await answererOf('ask', library, PLAIN)(question);
    const all = await answererOf('ask', library, { ...PLAIN, all: true })(question);
    const passages = (text: string) => text.match(/· paragraph \d+/gu)?.length ?? 0;
    expect(passages(best)).toBe(1);
    expect(passages(all)).toBeGreaterThan(1);
  });

  it.each([
    [{ speaker: 'Zebulon Q' }, 'nobody called “Zebulon Q”'],
    [{ story: 'zzz qqq' }, 'No story is called “zzz qqq”'],
  ])('can’t keep to %j', async (unknown, why) => {
    await expect(answererOf('ask', library, { ...PLAIN, ...unknown })('x')).rejects.toThrow(why);
  });
});

describe('a quotation', () => {
  it('has its verdict, the true wording with the changes marked, and who said it', async () => {
    const text = await answererOf('check', library, PLAIN)('Saadon: "Syria and Iraq do not need each other"');
    expect(text).toContain('Altered. The story has Fareed Saadon saying this, but not in these words.');
    expect(text).toContain('Syria and Iraq [-do not-] need each other');
    expect(text).toContain('— Fareed Saadon, Kurdish academic and political analyst');
    expect(text).toContain('- added: “do not” (turns the meaning: negation)');
  });

  it('has its speaker by option too', async () => {
    const check = answererOf('check', library, { ...PLAIN, speaker: 'Al-Sharifi' });
    expect(await check('Syria and Iraq need each other')).toContain(
      'Misattributed. The story gives it to Fareed Saadon, word for word, not to Al-Sharifi.',
    );
  });
});

describe('a name', () => {
  it('has roles, counts and statements', async () => {
    const text = await answererOf('who', library, PLAIN)('security expert');
    expect(text).toMatch(/^Ahmed Al-Sharifi\n {2}security expert\n/u);
    expect(text).toContain('Quoted twice');
  });

  it('has one JSON object, found or not', async () => {
    const who = answererOf('who', library, JSON_LINES);
    const found = await Promise.all(['Saadon', 'Al-Shatri', 'Napoleon'].map(who));
    expect(found.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        query: 'Saadon',
        status: 'found',
        speaker: expect.objectContaining({ name: 'Fareed Saadon' }),
      }),
      expect.objectContaining({
        status: 'found',
        speaker: expect.objectContaining({ name: 'Hamid Al-Shatri', statements: [] }),
      }),
      expect.objectContaining({ status: 'not-found', speaker: null }),
    ]);
  });
});
