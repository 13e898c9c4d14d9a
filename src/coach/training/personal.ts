import type { Content } from '../content.ts';
import { addDays, type Day } from '../day.ts';
import { minutesOf } from '../duration.ts';
import type { Loads } from '../load.ts';
import type { MemberFile } from '../member.ts';
import type { Performance } from '../performance.ts';
import type { Exercise, PlannedSession, Session } from '../plan.ts';
import { plannedSessions, termsOn } from '../programme.ts';
import { blockBeginsIn, daysOffBefore } from '../progression/layoff.ts';
import { targetFor } from '../progression/progression.ts';
import type { Target } from '../progression/target.ts';
import { sessionFor } from '../session.ts';
import { chosenOn, type MoveSwap } from './swaps.ts';

/** What a member has done, chosen and at hand. */
export interface TrainingHistory {
  /** By day, the oldest first. */
  readonly performances: readonly Performance[];
  readonly swaps: readonly MoveSwap[];
  readonly loads: Loads;
}

/**
 * A planned session as this member meets it: their level, kit and choice of moves, and for each move what comes after
 * all that they did of it before that day. A session later than `today` is as it would be if nothing else came between.
 */
export function personalSession(
  content: Content,
  file: MemberFile,
  history: TrainingHistory,
  planned: PlannedSession,
  today: Day,
): Session {
  const { member, enrolment } = file;
  const chosen = chosenOn(history.swaps, planned.day);
  const level = termsOn(enrolment, planned.day).level;
  const session = sessionFor(content, planned, { level, kit: member.kit, chosen });
  const main = aimed(content, session.main, { ...history, file, planned, today });
  const { circuit } = session;
  const parts = { warmUp: session.warmUp, main, coolDown: session.coolDown, ...(circuit && { circuit }) };
  return { ...session, main, minutes: minutesOf(parts, content.programme.pace) };
}

interface Occasion extends TrainingHistory {
  readonly file: MemberFile;
  readonly planned: PlannedSession;
  readonly today: Day;
}

/** The same exercises with what this member aims for on this occasion. */
export function aimed(content: Content, exercises: readonly Exercise[], occasion: Occasion): Exercise[] {
  const { planned, performances, loads } = occasion;
  return exercises.map((exercise) => {
    const { move, reps, seconds, variation } = exercise;
    const range = reps ?? seconds;
    if (range === undefined || move.role === 'mobility') return exercise;
    const past = performances.filter((done) => done.move === move.id && done.day < planned.day);
    const off = absenceSince(content, occasion, past.at(-1)?.day);
    const began = off === undefined ? undefined : blockBegan(content, occasion, off.until);
    const target = targetFor({
      move,
      performances: past,
      loads,
      start: { range, ...(variation && { variation }) },
      daysOff: off?.days ?? 0,
      ...(began !== undefined && { blockBeganOn: began }),
      isLight: isHeld(content, planned),
    });
    return withTarget(exercise, target);
  });
}

/** Nothing is concluded from a lighter week or a light day. */
export function isHeld({ programme }: Pick<Content, 'programme'>, { week, light }: PlannedSession): boolean {
  return light || programme.weeks.some((entry) => entry.week === week && entry.setsFactor !== undefined);
}

function withTarget({ variation: _, ...exercise }: Exercise, target: Target): Exercise {
  const { variation, range } = target;
  return {
    ...exercise,
    ...(exercise.reps === undefined ? { seconds: range } : { reps: range }),
    ...(variation && { variation }),
    target,
  };
}

/** Whole days without a session before `on`, as `layoff.ts` counts them; 0 for a day that is still to come. */
export function daysOff(
  { programme }: Pick<Content, 'programme'>,
  { enrolment, workouts }: Pick<MemberFile, 'enrolment' | 'workouts'>,
  on: Day,
): number {
  // The week after tells, too, how long the plan itself rests.
  const plannedDays = plannedSessions(programme, enrolment, addDays(on, 7)).map(({ day }) => day);
  return daysOffBefore({ trainedOn: workouts.map(({ day }) => day), plannedDays, on });
}

/** So many days off, until a day on which the member trained again, or is to. */
interface Absence {
  readonly days: number;
  readonly until: Day;
}

/**
 * The longest absence since a move was last done: what is done on the first day back says nothing of the moves that
 * come on the second.
 */
function absenceSince(
  content: Pick<Content, 'programme'>,
  { file, planned, today }: Occasion,
  lastDone: Day | undefined,
): Absence | undefined {
  if (lastDone === undefined) return undefined;
  const since = file.workouts.map(({ day }) => day).filter((day) => day > lastDone && day < planned.day);
  const returns = [...new Set(planned.day > today ? since : [...since, planned.day])];
  const absences = returns.map((until): Absence => ({ days: daysOff(content, file, until), until }));
  return absences.reduce<Absence | undefined>(
    (longest, absence) => (absence.days > (longest?.days ?? 0) ? absence : longest),
    undefined,
  );
}

/** The first session of the block that the member was in when they last trained before a day. */
function blockBegan({ programme }: Pick<Content, 'programme'>, { file }: Occasion, day: Day): Day | undefined {
  const last = lastTrained(file, day);
  const sessions = plannedSessions(programme, file.enrolment, day);
  const week = last && sessions.findLast(({ day }) => day <= last)?.week;
  if (week === undefined) return undefined;
  const first = blockBeginsIn(programme, week);
  return sessions.find((session) => session.week === first)?.day;
}

/** The latest day before `on` with a workout. */
export function lastTrained({ workouts }: Pick<MemberFile, 'workouts'>, on: Day): Day | undefined {
  return workouts
    .map(({ day }) => day)
    .filter((day) => day < on)
    .sort()
    .at(-1);
}

/** What comes of each of these moves the next time that the plan has it, with what is known by now. */
export interface NextTime {
  readonly day: Day;
  readonly exercise: Exercise;
}

/** How many planned sessions ahead are looked through: A and B, on either side of a lighter week. */
const LOOK_AHEAD = 6;

/** The next occurrence of each of these moves in the member's plan after a day, in the moves' order. */
export function nextTimes(
  content: Content,
  file: MemberFile,
  history: TrainingHistory,
  moves: readonly string[],
  after: Day,
): NextTime[] {
  const ahead = plannedSessions(content.programme, file.enrolment, addDays(after, 35))
    .filter(({ day }) => day > after)
    .slice(0, LOOK_AHEAD)
    .map((planned) => ({ planned, main: personalSession(content, file, history, planned, after).main }));
  return moves.flatMap((id): NextTime[] => {
    const next = ahead.find(({ main }) => main.some(({ move }) => move.id === id));
    const exercise = next?.main.find(({ move }) => move.id === id);
    return next === undefined || exercise === undefined ? [] : [{ day: next.planned.day, exercise }];
  });
}
