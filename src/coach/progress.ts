import { shareOfPerfect, smoothed } from './consistency.ts';
import type { Content } from './content.ts';
import { addDays, type Day } from './day.ts';
import { bestOf } from './finish.ts';
import type { MemberFile } from './member.ts';
import type { Performance, SetDone } from './performance.ts';
import { planOn } from './programme.ts';
import type { Target, Unit } from './progression/target.ts';
import type { Standing } from './streak.ts';
import { nextTimes, personalSession, type TrainingHistory } from './training/personal.ts';

/** The consistency after one more decided session, from 0 to 1: see `consistency.ts`. */
export interface ConsistencyPoint {
  readonly day: Day;
  readonly share: number;
}

/** How the consistency came about, session by session. The last point is that of the standing. */
export function consistencyCourse({ ledger }: Pick<Standing, 'ledger'>): ConsistencyPoint[] {
  const points: ConsistencyPoint[] = [];
  let score = 0;
  for (const { day, event } of ledger) {
    const isKept = event === 'kept' || event === 'repaired';
    if (!isKept && event !== 'missed' && event !== 'frozen') continue;
    score = smoothed(score, isKept);
    points.push({ day, share: shareOfPerfect(score, points.length + 1) });
  }
  return points;
}

/** The moves of which somebody logged sets, by their ids, the one logged last first. */
export function loggedMoves(performances: readonly Performance[]): string[] {
  return [...new Set([...performances].reverse().map(({ move }) => move))];
}

/** The best set of a move on a day. */
export interface MoveDay {
  readonly day: Day;
  readonly best: SetDone;
}

/** A move, day by day. */
export interface MoveCourse {
  /** What it is heavy with; absent where neither a load nor a band was ever said. */
  readonly heavy?: 'load' | 'band';
  readonly unit: Unit;
  readonly days: readonly MoveDay[];
}

/**
 * What was done of a move, by day. Days on which only the other unit was said (seconds of a move of repetitions) are
 * left out.
 * @param performances the oldest first
 * @param bands the lightest first
 * @returns undefined where nothing was logged
 */
export function moveCourse(
  performances: readonly Performance[],
  move: string,
  bands: readonly string[],
): MoveCourse | undefined {
  const ofMove = performances.filter((performance) => performance.move === move);
  const sets = ofMove.flatMap((performance) => performance.sets);
  if (sets.length === 0) return undefined;
  const unit: Unit = sets.at(-1)?.seconds === undefined ? 'reps' : 'seconds';
  const days = [...new Set(ofMove.map(({ day }) => day))].flatMap((day): MoveDay[] => {
    const onDay = ofMove.filter((performance) => performance.day === day).flatMap((performance) => performance.sets);
    const best = bestOf(
      onDay.filter((set) => set[unit] !== undefined),
      bands,
    );
    return best === undefined ? [] : [{ day, best }];
  });
  const heavy = days.some(({ best }) => best.load !== undefined)
    ? 'load'
    : days.some(({ best }) => best.band !== undefined)
      ? 'band'
      : undefined;
  return { unit, days, ...(heavy !== undefined && { heavy }) };
}

export interface NextTarget {
  readonly day: Day;
  readonly target: Target;
}

/** What the next session that has the move asks of it; undefined where none is planned soon. */
export function nextTarget(
  content: Content,
  file: MemberFile,
  history: TrainingHistory,
  move: string,
  today: Day,
  isOpenToday: boolean,
): NextTarget | undefined {
  const plan = planOn(content.programme, file.enrolment, today);
  if (isOpenToday && plan.kind === 'session') {
    const { main } = personalSession(content, file, history, plan.session, today);
    const target = main.find((exercise) => exercise.move.id === move)?.target;
    if (target !== undefined) return { day: today, target };
  }
  const after = today < file.enrolment.startsOn ? addDays(file.enrolment.startsOn, -1) : today;
  const [next] = nextTimes(content, file, history, [move], after);
  return next?.exercise.target && { day: next.day, target: next.exercise.target };
}
