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

/** A word that is compared: its number, equal for equal words, and whether it may be passed over for nothing. */
export interface OwnWords {
  readonly ids: Int32Array;
  readonly passable: Uint8Array;
}

/** The number that stands for a cut among the claimed words. */
export const CUT = -1;

const SAME = 1;
/** A little better than to add a word at an end. */
const REPLACED = -0.59;
const ADDED = -0.6;
const LEFT_OUT = -0.5;
/** As good as nothing, but the nearer of two places is taken. */
const SKIPPED = -0.01;

const STOP = 0;
const PAIR = 1;
const OF_CLAIM = 2;
const OF_OWN = 3;
const FREE = 4;

/**
 * The best way to lay claimed words on a stretch of a story, beginning and ending anywhere in it: a semi-global
 * alignment. What stands before and behind costs nothing.
 */
export function align(claimed: Int32Array, own: OwnWords): Step[] {
  const width = own.ids.length + 1;
  const ways = new Uint8Array((claimed.length + 1) * width);
  let before = new Float64Array(width);
  let row = new Float64Array(width);
  for (let i = 1; i <= claimed.length; i++) {
    const word = claimed[i - 1]!;
    const isCut = word === CUT;
    const isLast = i === claimed.length;
    row[0] = before[0]! + (isCut ? 0 : ADDED);
    ways[i * width] = OF_CLAIM;
    for (let j = 1; j < width; j++) {
      let best = before[j]! + (isCut ? 0 : ADDED);
      let way = OF_CLAIM;
      if (!isCut) {
        const pair = before[j - 1]! + (word === own.ids[j - 1] ? SAME : REPLACED);
        if (pair >= best) {
          best = pair;
          way = PAIR;
        }
      }
      const isFree = isCut || own.passable[j - 1] === 1;
      const passed = row[j - 1]! + (isFree ? SKIPPED : LEFT_OUT);
      if (passed > best && !isLast) {
        best = passed;
        way = isFree ? FREE : OF_OWN;
      }
      row[j] = best;
      ways[i * width + j] = way;
    }
    [before, row] = [row, before];
  }
  let end = 0;
  for (let j = 1; j < width; j++) if (before[j]! > before[end]! + 1e-9) end = j;
  return trace(claimed, own, ways, end);
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
      steps.push({ kind: way === FREE ? 'skipped' : 'left-out', claimed: null, own: j });
    }
  }
  return steps.toReversed();
}
