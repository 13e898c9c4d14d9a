import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/coach/plan.ts';
import type { Target } from '../../src/coach/progression/target.ts';
import { asPlanned, type LineProgress, nextResistance, progressOf } from '../../src/coach/training/progress.ts';
import type { TrainingPlan, TrainingStep } from '../../src/coach/training/training.ts';
import { lineOf, planned, shortened, taken, withoutAround } from './training-plans.ts';

const A = planned();
const B_WITH_CIRCUIT = planned({ template: 'b', circuit: true, week: 6 });

const part: TrainingStep = { kind: 'part' };
const started: TrainingStep = { kind: 'started' };
const skip: TrainingStep = { kind: 'skip' };
const leaveOut: TrainingStep = { kind: 'leave-out' };
const round: TrainingStep = { kind: 'round' };
const finish: TrainingStep = { kind: 'finish' };
const back: TrainingStep = { kind: 'back' };
const set = (reps = 12, load?: number): TrainingStep => ({
  kind: 'set',
  set: { reps, ...(load !== undefined && { load }) },
});

const led = (plan: TrainingPlan, ...steps: readonly TrainingStep[]) => progressOf(plan, taken(...steps));
const times = <T>(count: number, step: T): T[] => Array.from({ length: count }, () => step);

function first({ lines }: { readonly lines: readonly LineProgress[] }): LineProgress {
  const [line] = lines;
  if (line === undefined) throw new Error('no line');
  return line;
}

function aimingFor(exercise: Exercise, target: Partial<Target>): Exercise {
  return { ...exercise, target: { range: [12, 15], aim: 12, why: { kind: 'first' }, isStep: false, ...target } };
}

/** Where a session is, in short. */
function at(plan: TrainingPlan, ...steps: readonly TrainingStep[]): string {
  const { place } = led(plan, ...steps);
  if (place.at === 'set') return `${place.exercise.move.id} ${place.set}`;
  return place.at === 'round' ? `round ${place.round}` : place.at;
}

describe('a session', () => {
  it('goes from the warm-up through every set to the cool-down and the end', () => {
    expect(at(A)).toBe('warm-up');
    expect(at(A, part)).toBe('row 1');
    expect(at(A, part, set())).toBe('row 2');
    expect(at(A, part, set(), set())).toBe('squat 1');
    const sets = A.session.main.reduce((sum, exercise) => sum + exercise.sets, 0);
    expect(sets).toBe(12);
    expect(at(A, part, ...times(sets, set()))).toBe('cool-down');
    expect(at(A, part, ...times(sets, set()), part)).toBe('end');
  });

  it('leads through the rounds of a circuit after the last move', () => {
    const sets = B_WITH_CIRCUIT.session.main.reduce((sum, exercise) => sum + exercise.sets, 0);
    const moves = [part, ...times(sets, set())];
    expect(at(B_WITH_CIRCUIT, ...moves)).toBe('round 1');
    expect(at(B_WITH_CIRCUIT, ...moves, round, skip)).toBe('round 3');
    expect(led(B_WITH_CIRCUIT, ...moves, round, skip, round)).toMatchObject({
      rounds: 2,
      place: { at: 'cool-down' },
    });
    expect(led(B_WITH_CIRCUIT, ...moves, round, leaveOut)).toMatchObject({ rounds: 1, place: { at: 'cool-down' } });
  });

  it('goes on with a skipped part as with one that was done', () => {
    expect(at(A, { kind: 'part', skipped: true })).toBe('row 1');
  });

  it('begins with the first set where there is no warm-up, and ends with the last where there is no cool-down', () => {
    const bare = withoutAround(A);
    expect(at(bare)).toBe('row 1');
    expect(at(bare, ...times(12, set()))).toBe('end');
  });

  it('is led in its short version too, and ends without a cool-down', () => {
    const short = shortened(A);
    const sets = short.session.main.reduce((sum, exercise) => sum + exercise.sets, 0);
    expect(sets).toBeLessThan(12);
    expect(at(short, part, ...times(sets - 1, set()))).not.toBe('end');
    expect(at(short, part, ...times(sets, set()))).toBe('end');
  });

  it('goes straight to the end from anywhere, and comes back from there', () => {
    expect(at(A, finish)).toBe('end');
    expect(at(A, part, set(), finish)).toBe('end');
    expect(at(A, part, set(), finish, back)).toBe('row 2');
    expect(first(led(A, part, set(), finish)).done).toHaveLength(1);
  });
});

