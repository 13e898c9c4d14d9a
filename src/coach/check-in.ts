import type { Programme } from './content.ts';
import { type Day, day } from './day.ts';
import type { MemberFile, Workout } from './member.ts';
import { crossed, factsOf, type MilestoneId } from './milestones.ts';
import { weekDone } from './plan-weeks.ts';
import { plannedSessions, planOn } from './programme.ts';
import { isMissed, missedBefore, type Standing, type StreakInput, standingOf, standingsOf } from './streak.ts';

/** How many days back a check-in may reach. */
export const DAYS_BACK = 3;

type File = Pick<MemberFile, 'enrolment' | 'workouts' | 'frozenDays'>;

/** A member's streak and what made it, as of their `today`. */
export function standingFor(programme: Programme, file: File, today: Day): Standing {
  return standingOf(streakInput(programme, file, today));
}

function streakInput(programme: Programme, { enrolment, workouts, frozenDays }: File, today: Day): StreakInput {
  const { startsOn, pauses } = enrolment;
  return {
    sessions: plannedSessions(programme, enrolment, END_OF_TIME),
    // A member who begins again keeps their history, but not as part of the new plan.
    workouts: workouts.filter((workout) => workout.day >= startsOn),
    today,
    lastWeek: programme.weeks.length,
    pauses: pauses.filter(({ to }) => to === undefined || to >= startsOn),
    ...(frozenDays !== undefined && { frozenDays }),
  };
}

/** Later than any plan. */
const END_OF_TIME = day('9999-12-31');

/** What a workout that is being logged changes. */
export interface WorkoutOutcome {
  readonly before: Standing;
  readonly after: Standing;
  /** Whether it counts (for its own day, or for one that it makes good), or is a bonus: on a free day, or a second one. */
  readonly extra: 'none' | 'unplanned' | 'again';
  /** It is the first kept session after a streak was lost. */
  readonly comeback: boolean;
  /** In the order in which they are told. The member may have reached some of them before. */
  readonly milestones: readonly MilestoneId[];
  /** The next planned session that is not done; absent at the plan's end. */
  readonly next?: Day;
  /** The week of its day, when no session of that is left to do. */
  readonly weekDone?: number;
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
  const withIt = { ...file, workouts: [...file.workouts, workout] };
  const { before, after } = standingsOf(streakInput(programme, file, today), workout);
  const isBonus = after.extras > before.extras;
  const again = file.workouts.some(({ day }) => day === workout.day);
  const next = nextOpen(programme, withIt, today);
  const done = weekDone(programme, withIt, workout.day, today);
  return {
    before,
    after,
    extra: isBonus ? (again ? 'again' : 'unplanned') : 'none',
    comeback: after.comeback && !before.comeback,
    milestones: crossed(
      factsOf(programme, file, before, checkIns, today),
      factsOf(programme, withIt, after, checkIns + 1, today),
    ),
    ...(next !== undefined && { next }),
    ...(done !== undefined && { weekDone: done }),
  };
}

/** The next planned session, today's included, that is not done and counts; undefined at the plan's end. */
export function nextOpen(programme: Programme, { enrolment, workouts, frozenDays }: File, today: Day): Day | undefined {
  const done = new Set(workouts.map(({ day }) => day));
  return plannedSessions(programme, enrolment, END_OF_TIME).find(
    ({ day }) => day >= today && !done.has(day) && !frozenDays?.has(day),
  )?.day;
}

/**
 * The missed day that a ten-minute session on `day` makes good, as of `today`; undefined where there is none, or where
 * `day` has an open session of its own, which it then counts for. Of two, the one whose time runs out first.
 */
export function repairableOn(programme: Programme, file: File, day: Day, today: Day): Day | undefined {
  const { kind } = planOn(programme, file.enrolment, day);
  if (kind !== 'session' && kind !== 'rest') return undefined;
  const { ledger } = standingFor(programme, file, today);
  const isOpen = ledger.some((line) => line.day === day && (line.event === 'open' || isMissed(line)));
  return isOpen ? undefined : missedBefore(ledger, day);
}
