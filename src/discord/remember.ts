/** So many are remembered; then the oldest is forgotten. */
const REMEMBERED = 1000;

/** Puts an id among those that are remembered. @returns false where it is one of them already */
export function remember(ids: Set<string>, id: string): boolean {
  if (ids.has(id)) return false;
  ids.add(id);
  if (ids.size > REMEMBERED) for (const oldest of ids) if (ids.delete(oldest)) break;
  return true;
}