describe('what is left out', () => {
  it('is behind, and not done: one set, or all that is left of a move', () => {
    const one = led(A, part, skip, set());
    expect(one.place).toMatchObject({ at: 'set', line: 1, set: 1 });
    expect(first(one)).toMatchObject({ behind: 2, done: [{ set: { reps: 12 } }] });
    const all = led(A, part, leaveOut);
    expect(all.place).toMatchObject({ at: 'set', line: 1, set: 1 });
    expect(first(all)).toMatchObject({ behind: 2, done: [], isSetAside: false });
  });
});

describe('a swap in the middle of a move', () => {
  const towels: Exercise = { ...lineOf(planned({}, []), 'towel-row'), sets: 5 };
  const swap: TrainingStep = { kind: 'swap', exercise: towels };

  it('takes over the sets that are left, and keeps what was done of the first move', () => {
    const progress = led(A, part, set(12, 10_000), swap);
    expect(progress.place).toMatchObject({ at: 'set', line: 0, set: 2, exercise: { move: towels.move, sets: 2 } });
    const { done } = first(led(A, part, set(12, 10_000), swap, set(9)));
    expect(done.map(({ exercise, set }) => [exercise.move.id, set])).toEqual([
      ['row', { reps: 12, load: 10_000 }],
      ['towel-row', { reps: 9 }],
    ]);
    expect(at(A, part, set(), swap, set())).toBe('squat 1');
  });

  it('takes no load over from the first move', () => {
    expect(asPlanned(first(led(A, part, set(12, 10_000), swap)))).toEqual({ reps: 8 });
  });

  it('is taken back as one step', () => {
    expect(led(A, part, set(), swap, back)).toEqual(led(A, part, set()));
  });

  it('is no setting aside', () => {
    expect(first(led(A, part, swap)).isSetAside).toBe(false);
  });
});

describe('a move that is set aside', () => {
  it('is over for today when nothing takes its place, and what was done of it stays', () => {
    const progress = led(A, part, set(), { kind: 'set-aside' });
    expect(progress.place).toMatchObject({ at: 'set', line: 1 });
    expect(first(progress)).toMatchObject({ isSetAside: true, behind: 2, done: [{ set: { reps: 12 } }] });
  });

  it('goes on with another in its place', () => {
    const other = lineOf(planned({}, []), 'towel-row');
    const progress = led(A, part, set(), { kind: 'set-aside', exercise: other });
    expect(progress.place).toMatchObject({ at: 'set', line: 0, set: 2, exercise: { move: other.move } });
    expect(first(progress).isSetAside).toBe(true);
    expect(progress.lines.slice(1).some((line) => line.isSetAside)).toBe(false);
  });
});

describe('the rest', () => {
  it('lasts from a set for as long as its move rests, and a skip changes nothing of it', () => {
    // The second step is taken ten seconds after the first.
    expect(led(A, part, set()).restUntil).toBe(10_000 + 40_000);
    expect(led(A, part, set(), skip).restUntil).toBe(10_000 + 40_000);
    expect(led(A, part, skip)).not.toHaveProperty('restUntil');
  });

  it('between the rounds of a circuit is its own', () => {
    const bare = withoutAround(B_WITH_CIRCUIT);
    const toCircuit = times(bare.session.main.length, leaveOut);
    expect(led(bare, ...toCircuit, round).restUntil).toBe(toCircuit.length * 10_000 + 60_000);
  });
});

