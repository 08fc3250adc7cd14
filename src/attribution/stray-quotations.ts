import { isPersonal } from './adjacency.js';
import { isTitle } from './content.js';
import type { Attribution } from './extract.js';
import { isVerbal, type Range } from './noun-phrase.js';
import type { Unit } from './passage-tokens.js';
import { mainSubject } from './source.js';
import type { Token } from './tokens.js';

/** Fewer words in quotation marks are a name, or what people call a thing. */
const FEWEST_WORDS = 4;

/**
 * Words in quotation marks that no attribution has, in a sentence about somebody: they are theirs, whatever its verb is
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

/** The subject's own verb; null where it is denied, or stands behind another subject. */
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
  if (!word || verb >= to) return null;
  return isVerbal(word) ? { from: verb, to: verb + 1 } : null;
}
