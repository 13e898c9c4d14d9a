import { z } from 'zod';
import { crossedByLog, together } from '../../coach/milestones.ts';
import { doneSource, type ReminderKey, reminderKey } from '../../coach/reminders/key.ts';
import { type Context, type Form, form, type Press, press, type Reply } from '../../discord/define-command.ts';
import { note } from '../../messages/render/note.ts';
import {
  glassLines,
  loggedCard,
  nightLines,
  remindedSleepForm,
  workoutLines,
} from '../../messages/render/reminder-answer.ts';
import { UserError } from '../../messages/user-error.ts';
import { hours, typedNumber } from '../checkin/fields.ts';
import { addCheckIn, logging, logWorkout, tell } from '../training/log.ts';
import { undo } from '../training/undo.ts';
import { noteAnswer, reminderArgument } from './reminder.ts';

/** Logs what the reminder asked for, and takes that back. */
export const doneButtons: Readonly<Record<string, Press>> = {
  'remind-done': press({ argument: reminderArgument, inDms: true, run: done }),
  'remind-undo': press({
    argument: reminderArgument,
    inDms: true,
    async run(context, key) {
      const id = await context.store.reminders.checkInOf(doneSource(reminderKey(key)));
      if (id === undefined) throw new UserError('staleButton');
      return undo(context, id);
    },
  }),
};

export const doneForms: Readonly<Record<string, Form>> = {
  'remind-sleep': form({
    argument: reminderArgument,
    inDms: true,
    fields: z.object({ hours: typedNumber(hours) }),
    run: (context, key, fields) => logNight(context, key, fields.hours),
  }),
};

async function done(context: Context, key: ReminderKey): Promise<Reply> {
  switch (key.kind) {
    case 'line':
    case 'workout':
      return logSession(context, key);
    case 'water':
      return logGlass(context, key);
    case 'sleep':
      await noteAnswer(context, context.store, key);
      return { to: 'form', form: remindedSleepForm(context.text, reminderKey(key)) };
    case 'review':
      throw new UserError('staleButton');
  }
}

/** One reminder logs once, however often it is pressed. */
function fromReminder(context: Context, key: ReminderKey): Context {
  return { ...context, interactionId: doneSource(reminderKey(key)) };
}

async function logSession(context: Context, key: ReminderKey): Promise<Reply> {
  const { text, content } = context;
  return context.store.transaction(async (store) => {
    await noteAnswer(context, store, key);
    const who = await logging(context, store, { spoken: key.day });
    if (who.file.workouts.some(({ day }) => day === who.day)) return { to: 'update', body: note(text.checkIn.already) };
    const { outcome, milestones } = await logWorkout(fromReminder(context, key), store, who, {
      size: 'full',
      performances: [],
    });
    const view = { day: who.day, isToday: who.day === who.today, outcome, milestones: together(milestones) };
    return { to: 'update', body: loggedCard(text, reminderKey(key), workoutLines(text, content.moves, view)) };
  });
}

async function logGlass(context: Context, key: ReminderKey): Promise<Reply> {
  const { text, content } = context;
  return context.store.transaction(async (store) => {
    await noteAnswer(context, store, key);
    const { file, day } = await logging(context, store, { spoken: key.day });
    const before = await store.checkIns.count(file.member.id);
    const said = { kind: 'water', glasses: 1 } as const;
    const checkIn = await addCheckIn(fromReminder(context, key), store, said, file, day);
    const milestones = await tell(context, store, file, checkIn, crossedByLog(before));
    const { waterGlasses } = await store.checkIns.onDay(file.member.id, day);
    const lines = glassLines(text, content.moves, { day, total: waterGlasses, milestones });
    return { to: 'update', body: loggedCard(text, reminderKey(key), lines) };
  });
}

async function logNight(context: Context, key: ReminderKey, slept: number): Promise<Reply> {
  const { text, content } = context;
  return context.store.transaction(async (store) => {
    await noteAnswer(context, store, key);
    const { file, day } = await logging(context, store, { spoken: key.day });
    const before = await store.checkIns.count(file.member.id);
    const said = { kind: 'sleep', hours: slept } as const;
    const checkIn = await addCheckIn(fromReminder(context, key), store, said, file, day);
    const milestones = await tell(context, store, file, checkIn, crossedByLog(before));
    const lines = nightLines(text, content.moves, { day, hours: slept, milestones });
    return { to: 'update', body: loggedCard(text, reminderKey(key), lines) };
  });
}
