/** How many words at each end name a longer stretch. */
const WORDS = 5;

/**
 * The address of words in a page: browsers scroll to them and mark them.
 * See https://wicg.github.io/scroll-to-text-fragment/.
 */
export function textFragment(url: string, words: string): string {
  const terms = words.trim().split(/\s+/u);
  const directive =
    terms.length > 2 * WORDS
      ? `${encode(terms.slice(0, WORDS))},${encode(terms.slice(-WORDS))}`
      : encode(terms);
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** Hyphens, commas and ampersands part the pieces of a directive, so they are encoded too. */
function encode(terms: readonly string[]): string {
  return encodeURIComponent(terms.join(' ').toWellFormed()).replaceAll('-', '%2D');
}
