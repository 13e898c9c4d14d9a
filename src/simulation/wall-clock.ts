/**
 * What clocks on a wall show, by Intl.DateTimeFormat alone: the simulation judges the coach's posts, so it must not
 * reckon with the coach's own code.
 */
export interface Shown {
  /** `2026-02-02` */
  readonly date: string;
  /** `07:30` */
  readonly time: string;
}

const MINUTE = 60_000;
/** Every change of clocks falls on one of these, in every zone of today. */
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

export function shownAt(instant: number, zone: string): Shown {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
  }
  // 02/02/2026, 07:30
  const shown = format.format(instant);
  return { date: `${shown.slice(6, 10)}-${shown.slice(3, 5)}-${shown.slice(0, 2)}`, time: shown.slice(12, 17) };
}

/** A quarter of an hour that was really lived through, and what the clocks showed as it began. */
export interface Quarter extends Shown {
  readonly at: number;
}

/** Every quarter of an hour between two instants: clocks that change do it between two of them. */
export function quartersOf(zone: string, from: number, to: number): Quarter[] {
  const quarters: Quarter[] = [];
  for (let at = Math.floor(from / QUARTER) * QUARTER; at <= to; at += QUARTER)
    quarters.push({ at, ...shownAt(at, zone) });
  return quarters;
}

/**
 * When the clocks first showed `time`, for each date: where they were put back over it the first time, where they
 * jumped over it the first moment after. The first date of the quarters is left out, as its beginning may be missing.
 */
export function firstMoments(quarters: readonly Quarter[], time: string): Map<string, number> {
  const wanted = minutesOf(time);
  const moments = new Map<string, number>();
  const opening = quarters[0]?.date;
  for (const { date, time: shown, at } of quarters) {
    if (date === opening || moments.has(date)) continue;
    const ahead = wanted - minutesOf(shown);
    if (ahead < 15) moments.set(date, at + Math.max(ahead, 0) * MINUTE);
  }
  return moments;
}

/** Days after a date, by the calendar. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayIndex(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The day that a member lives, whose day ends at three in the night. */
export function livedDay(instant: number, zone: string): string {
  const { date, time } = shownAt(instant, zone);
  return time < '03:00' ? daysAfter(date, -1) : date;
}

/** By whose clock somebody's days go: their zone, and the one that they moved from the last time. */
export interface OwnClock {
  readonly zone: string;
  readonly moved?: { readonly from: string; readonly at: number };
}

/** The day that a member lives who may have moved: the one in which they did ends on both clocks, and none comes back. */
export function dayBy({ zone, moved }: OwnClock, instant: number): string {
  const day = livedDay(instant, zone);
  if (moved === undefined) return day;
  if (instant < moved.at) return livedDay(instant, moved.from);
  const held = livedDay(moved.at, moved.from);
  return livedDay(instant, moved.from) <= held || day < held ? held : day;
}

/** Days from one date to another, by the calendar. */
export function daysFrom(date: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${date}T00:00:00Z`)) / DAY);
}

/** Whether clocks show a time from `from` on, and before `to`; it may go over midnight. */
export function isBetween(time: string, from: string, to: string): boolean {
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/** A time of day, so many minutes later or earlier. */
export function timeAfter(time: string, minutes: number): string {
  const total = (((minutesOf(time) + minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
