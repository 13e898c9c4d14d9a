import { z } from 'zod';
import { NOTICES, type Notice } from '../../coach/member.ts';
import { MOST_A_DAY } from '../../coach/nudges.ts';
import { type ReminderKind, reminderTimes, type Wishes } from '../../coach/reminders/reminders.ts';
import { type Context, form, press, type Reply } from '../../discord/define-command.ts';
import type { Told } from '../../messages/render/settings-parts.ts';
import {
  MOST_DMS,
  remindersPage,
  type SpanForm,
  SWITCHED,
  sleepForm,
  spanForm,
} from '../../messages/render/settings-reminders.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';
import { presentMember } from '../training/session.ts';
import { change, MINE, type Show, submit } from './panel.ts';
import { nextReminder } from './reminder-times.ts';
import { askTrains, saveWishes, timeFrom, wishesOf } from './wishes.ts';

export const showReminders: Show = async (context, store, told) => {
  const { file } = await presentMember(context, store);
  const { id, notice, userId } = file.member;
  const wishes = await wishesOf(store, id);
  const isRefused = (await store.dms.state(userId))?.refusedAt !== undefined;
  return remindersPage(context.text, { notice, wishes, times: reminderTimes(wishes), isRefused }, told);
};

/** Changes what they ask for, and says what comes of it for one kind. */
function rewish(context: Context, kind: ReminderKind, anew: (wishes: Wishes) => Wishes): Parameters<typeof change>[2] {
  return async (store, { file }) => {
    const wishes = await wishesOf(store, file.member.id);
    return { lines: await saveWishes(context, store, anew(wishes), kind) };
  };
}

const anything = z.string();
const typed = z.string().default('');

/** `workout.on`: a press does what its button said, however old its panel is. */
const switching = z.templateLiteral([z.enum(SWITCHED), '.', z.enum(['on', 'off'])]).transform((argument) => {
  const [kind, to] = argument.split('.');
  return { kind: kind as (typeof SWITCHED)[number], isOn: to === 'on' };
});

/** `on`: with its times, the reminder is turned on. */
const SLEEP = ['times', 'on'] as const;

export const reminderButtons = {
  'settings-notice': press({
    argument: anything,
    run: (context, _argument, [picked]) => {
      const notice = NOTICES.find((each) => each === picked);
      if (notice === undefined) throw new UserError('staleButton');
      return change(context, showReminders, (store, { file }) => setNotice(context, store, file.member, notice));
    },
  }),
  'settings-remind': press({
    argument: switching,
    run: async (context, { kind, isOn }) => {
      const { file } = await presentMember(context, context.store);
      const { trainsAt, wakesAt } = await wishesOf(context.store, file.member.id);
      // Without a time there is nothing to turn on: it is asked first.
      if (isOn && kind === 'workout' && trainsAt === undefined) return askTrains(context, 'on');
      if (isOn && kind === 'sleep' && wakesAt === undefined) return askSleep(context, 'on');
      return change(
        context,
        showReminders,
        rewish(context, kind, (wishes) => ({ ...wishes, [kind]: isOn })),
      );
    },
  }),
  'settings-water': press({
    argument: anything,
    run: (context, _argument, [picked]) => {
      const water = Number(picked);
      if (!Number.isInteger(water) || water < 0 || water > MOST_A_DAY.water) throw new UserError('staleButton');
      return change(
        context,
        showReminders,
        rewish(context, 'water', (wishes) => ({ ...wishes, water })),
      );
    },
  }),
  'settings-most': press({
    argument: anything,
    run: (context, _argument, [picked]) => {
      const mostADay = MOST_DMS.find((each) => String(each) === picked);
      if (mostADay === undefined) throw new UserError('staleButton');
      return change(context, showReminders, async (store, { file }) => {
        const wishes = await wishesOf(store, file.member.id);
        await store.reminders.save(file.member.id, { ...wishes, mostADay }, context.now);
        return { lines: [context.text.settings.reminders.mostNow(mostADay)] };
      });
    },
  }),
  'settings-sleep': press({ argument: z.enum(SLEEP), run: (context, argument) => askSleep(context, argument) }),
  'settings-water-hours': press({ argument: anything, run: (context) => askSpan(context, 'settings-water-hours') }),
  'settings-quiet': press({ argument: anything, run: (context) => askSpan(context, 'settings-quiet') }),
};

