import type { Passage } from '../article/passages.js';
import type { Span } from '../text/span.js';

/** One stretch in quotation marks, the marks included, inside one passage. */
export interface Quotation extends Span {
  /** False where the text goes on from the paragraph before without a new attribution being due. */
  readonly opens: boolean;
  /** False where the closing mark is missing because the speech goes on in the next paragraph. */
  readonly closes: boolean;
}

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly side: 'open' | 'close' | 'either';
}

interface Open extends Span {
  readonly opens: boolean;
  readonly closes: boolean;
}

const DOUBLE = /[“”„‟«»"″]|''|``|’’|‘‘/gu;
const SINGLE = /[‘’‚‛']/gu;

/**
 * The quotations of an article, passage by passage. Double marks rule; single marks count only in an article that has
 * no double ones. A paragraph whose last quotation stays open counts as open to its end if the next paragraph begins
 * with a mark too; else the stray mark reaches to the end of its sentence at most.
 */
export function quotations(text: string, passages: readonly Passage[]): Map<Passage, Quotation[]> {
  const found = new Map<Passage, Quotation[]>();
  const paragraphs = groupParagraphs(passages);
  const body = paragraphs.map((p) => text.slice(p[0]!.start, p.at(-1)!.end));
  const doubles = body.some((p) => p.search(DOUBLE) >= 0);
  const marks = doubles ? doubleMarks : singleMarks;
  let carried = false;
  for (const [at, parts] of paragraphs.entries()) {
    const start = parts[0]!.start;
    const own = marks(body[at]!);
    const next = body[at + 1];
    const nextOpens = next !== undefined && startsOpen(marks(next));
    const regions = pair(body[at]!, own, carried, nextOpens);
    carried = regions.at(-1)?.closes === false;
    let first = 0;
    for (const part of parts) {
      const inside: Quotation[] = [];
      // Both are in order: what ended before this part concerns none of the rest.
      while (first < regions.length && regions[first]!.end + start <= part.start) first++;
      for (let i = first; i < regions.length && regions[i]!.start + start < part.end; i++) {
        const region = regions[i]!;
        const from = Math.max(region.start + start, part.start);
        const to = Math.min(region.end + start, part.end);
        if (to <= from) continue;
        inside.push({
          start: from,
          end: to,
          opens: region.opens && from === region.start + start,
          closes: region.closes && to === region.end + start,
        });
      }
      found.set(part, inside);
    }
  }
  return found;
}

function groupParagraphs(passages: readonly Passage[]): Passage[][] {
  const groups: Passage[][] = [];
  for (const passage of passages) {
    const last = groups.at(-1);
    if (last && last[0]!.paragraph === passage.paragraph) last.push(passage);
    else groups.push([passage]);
  }
  return groups;
}

function startsOpen(marks: readonly Mark[]): boolean {
  return marks[0]?.at === 0 && marks[0].side !== 'close';
}

function doubleMarks(text: string): Mark[] {
  return [...text.matchAll(DOUBLE)].map((match) => {
    const mark = match[0];
    if (mark === '“' || mark === '«' || mark === '„' || mark === '``' || mark === '‘‘')
      return {
        at: match.index,
        length: mark.length,
        side: mark === '“' ? openUnlessClosing(text, match.index) : 'open',
      };
    if (mark === '”' || mark === '»' || mark === '’’') {
      // Some write the closing mark where a quotation opens.
      const side = opensByMistake(text, match.index) ? 'either' : 'close';
      return { at: match.index, length: mark.length, side };
    }
    return { at: match.index, length: mark.length, side: sideOf(text, match.index, mark.length) };
  });
}

/** A closing mark before a capital, or where a paragraph begins: nothing else can be meant than an opening one. */
function opensByMistake(text: string, at: number): boolean {
  return at === 0 || (/\s/u.test(text[at - 1]!) && /^\p{Lu}/u.test(text.slice(at + 1, at + 3)));
}

/** „so“ closes with the mark that opens elsewhere. */
function openUnlessClosing(text: string, at: number): Mark['side'] {
  return /[\p{L}\p{N}.,!?…]$/u.test(text.slice(Math.max(0, at - 1), at)) &&
    !/^.[\p{L}\p{N}]/u.test(text.slice(at, at + 2))
    ? 'close'
    : 'open';
}

function sideOf(text: string, at: number, length: number): Mark['side'] {
  const before = text[at - 1] ?? ' ';
  const after = text[at + length] ?? ' ';
  const spaceBefore = /[\s([{—–\-/]/u.test(before);
  const spaceAfter = /[\s)\]},.;:!?—–\-/]/u.test(after);
  if (spaceBefore && !/\s/u.test(after)) return 'open';
  if (spaceAfter && !/\s/u.test(before)) return 'close';
  return 'either';
}

/** Apostrophes look like closing marks: one counts only after an opening mark, at the end of a word. */
function singleMarks(text: string): Mark[] {
  const found: Mark[] = [];
  let open = false;
  for (const match of text.matchAll(SINGLE)) {
    const at = match.index;
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    const isWordBefore = /[\p{L}\p{N}]/u.test(before);
    if (!open && match[0] !== '’' && /[\s([—–]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) {
      // 'em, '90s: an apostrophe that stands for what was left out.
      if (/^(?:\d\ds?|em|tis|twas|til|cause|n)\b/iu.test(text.slice(at + 1, at + 7))) continue;
      found.push({ at, length: 1, side: 'open' });
      open = true;
    } else if (open && match[0] !== '‘' && !/[\p{L}\p{N}]/u.test(after)) {
      // "the parties' aim": a possessive plural, unless nothing better follows.
      if (
        isWordBefore &&
        /s/iu.test(before) &&
        /^[’']\s+[\p{Ll}]/u.test(text.slice(at, at + 3)) &&
        /[,.!?…][’'](?![\p{L}\p{N}])/u.test(text.slice(at, at + 400))
      )
        continue;
      found.push({ at, length: 1, side: 'close' });
      open = false;
    }
  }
  return found;
}

/** No more marks are looked at for the end of a quotation that holds others. */
const MOST_INSIDE = 24;

function pair(text: string, marks: readonly Mark[], carried: boolean, nextOpens: boolean): Open[] {
  const regions: Open[] = [];
  let start = -1;
  let skipTo = 0;
  for (const [at, mark] of marks.entries()) {
    const closing = mark.side === 'close' || (mark.side === 'either' && start >= 0);
    if (at < skipTo || (start < 0 && closing)) continue;
    const nested =
      start < 0 || closing
        ? null
        : (nestedEnd(marks, at) ?? (nextOpens ? nestedInOpen(text, marks, at) : null));
    if (start < 0) {
      start = mark.at;
    } else if (nested) {
      skipTo = nested;
    } else if (closing) {
      regions.push({ start, end: mark.at + mark.length, opens: !(carried && start === 0), closes: true });
      start = -1;
    } else {
      // A second opening mark: the first was never closed.
      const end = strayEnd(text, start, mark.at);
      regions.push({ start, end, opens: !(carried && start === 0), closes: true });
      start = mark.at;
    }
  }
  if (start >= 0) {
    const opens = !(carried && start === 0);
    if (nextOpens) regions.push({ start, end: text.length, opens, closes: false });
    else regions.push({ start, end: strayEnd(text, start, text.length), opens, closes: true });
  }
  return regions.filter((r) => /[\p{L}\p{N}]/u.test(text.slice(r.start, r.end)));
}

/**
 * A quotation inside of one that is open, in the same marks ("“He calls it “a trap” there,” said Roe"): the index of the mark
 * that closes the outer one; null where the marks don't come out even, for then the outer one was never closed.
 */
function nestedEnd(marks: readonly Mark[], inner: number): number | null {
  let depth = 1;
  for (let at = inner; at < Math.min(marks.length, inner + MOST_INSIDE); at++) {
    depth += marks[at]!.side === 'open' ? 1 : -1;
    if (depth === 0) return at;
  }
  return null;
}

/**
 * A quotation inside of one that goes on in the next paragraph ("“It isn't a “bridge” at all."): the index behind the mark
 * that closes it; null where the outer one may have been meant to end before. A quotation behind a comma or a full stop is
 * no part of a sentence around it, and what stands before it may be somebody's “he said”.
 */
function nestedInOpen(text: string, marks: readonly Mark[], inner: number): number | null {
  if (marks.length - inner > MOST_INSIDE) return null;
  let behind: number | null = null;
  let depth = 1;
  for (let at = inner; at < marks.length; at++) {
    const mark = marks[at]!;
    if (mark.side !== 'open') depth--;
    else if (depth++ === 1 && !/[\p{L}\p{N}]\s$/u.test(text.slice(Math.max(0, mark.at - 3), mark.at)))
      return null;
    if (depth === 1) behind ??= at + 1;
  }
  return depth === 1 ? behind : null;
}

/** Where a quotation without a closing mark ends: with its paragraph if it is the whole of it, else with its sentence. */
function strayEnd(text: string, start: number, limit: number): number {
  const trimmed = start + text.slice(start, limit).trimEnd().length;
  if (start === 0 && limit === text.length) return trimmed;
  const end = /[.!?](?=\s)/u.exec(text.slice(start, trimmed));
  return end ? start + end.index + 1 : trimmed;
}
