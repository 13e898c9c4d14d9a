import type { Pace } from './content.ts';
import type { CircuitPlan, Exercise, Session } from './plan.ts';

/**
 * How long a session takes, in minutes rounded to five: for each move its sets, each the middle of its range (at the
 * programme's seconds a repetition, plus any hold, twice where it is done on both sides) and the rest after it, and
 * the change to the next move; for the circuit its stations and rests, without the rest after the last round.
 */
export function minutesOf(parts: Pick<Session, 'warmUp' | 'main' | 'circuit' | 'coolDown'>, pace: Pace): number {
  const lines = [...parts.warmUp, ...parts.main, ...parts.coolDown];
  const moves = lines.reduce((sum, exercise) => sum + secondsOf(exercise, pace), 0);
  const seconds = moves + (parts.circuit ? circuitSeconds(parts.circuit) + pace.changeSeconds : 0);
  return Math.max(5, Math.round(seconds / 60 / 5) * 5);
}

/** What a line of a session takes, rests and the change to the next move included. */
export function secondsOf(
  { sets, reps, seconds, holdSeconds, perSide, perDirection, restSeconds }: Exercise,
  pace: Pace,
) {
  const once = reps ? middle(reps) * (pace.secondsPerRep + middle(holdSeconds ?? [0, 0])) : middle(seconds ?? [0, 0]);
  return sets * (once * (perSide || perDirection ? 2 : 1) + (restSeconds ?? 0)) + pace.changeSeconds;
}

function circuitSeconds({ rounds, stations, restSeconds }: CircuitPlan): number {
  const round = stations.reduce((sum, station) => sum + station.seconds, restSeconds);
  return rounds * round - restSeconds;
}

function middle([low, high]: readonly [number, number]): number {
  return (low + high) / 2;
}
