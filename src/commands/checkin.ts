import { z } from 'zod';
import { DAYS_BACK } from '../coach/check-in.ts';
import { todayOf } from '../coach/clock.ts';
import type { Day } from '../coach/day.ts';
import { EFFORTS } from '../coach/member.ts';
import { crossedByLog } from '../coach/milestones.ts';
import { dayOfKey } from '../coach/post-key.ts';
import {
  action,
  type Context,
  defineCommand,
  form,
  press,
  type Reply,
  type Suggest,
} from '../discord/define-command.ts';
import { dayInput, suggestDays } from '../discord/inputs.ts';
import { en } from '../messages/en.ts';
import { SETS_LENGTH, sleepAnswer, waterAnswer } from '../messages/render/check-in.ts';
import { sleepForm } from '../messages/render/nudge.ts';
import { UserError } from '../messages/user-error.ts';
import { addCheckIn, logging, tell, type Wanted } from './training/log.ts';
import { undo } from './training/undo.ts';
import { addSets, askSets, checkInWorkout, rate, setsArgument } from './training/workout.ts';

const t = en.commands.checkin;

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
const effort = z.enum(EFFORTS);
const sets = z.string().min(1).max(SETS_LENGTH);

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
        effort: effort.meta({ description: t.effort, labels: en.efforts }).optional(),
        sets: sets.describe(t.sets).optional(),
        day,
      }),
      suggest: { day: recentDays },
      run: (context, { day, ...said }) => checkInWorkout(context, day, said),
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
      run: (context, spoken) => checkInWorkout(context, { spoken }, { oncePerDay: true }),
    }),
    rate: press({
      argument: z
        .string()
        .transform((text) => ({ checkInId: text.split('.')[0], rated: text.split('.')[1] }))
        .pipe(z.object({ checkInId: z.coerce.number<string | undefined>().int().positive(), rated: effort })),
      run: (context, { checkInId, rated }) => rate(context, checkInId, rated),
    }),
    'add-sets': press({ argument: setsArgument, run: (context, wanted) => askSets(context, wanted) }),
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
    'add-sets': form({
      argument: setsArgument,
      fields: z.object({ sets }),
      run: (context, { checkInId }, { sets: typed }) => addSets(context, checkInId, typed),
    }),
  },
});

async function logSleep(context: Context, wanted: Wanted, hours: number): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const { file, day } = await logging(context, store, wanted);
    const checkIns = await store.checkIns.count(file.member.id);
    const checkIn = await addCheckIn(context, store, { kind: 'sleep', hours }, file, day);
    const milestones = await tell(context, store, file, checkIn, crossedByLog(checkIns));
    const { text, content } = context;
    const answer = { checkInId: checkIn.id, day, hours, milestones };
    return { to: 'member', body: sleepAnswer(text, content.moves, answer) };
  });
}

async function logWater(context: Context, wanted: Wanted, glasses: number): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const { file, day } = await logging(context, store, wanted);
    const checkIns = await store.checkIns.count(file.member.id);
    const checkIn = await addCheckIn(context, store, { kind: 'water', glasses }, file, day);
    const milestones = await tell(context, store, file, checkIn, crossedByLog(checkIns));
    const total = (await store.checkIns.onDay(file.member.id, day)).waterGlasses;
    const answer = { checkInId: checkIn.id, day, glasses, total, milestones };
    return { to: 'member', body: waterAnswer(context.text, context.content.moves, answer) };
  });
}
