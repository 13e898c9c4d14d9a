import { addDays, type Day, daysBetween, nextMonday, parseDay, type Weekday, weekdayOf } from '../coach/day.ts';

/** A day as somebody names it: which one it is depends on their own today. */
export type NamedDay = (today: Day) => Day;

const WEEKDAY_WORDS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTH_WORDS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBER_WORDS = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** A date without a year may lie so many days back; further back, it is next year's. */
const DAYS_BACK = 7;

/**
 * `today`, `tomorrow`, `next Monday`, `Fri`, `in two weeks`, `10 days`, `20 Jan`, `Tue 20 Jan`, `January 20th, 2026`, `2026-01-20`.
 * Weekdays lie ahead: on a Friday, `Friday` is a week away; `next Friday` is next week’s, whatever today is. Undefined for
 * anything else.
 */
export function parseNamedDay(typed: string): NamedDay | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s,.]+/g, ' ')
    .trim();
  const date = parseDay(text);
  if (date !== undefined) return () => date;
  return (
    fixedWord(text) ??
    weekdayWord(text) ??
    stretch(text) ??
    monthDate(text.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]* (?=\d)/, ''))
  );
}

function fixedWord(text: string): NamedDay | undefined {
  switch (text) {
    case 'today':
    case 'now':
      return (today) => today;
    case 'tomorrow':
      return (today) => addDays(today, 1);
    case 'yesterday':
      return (today) => addDays(today, -1);
    case 'next week':
      return nextMonday;
    default:
      return undefined;
  }
}

function weekdayWord(text: string): NamedDay | undefined {
  const [, which, word = ''] = /^(?:(next|this|on) )?([a-z]{3,9})$/.exec(text) ?? [];
  if (!/^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?$/.test(word)) return undefined;
  const weekday = (WEEKDAY_WORDS.indexOf(word.slice(0, 3)) + 1) as Weekday;
  if (which === 'next') return (today) => addDays(nextMonday(today), weekday - 1);
  return (today) => addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

function stretch(text: string): NamedDay | undefined {
  const [, amount = '', unit] = /^(?:in )?([a-z]+|\d{1,3}) (day|week)s?$/.exec(text) ?? [];
  if (unit === undefined) return undefined;
  const count = /^\d/.test(amount) ? Number(amount) : Math.max(1, NUMBER_WORDS.indexOf(amount));
  if (!/^\d/.test(amount) && !NUMBER_WORDS.includes(amount)) return undefined;
  return (today) => addDays(today, unit === 'week' ? 7 * count : count);
}

function monthDate(text: string): NamedDay | undefined {
  const match =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>[a-z]{3,9})(?: (?<year>\d{4}))?$/.exec(text) ??
    /^(?<month>[a-z]{3,9}) (?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/.exec(text);
  const { day = '', month = '', year } = match?.groups ?? {};
  const number = MONTH_WORDS.indexOf(month.slice(0, 3)) + 1;
  if (number === 0) return undefined;
  const inYear = (of: number) => parseDay(`${of}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
  // The year 2000 has every date that any year has.
  if (inYear(year === undefined ? 2000 : Number(year)) === undefined) return undefined;
  return (today) => {
    const thisYear = Number(today.slice(0, 4));
    const years =
      year === undefined ? [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8].map((later) => thisYear + later) : [Number(year)];
    const found = years
      .map(inYear)
      .find((date) => date !== undefined && (year !== undefined || daysBetween(today, date) >= -DAYS_BACK));
    return found ?? today;
  };
}
