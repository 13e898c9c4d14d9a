import { z } from 'zod';
import { outcomeOf, repairableOn } from '../../coach/check-in.ts';
import type { Content } from '../../coach/content.ts';
import type { Day } from '../../coach/day.ts';
import type { Units } from '../../coach/load.ts';
import type { Effort, MemberFile, Workout } from '../../coach/member.ts';
import { readSets, type Unread } from '../../coach/notation/set-notation.ts';
import type { Performance } from '../../coach/performance.ts';
import type { Exercise } from '../../coach/plan.ts';
import { planOn } from '../../coach/programme.ts';
import { isHeld, nextTimes, personalSession, type TrainingHistory } from '../../coach/training/personal.ts';
import type { Context, Reply } from '../../discord/define-command.ts';
import type { MessageBody } from '../../messages/parts.ts';
import { type MoveSets, setsForm, type WorkoutAnswer, workoutAnswer } from '../../messages/render/check-in.ts';
import { note } from '../../messages/render/note.ts';
import { UserError } from '../../messages/user-error.ts';
import type { CheckIn } from '../../store/interfaces/check-ins.ts';
import type { Store } from '../../store/store.ts';
import { historyOf } from './history.ts';
import { firstSteps, type LoggedWorkout, type Logging, logging, logWorkout, tell, type Wanted } from './log.ts';
import { type Present, presentMember } from './session.ts';
import { CHANGEABLE_FOR_MS } from './undo.ts';

export interface WorkoutWish {
  readonly effort?: Effort | undefined;
  /** As people write sets: `row 3x12@10; squat 12,12,10`. */
  readonly sets?: string | undefined;
  /** Ten minutes: they make good a missed session where one is open. */
  readonly short?: boolean | undefined;
  readonly note?: string | undefined;
  /** Two presses of one button are one session; a second session is logged by the command. */
  readonly oncePerDay?: boolean;
}

/** Logs a workout outside a guided session: alone, with how hard it was, or with its sets. */
export async function checkInWorkout(context: Context, wanted: Wanted, wish: WorkoutWish): Promise<Reply> {
  const { content, text } = context;
  return context.store.transaction(async (store) => {
    const who = await logging(context, store, wanted);
    const { startsOn } = who.file.enrolment;
    if (who.day < startsOn) throw new UserError('dayBeforeStart', { day: who.day, startsOn });
    if (wish.oncePerDay && who.file.workouts.some((workout) => workout.day === who.day)) {
      return { to: 'member', body: note(text.checkIn.already) };
    }
    const { performances, unread, units } = await readSaid(context, store, who, wish.sets);
    const repairs = wish.short && repairableOn(content.programme, who.file, who.day, who.today);
    const said = {
      size: wish.short ? ('floor' as const) : ('full' as const),
      performances,
      ...(wish.effort && { effort: wish.effort }),
      ...(repairs && { repairs }),
      ...(wish.note && { note: wish.note }),
    };
    const logged = await logWorkout(context, store, who, said);
    const asksEffort = isCounted(content, who);
    const answer = answerOf(content, who, logged, { ...said, units, unread, asksEffort });
    return { to: 'member', body: workoutAnswer(text, answer) };
  });
}

