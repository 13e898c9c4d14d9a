import { type Content, KITS, type ProgrammeWeek } from '../../coach/content.ts';
import { type Day, day } from '../../coach/day.ts';
import { clamp } from '../../coach/dose.ts';
import type { Enrolment, MemberFile } from '../../coach/member.ts';
import type { PlannedSession } from '../../coach/plan.ts';
import { plannedSessions, planOn, termsOn, weekOf } from '../../coach/programme.ts';
import { sessionFor } from '../../coach/session.ts';
import { personalSession, type TrainingHistory } from '../../coach/training/personal.ts';
import type { SessionStatus } from '../../messages/en/programme.ts';
import type { ProgrammeView, SessionView, WeekSummary, WeekView } from '../../messages/render/programme.ts';

/** A member who looks at the programme; what they see is their own. */
export interface Reader {
  readonly file: MemberFile;
  readonly history: TrainingHistory;
  readonly today: Day;
}

/** What somebody sees who is not in the plan: the standard level on Monday, Wednesday and Friday, with all kit. */
const AS_WRITTEN: Enrolment = {
  id: 0,
  startsOn: day('2026-01-05'),
  terms: [{ fromDay: day('2026-01-05'), level: 'standard', trainingDays: [1, 3, 5] }],
  pauses: [],
};

/** Later than any plan. */
const END_OF_TIME = day('9999-12-31');

/** A planned session, and the day on which it falls; absent where nobody knows it yet. */
interface Placed {
  readonly planned: PlannedSession;
  readonly day?: Day;
}

/** All weeks of the programme at a glance. */
export function programmeView(content: Content, reader: Reader | undefined): ProgrammeView {
  const { programme } = content;
  const placed = placedSessions(content, reader);
  const weeks = programme.weeks.map((week) => summaryOf(content, reader, week, runsOf(placed, week.week)));
  const { name } = programme;
  if (reader === undefined) return { name, weeks, asWrittenDays: AS_WRITTEN.terms[0]?.trainingDays.length ?? 0 };
  const { kind } = planOn(programme, reader.file.enrolment, reader.today);
  if (kind === 'before') return { name, weeks, standing: { kind, startsOn: reader.file.enrolment.startsOn } };
  return kind === 'paused' || kind === 'finished' ? { name, weeks, standing: { kind } } : { name, weeks };
}

/**
 * One week with its sessions, in order; the one at `chosen` is to be shown in full, and when absent or unknown the next.
 * @throws RangeError when the programme has no such week
 */
export function weekView(content: Content, reader: Reader | undefined, number: number, chosen?: number): WeekView {
  const { programme } = content;
  const week = programme.weeks.find((candidate) => candidate.week === number);
  if (week === undefined) throw new RangeError(`no week ${number}`);
  const runs = runsOf(placedSessions(content, reader), number);
  const run = runs.at(-1) ?? [];
  const sessions = run.map((placed) => sessionView(content, reader, placed));
  const isKnown = chosen !== undefined && chosen >= 0 && chosen < sessions.length;
  const next = run.findIndex(({ day: on }) => reader !== undefined && on !== undefined && on >= reader.today);
  const [first, last] = [programme.weeks[0]?.week ?? number, programme.weeks.at(-1)?.week ?? number];
  return {
    summary: summaryOf(content, reader, week, runs),
    about: programme.blocks[week.block].about,
    sessions,
    chosen: isKnown ? chosen : Math.max(0, next),
    earlier: runs.slice(0, -1).flatMap((before) => before.flatMap((placed) => earlierOf(reader, placed))),
    isStillToCome: run.some(({ day: on }) => reader !== undefined && (on === undefined || on > reader.today)),
    units: reader?.history.loads.units ?? 'metric',
    ...(number > first && { previous: number - 1 }),
    ...(number < last && { next: number + 1 }),
    ...(reader === undefined && { asWrittenDays: AS_WRITTEN.terms[0]?.trainingDays.length ?? 0 }),
  };
}

