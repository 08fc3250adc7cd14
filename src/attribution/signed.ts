import type { Name } from './names.js';
import type { Marked } from './passage-tokens.js';

/** Passages that are somebody's own words, though nobody quotes them. */
export interface SignedPart {
  readonly passages: readonly Marked[];
  /** Where the name stands that tells whose. */
  readonly marked: Marked;
  readonly name: Name;
}

/** A line about the writer is short. */
const LONGEST_ABOUT = 400;
/** After a name at the head of the last paragraph these tell who wrote the piece ("Mara Quill is a retired judge"). */
const IS_SOMEBODY = /^(?:is|teaches|writes|directs|leads|edits|chairs|served|serves|was)$/u;
const FIRST_PERSON = /\b(?:I|me|my|mine|we|our|ours|us)\b/iu;
/** What a page of letters puts over them. */
const LETTERS = /\bletters?\b|\breaders?\b|\bcomments?\b|\bfacebook\b|\byour say\b/iu;
/** "LETTERS.", "Fargo, N.D.": no words of anybody's. */
const HEADING = /^[\p{Lu}\d\s.,:&'’-]+$/u;
const TOWN = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}(?:, \p{Lu}[\p{L}. ]{0,15})?$/u;

/**
 * What of an article is in the words of those it names for it: the answers of an interview, letters with their
 * signatures, and an opinion piece with a last line about its writer.
 */
export function signedParts(all: readonly Marked[], title: string): SignedPart[] {
  return interview(all, title) ?? signedLetters(all, title) ?? signedPiece(all);
}

/** “Q: …”, and the answers below: those of who is introduced before the first; null where nobody is. */
function interview(all: readonly Marked[], title: string): SignedPart[] | null {
  const first = all.findIndex(isQuestion);
  const introduced = all
    .slice(0, Math.max(0, first))
    .flatMap((marked) => marked.names.filter(isFullName).map((name) => ({ marked, name })));
  const asked = introduced.find(({ name }) => title.includes(name.words.at(-1)!)) ?? introduced[0];
  const answers: Marked[] = [];
  let isAnswered = false;
  for (const marked of first < 0 ? [] : all.slice(first)) {
    if (isQuestion(marked)) isAnswered = false;
    else if (isAnswer(marked)) isAnswered = true;
    if (isAnswered) answers.push(marked);
  }
  return asked && answers.length > 1 ? [{ passages: answers, ...asked }] : null;
}

function isQuestion({ passage }: Marked): boolean {
  return /^Q(?:[:.] ?|(?=\p{Lu}\p{Ll}))/u.test(passage.text);
}

function isAnswer({ passage }: Marked): boolean {
  return /^A[:.] ?\P{Ll}/u.test(passage.text);
}

function isFullName({ words, guess }: Name): boolean {
  return words.length > 1 && guess === 'person';
}

/** Letters, each with a name alone on the line below, and perhaps a town; null where the article doesn't end like that. */
function signedLetters(all: readonly Marked[], title: string): SignedPart[] | null {
  const signatures = [...all.keys()].filter((at) => isHandle(all[at]!) || nameAlone(all[at]!));
  const last = signatures.at(-1);
  // No more follows than a town, or where to write to.
  if (last === undefined || last < all.length - 2) return null;
  const isOfLetters =
    signatures.length > 1 || LETTERS.test(title) || all.slice(0, 2).some((m) => LETTERS.test(m.passage.text));
  const parts: SignedPart[] = [];
  let from = 0;
  for (const at of signatures) {
    const marked = all[at]!;
    const name = nameAlone(marked);
    const passages = all
      .slice(from, at)
      .filter((m, i) => !HEADING.test(m.passage.text) && !(i === 0 && from > 0 && isTown(m)));
    if (name && passages.length && (isOfLetters || isInFirstPerson(passages)))
      parts.push({ passages, marked, name });
    from = at + 1;
  }
  return parts.length ? parts : null;
}

/** A piece in the first person whose last paragraph tells who somebody is that it hasn't named before. */
function signedPiece(all: readonly Marked[]): SignedPart[] {
  const marked = all.at(-1);
  const passages = all.slice(0, -1);
  const name = marked?.names[0];
  if (!marked || !name || marked.passage.text.length > LONGEST_ABOUT || marked.quotations.length) return [];
  if (name.from !== 0 || name.words.length < 2 || !isSomebody(marked, name)) return [];
  const written = name.words.join(' ');
  if (!isInFirstPerson(passages) || passages.some((m) => m.passage.text.includes(written))) return [];
  return [{ passages, marked, name }];
}

/** “Mara Quill is …”, “Mara Quill, a retired judge, is …”: not “… is running”. */
function isSomebody({ tokens }: Marked, name: Name): boolean {
  let at = name.to;
  if (tokens[at]?.text === ',') {
    const closes = tokens.findIndex((t, i) => i > at && t.text === ',');
    if (closes < 0) return false;
    at = tokens.findIndex((t, i) => i > closes && IS_SOMEBODY.test(t.lower));
  }
  const verb = tokens[at];
  const next = tokens[at + 1];
  return (
    verb !== undefined && IS_SOMEBODY.test(verb.lower) && next !== undefined && !next.lower.endsWith('ing')
  );
}

/** The name that a paragraph consists of. */
function nameAlone({ tokens, names, quotations }: Marked): Name | null {
  const [name, another] = names;
  if (!name || another || quotations.length || name.words.length < 2 || name.words.length > 4) return null;
  const rest = tokens.filter((t, at) => (at < name.from || at >= name.to) && /[\p{L}\p{N}]/u.test(t.text));
  return rest.length === 0 ? name : null;
}

/** "@quill_reads": somebody signed, but with no name. */
function isHandle({ passage }: Marked): boolean {
  return /^@\w+\.?$/u.test(passage.text);
}

function isTown({ passage }: Marked): boolean {
  return TOWN.test(passage.text.replace(/\.$/u, ''));
}

/** Outside of what others are quoted with. */
function isInFirstPerson(passages: readonly Marked[]): boolean {
  return passages.some((m) =>
    m.tokens.some(
      (t) => !t.quoted && t.text !== 'US' && FIRST_PERSON.test(t.text) && /^\p{L}+$/u.test(t.text),
    ),
  );
}
