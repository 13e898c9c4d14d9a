import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, daysFrom } from '../../src/coach/day.ts';
import type { Pause } from '../../src/coach/member.ts';
import { pauseAt, withoutPause, withPause } from '../../src/coach/pauses.ts';
import { isPaused } from '../../src/coach/plan-days.ts';

const START = day('2026-01-05');
const on = (number: number): Day => addDays(START, number);
const pause = (from: number, to?: number): Pause => ({ from: on(from), ...(to !== undefined && { to: on(to) }) });
const trained = (...days: number[]) => days.map((number) => ({ day: on(number) }));

describe('a pause', () => {
  it('begins after the last workout in it, which keeps its place in the plan', () => {
    expect(withPause([], pause(3, 9), trained(1, 3, 5))).toEqual({
      pauses: [pause(6, 9)],
      pause: pause(6, 9),
      trainedOn: on(5),
    });
    expect(withPause([], pause(3), trained(3))?.pause).toEqual(pause(4));
    expect(withPause([], pause(3), trained(1, 2))).toEqual({ pauses: [pause(3)], pause: pause(3) });
  });

  it('is none where what was done leaves no day of it', () => {
    expect(withPause([pause(20, 22)], pause(3, 3), trained(3))).toBeUndefined();
  });

  it('is made longer or shorter by a word that overlaps it: the first day stays, the last word on the end holds', () => {
    expect(withPause([pause(0)], pause(4, 9), [])?.pauses).toEqual([pause(0, 9)]);
    expect(withPause([pause(0, 20)], pause(4, 9), [])?.pauses).toEqual([pause(0, 9)]);
    expect(withPause([pause(0, 5)], pause(4), [])?.pauses).toEqual([pause(0)]);
    expect(withPause([pause(6, 8)], pause(4, 20), [])?.pauses).toEqual([pause(4, 20)]);
    expect(withPause([pause(6, 8), pause(12, 30)], pause(8, 14), [])?.pauses).toEqual([pause(6, 14)]);
  });

  it('leaves alone those that it only touches', () => {
    expect(withPause([pause(0, 3), pause(9)], pause(4, 8), [])?.pauses).toEqual([pause(0, 3), pause(4, 8), pause(9)]);
  });
});

describe('coming back', () => {
  it('ends the pause under way as of yesterday; one that begins today never was', () => {
    const pauses = [pause(0, 9), pause(20)];
    expect(pauseAt(pauses, on(4))).toEqual(pause(0, 9));
    expect(withoutPause(pauses, pause(0, 9), on(4))).toEqual([pause(0, 3), pause(20)]);
    expect(withoutPause([pause(4)], pause(4), on(4))).toEqual([]);
  });

  it('cancels the next one to come when none is under way', () => {
    const pauses = [pause(20), pause(0, 3), pause(10, 12)];
    expect(pauseAt(pauses, on(4))).toEqual(pause(10, 12));
    expect(withoutPause(pauses, pause(10, 12), on(4))).toEqual([pause(20), pause(0, 3)]);
    expect(pauseAt([pause(0, 3)], on(4))).toBeUndefined();
  });
});

describe('whatever is paused and resumed from day to day', () => {
  const deeds = fc.array(
    fc.record({
      from: fc.integer({ min: -3, max: 10 }),
      length: fc.option(fc.nat(9), { nil: undefined }),
      resumes: fc.boolean(),
      trains: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('what was done stays, the pauses are in order and apart, and today is paused as was said last', () => {
    fc.assert(
      fc.property(deeds, (diary) => {
        let pauses: readonly Pause[] = [];
        const workouts: { day: Day }[] = [];
        for (const [index, { from, length, resumes, trains }] of diary.entries()) {
          const today = on(index);
          const isPausedOn = (date: Day) => isPaused({ id: 1, startsOn: START, terms: [], pauses }, date);
          if (trains && !isPausedOn(today)) workouts.push({ day: today });
          const counting = workouts.filter((each) => !isPausedOn(each.day));
          if (resumes) {
            const found = pauseAt(pauses, today);
            if (found === undefined) continue;
            const before = daysFrom(on(0), addDays(today, -1)).filter(isPausedOn);
            pauses = withoutPause(pauses, found, today);
            expect(daysFrom(on(0), addDays(today, -1)).filter(isPausedOn)).toEqual(before);
            expect(isPausedOn(today)).toBe(false);
          } else {
            const begins = addDays(today, from);
            const ends = length === undefined ? undefined : addDays(begins < today ? today : begins, length);
            const paused = withPause(pauses, { from: begins, ...(ends && { to: ends }) }, workouts);
            if (paused === undefined) continue;
            pauses = paused.pauses;
            expect(pauses).toContainEqual(paused.pause);
            expect(isPausedOn(paused.pause.from)).toBe(true);
            if (ends !== undefined) expect(isPausedOn(ends)).toBe(true);
          }
          for (const each of counting) expect(isPausedOn(each.day)).toBe(false);
          for (const [at, { from: begins }] of pauses.entries()) {
            const before = pauses[at - 1];
            if (before !== undefined) expect(before.to !== undefined && before.to < begins).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
