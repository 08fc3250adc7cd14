import { isClause } from './clause.js';
import { type Opening } from './content.js';
import { cueClassesOf } from './cues.js';
import { OCCASION_NOUN, TIME_WORD } from './lexicon.js';
import { phraseAfter, type Range } from './noun-phrase.js';
import type { Unit } from './passage-tokens.js';
import type { Token } from './tokens.js';

/** Words after a quotation that tell when something was said, not what. */
const CIRCUMSTANCE = /^(?:during|after|before|when|while|as|since|following|amid|last|this|earlier|later)$/u;

/** "in an interview", "on Twitter", "at a rally": the occasion on which something was said. */
function saysWhen(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:in|on|at)$/u.test(tokens[i]!.lower)) return false;
  return tokens
    .slice(i + 1, i + 5)
    .some((t) => !t.quoted && (OCCASION_NOUN.has(t.lower) || TIME_WORD.has(t.lower)));
}

/** Where content that begins at `from` ends: before the next attribution of the same sentence, else with the sentence. */
export function contentEnd(tokens: readonly Token[], from: number, unit: Unit, by: Opening['by']): number {
  let quotes = false;
  let dashes = 0;
  for (let i = from + 1; i < unit.to; i++) {
    const token = tokens[i]!;
    if (token.quoted) continue;
    if (token.text === ';') return i;
    if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') return cutBefore(tokens, i, from);
    const afterQuote = tokens[i - 1]!.quoted;
    quotes ||= afterQuote;
    dashes += DASH.test(token.text) ? 1 : 0;
    if (quotes && dashes < 2 && leavesQuote(tokens, i, unit.to)) return i;
    if ((afterQuote && isAside(tokens, i, unit.to)) || beginsClaim(tokens, i, unit.to))
      return cutBefore(tokens, i, from);
    if (
      by === 'object' &&
      afterQuote &&
      (CIRCUMSTANCE.test(token.lower) ||
        saysWhen(tokens, i) ||
        TIME_WORD.has(token.lower) ||
        token.text === ',')
    )
      return i;
    if (beginsCue(tokens, i, from) || beginsVerb(tokens, i, from, unit.to)) return cutBefore(tokens, i, from);
    if (
      /^(?:but|while|though|although)$/u.test(token.lower) &&
      tokens[i - 1]!.text === ',' &&
      isClause(tokens, i + 1, unit.to)
    )
      return i - 1;
  }
  return trimEnd(tokens, from, unit.to);
}

/** A comma or dash from which the story goes on in its own voice, behind words that were quoted. */
function leavesQuote(tokens: readonly Token[], i: number, high: number): boolean {
  const next = tokens[i + 1];
  const rest = tokens.slice(i + 1, Math.min(high, i + FAR));
  if (!next || rest.some((t) => t.quoted)) return false;
  if (DASH.test(tokens[i]!.text)) return !rest.some((t) => DASH.test(t.text));
  return (
    tokens[i]!.text === ',' && (ASIDE.test(next.lower) || (next.pos === 'VERB' && next.lower.endsWith('ing')))
  );
}

/** Words behind a comma with which the story goes on in its own voice. */
const ASIDE =
  /^(?:which|who|whom|whose|where|as|when|while|after|before|since|although|though|but|with|amid|despite|following|during|a|an|one|part|another)$/u;

const DASH = /^(?:[—–-]|--)$/u;
/** Two dashes set apart what is only put in: the second is looked for so many tokens behind the first. */
const FAR = 40;
/** A quotation so many tokens behind another goes on with it. */
const NEAR = 8;