/** What the answer to a workout tells, however it was logged. */
export function answerOf(
  { moves }: Pick<Content, 'moves'>,
  { day, today }: Pick<Logging, 'day' | 'today'>,
  { checkIn, outcome, milestones, next }: Omit<LoggedWorkout, 'checkIn'> & { readonly checkIn: Pick<CheckIn, 'id'> },
  said: {
    readonly size: Workout['size'];
    readonly effort?: Effort;
    readonly repairs?: Day;
    readonly note?: string;
    /** Of the circuit, in a guided session. */
    readonly rounds?: number;
    readonly asksEffort: boolean;
    readonly performances: readonly Pick<Performance, 'move' | 'sets'>[];
    readonly units: Units;
    readonly unread: readonly Unread[];
  },
): WorkoutAnswer {
  return {
    checkInId: checkIn.id,
    day,
    isToday: day === today,
    size: said.size,
    ...(said.repairs !== undefined && { repairs: said.repairs }),
    extra: outcome.extra,
    streakBefore: outcome.before.streak,
    streak: outcome.after.streak,
    comeback: outcome.comeback,
    ...(outcome.next !== undefined && { next: outcome.next }),
    ...(outcome.weekDone !== undefined && { weekDone: outcome.weekDone }),
    ...(outcome.milestones.includes('completed') && { isEnd: true }),
    milestones,
    ...(said.effort && { effort: said.effort }),
    ...(said.note && { note: said.note }),
    done: moveSets(moves, said.performances),
    rounds: said.rounds ?? 0,
    asksEffort: said.asksEffort,
    nextTimes: next,
    unread: said.unread,
    units: said.units,
    moves,
  };
}

function moveSets(moves: Content['moves'], performances: readonly Pick<Performance, 'move' | 'sets'>[]): MoveSets[] {
  return performances.flatMap(({ move, sets }) => {
    const known = moves.get(move);
    return known === undefined ? [] : [{ move: known, sets }];
  });
}

interface Typed {
  readonly performances: readonly Omit<Performance, 'day' | 'effort'>[];
  readonly unread: readonly Unread[];
}

/** Most say nothing but that it is done: then nothing is looked up, and there is no load to show in any units. */
async function readSaid(
  { content }: Context,
  store: Store,
  who: Logging,
  typed: string | undefined,
): Promise<Typed & { readonly units: Units }> {
  if (typed === undefined) return { performances: [], unread: [], units: 'metric' };
  const history = await historyOf(store, content, who.file.member.id);
  return { ...readTyped(content, who, history, typed), units: history.loads.units };
}

/** Reads sets as those of the day's session, where they are. */
function readTyped(
  content: Content,
  { file, today, day }: Pick<Logging, 'file' | 'today' | 'day'>,
  history: TrainingHistory,
  typed: string,
): Typed {
  const { exercises, held } = sessionOn(content, { file, today, day }, history);
  const { read, unread } = readSets(typed, {
    moves: content.moves,
    todays: exercises.map(({ move }) => move.id),
    units: history.loads.units,
    bands: content.programme.bands,
  });
  const performances = read.map(({ move, sets }) => {
    const variation = exercises.find((exercise) => exercise.move.id === move)?.variation;
    return { move, sets, held, ...(variation && { variation }) };
  });
  return { performances, unread };
}

function sessionOn(
  content: Content,
  { file, today, day }: Pick<Logging, 'file' | 'today' | 'day'>,
  history: TrainingHistory,
): { readonly exercises: readonly Exercise[]; readonly held: boolean } {
  const plan = planOn(content.programme, file.enrolment, day);
  if (plan.kind !== 'session') return { exercises: [], held: false };
  const { main } = personalSession(content, file, history, plan.session, today);
  return { exercises: main, held: isHeld(content, plan.session) };
}

/** How hard it was says nothing of a day of stretching. */
function isCounted({ programme }: Content, { file, day }: Pick<Logging, 'file' | 'day'>): boolean {
  const plan = planOn(programme, file.enrolment, day);
  const template = plan.kind === 'session' ? plan.session.template : undefined;
  return programme.sessions.find(({ id }) => id === template)?.kind !== 'mobility';
}

/** `17.row 3xx12`: a workout, and what was typed of it before. */
export const setsArgument = z.string().transform((text, issues) => {
  const match = /^(\d{1,15})\.(.*)$/s.exec(text);
  if (match === null) issues.issues.push({ code: 'custom', input: text, message: 'no workout' });
  return match === null ? z.NEVER : { checkInId: Number(match[1]), typed: match[2] ?? '' };
});

/** The form that takes the sets of a workout. */
export async function askSets(
  context: Context,
  { checkInId, typed }: { readonly checkInId: number; readonly typed: string },
): Promise<Reply> {
  await workoutOf(context, context.store, checkInId);
  return { to: 'form', form: setsForm(context.text, `${checkInId}.`, typed) };
}

