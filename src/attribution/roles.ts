import type { Span } from '../text/span.js';
import { cueClassesOf } from './cues.js';
import { COURTESY, DEMONYM, PERSON_NOUN, PLACE } from './lexicon.js';
import type { Name } from './names.js';
import { isVerbal } from './noun-phrase.js';
import type { Marked } from './passage-tokens.js';
import { isOffice } from './titles.js';
import type { Token } from './tokens.js';

/** What is said of somebody beside their name: before it, after it, or with "is". Verbatim, in order. */
export function rolesBeside(marked: Marked, name: Name): Span[] {
  return [
    before(marked, name),
    invertedBefore(marked, name),
    after(marked, name),
    relative(marked, name),
    predicate(marked, name),
  ].filter((r) => r !== null);
}

function isRoleNoun(token: Token | undefined): boolean {
  if (!token) return false;
  const word = token.lower.replace(/(?:'|’)s$/u, '');
  return PERSON_NOUN.has(word) || PERSON_NOUN.has(word.slice(word.lastIndexOf('-') + 1)) || isOffice(word);
}

function isRolePlural({ lower }: Token): boolean {
  return PERSON_NOUN.has(lower.replace(/men$/u, 'man').replace(/s$/u, ''));
}

/** What a role can't end with: "the author of" goes on in a title that is none of it. */
const OPEN_ENDED = /^(?:and|or|of|for|at|in|on|by|with|from|to|the|a|an|[-–—])$/u;

function span(tokens: readonly Token[], from: number, to: number): Span {
  let end = to;
  while (end > from + 1 && OPEN_ENDED.test(tokens[end - 1]!.lower)) end--;
  return { start: tokens[from]!.start, end: tokens[end - 1]!.end };
}

/** "Government spokesperson Roe", "Sen. Roe", "Kurdish academic and political analyst Roe". */
function before({ tokens }: Marked, name: Name): Span | null {
  // "Secretary of State Roe"
  const isOfficeOf = tokens[name.from - 2]?.lower === 'of' && isRoleNoun(tokens[name.from - 3]);
  if (isOfficeOf && name.titleFrom < name.from) return span(tokens, name.from - 3, name.from);
  let from = name.from;
  while (from > 0) {
    const token = tokens[from - 1]!;
    if (token.quoted !== tokens[name.from]!.quoted || token.text === ',' || /^["“”‘’()]$/u.test(token.text))
      break;
    const isMark = /^['’]s?$/u.test(token.text) && token.pos !== 'AUX' && from < name.from;
    const isAnd = token.lower === 'and' && from < name.from && isRoleNoun(tokens[from - 2]);
    if (
      !(
        isMark ||
        isAnd ||
        ['NOUN', 'PROPN', 'ADJ', 'NUM', 'X'].includes(token.pos) ||
        isRoleNoun(token) ||
        DEMONYM.has(token.lower)
      )
    )
      break;
    if ((isVerbal(token) && !isRoleNoun(token)) || isPastAfterName(tokens, from - 1)) break;
    from--;
  }
  while (from < name.from && /^['’]s?$/u.test(tokens[from]!.text)) from++;
  if (from === name.from) return null;
  // The courtesy title alone is no role.
  let to = name.from;
  while (
    to > from &&
    COURTESY.has(tokens[to - 1]!.lower) &&
    !/^(?:king|queen|prince|princess|pope|sheikh|ayatollah|imam)$/u.test(tokens[to - 1]!.lower)
  )
    to--;
  const isPageant = tokens[to - 2]?.text === 'Miss' && to - 2 >= from;
  if (to === from || !(isRoleNoun(tokens[to - 1]) || isPageant)) return null;
  return span(tokens, from, to);
}

/** "Ana Stone grilled club president Mark Roe": what looks like an adjective tells what somebody did. */
function isPastAfterName(tokens: readonly Token[], at: number): boolean {
  return /^\p{Ll}+ed$/u.test(tokens[at]!.text) && tokens[at - 1]?.pos === 'PROPN';
}

/** "The city's police chief, Mark Roe," and "An attorney for Doe, Mark Roe,". */
function invertedBefore({ tokens }: Marked, name: Name): Span | null {
  const at = name.titleFrom - 1;
  if (tokens[at]?.text !== ',') return null;
  const next = tokens[name.to];
  if (next && !/^[,.;:—]$/u.test(next.text)) return null;
  let from = at;
  while (from > 0 && at - from < 16) {
    const token = tokens[from - 1]!;
    if (token.quoted || /^[,.;:!?—–()“”]$/u.test(token.text) || isVerbal(token)) break;
    from--;
    if (
      /^(?:a|an|the|his|her|their|its|our|another)$/u.test(token.lower) &&
      !/^(?:of|for|at|in|to|from|with|under|by|on)$/u.test(tokens[from - 1]?.lower ?? '')
    )
      break;
  }
  if (from === at || !/^(?:a|an|the|his|her|their|its|our|another)$/u.test(tokens[from]!.lower)) return null;
  const head = headIndex(tokens, from, at);
  if (head === null || !isRoleNoun(tokens[head])) return null;
  // "A banker whose aunt, Jo Roe, was …": the aunt, of whom no more is said.
  if (tokens.slice(head, at).some((t) => t.lower === 'whose')) return null;
  return span(tokens, from, at);
}

/** The last word of the first noun phrase: what the role is. */
function headIndex(tokens: readonly Token[], from: number, to: number): number | null {
  let head: number | null = null;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (
      head !== null &&
      (token.pos === 'ADP' ||
        token.pos === 'PUNCT' ||
        /^(?:who|whose|whom|which|that|where|when)$/u.test(token.lower) ||
        isVerbal(token) ||
        token.lower === 'and')
    ) {
      if (token.lower === 'and' && !isRoleNoun(tokens[head])) continue;
      break;
    }
    if (['NOUN', 'PROPN', 'ADJ', 'NUM', 'X'].includes(token.pos) || isRoleNoun(token)) head = i;
  }
  return head;
}

/** ", a lawyer for the club," and ", 45, the mayor of Lyon". */
function after({ tokens }: Marked, name: Name): Span | null {
  let from = name.to;
  // "Rep. Roe (D-Ohio), a member of …"
  if (tokens[from]?.text === '(') {
    let close = from;
    while (close < tokens.length && tokens[close]!.text !== ')' && close - from < 6) close++;
    if (tokens[close]?.text === ')') from = close + 1;
  }
  if (!/^[,—–]$/u.test(tokens[from]?.text ?? '') || tokens[from]?.quoted !== tokens[name.from]!.quoted)
    return null;
  from++;
  if (tokens[from]?.pos === 'NUM' && tokens[from + 1]?.text === ',') from += 2;
  const first = tokens[from];
  if (!first || !['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PRON', 'ADV', 'X', 'VERB'].includes(first.pos))
    return null;
  if (first.pos === 'PRON' && !/^(?:his|her|their|its|my|our|one|another)$/u.test(first.lower)) return null;
  if (/^(?:when|where|while|whose|how|especially)$/u.test(first.lower)) return null;
  if (first.pos === 'VERB' && !isRoleNoun(first) && !isRoleNoun(tokens[from + 1])) return null;
  let to = from;
  while (to < tokens.length && to - from < 28) {
    const token = tokens[to]!;
    if (/^[.;:!?—–()]$/u.test(token.text) || token.quoted !== first.quoted) break;
    if (token.text === ',' && !continues(tokens, to)) break;
    if (isVerbal(token) && to > from && !isRoleNoun(token) && finite(tokens, from, to)) return null;
    to++;
  }
  const isOneOf = first.lower === 'one' && tokens[from + 1]?.lower === 'of';
  const head = headIndex(tokens, isOneOf ? from + 2 : from, to);
  if (
    head === null ||
    !(isRoleNoun(tokens[head]) || (isOneOf && isRolePlural(tokens[head]!))) ||
    PLACE.has(first.lower) ||
    to === from
  )
    return null;
  // "Roe, president Doe and others": a list of people.
  if (head + 1 < to && tokens[head + 1]!.pos === 'PROPN' && !/^(?:of|for|at)$/u.test(tokens[head + 1]!.lower))
    return null;
  return span(tokens, from, beforeOpenClause(tokens, from, to));
}

/** Where a role ends whose relative clause breaks off at a comma ("a banker whose aunt, Jo Roe, was …"): before it. */
function beforeOpenClause(tokens: readonly Token[], from: number, to: number): number {
  const at = tokens.findIndex((t, i) => i > from && i < to && t.lower === 'whose');
  const isWhole = at < 0 || tokens.slice(at, to).some((t) => t.pos === 'VERB' || t.pos === 'AUX');
  return isWhole ? to : at;
}

/** A comma inside a role: before a state, or where a list of subjects goes on. */
function continues(tokens: readonly Token[], comma: number): boolean {
  const next = tokens[comma + 1];
  const later = tokens[comma + 2];
  return (
    next !== undefined &&
    (PLACE.has(next.lower) ||
      /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|N\.\p{Lu}|S\.\p{Lu}|D\.C)\.$/u.test(
        next.text,
      )) &&
    tokens[comma - 1]?.pos === 'PROPN' &&
    (later === undefined || later.pos === 'PUNCT')
  );
}

/** True for a verb that makes what stands after the comma a clause of its own ("Roe, the mayor said, …"). */
function finite(tokens: readonly Token[], from: number, at: number): boolean {
  const token = tokens[at]!;
  if (token.pos === 'AUX') return !tokens.slice(from, at).some((t) => /^(?:who|which|that)$/u.test(t.lower));
  const next = tokens[at + 1];
  const isStating =
    (next?.lower === 'that' || next?.quoted === true) && cueClassesOf(token.lower)?.has('say') === true;
  return (
    (isStating || /^(?:said|says|told|added|wrote|did|does|has|had|was|is|were)$/u.test(token.lower)) &&
    !tokens.slice(from, at).some((t) => /^(?:who|which|that)$/u.test(t.lower))
  );
}

const FUNCTION_VERB =
  /^(?:served|serves|serve|serving|leads|led|heads|headed|runs|ran|chairs|chaired|directs|directed|founded|co-founded|founds|represents|represented|teaches|taught|oversees|oversaw|manages|managed|commands|commanded|edits|edited|owns|owned|advises|advised|studies|studied|coaches|coached|hosts|hosted|helmed|helms|works|worked|represented|succeeded|once|is|was|became)$/u;

/** ", who served as ambassador until 2012,": a relative clause that states a function. */
function relative({ tokens }: Marked, name: Name): Span | null {
  let from = name.to;
  if (tokens[from]?.text === ',') from++;
  if (tokens[from]?.lower !== 'who' || tokens[from]!.quoted !== tokens[name.from]!.quoted) return null;
  let verb = from + 1;
  // "who as a young captain was the king's physician"
  if (tokens[verb]?.lower === 'as') while (verb - from < 8 && tokens[verb]?.pos !== 'AUX') verb++;
  while (['ADV', 'AUX'].includes(tokens[verb]?.pos ?? '') && !FUNCTION_VERB.test(tokens[verb]!.lower)) verb++;
  const word = tokens[verb];
  if (!word || !FUNCTION_VERB.test(word.lower)) return null;
  let to = verb + 1;
  while (
    to < tokens.length &&
    to - from < 24 &&
    !/^[,.;:!?—–()]$/u.test(tokens[to]!.text) &&
    tokens[to]!.quoted === tokens[from]!.quoted
  )
    to++;
  if (
    /^(?:is|was|became)$/u.test(word.lower) &&
    !tokens.slice(verb + 1, Math.min(to, verb + 7)).some(isRoleNoun)
  )
    return null;
  return to > verb + 1 ? span(tokens, from, to) : null;
}

/** "Roe is the mayor of Lyon." */
function predicate({ tokens }: Marked, name: Name): Span | null {
  const verb = tokens[name.to];
  if (!verb || verb.quoted || !/^(?:is|was|became|remains)$/u.test(verb.lower)) return null;
  const from = name.to + 1;
  const first = tokens[from];
  if (!first || !/^(?:a|an|the|one)$/u.test(first.lower)) return null;
  let to = from;
  while (
    to < tokens.length &&
    to - from < 20 &&
    !/^[,.;:!?—–()]$/u.test(tokens[to]!.text) &&
    !tokens[to]!.quoted &&
    tokens[to]!.lower !== 'who'
  )
    to++;
  const head = headIndex(tokens, from, to);
  return head !== null && isRoleNoun(tokens[head]) ? span(tokens, from, to) : null;
}
