import type { Content, Move } from '../coach/content.ts';
import type { Day } from '../coach/day.ts';
import type { Performance } from '../coach/performance.ts';
import { personalSession } from '../coach/personal.ts';
import { plannedSessions } from '../coach/programme.ts';
import type { Target } from '../coach/progression-target.ts';
import type { TrainingLook } from './look.ts';

/** What the coach asked of somebody with a move on a day. */
export interface Asked {
  readonly day: Day;
  readonly move: Move;
  readonly target: Target;
  /** What they had done of it before that day, the oldest first. */
  readonly before: readonly Performance[];
}

/** All that was asked of them in their sessions up to a day: every session as it was planned on its own day. */
export function askedOf(content: Content, { file, history }: TrainingLook, today: Day): Asked[] {
  const sessions = plannedSessions(content.programme, file.enrolment, today).filter(({ day }) => day <= today);
  return sessions.flatMap((planned): Asked[] => {
    const { day } = planned;
    const { main } = personalSession(content, file, history, planned, day);
    return main.flatMap(({ move, target }) => {
      const before = history.performances.filter((past) => past.move === move.id && past.day < day);
      return target === undefined ? [] : [{ day, move, target, before }];
    });
  });
}
