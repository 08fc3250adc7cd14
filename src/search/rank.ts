import type { Candidate } from './candidates.js';
import type { Features, Looked } from './features.js';
import type { Index } from './index-corpus.js';
import { Look } from './look.js';
import type { Understood } from './question.js';
import type { Speaker } from '../corpus/speakers.js';

/** A passage that was looked at closely, with its score. */
export interface Ranked extends Looked {
  readonly score: number;
}

/** What each feature is worth. */
const WORTH: Readonly<Record<keyof Features, number>> = {
  passage: 0,
  sentence: 0,
  around: 2,
  own: 1,
  story: 5,
  near: 1,
  found: 4,
  speaker: 3,
  named: 1,
  said: 0,
  direct: 2.5,
  meets: 1.5,
  tells: 3,
  opens: -1,
  quotation: 2,
};

const NAMES = [
  'passage',
  'sentence',
  'around',
  'own',
  'story',
  'near',
  'found',
  'speaker',
  'named',
  'said',
  'direct',
  'meets',
  'tells',
  'opens',
  'quotation',
] as const;

/** Candidates by how well they answer, the best first; the order of the corpus settles what is equal. */
export function rank(
  index: Index,
  asked: Understood,
  found: readonly Candidate[],
  strictly: Speaker | null,
): Ranked[] {
  const look = new Look(index, asked, strictly);
  const ranked: Ranked[] = [];
  for (const candidate of found) {
    const looked = look.at(candidate);
    if (looked) {
      const { place, features, sentence, statements } = looked;
      ranked.push({ place, features, sentence, statements, score: score(features, asked) });
    }
  }
  return ranked.toSorted((a, b) => b.score - a.score || a.place - b.place);
}

/** A passage's score: an answer's kind counts as far as its sentence is about what is asked. */
function score(features: Features, { asksWhatSaid }: Understood): number {
  let sum = 0;
  for (const name of NAMES) {
    if ((name === 'said' || name === 'direct') && !asksWhatSaid) continue;
    const factor = name === 'meets' ? Math.min(1, 2 * features.sentence) : 1;
    sum += WORTH[name] * features[name] * factor;
  }
  return sum;
}
