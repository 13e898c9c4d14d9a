import type { Content } from '../coach/content.ts';
import { dayNumber, type Instant } from '../coach/day.ts';
import type { PlannedSession } from '../coach/plan.ts';
import { alertKey } from '../coach/post-key.ts';
import { termsOn } from '../coach/programme.ts';
import { withheld } from '../coach/reminders/due.ts';
import { parseReminderKey } from '../coach/reminders/key.ts';
import { pacedOn } from '../coach/reminders/pace.ts';
import { lightsOutAt } from '../coach/reminders/reminders.ts';
import { reviewOf } from '../coach/review.ts';
import { sessionFor } from '../coach/session.ts';
import type { MessageBody } from '../messages/parts.ts';
import { alertCard, dayLine, type ReminderView, reminderCard } from '../messages/render/reminder.ts';
import { reviewCard } from '../messages/render/review.ts';
import type { Delivery } from '../store/interfaces/deliveries.ts';
import type { Sources } from './posts.ts';
import { type Reminded, reminded } from './remind-facts.ts';

/** What goes to one person; undefined when it is not to be sent any more, whatever was known when it was owed. */
export async function composeDirect(
  sources: Sources,
  delivery: Delivery,
  now: Instant,
): Promise<MessageBody | undefined> {
  if (delivery.kind === 'alert') return alert(sources, delivery);
  const key = parseReminderKey(delivery.key);
  if (key === undefined) return undefined;
  const known = await reminded(sources, key.memberId, key.kind, now, delivery.id);
  if (known === undefined || withheld(known.facts) !== undefined) return undefined;
  if (key.kind === 'line') return line(sources, delivery, known);
  if (key.kind === 'review') return review(sources, delivery, known);
  const view = viewOf(sources, delivery, known, { kind: key.kind, slot: key.slot });
  return view && reminderCard(sources.text, view);
}

function viewOf(
  { content }: Sources,
  { key, day }: Delivery,
  known: Reminded,
  { kind, slot }: { readonly kind: 'workout' | 'sleep' | 'water'; readonly slot: number },
): ReminderView | undefined {
  const { wishes, plan, facts } = known;
  const { every, isNew } = pacedOn(facts.today, facts.unanswered);
  const common = { key, ...(isNew && { pace: every }) };
  if (kind === 'water') return { kind, ...common, turn: dayNumber(day) + slot };
  if (kind === 'workout')
    return plan.kind === 'session' ? { kind, ...common, ...lengthOf(content, known, plan.session) } : undefined;
  const lightsOut = lightsOutAt(wishes);
  if (lightsOut === undefined || wishes.wakesAt === undefined) return undefined;
  return { kind, ...common, lightsOut, hours: wishes.sleepHours, wakesAt: wishes.wakesAt };
}

/** By level and kit alone: what was done so far changes the doses, and neither the name nor the time. */
function lengthOf(content: Content, { file, today }: Reminded, planned: PlannedSession) {
  const { level } = termsOn(file.enrolment, today);
  const { name, minutes } = sessionFor(content, planned, { level, kit: file.member.kit });
  return { session: name, minutes };
}

async function line({ store, content, text }: Sources, { serverId, key }: Delivery, known: Reminded) {
  const settings = await store.servers.settings(serverId);
  const { plan, today } = known;
  if (settings === undefined || (plan.kind !== 'session' && plan.kind !== 'rest')) return undefined;
  const session = plan.kind === 'session' ? lengthOf(content, known, plan.session) : undefined;
  return dayLine(text, {
    key,
    day: today,
    week: plan.week,
    ...(session && { session: { name: session.session, minutes: session.minutes } }),
    serverId,
    channelId: settings.channelId,
  });
}

async function review({ store, content, text }: Sources, { key }: Delivery, { file, today, facts }: Reminded) {
  const { member, enrolment } = file;
  if (facts.endedWeek === undefined) return undefined;
  const logs = await store.boards.bodyLogs(member.id, enrolment.startsOn, today);
  const week = reviewOf(content.programme, file, logs, facts.endedWeek, today);
  return week && reviewCard(text, week, key);
}

/** Nothing once posting works again. */
async function alert({ store, text }: Sources, { serverId, key }: Delivery): Promise<MessageBody | undefined> {
  const settings = await store.servers.settings(serverId);
  const { parked } = settings ?? {};
  if (settings === undefined || parked === undefined || alertKey(parked.since) !== key) return undefined;
  return alertCard(text, settings.channelId, parked);
}
