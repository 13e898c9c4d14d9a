import { shareOfPerfect } from './consistency.ts';
import { addDays, type Day, daysBetween } from './day.ts';
import { begin, fold, type LedgerEvent, type LedgerLine, type LedgerState } from './ledger.ts';
import type { Pause, Workout } from './member.ts';

export type { LedgerLine } from './ledger.ts';

/** What a streak is told from. Any order of workouts gives the same. */
export interface StreakInput {
  /**
   * The plan, ascending, at least through today. Later sessions count for nothing, but tell that a week is over when
   * its last session is; without them that is known when the next week's first session has come.
   */
  readonly sessions: readonly { readonly day: Day; readonly week: number; readonly indexInWeek?: number }[];
  /** Those of this plan that stand. */
  readonly workouts: readonly Workout[];
  /** The member's own day. */
  readonly today: Day;
  /** Days that count for nobody on this server. */
  readonly frozenDays?: ReadonlySet<Day>;
  /** Those of this plan, which has no sessions in them: told in the ledger, and changing nothing else. */
  readonly pauses?: readonly Pause[];
  /** The programme's last week, the only one that no later session follows; 12 when absent. */
  readonly lastWeek?: number;
}

export interface Standing {
  /** Planned sessions kept in a row. */
  readonly streak: number;
  readonly longest: number;
  /** Held now, 0 to 3. */
  readonly freezes: number;
  /** Planned sessions kept, repaired ones included. */
  readonly keptSessions: number;
  /** Planned sessions that are decided: kept, or missed and their day has ended. */
  readonly dueSessions: number;
  readonly extras: number;
  readonly keptWeeks: number;
  /** 0 to 1: 1 without a miss, the latest sessions weighing most; see `consistency.ts`. */
  readonly consistency: number;
  /** The latest kept session was the first after a lost streak. */
  readonly comeback: boolean;
  /** Today's session is planned and not done. */
  readonly openToday: boolean;
  /** Every step since the beginning, the oldest first. */
  readonly ledger: readonly LedgerLine[];
}

/** A floor session makes good a planned session missed so many days before: 48 hours. */
export const REPAIR_DAYS = 2;
export const LAST_WEEK = 12;

/** The streak and what explains it, from rows alone. */
export function standingOf(input: StreakInput): Standing {
  return standingAfter(fold(begin(), eventsOf(input)));
}

/**
 * The standing of `input`, and as it would be with one more workout. The past that they share is folded once.
 */
export function standingsOf(
  input: StreakInput,
  more: Workout,
): { readonly before: Standing; readonly after: Standing } {
  const course = courseOf(input);
  const without = eventsOn(course, input.workouts);
  const withIt = eventsOn(course, [...input.workouts, more]);
  const same = without.findIndex((event, index) => !isSame(event, withIt[index]));
  const shared = same === -1 ? without.length : same;
  const past = fold(begin(), without.slice(0, shared));
  return {
    before: standingAfter(fold(past, without.slice(shared))),
    after: standingAfter(fold(past, withIt.slice(shared))),
  };
}

function isSame(one: LedgerEvent, other: LedgerEvent | undefined): boolean {
  if (one.kind !== other?.kind || one.day !== other.day) return false;
  if (one.kind !== 'session' || other.kind !== 'session') return true;
  return one.outcome === other.outcome && one.repairedOn === other.repairedOn;
}

function standingAfter(state: LedgerState): Standing {
  return {
    streak: state.streak,
    longest: state.longest,
    freezes: state.freezes,
    keptSessions: state.keptSessions,
    dueSessions: state.dueSessions,
    extras: state.extras,
    keptWeeks: state.keptWeeks,
    consistency: shareOfPerfect(state.consistency, state.dueSessions),
    comeback: state.comeback,
    openToday: state.said.some(({ event }) => event === 'open'),
    ledger: state.said,
  };
}

/** The missed day that a floor session on `day` could make good; of two, the one whose time runs out first. */
export function missedBefore(ledger: readonly LedgerLine[], day: Day): Day | undefined {
  const oldest = addDays(day, -REPAIR_DAYS);
  return ledger.find((line) => line.day >= oldest && line.day < day && isMissed(line))?.day;
}

