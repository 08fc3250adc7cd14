const INITIALS = /^\p{Lu}{3,6}$/u;

/** The one of several bodies whose initials a name is ("the TWF" after "the Tide Watch Fund"). */
export function spelledOut<T extends { readonly name: string }>(
  { words }: { readonly words: readonly string[] },
  bodies: Iterable<T>,
): T | undefined {
  const initials = words.join('').replaceAll('.', '');
  if (!INITIALS.test(initials)) return undefined;
  const fits = new Set([...bodies].filter((b) => initialsOf(b.name) === initials));
  return fits.size === 1 ? [...fits][0] : undefined;
}

/** The initials of a name, small words left out. */
function initialsOf(name: string): string {
  return [...name.matchAll(/(?<![\p{L}’'.])\p{Lu}(?=[\p{L}.])/gu)].join('');
}
