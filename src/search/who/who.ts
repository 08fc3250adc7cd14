import type { Speaker } from '../../corpus/speakers.js';
import { fold } from '../../text/fold.js';
import { askedOf } from './asked-speaker.js';
import type { Index } from '../index/index-corpus.js';
import { Completion } from './speaker-completion.js';
import { SpeakerDirectory } from './speaker-directory.js';
import { byRole, offers, speakersAsked } from './speaker-lookup.js';

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
  const asked = askedOf(query.slice(0, LONGEST_QUERY));
  if (!asked.words.length) return { status: 'not-found', query, nearest: [] };
  const [first, ...others] = speakersAsked(directory, asked);
  if (!first) return { status: 'not-found', query, nearest: offers(directory, asked, MOST_NEAREST) };
  return others.length
    ? { status: 'ambiguous', query, candidates: [first, ...others] }
    : { status: 'found', query, speaker: first };
}

/** The one person whom a role means; null where it means nobody, or may mean several. */
export function holderOfRole(index: Index, role: string): Speaker | null {
  const { directory } = knownOf(index);
  directory.learn();
  const [holder, ...others] = byRole(directory, askedOf(role.slice(0, LONGEST_QUERY))) ?? [];
  return holder?.kind === 'person' && !others.length ? holder : null;
}

/** Speakers whose name or role begins or nearly begins as typed, for completion; the most quoted where nothing is typed. */
export function completeSpeakers(index: Index, typed: string, limit: number): Speaker[] {
  const wanted = fold(typed.slice(0, LONGEST_QUERY));
  if (!wanted) return index.corpus.speakers.slice(0, limit);
  const { completion } = knownOf(index);
  completion.learn();
  return completion.complete(wanted, limit);
}
