import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Span } from '../text/span.js';

/** A word or mark of a passage with its part of speech. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  /** Universal part-of-speech tag (`NOUN`, `PROPN`, `VERB`, `AUX` …). */
  readonly pos: string;
  /** True inside quotation marks, the marks included. */
  readonly quoted: boolean;
}

const tagger = winkNLP(model, ['pos']);
// The tagger calls these as plain functions.
// oxlint-disable-next-line typescript/unbound-method
const { pos: partOfSpeech, precedingSpaces } = tagger.its;

/** The tagger's rules know only plain marks; every replacement keeps the length. */
function plain(text: string): string {
  return text
    .replace(/''|``/gu, '" ')
    .replace(/[«»„‟]/gu, '"')
    .replace(/[`´′]/gu, "'")
    .replace(/[\u00A0\u2000-\u200B\u202F\u3000]/gu, ' ');
}

/**
 * The tokens of a passage, in order; compounds with a hyphen are one token ("Al-Awadi").
 * @param start where `text` begins in the article: the tokens' offsets count there
 * @param regions the stretches in quotation marks, as offsets into the article, in order
 */
export function tokenize(text: string, start: number, regions: readonly Span[]): Token[] {
  const words = tagger.readDoc(plain(text)).tokens();
  const values = words.out();
  const tags = words.out(partOfSpeech);
  const spaces = words.out(precedingSpaces);
  const found: Token[] = [];
  let at = 0;
  let region = 0;
  for (const [i, value] of values.entries()) {
    at += spaces[i]?.length ?? 0;
    const from = start + at;
    at += value.length;
    const to = start + at;
    while (region < regions.length && regions[region]!.end <= from) region++;
    const quoted = region < regions.length && regions[region]!.start <= from;
    const last = found.at(-1);
    const before = found.at(-2);
    const written = text.slice(at - value.length, at);
    if (
      last &&
      before &&
      last.text === '-' &&
      last.end === from &&
      before.end === last.start &&
      /^[\p{L}\p{N}]/u.test(value)
    ) {
      found.pop();
      found[found.length - 1] = token(
        text,
        start,
        before.start,
        to,
        compound(before.pos, tags[i]!),
        before.quoted,
      );
      continue;
    }
    found.push({ start: from, end: to, text: written, lower: written.toLowerCase(), pos: tags[i]!, quoted });
  }
  return found;
}

function token(text: string, start: number, from: number, to: number, pos: string, quoted: boolean): Token {
  const words = text.slice(from - start, to - start);
  return { start: from, end: to, text: words, lower: words.toLowerCase(), pos, quoted };
}

function compound(first: string, last: string): string {
  return first === 'PROPN' || last === 'PROPN' ? 'PROPN' : last === 'VERB' ? 'ADJ' : last;
}
