import { PERSON_NOUN } from './lexicon.js';
import type { Name } from './names.js';
import type { Marked } from './passage-tokens.js';
import type { Token } from './tokens.js';

/** Passages that are somebody's own words, though nobody quotes them. */
export interface SignedPart {
  readonly passages: readonly Marked[];
  /** Where the name stands that tells whose. */
  readonly marked: Marked;
  readonly name: Name;
}

/** A line about the writer is short. */
const LONGEST_ABOUT = 400;
/** After a name at the head of the last paragraph these tell what its bearer does ("Mara Quill teaches law"). */
const DOES = /^(?:teaches|writes|edits|directs|leads|chairs|heads|runs)$/u;
/** … or is, with an article or at once ("is a judge", "is editor of the Tern"). */
const ARTICLE = /^(?:a|an|the)$/u;
/** What a page of letters puts over them. */
const LETTERS = /\bletters?\b|\breaders\b|\byour say\b/iu;
const LETTERS_HEADING =
  /^(?:letters?(?: to the editor)?|facebook|comments|readers[\p{L} ]*|your say|feedback)[.:]?$/iu;
/** "LETTERS.", "Fargo, N.D.": no words of anybody's. */
const HEADING = /^[\p{Lu}\d\s.,:&'’-]+$/u;
const TOWN = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}(?:, \p{Lu}[\p{L}. ]{0,15})?$/u;
/** So many passages that say "we" are somebody's who writes for more than themselves. */
const WE_PASSAGES = 3;
const QUESTION = /^Q[:.] /u;
const ANSWER = /^A[:.] (?!\p{Lu}\.)/u;
/** So many questions and answers are an interview. */
const LEAST_ANSWERS = 2;
/** What the paper says of an interview behind it. */
const NOTE = /^[[(*]?(?:This|The) (?:interview|conversation|transcript)\b/u;

/**
 * What of an article is in the words of those it names for it: the answers of an interview, letters with their
 * signatures, and an opinion piece with a last line about its writer. Rather nothing than what somebody else tells.
 */
export function signedParts(all: readonly Marked[], title: string): SignedPart[] {
  return interview(all, title) ?? signedLetters(all, title) ?? signedPiece(all);
}

/** “Q: …”, and the answers below: those of who is introduced before the first, and speaks of themselves. */
function interview(all: readonly Marked[], title: string): SignedPart[] | null {
  const first = all.findIndex((_, at) => isQuestion(all, at));
  const introduced = all
    .slice(0, Math.max(0, first))
    .flatMap((marked) => marked.names.filter(isFullName).map((name) => ({ marked, name })));
  const titled = new Set(title.match(/[\p{L}’'-]+/gu));
  const surnames = new Set(introduced.map(({ name }) => name.words.at(-1)));
  const asked = introduced.find(({ name }) => surnames.size === 1 || titled.has(name.words.at(-1)!));
  if (!asked) return null;
  const answers: Marked[] = [];
  let isAnswered = false;
  let count = 0;
  for (let at = first; at < all.length; at++) {
    const marked = all[at]!;
    const isNew = ANSWER.test(marked.passage.text);
    if (isNew) count++;
    isAnswered = isNew || (isAnswered && !isQuestion(all, at) && goesOn(marked, asked.name));
    if (isAnswered) answers.push(marked);
  }
  return count >= LEAST_ANSWERS && answers.some(saysI) ? [{ passages: answers, ...asked }] : null;
}

/** A short question is taken for the heading of its answer. */
function isQuestion(all: readonly Marked[], at: number): boolean {
  const { text, heading } = all[at]!.passage;
  return (
    QUESTION.test(text) ||
    (heading !== null && QUESTION.test(heading) && heading !== all[at - 1]?.passage.heading)
  );
}

/** An answer may have several paragraphs; what tells of others, or of who answers, is the paper's again. */
function goesOn({ passage, names, quotations }: Marked, asked: Name): boolean {
  const surname = asked.words.at(-1);
  return !quotations.length && !NOTE.test(passage.text) && !names.some((n) => n.words.at(-1) === surname);
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
  const isOfLetters = LETTERS.test(title) || all.slice(0, 2).some((m) => isLettersHeading(m));
  const parts: SignedPart[] = [];
  let from = 0;
  for (const at of signatures) {
    const marked = all[at]!;
    const name = nameAlone(marked);
    const passages = all
      .slice(from, at)
      .filter((m, i) => !HEADING.test(m.passage.text) && !(i === 0 && from > 0 && isTown(m)));
    // Two names below each other (one is taken for a heading) sign nothing: they are bylines, or a list.
    const isAlone = marked.passage.heading === (all[at - 1]?.passage.heading ?? null);
    if (!passages.length || !isAlone || (!isOfLetters && !isInFirstPerson(passages))) return null;
    if (name) parts.push({ passages, marked, name });
    from = at + 1;
  }
  return parts.length ? parts : null;
}

function isLettersHeading({ passage }: Marked): boolean {
  return [passage.text, passage.heading ?? ''].some((text) => LETTERS_HEADING.test(text.trim()));
}

/** A piece in the first person whose last paragraph tells what somebody is that it hasn't named before. */
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

/** “Mara Quill is …”, “Mara Quill, a retired judge, is …”: not “… is running”, “… was the only one”. */
function isSomebody({ tokens }: Marked, name: Name): boolean {
  let at = name.to;
  if (tokens[at]?.text === ',') {
    const closes = tokens.findIndex((t, i) => i > at && t.text === ',');
    if (closes < 0) return false;
    at = tokens.findIndex((t, i) => i > closes && (t.lower === 'is' || DOES.test(t.lower)));
  }
  const verb = tokens[at];
  const next = tokens[at + 1];
  if (!verb || !next) return false;
  return DOES.test(verb.lower) || (verb.lower === 'is' && (ARTICLE.test(next.lower) || isNounLike(next)));
}

function isNounLike({ pos, lower }: Token): boolean {
  return PERSON_NOUN.has(lower) || (/^(?:NOUN|PROPN|ADJ)$/u.test(pos) && !/(?:ing|ed)$/u.test(lower));
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

/** Outside of what others are quoted with; a paper's own "we have more" and "told us" are not enough. */
function isInFirstPerson(passages: readonly Marked[]): boolean {
  const saying = passages.filter((m) =>
    m.tokens.some((t) => !t.quoted && /^(?:we|our|ours)$/u.test(t.lower)),
  );
  return passages.some(saysI) || saying.length >= Math.min(WE_PASSAGES, passages.length);
}

/** “I have”, “my”: not “World War I”. */
function saysI({ tokens }: Marked): boolean {
  return tokens.some(
    (t, at) =>
      !t.quoted &&
      (/^(?:me|my|mine)$/u.test(t.lower) ||
        (t.text === 'I' && /^(?:VERB|AUX|ADV|PART)$/u.test(tokens[at + 1]?.pos ?? ''))),
  );
}
