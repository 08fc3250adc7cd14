import type { Span } from '../../text/span.js';
import { calendar, dayAt, dayOf, days, monthOf, weekday, yearOf, type DayNumber, type Days } from './days.js';
import { quotedStretches } from './exact-words.js';
import { HELPING, SAYING } from './saying.js';
import { termsOf } from '../index/terms.js';

/** The time whose stories a question asks for. */
export interface TimeAsked extends Span {
  readonly words: string;
  readonly days: Days;
  /** Counted from now ("last week"), so that it can only mean when something was said or printed. */
  readonly relative: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A time as it is written. The named groups say which kind it is. */
const TIME = new RegExp(
  [
    '(?<![\\p{L}\\p{N}-])(?:(?<lead>since|in|on|during|over|within|from|of) )?(?:',
    '(?<before>(?:the )?day before yesterday)|(?<near>yesterday|today)',
    '|(?<which>this|last|(?:the )?past|the last) (?<unit>weekend|week|month|year)',
    `|(?:the )?(?:last|past) (?<count>\\d{1,3}|${COUNTS.join('|')}|few|couple of) (?<units>day|week|month|year)s?`,
    `|(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m1>${MONTH})(?:,? (?<y1>(?:19|20)\\d\\d))?`,
    `|(?<m2>${MONTH})\\.? (?<d2>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (?<y2>(?:19|20)\\d\\d))?`,
    '|(?<iso>(?:19|20)\\d\\d-\\d\\d-\\d\\d)',
    `|(?<m3>${MONTH})(?:,? (?<y3>(?:19|20)\\d\\d))?`,
    '|(?<y4>(?:19|20)\\d\\d)',
    `|(?<day>${WEEKDAYS.join('|')})`,
    ")(?<own>['’]s?)?(?![\\p{L}\\p{N}-])",
  ].join(''),
  'giu',
);

const STORIES = 'stor(?:y|ies)|articles?|pieces?|reports?|news|coverage|papers?|columns?|editorials?';
const STORIES_BEFORE = new RegExp(`\\b(?:${STORIES}|published|printed|written)$`, 'iu');
const STORIES_AFTER = new RegExp(`^ (?:[\\p{L}\\p{N}’'-]+ ){0,3}(?:${STORIES})\\b`, 'iu');
/** What happens has a time of its own: "the vote in October". */
const EVENT =
  /(?:ing|ings|votes?|elections?|polls?|attacks?|summits?|debates?|hearings?|trials?|strikes?|protests?|fires?|crash(?:es)?|visits?|rall(?:y|ies)|storms?|floods?|games?|match(?:es)?|march(?:es)?|deals?|talks|cuts?|arrests?|deaths?|raids?|speech(?:es)?|interviews?|sessions?|conferences?|parad(?:e|es)|races?|collapse|spill|accident|launch|race|war|riots?|shootings?|earthquakes?)$/iu;
/** … which a date may belong to, though a time that is counted from now seldom does. */
const MAYBE_EVENT = /(?:tion|sion|ment|ance|ence|ure|al|ests?|ists?)s?$/iu;
const ASKS_WHEN =
  /^\W*(?:(?:and|so|but|then|since|by|until)\W+)*when\b|\b(?:what|which) (?:day|date|month|year|time|week)\b|\bhow (?:long|many|much|often|old)\b/iu;
const AHEAD = /\b(?:will|would|going to|shall|next|tomorrow)\b|\p{L}['’]ll\b|\bwon['’]t\b/iu;
const HAPPENED =
  /^\W*(?:(?:and|so|but)\W+)*what(?:['’]s| is| has| was| were)?\W+(?:been )?(?:happen|new\b|the news|said|being said|reported)/iu;
const OPENS = /^(?:,|\s*(?:what|how|which|did|does|has|is|was|were)\b)/iu;

/**
 * The time that a question is kept to, reckoned from `now`; null where it names none, or where the time may as well
 * belong to what is asked about ("the vote in October", "will it open in May", and every question for when).
 */
export function timeAsked(text: string, now: Date): TimeAsked | null {
  if (ASKS_WHEN.test(text) || AHEAD.test(text)) return null;
  const quoted = quotedStretches(text);
  const found: { asked: TimeAsked; match: RegExpExecArray }[] = [];
  for (const match of text.matchAll(TIME)) {
    const start = match.index;
    const end = start + match[0].length;
    if (quoted.some((q) => q.start <= start && end <= q.end)) continue;
    const stretch = stretchOf(match.groups ?? {}, dayOf(now));
    if (!stretch) continue;
    const words = text.slice(start, end).replace(/^(?:in|on|of|from) /iu, '');
    found.push({ asked: { start, end, words, ...stretch }, match });
  }
  const [only, ...others] = found;
  return only && !others.length && isLimit(text, only.asked, only.match.groups ?? {}) ? only.asked : null;
}

type Groups = Readonly<Record<string, string | undefined>>;
type Stretch = Pick<TimeAsked, 'days' | 'relative'>;

/** The days that are meant; null for what looks like a time and is none ("in May" needs its "in"). */
function stretchOf(groups: Groups, today: DayNumber): Stretch | null {
  const lead = groups['lead']?.toLowerCase();
  const relative = relativeDays(groups, today);
  const own = relative ?? absoluteDays(groups, today, lead);
  if (!own) return null;
  if (lead === 'since') return { days: { from: own.from, to: days(today, today).to }, relative: true };
  return { days: own, relative: relative !== null };
}

function relativeDays(groups: Groups, today: DayNumber): Days | null {
  const { before, near, which, unit, count, units } = groups;
  if (before) return days(today - 2, today - 2);
  if (near) return near.toLowerCase() === 'today' ? days(today, today) : days(today - 1, today - 1);
  if (which && unit) return namedDays(which.toLowerCase(), unit.toLowerCase(), today);
  if (!count || !units) return null;
  const number = COUNTS.indexOf(count.toLowerCase()) + 1 || (/^\d/u.test(count) ? Number(count) : 3);
  return days(today - number * lengthOf(units), today);
}

/** In days, rounded up. */
function lengthOf(unit: string): number {
  return { day: 1, week: 7, month: 31, year: 366 }[unit.toLowerCase()] ?? 1;
}

/** "This week" and "last week" go from Monday to Sunday; "the past week" is the last seven days. */
function namedDays(which: string, unit: string, today: DayNumber): Days {
  const monday = today - weekday(today);
  const { year, month } = calendar(today);
  const back = which === 'this' ? 0 : 1;
  if (unit === 'weekend') {
    const saturday = monday + 5 - (which === 'this' && weekday(today) >= 5 ? 0 : 7);
    return days(saturday, saturday + 1);
  }
  if (/past|the last/u.test(which)) return days(today - lengthOf(unit), today);
  if (unit === 'week') return days(monday - 7 * back, monday - 7 * back + 6);
  return unit === 'month' ? monthOf(year, month - back) : yearOf(year - back);
}

/** A date of the calendar. Without a year it is the last one that has come. */
function absoluteDays(groups: Groups, today: DayNumber, lead: string | undefined): Days | null {
  const { d1, m1, y1, d2, m2, y2, iso, m3, y3, y4, day } = groups;
  const now = calendar(today);
  if (day) {
    if (lead !== 'since') return null;
    const back = (weekday(today) - WEEKDAYS.indexOf(day.toLowerCase()) + 7) % 7;
    return days(today - back, today);
  }
  if (iso) {
    const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
    return oneDay(dayAt(year, month - 1, date));
  }
  if (!lead || !/^(?:since|in|on|during|from|of)$/u.test(lead)) return null;
  const month = monthNumber(m1 ?? m2 ?? m3);
  if (d1 ?? d2) {
    const date = Number(d1 ?? d2);
    const year = y1 ?? y2;
    const inYear = dayAt(year ? Number(year) : now.year, month, date);
    return oneDay(
      year === undefined && inYear !== null && inYear > today ? dayAt(now.year - 1, month, date) : inYear,
    );
  }
  if (lead === 'on') return null;
  if (m3) return monthOf(y3 ? Number(y3) : now.year - (month > now.month ? 1 : 0), month);
  return y4 && Number(y4) <= now.year ? yearOf(Number(y4)) : null;
}

function oneDay(day: DayNumber | null): Days | null {
  return day === null ? null : days(day, day);
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase());
}

/** Whether a time says which stories are meant, rather than when the thing happened that is asked about. */
function isLimit(text: string, { start, end, relative }: TimeAsked, { lead, own }: Groups): boolean {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end);
  if (own) return STORIES_AFTER.test(after);
  if (STORIES_BEFORE.test(before)) return true;
  const happened = HAPPENED.test(text);
  if (!happened && !asksWhatWasSaid(text)) return relative && lead === 'from' && /^[\s?!.]*$/u.test(after);
  if (/^\W*(?:(?:and|so|but)\W*)?$/iu.test(before)) return OPENS.test(after);
  const last = /[\p{L}’'-]+$/u.exec(before)?.[0] ?? '';
  if (isSaying(last)) return true;
  if (!/^[\s?!.]*$/u.test(after)) return false;
  return lead?.toLowerCase() === 'since' || !(EVENT.test(last) || (!relative && MAYBE_EVENT.test(last)));
}

/** "What did … say", "what has the mayor said"; not "who said", where the time is rather that of the words. */
function asksWhatWasSaid(text: string): boolean {
  const terms = termsOf(text);
  if (terms.some((t) => t.word === 'who' || t.word === 'whom')) return false;
  return (
    terms.some((t) => HELPING.has(t.word)) && terms.some((t) => SAYING.has(t.term) && !HELPING.has(t.word))
  );
}

function isSaying(word: string): boolean {
  return termsOf(word).some((t) => SAYING.has(t.term));
}
