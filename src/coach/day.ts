import { DateTime, FixedOffsetZone, IANAZone, Info } from 'luxon';

/** A calendar date, `2026-01-05`. What a person calls a day; it has no zone. */
export type Day = string & { readonly __day: unique symbol };

/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** An IANA time zone name, in the spelling of the time zone database: `Europe/Lisbon`. */
export type Zone = string & { readonly __zone: unique symbol };

/** A wall-clock time, `07:30`. */
export type LocalTime = string & { readonly __localTime: unique symbol };

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The day that `text` names, or undefined when it is not a real date in the form `YYYY-MM-DD`. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return DateTime.fromISO(text, { zone: 'utc' }).isValid ? (text as Day) : undefined;
}

/** @throws RangeError when `text` is not a real date. For dates written by the program itself. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a date: ${text}`);
  return parsed;
}

/** The time that `text` names (`7:30`, `07:30`), or undefined. */
export function parseLocalTime(text: string): LocalTime | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as LocalTime;
}

/** @throws RangeError when `text` is not a time of day. For times written by the program itself. */
export function localTime(text: string): LocalTime {
  const parsed = parseLocalTime(text);
  if (parsed === undefined) throw new RangeError(`not a time of day: ${text}`);
  return parsed;
}

/** The zone that `text` names, whatever its upper and lower case, or undefined. Fixed offsets (`UTC+1`) are not zones. */
export function parseZone(text: string): Zone | undefined {
  const wanted = text.trim().toLowerCase().replaceAll(' ', '_');
  return zonesByLowerCase().get(wanted) ?? zoneOfAlias(wanted);
}

/** By one of the further names that the database keeps, `US/Eastern` or `Etc/UTC`: the zone under its own. */
function zoneOfAlias(name: string): Zone | undefined {
  // Node.js after 20 takes offsets for zones, which they are not.
  if (!/^[a-z]/.test(name) || !IANAZone.isValidZone(name)) return undefined;
  return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone as Zone;
}

/** @throws RangeError when `text` is not an IANA zone. For zones written by the program itself. */
export function zone(text: string): Zone {
  const parsed = parseZone(text);
  if (parsed === undefined) throw new RangeError(`not a time zone: ${text}`);
  return parsed;
}

/** Names of today that Node.js accepts, but lists only under the name that they replaced. */
const RENAMED = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Argentina/Catamarca',
  'America/Argentina/Cordoba',
  'America/Argentina/Jujuy',
  'America/Argentina/Mendoza',
  'America/Atikokan',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
];

let zoneNames: Map<string, Zone> | undefined;

function zonesByLowerCase(): Map<string, Zone> {
  if (zoneNames === undefined) {
    const renamed = RENAMED.filter((name) => IANAZone.isValidZone(name));
    const names = ['UTC', ...new Set([...Intl.supportedValuesOf('timeZone'), ...renamed])];
    zoneNames = new Map(names.map((name) => [name.toLowerCase(), name as Zone]));
  }
  return zoneNames;
}

/** Every zone that this Node.js knows, `UTC` first. */
export function allZones(): readonly Zone[] {
  return [...zonesByLowerCase().values()];
}

/**
 * The day that a person in `zone` lives at `instant`, when their day ends at `dayEndsAt` o'clock
 * (0–5; at 3, half past one in the night still belongs to the evening before).
 */
export function dayOf(instant: Instant, zone: Zone, dayEndsAt = 0): Day {
  return dayFromNumber(Math.floor((wallClock(instant, zone) - dayEndsAt * HOUR) / DAY));
}

/** Whole days; negative goes back. */
export function addDays(from: Day, days: number): Day {
  return dayFromNumber(dayNumber(from) + days);
}

/** Days from `from` to `to`: 1 when `to` is the day after. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970-01-01: how the database keeps a day. */
export function dayNumber(of: Day): number {
  return Date.parse(`${of}T00:00:00Z`) / DAY;
}

/** The inverse of {@link dayNumber}. */
export function dayFromNumber(number: number): Day {
  return dates.get(number) ?? remember(dates, number, new Date(number * DAY).toISOString().slice(0, 10) as Day);
}

