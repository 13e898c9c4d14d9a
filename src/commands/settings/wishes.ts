import { type LocalTime, parseLocalTime } from '../../coach/day.ts';
import { NO_WISHES, type ReminderKind, reminderTimes, type Wishes } from '../../coach/reminders/reminders.ts';
import type { Context, Reply } from '../../discord/define-command.ts';
import { trainsForm } from '../../messages/render/settings-day.ts';
import { reminderTold } from '../../messages/render/settings-reminders.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';
import { presentMember } from '../training/session.ts';
import { isWindDownMoved, nextReminder } from './reminder-times.ts';

export async function wishesOf(store: Store, memberId: number): Promise<Wishes> {
  return (await store.reminders.wish(memberId)) ?? NO_WISHES;
}

/** Saves what they ask for, and says what comes of it for one kind. */
export async function saveWishes(
  context: Context,
  store: Store,
  wishes: Wishes,
  kind: ReminderKind,
): Promise<string[]> {
  const { text, now, content } = context;
  const { file } = await presentMember(context, store);
  await store.reminders.save(file.member.id, wishes, now);
  const times = reminderTimes(wishes);
  const own = times.filter((time) => time.kind === kind);
  const next = nextReminder(content.programme, file, own, now);
  const isMoved = kind === 'sleep' && isWindDownMoved(wishes);
  return reminderTold(text, { kind, wishes, times, isMoved, ...(next && { next: next.at }) });
}

/** @throws UserError `unreadableTime` */
export function timeFrom(typed: string): LocalTime {
  const time = parseLocalTime(typed);
  if (time === undefined) throw new UserError('unreadableTime', { typed });
  return time;
}

/** Asks when they train. @param origin where that is asked, and what it turns on */
export async function askTrains(context: Context, origin: string, typed?: string): Promise<Reply> {
  const { file } = await presentMember(context, context.store);
  const { trainsAt } = await wishesOf(context.store, file.member.id);
  return { to: 'form', form: trainsForm(context.text, origin, typed ?? trainsAt) };
}
