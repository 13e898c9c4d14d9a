import type { Day, Instant } from '../coach/day.ts';
import { dueDays, graceOf } from '../coach/nudges.ts';
import { postKey } from '../coach/post-key.ts';
import type { NewDelivery } from '../store/interfaces/deliveries.ts';
import type { Schedule } from '../store/interfaces/schedules.ts';
import { oweDayLines, type RemindSources } from './remind.ts';

/** How many schedules one round takes; more are taken in the next, at once. */
const ROUND = 500;

/**
 * Writes down what has fallen due by `now` and moves each schedule on, both in one transaction: a schedule that has
 * moved on is one whose post is owed. Level-triggered, so a missed beat or a restart heals itself.
 */
export async function oweWhatIsDue({ store, content }: RemindSources, now: Instant): Promise<void> {
  for (;;) {
    const due = await store.schedules.due(now, ROUND);
    for (const schedule of due) await store.transaction((inside) => owe({ store: inside, content }, schedule, now));
    if (due.length < ROUND) return;
  }
}

async function owe({ store, content }: RemindSources, schedule: Schedule, now: Instant): Promise<void> {
  const settings = await store.servers.settings(schedule.serverId);
  if (settings === undefined) return;
  const { missed, send, next } = dueDays({ ...schedule, zone: settings.zone }, now);
  if (!(await store.schedules.advance(schedule, next.day, next.at))) return;
  // While posting fails, the daily post alone tries again; what is not owed cannot be forgotten.
  if (settings.parked !== undefined && schedule.kind !== 'daily') return;
  for (const { day, at } of missed) await store.deliveries.owe(deliveryOf(schedule, day, at, 'missed'));
  if (send === undefined) return;
  await store.deliveries.owe(deliveryOf(schedule, send.day, send.at, 'pending'));
  if (schedule.kind === 'daily') await oweDayLines({ store, content }, schedule.serverId, send.at);
}

function deliveryOf(
  { serverId, kind, slot }: Schedule,
  day: Day,
  at: Instant,
  status: 'pending' | 'missed',
): NewDelivery {
  const key = postKey(kind, day, slot);
  return { serverId, kind, key, day, dueAt: at, expiresAt: at + graceOf(kind), status };
}
