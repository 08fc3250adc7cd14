import type { Article } from '../article/article.js';
import { passages } from '../article/passages.js';
import type { Party, Reading, Statement } from './statement.js';

/** Reads an article: who says what in which passage. */
export function read(article: Article): Reading {
  const cut = passages(article);
  const parties: Party[] = [];
  const statements: Statement[] = [];
  for (const passage of cut) {
    for (const match of passage.text.matchAll(/“([^”]+)”/gu)) {
      const after =
        /(?:,” |” )?([A-Z][\w-]+(?: [A-Z][\w-]+)*) (said)|(said) (?:[a-z ]+)?([A-Z][\w-]+(?: [A-Z][\w-]+)*)/u.exec(
          passage.text,
        );
      const name = after?.[1] ?? after?.[4];
      const party = name
        ? { name, kind: 'person' as const, names: [name], roles: [], mentions: [], gender: null }
        : null;
      if (party) parties.push(party);
      statements.push({
        passage,
        kind: 'direct',
        source: null,
        cue: null,
        party,
        content: [{ start: passage.start + match.index, end: passage.start + match.index + match[0].length }],
      });
    }
  }
  return { article, passages: cut, statements, parties };
}
