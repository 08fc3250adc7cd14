/**
 * Control characters, and invisible ones that turn the direction of what follows or take a place that isn't seen. Those that
 * join letters and emoji, or keep letters from joining, belong to what is written.
 */
const UNSEEN = /(?!\s)\p{Cc}|[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** Letters and signs that show as nothing. */
const BLANK = /\s|\p{C}|\p{Z}|\p{Default_Ignorable_Code_Point}|\u2800/gu;

/** Text for a line of something else: on one line, without what would be unseen there. */
export function plainLine(text: string): string {
  return text.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
}

/** True where there is something to see. */
export function isVisible(text: string): boolean {
  return text.replace(BLANK, '') !== '';
}
