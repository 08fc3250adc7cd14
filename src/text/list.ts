/** As many items as there is room for, in order, and how many are left. Lengths in UTF-16 units. */
export function listWithin(items: readonly string[], separator: string, room: number): string {
  const whole = items.join(separator);
  if (whole.length <= room) return whole;
  const shown: string[] = [];
  let left = room - `${separator}and ${items.length} more`.length;
  for (const item of items) {
    left -= item.length + separator.length;
    if (left < 0) break;
    shown.push(item);
  }
  const rest = `and ${items.length - shown.length} more`;
  return [...shown, rest].join(separator);
}

/** "1 story", "3 stories". */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** "never", "once", "twice", "3 times". */
export function times(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
