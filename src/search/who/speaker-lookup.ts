import { genderOfFirstName, isFirstName } from '../../attribution/first-names.js';
import { isTitle } from '../../attribution/titles.js';
import { nameWords } from '../../attribution/person-names.js';
import type { Role, Speaker } from '../../corpus/speakers.js';
import { type AskedSpeaker, suffixOf } from './asked-speaker.js';
import type { Described } from './role-directory.js';
import { askedRole, isKin, roleWord } from './role-words.js';
import type { SpeakerDirectory } from './speaker-directory.js';
import { stem } from '../../text/stem.js';
import { wordVectors } from '../index/word-vectors.js';

/** Of several with one name the one is meant by a title to whom so many times as many stories give it as to the next. */
const FAR_MORE = 3;
/** Of initials, and of words no longer than this, too many names are a letter away ("poet", "Post"). */
const INITIALS = /^\p{Lu}{2,5}$/u;
const SHORT = 4;
const POSSESSIVE = /^(.+)'s?$/u;

type Found = readonly Speaker[] | null;

/** Whoever may be meant, the likeliest first; nobody where nobody fits. */
export function speakersAsked(directory: SpeakerDirectory, asked: AskedSpeaker): readonly Speaker[] {
  const { words, name, titles } = asked;
  // A chief justice is what somebody is, before it is somebody called Justice.
  const isRole = titles.length > 0 && name.length === 1 && isTitle(name[0]!);
  return (
    byName(directory, asked, words) ??
    (isRole ? null : (byTitle(directory, asked) ?? byName(directory, asked, name))) ??
    byRole(directory, asked) ??
    byName(directory, asked, name) ??
    byPartOfName(directory, asked) ??
    bySurnameAlone(directory, asked) ??
    (isRole ? null : byMisspelling(directory, asked)) ??
    []
  );
}

function byName(directory: SpeakerDirectory, asked: AskedSpeaker, words: readonly string[]): Found {
  const [only, ...others] = words;
  const bodies = words === asked.words ? directory.bodies.named(asked.text) : [];
  if (only === undefined || others.length) {
    return (
      some(fitting(asked, [...directory.named(words), ...bodies]).toSorted(moreHeard)) ??
      some(quotedOnly(fitting(asked, directory.holding(words).filter(isPerson))).toSorted(moreHeard))
    );
  }
  const surnamed = fitting(asked, directory.surnamed(only));
  const called = surnamed.some(isQuoted)
    ? surnamed
    : fitting(asked, [...bodies, ...surnamed, ...directory.firstNamed(only)]);
  if (!called.length) return null;
  // What is a surname too ("Baker") may be what somebody is.
  const described = fitting(asked, exactly(directory.roles.described(asked.role)));
  const all = knownOfGender(asked, distinct([...called, ...described])).toSorted(moreHeard);
  // Of one surname all are told, who are only mentioned too: any of them may be meant.
  return some(all.filter(isSurelySomebody)) ?? all;
}

/**
 * Tells whether a role is of somebody by their name: "his adviser", where the last who is named before it may be called so.
 * Whoever else is named near by may have advisers of their own.
 */
function isOfNamed(directory: SpeakerDirectory, { text }: AskedSpeaker) {
  const names = new Map<string, readonly Speaker[]>();
  for (const word of nameWords(text)) {
    const name = bareName(word);
    names.set(roleWord(name), peopleCalled(directory, name));
  }
  return (word: string, { text: role, article, span }: Role): boolean | null => {
    const people = names.get(word);
    if (!people?.length) return null;
    if (!OF_SOMEBODY.test(role)) return false;
    const before = article.text.slice(Math.max(0, span.start - NEAR), span.start).match(CAPITALISED) ?? [];
    for (const name of before.toReversed()) {
      const called = peopleCalled(directory, bareName(name));
      if (called.length) return called.some((speaker) => people.includes(speaker));
    }
    return false;
  };
}

