import { DOCUMENT_NOUN, GROUP_NOUN, ORGANISATION_NOUN, PERSON_NOUN, TIME_WORD } from './lexicon.js';
import { AGED, type Range } from './noun-phrase.js';
import type { Token } from './tokens.js';

/** True for a phrase that can speak: people, bodies, texts. */
export function canSpeak(
  tokens: readonly Token[],
  { core, from = core.from }: { readonly core: Range; readonly from?: number },
): boolean {
  if (core.to - core.from === 1 && /^(?:another|one|neither|none|each)$/u.test(tokens[core.from]!.lower))
    return true;
  // "A snorkeler who was waiting", "a snorkeler, who stayed,": whoever is a "who" is somebody.
  const behind = tokens[core.to]?.text === ',' ? core.to + 1 : core.to;
  if (from === core.from && tokens[behind]?.lower === 'who' && tokens[core.to - 1]!.pos === 'NOUN')
    return true;
  for (let i = core.from; i < core.to; i++) {
    const token = tokens[i]!;
    if (token.pos === 'PROPN' && !TIME_WORD.has(token.lower)) return true;
    if (/^(?:he|she|they|who|we|i|it)$/u.test(token.lower) || AGED.test(token.lower)) return true;
    if (
      PERSON_NOUN.has(singular(token.lower)) ||
      ORGANISATION_NOUN.has(singular(token.lower)) ||
      ORGANISATION_NOUN.has(token.lower) ||
      GROUP_NOUN.has(token.lower) ||
      DOCUMENT_NOUN.has(singular(token.lower)) ||
      DOCUMENT_NOUN.has(token.lower)
    )
      return true;
  }
  return false;
}

/** A noun's singular, as far as it is regular. */
export function singular(word: string): string {
  return word.endsWith('men') ? `${word.slice(0, -2)}an` : word.replace(/(?<=[^s])s$/u, '');
}
