import { monthOf, yearOf, type Days } from '../search/question/days.js';
import { longDate } from './citation.js';

/** "23 May 2025", "May 2025", "2025", "17–23 May 2025" … for days. */
export function daysText(days: Days): string {
  const { from, to } = days;
  if (from === to) return longDate(from);
  const [year = 0, month = 0] = from.split('-').map(Number);
  const [first, monthAndYear] = longDate(from).split(/ (.+)/u);
  if (isSame(days, yearOf(year))) return String(year);
  if (isSame(days, monthOf(year, month - 1))) return monthAndYear ?? '';
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  return isOneMonth ? `${first}–${longDate(to)}` : `${longDate(from)} to ${longDate(to)}`;
}

function isSame(a: Days, b: Days): boolean {
  return a.from === b.from && a.to === b.to;
}
