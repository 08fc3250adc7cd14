import type { Speaker } from '../corpus/speakers.js';
import { fold } from '../text/fold.js';
import type { Index } from './index-corpus.js';

/** Who is meant by a name, a part of one, a role, or a misspelling. */
export type WhoResult =
  | { readonly status: 'found'; readonly query: string; readonly speaker: Speaker }
  | { readonly status: 'ambiguous'; readonly query: string; readonly candidates: readonly Speaker[] }
  | { readonly status: 'not-found'; readonly query: string; readonly nearest: readonly Speaker[] };

/** Looks a speaker up. */
export function who(index: Index, query: string): WhoResult {
  const matches = index.corpus.speakers.filter((s) => s.names.some((n) => fold(n).includes(fold(query))));
  const [first] = matches;
  if (first && matches.length === 1) return { status: 'found', query, speaker: first };
  if (first) return { status: 'ambiguous', query, candidates: matches };
  return { status: 'not-found', query, nearest: [] };
}

/** Speakers whose name or role begins or nearly begins as typed, for completion; the most quoted where nothing is typed. */
export function completeSpeakers(index: Index, typed: string, limit: number): Speaker[] {
  return index.corpus.speakers.filter((s) => fold(s.name).includes(fold(typed))).slice(0, limit);
}
