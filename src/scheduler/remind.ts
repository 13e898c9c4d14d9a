import { todayOf } from '../coach/clock.ts';
import type { Content } from '../coach/content.ts';
import { HOUR, type Instant } from '../coach/day.ts';
import { dueDays, graceOf } from '../coach/nudges.ts';
import { planOn } from '../coach/programme.ts';
import { withheld } from '../coach/reminders/due.ts';
import { deliveryKind, reminderKey } from '../coach/reminders/key.ts';
import { afterQuiet, lastMoment } from '../coach/reminders/reminders.ts';
import type { Reminder } from '../store/interfaces/reminders.ts';
import type { Store } from '../store/store.ts';
import { reminded } from './remind-facts.ts';

export interface RemindSources {
  readonly store: Store;
  readonly content: Content;
}

/** How many reminders one round takes; more are taken in the next, at once. */
const ROUND = 500;
/** The review of a week is news for a morning, whatever was down when it began. */
const REVIEW_GRACE = 6 * HOUR;

/**
 * Writes down the direct messages that members asked for and that have fallen due by `now`, and moves each reminder on,
 * both in one transaction. Level-triggered as the posts are; what came too late is left out, so that nobody finds a
 * heap of them.
 */
export async function oweReminders({ store, content }: RemindSources, now: Instant): Promise<void> {
  for (;;) {
    const due = await store.reminders.due(now, ROUND);
    for (const reminder of due) {
      await store.transaction((inside) => remind({ store: inside, content }, reminder, now));
    }
    if (due.length < ROUND) return;
  }
}

async function remind(sources: RemindSources, reminder: Reminder, now: Instant): Promise<void> {
  const { store } = sources;
  const { memberId, kind, slot, zone } = reminder;
  const { send, next } = dueDays({ ...reminder, kind: 'reminder' }, now);
  if (!(await store.reminders.advance(reminder, next.day, next.at))) return;
  if (send === undefined || !reminder.isReachable) return;
  const known = await reminded(sources, memberId, kind, now);
  if (known === undefined || withheld(known.facts) !== undefined) return;
  const { file, wishes, today } = known;
  const grace = kind === 'review' ? REVIEW_GRACE : graceOf('reminder');
  await store.deliveries.owe({
    serverId: file.member.serverId,
    kind: deliveryKind(kind),
    key: reminderKey({ kind, memberId, day: today, slot, again: 0 }),
    day: today,
    dueAt: send.at,
    expiresAt: lastMoment(send.at, grace, zone, wishes.quiet),
    status: 'pending',
    memberId,
    toUser: file.member.userId,
  });
}

/**
 * Owes their own day to those of a server's members who want it by direct message, when the daily post is due; in
 * their quiet hours, after them. Within the transaction that owes the post.
 */
export async function oweDayLines({ store, content }: RemindSources, serverId: string, at: Instant): Promise<void> {
  for (const memberId of await store.reminders.toldByDm(serverId)) {
    const file = await store.members.fileOf(memberId);
    const wishes = await store.reminders.wish(memberId);
    if (file === undefined || wishes === undefined) continue;
    const { clock, userId } = file.member;
    const dueAt = afterQuiet(at, clock.zone, wishes.quiet);
    const day = todayOf(clock, dueAt);
    if (!['session', 'rest'].includes(planOn(content.programme, file.enrolment, day).kind)) continue;
    await store.deliveries.owe({
      serverId,
      kind: 'remind-workout',
      key: reminderKey({ kind: 'line', memberId, day, slot: 0, again: 0 }),
      day,
      dueAt,
      expiresAt: lastMoment(dueAt, graceOf('daily'), clock.zone, wishes.quiet),
      status: 'pending',
      memberId,
      toUser: userId,
    });
  }
}
