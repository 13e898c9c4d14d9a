import { nextOpen, standingFor } from './check-in.ts';
import { type Content, LEVELS, type Level, type Programme } from './content.ts';
import type { Day, Weekday } from './day.ts';
import type { MemberFile } from './member.ts';
import type { Performance, SetDone } from './performance.ts';
import { lastPlannedDay, plannedSessions, termsOn } from './programme.ts';
import { sessionFor } from './session.ts';

/** What was best of a move in the first session that had it, and in the last. */
export interface FirstAndLast {
  /** Its id. */
  readonly move: string;
  readonly first: SetDone;
  readonly last: SetDone;
}

/**
 * A member's own first and last numbers, by move, in the order in which the moves were first logged. Only of moves that
 * were logged on two days; light sessions are left out of a move that has two others.
 * @param since the first day of the plan
 * @param bands the lightest first
 */
export function firstAndLast(
  performances: readonly Performance[],
  since: Day,
  bands: readonly string[],
): FirstAndLast[] {
  const inPlan = performances.filter(({ day }) => day >= since);
  const moves = [...new Set(inPlan.map(({ move }) => move))];
  return moves.flatMap((move) => {
    const all = inPlan.filter((performance) => performance.move === move);
    const full = all.filter(({ held }) => !held);
    const [begun, ended] = endsOf(full) ?? endsOf(all) ?? [];
    const first = begun && bestOf(begun, bands);
    const last = ended && bestOf(ended, bands);
    return first && last ? [{ move, first, last }] : [];
  });
}

/** The sets of the first day and of the last; undefined of a single day. */
function endsOf(performances: readonly Performance[]): [SetDone[], SetDone[]] | undefined {
  const days = performances.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === last) return undefined;
  const setsOn = (day: Day | undefined) =>
    performances.filter((performance) => performance.day === day).flatMap(({ sets }) => sets);
  return [setsOn(first), setsOn(last)];
}

/** The heaviest; of those the longest or the one of most repetitions; of equals the first. */
export function bestOf(sets: readonly SetDone[], bands: readonly string[]): SetDone | undefined {
  const weight = ({ load, band }: SetDone) => load ?? (band === undefined ? 0 : bands.indexOf(band) + 1);
  const amount = ({ reps, seconds }: SetDone) => seconds ?? reps ?? 0;
  return [...sets].sort((one, other) => weight(other) - weight(one) || amount(other) - amount(one))[0];
}

/** What a plan came to, of somebody who wrote down no sets. */
export interface Totals {
  readonly kept: number;
  readonly planned: number;
  /** Of the planned sessions that were kept, as they are estimated. */
  readonly minutes: number;
  readonly longest: number;
}

export function totalsOf(content: Content, file: MemberFile, today: Day): Totals {
  const { programme } = content;
  const { enrolment, member, workouts } = file;
  const standing = standingFor(programme, file, today);
  const sessions = new Map(plannedSessions(programme, enrolment, today).map((planned) => [planned.day, planned]));
  const minutes = standing.ledger.map(({ day, event }) => {
    if (event === 'repaired') return programme.floor.minutes;
    const planned = sessions.get(day);
    if (event !== 'kept' || planned === undefined) return 0;
    const workout = workouts.find((each) => each.day === day && each.repairs === undefined);
    if (workout?.size === 'floor') return programme.floor.minutes;
    return sessionFor(content, planned, { level: termsOn(enrolment, day).level, kit: member.kit }).minutes;
  });
  return {
    kept: standing.keptSessions,
    planned: standing.dueSessions,
    minutes: minutes.reduce((sum, each) => sum + each, 0),
    longest: standing.longest,
  };
}

/** Whether no session of the plan is left to do; never of one that stands still until further notice. */
export function isPlanOver(
  programme: Programme,
  file: Pick<MemberFile, 'enrolment' | 'workouts' | 'frozenDays'>,
  today: Day,
): boolean {
  if (lastPlannedDay(programme, file.enrolment) === undefined) return false;
  return today >= file.enrolment.startsOn && nextOpen(programme, file, today) === undefined;
}

/** What may come after a plan: the same once more, a level up, or three days that keep what there is. */
export const NEXT_PLANS = ['again', 'stronger', 'maintain'] as const;
export type NextPlan = (typeof NEXT_PLANS)[number];

export interface NextTerms {
  readonly level: Level;
  readonly trainingDays: readonly Weekday[];
}

/** The terms of what comes next; undefined where there is no level above theirs. */
export function termsNext(next: NextPlan, { level, trainingDays }: NextTerms): NextTerms | undefined {
  if (next === 'again') return { level, trainingDays };
  if (next === 'maintain') {
    // To keep what there is must never ask for more than there was.
    return { level: level === 'gentle' ? 'gentle' : 'standard', trainingDays: threeOf(trainingDays) };
  }
  const above = LEVELS[LEVELS.indexOf(level) + 1];
  return above && { level: above, trainingDays };
}

/** Three of somebody's training days, as evenly spread as they go; of equals the earliest in the week. */
function threeOf(days: readonly Weekday[]): readonly Weekday[] {
  const threes = days.flatMap((first, at) =>
    days.slice(at + 1).flatMap((second, after) =>
      days.slice(at + after + 2).map((third) => ({
        days: [first, second, third],
        uneven: (second - first) ** 2 + (third - second) ** 2 + (first + 7 - third) ** 2,
      })),
    ),
  );
  return threes.sort((one, other) => one.uneven - other.uneven)[0]?.days ?? days;
}
