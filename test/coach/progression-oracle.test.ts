import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/coach/day.ts';
import type { Ladder } from '../../src/coach/load.ts';
import { EFFORTS } from '../../src/coach/member.ts';
import type { Performance } from '../../src/coach/performance.ts';
import { lighterLoad, nextLoad } from '../../src/coach/progression/ladder.ts';
import { type Target, targetFor } from '../../src/coach/progression/progression.ts';
import { START } from './plan-people.ts';
import { anyLadder, anyMove, lowestAmount, startOf } from './progression-any.ts';
import { loadsOf, moveOf } from './progression-log.ts';

describe('a plain reading of the rules, for fine steps and loads that are said', () => {
  const halfKilos: Ladder = { kind: 'step', step: 500 };
  const anySession = fc.record({
    load: fc.integer({ min: 10, max: 14 }).map((kg) => kg * 1000),
    reps: fc.oneof(
      fc.constant<number[]>([15, 15, 15]),
      fc.array(fc.integer({ min: 9, max: 17 }), { minLength: 1, maxLength: 4 }),
    ),
    effort: fc.option(fc.constantFrom(...EFFORTS), { nil: undefined }),
    /** Whether they use what was asked for. */
    obeys: fc.boolean(),
    held: fc.constantFrom(false, false, false, true),
  });

  /** Looks back from the end, where the coach goes forward from the beginning. */
  function plainNext(log: readonly Performance[]): number | undefined {
    const counted = log.filter(({ held }) => !held);
    const last = counted.at(-1);
    const load = last?.sets[0]?.load;
    if (last === undefined || load === undefined) return undefined;
    const isShort = (performance: Performance) => lowestAmount(performance) < 12;
    const failedInARow = counted.length - 1 - counted.findLastIndex((performance) => !isShort(performance));
    if (failedInARow > 0) return failedInARow % 2 === 0 ? lighterLoad(halfKilos, load, 10) : load;
    if (log.at(-1)?.held) return load;
    const isTop = (performance: Performance | undefined) =>
      performance !== undefined &&
      performance.sets[0]?.load === load &&
      lowestAmount(performance) >= 15 &&
      !['0', undefined].includes(performance.effort);
    const isClear = last.effort !== '1-2' && last.sets.length > 1;
    const isEarned = isTop(last) && (isClear || isTop(counted.at(-2)));
    return isEarned ? nextLoad(halfKilos, load) : load;
  }

  it('comes to the same loads', () => {
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 12 }), (sessions) => {
        const log: Performance[] = [];
        const ask = () =>
          targetFor({
            move: moveOf('row'),
            performances: log,
            loads: loadsOf(halfKilos),
            start: { range: [12, 15] },
            daysOff: 0,
            isLight: false,
          });
        for (const [index, { load, reps, effort, obeys, held }] of sessions.entries()) {
          const used = (obeys && ask().load) || load;
          log.push({
            move: 'row',
            day: addDays(START, index),
            sets: reps.map((count) => ({ reps: count, load: used })),
            ...(effort && { effort }),
            held,
          });
          if (log.some((performance) => !performance.held)) expect(ask().load).toBe(plainNext(log));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('somebody who does what is asked, with three to spare', () => {
  it('goes on for ever or to all there is, never down, one step at a time', () => {
    fc.assert(
      fc.property(anyMove, anyLadder, fc.constantFrom('easier', undefined, 'harder'), (move, ladder, variation) => {
        const log: Performance[] = [];
        let last: Target | undefined;
        for (let session = 0; session < 100; session++) {
          const target = targetFor({
            move,
            performances: log,
            loads: loadsOf(ladder),
            start: { range: startOf(move), ...(variation && { variation }) },
            daysOff: 0,
            isLight: false,
          });
          expect(['first', 'within', 'up', 'top-raised', 'all-there-is']).toContain(target.why.kind);
          if (last?.load !== undefined) expect(target.load).toBeGreaterThanOrEqual(last.load);
          last = target;
          const load = target.load ?? (ladder.kind === 'list' ? ladder.loads[0] : ladder.step);
          const isLoaded = move.kitAny.includes('dumbbells') || move.kitAny.includes('machine');
          log.push({
            move: move.id,
            day: addDays(START, session),
            sets: [1, 2].map(() => ({
              [move.dose.kind === 'time' ? 'seconds' : 'reps']: target.aim,
              ...(isLoaded && load !== undefined && { load }),
              ...(move.kitAny.includes('band') && { band: target.band ?? 'yellow' }),
            })),
            ...(target.variation && { variation: target.variation }),
            effort: '3-4',
            held: false,
          });
        }
        const isEndless = ladder.kind === 'step' && (move.id === 'row' || move.id === 'lat-pulldown');
        expect(last?.why.kind === 'all-there-is').toBe(!isEndless);
      }),
      { numRuns: 40 },
    );
  });
});
