/** A quotation of some words, and not a name between quotation marks. */
const QUOTES = /(?:["“]|'')(?:[^"”'\s]+ ){4}/u;

/** Whether a text quotes more than a name or a word. */
export function quotes(text: string): boolean {
  return QUOTES.test(text);
}
