/** A stretch of days, `YYYY-MM-DD`, the first and the last with it. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A day as a number: days can be counted on. */
export type DayNumber = number;

const MILLISECONDS = 86_400_000;

/** The day that it is where the program runs. */
export function dayOf(moment: Date): DayNumber {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / MILLISECONDS;
}

/** A day of the calendar; null where there is none ("31 June"). */
export function dayAt(year: number, month: number, day: number): DayNumber | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date.getTime() / MILLISECONDS : null;
}

/** From one day to another. */
export function days(from: DayNumber, to: DayNumber): Days {
  return { from: written(from), to: written(to) };
}

/** A whole month, `month` from 0; months below 0 are of the years before. */
export function monthOf(year: number, month: number): Days {
  return days(Date.UTC(year, month, 1) / MILLISECONDS, Date.UTC(year, month + 1, 0) / MILLISECONDS);
}

/** A whole year. */
export function yearOf(year: number): Days {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** Monday is 0. */
export function weekday(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Year and month (from 0) of a day. */
export function calendar(day: DayNumber): { year: number; month: number } {
  const date = new Date(day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

function written(day: DayNumber): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}