export const reminderForms = {
  'settings-sleep': form({
    argument: z.enum(SLEEP),
    fields: z.object({ wakes: typed, hours: z.coerce.number().min(7).max(9) }),
    run: (context, argument, { wakes, hours }) =>
      submit(context, showReminders, { form: 'sleep', argument, values: [wakes, String(hours)] }, (store, present) => {
        const wakesAt = timeFrom(wakes);
        return rewish(context, 'sleep', (wishes) => ({
          ...wishes,
          wakesAt,
          sleepHours: hours,
          sleep: wishes.sleep || argument === 'on',
        }))(store, present);
      }),
  }),
  'settings-water-hours': form({
    argument: anything,
    fields: z.object({ from: typed, to: typed }),
    run: (context, _argument, { from, to }) =>
      submit(context, showReminders, { form: 'water', argument: MINE, values: [from, to] }, (store, present) => {
        const [waterFrom, waterTo] = [timeFrom(from), timeFrom(to)];
        return rewish(context, 'water', (wishes) => ({ ...wishes, waterFrom, waterTo }))(store, present);
      }),
  }),
  'settings-quiet': form({
    argument: anything,
    fields: z.object({ from: typed, to: typed }),
    run: (context, _argument, { from, to }) =>
      submit(context, showReminders, { form: 'quiet', argument: MINE, values: [from, to] }, async (store, { file }) => {
        const { text, now, content } = context;
        const quiet = { from: timeFrom(from), to: timeFrom(to) };
        const wishes = { ...(await wishesOf(store, file.member.id)), quiet };
        await store.reminders.save(file.member.id, wishes, now);
        const next = nextReminder(content.programme, file, reminderTimes(wishes), now);
        const { reminders: t } = text.settings;
        return {
          lines: [t.quietNow(quiet.from, quiet.to), ...(next === undefined ? [] : [t.next(next.kind, next.at)])],
        };
      }),
  }),
};

/** How they are told of the daily post; who asks for direct messages is written to again. */
async function setNotice(
  { text, serverId }: Context,
  store: Store,
  { id, userId }: { readonly id: number; readonly userId: string },
  notice: Notice,
): Promise<Told> {
  const { reminders: t } = text.settings;
  await store.choices.setNotice(id, notice);
  if (notice === 'nothing') return { lines: [t.noticeNow.nothing] };
  if (notice === 'dm') await store.dms.forgive(userId);
  const daily = (await store.schedules.ofServer(serverId)).find(({ kind }) => kind === 'daily');
  const now = t.noticeNow[notice];
  return { lines: [daily === undefined ? t.noPost(now) : t.nextPost(now, daily.nextAt)] };
}

/** @param again what was typed before, field by field */
export async function askSleep(context: Context, argument: string, again?: readonly string[]): Promise<Reply> {
  const { file } = await presentMember(context, context.store);
  const { wakesAt, sleepHours } = await wishesOf(context.store, file.member.id);
  const [wakes = wakesAt, hours = String(sleepHours)] = again ?? [];
  return { to: 'form', form: sleepForm(context.text, argument, { wakes, hours }) };
}

/** @param again what was typed before, field by field */
export async function askSpan(context: Context, form: SpanForm, again?: readonly string[]): Promise<Reply> {
  const { file } = await presentMember(context, context.store);
  const wishes = await wishesOf(context.store, file.member.id);
  const said = form === 'settings-quiet' ? wishes.quiet : { from: wishes.waterFrom, to: wishes.waterTo };
  const [from = said.from ?? '', to = said.to ?? ''] = again ?? [];
  return { to: 'form', form: spanForm(context.text, form, { from, to }) };
}
