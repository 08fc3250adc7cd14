import type { Days } from '../search/days.js';
import { longDate } from './citation.js';

/** "23 May 2025", "17 May to 23 May 2025" … for days. */
export function daysText({ from, to }: Days): string {
  return from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
}
