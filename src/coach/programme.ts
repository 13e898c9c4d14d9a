import type { Programme, SessionTemplate } from './content.ts';
import { type Day, dayFromNumber, dayNumber, type Weekday } from './day.ts';
import type { Enrolment, Terms } from './member.ts';
import type { PlannedDay, PlannedSession } from './plan.ts';
import { isPaused, planDays, planDaysBefore, weekdayAfter } from './plan-days.ts';

const DAYS_IN_WEEK = 7;
/** Whatever a change of terms brings together, the seventh day in a row is rest. */
const MOST_DAYS_IN_A_ROW = 6;

/** What `day` is in a member's plan. Having left counts before all else, and the end of the plan before a pause. */
export function planOn(programme: Programme, enrolment: Enrolment, day: Day): PlannedDay {
  if (hasLeft(enrolment, day)) return { kind: 'left' };
  if (day < enrolment.startsOn) return { kind: 'before', startsOn: enrolment.startsOn };
  const week = programme.weeks[weekIndex(enrolment, day)];
  if (week === undefined) return { kind: 'finished' };
  if (isPaused(enrolment, day)) return { kind: 'paused' };
  const session = plannedSessions(programme, enrolment, day).at(-1);
  return session?.day === day
    ? { kind: 'session', week: week.week, block: week.block, session }
    : { kind: 'rest', week: week.week, block: week.block };
}

/**
 * Every session planned up to and including `through`, oldest first. Terms, pauses and a leave that begin later change
 * nothing about the sessions before them.
 */
export function plannedSessions(programme: Programme, enrolment: Enrolment, through: Day): PlannedSession[] {
  const sessions = allSessions(programme, enrolment);
  const end = sessions.findIndex((session) => session.day > through);
  return end === -1 ? [...sessions] : sessions.slice(0, end);
}

// One check-in asks for the same plan half a dozen times.
const plans = new WeakMap<Enrolment, { readonly programme: Programme; readonly sessions: readonly PlannedSession[] }>();

function allSessions(programme: Programme, enrolment: Enrolment): readonly PlannedSession[] {
  const known = plans.get(enrolment);
  if (known?.programme === programme) return known.sessions;
  const sessions = [...sessionsOf(programme, enrolment)];
  plans.set(enrolment, { programme, sessions });
  return sessions;
}

/** The first session strictly after `after`, as things stand; undefined when none is left or a pause has no end. */
export function nextSession(programme: Programme, enrolment: Enrolment, after: Day): PlannedSession | undefined {
  return allSessions(programme, enrolment).find((session) => session.day > after);
}

/** The plan's week on `day`, 1 to 12; during a pause, the one that goes on after it. Undefined outside the plan. */
export function weekOf(programme: Programme, enrolment: Enrolment, day: Day): number | undefined {
  return hasLeft(enrolment, day) ? undefined : programme.weeks[weekIndex(enrolment, day)]?.week;
}

/** The last day of the last week, left or not; undefined while a pause has no end. */
export function lastPlannedDay(programme: Programme, enrolment: Enrolment): Day | undefined {
  const length = programme.weeks.length * DAYS_IN_WEEK;
  for (const { number, index } of planDays(enrolment)) if (index >= length - 1) return dayFromNumber(number);
  return undefined;
}

/** The terms in force on `day`; before the first ones begin, the first. */
export function termsOn(enrolment: Enrolment, day: Day): Terms {
  const terms = enrolment.terms.findLast((candidate) => candidate.fromDay <= day) ?? enrolment.terms[0];
  if (terms === undefined) throw new RangeError(`enrolment ${enrolment.id} has no terms`);
  return terms;
}

function hasLeft(enrolment: Enrolment, day: Day): boolean {
  return enrolment.leftOn !== undefined && day >= enrolment.leftOn;
}

/** 0 in week 1, negative before it. */
function weekIndex(enrolment: Enrolment, day: Day): number {
  return Math.floor(planDaysBefore(enrolment, day) / DAYS_IN_WEEK);
}

