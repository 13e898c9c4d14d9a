import type { Programme } from './content.ts';
import { addDays, type Day, daysFrom, weekdayOf } from './day.ts';
import type { Enrolment, Member, Workout } from './member.ts';
import { plannedSessions } from './programme.ts';
import { eventsOf, REPAIR_DAYS } from './streak.ts';

/** What a server's members plan for one week together, and how much of it is done. */
export interface WeekGoal {
  readonly kept: number;
  readonly planned: number;
}

/** With fewer people the sum would tell what one of them did. */
export const FEWEST_FOR_A_GOAL = 3;

/** Monday to Sunday. */
export function weekAround(day: Day): { readonly from: Day; readonly to: Day } {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}

/** The days whose workouts tell what was kept in the week around `day`: a session may be made good two days later. */
export function goalDays(day: Day): { readonly from: Day; readonly to: Day } {
  const { from, to } = weekAround(day);
  return { from: addDays(from, -REPAIR_DAYS), to: addDays(to, REPAIR_DAYS) };
}

/**
 * The shared goal of the week around `day`: the sessions that everybody enrolled has planned from Monday to Sunday,
 * and how many are kept, made good ones included. Days that count for nobody are left out.
 *
 * @param workoutsOf those of `goalDays(day)`, by member
 * @returns undefined when fewer than {@link FEWEST_FOR_A_GOAL} people have a session that week
 */
export function weekGoal(
  programme: Programme,
  files: readonly { readonly member: Pick<Member, 'id'>; readonly enrolment: Enrolment }[],
  workoutsOf: ReadonlyMap<number, readonly Workout[]>,
  day: Day,
  frozen: readonly { readonly from: Day; readonly to: Day }[],
): WeekGoal | undefined {
  const { from, to } = weekAround(day);
  const days = goalDays(day);
  const frozenDays = new Set(
    frozen.flatMap((span) => daysFrom(later(span.from, days.from), earlier(span.to, days.to))),
  );
  let [people, kept, planned] = [0, 0, 0];
  for (const { member, enrolment } of files) {
    const sessions = plannedSessions(programme, enrolment, days.to).filter((session) => session.day >= days.from);
    const events = eventsOf({ sessions, workouts: workoutsOf.get(member.id) ?? [], today: days.to, frozenDays });
    const counting = events.filter(
      (event) => event.kind === 'session' && event.outcome !== 'excused' && from <= event.day && event.day <= to,
    );
    if (counting.length === 0) continue;
    people += 1;
    planned += counting.length;
    kept += counting.filter((event) => event.kind === 'session' && isKept(event.outcome)).length;
  }
  return people < FEWEST_FOR_A_GOAL ? undefined : { kept, planned };
}

function isKept(outcome: string): boolean {
  return outcome === 'kept' || outcome === 'repaired';
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
