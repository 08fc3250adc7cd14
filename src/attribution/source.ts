import { TIME_WORD } from './lexicon.js';
import { canSpeak, speakerIn } from './can-speak.js';
import { isVerbal, phraseAfter, phraseBefore, type Range } from './noun-phrase.js';
import type { Unit } from './passage-tokens.js';
import { coreOf, describes } from './source-after.js';
import type { Token } from './tokens.js';

/** Who says: the whole source with its appositions, and the phrase in it that names who. */
export interface Source extends Range {
  readonly core: Range;
}

/** What ties a noun to somebody ("attacks by Roe, who said"). */
const WHOSE = /^(?:of|by|from|for|with|to|among|on|against|about|in)$/u;
const MOST_LINKS = 3;
const CLOSERS = new Set([',', '—', '–', '―', '--', '-']);
const SUBORDINATOR = new Set(
  'while when because since although though unless until after before as if whereas whether that than where what how why'.split(
    ' ',
  ),
);

/** Index of the last token before `i` that is neither adverb nor auxiliary: where the subject of a verb at `i` ends. */
function skipBack(tokens: readonly Token[], i: number, low: number): number {
  let p = i - 1;
  while (p >= low) {
    const token = tokens[p]!;
    if (token.quoted) break;
    if (
      token.pos === 'AUX' ||
      (token.pos === 'ADV' && !/^(?:there|most)$/u.test(token.lower)) ||
      /^(?:n.t|not|never|also|even|just|all|both|’d|'d|’ve|'ve|’s|'s|to)$/u.test(token.lower) ||
      (token.lower === 'since' && tokens[p - 1]?.pos === 'AUX')
    ) {
      // A possessive mark is no auxiliary.
      if (/^['’]s$/u.test(token.lower) && token.pos === 'PART') break;
      if (token.lower === 'to' || (/^(?:all|both)$/u.test(token.lower) && p === low)) break;
      p--;
      continue;
    }
    // "Roe on Monday said", "Roe last week said", "Roe Monday said"
    if (TIME_WORD.has(token.lower) && p > low) {
      let q = p - 1;
      while (
        q >= low &&
        (TIME_WORD.has(tokens[q]!.lower) ||
          tokens[q]!.pos === 'NUM' ||
          /^(?:last|this|next|late|early)$/u.test(tokens[q]!.lower))
      )
        q--;
      if (q >= low && /^(?:on|in|since|at|by)$/u.test(tokens[q]!.lower)) q--;
      if (q >= low && (/^(?:PROPN|NOUN|PRON)$/u.test(tokens[q]!.pos) || /^[,)]$/u.test(tokens[q]!.text))) {
        p = q;
        continue;
      }
    }
    break;
  }
  return p;
}

/** The source that stands before a verb at `verb`, appositions included; null where there is none. */
export function sourceBefore(tokens: readonly Token[], verb: number, low: number): Source | null {
  const p = skipBack(tokens, verb, low);
  if (p < low) return null;
  const token = tokens[p]!;
  if (token.quoted) return null;
  if (CLOSERS.has(token.text)) {
    const opener = openerOf(tokens, p, low);
    if (opener === null) return null;
    const before = phraseBefore(tokens, opener, low);
    const chained = isApposition(tokens, opener + 1, p) ? chainedName(tokens, opener, low) : null;
    if (chained && before && (tokens[before.to - 1]!.pos !== 'PROPN' || isOrigin(tokens, before)))
      return { from: chained.from, to: p + 1, core: chained };
    if (before && isApposition(tokens, opener + 1, p)) {
      const core = coreOf(tokens, before, { from: opener + 1, to: p });
      const named = earlierName(tokens, before, low);
      if (named) return { from: named.from, to: p + 1, core: named };
      return { from: before.from, to: p + 1, core };
    }
    // Another apposition before it ("Roe, 45, a lawyer, said").
    if (CLOSERS.has(tokens[opener - 1]?.text ?? '') || (before && before.to - before.from <= 2)) {
      const first = openerOf(tokens, opener, low);
      const head = first === null ? null : phraseBefore(tokens, first, low);
      if (head && tokens[head.from]?.pos === 'PROPN') return { from: head.from, to: p + 1, core: head };
    }
    const plain = before && isParenthesis(tokens, opener + 1, p) ? { ...before, core: before } : null;
    return plain && canSpeak(tokens, plain) ? plain : (interrupted(tokens, p, low) ?? plain);
  }
  const phrase = phraseBefore(tokens, p + 1, low);
  if (!phrase) return null;
  const first = tokens[phrase.from]!;
  // "what critics call …"
  if (first.lower === 'what' && phrase.to - phrase.from > 1)
    return { from: phrase.from + 1, to: phrase.to, core: { from: phrase.from + 1, to: phrase.to } };
  if (first.lower === 'who' || first.lower === 'which') return relative(tokens, phrase.from, low);
  const longer = /^(?:he|she|they|it|i|we|you)$/u.test(first.lower) ? null : reduced(tokens, phrase, low);
  return longer ?? { ...phrase, core: phrase };
}

/** "Veterans who came to the rally, including Roe, said": what stands first, where only commas and descriptions follow. */
function interrupted(tokens: readonly Token[], close: number, low: number): Source | null {
  let start = low;
  while (/^(?:and|but|yet|so|,)$/u.test(tokens[start]?.lower ?? '')) start++;
  const first = phraseAfter(tokens, start, close);
  if (!first || first.from !== start || close - start > 40) return null;
  const link = tokens[first.to];
  if (!link || !(link.text === ',' || /^(?:who|whose)$/u.test(link.lower) || /(?:ing|ed)$/u.test(link.lower)))
    return null;
  const rest = tokens.slice(first.to, close);
  if (rest.some((t) => t.quoted) || /^(?:and|but)$/u.test(tokens[first.to + 1]?.lower ?? '')) return null;
  const verb = rest.findIndex(
    (t, k) => isVerbal(t) && !/(?:ing|ed|en)$/u.test(t.lower) && !(k === 1 && t.pos === 'VERB'),
  );
  // A finite verb may stand in a relative clause only.
  if (verb >= 0 && !rest.slice(0, verb).some((t) => /^(?:who|whose|which|whom|that)$/u.test(t.lower)))
    return null;
  const source = { from: first.from, to: close + 1, core: first };
  return canSpeak(tokens, source) ? source : null;
}

/** "Roe, 45, who lives here, who knows it, said": the name before several appositions. */
function chainedName(tokens: readonly Token[], opener: number, low: number): Range | null {
  let at = opener;
  for (let links = 0; links < MOST_LINKS; links++) {
    const previous = openerOf(tokens, at, low);
    if (previous === null || !isApposition(tokens, previous + 1, at)) return null;
    const name = phraseBefore(tokens, previous, low);
    if (name && tokens.slice(name.from, name.to).every((t) => t.pos === 'PROPN')) return name;
    at = previous;
  }
  return null;
}

/** ", of Lund,": no speaker, but where the one before is from. */
function isOrigin(tokens: readonly Token[], { from }: Range): boolean {
  return /^(?:of|from)$/u.test(tokens[from - 1]?.lower ?? '') && tokens[from - 2]?.text === ',';
}

/** "Roe, the attorney general of Ohio, one of the states, said": the name before a chain of appositions. */
function earlierName(tokens: readonly Token[], phrase: Range, low: number): Range | null {
  if (tokens[phrase.from - 1]?.text !== ',' || phrase.from - 2 < low) return null;
  const name = phraseBefore(tokens, phrase.from - 1, low);
  if (!name || tokens[name.to - 1]!.pos !== 'PROPN') return null;
  return describes(tokens, name, phrase.from, phrase.to) ? name : null;
}

/** "Protesters marching through the streets said": the noun that a participle or relative clause hangs on. */
function reduced(tokens: readonly Token[], phrase: Range, low: number): Source | null {
  const before = tokens[phrase.from - 1];
  if (
    phrase.from - 1 <= low ||
    !before ||
    before.quoted ||
    /^[,;:—–.()]$/u.test(before.text) ||
    before.pos === 'CCONJ'
  )
    return null;
  let start = phrase.from - 1;
  while (
    start > low &&
    phrase.from - start < 20 &&
    !/^[,;:—–.()]$/u.test(tokens[start - 1]!.text) &&
    !tokens[start - 1]!.quoted
  )
    start--;
  const first = phraseAfter(tokens, start, phrase.from);
  if (!first || first.from !== start || first.to >= phrase.from) return null;
  const link = tokens[first.to]!;
  const rest = tokens.slice(first.to, phrase.from);
  const isClause = /^(?:who|that)$/u.test(link.lower);
  const hangs =
    (link.pos === 'VERB' && /(?:ing|ed|en|own)$/u.test(link.lower)) ||
    link.pos === 'ADJ' ||
    link.pos === 'ADP';
  if (!isClause && (!hangs || rest.some((t) => t.pos === 'AUX'))) return null;
  const source = { from: first.from, to: phrase.to, core: first };
  return canSpeak(tokens, source) ? source : null;
}

/** "X, who said": the noun before the relative clause speaks. */
function relative(tokens: readonly Token[], who: number, low: number): Source | null {
  const end = CLOSERS.has(tokens[who - 1]?.text ?? '') ? who - 1 : who;
  const antecedent = phraseBefore(tokens, end, low);
  if (!antecedent) return null;
  // "Roe, a member of the council, who said": the council is no "who".
  const named = tokens[who]!.lower === 'who' ? earlierName(tokens, antecedent, low) : null;
  if (named) return { from: who, to: who + 1, core: named };
  const core =
    tokens[who]!.lower === 'which' ? lastNamed(tokens, antecedent) : lastListed(tokens, antecedent);
  const speaker = canSpeak(tokens, { core, from: -1 }) ? core : (speakerIn(tokens, core, WHOSE) ?? core);
  return { from: who, to: who + 1, core: speaker };
}

/** "a ruling from the Board of Ferries, which said": the body that is named last is what "which" means. */
function lastNamed(tokens: readonly Token[], { from, to }: Range): Range {
  for (let i = to - 1; i > from; i--) {
    if (/^(?:from|with|by|to|against|at)$/u.test(tokens[i]!.lower) && tokens[to - 1]!.pos === 'PROPN')
      return { from: i + 1, to };
  }
  return { from, to };
}

/** "stars such as Roe, Vale and Quill, who said": of a list the last one speaks. */
function lastListed(tokens: readonly Token[], { from, to }: Range): Range {
  const isList = tokens[from - 1]?.text === ',' || tokens.slice(from, to).some((t) => t.text === ',');
  if (!isList) return { from, to };
  for (let i = to - 1; i > from; i--) if (tokens[i]!.lower === 'and') return { from: i + 1, to };
  return { from, to };
}

/** The comma or dash that opens what the one at `close` ends. */
function openerOf(tokens: readonly Token[], close: number, low: number): number | null {
  const mark = tokens[close]!.text;
  for (let j = close - 1; j >= Math.max(low, close - 40); j--) {
    const token = tokens[j]!;
    if (token.quoted && /^["”]$/u.test(token.text)) return null;
    if (token.text === mark) return j;
  }
  return null;
}

/** True for what tells who somebody is between two commas: a noun phrase, an age, a relative clause, a list of roles. */
function isApposition(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (!first || to <= from) return false;
  if (/^(?:who|whose|whom|which)$/u.test(first.lower)) return true;
  if (first.pos === 'NUM' && to - from === 1) return true;
  if (/^(?:a|an|the|his|her|their|its|our|another|one|also|now|then|formerly|both)$/u.test(first.lower)) {
    // "…, the mayor said, …" is a clause, not an apposition.
    return !tokens.slice(from, to).some((t, k) => k < 4 && isVerbal(t) && t.pos === 'AUX');
  }
  if (first.pos === 'VERB' && /(?:ed|ing)$/u.test(first.lower)) return true;
  if (first.pos === 'ADP' && /^(?:of|from|with|in)$/u.test(first.lower)) return true;
  if (['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(first.pos))
    return (
      !tokens.slice(from, to).some((t) => t.pos === 'AUX') ||
      tokens.slice(from, to).some((t) => t.lower === 'who')
    );
  return false;
}

/** ", however,", ", in an interview,", ", speaking in Ohio,": says nothing about who. */
function isParenthesis(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (!first || to <= from) return false;
  return (
    first.pos === 'ADV' ||
    first.pos === 'ADP' ||
    first.pos === 'SCONJ' ||
    first.pos === 'CCONJ' ||
    /^(?:too|however|meanwhile|though|speaking|when|asked|on|in|for|at|during|as)$/u.test(first.lower)
  );
}

/** The subject of a unit's first clause, for the verbs that share it ("…, adding that", "… and said"). */
export function mainSubject(tokens: readonly Token[], unit: Unit): Source | null {
  let low = unit.from;
  const first = tokens[low];
  // "In a speech on Monday, Roe …": the subject comes after the introduction.
  if (
    first &&
    (first.pos === 'ADP' ||
      first.pos === 'SCONJ' ||
      SUBORDINATOR.has(first.lower) ||
      (first.pos === 'VERB' && /(?:ing|ed)$/u.test(first.lower)))
  ) {
    for (let i = low; i < unit.to; i++) {
      if (tokens[i]!.text === ',' && !tokens[i]!.quoted) {
        low = i + 1;
        break;
      }
    }
  }
  for (let i = low; i < unit.to; i++) {
    const token = tokens[i]!;
    if (token.quoted || !isVerbal(token) || (token.pos === 'VERB' && token.lower.endsWith('ing'))) continue;
    const source = sourceBefore(tokens, i, low);
    if (source) return source.from === source.to ? null : source;
  }
  return null;
}
