import { todayOf } from './clock.ts';
import type { Programme } from './content.ts';
import type { Day, Instant } from './day.ts';
import { goalDays, weekAround } from './goal.ts';
import type { MemberFile, Workout } from './member.ts';
import { plannedSessions } from './programme.ts';
import { eventsOf } from './streak.ts';

/** Somebody's week: sessions of their own plan that are kept, that were due so far, and that the whole week has. */
export interface OwnWeek {
  readonly userId: string;
  readonly kept: number;
  readonly due: number;
  readonly planned: number;
}

export interface Placed extends OwnWeek {
  /** From 1; those who are level share it, and the next one's is as much further on. */
  readonly place: number;
}

/** A server's week, of those alone who asked to be on it. */
export interface Leaderboard {
  /** Monday and Sunday. */
  readonly from: Day;
  readonly to: Day;
  readonly placed: readonly Placed[];
  /** Those who have a session this week and kept none yet: they are named, and nothing is counted of them. */
  readonly ready: readonly string[];
}

/**
 * The leaderboard of the week around `day`. What is due is told by each member's own today, so nobody is late for a
 * session that their day still has room for. Days that count for nobody are left out.
 *
 * @param workoutsOf those of `goalDays(day)`, by member
 * @param day today, in the server's zone
 */
export function leaderboardOf(
  programme: Programme,
  files: readonly Omit<MemberFile, 'workouts'>[],
  workoutsOf: ReadonlyMap<number, readonly Workout[]>,
  day: Day,
  now: Instant,
): Leaderboard {
  const weeks = files
    .filter(({ member }) => member.onLeaderboard === true)
    .map((file) => ownWeek(programme, file, workoutsOf.get(file.member.id) ?? [], day, now))
    .filter(({ planned }) => planned > 0);
  const begun = weeks.filter(({ kept }) => kept > 0).sort(byShare);
  const placed = begun.map(
    (week): Placed => ({ ...week, place: begun.filter((one) => byShare(one, week) < 0).length + 1 }),
  );
  return {
    ...weekAround(day),
    placed,
    ready: weeks.filter(({ kept }) => kept === 0).map(({ userId }) => userId),
  };
}

function ownWeek(
  programme: Programme,
  { member, enrolment, frozenDays }: Omit<MemberFile, 'workouts'>,
  workouts: readonly Workout[],
  day: Day,
  now: Instant,
): OwnWeek {
  const week = weekAround(day);
  const days = goalDays(day);
  const today = todayOf(member.clock, now);
  const isOfWeek = (of: Day) => week.from <= of && of <= week.to;
  const sessions = plannedSessions(programme, enrolment, days.to).filter((session) => session.day >= days.from);
  const counting = sessions.filter((session) => isOfWeek(session.day) && !frozenDays?.has(session.day));
  const events = eventsOf({
    sessions,
    workouts: workouts.filter((workout) => workout.day >= enrolment.startsOn),
    today,
    lastWeek: programme.weeks.length,
    ...(frozenDays !== undefined && { frozenDays }),
  });
  const outcomes = events.flatMap((event) => (event.kind === 'session' && isOfWeek(event.day) ? [event.outcome] : []));
  const kept = outcomes.filter((outcome) => outcome === 'kept' || outcome === 'repaired').length;
  const missed = outcomes.filter((outcome) => outcome === 'missed').length;
  return { userId: member.userId, kept, due: kept + missed, planned: counting.length };
}

/** The greater share first: of what was due so far, and where that is level, of the whole week. Exact, without fractions. */
function byShare(one: OwnWeek, other: OwnWeek): number {
  return other.kept * one.due - one.kept * other.due || other.kept * one.planned - one.kept * other.planned;
}
