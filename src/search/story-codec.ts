import type { Reading } from '../attribution/statement.js';
import { list, Misfit, numbers, packSpans, text, unpackSpans } from '../corpus/reading-codec.js';
import type { StoryTerms, TermsOfPassage } from './story-terms.js';

/** A story in terms, as it is kept. */
export type PackedTerms = readonly [terms: string, passages: readonly (readonly (readonly number[])[])[]];

/** Packs a story's terms. */
export function packTerms({ terms, passages }: StoryTerms): PackedTerms {
  return [
    terms.join(' '),
    passages.map((p) => [p.ids, p.grammar, packSpans(p.sentences), p.starts, p.above]),
  ];
}

/** Unpacks what `packTerms` has packed; null for anything that can't be the terms of this reading. */
export function unpackTerms({ passages }: Reading, packed: unknown): StoryTerms | null {
  try {
    const [joined, packedPassages] = list(packed);
    const terms = joined === '' ? [] : text(joined).split(' ');
    const apart = list(packedPassages);
    if (apart.length !== passages.length || new Set(terms).size !== terms.length) return null;
    return { terms, passages: passages.map((p, at) => unpackPassage(list(apart[at]), p, terms.length)) };
  } catch (error) {
    if (error instanceof Misfit) return null;
    throw error;
  }
}

function unpackPassage(
  packed: readonly unknown[],
  passage: { readonly start: number; readonly end: number },
  size: number,
): TermsOfPassage {
  const [ids, grammar, spans, starts, above] = packed.map(numbers);
  if (!ids || !grammar || !spans || !starts || !above) throw new Misfit();
  const sentences = unpackSpans(spans, passage);
  check(ids, size);
  check(above, size);
  check(grammar, ids.length);
  check(starts, ids.length + 1);
  const isWhole = starts.length === sentences.length + 1 && starts[0] === 0 && starts.at(-1) === ids.length;
  if (!isWhole || starts.some((start, at) => start < (starts[at - 1] ?? 0))) throw new Misfit();
  return { ids, grammar, sentences, starts, above };
}

/** @throws Misfit where a number is no place in a list of this size */
function check(places: readonly number[], size: number): void {
  for (const place of places) if (place < 0 || place >= size) throw new Misfit();
}
