import type { Programme } from '../content.ts';
import { minutesOf, secondsOf } from '../duration.ts';
import type { Exercise, Session } from '../plan.ts';

/**
 * The short version of a session: the programme's share of its warm-up and cool-down, and of its main moves, in order,
 * as many first sets as fit in the time, then second sets, and so on. A move that is too long for it, as a walk is, is
 * left out; where not one set fits, it is one of the first move, cut to the time that is left where it is timed.
 */
export function floorOf(session: Session, { floor, pace }: Pick<Programme, 'floor' | 'pace'>): Session {
  const warmUp = session.warmUp.slice(0, floor.warmUp);
  const coolDown = session.coolDown.slice(0, floor.coolDown);
  const around = [...warmUp, ...coolDown].reduce((sum, exercise) => sum + secondsOf(exercise, pace), 0);
  let left = floor.minutes * 60 - around;
  const sets = session.main.map(() => 0);
  for (let round = 1; session.main.some((exercise) => exercise.sets >= round); round++) {
    for (const [index, exercise] of session.main.entries()) {
      const more = costOf(exercise, round) - costOf(exercise, round - 1);
      if (exercise.sets < round || sets[index] !== round - 1 || more > left) continue;
      sets[index] = round;
      left -= more;
    }
  }
  const fitting = session.main.flatMap((exercise, index): Exercise[] => {
    const kept = sets[index] ?? 0;
    return kept === 0 ? [] : [{ ...exercise, sets: kept }];
  });
  const main = fitting.length > 0 ? fitting : session.main.slice(0, 1).map((exercise) => cutTo(left, exercise, pace));
  const { circuit: _, ...rest } = session;
  const parts = { warmUp, main, coolDown };
  return { ...rest, ...parts, minutes: minutesOf(parts, pace) };

  function costOf(exercise: Exercise, count: number): number {
    return count === 0 ? 0 : secondsOf({ ...exercise, sets: count }, pace);
  }
}

/** One set of a move that takes no more than so many seconds, in whole minutes; what is counted is one whole set. */
function cutTo(left: number, { target: _, ...exercise }: Exercise, pace: Programme['pace']): Exercise {
  const once: Exercise = { ...exercise, sets: 1 };
  if (exercise.seconds === undefined) return once;
  const sides = exercise.perSide || exercise.perDirection ? 2 : 1;
  const minutes = (left - secondsOf({ ...once, seconds: [0, 0] }, pace)) / sides / 60;
  const seconds = Math.max(1, Math.floor(minutes)) * 60;
  return { ...once, seconds: [seconds, seconds] };
}
