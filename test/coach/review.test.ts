import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/coach/check-in.ts';
import { addDays, type Day, day, daysFrom } from '../../src/coach/day.ts';
import { EFFORTS, type Effort, type Enrolment, type Workout } from '../../src/coach/member.ts';
import { weekBegun } from '../../src/coach/plan-weeks.ts';
import { plannedSessions, weekOf } from '../../src/coach/programme.ts';
import { type BodyLog, reviewOf } from '../../src/coach/review.ts';
import { loadContent } from '../../src/store/content.ts';
import { anySteadyMember, enrolled, START } from './plan-people.ts';

const { programme } = loadContent();
const farAhead = day('2027-12-31');
const on = (days: number): Day => addDays(START, days);

let ids = 0;
function did(date: Day, more: Partial<Workout> = {}): Workout {
  ids += 1;
  return { id: ids, day: date, madeAt: 0, size: 'full', ...more };
}

const night = (days: number, sleepHours: number): BodyLog => ({ day: on(days), sleepHours, hasWater: false });

interface Life {
  readonly enrolment?: Enrolment;
  readonly workouts?: readonly Workout[];
  readonly logs?: readonly BodyLog[];
  readonly frozenDays?: ReadonlySet<Day>;
}

/** Monday, Wednesday, Friday from 5 January on: days 0, 2 and 4 of week 1. */
function review(week: number, today: Day, { enrolment = enrolled(), workouts = [], logs = [], frozenDays }: Life = {}) {
  return reviewOf(programme, { enrolment, workouts, ...(frozenDays && { frozenDays }) }, logs, week, today);
}

const suggestion = (...life: Parameters<typeof review>) => review(...life)?.suggestion;

describe('a week in review', () => {
  it('tells what was kept, missed, made good and extra, the nights and the days with water', () => {
    const workouts = [did(on(0)), did(on(3), { size: 'floor', repairs: on(2) }), did(on(5)), did(on(7))];
    const logs = [night(0, 7.5), { ...night(1, 6.6), hasWater: true }, { day: on(6), hasWater: true }, night(7, 3)];
    expect(review(1, on(7), { workouts, logs })).toEqual({
      week: 1,
      from: on(0),
      to: on(6),
      kept: 2,
      missed: [on(4)],
      ahead: 0,
      extras: 1,
      sleep: { nights: 2, average: 7.1 },
      waterDays: 2,
      consistency: expect.closeTo(0.744, 3),
      suggestion: { kind: 'ten-minutes' },
    });
  });

  it('can be looked at before its last day, and says what is still ahead', () => {
    expect(review(1, on(2), { workouts: [did(on(0))] })).toMatchObject({ kept: 1, missed: [], ahead: 2 });
    expect(review(1, on(0))).toMatchObject({ kept: 0, missed: [], ahead: 3, suggestion: { kind: 'next-one' } });
    expect(review(1, on(0))).not.toHaveProperty('consistency');
  });

  it('is of the member’s own seven plan days: from a Thursday on, and around a pause', () => {
    const thursday = enrolled({ startsOn: on(3) });
    expect(review(1, on(12), { enrolment: thursday })).toMatchObject({ from: on(3), to: on(9) });
    const paused = enrolled({ pauses: [{ from: on(3), to: on(12) }] });
    // Wednesday is the last day before the pause; the week's Thursday is ten days later.
    expect(review(1, on(20), { enrolment: paused, workouts: [did(on(0)), did(on(2))] })).toMatchObject({
      from: on(0),
      to: on(16),
      kept: 2,
    });
    const asleep = [night(5, 5), night(13, 8)];
    expect(review(1, on(20), { enrolment: paused, logs: asleep })?.sleep).toEqual({ nights: 1, average: 8 });
  });

  it('is of the latest time, where the week came again', () => {
    const back = { ...enrolled(), repeats: [{ from: on(14), days: 7 }] };
    expect(review(2, on(13), { enrolment: back })).toMatchObject({ from: on(7), to: on(13) });
    expect(review(2, on(14), { enrolment: back })).toMatchObject({ from: on(14), to: on(20) });
  });

  it('is not there before the week has begun, or where there is no such week', () => {
    expect(review(2, on(6))).toBe(undefined);
    expect(review(13, on(200))).toBe(undefined);
    expect(review(1, on(-1))).toBe(undefined);
  });

  it('counts no days that count for nobody', () => {
    const frozenDays = new Set(daysFrom(on(0), on(6)));
    expect(review(1, on(7), { frozenDays })).toMatchObject({
      kept: 0,
      missed: [],
      ahead: 0,
      suggestion: { kind: 'nothing-planned' },
    });
  });
});

