import type { Opening } from './content.js';
import type { Cue } from './cue-finder.js';
import { isNounOfSaying } from './nouns-of-saying.js';
import type { Token } from './tokens.js';

/**
 * How an attribution was found, the surest first:
 * - `quotation, then source`: “…,” Roe said; “…,” said Roe
 * - `source, then quotation`: Roe said, “…”; Roe said: “…”
 * - `colon`: “Roe: “…””, and a sentence that leads to a quotation with a colon
 * - `dash`: “…” — Roe
 * - `turn`: “ROE: …”, a turn in a transcript
 * - `according to`: according to Roe, …; as Roe put it, …
 * - `announced`: the paragraph before said who comes next
 * - `goes on`: a quotation without words of saying, in its speaker's paragraph or the next
 * - `said that`: Roe said (that) …, a clause
 * - `claim, then source`: …, Roe said
 * - `quoted words`: Roe called the plan “a trap”, words in quotation marks inside the story's own sentence
 * - `spoke of`: Roe condemned the plan, a noun phrase
 * - `vowed to`: Roe vowed to …, a verb
 * - `thinks that`: Roe believes that …, a mind and not a mouth
 * - `noun of saying`: Roe's claim that …
 */
export const RULES = [
  'quotation, then source',
  'source, then quotation',
  'colon',
  'dash',
  'turn',
  'according to',
  'announced',
  'goes on',
  'said that',
  'claim, then source',
  'quoted words',
  'spoke of',
  'vowed to',
  'thinks that',
  'noun of saying',
] as const;
export type Rule = (typeof RULES)[number];

/** The rule of content that stands behind its cue. */
export function ruleBehind(cue: Cue, { by }: Opening, words: readonly Token[]): Rule {
  if (words[0]!.quoted && words.at(-1)!.quoted) return 'source, then quotation';
  if (by === 'quote') return 'quoted words';
  if (by === 'object' && words.some((t) => t.quoted) && !areAnothers(words)) return 'quoted words';
  if (by === 'object') return 'spoke of';
  if (by === 'infinitive') return 'vowed to';
  return cue.classes.has('say') || cue.classes.has('tell') || by === 'colon' ? 'said that' : 'thinks that';
}

/** "Roe's claim that the plan is “a trap”": what somebody disputes isn't in their own words. */
function areAnothers(words: readonly Token[]): boolean {
  const before = words.slice(
    0,
    words.findIndex((t) => t.quoted),
  );
  const owner = before.findIndex((t) => /^['’]s?$/u.test(t.text));
  return (
    owner > 0 &&
    before.some(
      (t, k) => k > owner && isNounOfSaying(t.lower) && /^(?:that|of)$/u.test(before[k + 1]?.lower ?? ''),
    )
  );
}