export function weekdayOf(of: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((dayNumber(of) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The first Monday strictly after `of`. */
export function nextMonday(of: Day): Day {
  return addDays(of, 8 - weekdayOf(of));
}

/** Every day from `from` to `to`, both included; none when `to` is before `from`. */
export function daysFrom(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
}

/**
 * When the clocks of `zone` show `time` on `day`: once a local date, at the first occurrence when clocks go back
 * over it, and at the first valid instant when they jump over it. That instant bears the next date when the jump
 * went over midnight (Pyongyang, 2018-05-04 23:30 to 24:00). Undefined when the zone skipped the whole date
 * (Samoa, 2011-12-30).
 */
export function instantOf(day: Day, time: LocalTime, zone: Zone): Instant | undefined {
  const key = `${day}${time}${zone}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  const found = findInstant(day, time, zone);
  return found === undefined ? undefined : remember(instants, key, found);
}

function findInstant(day: Day, time: LocalTime, zone: Zone): Instant | undefined {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const candidates = offsetsAround(wall, zone)
    .map((offset) => wall - offset * MINUTE)
    .filter((instant) => wallClock(instant, zone) === wall);
  if (candidates.length > 0) return Math.min(...candidates);
  const afterGap = endOfGap(wall, zone);
  if (dayOf(afterGap, zone) === day) return afterGap;
  const existed = time !== MIDNIGHT && instantOf(day, MIDNIGHT, zone) !== undefined;
  return existed ? afterGap : undefined;
}

// Zone arithmetic and the names of dates are slow, and members share zones, times and dates: answers are kept, and
// forgotten all at once when there are too many. A next occurrence holds from the moment it was asked for until it is
// there.
const dates = new Map<number, Day>();
const formatted = new Map<string, string>();
const instants = new Map<string, Instant>();
const nextOnes = new Map<string, { readonly from: Instant; readonly next: Occurrence }>();
const MOST_REMEMBERED = 10_000;

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): Value {
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(key, value);
  return value;
}

const MIDNIGHT = '00:00' as LocalTime;

/** The offsets, in minutes east of UTC, that the zone had within a day and a bit of `wall`. */
function offsetsAround(wall: number, zone: Zone): number[] {
  const iana = IANAZone.create(zone);
  return [...new Set([-26, 0, 26].map((hours) => iana.offset(wall + hours * HOUR)))];
}

/** What the zone's clocks show at `instant`, read as if it were UTC. */
function wallClock(instant: Instant, zone: Zone): number {
  return instant + IANAZone.create(zone).offset(instant) * MINUTE;
}

/** The first instant at which the zone's clocks show more than `wall`, found by halving. */
function endOfGap(wall: number, zone: Zone): Instant {
  let before = wall - 30 * HOUR;
  let after = wall + 30 * HOUR;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(middle, zone) > wall) after = middle;
    else before = middle;
  }
  return after;
}

export interface Occurrence {
  /** The local date that it belongs to. */
  readonly day: Day;
  readonly at: Instant;
}

/**
 * The first moment strictly after `after` at which it is `time` in `zone`, and the local date it belongs to.
 */
export function nextOccurrence(after: Instant, time: LocalTime, zone: Zone): Occurrence {
  const key = `${time}${zone}`;
  const known = nextOnes.get(key);
  if (known !== undefined && known.from <= after && after < known.next.at) return known.next;
  return remember(nextOnes, key, { from: after, next: findNextOccurrence(after, time, zone) }).next;
}

function findNextOccurrence(after: Instant, time: LocalTime, zone: Zone): Occurrence {
  const today = dayOf(after, zone);
  for (let ahead = -1; ahead <= 4; ahead++) {
    const date = addDays(today, ahead);
    const at = instantOf(date, time, zone);
    if (at !== undefined && at > after) return { day: date, at };
  }
  throw new RangeError(`no ${time} in ${zone} within four days`);
}

/** `Mon`, `Tue` … in the language of the locale. */
export function weekdayNames(locale = 'en'): readonly string[] {
  return Info.weekdays('short', { locale });
}

/** A day as a person reads it: `Mon 5 Jan`. */
export function formatDay(of: Day, locale = 'en-GB'): string {
  const key = `${of}${locale}`;
  const known = formatted.get(key);
  if (known !== undefined) return known;
  const date = DateTime.fromISO(of, { zone: FixedOffsetZone.utcInstance, locale });
  return remember(formatted, key, date.toFormat('ccc d LLL'));
}

/** The wall-clock time in `zone`: `07:30`. */
export function timeIn(instant: Instant, zone: Zone): LocalTime {
  return DateTime.fromMillis(instant, { zone }).toFormat('HH:mm') as LocalTime;
}