describe('the clock', () => {
  const kicks = withoutAround(planned({ template: 'b' }));
  const toKicks = times(4, leaveOut);

  it('runs from the moment that it is started until the set is in, skipped or swapped', () => {
    const running = led(kicks, ...toKicks, started);
    expect(running.place).toMatchObject({ at: 'set', exercise: { move: { id: 'swimming-kicks' } } });
    expect(running.startedAt).toBe(40_000);
    const done: TrainingStep = { kind: 'set', set: { seconds: 15 } };
    const other: TrainingStep = {
      kind: 'swap',
      exercise: lineOf(planned({ template: 'b' }, []), 'standing-back-kick'),
    };
    for (const next of [done, skip, leaveOut, other, { kind: 'set-aside' } as const, finish]) {
      expect(led(kicks, ...toKicks, started, next)).not.toHaveProperty('startedAt');
    }
    expect(led(kicks, ...toKicks, started, back)).not.toHaveProperty('startedAt');
  });

  it('runs for a round of the circuit', () => {
    const bare = withoutAround(B_WITH_CIRCUIT);
    const toCircuit = times(bare.session.main.length, leaveOut);
    expect(led(bare, ...toCircuit, started).startedAt).toBe(toCircuit.length * 10_000);
    expect(led(bare, ...toCircuit, started, round)).not.toHaveProperty('startedAt');
  });

  it('is not started by a press that comes where nothing is timed', () => {
    expect(led(A, started)).not.toHaveProperty('startedAt');
    expect(led(A, started, part)).not.toHaveProperty('startedAt');
    expect(led(A, part, started)).not.toHaveProperty('startedAt');
    expect(led(A, finish, started)).not.toHaveProperty('startedAt');
  });
});

describe('a step that makes no sense where it comes', () => {
  it('changes nothing', () => {
    const still = (plan: TrainingPlan, before: readonly TrainingStep[], senseless: readonly TrainingStep[]) => {
      const { canGoBack: _, ...stands } = led(plan, ...before);
      for (const step of senseless) expect(led(plan, ...before, step)).toMatchObject(stands);
    };
    still(A, [], [set(), skip, leaveOut, round, { kind: 'set-aside' }, started]);
    still(A, [part], [part, round, started]);
    still(A, [finish], [part, set(), skip, leaveOut, round, finish, started]);
  });
});

describe('going back', () => {
  it('is offered once there is a step to take back, and not before', () => {
    expect(led(A).canGoBack).toBe(false);
    expect(led(A, part).canGoBack).toBe(true);
    expect(led(A, part, back).canGoBack).toBe(false);
  });

  it('takes one step back at a time, and nothing where nothing stands', () => {
    expect(at(A, part, set(), set(), back)).toBe('row 2');
    expect(at(A, part, set(), set(), back, back)).toBe('row 1');
    expect(at(A, back, back, part)).toBe('row 1');
  });
});

describe('what a set is done with, as planned', () => {
  const [row, ...others] = A.session.main;
  const aiming = (target: Partial<Target>): TrainingPlan =>
    withoutAround({ ...A, session: { ...A.session, main: [aimingFor(row as Exercise, target), ...others] } });

  it('is the aim and the load that was asked for, or the low end where nothing is', () => {
    expect(asPlanned(first(led(aiming({ aim: 13, load: 10_000 }))))).toEqual({ reps: 13, load: 10_000 });
    expect(asPlanned(first(led(aiming({ band: 'red' }))))).toEqual({ reps: 12, band: 'red' });
    expect(asPlanned(first(led(A)))).toEqual({ reps: 12 });
  });

  it('is what the set before was done with', () => {
    const lighter = led(aiming({ aim: 13, load: 10_000 }), set(11, 8_000));
    expect(asPlanned(first(lighter))).toEqual({ reps: 13, load: 8_000 });
    expect(nextResistance(first(lighter))).toEqual({ load: 8_000 });
  });

  it('is seconds where the move is timed', () => {
    const kicks = withoutAround(planned({ template: 'b' }));
    expect(asPlanned(led(kicks).lines[4] as LineProgress)).toEqual({ seconds: 15 });
  });
});
