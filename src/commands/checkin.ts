import { z } from 'zod';
import { DAYS_BACK, outcomeOf, standingFor } from '../coach/check-in.ts';
import { todayOf } from '../coach/clock.ts';
import { addDays, type Day, HOUR } from '../coach/day.ts';
import { EFFORTS, type MemberFile, type Workout } from '../coach/member.ts';
import { crossedByLog, type MilestoneId } from '../coach/milestones.ts';
import { graceOf } from '../coach/nudges.ts';
import { dayOfKey, milestoneKey } from '../coach/post-key.ts';
import {
  action,
  type Context,
  defineCommand,
  form,
  press,
  type Reply,
  type Suggest,
} from '../discord/define-command.ts';
import { type DayInput, dayInput, suggestDays } from '../discord/inputs.ts';
import { en } from '../messages/en.ts';
import { sleepAnswer, undoneAnswer, waterAnswer, workoutAnswer } from '../messages/render/check-in.ts';
import { note } from '../messages/render/note.ts';
import { sleepForm } from '../messages/render/nudge.ts';
import { UserError } from '../messages/user-error.ts';
import type { CheckIn, NewCheckIn, Store } from '../store/store.ts';

const t = en.commands.checkin;
const UNDO_FOR_MS = 24 * HOUR;

/** Kept to the half hour: nobody knows it closer. */
const hours = z
  .number()
  .min(0.5)
  .max(24)
  .describe(t.hours)
  .transform((given) => Math.round(given * 2) / 2);
const day = dayInput(t.day).optional();
/** The day that a button's post or card speaks of. */
const dayOfButton = z.string().transform((key, issues): Day => {
  const spoken = dayOfKey(key);
  if (spoken === undefined) issues.issues.push({ code: 'custom', input: key, message: 'no day' });
  return spoken ?? z.NEVER;
});

const recentDays: Suggest = async (_typed, { store, serverId, userId, now }) => {
  const file = await store.members.file(serverId, userId);
  return file === undefined ? [] : suggestDays(todayOf(file.member.clock, now), DAYS_BACK);
};

export default defineCommand({
  description: t.description,
  actions: {
    workout: action({
      description: t.workout,
      options: z.object({
        effort: z.enum(EFFORTS).meta({ description: t.effort, labels: en.efforts }).optional(),
        day,
      }),
      suggest: { day: recentDays },
      run: (context, { effort, day }) => logWorkout(context, day, { effort }),
    }),
    sleep: action({
      description: t.sleep,
      options: z.object({ hours, day }),
      suggest: { day: recentDays },
      run: (context, { hours, day }) => logSleep(context, day, hours),
    }),
    water: action({
      description: t.water,
      options: z.object({ glasses: z.int().min(1).max(20).describe(t.glasses), day }),
      suggest: { day: recentDays },
      run: (context, { glasses, day }) => logWater(context, day, glasses),
    }),
  },

  buttons: {
    done: press({
      argument: dayOfButton,
      run: (context, spoken) => logWorkout(context, { spoken }, { oncePerDay: true }),
    }),
    undo: press({ argument: z.coerce.number().int().positive(), run: undo }),
    'log-sleep': press({
      argument: dayOfButton,
      async run({ store, serverId, userId, text }, spoken) {
        if ((await store.members.file(serverId, userId)) === undefined) throw new UserError('notEnrolled');
        return { to: 'form', form: sleepForm(text, `sleep.${spoken}`) };
      },
    }),
    'log-water': press({
      argument: dayOfButton,
      run: (context, spoken) => logWater(context, { spoken }, 1),
    }),
  },

  forms: {
    sleep: form({
      argument: dayOfButton,
      // People type a comma where their language does.
      fields: z.object({ hours: z.preprocess((typed) => Number(String(typed).replace(',', '.')), hours) }),
      run: (context, spoken, { hours }) => logSleep(context, { spoken }, hours),
    }),
  },
});

/** Who checks in, and on which of their days. */
interface Logging {
  readonly file: MemberFile;
  readonly today: Day;
  readonly day: Day;
}

/** The day that somebody names, or the one that the button they pressed speaks of. */
type Wanted = DayInput | { readonly spoken: Day } | undefined;

