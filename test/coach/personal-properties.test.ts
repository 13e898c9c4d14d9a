import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canDo } from '../../src/coach/kit.ts';
import type { Grams } from '../../src/coach/load.ts';
import type { Performance } from '../../src/coach/performance.ts';
import { isHeld, nextTimes, personalSession, type TrainingHistory } from '../../src/coach/training/personal.ts';
import { plannedMove } from '../../src/coach/training/swaps.ts';
import { anyLife, anySteadyLife, type Life } from './personal-lives.ts';
import { content } from './training-plans.ts';

/** Half a dozen of somebody's sessions, spread over their plan. */
function some<T>(items: readonly T[]): T[] {
  const apart = Math.max(1, Math.floor(items.length / 6));
  return items.filter((_, index) => index % apart === 0);
}

function before({ performances, swaps, loads }: TrainingHistory, day: string): TrainingHistory {
  return {
    performances: performances.filter((past) => past.day < day),
    swaps: swaps.filter(({ from }) => from <= day),
    loads,
  };
}

describe('any member’s sessions', () => {
  it('are the same for the same plan and history, which they leave as they were', () => {
    fc.assert(
      fc.property(anyLife, ({ file, history, met }) => {
        const text = JSON.stringify([file, history]);
        for (const { planned } of some(met)) {
          const once = personalSession(content, file, history, planned, planned.day);
          const copy = structuredClone({ file, history });
          expect(personalSession(content, copy.file, copy.history, planned, planned.day)).toEqual(once);
        }
        expect(JSON.stringify([file, history])).toBe(text);
      }),
      { numRuns: 8 },
    );
  });

  it('of the past never depend on what was done after them', () => {
    fc.assert(
      fc.property(anyLife, ({ file, history, met }) => {
        for (const { planned, session } of some(met)) {
          // As it was met on its own day, before anything of that day and later was known.
          expect(personalSession(content, file, history, planned, planned.day)).toEqual(session);
          const known = { ...file, workouts: file.workouts.filter(({ day }) => day < planned.day) };
          expect(personalSession(content, known, before(history, planned.day), planned, planned.day)).toEqual(session);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('have nothing twice that one swap brought in, and nothing that the kit is not enough for', () => {
    fc.assert(
      fc.property(anyLife, ({ file, history, met }) => {
        for (const { session } of met) {
          const ids = session.main.map(({ move }) => move.id);
          const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
          // Two lines meet in one move only where both were swapped for it, on days of their own.
          for (const id of twice) {
            const swapped = history.swaps.filter(({ to }) => to === id).map(({ move }) => move);
            expect(new Set(swapped).size).toBeGreaterThan(1);
          }
          for (const { move, sets } of [...session.warmUp, ...session.main, ...session.coolDown]) {
            expect(canDo(move, file.member.kit)).toBe(true);
            expect(sets).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('aim within their range, which is what the line says, and give a reason', () => {
    fc.assert(
      fc.property(anyLife, ({ met }) => {
        for (const { target, reps, seconds, variation } of met.flatMap(({ session }) => session.main)) {
          if (target === undefined) continue;
          expect(reps ?? seconds).toEqual(target.range);
          expect(target.aim).toBeGreaterThanOrEqual(target.range[0]);
          expect(target.aim).toBeLessThanOrEqual(target.range[1]);
          expect(variation).toBe(target.variation);
          expect(target.isStep).toBe(target.why.kind === 'up');
        }
      }),
      { numRuns: 20 },
    );
  });
});

/** The load of a performance; all its sets have the same. */
const loadOf = ({ sets }: Performance): Grams | undefined => sets[0]?.load;

describe('a load', () => {
  it('never goes up by more than a tenth, but when every set came to eighteen with the lighter one', () => {
    let steps = 0;
    fc.assert(
      fc.property(anySteadyLife, ({ history, met }: Life) => {
        for (const { planned, session } of met) {
          for (const { move, target } of session.main) {
            const past = history.performances.filter(({ move: id, day }) => id === move.id && day < planned.day);
            // What is held is concluded from only where nothing else is known.
            const counted = past.filter(({ held }) => !held);
            const last = (counted.length > 0 ? counted : past).findLast((one) => loadOf(one) !== undefined);
            const from = last && loadOf(last);
            if (last === undefined || from === undefined || target?.load === undefined) continue;
            if (target.load > from) steps += 1;
            // Pounds are kept as whole grams.
            if (target.load - 2 <= from * 1.1) continue;
            expect(Math.min(...last.sets.map(({ reps }) => reps ?? 0))).toBeGreaterThanOrEqual(18);
            expect(target.why.kind).toBe('up');
          }
        }
      }),
      { numRuns: 50 },
    );
    expect(steps).toBeGreaterThan(5);
  });

  it('never goes up in a lighter week, on a light day, or after an absence', () => {
    let light = 0;
    fc.assert(
      fc.property(anyLife, ({ history, met }) => {
        for (const { planned, session } of met) {
          for (const { move, target } of session.main) {
            const isBack = target?.why.kind === 'back';
            if (target === undefined || !(isHeld(content, planned) || isBack)) continue;
            light += 1;
            expect(target.isStep).toBe(false);
            const isSame = target.why.kind === 'back' && target.why.percent === 0;
            if (!isSame) expect(target.aim).toBe(target.range[0]);
            expect(['first', 'light', 'back']).toContain(target.why.kind);
            const past = history.performances.filter(({ move: id, day }) => id === move.id && day < planned.day);
            const loads = past.flatMap((one) => loadOf(one) ?? []);
            // Who owns but one load need not say it.
            if (target.load === undefined || loads.length === 0) continue;
            expect(target.load).toBeLessThanOrEqual(Math.max(...loads));
          }
        }
      }),
      { numRuns: 20 },
    );
    expect(light).toBeGreaterThan(50);
  });
});

describe('a chosen move', () => {
  it('is done from its day until its day, or for good, and the planned one otherwise', () => {
    let changed = 0;
    fc.assert(
      fc.property(anyLife, ({ file, history, met }) => {
        for (const { planned, session } of met) {
          for (const line of session.main) {
            const { id, swaps } = plannedMove(line);
            const holds = history.swaps.filter(
              ({ move, from, until = planned.day }) => move === id && from <= planned.day && planned.day <= until,
            );
            const chosen = holds.at(-1)?.to;
            if (chosen !== undefined) changed += 1;
            const byKit = [id, ...swaps].find((one) => {
              const move = content.moves.get(one);
              return move !== undefined && canDo(move, file.member.kit);
            });
            expect(line.move.id).toBe(chosen ?? byKit);
          }
        }
      }),
      { numRuns: 20 },
    );
    expect(changed).toBeGreaterThan(20);
  });
});

describe('what comes next of each move', () => {
  it('is the first session ahead that has it, as that session will be, within the next six', () => {
    fc.assert(
      fc.property(anySteadyLife, ({ file, history, met }) => {
        for (const { planned, session } of some(met)) {
          const moves = session.main.map(({ move }) => move.id);
          const ahead = met.filter((other) => other.planned.day > planned.day).slice(0, 6);
          const known = before(history, planned.day);
          const next = nextTimes(content, file, known, moves, planned.day);
          const wanted = moves.flatMap((id) => {
            const sessions = ahead.map((other) => ({
              day: other.planned.day,
              ...personalSession(content, file, known, other.planned, planned.day),
            }));
            const found = sessions.find(({ main }) => main.some(({ move }) => move.id === id));
            const exercise = found?.main.find(({ move }) => move.id === id);
            return found && exercise ? [{ day: found.day, exercise }] : [];
          });
          expect(next).toEqual(wanted);
        }
      }),
      { numRuns: 6 },
    );
  });
});
