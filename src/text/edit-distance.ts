/** Three rows of the table of distances, used again and again: words are compared by the thousand. */
let rows = new Uint16Array(3 * 64);

/**
 * The fewest letters to insert, delete, replace or swap to make one word the other (optimal string alignment), or
 * `limit + 1` where it takes more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const width = b.length + 1;
  if (3 * width > rows.length) rows = new Uint16Array(3 * width);
  let [older, old, row] = [0, width, 2 * width];
  for (let j = 0; j < width; j++) rows[old + j] = j;
  for (let i = 1; i <= a.length; i++) {
    // What is farther from the diagonal takes more than `limit` in any case.
    const first = Math.max(1, i - limit);
    const last = Math.min(b.length, i + limit);
    rows[row + first - 1] = first > 1 ? limit + 1 : i;
    if (last < b.length) rows[row + last + 1] = limit + 1;
    let least = rows[row + first - 1]!;
    for (let j = first; j <= last; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(rows[old + j]! + 1, rows[row + j - 1]! + 1, rows[old + j - 1]! + (isSame ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        cost = Math.min(cost, rows[older + j - 2]! + 1);
      rows[row + j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [older, old, row] = [old, row, older];
  }
  return Math.min(rows[old + b.length]!, limit + 1);
}

/** How many letters a name of this length may be off and still be meant. */
export function tolerance(length: number): number {
  if (length < 4) return 0;
  if (length < 7) return 1;
  return length < 10 ? 2 : 3;
}
