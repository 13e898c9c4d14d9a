import type { Programme } from './content.ts';
import { minutesOf, secondsOf } from './duration.ts';
import type { Exercise, Session } from './plan.ts';

/**
 * The short version of a session: the programme's share of its warm-up and cool-down, and of its main moves, in order,
 * as many first sets as fit in the time, then second sets, and so on. At least one set of the first move.
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
      const isFirst = round === 1 && index === 0;
      if (exercise.sets < round || sets[index] !== round - 1 || (more > left && !isFirst)) continue;
      sets[index] = round;
      left -= more;
    }
  }
  const main = session.main.flatMap((exercise, index): Exercise[] => {
    const kept = sets[index] ?? 0;
    return kept === 0 ? [] : [{ ...exercise, sets: kept }];
  });
  const { circuit: _, ...rest } = session;
  const parts = { warmUp, main, coolDown };
  return { ...rest, ...parts, minutes: minutesOf(parts, pace) };

  function costOf(exercise: Exercise, count: number): number {
    return count === 0 ? 0 : secondsOf({ ...exercise, sets: count }, pace);
  }
}
