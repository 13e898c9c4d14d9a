import { z } from 'zod';
import { DAYS_BACK } from '../coach/check-in.ts';
import { todayOf } from '../coach/clock.ts';
import type { Day } from '../coach/day.ts';
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
import type { CheckInSaid } from '../store/interfaces/check-ins.ts';
import type { Store } from '../store/store.ts';
import { editButtons, editForms } from './checkin/edit.ts';
import { effort, glasses, hours, note, typedNumber } from './checkin/fields.ts';
import { remindButtons, remindForms } from './remind/listeners.ts';
import { reviewButtons } from './review/listeners.ts';
import { addCheckIn, logging, tell, type Wanted } from './training/log.ts';
import { undo } from './training/undo.ts';
import { addSets, askSets, checkInWorkout, rate, setsArgument } from './training/workout.ts';

const t = en.commands.checkin;

const day = dayInput(t.day).optional();
/** The day that a button's post or card speaks of. */
const dayOfButton = z.string().transform((key, issues): Day => {
  const spoken = dayOfKey(key);
  if (spoken === undefined) issues.issues.push({ code: 'custom', input: key, message: 'no day' });
  return spoken ?? z.NEVER;
});
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
        short: z.boolean().describe(t.short).optional(),
        note,
      }),
      suggest: { day: recentDays },
      run: (context, { day, ...said }) => checkInWorkout(context, day, said),
    }),
    sleep: action({
      description: t.sleep,
      options: z.object({ hours, day, note }),
      suggest: { day: recentDays },
      run: (context, { day, ...said }) => logSleep(context, day, said),
    }),
    water: action({
      description: t.water,
      options: z.object({ glasses, day, note }),
      suggest: { day: recentDays },
      run: (context, { day, ...said }) => logWater(context, day, said),
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
    ...editButtons,
    ...remindButtons,
    ...reviewButtons,
    'log-sleep': press({
      argument: dayOfButton,
      async run({ store, serverId, userId, text }, spoken) {
        if ((await store.members.file(serverId, userId)) === undefined) throw new UserError('notEnrolled');
        return { to: 'form', form: sleepForm(text, `sleep.${spoken}`) };
      },
    }),
    'log-water': press({
      argument: dayOfButton,
      run: (context, spoken) => logWater(context, { spoken }, { glasses: 1 }),
    }),
  },

  forms: {
    sleep: form({
      argument: dayOfButton,
      fields: z.object({ hours: typedNumber(hours) }),
      run: (context, spoken, said) => logSleep(context, { spoken }, said),
    }),
    'add-sets': form({
      argument: setsArgument,
      fields: z.object({ sets }),
      run: (context, { checkInId }, { sets: typed }) => addSets(context, checkInId, typed),
    }),
    ...editForms,
    ...remindForms,
  },
});

interface OwnNote {
  readonly note?: string | undefined;
}

async function logSleep(context: Context, wanted: Wanted, said: OwnNote & { readonly hours: number }): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const { hours } = said;
    const { checkIn, ...logged } = await log(context, store, wanted, { kind: 'sleep', hours, ...noted(said) });
    const answer = { checkInId: checkIn.id, day: checkIn.day, hours, ...logged, ...noted(said) };
    return { to: 'member', body: sleepAnswer(context.text, context.content.moves, answer) };
  });
}

async function logWater(
  context: Context,
  wanted: Wanted,
  said: OwnNote & { readonly glasses: number },
): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const { glasses } = said;
    const { checkIn, ...logged } = await log(context, store, wanted, { kind: 'water', glasses, ...noted(said) });
    const total = (await store.checkIns.onDay(checkIn.memberId, checkIn.day)).waterGlasses;
    const answer = { checkInId: checkIn.id, day: checkIn.day, glasses, total, ...logged, ...noted(said) };
    return { to: 'member', body: waterAnswer(context.text, context.content.moves, answer) };
  });
}

/** Appends sleep or water, and what it reaches. */
async function log(context: Context, store: Store, wanted: Wanted, said: CheckInSaid) {
  const { file, day } = await logging(context, store, wanted);
  const checkIns = await store.checkIns.count(file.member.id);
  const checkIn = await addCheckIn(context, store, said, file, day);
  return { checkIn, milestones: await tell(context, store, file, checkIn, crossedByLog(checkIns)) };
}

function noted({ note }: OwnNote): { readonly note?: string } {
  return note === undefined ? {} : { note };
}
