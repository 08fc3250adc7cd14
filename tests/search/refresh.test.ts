import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { ask } from '../../src/search/ask.js';
import { Library } from '../../src/search/library.js';
import { who } from '../../src/search/who/who.js';

const PEOPLE = ['Ada Stone', 'A. Stone', 'Stone', 'Ben Stone', 'Cleo Marsh', 'Marsh', 'Cleopatra Marsh'];
const ROLES = ['an engineer', 'the harbour master', 'a farmer', 'the mayor of Oakmere'];
const MATTERS = [
  'the dam will hold',
  'the ferries sail again',
  'harvests were poor',
  'nobody was asked',
  'taxes rise',
];

const paragraph = fc
  .tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...ROLES), fc.constantFrom(...MATTERS), fc.boolean())
  .map(([who_, role, matter, named]) =>
    named ? `“${matter},” said ${who_}, ${role}.` : `${who_} said that ${matter}. It was Monday.`,
  );
const text = fc
  .tuple(
    fc.constantFrom('Dam holds', 'Ferry news', 'Poor harvest'),
    fc.array(paragraph, { minLength: 1, maxLength: 5 }),
  )
  .map(([title, paragraphs]) => [title, ...paragraphs].join('\n\n'));
/** What happens to the stories between two refreshes: files written, or removed. */
const change = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.option(text), {
  minKeys: 1,
  maxKeys: 3,
});

const QUESTIONS = [
  'What did Stone say about the dam?',
  'Who said the ferries sail again?',
  'harvset poor',
  'What did the harbour master say?',
  'Why do taxes rise?',
];

/** Everything a library answers, without what tells when it was read. */
function answers({ index }: Library): unknown {
  return {
    asked: QUESTIONS.map((question) => {
      const { found, reason, speaker, hits } = ask(index, { text: question });
      const shown = hits.map((h) => [h.passage.id, h.sentence, h.score, h.speakers.map((s) => s.key)]);
      return [found, reason, speaker?.key, shown];
    }),
    who: [...PEOPLE, ...ROLES, 'Stoen'].map((name) => {
      const result = who(index, name);
      if (result.status === 'found') return result.speaker.key;
      return (result.status === 'ambiguous' ? result.candidates : result.nearest).map((s) => s.key);
    }),
    speakers: index.corpus.speakers.map((s) => [
      s.key,
      s.names,
      s.roles.map((r) => [r.text, r.article.id]),
      s.statements.map((one) => [one.passage.id, one.content]),
      s.mentions,
      s.articles.map((a) => a.id),
    ]),
    passages: index.corpus.passages.map((p) => [p.id, p.key, index.corpus.passageByKey.get(p.key)?.id]),
  };
}

describe('any sequence of refreshes', () => {
  test.prop([fc.array(change, { minLength: 1, maxLength: 4 })], { numRuns: 25 })(
    'answers as a start from scratch does',
    async (changes) => {
      const folder = mkdtempSync(join(tmpdir(), 'on-record-refresh-'));
      try {
        writeFileSync(join(folder, 'always.txt'), `Always\n\n“${MATTERS[0]},” said Ada Stone, an engineer.`);
        const library = await Library.open(folder);
        for (const files of changes) {
          for (const [name, content] of Object.entries(files)) {
            if (content === null) rmSync(join(folder, `${name}.txt`), { force: true });
            else writeFileSync(join(folder, `${name}.txt`), content);
          }
          await library.refresh('Dana');
          expect(answers(library)).toEqual(answers(await Library.open(folder)));
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
