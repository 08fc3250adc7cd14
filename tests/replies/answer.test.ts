import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { answerReply, askedLine, hitRef, noAnswerReply } from '../../src/replies/answer.js';
import { attribution } from '../../src/replies/citation.js';
import { decodeId, encodeId } from '../../src/replies/component-ids.js';
import type { Reply } from '../../src/replies/message.js';
import { hitAt } from '../../src/search/rank/hit.js';
import { sentences } from '../../src/text/sentences.js';
import { corpusOf } from '../stories.js';
import { activeMarks, lengthOf, read, textsOf, unbold } from './discord-text.js';

const OWNER = '123456789012345678';
const STORY = `---
outlet: The Valley Post
date: 2025-05-23
url: https://example.org/dam
---
Dam holds

The rain stopped at noon. “The dam will hold,” said engineer Ada Stone. Nobody was hurt.

Stone added that the gates were open.`;

const corpus = corpusOf(STORY, [
  { by: 'Ada Stone', words: '“The dam will hold,”', role: 'engineer' },
  { by: 'Ada Stone', words: 'that the gates were open', kind: 'indirect' },
]);
const [first, second] = corpus.passages;
if (!first || !second) throw new Error('the story has two passages');

function hit(passage: typeof first, sentence: number) {
  const span = sentences(passage!.article.text, passage!.start, passage!.end)[sentence];
  return hitAt(corpus, passage!, span ?? passage!);
}

function show(
  options: { sentence?: number; private?: boolean; page?: number; of?: typeof first } = {},
): Reply {
  const shown = hit(options.of ?? first, options.sentence ?? 1);
  const hits = [hitRef(shown), hitRef(hit(second, 0)), hitRef(hit(first, 0))];
  return answerReply(shown, {
    asked: { owner: OWNER, line: askedLine('Bo', 'Will it hold?') },
    hits,
    page: options.page ?? 0,
    private: options.private ?? false,
  });
}

const buttons = (reply: Reply) =>
  JSON.stringify(reply)
    .match(/"label":"[^"]*"/gu)
    ?.map((l) => l.slice(9, -1)) ?? [];

describe('an answer', () => {
  it('shows the passage word for word, the answering sentence in bold, then who said it and where', () => {
    expect(textsOf(show())).toEqual([
      '-# Bo asked: Will it hold?',
      '> The rain stopped at noon. **“The dam will hold,” said engineer Ada Stone.** Nobody was hurt.',
      '**Ada Stone**, engineer\n-# Dam holds · The Valley Post · 23 May 2025 · paragraph 1',
    ]);
  });

  it('says where a statement is reported, and no quotation', () => {
    expect(textsOf(show({ of: second, sentence: 0 }))[2]).toContain('-# reported, not a quotation');
  });

  it('names the outlet where the article speaks in its own voice', () => {
    expect(textsOf(show({ sentence: 0 }))[2]).toContain('**The Valley Post**, in the article’s own words');
    const { article } = first;
    const nameless = { ...first, article: { ...article, outlet: null } };
    expect(attribution({ passage: nameless, kind: 'narration', speakers: [], corrected: false })).toBe(
      '**The article**, in its own words',
    );
    const [ada] = corpus.speakers;
    expect(attribution({ passage: first, kind: 'narration', speakers: [ada!], corrected: false })).toBe(
      '**Ada Stone**, engineer\n-# in their own words',
    );
  });

  it('has buttons for more, context, the speaker, the article and deleting', () => {
    expect(buttons(show())).toEqual([
      'More passages (1 of 3)',
      'Wrong speaker?',
      'In context',
      'Who is Ada Stone?',
      'Article',
      'Delete',
    ]);
    expect(buttons(show({ page: 1 }))).toContain('◀ Back');
    expect(buttons(show({ page: 2 }))).not.toContain('More passages (3 of 3)');
  });

  it('has a button for sharing where it is private, and none for deleting', () => {
    expect(buttons(show({ private: true }))).toEqual([
      'More passages (1 of 3)',
      'Wrong speaker?',
      'In context',
      'Who is Ada Stone?',
      'Article',
      'Share',
    ]);
  });

  it('links to the words in the article', () => {
    expect(JSON.stringify(show())).toContain('https://example.org/dam#:~:text=%E2%80%9CThe%20dam');
  });
});

describe('how a question was taken', () => {
  const notes = ['Taking “he” as Ada Stone.', 'Only stories of May 2025.'];

  it('stands under it', () => {
    expect(askedLine('Bo', 'Will it hold?', notes)).toBe(
      '-# Bo asked: Will it hold?\n-# Taking “he” as Ada Stone. Only stories of May 2025.',
    );
  });

  it('takes its room from the question', () => {
    const long = askedLine('|'.repeat(80), '*'.repeat(500), ['_'.repeat(500)]);
    expect(long.length).toBeLessThanOrEqual(415);
    expect(activeMarks(long.replaceAll('-# ', ''))).toEqual([]);
  });
});

describe('a passage that other stories print', () => {
  it('tells how many', () => {
    const shown = hitAt(corpus, first, first, { alsoIn: [first.article, first.article] });
    const view = { asked: { owner: OWNER, line: '' }, hits: [hitRef(shown)], page: 0, private: false };
    expect(textsOf(answerReply(shown, view)).at(-1)).toContain('paragraph 1 · also in 2 other stories');
  });
});

