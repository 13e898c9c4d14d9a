import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/coach/plan.ts';
import { asPlanned, type Progress, progressOf } from '../../src/coach/training/progress.ts';
import type { TakenStep, TrainingPlan, TrainingStep } from '../../src/coach/training/training.ts';
import { planned, shortened, withoutAround } from './training-plans.ts';

const WHOLE = [
  planned(),
  planned({ template: 'b', circuit: true, week: 10 }),
  planned({ template: 'b', week: 5 }, []),
  planned({ template: 'cardio', week: 6 }),
  planned({ template: 'mobility', week: 1 }),
];
const PLANS: readonly TrainingPlan[] = [
  ...WHOLE,
  ...WHOLE.map(withoutAround),
  ...WHOLE.map(shortened),
  withoutAround({ ...planned(), session: { ...planned().session, main: [] } }),
];
const EXERCISES: readonly Exercise[] = PLANS.flatMap(({ session }) => session.main);

const anyExercise = fc.constantFrom(...EXERCISES);
const anySet = fc.oneof(
  fc.record({ reps: fc.nat(30) }),
  fc.record({ reps: fc.nat(30), load: fc.constantFrom(5_000, 10_000) }),
  fc.record({ seconds: fc.nat(90) }),
);
const always = (step: TrainingStep) => fc.constant(step);
const anyForward: fc.Arbitrary<TrainingStep> = fc.oneof(
  { weight: 12, arbitrary: anySet.map((set): TrainingStep => ({ kind: 'set', set })) },
  { weight: 3, arbitrary: always({ kind: 'part' }) },
  { weight: 1, arbitrary: always({ kind: 'part', skipped: true }) },
  { weight: 2, arbitrary: always({ kind: 'started' }) },
  { weight: 3, arbitrary: always({ kind: 'skip' }) },
  { weight: 3, arbitrary: always({ kind: 'leave-out' }) },
  { weight: 3, arbitrary: always({ kind: 'round' }) },
  { weight: 2, arbitrary: anyExercise.map((exercise): TrainingStep => ({ kind: 'swap', exercise })) },
  { weight: 1, arbitrary: anyExercise.map((exercise): TrainingStep => ({ kind: 'set-aside', exercise })) },
  { weight: 1, arbitrary: always({ kind: 'set-aside' }) },
  { weight: 1, arbitrary: always({ kind: 'finish' }) },
);
const anyStep = fc.oneof({ weight: 6, arbitrary: anyForward }, { weight: 1, arbitrary: always({ kind: 'back' }) });
const timed = (steps: fc.Arbitrary<TrainingStep>) =>
  fc
    .array(fc.tuple(steps, fc.nat(600_000)), { maxLength: 45 })
    .map((all): TakenStep[] => all.map(([step], index) => ({ step, at: sum(all.slice(0, index + 1)) })));
const sum = (steps: readonly (readonly [TrainingStep, number])[]) => steps.reduce((total, [, ms]) => total + ms, 0);
const anySteps = timed(anyStep);
const forwardSteps = timed(anyForward);
const anyPlan = fc.constantFrom(...PLANS);

type Slot = { readonly at: 'warm-up' | 'cool-down' | 'round' } | { readonly at: 'set'; readonly line: number };

/** Everything that a session asks for, one after the other. */
function slotsOf({ session: { warmUp, main, circuit, coolDown } }: TrainingPlan): Slot[] {
  return [
    ...(warmUp.length > 0 ? [{ at: 'warm-up' } as const] : []),
    ...main.flatMap(({ sets }, line) => Array.from({ length: sets }, () => ({ at: 'set', line }) as const)),
    ...Array.from({ length: circuit?.rounds ?? 0 }, () => ({ at: 'round' }) as const),
    ...(coolDown.length > 0 ? [{ at: 'cool-down' } as const] : []),
  ];
}

/** The rules once more: a finger that moves along a list of slots. */
function plainly(plan: TrainingPlan, steps: readonly TakenStep[]) {
  const slots = slotsOf(plan);
  const standing: TakenStep[] = [];
  for (const each of steps) {
    if (each.step.kind !== 'back') standing.push(each);
    else standing.splice(-1, 1);
  }
  const moves = plan.session.main.map((exercise) => exercise);
  const done: string[][] = moves.map(() => []);
  const aside = new Set<number>();
  let [finger, rounds] = [0, 0];
  let startedAt: number | undefined;
  let restUntil: number | undefined;
  for (const { step, at } of standing) {
    const slot = slots[finger];
    const here = slot?.at === 'set' ? slot.line : undefined;
    const exercise = here === undefined ? undefined : moves[here];
    const isSame = (other: Slot) => other.at === slot?.at && (other.at !== 'set' || other.line === here);
    const onwards = slots.slice(finger).findIndex((other) => !isSame(other));
    const beyond = onwards === -1 ? slots.length : finger + onwards;
    const before = finger;
    if (step.kind === 'finish') finger = slots.length;
    else if (slot?.at === 'warm-up' || slot?.at === 'cool-down') finger += step.kind === 'part' ? 1 : 0;
    else if (step.kind === 'skip') finger += slot === undefined ? 0 : 1;
    else if (step.kind === 'leave-out') finger = beyond;
    else if (step.kind === 'started' && (slot?.at === 'round' || exercise?.seconds !== undefined)) startedAt = at;
    else if (slot?.at === 'round' && step.kind === 'round') {
      [finger, rounds] = [finger + 1, rounds + 1];
      restUntil = at + (plan.session.circuit?.restSeconds ?? 0) * 1000;
    } else if (here !== undefined && exercise !== undefined) {
      if (step.kind === 'set') {
        finger += 1;
        done[here]?.push(`${exercise.move.id} ${JSON.stringify(step.set)}`);
        restUntil = exercise.restSeconds === undefined ? undefined : at + exercise.restSeconds * 1000;
      } else if (step.kind === 'swap' || step.kind === 'set-aside') {
        if (step.kind === 'set-aside') aside.add(here);
        if (step.exercise === undefined) finger = beyond;
        else moves[here] = step.exercise;
        startedAt = undefined;
      }
    }
    if (finger !== before) startedAt = undefined;
  }
  const slot = slots[finger];
  const sameBefore = slots.slice(0, finger).filter((other) => slot?.at === 'round' && other.at === 'round').length;
  const setsBefore = slots
    .slice(0, finger)
    .filter((other) => slot?.at === 'set' && other.at === 'set' && other.line === slot.line).length;
  const place =
    slot?.at === 'set'
      ? `set ${slot.line} ${setsBefore + 1} ${moves[slot.line]?.move.id}`
      : slot?.at === 'round'
        ? `round ${sameBefore + 1}`
        : (slot?.at ?? 'end');
  return {
    place,
    moves: moves.map(({ move }) => move.id),
    done,
    aside: moves.map((_, line) => aside.has(line)),
    rounds,
    startedAt,
    restUntil,
    canGoBack: standing.length > 0,
  };
}

