import { createRequire } from 'node:module';
import type Model from 'wink-eng-lite-web-model';
import type WinkNlp from 'wink-nlp';
import type { Span } from '../text/span.js';
import { cueClassesOf, formOf } from './cues.js';
import { isFirstName } from './first-names.js';
import { isTitle } from './titles.js';
import { FUNCTION_WORD, GROUP_NOUN } from './lexicon.js';

/** A word or mark of a passage with its part of speech. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  /** Universal part-of-speech tag (`NOUN`, `PROPN`, `VERB`, `AUX` …). */
  readonly pos: string;
  /** True inside quotation marks, the marks included. */
  readonly quoted: boolean;
}

let loaded: ReturnType<typeof newTagger> | null = null;

function tagger() {
  loaded ??= newTagger();
  return loaded;
}

/** Loads what the first text would wait for. */
export function loadTagger(): void {
  tagger();
}

/** It takes a fifth of a second to load: a start that reads nothing new does without. */
function newTagger() {
  const require = createRequire(import.meta.url);
  const winkNLP: typeof WinkNlp = require('wink-nlp');
  const model: typeof Model = require('wink-eng-lite-web-model');
  const nlp = winkNLP(model, ['pos']);
  // The tagger calls them as plain functions.
  // oxlint-disable-next-line typescript/unbound-method
  const { pos: partOfSpeech, uniqueId } = nlp.its;
  /** Words that aren't in the tagger's dictionary are numbered from here. */
  const firstUnknown = Number(nlp.readDoc('qxzjqvxq').tokens().itemAt(0).out(uniqueId));
  return { nlp, partOfSpeech, uniqueId, firstUnknown };
}

/** It keeps each unknown word for good: after this many it is made anew, which takes a third of a second. */
const MOST_UNKNOWN = 200_000;
const ordinary = new Map<string, boolean>();
const MOST_REMEMBERED = 50_000;

/** True for a word of the language; false for names, foreign words and noise. */
export function isOrdinary(word: string): boolean {
  const lower = word.toLowerCase();
  const known = ordinary.get(lower);
  if (known !== undefined) return known;
  if (ordinary.size >= MOST_REMEMBERED) ordinary.clear();
  // A compound is as strange as its strangest part.
  const { nlp, uniqueId, firstUnknown } = tagger();
  const id = Math.max(...nlp.readDoc(plain(lower)).tokens().out(uniqueId).map(Number));
  const isKnown = id < firstUnknown;
  ordinary.set(lower, isKnown);
  if (id - firstUnknown > MOST_UNKNOWN) loaded = null;
  return isKnown;
}

/** A web address. The tagger's own rule for these takes twice as long for each "11." more in it. */
const ADDRESS = /(?:\p{L}[\w+.-]{0,9}:)?\/\/\S*[\p{L}\p{N}]\/?/gu;