/** Missed, whether or not a freeze stood in. */
export function isMissed({ event }: LedgerLine): boolean {
  return event === 'missed' || event === 'frozen';
}

/** What happened through today, in the order of the days: what {@link fold} takes. */
export function eventsOf(input: StreakInput): LedgerEvent[] {
  return eventsOn(courseOf(input), input.workouts);
}

/** What of a streak's input no workout changes. */
interface Course {
  readonly today: Day;
  /** The days of the sessions planned through today. */
  readonly planned: readonly Day[];
  /** Those of them that count. */
  readonly counting: ReadonlySet<Day>;
  readonly weekEnds: ReadonlyMap<Day, number>;
  readonly pauses: readonly LedgerEvent[];
}

function courseOf({ sessions, today, frozenDays, lastWeek, pauses = [] }: StreakInput): Course {
  const planned = sessions.map((session) => session.day).filter((day) => day <= today);
  const begun = pauses.filter(({ from }) => from <= today);
  return {
    today,
    planned,
    counting: new Set(planned.filter((day) => !frozenDays?.has(day))),
    weekEnds: weekEndsOf(sessions, lastWeek),
    pauses: begun.map(({ from, to }) => ({ kind: 'pause', day: from, ...(to !== undefined && { to }) })),
  };
}

function eventsOn({ today, planned, counting, weekEnds, pauses }: Course, all: readonly Workout[]): LedgerEvent[] {
  const workouts = all.filter(({ day }) => day <= today);
  const { done, repairedOn, extras } = attendance(workouts, counting);

  const sessions = planned.map((day): LedgerEvent => {
    const closesWeek = weekEnds.has(day);
    if (!counting.has(day)) return { kind: 'session', day, closesWeek, outcome: 'excused' };
    if (done.has(day)) return { kind: 'session', day, closesWeek, outcome: 'kept' };
    const repaired = repairedOn.get(day);
    if (repaired !== undefined) return { kind: 'session', day, closesWeek, outcome: 'repaired', repairedOn: repaired };
    return { kind: 'session', day, closesWeek, outcome: day < today ? 'missed' : 'open' };
  });
  const beyond = extras.map((day): LedgerEvent => ({ kind: 'extra', day }));
  return [...pauses, ...sessions, ...beyond].sort(byDay);
}

/** Days are written so that they sort as text. */
function byDay(a: { readonly day: Day }, b: { readonly day: Day }): number {
  return Number(a.day > b.day) - Number(a.day < b.day);
}

/**
 * What each workout counts for. One that repairs a planned session in time counts for that session and not for its
 * own day too; any other counts for its own day. What is left over is extra.
 */
function attendance(workouts: readonly Workout[], counting: ReadonlySet<Day>) {
  const done = new Set<Day>();
  const repairedOn = new Map<Day, Day>();
  const extras: Day[] = [];
  const repairs: { day: Day; missed: Day }[] = [];
  for (const workout of workouts) {
    const missed = repairIn(workout, counting);
    if (missed !== undefined) repairs.push({ day: workout.day, missed });
    else if (counting.has(workout.day) && !done.has(workout.day)) done.add(workout.day);
    else extras.push(workout.day);
  }
  for (const { day, missed } of repairs.sort(byDay)) {
    if (done.has(missed) || repairedOn.has(missed)) extras.push(day);
    else repairedOn.set(missed, day);
  }
  return { done, repairedOn, extras };
}

function repairIn({ day, repairs }: Workout, counting: ReadonlySet<Day>): Day | undefined {
  if (repairs === undefined || !counting.has(repairs)) return undefined;
  const later = daysBetween(repairs, day);
  return later >= 1 && later <= REPAIR_DAYS ? repairs : undefined;
}

/** The days of the sessions that end their week, with the week. Of the last session known, only the last week's. */
export function weekEndsOf(sessions: StreakInput['sessions'], lastWeek = LAST_WEEK): ReadonlyMap<Day, number> {
  const ends = sessions.filter(({ week }, index) => {
    const next = sessions[index + 1];
    // A plan that went back by a week has the same one twice in a row.
    return next === undefined ? week >= lastWeek : next.week !== week || next.indexInWeek === 0;
  });
  return new Map(ends.map(({ day, week }) => [day, week]));
}
