import { DAYS_BACK, outcomeOf, type WorkoutOutcome } from '../../coach/check-in.ts';
import { addDays, type Day } from '../../coach/day.ts';
import type { MemberFile, Workout } from '../../coach/member.ts';
import { firstStepId, type MilestoneId, together } from '../../coach/milestones.ts';
import { graceOf } from '../../coach/nudges.ts';
import type { Performance } from '../../coach/performance.ts';
import { milestoneKey } from '../../coach/post-key.ts';
import { type NextTime, nextTimes } from '../../coach/training/personal.ts';
import type { Context } from '../../discord/define-command.ts';
import type { DayInput } from '../../discord/inputs.ts';
import { UserError } from '../../messages/user-error.ts';
import type { CheckIn, CheckInSaid } from '../../store/interfaces/check-ins.ts';
import type { Store } from '../../store/store.ts';
import { historyOf } from './history.ts';
import { type Present, presentMember } from './session.ts';

/** Who checks in, and for which of their days. */
export interface Logging extends Present {
  readonly day: Day;
}

/** The day that somebody names, or the one that the button they pressed speaks of. */
export type Wanted = DayInput | { readonly spoken: Day } | undefined;

/** @throws UserError when they are not in the plan, or the day cannot be logged any more or yet */
export async function logging(context: Context, store: Store, wanted: Wanted): Promise<Logging> {
  const { file, today } = await presentMember(context, store);
  const day = dayMeant(wanted, today);
  const oldest = addDays(today, -DAYS_BACK);
  if (day > today) throw new UserError('dayInFuture', { day, today });
  if (day < oldest) throw new UserError('dayTooOld', { day, oldest });
  return { file, today, day };
}

function dayMeant(wanted: Wanted, today: Day): Day {
  if (wanted === undefined || wanted === 'today') return today;
  if (wanted === 'yesterday') return addDays(today, -1);
  if (typeof wanted === 'string') return wanted;
  // A post's date may lie ahead of the member's own: what is done now belongs to now.
  return wanted.spoken > today ? today : wanted.spoken;
}

/** What is logged of a workout. */
export interface Logged {
  readonly size: Workout['size'];
  readonly effort?: Workout['effort'];
  readonly repairs?: Day;
  readonly note?: string | undefined;
  /** Of each move, the sets that were said; none where only the workout was. */
  readonly performances: readonly Omit<Performance, 'day' | 'effort'>[];
}

export interface LoggedWorkout {
  readonly checkIn: CheckIn;
  readonly outcome: WorkoutOutcome;
  /** Those that are told to the member instead of the channel. */
  readonly milestones: readonly MilestoneId[];
  /** What comes of each move that was logged, the next time. */
  readonly next: readonly NextTime[];
}

/** Appends a workout with its sets, writes down what it crosses, and tells what comes next. Within a transaction. */
export async function logWorkout(
  context: Context,
  store: Store,
  { file, today, day }: Logging,
  { size, effort, repairs, note, performances }: Logged,
): Promise<LoggedWorkout> {
  const { content, now } = context;
  const checkIns = await store.checkIns.count(file.member.id);
  const said = { size, ...(effort && { effort }), ...(repairs && { repairs }) };
  const checkIn = await addCheckIn(context, store, { kind: 'workout', ...said, ...(note && { note }) }, file, day);
  if (performances.length > 0) await store.trainingFiles.addSets(checkIn.id, performances);
  const workout: Workout = { id: checkIn.id, day, madeAt: now, ...said };
  const outcome = outcomeOf(content.programme, file, workout, today, checkIns);
  const withIt = { ...file, workouts: [...file.workouts, workout] };
  const next = await comesNext(context, store, withIt, performances, today);
  const milestones = await tell(context, store, file, checkIn, [...outcome.milestones, ...firstSteps(next)]);
  return { checkIn, outcome, milestones, next };
}

/** The milestones of the moves that go a step up; each is reached once. */
export function firstSteps(next: readonly NextTime[]): MilestoneId[] {
  return next.filter(({ exercise }) => exercise.target?.isStep).map(({ exercise }) => firstStepId(exercise.move.id));
}

async function comesNext(
  { content }: Context,
  store: Store,
  file: MemberFile,
  performances: Logged['performances'],
  today: Day,
): Promise<NextTime[]> {
  if (performances.length === 0) return [];
  const history = await historyOf(store, content, file.member.id);
  const moves = [...new Set(performances.map(({ move }) => move))];
  return nextTimes(content, file, history, moves, today);
}

/** @throws UserError `alreadyRecorded` when this interaction was recorded before */
export async function addCheckIn(
  context: Context,
  store: Store,
  said: CheckInSaid,
  { member }: MemberFile,
  day: Day,
): Promise<CheckIn> {
  const source = { memberId: member.id, day, madeAt: context.now, sourceId: context.interactionId };
  const checkIn = await store.checkIns.add({ ...source, ...said });
  if (checkIn === undefined) throw new UserError('alreadyRecorded');
  return checkIn;
}

/**
 * Writes down the milestones that are new and owes them to the channel, in the check-in's own transaction: neither
 * is there without the other. First steps of several moves are one post.
 * @returns those that are told to the member instead, because they keep them private or no channel can be posted in.
 */
export async function tell(
  { serverId, now }: Context,
  store: Store,
  { member }: MemberFile,
  checkIn: Pick<CheckIn, 'id' | 'day'>,
  crossed: readonly MilestoneId[],
): Promise<MilestoneId[]> {
  if (crossed.length === 0) return [];
  const settings = await store.servers.settings(serverId);
  const inChannel = member.shareMilestones && settings !== undefined && settings.parked === undefined;
  const fresh: MilestoneId[] = [];
  for (const milestone of crossed) {
    if (await store.milestones.add(member.id, milestone, checkIn.day, checkIn.id)) fresh.push(milestone);
  }
  if (!inChannel) return fresh;
  for (const milestone of together(fresh)) {
    await store.deliveries.owe({
      serverId,
      kind: 'milestone',
      key: milestoneKey(member.id, milestone),
      status: 'pending',
      memberId: member.id,
      milestone,
      day: checkIn.day,
      dueAt: now,
      expiresAt: now + graceOf('milestone'),
    });
  }
  return [];
}
