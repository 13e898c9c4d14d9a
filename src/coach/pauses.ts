import { addDays, type Day } from './day.ts';
import type { Pause, Workout } from './member.ts';

/** A pause as it then stands, among all of the enrolment's. */
export interface Paused {
  readonly pauses: readonly Pause[];
  readonly pause: Pause;
  /** The latest day of the wished pause with a workout: it counts, so the pause begins after it. */
  readonly trainedOn?: Day;
}

/**
 * The pauses with one more. It begins after the last workout in it, so that what was done keeps its place in the plan.
 * Of those that it overlaps, the earliest beginning and the end that was said last hold: so a pause is made longer, or
 * shorter. Undefined when it would be over before it begins.
 */
export function withPause(
  pauses: readonly Pause[],
  wish: Pause,
  workouts: readonly Pick<Workout, 'day'>[],
): Paused | undefined {
  const { to } = wish;
  const trained = workouts.map(({ day }) => day).filter((day) => contains(wish, day));
  const trainedOn = trained.sort().at(-1);
  const from = trainedOn === undefined ? wish.from : addDays(trainedOn, 1);
  if (to !== undefined && to < from) return undefined;
  const overlaps = pauses.filter((other) => (to === undefined || other.from <= to) && !endsBefore(other, from));
  const beginnings = [from, ...overlaps.map((other) => other.from)].sort();
  const pause: Pause = { from: beginnings[0] ?? from, ...(to !== undefined && { to }) };
  const others = pauses.filter((other) => !overlaps.includes(other));
  return {
    pauses: inOrder([...others, pause]),
    pause,
    ...(trainedOn !== undefined && trainedOn < pause.from && { trainedOn }),
  };
}

/** The pause that `day` is in, or the next one to come. */
export function pauseAt(pauses: readonly Pause[], day: Day): Pause | undefined {
  return inOrder(pauses).find((pause) => !endsBefore(pause, day));
}

/** The pauses when that one is over: it ended yesterday, or never was where it would begin today or later. */
export function withoutPause(pauses: readonly Pause[], pause: Pause, today: Day): readonly Pause[] {
  return pauses.flatMap((other) => {
    if (other.from !== pause.from) return [other];
    return other.from < today ? [{ from: other.from, to: addDays(today, -1) }] : [];
  });
}

function contains({ from, to }: Pause, day: Day): boolean {
  return from <= day && (to === undefined || day <= to);
}

function endsBefore({ to }: Pause, day: Day): boolean {
  return to !== undefined && to < day;
}

/** Days are written so that they sort as text. */
function inOrder(pauses: readonly Pause[]): Pause[] {
  return [...pauses].sort((one, other) => Number(one.from > other.from) - Number(one.from < other.from));
}
