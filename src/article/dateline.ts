/** "Shafaq News/ An official …": the agency's name and a slash before the first words. */
const SLASH = /^([\p{Lu}][\p{L}\p{N}&.'’-]*(?: [\p{L}\p{N}&.'’-]+){0,4})\s?\/\s/u;
/** "BAGHDAD (Reuters) - …", "(AP) — …". */
const BRACKETS = /^(?:[\p{Lu}][\p{L}.,'’ -]{0,60})?\(([\p{Lu}][\p{L}\p{N}&.'’ ]{1,40})\)\s?[-–—]/u;

/** The outlet or agency that a story's first words name, or null. */
export function outletOfDateline(opening: string): string | null {
  return (SLASH.exec(opening) ?? BRACKETS.exec(opening))?.[1]?.trim() ?? null;
}
