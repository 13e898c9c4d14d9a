import type { Programme } from './content.ts';
import { type Day, dayFromNumber } from './day.ts';
import type { Enrolment, MemberFile } from './member.ts';
import { planDays } from './plan-days.ts';
import { plannedSessions } from './programme.ts';

const DAYS_IN_WEEK = 7;

/** A week of somebody's plan: its days in order, seven of them unless the plan went back from its middle. */
export interface PlanWeek {
  /** 1 to 12. */
  readonly week: number;
  readonly days: readonly Day[];
}

/** The weeks of a plan in the order in which they come; one that is repeated comes again. Those after an open pause are not known. */
function weeksOf(programme: Programme, enrolment: Enrolment): PlanWeek[] {
  const weeks: { week: number; days: Day[] }[] = [];
  let before = -1;
  for (const { number, index } of planDays(enrolment)) {
    if (index >= programme.weeks.length * DAYS_IN_WEEK) break;
    const week = Math.floor(index / DAYS_IN_WEEK) + 1;
    const last = weeks.at(-1);
    if (last?.week === week && index > before) last.days.push(dayFromNumber(number));
    else weeks.push({ week, days: [dayFromNumber(number)] });
    before = index;
  }
  return weeks;
}

/** That week of the plan, the latest time that it has begun by `today`; undefined where it has not. */
export function weekBegun(programme: Programme, enrolment: Enrolment, week: number, today: Day): PlanWeek | undefined {
  const hasBegun = ({ days }: PlanWeek) => days[0] !== undefined && days[0] <= today;
  return weeksOf(programme, enrolment).findLast((each) => each.week === week && hasBegun(each));
}

/**
 * The week that `day` is in, when it has no session left to do from `today` on; undefined while it has, and for a day
 * outside the plan.
 */
export function weekDone(
  programme: Programme,
  { enrolment, workouts, frozenDays }: Pick<MemberFile, 'enrolment' | 'workouts' | 'frozenDays'>,
  day: Day,
  today: Day,
): number | undefined {
  const around = weeksOf(programme, enrolment).find(({ days }) => days.includes(day));
  const last = around?.days.at(-1);
  if (around === undefined || last === undefined) return undefined;
  const done = new Set(workouts.map((workout) => workout.day));
  const isOpen = plannedSessions(programme, enrolment, last).some(
    (session) =>
      session.day >= today &&
      around.days.includes(session.day) &&
      !done.has(session.day) &&
      !frozenDays?.has(session.day),
  );
  return isOpen ? undefined : around.week;
}
