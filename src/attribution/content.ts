import { isClause } from './clause.js';
import type { Cue } from './cue-finder.js';
import { singular } from './can-speak.js';
import { DOCUMENT_NOUN, TIME_WORD } from './lexicon.js';
import { headOf, isVerbal, phraseAfter } from './noun-phrase.js';
import type { Source } from './source.js';
import type { Token } from './tokens.js';

/** Verbs that take a clause or a quotation and hardly ever a noun phrase. */
const CLAUSAL = new Set(
  'say insist argue contend allege think believe conclude complain joke quip remark'.split(' '),
);
/** Verbs that the title of a work may follow. */
const TITLED = new Set('write read blog'.split(' '));
/** Verbs of saying that a gerund may follow ("reported having", "denied taking"). */
const GERUND = new Set(
  'report deny admit acknowledge recall remember recommend suggest propose mention describe'.split(' '),
);
/** Verbs of saying that figures may follow ("reported no leaks", "reports repairs worth $1 million"). */
const COUNTED = new Set(['report', 'estimate']);
/** How far behind such a verb a figure may stand. */
const FARTHEST_FIGURE = 12;
const WH = new Set('how why whether if what when where who which'.split(' '));

/** Where the content of a cue begins behind it, and how it is tied to the cue. */
export interface Opening {
  readonly at: number;
  /** Where it ends at the latest, if that is known. */
  readonly to?: number;
  readonly by: 'quote' | 'that' | 'colon' | 'clause' | 'object' | 'infinitive';
}

