import { nextOpen } from './check-in.ts';
import type { Level, Programme } from './content.ts';
import { addDays, type Day, type Weekday } from './day.ts';
import type { Enrolment, MemberFile, Terms } from './member.ts';
import type { PlannedSession } from './plan.ts';
import { planOn, weekOf } from './programme.ts';

/** The terms that were said last: they hold now, or from tomorrow on. */
export function latestTerms({ id, terms }: Enrolment): Terms {
  const latest = terms.at(-1);
  if (latest === undefined) throw new RangeError(`enrolment ${id} has no terms`);
  return latest;
}

export interface TermsWish {
  readonly level?: Level;
  readonly trainingDays?: readonly Weekday[];
}

type File = Pick<MemberFile, 'enrolment' | 'workouts' | 'frozenDays'>;

/**
 * The terms that come of a wish, and the day from which they hold: tomorrow where something was trained today or is
 * under way (`isUnderWay`), so that a day keeps the plan it was trained by; otherwise today. Terms that were to begin
 * on that day or later give way to them. Undefined where they are what was said last.
 */
export function termsFrom(
  { enrolment, workouts }: Pick<File, 'enrolment' | 'workouts'>,
  wish: TermsWish,
  { today, isUnderWay }: { readonly today: Day; readonly isUnderWay: boolean },
): Terms | undefined {
  const last = latestTerms(enrolment);
  const level = wish.level ?? last.level;
  const trainingDays = wish.trainingDays ?? last.trainingDays;
  if (level === last.level && sameDays(trainingDays, last.trainingDays)) return undefined;
  const isTaken = isUnderWay || workouts.some(({ day }) => day === today);
  const earliest = isTaken ? addDays(today, 1) : today;
  return { fromDay: earliest > enrolment.startsOn ? earliest : enrolment.startsOn, level, trainingDays };
}

function sameDays(one: readonly Weekday[], other: readonly Weekday[]): boolean {
  return one.length === other.length && one.every((day) => other.includes(day));
}

/** What terms mean for the days to come. */
export interface TermsAhead {
  /** The first session from their first day on that is not done; absent while there is none in sight. */
  readonly next?: PlannedSession;
  /** The week in which a fifth training day joins, where it waits. */
  readonly fifthDayFromWeek?: number;
  /** Why no session may be in sight. */
  readonly standing: 'going' | 'paused' | 'finished';
}

/** @param file with the terms among those of its enrolment */
export function termsAhead(programme: Programme, file: File, terms: Terms): TermsAhead {
  const { enrolment } = file;
  const { fromDay, level, trainingDays } = terms;
  const day = nextOpen(programme, file, fromDay);
  const plan = day && planOn(programme, enrolment, day);
  const week = weekOf(programme, enrolment, fromDay);
  const fifth = programme.fiveDaysFromWeek[level];
  const waits = trainingDays.length === 5 && week !== undefined && week < fifth;
  const { kind } = planOn(programme, enrolment, fromDay);
  return {
    ...(plan?.kind === 'session' && { next: plan.session }),
    ...(waits && { fifthDayFromWeek: fifth }),
    standing: kind === 'paused' || kind === 'finished' ? kind : 'going',
  };
}
