/** Endings of terms that go with each other in words of one family ("urgency" and "urgent", "decision" and "decide"). */
const PAIRS = `enc ent|anc ant|aci at|ist |ist i|ism ist|ism |is id|os od|us ud|as ad|ns nd|uct uc|ript rib|iss it|ept eiv|imoni ifi
|ician ic|tic t`;
const LEAST_LETTERS = 4;

const pairs = PAIRS.split('|').flatMap((pair) => {
  const [one = '', other = ''] = pair.replace('\n', '').split(' ');
  return [
    [one, other],
    [other, one],
  ] as const;
});

/** What other terms of its family would be called, whether there are any such words or not. */
export function relatives(term: string): string[] {
  const found: string[] = [];
  for (const [ending, other] of pairs) {
    const length = term.length - ending.length;
    if (length >= LEAST_LETTERS - (ending ? 1 : 0) && term.endsWith(ending))
      found.push(term.slice(0, length) + other);
  }
  return found;
}