const OF_SOMEBODY = /^(?:his|her|their)\b/iu;
/** How far before a role its "his" may be told, in characters. */
const NEAR = 400;
const CAPITALISED = /\p{Lu}[\p{L}'’-]+/gu;

/** A word of a name as names are compared, without the "'s" behind it. */
function bareName(written: string): string {
  const [word = ''] = nameWords(written);
  return POSSESSIVE.exec(word)?.[1] ?? word;
}

function peopleCalled(directory: SpeakerDirectory, name: string): Speaker[] {
  return [...directory.surnamed(name), ...directory.firstNamed(name)].filter(
    (speaker) => isPerson(speaker) && isSurelySomebody(speaker),
  );
}

/** Of those with one name, who has the title: President Roe is no Roe who never was president. */
function byTitle(directory: SpeakerDirectory, asked: AskedSpeaker): Found {
  const { name, titles } = asked;
  const namesakes = new Set(
    fitting(asked, name.length > 1 ? directory.holding(name) : directory.surnamed(name[0] ?? '')),
  );
  const bearers = directory.roles
    .described(askedRole(titles.join(' ')))
    .filter(({ speaker }) => namesakes.has(speaker))
    .toSorted(moreOften);
  const [first, next] = bearers;
  if (!first) return null;
  const isFirst = !next || first.stories >= FAR_MORE * next.stories;
  return isFirst ? [first.speaker] : bearers.map(({ speaker }) => speaker);
}

/** Whoever may be meant by a role, the likeliest first; null where nobody fits. */
export function byRole(directory: SpeakerDirectory, asked: AskedSpeaker): Found {
  // People are asked for by what one of them is; many are a crowd.
  const crowds = some(directory.bodies.crowds(asked.text));
  if (crowds && /s$/iu.test(asked.text)) return crowds;
  const described = directory.roles
    .described(asked.role)
    .filter(({ speaker }) => isOfGender(asked, speaker))
    .toSorted(moreOften);
  const exact = exactly(described);
  // Of "his wife" it isn't said whose: whoever is one may be meant.
  if (exact.length) return asked.isOfSomebody ? exact : quotedOnly(exact);
  if (crowds) return crowds;
  const inStory = directory.roles
    .inStory(asked.role, isOfNamed(directory, asked))
    .filter((speaker) => isOfGender(asked, speaker));
  if (inStory.length) return quotedOnly(inStory).toSorted(moreHeard);
  // "Candidate Roe" is Roe the candidate, before it is the son of candidate Roe.
  const partly = some(fitting(asked, directory.partlyNamed(asked.text)));
  if (partly) return partly;
  const fewest = Math.min(...described.map(({ extra }) => extra));
  const nearest = described.filter(({ extra, isPast }) => extra === fewest && !isPast);
  return (
    some(
      nearest.length === 1
        ? speakersOf(nearest)
        : quotedOnly(speakersOf(described.filter(({ isPast }) => !isPast))),
    ) ?? some(directory.bodies.crowdsLike(asked.text))
  );
}

/** Somebody whose first name no story tells. */
function bySurnameAlone(directory: SpeakerDirectory, asked: AskedSpeaker): Found {
  const [first = '', ...others] = asked.name;
  const surname = others.at(-1);
  if (surname === undefined || !isFirstName(first) || genderOfFirstName(surname)) return null;
  const gender = genderOfFirstName(first);
  const isThem = (speaker: Speaker) =>
    isOfOneWord(speaker) && (!gender || isOfGender({ ...asked, gender }, speaker));
  return some(fitting(asked, directory.firstNamed(surname).filter(isThem)));
}

function isOfOneWord({ names }: Speaker): boolean {
  return names.every((name) => nameWords(name).length === 1);
}

function isWord(word: string): boolean {
  return wordVectors().rowOf(stem(word)) !== undefined;
}

/** Somebody with a word somewhere in the name. */
function byPartOfName(directory: SpeakerDirectory, asked: AskedSpeaker): Found {
  if (asked.words.length > 1 || !asked.role.size) return null;
  const [word = ''] = asked.name;
  // "NMU Committeeman Roe" is none whom "NMU" means.
  const isBodys = (s: Speaker) =>
    isPerson(s) && s.names.some((n) => n.split(' ').includes(word.toUpperCase()));
  const holding = directory
    .holding(asked.name)
    .filter((s) => (isPerson(s) || s.kind === 'organisation') && !isBodys(s));
  return some(quotedOnly(fitting(asked, holding)).toSorted(moreHeard));
}

function byMisspelling(directory: SpeakerDirectory, asked: AskedSpeaker): Found {
  const [word = '', ...more] = asked.name;
  if (!more.length && (INITIALS.test(asked.text) || (word.length <= SHORT && isWord(word)))) return null;
  const near = directory.misspelt(asked.name);
  const fits = new Set(
    fitting(
      asked,
      near.map(({ speaker }) => speaker),
    ),
  );
  const [first, ...others] = near.filter(({ speaker }) => fits.has(speaker));
  if (!first) return null;
  const nearest = [first, ...others.filter(({ distance }) => distance === first.distance)];
  return some(quotedOnly(nearest.map(({ speaker }) => speaker)).toSorted(moreHeard));
}

/** Who is offered where nobody fits: of the same surname first, then of nearly such a name, then with nearly such a role. */
export function offers(directory: SpeakerDirectory, asked: AskedSpeaker, most: number): readonly Speaker[] {
  const { name, text, role } = asked;
  // In "Roe's wife" the surname stands before the last word.
  const surnames = [
    name.at(-1) ?? '',
    ...nameWords(text).flatMap((word) => POSSESSIVE.exec(word)?.[1] ?? []),
  ];
  const sharing = surnames.flatMap((surname) => directory.surnamed(surname)).toSorted(moreHeard);
  const isFit = (speaker: Speaker) => isOfGender(asked, speaker);
  // Of Mrs. Roe, whom the stories don't name, it helps to know that they have a Mr. Roe; Roe's wife is not Roe.
  const others = isKin(role.heads[0] ?? '') ? [] : sharing;
  const near = [...directory.nearest(name, most), ...directory.roles.near(role)].filter(isFit);
  return distinct([...sharing.filter(isFit), ...others, ...near]).slice(0, most);
}

function some(speakers: readonly Speaker[]): Found {
  return speakers.length ? speakers : null;
}

function distinct(speakers: readonly Speaker[]): readonly Speaker[] {
  return [...new Set(speakers)];
}

/** Of several with one name, those who say something: somebody who is only mentioned is seldom meant. */
function quotedOnly(speakers: readonly Speaker[]): readonly Speaker[] {
  const quoted = speakers.filter(isQuoted);
  return distinct(quoted.length ? quoted : speakers);
}

/** Not what capitals make of a surname ("Says Roe"): whoever is quoted, or has a common first name, a gender or a role. */
function isSurelySomebody(speaker: Speaker): boolean {
  if (isQuoted(speaker) || !isPerson(speaker)) return true;
  if (speaker.gender !== null || speaker.roles.length) return true;
  return speaker.names.some((name) => isFirstName(nameWords(name)[0] ?? ''));
}

function isQuoted({ statements }: Speaker): boolean {
  return statements.length > 0;
}

function isPerson({ kind }: Speaker): boolean {
  return kind === 'person';
}

function isOfGender({ gender }: AskedSpeaker, speaker: Speaker): boolean {
  if (gender === null) return true;
  return speaker.kind === 'person' && (speaker.gender === null || speaker.gender === gender);
}

/** Mrs. Roe is the one who is known to be a woman, where one is. */
function knownOfGender({ gender }: AskedSpeaker, speakers: readonly Speaker[]): readonly Speaker[] {
  const known = speakers.filter((speaker) => gender !== null && speaker.gender === gender);
  return known.length ? known : speakers;
}

/** Those whom the courtesy title and what stands after the name ("Jr.") don't exclude. */
function fitting(asked: AskedSpeaker, speakers: readonly Speaker[]): readonly Speaker[] {
  const { suffix } = asked;
  return distinct(speakers).filter(
    (speaker) =>
      isOfGender(asked, speaker) &&
      (suffix === null || speaker.names.some((name) => suffixOf(name) === suffix)),
  );
}

function speakersOf(described: readonly Described[]): readonly Speaker[] {
  return described.map(({ speaker }) => speaker);
}

function exactly(described: readonly Described[]): readonly Speaker[] {
  return speakersOf(described.filter(({ extra }) => extra === 0));
}

function moreHeard(a: Speaker, b: Speaker): number {
  return b.statements.length - a.statements.length || b.mentions - a.mentions || (a.name < b.name ? -1 : 1);
}

function moreOften(a: Described, b: Described): number {
  return b.stories - a.stories || moreHeard(a.speaker, b.speaker);
}
