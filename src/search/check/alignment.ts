/**
 * What became of a word: `same`; `replaced` by another; `added` by who quotes; `left-out` of the passage's own; or
 * `skipped`, because a cut is marked there or words of attribution stand between two parts of one quotation.
 */
export interface Step {
  readonly kind: 'same' | 'replaced' | 'added' | 'left-out' | 'skipped';
  /** The place of the claimed word; null where there is none. */
  readonly claimed: number | null;
  /** The place of the passage's own word; null where there is none. */
  readonly own: number | null;
}

/** Words that are compared: their numbers, equal for equal words, and which may be passed over for nothing. */
export interface OwnWords {
  readonly ids: Int32Array;
  /** 0, {@link BESIDE} or {@link AMID}. */
  readonly passable: Uint8Array;
}

/** A word that stands between two parts of a quotation and is of neither. */
export const BESIDE = 1;
/** A word inside a quotation that who quotes may leave out. */
export const AMID = 2;

/** The number that stands for a cut among the claimed words. */
export const CUT = -1;

/** Hundredths, for whole numbers are faster. */
const SAME = 100;
/** A little better than to add a word at an end. */
const REPLACED = -59;
const ADDED = -60;
const LEFT_OUT = -50;
/** As good as nothing, but the nearer of two places is taken. */
const SKIPPED = -1;
/** A word between the parts of a quotation is none of it, unless who quotes has taken that along too. */
const BETWEEN = -60;

const STOP = 0;
const PAIR = 1;
const OF_CLAIM = 2;
const OF_OWN = 3;

/**
 * The best way to lay claimed words on a stretch of a story, beginning and ending anywhere in it: a semi-global
 * alignment. What stands before and behind costs nothing.
 */
export function align(claimed: Int32Array, own: OwnWords): Step[] {
  const { ids } = own;
  const width = ids.length + 1;
  const ways = new Uint8Array((claimed.length + 1) * width);
  const scores = new Int32Array(width);
  const passing = Int32Array.from(own.passable, (isFree) => (isFree ? SKIPPED : LEFT_OUT));
  const pairing = Int32Array.from(own.passable, (free) => (free === BESIDE ? BETWEEN : 0));
  for (let i = 1; i <= claimed.length; i++) {
    const word = claimed[i - 1]!;
    const isCut = word === CUT;
    const adding = isCut ? 0 : ADDED;
    // Behind the last word everything is free.
    const isLast = i === claimed.length;
    const row = i * width;
    let diagonal = scores[0]!;
    let left = diagonal + adding;
    scores[0] = left;
    ways[row] = OF_CLAIM;
    for (let j = 1; j < width; j++) {
      const above = scores[j]!;
      let best = above + adding;
      let way = OF_CLAIM;
      if (!isCut) {
        const pair = diagonal + pairing[j - 1]! + (word === ids[j - 1] ? SAME : REPLACED);
        if (pair >= best) {
          best = pair;
          way = PAIR;
        }
      }
      if (!isLast) {
        const passed = left + (isCut ? SKIPPED : passing[j - 1]!);
        if (passed > best) {
          best = passed;
          way = OF_OWN;
        }
      }
      diagonal = above;
      left = best;
      scores[j] = best;
      ways[row + j] = way;
    }
  }
  let end = 0;
  for (let j = 1; j < width; j++) if (scores[j]! > scores[end]!) end = j;
  return withinBetween(trace(claimed, own, ways, end), claimed, own);
}

/** What stands between two parts of a quotation is passed over as a whole: a word of its middle is left out. */
function withinBetween(steps: readonly Step[], claimed: Int32Array, { passable }: OwnWords): Step[] {
  const isBeside = (step: Step | undefined) => passable[step?.own ?? -1] === BESIDE;
  const read = [...steps];
  for (let at = 0; at < steps.length; at++) {
    const from = at;
    while (at < steps.length && steps[at]!.kind === 'skipped') at++;
    const [before, after] = [steps[from - 1], steps[at]];
    if (at === from || !isBeside(before) || !isBeside(after)) continue;
    const skipped = steps.slice(from, at);
    if (!skipped.every(isBeside) || claimed.slice(before!.claimed ?? 0, after!.claimed ?? 0).includes(CUT))
      continue;
    read.splice(from, at - from, ...skipped.map((step) => ({ ...step, kind: 'left-out' as const })));
  }
  return read;
}

function trace(claimed: Int32Array, own: OwnWords, ways: Uint8Array, end: number): Step[] {
  const width = own.ids.length + 1;
  const steps: Step[] = [];
  let i = claimed.length;
  let j = end;
  for (let way = ways[i * width + j]!; way !== STOP; way = ways[i * width + j]!) {
    if (way === PAIR) {
      i--;
      j--;
      steps.push({ kind: claimed[i] === own.ids[j] ? 'same' : 'replaced', claimed: i, own: j });
    } else if (way === OF_CLAIM) {
      i--;
      if (claimed[i] !== CUT) steps.push({ kind: 'added', claimed: i, own: null });
    } else {
      j--;
      const isFree = claimed[i - 1] === CUT || own.passable[j] !== 0;
      steps.push({ kind: isFree ? 'skipped' : 'left-out', claimed: null, own: j });
    }
  }
  return steps.toReversed();
}
