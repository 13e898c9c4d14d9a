import type { TimestampStyle } from './markdown/tree.ts';

/*
 * Instants in words, by the zone and locale of who reads. All instants are milliseconds.
 */

export interface Reader {
  readonly zone: string;
  readonly locale: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format is dear to make and cheap to use. A zone that the browser does not know is shown in UTC. */
function format({ zone, locale }: Reader, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}/${zone}/${name}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  } catch {
    made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
  formats.set(key, made);
  return made;
}

type Style = Exclude<TimestampStyle, 'R'>;

const STYLES: Readonly<Record<Exclude<Style, 's' | 'S'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** `<t:…:F>` and its like: `Monday, 5 January 2026 at 07:30`. */
export function worded(instant: number, style: Style, reader: Reader): string {
  if (style === 's') return `${worded(instant, 'd', reader)}, ${worded(instant, 't', reader)}`;
  if (style === 'S') return `${worded(instant, 'd', reader)}, ${worded(instant, 'T', reader)}`;
  return format(reader, style, STYLES[style]).format(instant);
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;
/** Up to where each unit is used. */
const UNITS: readonly (readonly [below: number, unit: Intl.RelativeTimeFormatUnit, length: number])[] = [
  [45 * SECOND, 'second', SECOND],
  [45 * MINUTE, 'minute', MINUTE],
  [22 * HOUR, 'hour', HOUR],
  [26 * DAY, 'day', DAY],
  [320 * DAY, 'month', MONTH],
];
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

/** `<t:…:R>`: `in 3 hours`, `2 days ago`. */
export function relativeWords(instant: number, now: number, locale: string): string {
  const away = instant - now;
  const [, unit, length] = UNITS.find(([below]) => Math.abs(away) < below) ?? [0, 'year' as const, YEAR];
  const count = Math.round(away / length);
  return relativeFormat(locale).format(unit === 'second' ? count : count || Math.sign(away), unit);
}

function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  const known = relativeFormats.get(locale);
  if (known !== undefined) return known;
  let made: Intl.RelativeTimeFormat;
  try {
    made = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  } catch {
    made = new Intl.RelativeTimeFormat('en-US', { numeric: 'always' });
  }
  relativeFormats.set(locale, made);
  return made;
}

/** All zones are whole quarters of an hour apart: within one it is the same day for a reader. */
const QUARTER = 15 * MINUTE;
let daysOf: { readonly zone: string; readonly byQuarter: Map<number, string> } = { zone: '', byQuarter: new Map() };

/** The day on the wall where the reader is, as `2026-01-05`; it sorts. */
export function dayOf(instant: number, { zone }: Reader): string {
  if (daysOf.zone !== zone) daysOf = { zone, byQuarter: new Map() };
  const quarter = Math.floor(instant / QUARTER);
  const known = daysOf.byQuarter.get(quarter);
  if (known !== undefined) return known;
  const day = format({ zone, locale: 'en-CA' }, 'day', DAY_PARTS).format(instant);
  daysOf.byQuarter.set(quarter, day);
  return day;
}
const DAY_PARTS: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };

/** For a divider between two days: `January 5, 2026`. */
export const dayWords = (instant: number, reader: Reader): string => worded(instant, 'D', reader);

/** As beside a name: `Today at 07:30`, `Yesterday at 07:30`, `05/01/2026, 07:30`; `today` is the reader's day now. */
export function sentWords(instant: number, today: string, reader: Reader): string {
  const day = dayOf(instant, reader);
  if (day === today) return `Today at ${worded(instant, 't', reader)}`;
  if (day === dayBefore(today)) return `Yesterday at ${worded(instant, 't', reader)}`;
  return worded(instant, 's', reader);
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) - DAY).toISOString().slice(0, 'yyyy-mm-dd'.length);