function told({ place, lines, rounds, startedAt, restUntil, canGoBack }: Progress) {
  return {
    place:
      place.at === 'set'
        ? `set ${place.line} ${place.set} ${place.exercise.move.id}`
        : place.at === 'round'
          ? `round ${place.round}`
          : place.at,
    moves: lines.map(({ exercise }) => exercise.move.id),
    done: lines.map(({ done }) => done.map(({ exercise, set }) => `${exercise.move.id} ${JSON.stringify(set)}`)),
    aside: lines.map(({ isSetAside }) => isSetAside),
    rounds,
    startedAt,
    restUntil,
    canGoBack,
  };
}

/** How far along its session a place is. */
function distance({ session }: TrainingPlan, { place, lines }: Progress): number {
  const sets = session.main.map((exercise) => exercise.sets);
  const all = sets.reduce((total, count) => total + count, 0);
  switch (place.at) {
    case 'warm-up':
      return -1;
    case 'set':
      return lines.slice(0, place.line).reduce((total, { exercise }) => total + exercise.sets, 0) + place.set - 1;
    case 'round':
      return all + place.round - 1;
    case 'cool-down':
      return all + 100;
    case 'end':
      return all + 101;
  }
}

describe('whatever is pressed, sensible or not', () => {
  it('the session stands where the rules, told once more, have it', () => {
    fc.assert(
      fc.property(anyPlan, anySteps, (plan, steps) => {
        expect(told(progressOf(plan, steps))).toEqual(plainly(plan, steps));
      }),
      { numRuns: 1500 },
    );
  });

  it('no line has more sets done or behind than the plan has', () => {
    fc.assert(
      fc.property(anyPlan, anySteps, (plan, steps) => {
        const { lines, rounds } = progressOf(plan, steps);
        for (const [index, { done, behind, exercise }] of lines.entries()) {
          const most = plan.session.main[index]?.sets ?? 0;
          expect(exercise.sets).toBe(most);
          expect(behind).toBeLessThanOrEqual(most);
          expect(done.length).toBeLessThanOrEqual(behind);
        }
        expect(rounds).toBeLessThanOrEqual(plan.session.circuit?.rounds ?? 0);
      }),
      { numRuns: 500 },
    );
  });

  it('a set that is done as planned can always be told', () => {
    fc.assert(
      fc.property(anyPlan, anySteps, (plan, steps) => {
        for (const line of progressOf(plan, steps).lines) {
          const { reps, seconds } = asPlanned(line);
          expect([reps, seconds].filter((amount) => amount !== undefined && amount > 0)).toHaveLength(1);
          expect(reps === undefined).toBe(line.exercise.reps === undefined);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('going back takes exactly the last standing step, and what stood before it is as it was', () => {
    fc.assert(
      fc.property(anyPlan, anySteps, anyForward, (plan, steps, step) => {
        const last: TakenStep = { step, at: 99_000_000 };
        const back: TakenStep = { step: { kind: 'back' }, at: 99_000_001 };
        expect(progressOf(plan, [...steps, last, back])).toEqual(progressOf(plan, steps));
      }),
      { numRuns: 500 },
    );
  });

  it('as many steps back as were taken lead to the beginning', () => {
    fc.assert(
      fc.property(anyPlan, forwardSteps, (plan, steps) => {
        const backs = steps.map(({ at }): TakenStep => ({ step: { kind: 'back' }, at }));
        expect(progressOf(plan, [...steps, ...backs])).toEqual(progressOf(plan, []));
      }),
      { numRuns: 200 },
    );
  });

  it('it only goes forward, step by step, until somebody goes back', () => {
    fc.assert(
      fc.property(anyPlan, forwardSteps, (plan, steps) => {
        const way = steps.map((_, index) => distance(plan, progressOf(plan, steps.slice(0, index + 1))));
        expect(way).toEqual([...way].sort((one, other) => one - other));
      }),
      { numRuns: 300 },
    );
  });

  it('replayed from what was written down it is the same, and nothing of the plan or the steps is changed', () => {
    fc.assert(
      fc.property(anyPlan, anySteps, (plan, steps) => {
        const before = JSON.stringify([plan, steps]);
        const once = progressOf(plan, steps);
        expect(progressOf(structuredClone(plan), structuredClone(steps))).toEqual(once);
        expect(JSON.stringify([plan, steps])).toBe(before);
      }),
      { numRuns: 200 },
    );
  });
});