/** The tagger's rules know only plain marks, and no addresses; every replacement keeps the length. */
function plain(text: string): string {
  const worded = text.includes('//') ? text.replace(ADDRESS, (a) => 'x'.repeat(a.length)) : text;
  return worded
    .replace(/''|``|’’|‘‘/gu, '" ')
    .replace(/[«»„‟]/gu, '"')
    .replace(/[`´′]/gu, "'")
    .replace(/[\u00A0\u2000-\u200B\u202F\u3000]/gu, ' ');
}

/** A token before it is known to be quoted or not; offsets count in the passage. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly pos: string;
}

/**
 * The tokens of a passage, in order; compounds with a hyphen are one token ("Al-Awadi").
 * @param start where `text` begins in the article: the tokens' offsets count there
 * @param regions the stretches in quotation marks, as offsets into the article, in order
 */
export function tokenize(text: string, start: number, regions: readonly Span[]): Token[] {
  const found: Token[] = [];
  let region = 0;
  for (const { from, to, pos } of pieces(text)) {
    while (region < regions.length && regions[region]!.end <= start + from) region++;
    const quoted = region < regions.length && regions[region]!.start <= start + from;
    const written = text.slice(from, to);
    const tag = isName(written, found.at(-1), pos) ? 'PROPN' : isOwned(found, written, pos) ? 'NOUN' : pos;
    if (isVerbAfterAll(found, written.toLowerCase()))
      found[found.length - 1] = { ...found.at(-1)!, pos: 'VERB' };
    found.push({
      start: start + from,
      end: start + to,
      text: written,
      lower: written.toLowerCase(),
      pos: tag,
      quoted,
    });
  }
  return found;
}

/** The tagger takes some names for verbs and adjectives; a capital inside a sentence shows that they are names. */
function isName(written: string, before: Token | undefined, pos: string): boolean {
  if (!before || !/^\p{Lu}\p{Ll}/u.test(written)) return false;
  // "Harbour Watch", "Planet Daily News": a word that begins sentences, in the midst of a name.
  if (written === 'Will' && isFirstName(before.text) && before.pos === 'PROPN') return true;
  if (written === 'Will' && (before.quoted ? /^["”’]$/u.test(before.text) : /^[\p{Ll},]/u.test(before.text)))
    return true;
  if (FUNCTION_WORD.has(written.toLowerCase()))
    return pos === 'VERB' && before.pos === 'PROPN' && !before.quoted;
  return (
    /^[\p{L}\p{N},;&]/u.test(before.text) ||
    (before.text.length === 1 && /["”’]/u.test(before.text) && before.quoted)
  );
}

/** "her opening remarks", "the reports": a noun that the tagger took for a verb. */
function isOwned(found: readonly Token[], written: string, pos: string): boolean {
  if (pos !== 'VERB' || !written.endsWith('s') || !cueClassesOf(written.toLowerCase())) return false;
  const last = found.at(-1);
  const owner = last && /^(?:ADJ|NOUN)$/u.test(last.pos) ? found.at(-2) : last;
  return owner !== undefined && /^(?:his|her|their|its|our|my|your|the|these|those)$/u.test(owner.lower);
}

/** "Analysts stress the …", "Roe notes that …": a verb of saying that the tagger took for a noun. */
function isVerbAfterAll(found: readonly Token[], next: string): boolean {
  const last = found.at(-1);
  const subject = found.at(-2);
  if (!last || !subject || last.pos !== 'NOUN') return false;
  // "Roe shot back"
  if (next === 'back' && /^(?:shot|fired)$/u.test(last.lower))
    return subject.pos === 'PROPN' || subject.pos === 'PRON';
  if (!cueClassesOf(last.lower)) return false;
  // "The letter continues: “…”"
  const leads = next === ':' && cueClassesOf(last.lower)!.has('say');
  if (!leads && !/^(?:that|the|a|an|this|these|their|his|her|its|it|he|she|they|how)$/u.test(next))
    return false;
  const form = formOf(last.lower);
  const isPlural = subject.pos === 'NOUN' && (subject.lower.endsWith('s') || GROUP_NOUN.has(subject.lower));
  return form === 's'
    ? subject.pos === 'PROPN' || (subject.pos === 'NOUN' && !isPlural)
    : form === 'base' && isPlural;
}

/** "Supt." */
const LONGEST_SHORT_TITLE = 6;

function pieces(text: string): Piece[] {
  const source = plain(text);
  const { nlp, partOfSpeech } = tagger();
  const words = nlp.readDoc(source).tokens();
  const tags = words.out(partOfSpeech);
  const found: Piece[] = [];
  let at = 0;
  for (const [i, value] of words.out().entries()) {
    const place = source.indexOf(value, at);
    if (place < 0) continue;
    // A doubled mark is one token.
    const to =
      value === '"' && text[place] !== '"' && text[place] === text[place + 1]
        ? place + 2
        : place + value.length;
    at = to;
    const pos = tags[i]!;
    const last = found.at(-1);
    const before = found.at(-2);
    if (last && before && joins(text, before, last, place)) {
      found.splice(-2, 2, { from: before.from, to, pos: compound(before.pos, pos) });
      continue;
    }
    if (value === '.' && last?.to === place && isShortTitle(text, last.from, to)) {
      found.splice(-1, 1, { from: last.from, to, pos: 'PROPN' });
      continue;
    }
    // The tagger takes "in." for inches; a sentence ends here.
    if (
      /^\p{Ll}{2,}\.$/u.test(value) &&
      /^(?:\s+[^\p{Ll}\d]|["”’]|\s*$)/u.test(text.slice(to, to + 4)) &&
      !value.slice(0, -1).includes('.')
    ) {
      found.push(
        { from: place, to: to - 1, pos: pos === 'NOUN' ? 'ADP' : pos },
        { from: to - 1, to, pos: 'PUNCT' },
      );
      continue;
    }
    // The tagger takes "):" for a face.
    if (/^[)\]][:;,]$/u.test(value)) {
      found.push({ from: place, to: to - 1, pos: 'PUNCT' }, { from: to - 1, to, pos: 'PUNCT' });
      continue;
    }
    const mark = /^.+(?=['’]s$)/u.exec(value);
    if (mark && pos !== 'AUX') {
      found.push(
        { from: place, to: place + mark[0].length, pos },
        { from: place + mark[0].length, to, pos: 'PART' },
      );
      continue;
    }
    found.push({ from: place, to, pos });
  }
  return found;
}

/** "Rev." before a name: a title whose dot the tagger takes for a sentence's end. */
function isShortTitle(text: string, from: number, to: number): boolean {
  const written = text.slice(from, to);
  return (
    written.length <= LONGEST_SHORT_TITLE &&
    /^\p{Lu}\p{Ll}+\.$/u.test(written) &&
    /^ \p{Lu}/u.test(text.slice(to, to + 3)) &&
    isTitle(written.toLowerCase())
  );
}

/** True where a hyphen without spaces ties what begins at `place` to the piece before it. */
function joins(text: string, before: Piece, last: Piece, place: number): boolean {
  return (
    last.to - last.from === 1 &&
    /[-‐‑]/u.test(text[last.from]!) &&
    last.to === place &&
    before.to === last.from &&
    /[\p{L}\p{N}]/u.test(text[place]!)
  );
}

function compound(first: string, last: string): string {
  return first === 'PROPN' || last === 'PROPN' ? 'PROPN' : last === 'VERB' ? 'ADJ' : last;
}