async function logging({ store, serverId, userId, now }: Context, wanted: Wanted): Promise<Logging> {
  const file = await store.members.file(serverId, userId);
  if (file === undefined) throw new UserError('notEnrolled');
  const today = todayOf(file.member.clock, now);
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

interface WorkoutWish {
  readonly effort?: Workout['effort'];
  /** Two presses of one button are one session; a second session is logged by the command. */
  readonly oncePerDay?: boolean;
}

async function logWorkout(context: Context, wanted: Wanted, wish: WorkoutWish): Promise<Reply> {
  const { effort, oncePerDay } = wish;
  const { content, now, text } = context;
  return context.store.transaction(async (store) => {
    const { file, today, day } = await logging({ ...context, store }, wanted);
    const { startsOn } = file.enrolment;
    if (day < startsOn) throw new UserError('dayBeforeStart', { day, startsOn });
    if (oncePerDay && file.workouts.some((workout) => workout.day === day)) {
      return { to: 'member', body: note(text.checkIn.already) };
    }
    const checkIns = await store.checkIns.count(file.member.id);
    const checkIn = await add(context, store, { kind: 'workout', size: 'full', ...(effort && { effort }) }, file, day);
    const workout: Workout = { id: checkIn.id, day, madeAt: now, size: 'full', ...(effort && { effort }) };
    const outcome = outcomeOf(content.programme, file, workout, today, checkIns);
    const milestones = await tell(context, store, file, checkIn, outcome.milestones);
    const answer = workoutAnswer(text, {
      checkInId: checkIn.id,
      day,
      isToday: day === today,
      extra: outcome.extra,
      streakBefore: outcome.before.streak,
      streak: outcome.after.streak,
      comeback: outcome.comeback,
      ...(outcome.next !== undefined && { next: outcome.next }),
      milestones,
    });
    return { to: 'member', body: answer };
  });
}

async function logSleep(context: Context, wanted: Wanted, hours: number): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const { file, day } = await logging({ ...context, store }, wanted);
    const checkIns = await store.checkIns.count(file.member.id);
    const checkIn = await add(context, store, { kind: 'sleep', hours }, file, day);
    const milestones = await tell(context, store, file, checkIn, crossedByLog(checkIns));
    return { to: 'member', body: sleepAnswer(context.text, { checkInId: checkIn.id, day, hours, milestones }) };
  });
}

async function logWater(context: Context, wanted: Wanted, glasses: number): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const { file, day } = await logging({ ...context, store }, wanted);
    const checkIns = await store.checkIns.count(file.member.id);
    const checkIn = await add(context, store, { kind: 'water', glasses }, file, day);
    const milestones = await tell(context, store, file, checkIn, crossedByLog(checkIns));
    const total = (await store.checkIns.onDay(file.member.id, day)).waterGlasses;
    const answer = { checkInId: checkIn.id, day, glasses, total, milestones };
    return { to: 'member', body: waterAnswer(context.text, answer) };
  });
}

type Logged = NewCheckIn extends infer Each
  ? Each extends NewCheckIn
    ? Omit<Each, 'memberId' | 'day' | 'madeAt' | 'sourceId'>
    : never
  : never;

async function add(context: Context, store: Store, logged: Logged, file: MemberFile, day: Day): Promise<CheckIn> {
  const source = { memberId: file.member.id, day, madeAt: context.now, sourceId: context.interactionId };
  const checkIn = await store.checkIns.add({ ...source, ...logged });
  if (checkIn === undefined) throw new UserError('alreadyRecorded');
  return checkIn;
}

/**
 * Writes down the milestones that are new and owes them to the channel, in the check-in's own transaction: neither
 * is there without the other.
 * @returns those that are told to the member instead, because they keep them private or no channel can be posted in.
 */
async function tell(
  { serverId, now }: Context,
  store: Store,
  { member }: MemberFile,
  checkIn: CheckIn,
  crossed: readonly MilestoneId[],
): Promise<MilestoneId[]> {
  if (crossed.length === 0) return [];
  const settings = await store.servers.settings(serverId);
  const inChannel = member.shareMilestones && settings !== undefined && settings.parked === undefined;
  const here: MilestoneId[] = [];
  for (const milestone of crossed) {
    if (!(await store.milestones.add(member.id, milestone, checkIn.day, checkIn.id))) continue;
    if (!inChannel) {
      here.push(milestone);
      continue;
    }
    const key = milestoneKey(member.id, milestone);
    const when = { day: checkIn.day, dueAt: now, expiresAt: now + graceOf('milestone') };
    await store.deliveries.owe({
      serverId,
      kind: 'milestone',
      key,
      status: 'pending',
      memberId: member.id,
      milestone,
      ...when,
    });
  }
  return here;
}

async function undo({ store, serverId, userId, now, content, text }: Context, checkInId: number): Promise<Reply> {
  const file = await store.members.file(serverId, userId);
  const checkIn = await store.checkIns.byId(checkInId);
  if (file === undefined || checkIn?.memberId !== file.member.id) throw new UserError('notYours');
  if (now - checkIn.madeAt > UNDO_FOR_MS) throw new UserError('undoTooLate');
  if (!(await store.checkIns.undo(checkInId, now))) throw new UserError('undoneAlready');
  if (checkIn.kind !== 'workout') return { to: 'update', body: undoneAnswer(text, undefined) };
  const workouts = file.workouts.filter(({ id }) => id !== checkInId);
  const standing = standingFor(content.programme, { ...file, workouts }, todayOf(file.member.clock, now));
  return { to: 'update', body: undoneAnswer(text, standing.streak) };
}
