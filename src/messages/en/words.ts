import type { Kit, Level, Range } from '../../coach/content.ts';
import { type Day, formatDay, type Instant, type Weekday } from '../../coach/day.ts';
import type { Units } from '../../coach/load.ts';
import type { Effort } from '../../coach/member.ts';

export const date = (day: Day) => formatDay(day, 'en-GB');
export const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
export const freezesOf = (n: number) => (n === 0 ? 'no freezes' : count(n, 'freeze'));
export const span = ([low, high]: Range) => (low === high ? `${low}` : `${low}–${high}`);
export const list = (items: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);
/** Shown by Discord in each reader's own zone and language. */
export const stamp = (instant: Instant, style: 'R' | 'f' | 't') => `<t:${Math.floor(instant / 1000)}:${style}>`;

export function duration([low, high]: Range): string {
  const inMinutes = (low % 60 === 0 && high % 60 === 0) || (low >= 120 && low % 30 === 0 && high % 30 === 0);
  return inMinutes ? `${span([low / 60, high / 60])} min` : `${span([low, high])} s`;
}

export function weekNames(weeks: readonly number[]): string {
  return weeks.length === 1 ? `Week ${weeks[0]}` : `Weeks ${list(weeks.map(String))}`;
}

export const weekdays: Readonly<Record<Weekday, string>> = {
  1: 'Mon',
  2: 'Tue',
  3: 'Wed',
  4: 'Thu',
  5: 'Fri',
  6: 'Sat',
  7: 'Sun',
};

export const kits: Readonly<Record<Kit, string>> = {
  mat: 'Mat or carpet',
  dumbbells: 'Dumbbells',
  band: 'Resistance band',
  rope: 'Jump rope',
  machine: 'Pulldown machine',
};

export const levels: Readonly<Record<Level, string>> = {
  gentle: 'Gentle: new to this, or coming back carefully',
  standard: 'Standard: some training behind me',
  strong: 'Strong: I train most weeks',
};

export const efforts: Readonly<Record<Effort, string>> = {
  '0': '0: nothing left',
  '1-2': '1–2 more',
  '3-4': '3–4 more',
  '5+': '5 or more',
};

const unitOf = (units: Units) => (units === 'metric' ? 'kg' : 'lb');

/** Loads, bands and sets in short. */
export const amounts = {
  unit: unitOf,
  load: (amount: number, units: Units) => `${amount} ${unitOf(units)}`,
  each: (load: string) => `${load} each`,
  band: (colour: string) => `${colour} band`,
  seconds: (seconds: number) => duration([seconds, seconds]),
  times: (count: number, amount: string) => `${count} × ${amount}`,
  at: (sets: string, load: string) => `${sets} at ${load}`,
  with: (sets: string, band: string) => `${sets} with the ${band}`,
};
