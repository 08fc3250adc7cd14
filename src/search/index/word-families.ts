import { LETTERS_OF_BEGINNING, wordVectors } from './word-vectors.js';

/** Endings of terms that go with each other in words of one family ("urgency" and "urgent", "decision" and "decide"). */
const PAIRS = `enc ent|anc ant|aci at|ist |ist i|ism ist|ism |is id|os od|us ud|as ad|ns nd|uct uc|ript rib|iss it|ept eiv|imoni ifi
|ician ic|tic t|ement |ment `;
const LEAST_LETTERS = 4;

const pairs = PAIRS.split('|').flatMap((pair) => {
  const [one = '', other = ''] = pair.replace('\n', '').split(' ');
  return [
    [one, other],
    [other, one],
  ] as const;
});

/** What other terms of its family would be called, whether there are any such words or not. */
export function relatives(term: string): string[] {
  const found: string[] = [];
  for (const [ending, other] of pairs) {
    const length = term.length - ending.length;
    if (length >= LEAST_LETTERS - (ending ? 1 : 0) && term.endsWith(ending))
      found.push(term.slice(0, length) + other);
  }
  return found;
}

/** Terms that only begin alike must mean as much the same as this ("nominee", "nomination"; not "state", "static"). */
const LEAST_LIKENESS = 0.4;
/** … and have so much of the longer one in common, and all but so many letters of the shorter one. */
const LEAST_IN_COMMON = 0.6;
const MOST_OTHER_LETTERS = 2;

/** Common English terms that begin like a term and mean much the same. */
export function kin(term: string): string[] {
  const vectors = wordVectors();
  const own = vectors.rowOf(term);
  if (own === undefined || term.length < LETTERS_OF_BEGINNING) return [];
  const like = vectors.likenessTo([own]);
  return vectors
    .startingWith(term.slice(0, LETTERS_OF_BEGINNING))
    .filter((row) => row !== own && beginAlike(term, vectors.termOf(row)))
    .filter((row) => like(row)[0]! >= LEAST_LIKENESS)
    .map((row) => vectors.termOf(row));
}

function beginAlike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same++;
  return same >= shorter - MOST_OTHER_LETTERS && same >= LEAST_IN_COMMON * Math.max(a.length, b.length);
}
