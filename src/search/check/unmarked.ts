import { isSignature, saying } from './claimed-beside.js';
import { introductionOf } from './introduction.js';
import type { IsKnownName } from './known-names.js';
import { isPerson, isSaying, namesIn, type NameInText } from './names.js';

/** Words, and who is said to have said them. */
export interface Reading {
  readonly quotation: string;
  /** As typed; null where nobody is named. */
  readonly speaker: string | null;
}

const LEAST_WORDS = 3;
/** A claim behind the words is short. */
const LONGEST_SUFFIX = 80;
const INTERJECTIONS = /^(?:(?:lol|lmao|omg|wtf|wow|hey|hmm+|haha\w{0,8}|guys|wait)[\s,.!?:…]+)+/iu;
const CLOSING =
  /(?:[\s,.!?…]+(?:lol|lmao|omg|wtf|smh|haha\w{0,8}|fr|right|real or fake|true or false|is (?:this|that|it) (?:real|true|legit)))+[?!.…]*$/iu;

/**
 * Takes a message without quotation marks apart into the words and who is said to have said them: the narrowest reading,
 * and then, the widest first, those that take for words of the quotation what may be about it.
 */
export function readUnmarked(message: string, isKnown: IsKnownName): [Reading, ...Reading[]] {
  const text = withoutClosing(message.replace(INTERJECTIONS, '')).trim();
  const all: Reading = { quotation: text, speaker: null };
  const unsigned = withoutSignature(text, isKnown);
  const narrow = withoutIntroduction(unsigned ?? all, isKnown);
  if (!narrow || !unsigned) return narrow || unsigned ? [(narrow ?? unsigned)!, all] : [all];
  // What looks like a signature may be the end of what was said.
  const told = withoutIntroduction(all, isKnown);
  return [narrow, all, unsigned, ...(told ? [told] : [])];
}

function withoutIntroduction({ quotation, speaker }: Reading, isKnown: IsKnownName): Reading | null {
  const introduction = introductionOf(quotation, isKnown);
  const rest = quotation.slice(introduction?.end);
  return introduction && countWords(rest) >= LEAST_WORDS
    ? { quotation: rest, speaker: speaker ?? introduction.speaker }
    : null;
}

/** Only the end is searched: looking for an end from everywhere would be slow in a long text. */
function withoutClosing(text: string): string {
  const from = Math.max(0, text.length - LONGEST_SUFFIX);
  return text.slice(0, from) + text.slice(from).replace(CLOSING, '');
}

/** Dashes, brackets and new lines before a name, and then what may stand there for other reasons too. A hyphen inside a word is none. */
const SIGNS = [
  /\s(?:[-–—―~|•·→⇒]+|[-=]+>|\/)\s*|[—―]{1,2}\s*|--+\s*|[-–]\s+|[([]|\n[-–—―~•→]*\s*/gu,
  /,\s+|(?<!\b(?:Mrs?|Ms|Dr|Rep|Sen|Gov|Gen|Prof|St|\p{Lu}))[.!?…]["”’']?\s+/gu,
] as const;

/** "… – Ana Duarte", "… (Ana Duarte)", "…, Ana Duarte said", "…. Ana Duarte", "… said Ana Duarte". */
function withoutSignature(text: string, isKnown: IsKnownName): Reading | null {
  const from = Math.max(0, text.length - LONGEST_SUFFIX);
  const tail = text.slice(from);
  for (const { 0: sign, index } of SIGNS.flatMap((signs) => [...tail.matchAll(signs)].toReversed())) {
    const quotation = text.slice(0, from + index + (/^[.!?…]/u.test(sign) ? 1 : 0));
    if (countWords(quotation) < LEAST_WORDS) continue;
    const speaker = signatureOf(sign, tail.slice(index + sign.length), isKnown);
    if (speaker !== null) return { quotation: quotation.trimEnd(), speaker };
  }
  return withoutBareSignature(text, from, isKnown);
}

/** "… said ana duarte", with no sign before it: only a name that the stories know, at the very end. */
function withoutBareSignature(text: string, from: number, isKnown: IsKnownName): Reading | null {
  const tail = text.slice(from);
  const name = namesIn(tail, isKnown).at(-1);
  if (!name?.isKnown || !/^[\s.!?]*$/u.test(tail.slice(name.end))) return null;
  const before = tail.slice(0, name.start).trimEnd();
  const verb = /(?<=\s)(?:according to|(?:attribut|credit)ed to|sources?:|per|via|\p{L}+)$/iu.exec(before);
  if (
    !verb ||
    !(isSaying(verb[0]) || /\s|:|^(?:per|via)$/iu.test(verb[0])) ||
    /^t(?:old|ell)/iu.test(verb[0])
  )
    return null;
  const quotation = text.slice(0, from + verb.index).replace(/[\s,]+$/u, '');
  return countWords(quotation) < LEAST_WORDS ? null : { quotation, speaker: name.text };
}

function signatureOf(sign: string, signed: string, isKnown: IsKnownName): string | null {
  const rest = signed.replace(/^(?:by|via|per|sources?:)\s+/iu, '');
  const role = ROLE.exec(rest);
  if (role && !/^[,.!?…]/u.test(sign) && isPerson(role[2]!.toLowerCase())) return role[1]!;
  const [name] = namesIn(rest, isKnown);
  if (!name) return null;
  const isSaid =
    countWords(rest) <= 6 &&
    (/\bputs? it\b/iu.test(rest) || [...rest.matchAll(/\p{L}+/gu)].some(({ 0: word }) => isSaying(word)));
  if (isSaid) return saying(rest, isKnown);
  // "Ana Duarte (D-Lume.)" is an aside on whom it follows.
  if (/[([]/u.test(sign) && (isLetters(name.text) || !/^[^()[\]]*[)\]][\s.!?…]*$/u.test(rest))) return null;
  if (isShouted(name)) return null;
  if (name.start > 0 || !isSignature(name, rest.replace(/[)\]]$/u, ''))) return null;
  // Behind a comma or a full stop, only a known name that nothing follows is one that signs.
  return /^[,.!?…]/u.test(sign) && !(name.isKnown && /^[\s.]*$/u.test(rest.slice(name.end)))
    ? null
    : name.text;
}

/** "the ferry’s owner", and nothing behind it. */
const ROLE = /^(the (?:[\p{L}’'-]{1,30} ){0,4}([\p{L}-]{1,30}))[)\]]?[\s.!?]*$/iu;

/** "– NEVER AGAIN!" and "– X" end what was said. */
function isShouted({ text, isKnown }: NameInText): boolean {
  return !isKnown && /^(?:\p{Lu}|[\p{Lu}\s]{4,})$/u.test(text);
}

/** "D-Lume", "D": a party or the like, and nobody's name. */
function isLetters(name: string): boolean {
  return /^\p{Lu}{1,3}(?:[-–]|$)/u.test(name);
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
