import type { AskedWord } from './asked-words.js';

const FIGURE_KINDS = ['number', 'measure', 'age', 'money', 'share', 'time', 'clock', 'duration'] as const;

/** The kinds of things that answer questions. */
export const KINDS = [...FIGURE_KINDS, 'place', 'person', 'reason', 'manner'] as const;

/** What kind of thing answers a question. */
export type Expectation = (typeof KINDS)[number];

const FIGURES: ReadonlySet<Expectation> = new Set(FIGURE_KINDS);
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DAYS = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const NUMBER_WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|twice|double|triple|none|a third|a quarter';
const PATTERNS: Readonly<Record<Exclude<Expectation, 'reason' | 'manner'>, RegExp>> = {
  number: new RegExp(`\\d|\\b(?:${NUMBER_WORDS})\\b`, 'iu'),
  measure: /(?<!\d)(?!(?:1[5-9]|20)\d\d\b)\d/u,
  age: /\b\d{1,3}[- ]years?[- ]old\b|\b[Aa]ged? (?:of )?\d|\p{Ll}, \d{1,3},|\b(?:was|is|turn(?:s|ed)) \d{1,3}\b(?! ?(?:%|\p{L}))|\b\d0s\b|\b(?:born|birthday)\b/u,
  money:
    /[$£€]\s?\d|\b[\d.,]+ (?:(?:million|billion|trillion|thousand) )?(?:dollars|cents|euros|pounds|dinars|shillings|rubles|pesos|yen|yuan|riyals|lira)\b|\b(?:million|billion|trillion)s? (?:of )?dollars\b/iu,
  share: new RegExp(
    `\\d[\\d.,]*\\s?(?:%|percent|per cent|percentage points)|\\b(?:${NUMBER_WORDS})[- ](?:percent|per cent)\\b|\\b(?:half|a third|a quarter|one-third|two-thirds|three-quarters|majority|one (?:of|in|out of) (?:every )?\\w+|\\w+ (?:of|in|out of) (?:every )?(?:ten|10|\\d+))\\b`,
    'iu',
  ),
  time: new RegExp(
    `\\b(?:1[5-9]|20)\\d\\d\\b|\\b(?:${MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b|\\b(?:${DAYS})\\b|\\b(?:yesterday|today|tonight|tomorrow|ago|a\\.m\\.|p\\.m\\.|noon|midnight|o'clock|(?:last|next|this|previous|following|same) (?:night|day|week|weekend|month|year|spring|summer|fall|autumn|winter|century|decade))\\b|\\d(?:a|p)\\.?m\\b`,
    'u',
  ),
  clock: /\d(?::\d\d)? ?(?:[ap]\.m\b|[ap]m\b)|\b(?:noon|midnight)\b|\bo['’]clock\b/iu,
  duration: new RegExp(
    `\\b(?:\\d[\\d.,-]*|${NUMBER_WORDS}|a|an|several|few|many)[- ](?:(?:more|long|full|whole) )?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))\\b(?! (?:ago|after|before|later|earlier|old|from now)\\b)|\\buntil\\b|\\bsince (?!(?!spring\\b)\\p{L}+ing\\b)`,
    'iu',
  ),
  place:
    /\b(?:in|at|on|to|from|near|outside|inside|across|through|toward|towards|into|of|around|via|off) (?:the |a |an )?(?:[a-z]+ ){0,2}\p{Lu}/u,
  person: /\p{Lu}\p{L}+/u,
};
/** What a sentence holds that tells a reason, the surest first, and how sure that is. */
const REASONS: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:because|reasons?|so that|in order to|(?:due|owing|thanks) to|as a result|cit(?:ed|es|ing)|blam(?:ed|es|ing)|caused?|(?:driven|fueled|prompted|motivated|spurred|inspired) by|on (?:the )?grounds|explain(?:ed|s|ing)?|for fear|out of)\b/iu,
    1,
  ],
  [
    /\b(?:since|therefore|arguing|saying|concern(?:s|ed)?|worr(?:y|ies|ied)|fear(?:s|ed|ing)?|too \p{Ll}+|violat\p{Ll}+|accus\p{Ll}+|over \p{Ll}+|amid|without|never|lack\p{Ll}*|so|if|won't|(?:can|could|would|do|does|did|is|was|are|were|has|have)(?:n['’]t| not)|cannot|for \p{Ll}+ing|by \p{Ll}+ing)\b/iu,
    0.6,
  ],
  [/\b(?:after|when|would|could|might|may|no|not|to \p{Ll}+)\b/iu, 0.3],
];
/** … that tells how something is done. */
const WAYS: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:(?:by|through|via) (?:\p{Ll}+ly |not |also )?\p{Ll}+ing|using|(?:plan|proposal|idea|approach|method|program|strategy|bill|law)s? (?:would|will|involves?|includes?|calls?|requires?|is to)|(?:with|by) the help of|thanks to|means of)\b/iu,
    1,
  ],
  [/\b(?:would|will|through|via|by|with|allow\p{Ll}*|includ\p{Ll}+|designed|succeeded|first|then)\b/iu, 0.6],
  [/\b(?:into|like|as|so|way|from|to \p{Ll}+)\b/iu, 0.3],
];

