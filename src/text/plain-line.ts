/**
 * Control characters, and invisible ones that turn the direction of what follows or take a place that isn't seen. Those that
 * join letters and emoji, or keep letters from joining, belong to what is written.
 */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const UNSEEN =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** Letters and signs that show as nothing. */
const BLANK = /[\s\p{C}\p{Z}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFE00-\uFE0F\uFFA0]/gu;

/** Text for a line of something else: on one line, without what would be unseen there. */
export function plainLine(text: string): string {
  return text.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
}

/** True where there is something to see. */
export function isVisible(text: string): boolean {
  return text.replace(BLANK, '') !== '';
}
