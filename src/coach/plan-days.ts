import { type Day, dayNumber, type Weekday, weekdayOf } from './day.ts';
import type { Enrolment } from './member.ts';

/** A stretch of day numbers, both included, in which the plan stands still; `to` is Infinity until further notice. */
interface Standstill {
  readonly from: number;
  readonly to: number;
}

const END_OF_TIME: Standstill = { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** A day on which the plan goes on. */
export interface PlanDay {
  /** As `dayNumber` counts. */
  readonly number: number;
  /** Where the plan stands on it: 0 on the first day of week 1. A day more each time, less what is repeated. */
  readonly index: number;
  readonly weekday: Weekday;
}

/** The days on which the plan goes on, in order: without end, unless a pause has none. */
export function* planDays(enrolment: Enrolment): Generator<PlanDay> {
  const first = dayNumber(enrolment.startsOn);
  const firstWeekday = weekdayOf(enrolment.startsOn);
  const repeats = repeatsOf(enrolment);
  let number = first;
  let index = 0;
  for (const { from, to } of [...standstills(enrolment), END_OF_TIME]) {
    for (; number < from; number++) {
      while (repeats[0] !== undefined && repeats[0].from <= number) index -= repeats.shift()?.days ?? 0;
      yield { number, index: index++, weekday: weekdayAfter(firstWeekday, number - first) };
    }
    number = Math.max(number, to + 1);
  }
}

function repeatsOf({ repeats = [] }: Enrolment) {
  return repeats.map(({ from, days }) => ({ from: dayNumber(from), days }));
}

/** Where the plan stands on `day`, in days from its first; while it is paused, where it goes on. Negative before it. */
export function planDaysBefore(enrolment: Enrolment, day: Day): number {
  const number = dayNumber(day);
  const still = standstills(enrolment).map(({ from, to }) => Math.max(0, Math.min(to + 1, number) - from));
  const again = repeatsOf(enrolment)
    .filter(({ from }) => from <= number)
    .map(({ days }) => days);
  return [...still, ...again].reduce((left, days) => left - days, number - dayNumber(enrolment.startsOn));
}

export function isPaused(enrolment: Enrolment, day: Day): boolean {
  return enrolment.pauses.some(({ from, to }) => from <= day && (to === undefined || day <= to));
}

/** The weekday `days` (0 or more) after `weekday`. */
export function weekdayAfter(weekday: Weekday, days: number): Weekday {
  return (((weekday - 1 + days) % 7) + 1) as Weekday;
}

/** The pauses from the plan's first day on, in order; those that overlap or touch are one. */
function standstills(enrolment: Enrolment): Standstill[] {
  const first = dayNumber(enrolment.startsOn);
  const pauses = enrolment.pauses
    .map(({ from, to }) => ({
      from: Math.max(first, dayNumber(from)),
      to: to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to),
    }))
    .filter(({ from, to }) => from <= to)
    .sort((one, other) => one.from - other.from);
  const merged: Standstill[] = [];
  for (const pause of pauses) {
    const last = merged.at(-1);
    if (last !== undefined && pause.from <= last.to + 1) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) };
    } else merged.push(pause);
  }
  return merged;
}