describe('no answer', () => {
  const asked = { owner: OWNER, line: askedLine('Bo', 'Who paid?') };
  const answer = {
    question: { text: 'Who paid?' },
    found: false,
    hits: [hit(first, 0), hit(second, 0)],
    reason: 'not-in-stories',
    missing: [],
    speaker: null,
    notes: [],
  } as const;

  it('is private, says so first, and calls the nearest passages what they are', () => {
    const reply = noAnswerReply(answer, asked);
    expect(reply.private).toBe(true);
    expect(textsOf(reply).slice(1, 4)).toEqual([
      '**The stories don’t answer that.**',
      'The nearest passages, which are not an answer:',
      expect.stringContaining('> The rain stopped at noon.'),
    ]);
    expect(buttons(reply)).toEqual(['In context: 1', 'In context: 2']);
  });

  it('says which words no story holds', () => {
    const [, why] = textsOf(noAnswerReply({ ...answer, missing: ['wifi', 'router*'] }, asked));
    expect(why).toBe('**The stories don’t answer that. None of them holds “wifi” or “router\\*”.**');
  });

  it('names the speaker who says nothing about it', () => {
    const [speaker] = corpus.speakers;
    expect(
      textsOf(
        noAnswerReply({ ...answer, reason: 'not-said-by-speaker', speaker: speaker ?? null }, asked),
      )[1],
    ).toContain('Ada Stone');
  });
});

describe('a long no', () => {
  it('shows as many near misses as there is room for', () => {
    const role = '*'.repeat(300);
    const quotes = [1, 2, 3].map((at) => `“${'_'.repeat(500)} ${at},” said ${role} Ada Stone.`);
    const long = corpusOf(
      `${'~'.repeat(290)}\n\n${quotes.join('\n\n')}`,
      quotes.flatMap((q) =>
        ['Ada Stone', 'Max Bell'].map((by) => ({
          by: `${by} ${'|'.repeat(120)}`,
          words: q.slice(0, q.indexOf('”')),
          role,
        })),
      ),
    );
    const hits = long.passages.map((p) => hitAt(long, p, p));
    const reply = noAnswerReply(
      {
        question: { text: '*'.repeat(500) },
        found: false,
        hits,
        reason: 'not-in-stories',
        missing: [],
        speaker: null,
        notes: [],
      },
      { owner: OWNER, line: askedLine('|'.repeat(80), '*'.repeat(500)) },
    );
    expect(lengthOf(reply)).toBeLessThanOrEqual(4000);
    expect(buttons(reply).length).toBeGreaterThanOrEqual(1);
    expect(buttons(reply).length).toBe(textsOf(reply).filter((t) => t.startsWith('> ')).length);
  });
});

describe('a passage of very many sentences', () => {
  it('is referred to as a whole where its sentence is too far back', () => {
    const many = corpusOf(`Headline\n${'Yes. '.repeat(80)}“The dam will hold,” said Ada Stone.`);
    const [passage] = many.passages;
    if (!passage) throw new Error('no passage');
    const all = sentences(passage.article.text, passage.start, passage.end);
    const last = all.at(-1) ?? passage;
    const id = encodeId({
      action: 'page',
      owner: OWNER,
      page: 0,
      hits: [hitRef(hitAt(many, passage, last))],
    });
    expect(decodeId(id)).toMatchObject({ hits: [{ passage: passage.key, sentence: null }] });
  });
});

describe('an address', () => {
  it('loses its button where Discord would refuse it, and nothing else', () => {
    for (const url of ['http://intranet/dam', `https://example.org/${'x'.repeat(600)}`]) {
      const story = corpusOf(STORY.replace('https://example.org/dam', url));
      const reply = answerReply(hitAt(story, story.passages[0]!, story.passages[0]!), {
        asked: { owner: OWNER, line: '' },
        hits: [{ passage: story.passages[0]!.key, sentence: 0 }],
        page: 0,
        private: false,
      });
      expect(buttons(reply)).toEqual(['In context', 'Delete', 'Wrong speaker?']);
    }
  });
});

describe('every answer', () => {
  const marks = fc.constantFrom(...'*_~`|<>[]()#@:/\\-. \n', '@everyone', 'word ', '“', '1. ');
  const words = fc.string({
    unit: fc.oneof(marks, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
    minLength: 1,
    maxLength: 1400,
  });

  test.prop([words, words, words], { numRuns: 60 })(
    'keeps Discord’s limits and lets no mark of an article or a person through',
    (body, question, name) => {
      const text = `Headline ${name.replace(/[\n\r\0\u2028\u2029]/gu, '').slice(0, 250)}\nx\n${body.replaceAll('\0', '')}`;
      const story = corpusOf(text);
      for (const passage of story.passages) {
        const found = hitAt(
          story,
          passage,
          sentences(story.passages[0]!.article.text, passage.start, passage.end).at(-1) ?? passage,
        );
        const reply = answerReply(found, {
          asked: { owner: OWNER, line: askedLine(name, question, [name, question]) },
          hits: Array.from({ length: 9 }, () => hitRef(found)),
          page: 4,
          private: false,
        });
        expect(lengthOf(reply)).toBeLessThanOrEqual(4000);
        const [asked, quotation, citation] = textsOf(reply);
        expect(activeMarks(asked!.replace(/^-# /gmu, ''))).toEqual([]);
        expect(activeMarks(unbold(quotation!.replace(/^> ?/gmu, '')))).toEqual([]);
        expect(activeMarks(unbold(citation!.replace(/^-# /gmu, '')))).toEqual([]);
        const shown = read(unbold(quotation!.replace(/^> ?/gmu, '')));
        expect(shown.replace(/\s+/gu, ' ').trim()).toBe(passage.text.replace(/\s+/gu, ' ').trim());
      }
    },
  );
});