/** Looks behind a cue for what was said: a quotation, a that-clause, a bare clause, an object. */
export function openingAfter(
  tokens: readonly Token[],
  cue: Cue,
  start: number,
  high: number,
): Opening | null {
  const { classes } = cue;
  const clausal = classes.has('say') || classes.has('tell') || classes.has('think');
  if (classes.has('with')) {
    const first = tokens[start];
    const takes =
      first &&
      start < high &&
      (first.quoted || beginsPhrase(first) || first.lower.endsWith('ing') || WH.has(first.lower));
    return takes ? { at: start, by: 'object' } : null;
  }
  let i = start;
  let told = false;
  let skipped = 0;
  while (i < high && skipped < 30) {
    const token = tokens[i]!;
    if (token.quoted) {
      if (!isTitle(tokens, i)) return { at: i, by: 'quote' };
      if (TITLED.has(cue.lemma)) return null;
      if (!/^(?:on|in|at|to|['’]s)$/u.test(tokens[i - 1]!.lower)) return { at: i, by: 'quote' };
      // "said on “The Morning Show” that …"
      while (tokens[i]?.quoted) i++;
      skipped++;
      continue;
    }
    if (token.text === ':') return i + 1 < high ? { at: i + 1, by: 'colon' } : null;
    if (/^(?:this|following)$/u.test(token.lower) && tokens[i + 1]?.text === ':' && i + 2 < high)
      return { at: i + 2, by: 'colon' };
    if (/^(?:,|[—–]|--?)$/u.test(token.text)) {
      if (tokens[i + 1]?.quoted) return { at: i + 1, by: 'quote' };
      if (i === start && clausal && tokens[i + 1]?.lower === 'that') return { at: i + 1, by: 'that' };
      // ", in an interview," may stand between the verb and what it says.
      const close = closing(tokens, i, high);
      if (
        close !== null &&
        tokens[close + 1] &&
        (tokens[close + 1]!.lower === 'that' || tokens[close + 1]!.quoted)
      ) {
        i = close + 1;
        skipped += 5;
        continue;
      }
      return null;
    }
    if (
      clausal &&
      token.lower === 'that' &&
      (i > start || isClause(tokens, i + 1, high) || token.pos === 'SCONJ')
    )
      return { at: i, by: 'that' };
    if (isAsked(tokens, i)) {
      while (i < high && !tokens[i]!.quoted && tokens[i]!.text !== ',') i++;
      skipped += 5;
      continue;
    }
    if (clausal && WH.has(token.lower) && i - start <= 1) return { at: i, by: 'that' };
    if (classes.has('do') && token.lower === 'not' && tokens[i + 1]?.lower === 'to')
      return { at: i, by: 'infinitive' };
    if (classes.has('do') && token.lower === 'to' && (token.pos === 'PART' || tokens[i + 1]?.quoted))
      return { at: i, by: 'infinitive' };
    if (classes.has('tell') && !told && !(classes.has('say') && isClause(tokens, i, high))) {
      const object = isObject(token) ? { to: i + 1 } : phraseAfter(tokens, i, high);
      if (object) {
        told = true;
        i = object.to;
        skipped += 2;
        continue;
      }
    }
    if (i === start && GERUND.has(cue.lemma) && token.pos === 'VERB' && token.lower.endsWith('ing'))
      return { at: i, by: 'clause' };
    if (clausal && (isClause(tokens, i, high) || (i === start && takesClause(tokens, cue, i, high))))
      return { at: i, by: 'clause' };
    if (i === start && COUNTED.has(cue.lemma) && isCount(tokens, i, high)) return { at: i, by: 'object' };
    if (i === start && classes.has('as')) {
      const object = objectAs(tokens, i, high);
      if (object) return object;
    }
    if (
      i === start &&
      classes.has('about') &&
      (beginsPhrase(token) || (cue.lemma === 'propose' && token.lower.endsWith('ing')))
    )
      return { at: i, by: 'object' };
    if (token.pos === 'ADV' || TIME_WORD.has(token.lower) || token.pos === 'NUM') {
      i++;
      skipped++;
      continue;
    }
    if (token.pos === 'ADP' || token.lower === 'to') {
      const object = isObject(tokens[i + 1]) ? { to: i + 2 } : phraseAfter(tokens, i + 1, high);
      const to = object ? object.to : i + 1;
      skipped += to - i;
      i = to;
      continue;
    }
    if (i > start && (token.pos === 'NOUN' || token.pos === 'PROPN')) {
      i++;
      skipped++;
      continue;
    }
    return null;
  }
  return null;
}

/** "Roe told him", "whispered to her". */
function isObject(token: Token | undefined): boolean {
  return token !== undefined && /^(?:me|us|him|her|them)$/u.test(token.lower);
}

/** "Roe told the court when asked about it, “…”" */
function isAsked(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i]!.lower === 'when' && /^(?:asked|pressed|questioned|told)$/u.test(tokens[i + 1]?.lower ?? '')
  );
}

/** What texts do with things that people do with clauses ("a study found 12 cases"). */
const FINDS = new Set('find show report estimate list put count record'.split(' '));

/** "A study by Roe found 12 cases": what a text finds. */
export function foundBy(
  tokens: readonly Token[],
  { cue, source }: { readonly cue: Cue; readonly source: Source },
  high: number,
): Opening | null {
  const first = tokens[cue.to];
  const head = headOf(tokens, source.core);
  if (!first || cue.to >= high || !head || !FINDS.has(cue.lemma)) return null;
  const isText = DOCUMENT_NOUN.has(head.lower) || DOCUMENT_NOUN.has(singular(head.lower));
  return isText && beginsPhrase(first) ? { at: cue.to, by: 'object' } : null;
}

/** "the plan, which Roe says would cost billions": a verb follows the cue. */
export function relativeTo(
  tokens: readonly Token[],
  { cue, source }: { readonly cue: Cue; readonly source: Source },
  high: number,
): Opening | null {
  const verb = tokens[cue.to];
  if (!verb || cue.to + 1 >= high || cue.modal || verb.quoted) return null;
  if (!(cue.classes.has('say') || cue.classes.has('think'))) return null;
  const before = tokens[source.from - 1]?.lower ?? '';
  // "for what critics believe is a toy"
  const isRelative = /^(?:which|who|that)$/u.test(before) || (before === 'what' && verb.pos === 'AUX');
  const isFinite = verb.pos === 'AUX' || (verb.pos === 'VERB' && !verb.lower.endsWith('ing'));
  if (!isRelative || !isFinite) return null;
  let to = cue.to;
  while (to < high && (tokens[to]!.quoted || tokens[to]!.text !== ',')) to++;
  return { at: cue.to, to, by: 'clause' };
}

/** After "said" and the like nothing but a clause comes, however it begins ("said because …", "said places such as …"). */
function takesClause(tokens: readonly Token[], cue: Cue, i: number, high: number): boolean {
  if (!CLAUSAL.has(cue.lemma)) return false;
  const first = tokens[i]!;
  if (TIME_WORD.has(first.lower)) return false;
  if (
    !beginsPhrase(first) &&
    !/^(?:if|because|when|while|although|unless|until|after|both)$/u.test(first.lower)
  )
    return false;
  for (let j = i + 1; j < high; j++) {
    const token = tokens[j]!;
    if (token.quoted || isVerbal(token)) return true;
    if (/^[;:]$/u.test(token.text)) return false;
  }
  return false;
}

/** "wrote “The Long Bridge”": every longer word begins with a capital. */
export function isTitle(tokens: readonly Token[], from: number): boolean {
  let to = from;
  while (tokens[to]?.quoted) to++;
  const words = tokens.slice(from, to).filter((t) => /^\p{L}{4,}/u.test(t.text));
  return to - from < 12 && words.length > 0 && words.every((t) => /^\p{Lu}/u.test(t.text));
}

function closing(tokens: readonly Token[], from: number, high: number): number | null {
  for (let j = from + 1; j < Math.min(high, from + 20); j++) {
    if (tokens[j]!.quoted) return null;
    if (tokens[j]!.text === tokens[from]!.text) return j;
  }
  return null;
}

function beginsPhrase(token: Token): boolean {
  return (
    ['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(token.pos) ||
    (token.pos === 'PRON' && /^(?:his|her|their|its|him|them|her|it)$/u.test(token.lower))
  );
}

/** How far behind an object "as" or what it is called in quotation marks may stand. */
const FARTHEST_AS = 6;
const FARTHEST_NAME = 14;

/** "the visit as …", "it “…”": an object and what it is called. */
function objectAs(tokens: readonly Token[], from: number, high: number): Opening | null {
  const object = phraseAfter(tokens, from, high);
  const isOne =
    tokens[from]?.pos === 'PRON' || /^(?:those|these|both|all|some)$/u.test(tokens[from]?.lower ?? '');
  const plain = object ?? (isOne ? { from, to: from + 1 } : null);
  if (!plain) return null;
  for (let i = plain.to; i < Math.min(high, plain.to + FARTHEST_NAME); i++) {
    if (tokens[i]!.quoted || (tokens[i]!.lower === 'as' && i < plain.to + FARTHEST_AS))
      return { at: from, by: 'object' };
    if (/^[,;:—–]$/u.test(tokens[i]!.text)) return null;
  }
  return null;
}

/** "no leaks", "a loss of $3 million", "repairs worth $1 million": a phrase that says how many or how much. */
function isCount(tokens: readonly Token[], from: number, high: number): boolean {
  const first = tokens[from]!;
  if (first.lower === 'no') return true;
  if (!beginsPhrase(first) || TIME_WORD.has(first.lower)) return false;
  for (let i = from; i < Math.min(high, from + FARTHEST_FIGURE); i++) {
    const token = tokens[i]!;
    if (token.quoted || /^[,;:.—–]$/u.test(token.text)) return false;
    if (token.pos === 'NUM' && !TIME_WORD.has(tokens[i - 1]?.lower ?? '')) return true;
  }
  return false;
}
