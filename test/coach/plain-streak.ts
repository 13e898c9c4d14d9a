import { addDays, type Day } from '../../src/coach/day.ts';
import type { Workout } from '../../src/coach/member.ts';
import type { StreakInput } from '../../src/coach/streak.ts';

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** The rules once more, looked up backwards and by definition, without a fold. Needs the whole plan. */
export function plainly({ sessions, workouts, today, frozenDays }: StreakInput) {
  const isExcused = (date: Day) => frozenDays?.has(date) ?? false;
  const counts = (date: Day) => sessions.some((session) => session.day === date) && !isExcused(date);
  const past = workouts.filter((each) => each.day <= today);
  const target = ({ day, repairs }: Workout) =>
    repairs !== undefined && counts(repairs) && [1, 2].some((days) => addDays(repairs, days) === day)
      ? repairs
      : undefined;
  const covers = (each: Workout, date: Day) => (target(each) ?? each.day) === date;
  const keptDays = new Set(
    sessions.map((session) => session.day).filter((date) => past.some((each) => covers(each, date))),
  );
  const isKept = (date: Day) => keptDays.has(date);
  const through = sessions.filter((session) => session.day <= today);
  const decided = through.filter(({ day }) => !isExcused(day) && (day < today || isKept(day)));
  const isKeptAt = (index: number) => isKept(decided[index]?.day ?? today);

  const weeksKeptThrough = (date: Day): number => {
    const over = [...new Set(sessions.map((session) => session.week))].filter((week) => {
      const ofWeek = sessions.filter((session) => session.week === week);
      const counting = ofWeek.filter((session) => !isExcused(session.day));
      return (
        ofWeek.every((session) => session.day <= date) && counting.length > 0 && counting.every((s) => isKept(s.day))
      );
    });
    return over.length;
  };
  const heldBefore = (index: number): number => {
    const before = decided[index - 1];
    if (before === undefined) return 2;
    const left = heldBefore(index - 1) - (isFrozen(index - 1) ? 1 : 0);
    const until = decided[index] === undefined ? today : addDays(decided[index].day, -1);
    const had = index > 1 ? weeksKeptThrough(addDays(before.day, -1)) : 0;
    const earned = Math.floor(weeksKeptThrough(until) / 4) - Math.floor(had / 4);
    return Math.min(3, left + earned);
  };
  const frozen: (boolean | undefined)[] = [];
  const isFrozen = (index: number): boolean => {
    frozen[index] ??=
      !isKeptAt(index) &&
      streakAt(index) > 0 &&
      !(index > 1 && isFrozen(index - 1) && isFrozen(index - 2)) &&
      heldBefore(index) > 0;
    return frozen[index];
  };
  const lostAt = (before: number) =>
    decided.findLastIndex((_, index) => index < before && !isKeptAt(index) && !isFrozen(index));
  const streakAt = (length: number) =>
    decided.slice(0, length).filter((session, index) => index > lostAt(length) && isKept(session.day)).length;
  const keptSessions = decided.filter((session) => isKept(session.day)).length;
  const latestKept = decided.findLastIndex((session) => isKept(session.day));
  const previousKept = decided.findLastIndex((session, index) => index < latestKept && isKept(session.day));
  const weight = 0.5 ** (1 / 13);
  return {
    streak: streakAt(decided.length),
    longest: Math.max(0, ...decided.map((_, index) => streakAt(index + 1))),
    freezes: heldBefore(decided.length),
    keptSessions,
    dueSessions: decided.length,
    extras: past.length - keptSessions,
    keptWeeks: weeksKeptThrough(today),
    openToday: counts(today) && !isKept(today),
    comeback: previousKept >= 0 && lostAt(latestKept) > previousKept,
    // A mean of the sessions, each weighing a little less than the one after it.
    consistency:
      sumOf(decided.map((session, index) => (isKept(session.day) ? weight ** (decided.length - 1 - index) : 0))) /
      Math.max(1e-12, sumOf(decided.map((_, index) => weight ** index))),
  };
}
