import { day, daysFrom, type Weekday, weekdayOf } from '../../src/coach/day.ts';
import type { Workout } from '../../src/coach/member.ts';
import { type Standing, type StreakInput, standingOf } from '../../src/coach/streak.ts';

/** Twelve weeks from Monday 5 January 2026. */
export function plan(weekdays: readonly Weekday[] = [1, 3, 5]): StreakInput['sessions'] {
  return daysFrom(day('2026-01-05'), day('2026-03-29'))
    .map((date, index) => ({ day: date, week: Math.floor(index / 7) + 1 }))
    .filter((session) => weekdays.includes(weekdayOf(session.day)));
}

let id = 0;
export function did(date: string, more: Partial<Pick<Workout, 'size' | 'repairs'>> = {}): Workout {
  id += 1;
  return { id, day: day(date), madeAt: Date.parse(`${date}T18:00Z`), size: 'full', ...more };
}
export const repaired = (missed: string, on: string) => did(on, { size: 'floor', repairs: day(missed) });

/** Every planned session from the first through `last`, without those named. */
export function steadyThrough(last: string, except: readonly string[] = [], sessions = plan()): Workout[] {
  const days = sessions.map((session) => session.day).filter((date) => date <= day(last));
  return days.filter((date) => !except.includes(date)).map((date) => did(date));
}

export function on(today: string, workouts: readonly Workout[], more: Partial<StreakInput> = {}): Standing {
  return standingOf({ sessions: plan(), workouts, today: day(today), ...more });
}
export const steps = (standing: Standing) =>
  standing.ledger.map(({ day, event, streak, freezes }) => `${day.slice(5)} ${event} ${streak} ${freezes}`);
