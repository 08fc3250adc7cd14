import type { Candidate } from './candidates.js';
import { wantsFigure } from '../question/expectation.js';
import type { Features, Looked } from './features.js';
import type { Index } from '../index/index-corpus.js';
import { Look } from './look.js';
import { quotes } from './quotes.js';
import type { Understood } from '../question/question.js';
import type { Speaker } from '../../corpus/speakers.js';

/** A passage that was looked at closely, with its score. */
export interface Ranked extends Looked {
  readonly score: number;
}

type Worth = Readonly<Record<Exclude<keyof Features, 'sentence'>, number>>;

/** What each feature is worth. */
const WORTH: Worth = {
  around: 2,
  own: 1,
  story: 5,
  near: 1,
  found: 4,
  speaker: 3,
  named: 1,
  direct: 2.5,
  meets: 1.5,
  tells: 3,
  opens: -1,
  quotation: 2,
};

/** Candidates by how well they answer, the best first; the order of the corpus settles what is equal. */
export function rank(
  index: Index,
  asked: Understood,
  found: readonly Candidate[],
  strictly: Speaker | null,
): Ranked[] {
  const look = new Look(index, asked, strictly);
  const worth = worthFor(asked);
  const ranked: Ranked[] = [];
  for (const candidate of found) {
    const looked = look.at(candidate);
    if (!looked) continue;
    const { place, features, shown } = looked;
    ranked.push({ place, features, shown, score: score(features, worth) });
  }
  return quotationsFirst(index, asked, ranked).toSorted((a, b) => b.score - a.score || a.place - b.place);
}

/** What a quotation is better than what introduces it. */
const BEFORE_INTRODUCTION = 0.01;

/**
 * Where it is asked what somebody said, a paragraph that is their quotation of it comes before the one that introduces it,
 * which has more of the question's words ("Roe blasted the plan for the harbour." "It is madness," she said.).
 */
function quotationsFirst(index: Index, asked: Understood, ranked: readonly Ranked[]): readonly Ranked[] {
  if (!asked.asksWhatSaid || !asked.subject || asked.expects) return ranked;
  const byPlace = new Map(ranked.map((r) => [r.place, r]));
  return ranked.map((r) => {
    const before = byPlace.get(r.place - 1);
    const { direct, speaker, sentence } = r.features;
    const isQuotation = direct === 1 && speaker > 0 && sentence > 0;
    if (!before || !isQuotation || index.storyOf[before.place] !== index.storyOf[r.place]) return r;
    // What says twice as much of the matter is no introduction, but the answer.
    const saysMore = before.features.own > 2 * r.features.own;
    const isIntroduction =
      before.features.named > 0 && !saysMore && !quotes(index.corpus.passages[before.place]!.text);
    return isIntroduction ? { ...r, score: Math.max(r.score, before.score + BEFORE_INTRODUCTION) } : r;
  });
}

/** Without the figure that is asked for, all other words are no answer. */
const WORTH_OF_FIGURE = 5;
/** Who speaks tells less where it isn't asked what somebody said. */
const WORTH_OF_SPEAKER = 2;

function worthFor({ asksWhatSaid, expects }: Understood): Worth {
  const meets = wantsFigure(expects) ? WORTH_OF_FIGURE : WORTH.meets;
  return asksWhatSaid ? { ...WORTH, meets } : { ...WORTH, meets, speaker: WORTH_OF_SPEAKER, direct: 0 };
}

/** A passage's score: an answer's kind counts as far as its sentence, or all that stands around it, is about what is asked. */
function score(features: Features, worth: Worth): number {
  return (
    worth.around * features.around +
    worth.own * features.own +
    worth.story * features.story +
    worth.near * features.near +
    worth.found * features.found +
    worth.speaker * features.speaker +
    worth.named * features.named +
    worth.direct * features.direct +
    worth.meets * features.meets * Math.min(1, Math.max(2 * features.sentence, features.around)) +
    worth.tells * features.tells +
    worth.opens * features.opens +
    worth.quotation * features.quotation
  );
}