describe('the one suggestion', () => {
  const kept = (...days: number[]) => days.map((each) => did(on(each)));
  const rated = (effort: Effort, ...days: number[]) => days.map((each) => did(on(each), { effort }));

  it('is another day for a weekday that was missed twice, while it is a training day of theirs', () => {
    const workouts = kept(0, 2, 7, 9);
    expect(suggestion(2, on(14), { workouts })).toEqual({ kind: 'other-day', weekday: 5 });
    expect(suggestion(1, on(7), { workouts })).toEqual({ kind: 'ten-minutes' });
    const terms = [{ fromDay: on(13), level: 'standard' as const, trainingDays: [1, 3, 6] as const }];
    expect(suggestion(2, on(14), { workouts, enrolment: enrolled({ later: terms }) })).toEqual({ kind: 'ten-minutes' });
    // Made good, it was not missed; and once more than four weeks ago says nothing.
    const repaired = [...workouts, did(on(5), { size: 'floor', repairs: on(4) })];
    expect(suggestion(2, on(14), { workouts: repaired })).toEqual({ kind: 'ten-minutes' });
    const later = kept(0, 2, 7, 9, 11, 14, 16, 18, 21, 23, 25, 28, 30);
    expect(suggestion(5, on(35), { workouts: later })).toEqual({ kind: 'ten-minutes' });
  });

  it('is the wind-down when most of at least three logged nights were short', () => {
    const workouts = kept(0, 2, 4);
    expect(suggestion(1, on(7), { workouts, logs: [6, 6.5, 8].map((h, i) => night(i, h)) })).toEqual({
      kind: 'wind-down',
    });
    for (const hours of [
      [6, 6],
      [6, 6, 7, 7],
      [7, 7, 7],
    ]) {
      const logs = hours.map((each, i) => night(i, each));
      expect(suggestion(1, on(7), { workouts, logs })).toEqual({ kind: 'keep-going' });
    }
  });

  it('is to leave more in reserve when every effort said took everything', () => {
    expect(suggestion(1, on(7), { workouts: rated('0', 0, 2, 4) })).toEqual({ kind: 'more-reserve' });
    expect(suggestion(1, on(7), { workouts: [...rated('0', 0, 2), ...kept(4)] })).toEqual({ kind: 'more-reserve' });
    expect(suggestion(1, on(7), { workouts: [...rated('0', 0, 2), ...rated('1-2', 4)] })).toEqual({
      kind: 'keep-going',
    });
    expect(suggestion(1, on(7), { workouts: [...rated('0', 0), ...kept(2, 4)] })).toEqual({ kind: 'keep-going' });
  });

  it('is to look at the next one alone after a week without any', () => {
    expect(suggestion(1, on(7))).toEqual({ kind: 'next-one' });
  });
});

const anyLife = anySteadyMember.chain((enrolment) => {
  const days = daysFrom(enrolment.startsOn, addDays(enrolment.startsOn, 30));
  return fc.record({
    enrolment: fc.constant(enrolment),
    today: fc.constantFrom(...days),
    workouts: fc
      .subarray(days)
      .chain((trained) =>
        fc.tuple(
          ...trained.map((date) =>
            fc.option(fc.constantFrom(...EFFORTS), { nil: undefined }).map((effort) => did(date, effort && { effort })),
          ),
        ),
      ),
    logs: fc
      .subarray(days)
      .map((slept): BodyLog[] => slept.map((date) => ({ day: date, sleepHours: 6, hasWater: true }))),
    frozenDays: fc.subarray(days).map((each): ReadonlySet<Day> => new Set(each)),
  });
});

describe('any week of anybody', () => {
  it('has each of its sessions once: kept, missed or ahead; and no more than seven nights', () => {
    fc.assert(
      fc.property(anyLife, fc.integer({ min: 1, max: 6 }), ({ enrolment, today, workouts, logs, frozenDays }, week) => {
        const found = review(week, today, { enrolment, workouts, logs, frozenDays });
        const days = weekBegun(programme, enrolment, week, today)?.days;
        expect(found === undefined).toBe(days === undefined);
        if (found === undefined) return;
        const planned = plannedSessions(programme, enrolment, farAhead).filter(
          (session) => session.week === week && !frozenDays.has(session.day),
        );
        expect(found.kept + found.missed.length + found.ahead).toBe(planned.length);
        const done = new Set(workouts.filter((each) => each.day <= today).map((each) => each.day));
        expect(found.kept).toBe(planned.filter((session) => done.has(session.day)).length);
        for (const date of found.missed) expect(date < today && weekOf(programme, enrolment, date) === week).toBe(true);
        expect(found.sleep?.nights ?? 0).toBeLessThanOrEqual(7);
        expect(found.waterDays).toBe(found.sleep?.nights ?? 0);
        const { kind } = found.suggestion;
        if (kind === 'keep-going') expect(found.missed).toEqual([]);
        if (kind === 'next-one') expect(found.kept).toBe(0);
      }),
    );
  });

  it('is offered by the check-in after which none of its sessions is left', () => {
    fc.assert(
      fc.property(anyLife, ({ enrolment, today, workouts, frozenDays }) => {
        const earlier = workouts.filter((each) => each.day < today);
        const file = { enrolment, workouts: earlier, frozenDays };
        const { weekDone } = outcomeOf(programme, file, did(today), today, 5);
        const week = weekOf(programme, enrolment, today);
        const left = plannedSessions(programme, enrolment, farAhead).some(
          (session) => session.week === week && session.day > today && !frozenDays.has(session.day),
        );
        expect(weekDone).toBe(left ? undefined : week);
      }),
    );
  });
});
