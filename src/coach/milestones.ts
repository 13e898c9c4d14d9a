import type { Programme } from './content.ts';
import type { Day } from './day.ts';
import type { MemberFile } from './member.ts';
import { lastPlannedDay, plannedSessions } from './programme.ts';
import type { Standing } from './streak.ts';

/** What milestones are measured by. Each only counts; which number is one is in the table. */
export interface Facts {
  /** Of any kind. */
  readonly checkIns: number;
  /** Planned sessions kept in a row. */
  readonly streak: number;
  /** Planned sessions kept in all. */
  readonly sessions: number;
  /** The last programme week whose last planned session is behind the member. */
  readonly weeks: number;
  /** 1 when the latest kept session was the first after a lost streak. */
  readonly comebacks: 0 | 1;
  /** 1 when the last week's last session is behind. */
  readonly completed: 0 | 1;
}

interface Milestone {
  /** Kebab-case, for ever: members have reached it under this name. */
  readonly id: string;
  readonly fact: keyof Facts;
  readonly reachedAt: number;
}

/** In the order in which they are told when one check-in reaches several: coming back before any long run. */
export const MILESTONES = [
  { id: 'first-check-in', fact: 'checkIns', reachedAt: 1 },
  { id: 'comeback', fact: 'comebacks', reachedAt: 1 },
  { id: 'completed', fact: 'completed', reachedAt: 1 },
  { id: 'week-2', fact: 'weeks', reachedAt: 2 },
  { id: 'week-4', fact: 'weeks', reachedAt: 4 },
  { id: 'week-6', fact: 'weeks', reachedAt: 6 },
  { id: 'week-8', fact: 'weeks', reachedAt: 8 },
  { id: 'week-12', fact: 'weeks', reachedAt: 12 },
  { id: 'streak-3', fact: 'streak', reachedAt: 3 },
  { id: 'streak-7', fact: 'streak', reachedAt: 7 },
  { id: 'streak-14', fact: 'streak', reachedAt: 14 },
  { id: 'streak-21', fact: 'streak', reachedAt: 21 },
  { id: 'streak-30', fact: 'streak', reachedAt: 30 },
  { id: 'streak-40', fact: 'streak', reachedAt: 40 },
  { id: 'streak-50', fact: 'streak', reachedAt: 50 },
  { id: 'streak-60', fact: 'streak', reachedAt: 60 },
  { id: 'sessions-10', fact: 'sessions', reachedAt: 10 },
  { id: 'sessions-25', fact: 'sessions', reachedAt: 25 },
  { id: 'sessions-50', fact: 'sessions', reachedAt: 50 },
] as const satisfies readonly Milestone[];

/** One of the table's. */
export type TableMilestone = (typeof MILESTONES)[number]['id'];

const FIRST_STEP = 'first-step-';

/** A move's first step up: one for each move, by its id. A post may tell several: `first-step-row+squat`. */
export type FirstStep = `${typeof FIRST_STEP}${string}`;

export type MilestoneId = TableMilestone | FirstStep;

export function isTableMilestone(id: unknown): id is TableMilestone {
  return MILESTONES.some((milestone) => milestone.id === id);
}

export function isMilestoneId(id: unknown): id is MilestoneId {
  return isTableMilestone(id) || (typeof id === 'string' && id.startsWith(FIRST_STEP));
}

export function firstStepId(move: string): FirstStep {
  return `${FIRST_STEP}${move}`;
}

/** The moves whose first step it is; undefined when it is another milestone. */
export function movesOfFirstStep(id: string): string[] | undefined {
  return id.startsWith(FIRST_STEP) ? id.slice(FIRST_STEP.length).split('+') : undefined;
}

/** Discord's custom ids hold 100 characters, and this is a part of one. */
const LONGEST_TOLD = 60;

/** The milestones as they are told: first steps of several moves together, as many as fit. */
export function together(ids: readonly MilestoneId[]): MilestoneId[] {
  const told: MilestoneId[] = [];
  for (const id of ids) {
    const last = told.at(-1);
    const [moves, before] = [movesOfFirstStep(id), last && movesOfFirstStep(last)];
    const joined = moves && before && firstStepId([...before, ...moves].join('+'));
    if (joined && joined.length <= LONGEST_TOLD) told[told.length - 1] = joined;
    else told.push(id);
  }
  return told;
}

/** The milestones between two sets of facts, in the order in which they are told. A member may cross one again. */
export function crossed(before: Facts, after: Facts): TableMilestone[] {
  return MILESTONES.filter(({ fact, reachedAt }) => before[fact] < reachedAt && after[fact] >= reachedAt).map(
    ({ id }) => id,
  );
}

/** Those that one more check-in of sleep or water crosses: it adds to the number of check-ins, and to nothing else. */
export function crossedByLog(checkIns: number): TableMilestone[] {
  return MILESTONES.filter(({ fact, reachedAt }) => fact === 'checkIns' && reachedAt === checkIns + 1).map(
    ({ id }) => id,
  );
}

/**
 * The facts of a member as of `today`.
 * @param standing of the same file and day
 * @param checkIns how many check-ins of any kind stand
 */
export function factsOf(
  programme: Programme,
  { enrolment, workouts }: Pick<MemberFile, 'enrolment' | 'workouts'>,
  standing: Pick<Standing, 'streak' | 'keptSessions' | 'comeback'>,
  checkIns: number,
  today: Day,
): Facts {
  const sessions = plannedSessions(programme, enrolment, lastPlannedDay(programme, enrolment) ?? today);
  const trained = workouts.map(({ day }) => day).filter((day) => day <= today);
  const weeks = weeksBehind(sessions, trained, programme.weeks.length);
  return {
    checkIns,
    streak: standing.streak,
    sessions: standing.keptSessions,
    weeks,
    comebacks: standing.comeback ? 1 : 0,
    completed: weeks >= programme.weeks.length ? 1 : 0,
  };
}

/**
 * The last week that is over on the latest day on which the member trained: its last planned session was on that day
 * or before it, kept or not. So a week's milestone is crossed by a workout, not by the calendar.
 */
function weeksBehind(
  sessions: readonly { readonly day: Day; readonly week: number }[],
  trained: readonly Day[],
  lastWeek: number,
): number {
  const latest = trained.reduce<Day | undefined>(
    (last, day) => (last === undefined || day > last ? day : last),
    undefined,
  );
  let weeks = 0;
  for (const [index, { day, week }] of sessions.entries()) {
    if (latest === undefined || day > latest) break;
    const next = sessions[index + 1];
    // Where the plan goes back, the weeks that come again are not behind: neither those left whole, nor one left midway.
    const isOver = next === undefined ? week >= lastWeek : next.week > week;
    weeks = isOver ? week : Math.min(weeks, week - 1);
  }
  return weeks;
}