/** True where a quotation ends and the story goes on in its own voice ("…,” a swipe at …", "…,” when asked"). */
function isAside(tokens: readonly Token[], i: number, high: number): boolean {
  const token = tokens[i]!;
  const rest = tokens.slice(i + 1, Math.min(high, i + FAR));
  // Two dashes set apart what is only put in.
  if (token.text === '(') return true;
  if (DASH.test(token.text)) return !rest.some((t) => DASH.test(t.text));
  const isComma = token.text === ',';
  const next = isComma ? rest[0] : token;
  if (!next || next.quoted) return false;
  if (!isComma && tokens[i - 2]?.text !== ',')
    return /^(?:as|when|while|until|after|before)$/u.test(next.lower) && isClause(tokens, i + 1, high);
  if (rest.slice(0, NEAR).some((t) => t.quoted)) return false;
  return ASIDE.test(next.lower) || (next.pos === 'VERB' && /(?:ing|ed)$/u.test(next.lower));
}

/** ", and Vale vowed to …": another's claim. */
function beginsClaim(tokens: readonly Token[], i: number, high: number): boolean {
  if (!/^(?:and|but|while)$/u.test(tokens[i]!.lower)) return false;
  const before = tokens[i - 1]!;
  if (before.text !== ',' && !before.quoted) return false;
  const subject = phraseAfter(tokens, i + 1, high);
  if (!subject) return false;
  let verb = subject.to;
  while (tokens[verb]?.pos === 'ADV') verb++;
  const word = tokens[verb];
  return (
    word !== undefined &&
    verb < high &&
    !word.quoted &&
    word.pos === 'VERB' &&
    cueClassesOf(word.lower) !== undefined
  );
}

/** ", adding that …": a participle of saying. */
function beginsCue(tokens: readonly Token[], i: number, from: number): boolean {
  const token = tokens[i]!;
  const before = tokens[i - 1]!;
  if (token.pos !== 'VERB' || !token.lower.endsWith('ing') || i <= from + 2) return false;
  const classes = cueClassesOf(token.lower);
  if (!classes || !(classes.has('say') || classes.has('tell') || classes.has('as'))) return false;
  return /^[,—–]$/u.test(before.text) || (before.quoted && /^["”'’»]+$/u.test(before.text));
}

/** "… and added", "… but stopped short of": the source's next deed. */
function beginsVerb(tokens: readonly Token[], i: number, from: number, high: number): boolean {
  const word = tokens[i]!.lower;
  if ((word !== 'and' && word !== 'but') || i <= from + 1) return false;
  let j = i + 1;
  while (tokens[j]?.pos === 'ADV') j++;
  const verb = tokens[j];
  if (
    !verb ||
    j >= high ||
    verb.quoted ||
    verb.pos !== 'VERB' ||
    !/(?:ed|s|said|told|wrote|went|got|made|gave|took|kept)$/u.test(verb.lower)
  )
    return false;
  if (word === 'but' || (tokens[i - 1]!.quoted && !verb.lower.endsWith('s'))) return true;
  const classes = cueClassesOf(verb.lower);
  return classes !== undefined && (classes.has('say') || classes.has('tell'));
}

function cutBefore(tokens: readonly Token[], i: number, from: number): number {
  let end = i;
  while (end > from && /^(?:[,—–]|and|but)$/u.test(tokens[end - 1]!.lower) && !tokens[end - 1]!.quoted) end--;
  return end;
}

/** Without the sentence's own full stop. */
export function trimEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from && !tokens[end - 1]!.quoted && /^[.,;:!?—–-]$/u.test(tokens[end - 1]!.text)) end--;
  return end;
}

/** Where the clause before a postposed source ("…, Roe said") begins, looking back from `end`. */
export function clauseStart(tokens: readonly Token[], end: number, low: number): Range | null {
  let from = low;
  while (from < end && /^(?:but|and|yet|so|[,;—–])$/u.test(tokens[from]!.lower) && !tokens[from]!.quoted)
    from++;
  let to = end;
  while (to > from && /^[,—–]$/u.test(tokens[to - 1]!.text) && !tokens[to - 1]!.quoted) to--;
  return to > from ? { from, to } : null;
}
