import { nameWords } from '../attribution/person-names.js';
import type { Speaker } from '../corpus/speakers.js';
import { fold } from '../text/fold.js';
import type { Index } from './index-corpus.js';
import { Completion } from './speaker-completion.js';
import { SpeakerDirectory, withoutTitles } from './speaker-directory.js';

/** Who is meant by a name, a part of one, a role, or a misspelling. */
export type WhoResult =
  | { readonly status: 'found'; readonly query: string; readonly speaker: Speaker }
  | { readonly status: 'ambiguous'; readonly query: string; readonly candidates: readonly Speaker[] }
  | { readonly status: 'not-found'; readonly query: string; readonly nearest: readonly Speaker[] };

/** How many are offered where nobody fits. */
const MOST_NEAREST = 5;
/** What is longer is no name: only its beginning is looked at. */
const LONGEST_QUERY = 200;

interface Known {
  readonly directory: SpeakerDirectory;
  readonly completion: Completion;
}

/** What is typed around a name and is none of it: marks of a question, of quoting, of markdown, of a mention. */
const EDGES = /^[\s@#*_~`"“”]+|[\s?!.*_~`"“”]+$/gu;

const knownByIndex = new WeakMap<Index, Known>();

function knownOf(index: Index): Known {
  let known = knownByIndex.get(index);
  if (!known) {
    const { speakers } = index.corpus;
    known = { directory: new SpeakerDirectory(speakers), completion: new Completion(speakers) };
    knownByIndex.set(index, known);
  }
  return known;
}

/** Makes so many more speakers of an index ready to be looked up and completed; false where all of them are. */
export function learnSpeakers(index: Index, most: number): boolean {
  const { directory, completion } = knownOf(index);
  return directory.learn(most) || completion.learn(most);
}

/**
 * Looks a speaker up: by a full name, a surname, a first name that only one has, a role, and at last by a misspelt
 * name. A name whose other part nobody here has is not found, however well known the first part is.
 */
export function who(index: Index, query: string): WhoResult {
  const { directory } = knownOf(index);
  directory.learn();
  const asked = query
    .slice(0, LONGEST_QUERY)
    .replace(/^\s*who(?:['’]s| is| are| was)?\s+/iu, '')
    .replace(EDGES, '')
    .replace(/^the\s+/iu, '');
  const all = nameWords(asked.replace(/[’']s?$/u, ''));
  if (!all.length) return { status: 'not-found', query, nearest: [] };
  const words = withoutTitles(all);
  const found =
    byName(directory, all) ??
    byName(directory, words) ??
    byRole(directory, asked) ??
    byMisspelling(directory, words);
  const [first, ...others] = found ?? [];
  if (!first) {
    const near = [...directory.nearlyDescribed(asked), ...directory.nearest(words, MOST_NEAREST)];
    return { status: 'not-found', query, nearest: [...new Set(near)].slice(0, MOST_NEAREST) };
  }
  if (!others.length) return { status: 'found', query, speaker: first };
  return {
    status: 'ambiguous',
    query,
    candidates: [first, ...others].toSorted(moreHeard),
  };
}

type Found = readonly Speaker[] | null;

function some(speakers: readonly Speaker[]): Found {
  return speakers.length ? speakers : null;
}

function byName(directory: SpeakerDirectory, words: readonly string[]): Found {
  const [first] = words;
  if (words.length !== 1 || first === undefined) return byFullName(directory, words);
  const surnamed = directory.surnamed(first);
  if (surnamed.some((s) => s.statements.length > 0)) return quotedOnly(surnamed);
  // "Bill" may be the bill that a story tells of, and somebody's first name.
  const called = [...directory.named(words), ...surnamed, ...directory.firstNamed(first)];
  if (called.length) return quotedOnly(called);
  return some(
    quotedOnly(directory.holding(words).filter((s) => s.kind !== 'group' && s.kind !== 'document')),
  );
}

function byFullName(directory: SpeakerDirectory, words: readonly string[]): Found {
  const named = directory.named(words);
  if (named.length) return named;
  const holding = directory.holding(words).filter((s) => s.kind === 'person');
  return some(quotedOnly(holding));
}

/** Of several with one name, those who say something: somebody who is only mentioned is seldom meant. */
function quotedOnly(speakers: readonly Speaker[]): readonly Speaker[] {
  const distinct = [...new Set(speakers)];
  const quoted = distinct.filter((s) => s.statements.length > 0);
  return quoted.length ? quoted : distinct;
}

function byRole(directory: SpeakerDirectory, text: string): Found {
  const described = directory.described(text);
  const exactly = described.filter((d) => d.extra === 0).map((d) => d.speaker);
  if (exactly.length) return quotedOnly(exactly);
  // "Candidate Roe" is Roe the candidate, before it is the son of candidate Roe.
  const partly = directory.partlyNamed(text);
  if (partly.length) return partly;
  const nearest = described.filter((d) => d.extra === described[0]!.extra).map((d) => d.speaker);
  return nearest.length === 1 ? nearest : some(quotedOnly(described.map((d) => d.speaker)));
}

function byMisspelling(directory: SpeakerDirectory, words: readonly string[]): Found {
  const near = directory.misspelt(words);
  const [best] = near;
  if (!best) return null;
  return quotedOnly(near.filter((n) => n.distance === best.distance).map((n) => n.speaker));
}

function moreHeard(a: Speaker, b: Speaker): number {
  return b.statements.length - a.statements.length || b.mentions - a.mentions || (a.name < b.name ? -1 : 1);
}

/** Speakers whose name or role begins or nearly begins as typed, for completion; the most quoted where nothing is typed. */
export function completeSpeakers(index: Index, typed: string, limit: number): Speaker[] {
  const wanted = fold(typed.slice(0, LONGEST_QUERY));
  if (!wanted) return index.corpus.speakers.slice(0, limit);
  const { completion } = knownOf(index);
  completion.learn();
  return completion.complete(wanted, limit);
}
