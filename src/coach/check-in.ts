import type { Programme } from './content.ts';
import { type Day, day } from './day.ts';
import type { MemberFile, Workout } from './member.ts';
import { crossed, factsOf, type MilestoneId } from './milestones.ts';
import { plannedSessions } from './programme.ts';
import { type Standing, standingOf } from './streak.ts';

/** How many days back a check-in may reach. */
export const DAYS_BACK = 3;

type File = Pick<MemberFile, 'enrolment' | 'workouts'>;

/** A member's streak and what made it, as of their `today`. */
export function standingFor(programme: Programme, { enrolment, workouts }: File, today: Day): Standing {
  // A member who begins again keeps their history, but not as part of the new plan.
  const ofPlan = workouts.filter((workout) => workout.day >= enrolment.startsOn);
  const lastWeek = programme.weeks.length;
  return standingOf({
    sessions: plannedSessions(programme, enrolment, END_OF_TIME),
    workouts: ofPlan,
    today,
    lastWeek,
  });
}

/** Later than any plan. */
const END_OF_TIME = day('9999-12-31');

/** What a workout that is being logged changes. */
export interface WorkoutOutcome {
  readonly before: Standing;
  readonly after: Standing;
  /** Whether it is the planned session of its day, a session on a day without one, or a second one. */
  readonly extra: 'none' | 'unplanned' | 'again';
  /** It is the first kept session after a streak was lost. */
  readonly comeback: boolean;
  /** In the order in which they are told. The member may have reached some of them before. */
  readonly milestones: readonly MilestoneId[];
  /** The next planned session that is not done; absent at the plan's end. */
  readonly next?: Day;
}

/**
 * What logging `workout` does to a member's standing.
 * @param checkIns how many check-ins of any kind stand already
 */
export function outcomeOf(
  programme: Programme,
  file: File,
  workout: Workout,
  today: Day,
  checkIns: number,
): WorkoutOutcome {
  const withIt = { enrolment: file.enrolment, workouts: [...file.workouts, workout] };
  const before = standingFor(programme, file, today);
  const after = standingFor(programme, withIt, today);
  const done = new Set(withIt.workouts.map(({ day }) => day));
  const sessions = plannedSessions(programme, file.enrolment, END_OF_TIME);
  const next = sessions.find((session) => session.day >= today && !done.has(session.day))?.day;
  const planned = sessions.some((session) => session.day === workout.day);
  const again = file.workouts.some(({ day }) => day === workout.day);
  return {
    before,
    after,
    extra: again ? 'again' : planned || workout.repairs !== undefined ? 'none' : 'unplanned',
    comeback: after.comeback && !before.comeback,
    milestones: crossed(
      factsOf(programme, file, before, checkIns, today),
      factsOf(programme, withIt, after, checkIns + 1, today),
    ),
    ...(next !== undefined && { next }),
  };
}