/** Adds sets to a workout that is logged. */
export async function addSets(context: Context, checkInId: number, typed: string): Promise<Reply> {
  const { content } = context;
  return context.store.transaction(async (store) => {
    const kept = await workoutOf(context, store, checkInId);
    const { file, today, workout } = kept;
    const history = await historyOf(store, content, file.member.id);
    const { performances, unread } = readTyped(content, { file, today, day: workout.day }, history, typed);
    await store.trainingFiles.addSets(workout.id, performances);
    return { to: 'update', body: await changedAnswer(context, store, kept, unread) };
  });
}

/** Adds to a workout how hard it was: one tap. */
export async function rate(context: Context, checkInId: number, effort: Effort): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const kept = await workoutOf(context, store, checkInId);
    const { workout } = kept;
    if (workout.effort === undefined) await store.checkIns.rate(workout.id, effort);
    const rated = { ...workout, effort: workout.effort ?? effort };
    return { to: 'update', body: await changedAnswer(context, store, { ...kept, workout: rated }, []) };
  });
}

/** A workout that was logged, as it stands. */
export interface Kept {
  readonly file: MemberFile;
  readonly today: Day;
  readonly workout: Workout;
  readonly note?: string;
}

/** @throws UserError when it is not theirs, was taken back, or is older than a day */
export async function workoutOf(context: Context, store: Store, checkInId: number): Promise<Kept> {
  const { file, today } = await presentMember(context, store);
  // The button may be on an answer from before an edit.
  const checkIn: CheckIn | undefined = await store.checkIns.latest(checkInId);
  if (checkIn?.memberId !== file.member.id) throw new UserError('notYours');
  const workout = file.workouts.find(({ id }) => id === checkIn.id);
  if (workout === undefined) throw new UserError('undoneAlready');
  if (context.now - checkIn.madeAt > CHANGEABLE_FOR_MS) throw new UserError('addTooLate');
  return { file, today, workout, ...(checkIn.note !== undefined && { note: checkIn.note }) };
}

/** The answer to a workout as it stands now; undefined when it was taken back, or is older than a day. */
export async function answerAsOfNow(
  context: Context,
  store: Store,
  { file, today }: Present,
  checkInId: number,
): Promise<MessageBody | undefined> {
  const checkIn = await store.checkIns.latest(checkInId);
  const workout = file.workouts.find(({ id }) => id === checkIn?.id);
  if (checkIn === undefined || workout === undefined) return undefined;
  if (context.now - checkIn.madeAt > CHANGEABLE_FOR_MS) return undefined;
  const kept = { file, today, workout, ...(checkIn.note !== undefined && { note: checkIn.note }) };
  return changedAnswer(context, store, kept, []);
}

/** The answer to a workout that was logged before, as it stands now that something was added to it or edited. */
export async function changedAnswer(
  context: Context,
  store: Store,
  { file, today, workout, note }: Kept,
  unread: readonly Unread[],
  isEdited = false,
): Promise<MessageBody> {
  const { content, text } = context;
  const { id, day, size, effort, repairs } = workout;
  const history = await historyOf(store, content, file.member.id);
  const performances = await store.trainingFiles.ofCheckIn(id);
  const others = file.workouts.filter((other) => other.id !== id);
  const outcome = outcomeOf(content.programme, { ...file, workouts: others }, workout, today, 0);
  const moves = performances.map(({ move }) => move);
  const next = nextTimes(content, file, history, moves, today);
  const milestones = await tell(context, store, file, { id, day }, firstSteps(next));
  const logged = { checkIn: { id }, outcome: { ...outcome, comeback: false }, milestones, next };
  const said = {
    size,
    performances,
    units: history.loads.units,
    unread,
    asksEffort: isCounted(content, { file, day }),
    ...(effort && { effort }),
    ...(repairs && { repairs }),
    ...(note && { note }),
  };
  return workoutAnswer(text, { ...answerOf(content, { day, today }, logged, said), isEdited });
}
