import { z } from 'zod';
import { changeClock, DAY_ENDS_AT, dayEnd, todayOf } from '../../coach/clock.ts';
import { type Day, type Instant, type LocalTime, parseZone, type Zone } from '../../coach/day.ts';
import type { MemberClock } from '../../coach/member.ts';
import { reminderTimes } from '../../coach/reminders/reminders.ts';
import { type Context, form, press, type Reply } from '../../discord/define-command.ts';
import { zonesNamed } from '../../discord/zone-search.ts';
import { heldLine, hourTime, type Moment, myDayPage, whichZone, zoneForm } from '../../messages/render/settings-day.ts';
import type { Told } from '../../messages/render/settings-parts.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';
import { type Present, presentMember } from '../training/session.ts';
import { change, MINE, type Show, submit } from './panel.ts';
import { momentOf, nextReminder } from './reminder-times.ts';
import { showReminders } from './reminders.ts';
import { askTrains, saveWishes, timeFrom, wishesOf } from './wishes.ts';

export const showMyDay: Show = async (context, store, told) => {
  const { file, today } = await presentMember(context, store);
  const { clock, id } = file.member;
  const { trainsAt } = await wishesOf(store, id);
  const heldUntil = heldOver(clock, today, context.now);
  const view = {
    zone: clock.zone,
    now: momentOf(context.now, clock.zone),
    dayEndsAt: clock.dayEndsAt,
    today,
    ...(trainsAt && { trainsAt }),
    ...(heldUntil && { heldUntil }),
  };
  return myDayPage(context.text, view, told);
};

/** Until when today lasts, where a change of the clock has it last longer than this clock alone would. */
function heldOver(clock: MemberClock, today: Day, now: Instant): Moment | undefined {
  const { zone, dayEndsAt } = clock;
  const until = dayEnd(clock, today);
  const isHeld = todayOf({ zone, dayEndsAt }, now) !== today || dayEnd({ zone, dayEndsAt }, today) !== until;
  return isHeld ? momentOf(until, zone) : undefined;
}

const anything = z.string();
/** The page that the form is opened from; `on`: with it, the reminder is turned on. */
const ORIGINS = ['day', 'reminders', 'on'] as const;
type Origin = (typeof ORIGINS)[number];

export const myDayButtons = {
  'settings-zone': press({ argument: anything, run: async (context) => askZone(context) }),
  'settings-zone-pick': press({
    argument: anything,
    run: (context, _argument, [picked]) => {
      const zone = parseZone(picked ?? '');
      if (zone === undefined) throw new UserError('staleButton');
      return change(context, showMyDay, (store, present) => moveTo(context, store, present, zone));
    },
  }),
  'settings-day-end': press({
    argument: anything,
    run: (context, _argument, [picked]) => {
      const hour = Number(picked);
      const { earliest, latest } = DAY_ENDS_AT;
      if (!Number.isInteger(hour) || hour < earliest || hour > latest) throw new UserError('staleButton');
      return change(context, showMyDay, (store, present) => endDayAt(context, store, present, hour));
    },
  }),
  'settings-trains': press({
    argument: z.enum(ORIGINS),
    run: async (context, origin) => askTrains(context, origin),
  }),
};

export const myDayForms = {
  'settings-zone': form({
    argument: anything,
    fields: z.object({ zone: z.string().default('') }),
    run: (context, _argument, { zone: typed }) =>
      submit(context, showMyDay, { form: 'zone', argument: MINE, values: [typed] }, async (store, present) => {
        const found = zonesNamed(typed, context.now);
        const [first, ...others] = found.flatMap(({ value }) => parseZone(value) ?? []);
        if (first === undefined) throw new UserError('unknownPlace', { typed });
        if (others.length === 0) return moveTo(context, store, present, first);
        return whichZone(
          context.text,
          typed,
          found.map(({ name, value }) => ({ label: name, value })),
        );
      }),
  }),
  'settings-trains': form({
    argument: z.enum(ORIGINS),
    fields: z.object({ at: z.string().default('') }),
    run: (context, origin, { at: typed }) =>
      submit(
        context,
        origin === 'day' ? showMyDay : showReminders,
        { form: 'trains', argument: origin, values: [typed] },
        async (store, present) => trainAt(context, store, present, timeFrom(typed), origin),
      ),
  }),
};

export function askZone({ text }: Context, typed?: string): Reply {
  return { to: 'form', form: zoneForm(text, typed) };
}

async function moveTo(context: Context, store: Store, present: Present, zone: Zone): Promise<Told> {
  const { text, now } = context;
  const clock = changeClock(present.file.member.clock, { zone }, now);
  if (clock === present.file.member.clock) return { lines: [text.settings.same] };
  const { id } = present.file.member;
  await store.choices.setClock(id, clock);
  await store.reminders.layAnew(id, now);
  return { lines: [text.settings.myDay.zoneNow(zone, momentOf(now, zone)), ...(await comesOf(context, store))] };
}

async function endDayAt(context: Context, store: Store, present: Present, dayEndsAt: number): Promise<Told> {
  const { text, now } = context;
  const clock = changeClock(present.file.member.clock, { dayEndsAt }, now);
  if (clock === present.file.member.clock) return { lines: [text.settings.same] };
  await store.choices.setClock(present.file.member.id, clock);
  return { lines: [text.settings.myDay.dayEndNow(hourTime(dayEndsAt)), ...(await comesOf(context, store))] };
}

/** How long today now lasts, where that is another time than usual, and which reminder is the next. */
async function comesOf(context: Context, store: Store): Promise<string[]> {
  const { text, now, content } = context;
  const { file, today } = await presentMember(context, store);
  const heldUntil = heldOver(file.member.clock, today, now);
  const held = heldLine(text, { today, ...(heldUntil && { heldUntil }) });
  const wishes = await wishesOf(store, file.member.id);
  const next = nextReminder(content.programme, file, reminderTimes(wishes), now);
  return [
    ...(held === undefined ? [] : [held]),
    ...(next === undefined ? [] : [text.settings.reminders.next(next.kind, next.at)]),
  ];
}

async function trainAt(
  context: Context,
  store: Store,
  { file }: Present,
  trainsAt: LocalTime,
  origin: Origin,
): Promise<Told> {
  const wishes = await wishesOf(store, file.member.id);
  const lines = await saveWishes(
    context,
    store,
    { ...wishes, trainsAt, workout: wishes.workout || origin === 'on' },
    'workout',
  );
  return { lines: [context.text.settings.myDay.trainsNow(trainsAt), ...lines] };
}
