import type { Content, Move } from '../../coach/content.ts';
import { type Day, day } from '../../coach/day.ts';
import type { MemberFile } from '../../coach/member.ts';
import type { Session } from '../../coach/plan.ts';
import { plannedSessions } from '../../coach/programme.ts';
import { type NextTime, personalSession, type TrainingHistory } from '../../coach/training/personal.ts';
import { plannedMove } from '../../coach/training/swaps.ts';

/** How many sessions are looked through: A and B, on either side of a lighter week. */
const LOOK_AHEAD = 6;
/** Later than any plan. */
const END_OF_TIME = day('9999-12-31');

interface Member {
  readonly file: MemberFile;
  readonly history: TrainingHistory;
  readonly today: Day;
}

/** The next few sessions as this member meets them, from today's on where it is not done. */
export function sessionsAhead(content: Content, { file, history, today }: Member): { day: Day; session: Session }[] {
  const isDone = file.workouts.some((workout) => workout.day === today);
  return plannedSessions(content.programme, file.enrolment, END_OF_TIME)
    .filter((planned) => planned.day > today || (planned.day === today && !isDone))
    .slice(0, LOOK_AHEAD)
    .map((planned) => ({ day: planned.day, session: personalSession(content, file, history, planned, today) }));
}

/** Each line of the sessions to come, the first time that the plan has it. */
export function upcoming(content: Content, member: Member): NextTime[] {
  const first = new Map<Move, NextTime>();
  for (const { day, session } of sessionsAhead(content, member)) {
    for (const exercise of session.main) {
      const line = plannedMove(exercise);
      if (!first.has(line)) first.set(line, { day, exercise });
    }
  }
  return [...first.values()];
}
