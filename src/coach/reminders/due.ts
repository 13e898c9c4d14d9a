import type { Programme } from '../content.ts';
import { addDays, type Day, HOUR, type Instant } from '../day.ts';
import type { Enrolment } from '../member.ts';
import type { PlannedDay } from '../plan.ts';
import { weekBegun } from '../plan-weeks.ts';
import { weekOf } from '../programme.ts';
import { pacedOn } from './pace.ts';
import type { ReminderKind } from './reminders.ts';

/** `line`: a member's own day, told when the daily post is. */
export type DirectMessage = ReminderKind | 'line';

/** What is known of a member when a reminder is due. */
export interface ReminderFacts {
  readonly kind: DirectMessage;
  readonly now: Instant;
  /** Their own. */
  readonly today: Day;
  readonly plan: PlannedDay['kind'];
  readonly isQuiet: boolean;
  /** Discord would not deliver to them. */
  readonly isRefused: boolean;
  /** A workout, or a night's sleep, is logged for today. */
  readonly isLogged: boolean;
  /** When water was logged last. */
  readonly lastGlassAt?: Instant;
  /** The week of the plan that ended yesterday. */
  readonly endedWeek?: number;
  /** See {@link pacedOn}. */
  readonly unanswered: readonly Day[];
  /** Direct messages of all kinds that were sent, or are on their way, today. */
  readonly sentToday: number;
  readonly mostADay: number;
}

export type Withheld = 'refused' | 'not in the plan' | 'nothing to remind of' | 'logged' | 'quiet' | 'enough' | 'rarer';

/** After a glass, so long nobody is asked whether they are thirsty. */
const GLASS_LASTS = HOUR;

/** Why a message that is due is not sent; undefined when it is. */
export function withheld(facts: ReminderFacts): Withheld | undefined {
  if (facts.isRefused) return 'refused';
  // The last week's review comes on the day after the plan.
  const isAsked = facts.kind === 'review' ? facts.endedWeek !== undefined : isInPlan(facts.plan);
  if (!isAsked) return 'not in the plan';
  if (facts.kind === 'workout' && facts.plan !== 'session') return 'nothing to remind of';
  if (isDone(facts)) return 'logged';
  if (facts.isQuiet) return 'quiet';
  if (facts.sentToday >= facts.mostADay) return 'enough';
  return pacedOn(facts.today, facts.unanswered).isTurn ? undefined : 'rarer';
}

function isInPlan(plan: PlannedDay['kind']): boolean {
  return plan === 'session' || plan === 'rest';
}

function isDone({ kind, isLogged, lastGlassAt, now }: ReminderFacts): boolean {
  if (kind === 'water') return lastGlassAt !== undefined && now - lastGlassAt < GLASS_LASTS;
  return kind !== 'review' && isLogged;
}

const DAYS_IN_WEEK = 7;

/** The week of a member's plan that ended, whole, with the day before `today`; undefined on any other day. */
export function endedWeekOn(programme: Programme, enrolment: Enrolment, today: Day): number | undefined {
  const yesterday = addDays(today, -1);
  const week = weekOf(programme, enrolment, yesterday);
  const days = week === undefined ? undefined : weekBegun(programme, enrolment, week, yesterday)?.days;
  return days?.length === DAYS_IN_WEEK && days.at(-1) === yesterday ? week : undefined;
}