/** Every session of the plan in order. Behind a pause without end they stand without days. */
function placedSessions({ programme }: Content, reader: Reader | undefined): Placed[] {
  if (reader === undefined) return plannedSessions(programme, AS_WRITTEN, END_OF_TIME).map((planned) => ({ planned }));
  const { enrolment } = reader.file;
  const until = enrolment.pauses
    .flatMap(({ from, to }) => (to === undefined ? [from] : []))
    .sort()
    .at(0);
  if (until === undefined) return dated(plannedSessions(programme, enrolment, END_OF_TIME));
  const goingOn = { ...enrolment, pauses: enrolment.pauses.filter(({ to }) => to !== undefined) };
  const all = plannedSessions(programme, goingOn, END_OF_TIME);
  return [
    ...dated(all.filter(({ day: on }) => on < until)),
    ...all.filter(({ day: on }) => on >= until).map((planned) => ({ planned })),
  ];
}

function dated(sessions: readonly PlannedSession[]): Placed[] {
  return sessions.map((planned) => ({ planned, day: planned.day }));
}

/** The sessions of a week, each time that the plan comes through it: more than once where it went back. */
function runsOf(placed: readonly Placed[], week: number): Placed[][] {
  const runs: Placed[][] = [];
  for (const [index, one] of placed.entries()) {
    if (one.planned.week !== week) continue;
    const before = placed[index - 1]?.planned;
    const goesOn = before?.week === week && before.indexInWeek < one.planned.indexInWeek;
    if (goesOn) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs;
}

function summaryOf(
  content: Content,
  reader: Reader | undefined,
  week: ProgrammeWeek,
  runs: readonly (readonly Placed[])[],
): WeekSummary {
  const { programme } = content;
  const run = runs.at(-1) ?? [];
  const days = run.flatMap(({ day: on }) => on ?? []);
  const [first, last] = [days[0], days.at(-1)];
  const enrolment = reader?.file.enrolment ?? AS_WRITTEN;
  const level = termsOn(enrolment, run[0]?.planned.day ?? reader?.today ?? enrolment.startsOn).level;
  const rules = programme.levels[level];
  const circuits = run.filter(({ planned }) => planned.circuit);
  const rounds = circuits[0] && sessionFor(content, circuits[0].planned, { level, kit: KITS }).circuit?.rounds;
  const isNow = reader !== undefined && weekOf(programme, enrolment, reader.today) === week.week;
  return {
    week: week.week,
    blockName: programme.blocks[week.block].name,
    repsInReserve: week.repsInReserve,
    orMore: week.orMore ?? false,
    sets: clamp(week.sets + rules.setsChange, rules.sets),
    ...(week.setsFactor !== undefined && { share: week.setsFactor }),
    ...(rounds !== undefined && { circuits: circuits.length, rounds }),
    retest: week.retest ?? false,
    ...(first !== undefined && last !== undefined && { dates: { first, last } }),
    isAgain: runs.length > 1,
    isNow,
    isDateOpen: reader !== undefined && run.length > 0 && first === undefined,
  };
}

function sessionView(content: Content, reader: Reader | undefined, { planned, day: on }: Placed): SessionView {
  if (reader === undefined) {
    return { session: sessionFor(content, planned, { level: 'standard', kit: KITS }), did: [] };
  }
  const { file, history, today } = reader;
  const session = personalSession(content, file, history, planned, today);
  if (on === undefined) return { session, did: [] };
  const status = statusOf(reader, on);
  const did = history.performances.flatMap(({ move: id, day: done, sets }) => {
    const move = content.moves.get(id);
    return done === on && move !== undefined ? [{ move, sets }] : [];
  });
  return { session, day: on, ...(status && { status }), did };
}

function earlierOf(reader: Reader | undefined, { day: on }: Placed): { day: Day; status: SessionStatus }[] {
  const status = reader && on && statusOf(reader, on);
  return on === undefined || status === undefined ? [] : [{ day: on, status }];
}

/** What became of the session of a day by now; undefined while it is still to come. */
function statusOf({ file, today }: Reader, on: Day): SessionStatus | undefined {
  // One that makes good another day counts for that day.
  const own = file.workouts.filter((workout) => workout.day === on && workout.repairs === undefined);
  if (own.some(({ size }) => size === 'full')) return 'done';
  if (own.length > 0) return 'floor';
  if (file.workouts.some(({ repairs }) => repairs === on)) return 'repaired';
  if (on === today) return 'today';
  return on < today ? 'passed' : undefined;
}
