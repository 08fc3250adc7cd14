import { isVerbal, phraseAfter } from './noun-phrase.js';
import type { Token } from './tokens.js';

/** True where a clause with a finite verb of its own begins. */
export function isClause(tokens: readonly Token[], from: number, high: number): boolean {
  let i = from;
  const first = tokens[i];
  if (!first || i >= high) return false;
  if (first.pos === 'VERB' && first.lower.endsWith('ing')) {
    // "rebuilding trust will take time"
    for (let j = i + 1; j < Math.min(high, i + 10); j++) {
      if (tokens[j]!.text === ',') return false;
      if (tokens[j]!.pos === 'AUX' || (tokens[j]!.pos === 'VERB' && tokens[j]!.lower.endsWith('s')))
        return true;
    }
    return false;
  }
  if (
    /^(?:there|it|he|she|they|we|i|you|this|these|those|that|everyone|nobody|nothing|everything|something|anyone|no|none|neither|each|both|several|few|most|some|many|all|one|someone|somebody|everybody|what|having)$/u.test(
      first.lower,
    )
  ) {
    let j = i + 1;
    while (j < Math.min(high, i + 12) && !isVerbal(tokens[j]!) && !/^[,;:.]$/u.test(tokens[j]!.text)) j++;
    return tokens[j] !== undefined && j < high && isVerbal(tokens[j]!);
  }
  while (i < high && tokens[i]!.pos === 'ADV') i++;
  if (tokens[i]?.lower === 'if' || tokens[i]?.lower === 'when' || tokens[i]?.lower === 'while') return true;
  const phrase = phraseAfter(tokens, i, high);
  if (!phrase) return false;
  let j = phrase.to;
  // Quoted words and appositions may stand between subject and verb.
  while (j < Math.min(high, phrase.to + 14)) {
    const token = tokens[j]!;
    if (isVerbal(token) && !(token.pos === 'VERB' && token.lower.endsWith('ing')))
      return token.lower !== 'to';
    // “said the plan “breaks the law””: the verb is quoted.
    if (token.quoted) return true;
    if (/^(?:[;:.?!])$/u.test(token.text)) return false;
    if (/^(?:and|or|but|as|while|when)$/u.test(token.lower)) {
      if (token.lower !== 'and' && token.lower !== 'or') return false;
    }
    j++;
  }
  return false;
}
