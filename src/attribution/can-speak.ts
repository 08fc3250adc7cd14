import { DOCUMENT_NOUN, GROUP_NOUN, ORGANISATION_NOUN, PERSON_NOUN, TIME_WORD } from './lexicon.js';
import { AGED, isAttaching, type Range } from './noun-phrase.js';
import type { Token } from './tokens.js';

/** So many of these, or such a part of them, speak as they do ("a handful of voters"). */
const QUANTITY = new Set(
  `array batch bunch chorus copies copy couple coalition crop dozen dozens fifth fraction generation half handful handfuls host hundreds list lot
  lots majorities majority millions minority mix much number numbers pair part percent percentage plurality portion proportion quarter
  range rest scores selection series set share slew string subset tens third thirds three-quarters thousands trio two-thirds variety
  version versions wing`.split(/\s+/u),
);
/** Nouns that nobody is called by, and that can say something. */
const SPEAKING = new Set(
  `adults audio average averages biography circle count countries elite estimate estimates examination excerpt excerpts exit families family film
  forecast guidelines index interview interviews language leadership memoir nation nations operation outlet outlets passage playbook
  projection projections readout regulations results rules sides speech speeches states suit summary system tally tracker trackers
  transcripts`.split(/\s+/u),
);

/**
 * True for a phrase that can speak: people, bodies, texts.
 * @param phrase its `core`, and where it begins: a "who" behind it makes it somebody only where it begins with its core
 */
export function canSpeak(
  tokens: readonly Token[],
  { core, from: first = core.from }: { readonly core: Range; readonly from?: number },
): boolean {
  if (core.to - core.from === 1 && /^(?:another|one|neither|none|each)$/u.test(tokens[core.from]!.lower))
    return true;
  // "A snorkeler who was waiting", "a snorkeler, who stayed,": whoever is a "who" is somebody.
  const behind = tokens[core.to]?.text === ',' ? core.to + 1 : core.to;
  if (first === core.from && tokens[behind]?.lower === 'who' && tokens[core.to - 1]!.pos === 'NOUN')
    return true;
  const to = headEnd(tokens, core);
  const head = headAt(tokens, core.from, to);
  const headWord = tokens[head];
  // "a look at Roe's boats", "Roe's victories": who is named beside it doesn't speak.
  if (headWord && isCommon(headWord) && !isSpeaking(headWord.lower)) {
    if (to < core.to && QUANTITY.has(headWord.lower))
      return (
        tokens.slice(core.from, to).some((t) => GROUP_NOUN.has(t.lower)) ||
        canSpeak(tokens, { core: { from: to + 1, to: core.to } })
      );
    let from = head;
    while (from > core.from && !/^['’]s?$/u.test(tokens[from - 1]!.text)) from--;
    return tokens.slice(from, head).some((t) => isCommon(t) && isSpeaking(t.lower));
  }
  return tokens.slice(core.from, core.to).some((t) => isNamed(t) || isSpeaking(t.lower));
}

/** "the support of a retired general", "attacks by Roe": who or what can speak in a phrase that can't as a whole; null for none. */
export function speakerIn(tokens: readonly Token[], core: Range, ties: RegExp): Range | null {
  for (let i = core.from + 1; i < core.to - 1; i++) {
    const rest = { from: i + 1, to: core.to };
    if (ties.test(tokens[i]!.lower) && canSpeak(tokens, { core: rest })) return rest;
  }
  return null;
}

function isNamed(token: Token): boolean {
  return token.pos === 'PROPN' && !TIME_WORD.has(token.lower);
}

function isCommon({ pos, text }: Token): boolean {
  return pos === 'NOUN' && !/^[\p{Lu}\p{N}]/u.test(text);
}

/** Where what hangs on the head of a phrase begins. */
function headEnd(tokens: readonly Token[], { from, to }: Range): number {
  let nouns = 0;
  for (let i = from; i < to; i++) {
    const { pos, lower } = tokens[i]!;
    if (nouns && (isAttaching(lower) || /^(?:after|before|since|than|who|that|which|[([])$/u.test(lower)))
      return i;
    if (pos === 'NOUN' || pos === 'PROPN' || QUANTITY.has(lower)) nouns++;
  }
  return to;
}

function headAt(tokens: readonly Token[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--)
    if (/^(?:NOUN|PROPN|PRON|X)$/u.test(tokens[i]!.pos) || QUANTITY.has(tokens[i]!.lower)) return i;
  return -1;
}

function isSpeaking(word: string): boolean {
  return (
    /^(?:he|she|they|who|we|i|it)$/u.test(word) ||
    AGED.test(word) ||
    SPEAKING.has(word) ||
    PERSON_NOUN.has(singular(word)) ||
    ORGANISATION_NOUN.has(singular(word)) ||
    ORGANISATION_NOUN.has(word) ||
    GROUP_NOUN.has(word) ||
    DOCUMENT_NOUN.has(singular(word)) ||
    DOCUMENT_NOUN.has(word)
  );
}

/** A noun's singular, as far as it is regular. */
export function singular(word: string): string {
  if (word.endsWith('men')) return `${word.slice(0, -2)}an`;
  return /\p{L}{2}ies$/u.test(word) ? `${word.slice(0, -3)}y` : word.replace(/(?<=[^s])s$/u, '');
}
