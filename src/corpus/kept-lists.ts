/** Lists of numbers end to end, their lengths before them. */
export function joined(lists: readonly Uint32Array[]): Uint32Array {
  return endToEnd([Uint32Array.from(lists, ({ length }) => length), ...lists]);
}

/** Lists of numbers as one. */
export function endToEnd(lists: readonly Uint32Array[]): Uint32Array {
  const numbers = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    numbers.set(list, at);
    at += list.length;
  }
  return numbers;
}

/** The lists that were joined; null where the numbers can't be those of so many. */
export function parted(numbers: Uint32Array, count: number): readonly Uint32Array[] | null {
  let at = count;
  const lists = Array.from(numbers.subarray(0, count), (length) => numbers.subarray(at, (at += length)));
  return lists.length === count && at === numbers.length ? lists : null;
}

/** Whether something that was kept is a list of texts. */
export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
