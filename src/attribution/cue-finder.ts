import { cueClassesOf, formOf, lemmaOf, prepositionsOf, type CueClass } from './cues.js';
import type { Range } from './noun-phrase.js';
import type { Unit } from './passage-tokens.js';
import type { Token } from './tokens.js';

/** A verb of saying where it stands. */
export interface Cue extends Range {
  /** Index of the verb; `from` and `to` take in its auxiliaries and particle. */
  readonly verb: number;
  readonly lemma: string;
  readonly classes: ReadonlySet<CueClass>;
  readonly participle: boolean;
  /** "would say", "could argue": said by nobody yet. */
  readonly modal: boolean;
}

const BE = new Set("is are was were be been being 're ’re 'm ’m get gets got".split(' '));
const MODAL = new Set("would could should might may must can will shall 'll ’ll 'd ’d wo ca".split(' '));
const NEGATION = /^(?:not|n['’]t|never|neither|nor|hardly|no)$/u;
const CONJUNCTION = /^(?:when|if|unless|as|than|where)$/u;
/** These are verbs of saying whatever the tagger thinks. */
const SURE = new Set(
  `said says told tells wrote writes added adds argued argues insisted insists noted explained explains tweeted asked asserts
  asserted acknowledges acknowledged concedes conceded recalls recalled fumed quipped vowed warned alleged announced declared reads`.split(
    /\s+/u,
  ),
);

const LONGEST_NAME = 4;

/** True for the folded words that make a participle passive ("was told", "got fired"). */
export function isBeing(word: string): boolean {
  return BE.has(word);
}

/** The verbs of saying of a unit, outside quotations, in order. Negated and passive ones say nothing and are left out. */
export function findCues(tokens: readonly Token[], unit: Unit): Cue[] {
  const found: Cue[] = [];
  for (let i = unit.from; i < unit.to; i++) {
    const cue = cueAt(tokens, i, unit);
    if (cue) found.push(cue);
  }
  return found;
}

function cueAt(tokens: readonly Token[], i: number, unit: Unit): Cue | null {
  const token = tokens[i]!;
  if (token.quoted) return null;
  // "the United States should …"
  if (i > unit.from && /^\p{Lu}/u.test(token.text) && /^(?:AUX|VERB)$/u.test(tokens[i + 1]?.pos ?? ''))
    return null;
  const classes = cueClassesOf(token.lower);
  const lemma = lemmaOf(token.lower);
  if (!classes || !lemma) return null;
  // "is promising to …"
  const isProgressive = token.pos === 'ADJ' && token.lower.endsWith('ing') && tokens[i + 1]?.lower === 'to';
  const isVerb = token.pos === 'VERB' || (SURE.has(token.lower) && token.pos !== 'PROPN');
  const isMisread =
    (classes.has('say') && endsQuotation(tokens, i, unit)) ||
    ((classes.has('say') || classes.has('think')) && isRelative(tokens, i, unit));
  if (!isVerb && !isProgressive && !isMisread) return null;
  const form = formOf(token.lower);
  const next = tokens[i + 1]?.lower ?? '';
  const withPreposition = classes.has('with') && prepositionsOf(lemma)?.has(next) === true;
  const isOut = lemma === 'point' && next === 'out';
  // "spoke", "referred" and "pointed" say nothing by themselves.
  if (!withPreposition && !isOut && (lemma === 'point' || (classes.size === 1 && classes.has('with'))))
    return null;
  let p = i - 1;
  let modal = false;
  let passive = false;
  let negated = false;
  let from = i;
  while (p >= unit.from) {
    const before = tokens[p]!;
    if (before.quoted || before.lower === 'most') break;
    if (CONJUNCTION.test(before.lower)) {
      // "told the court when asked": somebody else asked.
      passive ||= form === 'past' && p === i - 1;
      break;
    }
    if (NEGATION.test(before.lower)) negated = true;
    else if (MODAL.has(before.lower)) modal = true;
    else if (isBeing(before.lower)) passive ||= form === 'past' && !/^(?:said|says)$/u.test(token.lower);
    else if (
      before.pos !== 'ADV' &&
      before.pos !== 'AUX' &&
      !(before.lower === 'since' && tokens[p - 1]?.pos === 'AUX')
    )
      break;
    if (before.pos === 'AUX' || before.pos === 'ADV' || before.pos === 'PART') from = p;
    p--;
  }
  if (negated || passive) return null;
  // "a Twitter comment": one thing has no verb in the first form.
  if (form === 'base' && !modal && from === i && isOfOne(tokens, i, unit)) return null;
  const before = tokens[p];
  if (before?.lower === 'to' && !before.quoted) {
    // "went on to say", "continued to argue": still said.
    const verb = tokens[p - 1]?.lower === 'on' ? tokens[p - 2] : tokens[p - 1];
    if (!/^(?:went|goes|go|going|continued|continues)$/u.test(verb?.lower ?? '')) return null;
    from = tokens[p - 1]!.lower === 'on' ? p - 2 : p - 1;
  }
  const to = withPreposition || isOut ? i + 2 : i + 1;
  return {
    from,
    to,
    verb: i,
    lemma,
    classes: withPreposition ? classes : without(classes),
    participle: form === 'ing' && from === i,
    modal,
  };
}

/** "“…,” Roe notes.": between a quotation with its speaker and the end of the clause even what looks like a noun is a verb. */
function endsQuotation(tokens: readonly Token[], i: number, unit: Unit): boolean {
  const next = tokens[i + 1];
  if (next && i + 1 < unit.to && !/^(?:PUNCT|ADP|ADV)$/u.test(next.pos)) return false;
  let from = i;
  while (from > unit.from && i - from < LONGEST_NAME && /^(?:PROPN|PRON|DET)$/u.test(tokens[from - 1]!.pos)) {
    if (tokens[from - 1]!.quoted) break;
    from--;
  }
  return from < i && tokens[from - 1]?.quoted === true && /^[,?!]$/u.test(tokens[from - 2]?.text ?? '');
}

/** "the plan, which the bank estimates would cost billions": a noun would leave "which" without a verb. */
function isRelative(tokens: readonly Token[], i: number, unit: Unit): boolean {
  if (tokens[i + 1]?.pos !== 'AUX' || formOf(tokens[i]!.lower) !== 's') return false;
  let from = i;
  while (
    from > unit.from &&
    i - from <= LONGEST_NAME &&
    /^(?:PROPN|NOUN|ADJ|DET)$/u.test(tokens[from - 1]!.pos)
  )
    from--;
  return (
    i - from > 1 && /^(?:which|who|that)$/u.test(tokens[from - 1]?.lower ?? '') && !tokens[from - 1]!.quoted
  );
}

/** True behind "a" with nothing but nouns and adjectives between. */
function isOfOne(tokens: readonly Token[], i: number, unit: Unit): boolean {
  let from = i - 1;
  while (from > unit.from && i - from <= LONGEST_NAME && /^(?:PROPN|NOUN|ADJ)$/u.test(tokens[from]!.pos))
    from--;
  return /^an?$/u.test(tokens[from]?.lower ?? '') && !tokens[from]!.quoted;
}

/** The verb without its preposition. */
function without(classes: ReadonlySet<CueClass>): ReadonlySet<CueClass> {
  return classes.has('with') ? new Set([...classes].filter((c) => c !== 'with')) : classes;
}
