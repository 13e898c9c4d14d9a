import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/coach/day.ts';
import type { Performance } from '../../src/coach/performance.ts';
import { isCoarse, nextLoad } from '../../src/coach/progression/ladder.ts';
import { targetFor } from '../../src/coach/progression/progression.ts';
import { START } from './plan-people.ts';
import { anyInput, climbs, lowestAmount } from './progression-any.ts';

/** Not light, so that all rules have their say. */
const anyFullDay = anyInput.map((input) => ({ ...input, isLight: false }));

/** The load of most sets that say one, the lighter of two, in the last session that is not held and says one. */
function lastLoad(performances: readonly Performance[]): number | undefined {
  for (const { sets, held } of [...performances].reverse()) {
    const said = sets.flatMap(({ load }) => (load === undefined ? [] : [load])).sort((one, other) => one - other);
    if (held || said.length === 0) continue;
    const times = (load: number) => said.filter((other) => other === load).length;
    return said.find((load) => said.every((other) => times(other) <= times(load)));
  }
  return undefined;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

describe('every history', () => {
  it('gives the same target for the same input, and changes nothing of it', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(targetFor(structuredClone(input))).toEqual(targetFor(frozen(input)));
      }),
    );
  });

  it('is random enough to bring about every reason but an absence', () => {
    const targets = fc.sample(anyInput, { numRuns: 3000, seed: 1 }).map(targetFor);
    expect([...new Set(targets.map(({ why }) => why.kind))].sort()).toEqual(
      [
        ...['again', 'all-there-is', 'confirm', 'down', 'effort-wanted', 'first'],
        ...['held', 'light', 'nothing-left', 'top-raised', 'up', 'within'],
      ].sort(),
    );
  });

  it('aims within a range that the move knows, and calls a step what is one', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { range, aim, why, isStep } = targetFor(input);
        const [low, high] = input.move.progress;
        expect(range[0]).toBeGreaterThanOrEqual(low);
        expect(range[1]).toBeLessThanOrEqual(climbs(input.move.id) ? high : Math.max(18, high));
        expect(aim).toBeGreaterThanOrEqual(range[0]);
        expect(aim).toBeLessThanOrEqual(range[1]);
        expect(isStep).toBe(why.kind === 'up');
        if (climbs(input.move.id)) expect((aim - low) % input.move.step).toBe(0);
      }),
    );
  });

  it('never goes up by more than 10%, unless by the next load there is after all sets of 18', () => {
    fc.assert(
      fc.property(anyFullDay, (input) => {
        const { load, isStep } = targetFor(input);
        const from = lastLoad(input.performances);
        if (load === undefined || from === undefined || load <= from) return;
        expect(isStep).toBe(true);
        expect(load).toBe(nextLoad(input.loads.ladders.dumbbells, from));
        if (!isCoarse(from, load)) return;
        const last = input.performances.at(-1);
        const same = last?.sets.filter((set) => (set.load ?? from) === from) ?? [];
        expect(Math.min(...same.map(({ reps = 0 }) => reps))).toBeGreaterThanOrEqual(18);
      }),
      { numRuns: 1000 },
    );
  });

  it('never goes up from a held day, nor without a word of the effort, nor with nothing left', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const last = input.performances.at(-1);
        const { isStep, load, why } = targetFor(input);
        if (last && !last.held && last.effort && last.effort !== '0') return;
        expect(isStep).toBe(false);
        const from = lastLoad(input.performances);
        if (load !== undefined && from !== undefined) expect(load).toBeLessThanOrEqual(from);
        if (last?.held && !input.isLight) expect(why).toEqual({ kind: 'held' });
      }),
      { numRuns: 500 },
    );
  });

  it('never goes up on a light day, and aims at the low end then', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { isStep, aim, range } = targetFor({ ...input, isLight: true });
        expect(isStep).toBe(false);
        expect(aim).toBe(range[0]);
      }),
    );
  });

  it('goes down only after two sessions, not held, in which some set was under the low end', () => {
    const anySteady = anyFullDay.map((input) => ({
      ...input,
      performances: input.performances.map((performance, index) => ({
        ...performance,
        day: addDays(START, index),
      })),
    }));
    fc.assert(
      fc.property(anySteady, (input) => {
        const { why, load, lighter } = targetFor(input);
        const from = lastLoad(input.performances);
        const isLower = (load !== undefined && from !== undefined && load < from) || lighter || why.kind === 'down';
        if (!isLower) return;
        const counted = input.performances.filter(({ held }) => !held).slice(-2);
        expect(counted).toHaveLength(2);
        for (const performance of counted) expect(lowestAmount(performance)).toBeLessThan(input.move.progress[1]);
        if (climbs(input.move.id)) return;
        for (const performance of counted) expect(lowestAmount(performance)).toBeLessThan(input.move.progress[0]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is as if held sessions had not been, where a load is known from others', () => {
    const anyRow = anyFullDay.filter(({ move, performances }) => {
      const first = performances.find(({ held }) => !held);
      return move.id === 'row' && first !== undefined && first.sets.every(({ load }) => load !== undefined);
    });
    fc.assert(
      fc.property(anyRow, (input) => {
        const performances = input.performances.map((performance, index) => ({
          ...performance,
          day: addDays(START, index),
        }));
        const target = targetFor({ ...input, performances });
        const without = targetFor({ ...input, performances: performances.filter(({ held }) => !held) });
        if (!performances.at(-1)?.held) expect(target).toEqual(without);
        else expect(target.load).toBe(without.isStep ? lastLoad(performances) : without.load);
      }),
    );
  });

  it('asks for no more after an absence than without one, and for less the longer it was', () => {
    fc.assert(
      fc.property(anyFullDay, (input) => {
        const backAfter = (daysOff: number) => targetFor({ ...input, daysOff });
        const [now, soon, later, late] = [backAfter(2), backAfter(7), backAfter(14), backAfter(28)] as const;
        for (const [more, less] of [
          [now, soon],
          [soon, later],
          [later, late],
        ] as const) {
          if (more.load !== undefined) expect(less.load).toBeLessThanOrEqual(more.load);
          if (climbs(input.move.id) && more.variation === less.variation)
            expect(less.aim).toBeLessThanOrEqual(more.aim);
        }
        for (const { isStep } of [soon, later, late]) expect(isStep).toBe(false);
        for (const { aim, range } of [later, late]) expect(aim).toBe(range[0]);
      }),
      { numRuns: 500 },
    );
  });
});