/** The sessions in order, each decided by what is in force on its own day, so that the past never changes. */
function* sessionsOf(programme: Programme, enrolment: Enrolment): Generator<PlannedSession> {
  const end = enrolment.leftOn === undefined ? Number.POSITIVE_INFINITY : dayNumber(enrolment.leftOn);
  let [ordinal, indexInWeek, slot, circuits] = [0, 0, 0, 0];
  let [inARow, lastTrained, lastCircuit] = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { number, index, weekday } of planDays(enrolment)) {
    const week = programme.weeks[Math.floor(index / DAYS_IN_WEEK)];
    if (week === undefined || number >= end) return;
    const dayInWeek = index % DAYS_IN_WEEK;
    if (dayInWeek === 0) [indexInWeek, slot, circuits] = [0, 0, 0];
    if (number - lastTrained > 1) inARow = 0;
    const day = dayFromNumber(number);
    const terms = termsOn(enrolment, day);
    if (!terms.trainingDays.includes(weekday) || inARow >= MOST_DAYS_IN_A_ROW) continue;
    const place = { week: week.week, dayInWeek, weekday, slot };
    slot += 1;
    const template = templateAt(programme, terms, place);
    if (template === undefined) continue;
    const light = number - lastCircuit === 1;
    const circuit = !light && closesWithCircuit(programme, terms, place, week.circuits - circuits);
    ordinal += 1;
    yield { day, week: week.week, ordinal, indexInWeek, template: template.id, circuit, light };
    indexInWeek += 1;
    inARow += 1;
    lastTrained = number;
    if (circuit) [circuits, lastCircuit] = [circuits + 1, number];
  }
}

/** A day in the plan: its week, 0 to 6 within it, and how many of the member's training days the week has had before. */
interface Place {
  readonly week: number;
  readonly dayInWeek: number;
  readonly weekday: Weekday;
  readonly slot: number;
}

/**
 * A circuit closes a strength session that no other follows on the next day, so that the light day after it costs
 * nothing: the first such session of the week when more than one circuit is still to come, otherwise the last.
 */
function closesWithCircuit(programme: Programme, terms: Terms, place: Place, circuitsLeft: number): boolean {
  if (circuitsLeft <= 0) return false;
  const strength = strengthFrom(programme, terms, place);
  const isCandidate = (ahead: number) => strength[ahead] === true && strength[ahead + 1] === false;
  if (!isCandidate(0)) return false;
  return circuitsLeft > 1 || !strength.some((_, ahead) => ahead > 0 && isCandidate(ahead));
}

/** Whether there is strength on each day from `place` to the first day of next week, if the terms stay as they are. */
function strengthFrom(programme: Programme, terms: Terms, place: Place): boolean[] {
  let { week, slot } = place;
  return Array.from({ length: DAYS_IN_WEEK - place.dayInWeek + 1 }, (_, ahead) => {
    if (place.dayInWeek + ahead === DAYS_IN_WEEK) [week, slot] = [week + 1, 0];
    if (!terms.trainingDays.includes(weekdayAfter(place.weekday, ahead))) return false;
    const template = templateAt(programme, terms, { week, slot });
    slot += 1;
    return template?.kind === 'strength';
  });
}

/** What the week's training day number `slot`, from 0, is given; undefined when the plan makes it a rest day. */
function templateAt(
  programme: Programme,
  terms: Terms,
  { week, slot }: Pick<Place, 'week' | 'slot'>,
): SessionTemplate | undefined {
  if (week > programme.weeks.length) return undefined;
  const patterns = programme.patterns[trainingDayCount(terms)];
  const id = patterns[(week - 1) % patterns.length]?.[slot];
  const template = programme.sessions.find((session) => session.id === id);
  const fourOnly = terms.trainingDays.length === 5 && week < programme.fiveDaysFromWeek[terms.level];
  return fourOnly && template?.kind !== 'strength' ? undefined : template;
}

function trainingDayCount(terms: Terms): keyof Programme['patterns'] {
  const count = terms.trainingDays.length;
  if (count === 3 || count === 4 || count === 5) return count;
  throw new RangeError(`no plan for ${count} training days a week`);
}
