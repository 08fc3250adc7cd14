import type { IsKnownName } from './known-names.js';
import { isTitle } from '../../attribution/titles.js';
import { isChatter, isSaying, namesIn, type NameInText } from './names.js';

/** What stands around a quotation in a message. */
export interface Beside {
  readonly before: string;
  /** Between its parts. */
  readonly between: string;
  readonly after: string;
}

/** Marks that may stand at the ends of what is beside a quotation. */
const EDGE = /^[\s"“”'’‘.,!?…*_]+|[\s"“”'‘*_]+$/gu;
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
export function saying(text: string, isKnown: IsKnownName): string | null {
  const names = namesIn(text, isKnown);
  const verbs = [...text.matchAll(/\p{L}+/gu)].filter(({ 0: word }) => isSaying(word));
  for (const { 0: verb, index } of verbs.toReversed()) {
    const subject = names.findLast((n) => n.end <= index && isNear(text.slice(n.end, index)));
    if (subject) return subject.text;
    const behind = names.find((n) => n.start >= index + verb.length);
    if (behind && /^\s*(?:the\s+|by\s+)?$/u.test(text.slice(index + verb.length, behind.start)))
      return behind.text;
  }
  const source = names.find((n) =>
    /(?:according to|words of|quot(?:e|ing)|by|from)\s+$/iu.test(text.slice(0, n.start)),
  );
  return source?.text ?? null;
}

/** What stands between subject and verb: some words, and no clause of its own. */
function isNear(between: string): boolean {
  return (between.match(/\p{L}+/gu) ?? []).length <= MOST_BETWEEN && !/[.!?;:\n]/u.test(between);
}

/** "– Ana Duarte, mayor" or "(Ana Duarte)" behind a quotation. */
function signed(after: string, isKnown: IsKnownName): string | null {
  const sign = /^[\s"“”'’.,!?…]*(?:[-–—―~|]+|\(|\n)\s*(?:by\s+|said\s+|via\s+)?/iu.exec(after);
  if (!sign) return null;
  const rest = after.slice(sign[0].length);
  const [name] = namesIn(rest, isKnown);
  return name?.start === 0 ? name.text : null;
}

/** "Ana Duarte:", "Ana Duarte on the bridge:", "Ana Duarte talking about", or the bare name before a quotation. */
function introduced(text: string, isKnown: IsKnownName): string | null {
  const before = text.replace(
    /\s(?:talking|speaking|tweeting|writing|ranting|going on) (?:about|on|of)\s*$/iu,
    '',
  );
  const names = namesIn(before, isKnown);
  const trimmed = before.replace(EDGE, '');
  if (/[:-]$/u.test(trimmed)) return (names.find((n) => n.isKnown) ?? names[0])?.text ?? null;
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
