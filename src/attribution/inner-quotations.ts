import { cueClassesOf, formOf } from './cues.js';
import type { Attribution } from './attribution.js';
import type { Range } from './noun-phrase.js';
import type { Unit } from './passage-tokens.js';
import type { Token } from './tokens.js';

/** So many tokens may stand between a verb and what was said ("said the other day,"). */
const FARTHEST = 7;

/** What somebody says that another said: “As Roe put it to me, ‘It shakes,’” said Vale. Only those who are named. */
export function innerQuotations(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  const found: Attribution[] = [];
  for (let i = unit.from + 3; i < unit.to - 2; i++) {
    if (!opensInside(tokens, i)) continue;
    const cue = cueBefore(tokens, i - 1, unit.from);
    const core = cue && nameBefore(tokens, cue.from, unit.from);
    if (!cue || !core || isSupposed(tokens, cue, core.from, unit.from)) continue;
    found.push({
      source: { ...core, core },
      cue,
      content: [{ from: i, to: innerEnd(tokens, i, unit.to) }],
      unit: at,
      quotes: false,
      rule: 'source, then quotation',
      isInner: true,
    });
  }
  return found;
}

/** A mark inside of a quotation, behind a comma or colon and before a capital. */
function opensInside(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  return (
    token.quoted &&
    /^[‘'“"]$/u.test(token.text) &&
    /^[,:]$/u.test(tokens[i - 1]!.text) &&
    tokens[i - 1]!.quoted &&
    /^\p{Lu}/u.test(tokens[i + 1]!.text)
  );
}

function cueBefore(tokens: readonly Token[], end: number, low: number): Range | null {
  for (let i = end - 1; i >= Math.max(low, end - FARTHEST); i--) {
    const token = tokens[i]!;
    if (!token.quoted || /^[.,;:!?‘’“”"]$/u.test(token.text)) return null;
    if (token.pos !== 'VERB') continue;
    const classes = cueClassesOf(token.lower);
    return classes?.has('say') || classes?.has('tell') ? { from: i, to: i + 1 } : null;
  }
  return null;
}

function nameBefore(tokens: readonly Token[], end: number, low: number): Range | null {
  let from = end;
  while (from > low && tokens[from - 1]!.pos === 'PROPN' && tokens[from - 1]!.quoted) from--;
  return from < end ? { from, to: end } : null;
}

/** Where it ends: with its own closing mark, else with the quotation that it stands in. */
function innerEnd(tokens: readonly Token[], open: number, high: number): number {
  let i = open + 1;
  while (i < high && tokens[i]!.quoted && !/^[’'”"]$/u.test(tokens[i]!.text)) i++;
  return i < high && tokens[i]!.quoted ? i + 1 : i;
}

/** "If Roe says, ‘Jump,’ they jump", "When Roe says, …": nobody has said it. */
function isSupposed(tokens: readonly Token[], cue: Range, name: number, low: number): boolean {
  const isPast = formOf(tokens[cue.from]!.lower) === 'past';
  for (let i = name - 1; i >= low && tokens[i]!.pos !== 'PUNCT'; i--) {
    const word = tokens[i]!.lower;
    if (/^(?:if|unless|whenever)$/u.test(word) || (word === 'when' && !isPast)) return true;
  }
  return false;
}
