import type { Loads } from '../coach/load.ts';
import type { SetDone } from '../coach/performance.ts';
import type { Exercise } from '../coach/plan.ts';
import { type Taken, takenFor, useOf } from './gear.ts';
import type { Part } from './part.ts';
import type { Trainee } from './person.ts';
import { type Form, mostOf } from './strength.ts';

/** A set as a body does it: what it came to, and how many more it could have been. */
export interface Effortful {
  readonly set: SetDone;
  readonly taken: Taken;
  /** In repetitions, also where it was timed. */
  readonly spare: number;
}

/** From so many to spare on they may do one or two more than asked. */
const PLENTY = 6;
/** A timed set feels like so many repetitions. */
const LIKE_REPS = 12;

/**
 * Does one set of an exercise: as much as was asked, if they can; fewer if not; now and then one or two more.
 * @param taken with what, where it was chosen before in this session
 */
export function doSet(
  exercise: Exercise,
  {
    trainee,
    part,
    loads,
    form,
    asked,
    setsBefore,
    taken: chosen,
  }: {
    readonly trainee: Trainee;
    readonly part: Part;
    readonly loads: Loads;
    readonly form: Form;
    /** What the coach proposes for this set. */
    readonly asked: SetDone;
    readonly setsBefore: number;
    readonly taken: Taken | undefined;
  },
): Effortful {
  const { move, variation, reps } = exercise;
  const { random, last } = trainee;
  const taken = chosen ?? takenFor(exercise, { part, loads, form, asked, last: last.get(move.id) });
  const goal = asked.reps ?? asked.seconds ?? 0;
  const most = move.role === 'mobility' ? goal : mostOf(move, form, useOf(taken, loads, variation), setsBefore);
  const more = reps !== undefined && most - goal >= PLENTY && random.chance(0.1) ? random.between(1, 2) : 0;
  const amount = most < goal ? Math.max(1, most - random.between(0, 1)) : goal + more;
  const spare = reps === undefined ? Math.floor(((most - amount) / Math.max(1, most)) * LIKE_REPS) : most - amount;
  const said = part.isSilentOnLoads ? {} : taken;
  return { set: { ...(reps === undefined ? { seconds: amount } : { reps: amount }), ...said }, taken, spare };
}
