import { isTitle } from '../../attribution/titles.js';
import type { IsKnownName } from './known-names.js';
import { isChatter, isSaying, namesIn, type NameInText } from './names.js';

/** What stands around a quotation in a message. */
export interface Beside {
  readonly before: string;
  /** Between its parts. */
  readonly between: string;
  readonly after: string;
}

/** Marks that may stand at the ends of what is beside a quotation. */
const EDGE = /^[\s"“”«»‹›'’‘.,!?…*_]+|[\s"“”«»‹›'‘*_]+$/gu;
/** What a signature begins with behind a quotation. */
const SIGN =
  /^[\s"“”«»‹›'’.,!?…]*(?:[-–—―~|•·→⇒/=]+>?|[([\n]|(?:source|credit)s?:)\s*(?:(?:by|said|via|per|sources?:)\s+)?/iu;
/** Words right before the name of who is quoted, without a verb. */
const SOURCE =
  /(?:according to|words of|quot(?:e|ing)|(?:attribut|credit)ed to|\bsources?:|\bper|\bvia|\bby|\bfrom)\s+$/iu;
/** "As Ana Duarte once put it". */
const PUT_IT = /^\s+(?:\p{L}+\s+)?puts? it\b/iu;
/** What people write between a name and a quotation. */
const ADO =
  /\s(?:(?:talking|speaking|tweeting|writing|ranting|going on) (?:about|on|of)|(?:be|is|was|were) (?:all |just )?like|goes|went|\p{Ll}{2,20}ed|\p{Ll}{2,20} (?:back|out|off))[\s,:]*$/iu;
/** So many words may stand between a name and its word of saying ("Ana Duarte once really said"). */
const MOST_BETWEEN = 3;

/** Who is named beside a quotation as the one who said it, as typed; null where nobody is. */
export function speakerBeside({ before, between, after }: Beside, isKnown: IsKnownName): string | null {
  const ahead = lastClause(before);
  const behind = firstClause(after.replace(EDGE, ''));
  return (
    saying(between, isKnown) ??
    signed(after, isKnown) ??
    saying(ahead, isKnown) ??
    introduced(ahead, isKnown) ??
    saying(behind, isKnown) ??
    named(behind, isKnown)
  );
}

/** "Ana Duarte said", "said Ana Duarte", "according to Ana Duarte": the nearest name to a word of saying. */
export function saying(told: string, isKnown: IsKnownName): string | null {
  const text = withoutAsides(told, isKnown);
  const names = namesIn(text, isKnown);
  const verbs = [...text.matchAll(/\p{L}+/gu)].filter(({ 0: word }) => isSaying(word));
  for (const { 0: verb, index } of verbs.toReversed()) {
    const subject = names.findLast((n) => n.end <= index && isNear(text.slice(n.end, index)));
    if (subject) return subject.text;
    const behind = names.find((n) => n.start >= index + verb.length);
    if (behind && /^\s*(?:the\s+|by\s+)?$/u.test(text.slice(index + verb.length, behind.start)))
      return behind.text;
  }
  const source = names.find((n) => isSource(n, text));
  return source?.text ?? null;
}

function isSource({ start, end }: NameInText, text: string): boolean {
  const before = text.slice(0, start);
  return SOURCE.test(before) || (/\bas\s+$/iu.test(before) && PUT_IT.test(text.slice(end)));
}

/** The same text with blanks for what only tells more of a name: "Ana Duarte (D-Lume)", "Ana Duarte, who is a friend of Reyes,". */
export function withoutAsides(text: string, isKnown: IsKnownName): string {
  const open = text.replace(/\([^()]{0,100}\)|\[[^[\]]{0,100}\]/gu, (aside) => ' '.repeat(aside.length));
  const ends = new Set(namesIn(open, isKnown).map((n) => n.end));
  return open.replace(/,[^,.;:!?\n]{1,100},(?=\s)/gu, (aside, at: number) =>
    ends.has(at) && /\s\p{Ll}/u.test(aside) && !(aside.match(/\p{L}+/gu) ?? []).some(isSaying)
      ? ' '.repeat(aside.length)
      : aside,
  );
}

/** What stands between subject and verb: some words, and no clause of its own. */
function isNear(between: string): boolean {
  return (between.match(/\p{L}+/gu) ?? []).length <= MOST_BETWEEN && !/[.!?;:\n]/u.test(between);
}

/** "– Ana Duarte, mayor" or "(Ana Duarte)" behind a quotation. */
function signed(after: string, isKnown: IsKnownName): string | null {
  const rest = after.slice(SIGN.exec(after)?.[0].length ?? 0);
  const [name] = namesIn(rest, isKnown);
  return rest !== after && name?.start === 0 ? name.text : null;
}

/** True where nothing but a signature stands behind a quotation. */
export function isSigned(after: string, isKnown: IsKnownName): boolean {
  const rest = after.slice(SIGN.exec(after)?.[0].length ?? 0);
  const [name] = namesIn(rest, isKnown);
  return rest !== after && name?.start === 0 && isSignature(name, rest.replace(/[)\]]\s*$/u, ''));
}

/** "Ana Duarte:", "Ana Duarte on the bridge:", "Ana Duarte talking about", or the bare name before a quotation. */
function introduced(text: string, isKnown: IsKnownName): string | null {
  const before = withoutAsides(text, isKnown).replace(ADO, '');
  const names = namesIn(before, isKnown);
  if (/[:\-–—―~|•→>]$/u.test(before.replace(EDGE, '')))
    return (names.find((n) => n.isKnown) ?? names[0])?.text ?? null;
  const last = names.at(-1);
  return last && before.slice(last.end).trim() === '' ? last.text : null;
}

/** A bare name behind a quotation, and nothing else but a role before it or behind it. */
function named(after: string, isKnown: IsKnownName): string | null {
  const [name] = namesIn(after, isKnown);
  return name && isRole(after.slice(0, name.start)) && isSignature(name, after) ? name.text : null;
}

/** A few words that aren't a sentence's ("militia expert"). */
function isRole(text: string): boolean {
  const words = text.match(/[\p{L}’'-]+/gu) ?? [];
  return (
    /^[\p{L}\s’'-]*$/u.test(text) &&
    words.length <= MOST_BETWEEN &&
    !words.some((w) => isChatter(w) && !isTitle(w))
  );
}

/** True where nothing, a role, a date, a question or a matter stands behind a name: it is signed, and begins no sentence. */
export function isSignature(name: NameInText, text: string): boolean {
  return /^[\s.]*(?:$|[,(\d?!\n"”-])|^\s(?:about|on)\s/u.test(text.slice(name.end));
}

/** What stands right before, "she said this??" included. */
function lastClause(text: string): string {
  return (
    /[^\n;!?]*$/u
      .exec(text.replace(EDGE, '').replace(/[\s!?]+$/u, ''))?.[0]
      .split(/(?<=\p{Ll}{3})\. /u)
      .at(-1) ?? ''
  );
}

function firstClause(text: string): string {
  return /^[^\n;]*/u.exec(text)?.[0].split(/(?<=\p{Ll}{3})\. /u)[0] ?? '';
}
