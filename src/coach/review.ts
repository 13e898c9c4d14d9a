import { standingFor } from './check-in.ts';
import type { Programme } from './content.ts';
import { addDays, type Day, type Weekday, weekdayOf } from './day.ts';
import type { LedgerEvent } from './ledger.ts';
import type { MemberFile } from './member.ts';
import { type PlanWeek, weekBegun } from './plan-weeks.ts';
import { plannedSessions, termsOn } from './programme.ts';
import { eventsOf } from './streak.ts';

type File = Pick<MemberFile, 'enrolment' | 'workouts' | 'frozenDays'>;

/** What was logged for one day besides workouts. */
export interface BodyLog {
  readonly day: Day;
  /** Of the night before it. */
  readonly sleepHours?: number;
  readonly hasWater: boolean;
}

/** The one thing that a review proposes. */
export type Suggestion =
  | { readonly kind: 'other-day'; readonly weekday: Weekday }
  | { readonly kind: 'wind-down' | 'more-reserve' | 'keep-going' | 'ten-minutes' | 'next-one' | 'nothing-planned' };

/** A week of a member's plan, as it went so far. */
export interface WeekReview {
  /** 1 to 12. */
  readonly week: number;
  /** Its first and last day; a pause may lie in between. */
  readonly from: Day;
  readonly to: Day;
  /** Planned sessions kept, made good ones included. */
  readonly kept: number;
  /** The days of those that were not. */
  readonly missed: readonly Day[];
  /** Planned sessions that are open today or still to come. */
  readonly ahead: number;
  readonly extras: number;
  /** Absent when no night was logged; hours, to a tenth. */
  readonly sleep?: { readonly nights: number; readonly average: number };
  /** Days on which water was logged; how much is nobody's business. */
  readonly waterDays: number;
  /** 0 to 1, as the week ends; absent before the first session was due. */
  readonly consistency?: number;
  readonly suggestion: Suggestion;
}

/**
 * How a week of a member's plan went, and one thing to do about it.
 * @param logs at least those of the week's days
 * @returns undefined where the week has not begun by `today`
 */
export function reviewOf(
  programme: Programme,
  file: File,
  logs: readonly BodyLog[],
  week: number,
  today: Day,
): WeekReview | undefined {
  const found = weekBegun(programme, file.enrolment, week, today);
  const [from, to] = [found?.days[0], found?.days.at(-1)];
  if (found === undefined || from === undefined || to === undefined) return undefined;
  const events = eventsUpTo(programme, file, to, today);
  const inWeek = events.filter(({ day }) => from <= day && day <= to);
  const kept = inWeek.filter(isKept).length;
  const missed = inWeek.filter(isMissed).map(({ day }) => day);
  const ahead = inWeek.filter(isOpen).length + stillToCome(programme, file, to, today);
  const logged = logs.filter(({ day }) => found.days.includes(day));
  const nights = logged.flatMap(({ sleepHours }) => (sleepHours === undefined ? [] : [sleepHours]));
  const standing = standingFor(programme, file, to < today ? addDays(to, 1) : today);
  return {
    week,
    from,
    to,
    kept,
    missed,
    ahead,
    extras: inWeek.filter(({ kind }) => kind === 'extra').length,
    ...(nights.length > 0 && { sleep: { nights: nights.length, average: averageOf(nights) } }),
    waterDays: logged.filter(({ hasWater }) => hasWater).length,
    ...(standing.dueSessions > 0 && { consistency: standing.consistency }),
    suggestion: suggestionFor(file, found, { events, nights, kept, missed, ahead }),
  };
}

function eventsUpTo(programme: Programme, file: File, to: Day, today: Day): LedgerEvent[] {
  const { enrolment, workouts, frozenDays } = file;
  return eventsOf({
    sessions: plannedSessions(programme, enrolment, to),
    workouts: workouts.filter(({ day }) => day >= enrolment.startsOn),
    today,
    lastWeek: programme.weeks.length,
    ...(frozenDays !== undefined && { frozenDays }),
  });
}

function stillToCome(programme: Programme, { enrolment, frozenDays }: File, to: Day, today: Day): number {
  return plannedSessions(programme, enrolment, to).filter(({ day }) => day > today && !frozenDays?.has(day)).length;
}

const isKept = (event: LedgerEvent) =>
  event.kind === 'session' && (event.outcome === 'kept' || event.outcome === 'repaired');
const isMissed = (event: LedgerEvent) => event.kind === 'session' && event.outcome === 'missed';
const isOpen = (event: LedgerEvent) => event.kind === 'session' && event.outcome === 'open';

const averageOf = (hours: readonly number[]) =>
  Math.round((hours.reduce((sum, each) => sum + each, 0) / hours.length) * 10) / 10;

/** A night under it is short; see programme.md (AASM: at least 7 h). */
const SHORT_NIGHT = 7;
/** Of fewer nights, or efforts, nothing is concluded. */
const FEWEST_NIGHTS = 3;
const FEWEST_EFFORTS = 2;
/** A weekday that was missed twice within so many days is a bad one. */
const LOOKS_BACK_DAYS = 28;

interface Course {
  readonly events: readonly LedgerEvent[];
  readonly nights: readonly number[];
  readonly kept: number;
  readonly missed: readonly Day[];
  readonly ahead: number;
}

/** The first of these that fits: what stands in the way comes before praise, and a session before how it was done. */
function suggestionFor(file: File, { days }: PlanWeek, { events, nights, kept, missed, ahead }: Course): Suggestion {
  const to = days.at(-1) ?? file.enrolment.startsOn;
  const weekday = missedAgain(file, events, missed, to);
  if (weekday !== undefined) return { kind: 'other-day', weekday };
  const short = nights.filter((hours) => hours < SHORT_NIGHT).length;
  if (nights.length >= FEWEST_NIGHTS && short * 2 > nights.length) return { kind: 'wind-down' };
  const efforts = file.workouts.flatMap(({ day, effort }) => (days.includes(day) && effort ? [effort] : []));
  if (efforts.length >= FEWEST_EFFORTS && efforts.every((effort) => effort === '0')) return { kind: 'more-reserve' };
  if (kept + missed.length + ahead === 0) return { kind: 'nothing-planned' };
  if (kept === 0) return { kind: 'next-one' };
  return { kind: missed.length === 0 ? 'keep-going' : 'ten-minutes' };
}

/** A weekday of theirs that was missed this week, and once more in the weeks before it. */
function missedAgain(
  { enrolment }: File,
  events: readonly LedgerEvent[],
  missed: readonly Day[],
  to: Day,
): Weekday | undefined {
  const since = addDays(to, 1 - LOOKS_BACK_DAYS);
  const lately = events.filter((event) => isMissed(event) && event.day >= since && event.day <= to);
  const { trainingDays } = termsOn(enrolment, to);
  return missed
    .map(weekdayOf)
    .find(
      (weekday) => trainingDays.includes(weekday) && lately.filter(({ day }) => weekdayOf(day) === weekday).length > 1,
    );
}