/** What a story of an agency begins with: "HOBART, May 3 (AP) —". */
const DATELINE = /^\p{Lu}[\p{Lu} .,'’-]{2,}(?:, \p{L}+\.? \d{1,2})?(?: ?\([^)]{2,20}\))? ?[—–-] ?/u;

/** What kind of thing the words of a question ask for; null where any sentence may do. */
export function expectation(words: readonly AskedWord[]): Expectation | null {
  for (const [at, { word }] of words.slice(0, 12).entries()) {
    const next = words[at + 1]?.word ?? '';
    if (word === 'when' && at < 3) return 'time';
    if (word === 'where' && at < 4) return 'place';
    if (word === 'why' || (word === 'how' && next === 'come')) return 'reason';
    if (word === 'how') return howMuch(words, at, next);
    if (word === 'whom' || (word === 'who' && at < 4)) return 'person';
    if (word === 'what' || word === 'which' || word === 'whats') {
      const kind = nounAfter(words, at);
      if (kind) return kind;
      if (/^(?:made|makes|caused|causes|led)$/u.test(next)) return 'reason';
      if (word !== 'which') return words.some((w) => /^(?:cost|costs|price)$/u.test(w.word)) ? 'money' : null;
      return null;
    }
  }
  return null;
}

/** Plain words can't meet what is expected: without a figure or a time there is no answer. */
export function wantsFigure(expects: Expectation | null): boolean {
  return expects !== null && FIGURES.has(expects);
}

/** A reason or a way is told in words that share little with the question. */
export function isTold(expects: Expectation | null): boolean {
  return expects === 'reason' || expects === 'manner';
}

/** Words that only tell what is measured, after "how". */
export function isMeasure(word: string): boolean {
  return /^(?:many|much|tall|old|big|large|far|often|high|few|fast|heavy|deep|wide|long|soon|low|small|little|close)$/u.test(
    word,
  );
}

function howMuch(words: readonly AskedWord[], at: number, next: string): Expectation {
  if (next === 'long') return 'duration';
  if (next === 'old') return 'age';
  if (next === 'much' && isOfMoney(words, at)) return 'money';
  if (/^(?:many|much|few|often|far)$/u.test(next)) return 'number';
  return isMeasure(next) ? 'measure' : 'manner';
}

const MONEY =
  /^(?:money|costs?|pay|paid|pays|spend|spent|price|worth|fined?|charge|earn|earned|dollars?|salary|raised?|owe|owed|debt|revenue|donate|donated|budget|funding)$/u;
const SOLD = /^(?:sell|sold|selling|go|went|going|auction(?:ed)?)$/u;

/** Of words after "how much": "… did it cost", "… did the boat sell for", "… is the fine". */
function isOfMoney(words: readonly AskedWord[], how: number): boolean {
  const sold = words.findIndex((w) => SOLD.test(w.word));
  return (
    words.some((w) => MONEY.test(w.word)) ||
    (sold >= 0 && words.slice(sold).some((w) => w.word === 'for')) ||
    /^(?:is|are|was|were)$/u.test(words[how + 2]?.word ?? '')
  );
}

/** The first noun after "what", as far as the verb: "what was the margin", "what prison sentence". */
function nounAfter(words: readonly AskedWord[], at: number): Expectation | null {
  if (words[at + 1]?.word === 'time' && words[at + 2]?.word !== 'of') return 'clock';
  for (const { word } of words.slice(at + 1, at + 5)) {
    const kind = ofNoun(word);
    if (kind) return kind;
    if (/^(?:did|do|does|say|said|has|have|about|of|for|by)$/u.test(word)) break;
  }
  return null;
}

function ofNoun(word: string): Expectation | null {
  if (/^(?:day|date|year|month|time|hour|week|century|decade)$/u.test(word)) return 'time';
  if (/^(?:place|city|country|state|town|street|location|region|venue|building)$/u.test(word)) return 'place';
  if (/^(?:share|percent|percentage|proportion|fraction)$/u.test(word)) return 'share';
  if (
    /^(?:number|amount|figure|rate|margin|total|population|age|height|weight|size|score|tally|count|vote)$/u.test(
      word,
    )
  )
    return 'number';
  if (/^(?:cost|price|fine|salary|fee|budget)$/u.test(word)) return 'money';
  if (/^(?:reason|cause)$/u.test(word)) return 'reason';
  return null;
}

/** How surely a sentence holds a kind of thing, from 0 to 1 in tenths, whatever is asked. */
export function holds(expects: Expectation, sentence: string): number {
  const told = withoutDateline(sentence);
  if (expects === 'reason') return strongest(REASONS, told);
  if (expects === 'manner') return strongest(WAYS, told);
  return PATTERNS[expects].test(told) ? 1 : 0;
}

/**
 * How well a sentence holds what is expected, from 0 to 1. What the question itself names doesn't count: "how many
 * in 2012" isn't answered by "2012".
 * @param surely what `holds` tells of it
 */
export function meets(
  expects: Expectation,
  sentence: string,
  asked: ReadonlySet<string>,
  surely = holds(expects, sentence),
): number {
  // Most sentences don't even hold it with the question's own words.
  if (!surely || !isNamedByQuestion(expects)) return surely;
  const told = withoutDateline(sentence);
  const isMet =
    expects === 'person' ? namesOthers(told, asked) : PATTERNS[expects].test(withoutAsked(told, asked));
  return isMet ? surely : 0;
}

function withoutDateline(sentence: string): string {
  return sentence.replace(DATELINE, '');
}

/** What the question may name itself. */
function isNamedByQuestion(
  expects: Expectation,
): expects is 'person' | 'place' | 'time' | 'number' | 'measure' {
  return /^(?:person|place|time|number|measure)$/u.test(expects);
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'.,-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;

function withoutAsked(sentence: string, asked: ReadonlySet<string>): string {
  return sentence.replace(WORD, (word) => (asked.has(plain(word)) ? '_' : word));
}

/** Whether a word that wasn't asked has a capital, but for the one that a sentence begins with. */
function namesOthers(sentence: string, asked: ReadonlySet<string>): boolean {
  let isFirst = true;
  for (const [word] of sentence.matchAll(WORD)) {
    if (!isFirst && !PATTERNS.person.test(word)) continue;
    if (asked.has(plain(word))) continue;
    if (PATTERNS.person.test(isFirst ? word.replace(/^[^\p{L}]*\p{Lu}/u, '') : word)) return true;
    isFirst &&= !/\p{L}/u.test(word);
  }
  return false;
}

function strongest(signs: readonly (readonly [RegExp, number])[], text: string): number {
  return signs.find(([sign]) => sign.test(text))?.[1] ?? 0;
}

/** A word as `asked` holds it. */
export function plain(word: string): string {
  const small = word.toLowerCase();
  const end = small.length - (small.endsWith('s') ? 2 : 1);
  return small[end] === "'" || small[end] === '’' ? small.slice(0, end) : small;
}
