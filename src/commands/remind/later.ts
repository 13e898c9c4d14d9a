import { todayOf } from '../../coach/clock.ts';
import { HOUR, type Instant } from '../../coach/day.ts';
import { graceOf } from '../../coach/nudges.ts';
import { deliveryKind, parseReminderKey, type ReminderKey, reminderKey } from '../../coach/reminders/key.ts';
import { isQuiet, lastMoment } from '../../coach/reminders/reminders.ts';
import { type Context, type Press, press, type Reply } from '../../discord/define-command.ts';
import { laterCard, remindedCard, stoppedNote } from '../../messages/render/reminder-answer.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';
import { presentMember } from '../training/session.ts';
import { noteAnswer, reminderArgument } from './reminder.ts';

/** Puts a reminder off, and turns its kind off. */
export const laterButtons: Readonly<Record<string, Press>> = {
  'remind-later': press({ argument: reminderArgument, inDms: true, run: later }),
  'remind-stop': press({ argument: reminderArgument, inDms: true, run: stop }),
};

const LATER_MS = HOUR;

/** In an hour, unless that is quiet, or one message more than they want in a day. */
async function later(context: Context, key: ReminderKey): Promise<Reply> {
  const { now, text } = context;
  const { kind } = key;
  if (kind === 'line' || kind === 'review') throw new UserError('staleButton');
  return context.store.transaction(async (store) => {
    await noteAnswer(context, store, key);
    const {
      file: { member },
      today,
    } = await presentMember(context, store);
    const wishes = await store.reminders.wish(member.id);
    // Of another day it makes no sense any more.
    if (wishes === undefined || key.day !== today) throw new UserError('staleButton');
    const dueAt = now + LATER_MS;
    const { zone } = member.clock;
    if (isQuiet(dueAt, zone, wishes.quiet)) {
      return { to: 'update', body: remindedCard(text, reminderKey(key), kind, text.reminders.laterIsQuiet) };
    }
    const day = todayOf(member.clock, dueAt);
    const again = { ...key, day, again: key.again + 1 };
    const onTheirDay = (await store.deliveries.toMember(member.id, day)).filter(
      (each) => each.day === day && ['pending', 'sending', 'sent'].includes(each.status),
    );
    const isOwed = onTheirDay.some((each) => each.key === reminderKey(again));
    if (!isOwed && onTheirDay.length >= wishes.mostADay) {
      const words = text.reminders.laterIsTooMany(wishes.mostADay);
      return { to: 'update', body: remindedCard(text, reminderKey(key), kind, words) };
    }
    await store.deliveries.owe({
      serverId: member.serverId,
      kind: deliveryKind(kind),
      key: reminderKey(again),
      day,
      dueAt,
      expiresAt: lastMoment(dueAt, graceOf('reminder'), zone, wishes.quiet),
      status: 'pending',
      memberId: member.id,
      toUser: member.userId,
    });
    return { to: 'update', body: laterCard(text, reminderKey(key), kind, dueAt) };
  });
}

/** At once, what was put off included. */
async function stop(context: Context, key: ReminderKey): Promise<Reply> {
  const { now, text } = context;
  return context.store.transaction(async (store) => {
    await noteAnswer(context, store, key);
    await turnOff(store, key, now);
    for (const each of await store.deliveries.toMember(key.memberId, key.day)) {
      if (parseReminderKey(each.key)?.kind === key.kind) await store.deliveries.close(each.id, 'skipped', 'stopped');
    }
    return { to: 'update', body: stoppedNote(text, key.kind) };
  });
}

async function turnOff(store: Store, { kind, memberId }: ReminderKey, now: Instant): Promise<void> {
  if (kind === 'line') return store.choices.setNotice(memberId, 'nothing');
  const wishes = await store.reminders.wish(memberId);
  if (wishes === undefined) return;
  await store.reminders.save(memberId, { ...wishes, [kind]: kind === 'water' ? 0 : false }, now);
}
