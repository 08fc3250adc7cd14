import { isPersonal } from './adjacency.js';
import { canSpeak, singular } from './can-speak.js';
import { isTitle } from './content.js';
import { isBeing } from './cue-finder.js';
import { cueClassesOf } from './cues.js';
import type { Attribution } from './attribution.js';
import { isVerbal, phraseAfter, type Range } from './noun-phrase.js';
import { isNounOfSaying } from './nouns-of-saying.js';
import type { Unit } from './passage-tokens.js';
import { mainSubject } from './source.js';
import type { Token } from './tokens.js';

/** Fewer words in quotation marks are a name, or what people call a thing. */
const FEWEST_WORDS = 4;

/** Verbs of what others do to the subject, or give to it. */
const UNDERGOES = new Set(
  `drew earned endured faced got gets heard hears lost received receives saw suffered wears wearing wore won wins`.split(
    ' ',
  ),
);
const MESSAGE = new Set(
  `ad affidavit article banner book boo chant editorial email e-mail headline indictment jeer joke lawsuit letter memo
  message note order petition post poster report rule ruling rumor rumour shirt shout sign slogan story study text tweet
  video`.split(/\s+/u),
);

/**
 * Words in quotation marks that no attribution has, in a sentence about what somebody does: they are theirs, whatever its verb is
 * ("Roe has gone after the plan as “a trap that no one sees”").
 */
export function strayQuotations(
  tokens: readonly Token[],
  unit: Unit,
  at: number,
  found: readonly Attribution[],
): Attribution[] {
  const stray = quotedIn(tokens, unit).filter(
    (q) =>
      wordsIn(tokens, q) >= FEWEST_WORDS &&
      !isTitle(tokens, q.from) &&
      !found.some((a) => a.content.some((c) => c.from < q.to && q.from < c.to)),
  );
  const source = stray.length ? mainSubject(tokens, unit) : null;
  if (!source || !isPersonal(tokens, source)) return [];
  const content = stray.filter((q) => q.from > source.to);
  const [first] = content;
  const verb = first && verbBetween(tokens, source.to, first.from);
  if (!first || !verb) return [];
  const from = taken(found, verb.to, first.from);
  const last = content.at(-1)!;
  return [
    { source, cue: verb, content: [{ from, to: last.to }], unit: at, quotes: false, rule: 'quoted words' },
  ];
}

/** Where what is said begins: behind the verb, and behind what another attribution has taken. */
function taken(found: readonly Attribution[], from: number, to: number): number {
  let start = from;
  for (const a of found)
    for (const r of [a.source, a.cue, ...a.content])
      if (r && r.from < to && r.to > start) start = Math.min(r.to, to);
  return start;
}

/** The stretches in quotation marks behind a unit's beginning. */
function quotedIn(tokens: readonly Token[], unit: Unit): Range[] {
  const found: Range[] = [];
  for (let i = unit.from + 1; i < unit.to; i++) {
    if (!tokens[i]!.quoted || tokens[i - 1]!.quoted) continue;
    let to = i;
    while (to < unit.to && tokens[to]!.quoted) to++;
    found.push({ from: i, to });
  }
  return found;
}

function wordsIn(tokens: readonly Token[], { from, to }: Range): number {
  return tokens.slice(from, to).filter((t) => /\p{L}/u.test(t.text)).length;
}

/**
 * The verb by which the subject itself comes to the quotation; null where it is denied, passive or of what others do to
 * the subject, and where what stands between may make the words another's.
 */
function verbBetween(tokens: readonly Token[], from: number, to: number): Range | null {
  let verb = from;
  while (
    verb < to &&
    (tokens[verb]!.pos === 'ADV' || tokens[verb]!.pos === 'AUX' || tokens[verb]!.pos === 'PART')
  ) {
    if (/^(?:not|n['’]t|never)$/u.test(tokens[verb]!.lower)) return null;
    verb++;
  }
  const word = tokens[verb];
  if (!word || verb >= to || !isVerbal(word) || UNDERGOES.has(word.lower)) return null;
  const isPassive = !word.lower.endsWith('ing') && tokens.slice(from, verb).some((t) => isBeing(t.lower));
  if (isPassive || leadsElsewhere(tokens, verb + 1, to)) return null;
  return { from: verb, to: verb + 1 };
}

/** True where a clause, a message or somebody else stands before the quotation: the words may be theirs. */
function leadsElsewhere(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    const before = tokens[i - 1]!.lower;
    // "…, saying that it is “a trap”"
    if (before === ',' && token.lower.endsWith('ing') && cueClassesOf(token.lower)) return false;
    if (/^(?:that|which|who|whom|whose)$/u.test(token.lower)) return true;
    if (isVerbal(token) && !token.lower.endsWith('ing') && before !== 'to') return true;
    if (/^['’]s?$/u.test(token.text) || isMessage(token.lower)) return true;
    const giver = /^(?:by|from)$/u.test(token.lower) ? phraseAfter(tokens, i + 1, to) : null;
    if (giver && canSpeak(tokens, { core: giver })) return true;
  }
  return false;
}

/** "A claim", "chants", "an email", "the report". */
function isMessage(word: string): boolean {
  return isNounOfSaying(word) || MESSAGE.has(singular(word));
}
