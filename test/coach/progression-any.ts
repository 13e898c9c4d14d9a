import fc from 'fast-check';
import type { Move, Range } from '../../src/coach/content.ts';
import { addDays } from '../../src/coach/day.ts';
import type { Ladder } from '../../src/coach/load.ts';
import { EFFORTS } from '../../src/coach/member.ts';
import type { Performance } from '../../src/coach/performance.ts';
import type { TargetInput } from '../../src/coach/progression/progression.ts';
import { START } from './plan-people.ts';
import { BANDS, loadsOf, moveOf } from './progression-log.ts';

const MOVES = ['row', 'lat-pulldown', 'squat', 'band-row', 'shoulder-taps', 'swimming-kicks', 'jump-rope', 'superman'];

export const anyLadder: fc.Arbitrary<Ladder> = fc.oneof(
  fc.constantFrom<Ladder>({ kind: 'list', loads: [5000] }, { kind: 'step', step: 1000 }, { kind: 'step', step: 1134 }),
  fc
    .uniqueArray(fc.integer({ min: 2, max: 80 }), { minLength: 1, maxLength: 8 })
    .map(
      (halves): Ladder => ({ kind: 'list', loads: halves.map((half) => half * 500).sort((one, other) => one - other) }),
    ),
);
const anyEffort = fc.option(fc.constantFrom(...EFFORTS), { nil: undefined });
const anyVariation = fc.constantFrom('easier', undefined, undefined, 'harder');
export const anyMove = fc.constantFrom(...MOVES).map(moveOf);
const anyLoad = fc.constantFrom(5000, 5000, 10_000, 11_000, 12_300);

/** Amounts around what this move asks for, so that tops are reached and low ends missed often enough. */
function anyAmount([low, high]: readonly [number, number], step: number) {
  return fc.oneof(
    fc.constantFrom(low, high, Math.max(18, high)),
    fc.integer({ min: low - 3 * step, max: high + step }),
  );
}

export const anyInput: fc.Arbitrary<TargetInput> = anyMove.chain((move) => {
  const amount = anyAmount(move.progress, move.step);
  const unit = move.dose.kind === 'time' ? 'seconds' : 'reps';
  const [load, band] = [
    move.kitAny.includes('dumbbells') || move.kitAny.includes('machine'),
    move.kitAny.includes('band'),
  ];
  const set = fc.record({
    amount,
    load: fc.option(anyLoad, { nil: undefined, freq: 5 }),
    band: fc.option(fc.constantFrom(...BANDS, 'pink'), { nil: undefined, freq: 5 }),
  });
  const session = fc
    .record({
      // Mostly alike, as sets are.
      first: set,
      alike: fc.integer({ min: 0, max: 3 }),
      others: fc.array(set, { maxLength: 2 }),
      effort: anyEffort,
      variation: anyVariation,
      held: fc.constantFrom(false, false, false, true),
      after: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ first, alike, others, effort, variation, held, after }) => ({
      after,
      sets: [...Array(alike + 1).fill(first), ...others].map((done) => ({
        [unit]: done.amount,
        ...(load && done.load !== undefined && { load: done.load }),
        ...(band && done.band !== undefined && { band: done.band }),
      })),
      ...(effort && { effort }),
      ...(variation && { variation }),
      held,
    }));
  return fc
    .record({ sessions: fc.array(session, { maxLength: 10 }), ladder: anyLadder, isLight: fc.boolean() })
    .map(({ sessions, ladder, isLight }) => {
      let on = START;
      const performances = sessions.map(({ after, ...rest }): Performance => {
        on = addDays(on, after);
        return { move: move.id, day: on, ...rest };
      });
      return {
        move,
        performances,
        loads: loadsOf(ladder),
        start: { range: startOf(move) },
        daysOff: 0,
        isLight,
      };
    });
});

export function climbs(id: string): boolean {
  return ['shoulder-taps', 'superman', 'swimming-kicks', 'jump-rope'].includes(id);
}

/** What the plan asks for in week 1. */
export function startOf({ id, progress: [low, high], step }: Move): Range {
  return [low, climbs(id) ? low + 2 * step : high];
}

export function lowestAmount({ sets }: Performance): number {
  return Math.min(...sets.map(({ reps, seconds }) => reps ?? seconds ?? 0));
}
