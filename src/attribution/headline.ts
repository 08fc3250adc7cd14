import type { Passage } from '../article/passages.js';
import { canSpeak } from './can-speak.js';
import { trimEnd } from './content-end.js';
import { cueClassesOf, formOf } from './cues.js';
import type { Attribution } from './attribution.js';
import { extract } from './extract.js';
import { FUNCTION_WORD } from './lexicon.js';
import { headOf, phraseAfter, type Range } from './noun-phrase.js';
import type { Cast } from './parties.js';
import { mark, type Marked } from './passage-tokens.js';
import { quotations } from './quotations.js';
import { isOrdinary, type Token } from './tokens.js';

const WORD = /\p{L}[\p{L}’'-]*/gu;
/** A word that only the headlines of sentences begin with a small letter. */
const SMALL_IN_SENTENCES = /^\p{Ll}{5}/u;
/** What an outlet puts before the headlines of a kind. */
const LABEL = /^(?:the latest|updated?|exclusive|breaking|watch|video|opinion|analysis)$/u;

/** False for a headline without a colon, a quotation or a word of saying: it claims nothing. */
export function mayClaim(headline: string): boolean {
  return (
    /[:"“”‘„«]|\baccording to\b/iu.test(headline) ||
    (headline.match(WORD) ?? []).some((word) => cueClassesOf(word.toLowerCase()) !== undefined)
  );
}

/**
 * Makes a headline ready for the rules, as if it were prose: where each of its words begins with a capital, only names
 * keep theirs.
 * @param lowered words that the body writes with a small letter somewhere
 * @param cast whom the body names
 */
export function markHeadline(passage: Passage, lowered: ReadonlySet<string>, cast: Cast): Marked {
  const quoted = quotations(passage.article.text, [passage]).get(passage) ?? [];
  const marked = mark(passage, quoted, lowered, asProse(passage.text, lowered, cast));
  cast.recognize(marked);
  return { ...marked, tokens: marked.tokens.map((token, i) => asVerb(marked.tokens, token, i)) };
}

/** "Roe slams Vale": with a name before it, what may be a noun is the verb. */
function asVerb(tokens: readonly Token[], token: Token, i: number): Token {
  const next = tokens[i + 1];
  const isVerb =
    token.pos === 'NOUN' &&
    !token.quoted &&
    formOf(token.lower) === 's' &&
    tokens[i - 1]?.pos === 'PROPN' &&
    next !== undefined &&
    (next.quoted || !/^(?:ADP|VERB|AUX|PUNCT|CCONJ)$/u.test(next.pos));
  return isVerb ? { ...token, pos: 'VERB' } : token;
}

function asProse(text: string, lowered: ReadonlySet<string>, cast: Cast): string {
  const words = text.match(WORD) ?? [];
  if (words.some((w) => SMALL_IN_SENTENCES.test(w))) return text;
  const naming = new Set(cast.mentions.flatMap((m) => m.name.words));
  let at = -1;
  return text.replace(WORD, (word) => {
    at++;
    const small = word.toLowerCase();
    if (!/^\p{Lu}\p{Ll}/u.test(word) || small.length !== word.length) return word;
    const beside = [words[at - 1], words[at + 1]].some((w) => w !== undefined && naming.has(stem(w)));
    if (naming.has(stem(word)) && (beside || !(lowered.has(small) || FUNCTION_WORD.has(small)))) return word;
    return lowered.has(small) || isOrdinary(stem(small)) ? small : word;
  });
}

/** A word without a possessive's ending. */
function stem(word: string): string {
  return word.replace(/['’]s?$/u, '');
}

/** The attributions of a headline: those of prose, or what stands behind a speaker and a colon. */
export function headlineAttributions(marked: Marked, cast: Cast): readonly Attribution[] {
  const claim = colonClaim(marked, cast);
  // "WATCH: …" is no transcript.
  return claim ? [claim] : extract(marked).attributions.filter((a) => a.rule !== 'turn');
}

/** "Roe: Bridge Is Safe", "Roe on the Bridge: “It’s Safe”" */
function colonClaim(marked: Marked, cast: Cast): Attribution | null {
  const { tokens } = marked;
  const colons = tokens.flatMap((t, i) => (t.text === ':' && !t.quoted ? [i] : []));
  const from = isLabel(marked, colons[0]) ? colons[0]! + 1 : 0;
  const colon = colons.find((i) => i > from);
  if (colon === undefined) return null;
  const core = phraseAfter(tokens, from, colon);
  const to = trimEnd(tokens, colon + 1, tokens.length);
  if (!core || to - colon < 3 || !isSpeaker(marked, core, cast)) return null;
  if (core.to < colon && !/^(?:on|to|at|in|after|about)$/u.test(tokens[core.to]!.lower)) return null;
  return {
    source: { ...core, core },
    cue: { from: colon, to: colon + 1 },
    content: [{ from: colon + 1, to }],
    unit: 0,
    quotes: true,
    rule: 'colon',
  };
}

function isLabel({ tokens }: Marked, colon: number | undefined): boolean {
  const words = tokens.slice(0, colon ?? 0).map((t) => t.lower);
  return words.length > 0 && LABEL.test(words.join(' '));
}

/** Somebody whom the body names, or a phrase for people, bodies and texts: other capitals say little in a headline. */
function isSpeaker({ tokens, names }: Marked, core: Range, cast: Cast): boolean {
  const head = headOf(tokens, core);
  if (!head) return false;
  const name = names.find((n) => n.from < core.to && n.to > core.from && tokens[n.to - 1]!.end >= head.end);
  if (name) return cast.mentionOf(name) !== undefined;
  return head.pos !== 'PROPN' && canSpeak(tokens, { core });
}
