import type { Programme } from '../content.ts';
import { type Day, daysBetween, WEEKDAYS, weekdayOf } from '../day.ts';

/** What an absence does to the loads. */
export interface Layoff {
  /** So much is taken off. */
  readonly percent: 0 | 10 | 20;
  /** The block begins again. */
  readonly restarts: boolean;
}

/** The shortest absence that takes something off. */
export const LONG_ABSENCE = 8;
const REPEATS_A_WEEK = 15;
const LONGEST_BEFORE_RESTART = 28;

/**
 * What so many whole days off ask for: up to 2 nothing (undefined), 3–7 the same once more, 8–14 a tenth less, 15–28 a
 * fifth less, from 29 on a fifth less and the block from its beginning.
 */
export function layoffOf(daysOff: number): Layoff | undefined {
  if (daysOff < 3) return undefined;
  if (daysOff < LONG_ABSENCE) return { percent: 0, restarts: false };
  if (daysOff < REPEATS_A_WEEK) return { percent: 10, restarts: false };
  return { percent: 20, restarts: daysOff > LONGEST_BEFORE_RESTART };
}

/**
 * Whole days without a session before `on`, when they are more than the plan's own rest: a planned session lay between
 * the last trained day and `on` (all such were missed), or the days are more than the longest rest between the weekdays
 * that the plan trains on just before and just after (a pause took its sessions out of the plan). 0 otherwise, and when
 * nobody trained before `on`. A session that was planned for `on` itself is not missed yet.
 */
export function daysOffBefore({
  trainedOn,
  plannedDays,
  on,
}: {
  trainedOn: readonly Day[];
  plannedDays: readonly Day[];
  on: Day;
}): number {
  const last = trainedOn.reduce<Day | undefined>(
    (latest, day) => (day < on && (latest === undefined || day > latest) ? day : latest),
    undefined,
  );
  if (last === undefined) return 0;
  const daysOff = daysBetween(last, on) - 1;
  const hasMissed = plannedDays.some((day) => day > last && day < on);
  return hasMissed || daysOff > longestRest(plannedDays, last, on) ? daysOff : 0;
}

const DAYS_IN_WEEK = 7;
/** Every whole week of a plan has as many sessions at least. */
const FEWEST_SESSIONS = 3;

/**
 * Whole days of the longest rest in a week like the one that ends on `last` or the one that begins with `on`, whichever
 * rests longer. A week that the plan's start, end or another pause cuts short says little, so two such are put together.
 */
function longestRest(plannedDays: readonly Day[], last: Day, on: Day): number {
  const isInWeek = (days: number) => days >= 0 && days < DAYS_IN_WEEK;
  const before = plannedDays.filter((day) => isInWeek(daysBetween(day, last)));
  const after = plannedDays.filter((day) => isInWeek(daysBetween(on, day)));
  const whole = [before, after].filter((week) => week.length >= FEWEST_SESSIONS);
  return Math.max(...(whole.length > 0 ? whole : [[...before, ...after]]).map(longestRestOfWeek));
}

function longestRestOfWeek(trainingDays: readonly Day[]): number {
  const trained = WEEKDAYS.map((weekday) => trainingDays.some((day) => weekdayOf(day) === weekday));
  let [longest, rest] = [0, 0];
  // Twice over, for a rest may go from one week into the next.
  for (const isTrained of [...trained, ...trained]) {
    rest = isTrained ? 0 : rest + 1;
    longest = Math.max(longest, rest);
  }
  return Math.min(longest, DAYS_IN_WEEK - 1);
}

/**
 * How many whole weeks the plan goes back on return. Up to 14 days off: none, the week goes on. 15–28: back to the week
 * last trained in, at least by one week. Longer: to the first week of the block of the week last trained in. Never
 * before week 1, and never forward.
 */
export function setbackOf({
  programme,
  daysOff,
  lastWeek,
  week,
}: {
  programme: Programme;
  daysOff: number;
  /** The plan's week in which the member last trained. */
  lastWeek: number;
  /** The plan's week on the day of return, as things stand. */
  week: number;
}): number {
  if (daysOff < REPEATS_A_WEEK) return 0;
  const back =
    daysOff > LONGEST_BEFORE_RESTART ? week - blockBeginsIn(programme, lastWeek) : Math.max(1, week - lastWeek);
  return Math.max(0, Math.min(back, week - 1));
}

/** The first week of the block that `week` belongs to. A lighter week belongs to the block before it, and ends it. */
export function blockBeginsIn(programme: Programme, week: number): number {
  const first = programme.weeks.findLast(
    (candidate, index) =>
      candidate.week <= week && candidate.block !== 'lighter' && candidate.block !== programme.weeks[index - 1]?.block,
  );
  return first?.week ?? 1;
}
