import type { Content, Move } from '../coach/content.ts';
import type { Day } from '../coach/day.ts';
import type { Performance } from '../coach/performance.ts';
import type { Session } from '../coach/plan.ts';
import { plannedSessions } from '../coach/programme.ts';
import type { Target } from '../coach/progression/target.ts';
import { personalSession } from '../coach/training/personal.ts';
import type { TrainingLook } from './look.ts';

/** What the coach asked of somebody with a move on a day. */
export interface Asked {
  readonly day: Day;
  readonly move: Move;
  readonly target: Target;
  /** What they had done of it before that day, the oldest first. */
  readonly before: readonly Performance[];
}

/** What a session asks, with what was done before its day. */
export function askedIn({ main }: Pick<Session, 'main'>, performances: readonly Performance[], day: Day): Asked[] {
  return main.flatMap(({ move, target }) => {
    const before = performances.filter((past) => past.move === move.id && past.day < day);
    return target === undefined ? [] : [{ day, move, target, before }];
  });
}

/**
 * All that their sessions up to a day ask, whether they were led through them or not: with what is known by now, for
 * somebody may have logged a session only after the next.
 */
export function askedUntil(content: Content, { file, history }: TrainingLook, today: Day): Asked[] {
  return plannedSessions(content.programme, file.enrolment, today).flatMap((planned) => {
    const session = personalSession(content, file, history, planned, planned.day);
    return askedIn(session, history.performances, planned.day);
  });
}
