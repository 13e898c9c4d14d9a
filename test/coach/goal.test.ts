import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, WEEKDAYS, type Weekday } from '../../src/coach/day.ts';
import { FEWEST_FOR_A_GOAL, goalDays, weekAround, weekGoal } from '../../src/coach/goal.ts';
import type { Enrolment, Workout } from '../../src/coach/member.ts';
import { planOn } from '../../src/coach/programme.ts';
import { loadContent } from '../../src/store/content.ts';

const { programme } = loadContent();
const MONDAY = day('2026-01-05');

const somebody = (id: number, trainingDays: readonly Weekday[] = [1, 3, 5], changes: Partial<Enrolment> = {}) => ({
  member: { id },
  enrolment: {
    id,
    startsOn: MONDAY,
    terms: [{ fromDay: MONDAY, level: 'standard' as const, trainingDays }],
    pauses: [],
    ...changes,
  },
});

let ids = 0;
function did(on: string, repairs?: string): Workout {
  ids += 1;
  return { id: ids, day: day(on), madeAt: 0, size: 'full', ...(repairs !== undefined && { repairs: day(repairs) }) };
}

const three = [somebody(1), somebody(2), somebody(3)];
const goalOf = (
  workouts: Record<number, Workout[]>,
  on = '2026-01-07',
  files = three,
  frozen: [string, string][] = [],
) =>
  weekGoal(
    programme,
    files,
    new Map(Object.entries(workouts).map(([id, list]) => [Number(id), list])),
    day(on),
    frozen.map(([from, to]) => ({ from: day(from), to: day(to) })),
  );

describe('the goal of a week', () => {
  it('adds up what everybody has planned from Monday to Sunday, and what of it is done', () => {
    const workouts = { 1: [did('2026-01-05'), did('2026-01-07')], 3: [did('2026-01-05')] };
    for (const on of ['2026-01-05', '2026-01-08', '2026-01-11']) {
      expect(goalOf(workouts, on)).toEqual({ kept: 3, planned: 9 });
    }
    expect(goalOf(workouts, '2026-01-12')).toEqual({ kept: 0, planned: 9 });
  });

  it('counts no session twice, and nothing that was not planned', () => {
    const workouts = { 1: [did('2026-01-05'), did('2026-01-05')], 2: [did('2026-01-06'), did('2026-01-10')] };
    expect(goalOf(workouts)).toEqual({ kept: 1, planned: 9 });
  });

  it('counts a session made good for its own week, and not for the day on which it was', () => {
    const friday = { 1: [did('2026-01-11', '2026-01-09')] };
    expect(goalOf(friday)).toEqual({ kept: 1, planned: 9 });
    const sunday = [somebody(1, [1, 4, 7]), somebody(2), somebody(3)];
    const workouts = { 1: [did('2026-01-12', '2026-01-11')] };
    expect(goalOf(workouts, '2026-01-11', sunday)).toEqual({ kept: 1, planned: 9 });
    expect(goalOf(workouts, '2026-01-12', sunday)).toEqual({ kept: 0, planned: 9 });
  });

  it('leaves out days that count for nobody, whatever was done on them', () => {
    const workouts = { 1: [did('2026-01-05'), did('2026-01-07')] };
    expect(goalOf(workouts, '2026-01-07', three, [['2025-12-01', '2026-01-05']])).toEqual({ kept: 1, planned: 6 });
    expect(goalOf(workouts, '2026-01-07', three, [['2026-01-01', '2026-02-01']])).toBeUndefined();
  });

  it('is not told where it would tell what one of a few did', () => {
    expect(goalOf({}, '2026-01-07', three.slice(1))).toBeUndefined();
    const paused = { pauses: [{ from: day('2026-01-01') }] };
    expect(goalOf({}, '2026-01-07', [...three.slice(1), somebody(1, [1, 3, 5], paused)])).toBeUndefined();
    expect(goalOf({}, '2025-12-30')).toBeUndefined();
  });

  it('plans what the members’ own plans do, day for day, and never keeps more than is planned', () => {
    const weekdays = fc
      .subarray([...WEEKDAYS], { minLength: 3, maxLength: 5 })
      .map((days) => [...days].sort((a, b) => a - b) as readonly Weekday[]);
    const people = fc.array(weekdays, { minLength: FEWEST_FOR_A_GOAL, maxLength: 6 });
    const workoutDays = fc.array(fc.tuple(fc.nat(5), fc.nat(90)), { maxLength: 40 });
    fc.assert(
      fc.property(people, fc.nat(80), workoutDays, (all, ahead, done) => {
        const files = all.map((days, index) => somebody(index, days));
        const on = addDays(MONDAY, ahead);
        const workouts: Record<number, Workout[]> = {};
        for (const [who, when] of done) workouts[who] = [...(workouts[who] ?? []), did(addDays(MONDAY, when))];
        const { from } = weekAround(on);
        const days = Array.from({ length: 7 }, (_, index) => addDays(from, index));
        const isSession = (file: (typeof files)[number], each: Day) =>
          planOn(programme, file.enrolment, each).kind === 'session';
        const planned = files.flatMap((file) => days.filter((each) => isSession(file, each)));
        const kept = files.flatMap((file) =>
          days.filter((each) => isSession(file, each) && workouts[file.member.id]?.some((one) => one.day === each)),
        );
        expect(goalOf(workouts, on, files)).toEqual({ kept: kept.length, planned: planned.length });
        expect(goalDays(on)).toEqual({ from: addDays(from, -2), to: addDays(from, 8) });
      }),
      { numRuns: 100 },
    );
  });
});
