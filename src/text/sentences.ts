import { once } from '../once.js';
import { trimSpan, type Span } from './span.js';

/** It takes a while to make: a start that reads nothing new does without. */
const segmenter = once(() => new Intl.Segmenter('en', { granularity: 'sentence' }));

/** A dot after these does not end a sentence, unless nothing but a new paragraph follows. */
const ABBREVIATION =
  /(?:^|[\s(“"'‘—–-])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Rep|Reps|Sen|Sens|Gov|Govs|Gen|Col|Maj|Capt|Cmdr|Cpl|Lt|Sgt|Adm|Rev|Fr|Hon|Pres|Atty|Supt|Det|Insp|St|Ste|Mt|Ft|vs|v|No|Nos|Jr|Sr|Inc|Corp|Co|Ltd|Bros|Dept|Univ|Assn|Ave|Blvd|Rd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|i\.e|e\.g|cf|al|approx|est|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$/u;
/** Titles are always followed by a name, so that the sentence surely goes on. */
const OPEN_TITLE =
  /(?:^|[\s(“"'‘—–-])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Reps?|Sens?|Govs?|Gen|Col|Maj|Capt|Cmdr|Lt|Sgt|Adm|Rev|St|Mt|Ft|vs|v|[A-Z])\.$/u;
/** Words that start a sentence far more often than they carry on after an abbreviation ("in the U.S. The …"). */
const OPENER =
  /^["“'‘(]*(?:The|A|An|He|She|It|They|We|I|You|But|And|In|On|At|As|If|When|While|This|That|These|Those|There|His|Her|Their|Our|My|After|Before|For|So|Yet|Still|Now|No|Not|What|Who|Why|How|Some|Many|Most|One|To|Of|By|With)\b/u;

/**
 * The sentences of `text` between two offsets, trimmed, in order: Unicode's sentence rules, mended after
 * abbreviations and initials, and where a line ends inside a sentence. A closing quotation mark stays with its
 * sentence.
 */
export function sentences(text: string, start = 0, end = text.length): Span[] {
  const found: Span[] = [];
  for (const piece of segments(text, start, end)) {
    const span = trimSpan(text, piece);
    if (span.start === span.end) continue;
    const last = found.at(-1);
    if (last && goesOn(text, last, span)) found[found.length - 1] = { start: last.start, end: span.end };
    else found.push(span);
  }
  return found;
}

/** Unicode's sentences are looked for in windows of this many characters: the segmenter is slow in long texts. */
const WINDOW = 2000;

/** No sentence ends in a text without one of these. */
const MAY_END = /[\p{Sentence_Terminal}\r\n\u0085\u2028\u2029]/u;

function* segments(text: string, start: number, end: number): Generator<Span> {
  let at = start;
  let size = WINDOW;
  if (!MAY_END.test(text.slice(start, end))) {
    yield { start, end };
    return;
  }
  while (at < end) {
    const to = Math.min(at + size, end);
    const found = [...segmenter().segment(text.slice(at, to))];
    // The last one may go on behind the window.
    const whole = to === end ? found : found.slice(0, -1);
    for (const { index, segment } of whole) yield { start: at + index, end: at + index + segment.length };
    const last = found.at(-1);
    if (to === end || !last) return;
    size = whole.length > 0 ? WINDOW : size * 2;
    at += last.index;
  }
}

function goesOn(text: string, before: Span, after: Span): boolean {
  // The tail is all an abbreviation needs, and keeps the cost linear however long the sentence.
  const tail = text.slice(Math.max(before.start, before.end - 24), before.end);
  const head = text.slice(after.start, Math.min(after.end, after.start + 24));
  // A line may end anywhere in a sentence; only a mark ends the sentence.
  if (/[\n\r\u2028\u2029]/u.test(text.slice(before.end, after.start)) && !/[.!?…:][”"’')\]]*$/u.test(tail))
    return true;
  if (OPEN_TITLE.test(tail) && /^[\p{Lu}\d]/u.test(head) && !/\b[A-Z]\.[A-Z]\.$/u.test(tail)) {
    // A lone letter may be an initial ("G. K.") or a sentence that ends in one ("vitamin C. The").
    if (!/(?:^|\s)[A-Z]\.$/u.test(tail) || !OPENER.test(head)) return true;
  }
  if (ABBREVIATION.test(tail) && !OPENER.test(head)) return true;
  return /^[\p{Ll},;)]/u.test(head) && /[.!?]["”’')]*$/u.test(tail) && !/^[)]?$/u.test(head);
}
