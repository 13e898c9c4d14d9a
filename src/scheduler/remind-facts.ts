import { todayOf } from '../coach/clock.ts';
import type { Content } from '../coach/content.ts';
import { addDays, type Day, type Instant } from '../coach/day.ts';
import type { MemberFile } from '../coach/member.ts';
import type { PlannedDay } from '../coach/plan.ts';
import { planOn } from '../coach/programme.ts';
import { type DirectMessage, endedWeekOn, type ReminderFacts } from '../coach/reminders/due.ts';
import { parseReminderKey } from '../coach/reminders/key.ts';
import { isQuiet, type Wishes } from '../coach/reminders/reminders.ts';
import type { Delivery } from '../store/interfaces/deliveries.ts';
import type { Store } from '../store/store.ts';

/** A member at the moment in which something is to go to them. */
export interface Reminded {
  readonly file: MemberFile;
  readonly wishes: Wishes;
  readonly today: Day;
  readonly plan: PlannedDay;
  readonly facts: ReminderFacts;
}

/** Further back nothing is looked at; the slowest pace leaves eight of its reminders in it. */
const LOOKS_BACK_DAYS = 60;
/**
 * What there is to know for a reminder of this kind; undefined when they are not in the plan.
 * @param except the reminder itself, when it is owed already
 */
export async function reminded(
  { store, content }: { readonly store: Store; readonly content: Content },
  memberId: number,
  kind: DirectMessage,
  now: Instant,
  except?: number,
): Promise<Reminded | undefined> {
  const file = await store.members.fileOf(memberId);
  const wishes = await store.reminders.wish(memberId);
  if (file === undefined || wishes === undefined) return undefined;
  const { member, enrolment } = file;
  const today = todayOf(member.clock, now);
  const plan = planOn(content.programme, enrolment, today);
  // A day that counts for nobody asks nobody to train.
  const isFrozen = file.frozenDays?.has(today) === true;
  const sent = (await store.deliveries.toMember(memberId, addDays(today, -LOOKS_BACK_DAYS))).filter(
    ({ id, status }) => id !== except && isOnItsWay(status),
  );
  const lastGlassAt = kind === 'water' ? await store.reminders.lastLogged(memberId, 'water') : undefined;
  const endedWeek = kind === 'review' ? endedWeekOn(content.programme, enrolment, today) : undefined;
  const facts: ReminderFacts = {
    kind,
    now,
    today,
    plan: isFrozen && plan.kind === 'session' ? 'rest' : plan.kind,
    isQuiet: isQuiet(now, member.clock.zone, wishes.quiet),
    isRefused: (await store.dms.state(member.userId))?.refusedAt !== undefined,
    isLogged: await isLogged(store, file, kind, today),
    ...(lastGlassAt !== undefined && { lastGlassAt }),
    ...(endedWeek !== undefined && { endedWeek }),
    unanswered: await unanswered(store, memberId, kind, sent),
    sentToday: sent.filter(({ day }) => day === today).length,
    mostADay: wishes.mostADay,
  };
  return { file, wishes, today, plan, facts };
}

function isOnItsWay(status: Delivery['status']): boolean {
  return status === 'pending' || status === 'sending' || status === 'sent';
}

async function isLogged(store: Store, file: MemberFile, kind: DirectMessage, today: Day): Promise<boolean> {
  if (kind === 'workout' || kind === 'line') return file.workouts.some(({ day }) => day === today);
  if (kind !== 'sleep') return false;
  return (await store.checkIns.onDay(file.member.id, today)).sleepHours !== undefined;
}

/** The days on which reminders of the kind came since one was answered, or something of the kind logged. */
async function unanswered(
  store: Store,
  memberId: number,
  kind: DirectMessage,
  sent: readonly Delivery[],
): Promise<Day[]> {
  // What tells rather than asks wants no answer.
  if (kind === 'review' || kind === 'line') return [];
  const ofKind = sent.filter(({ key, status }) => status === 'sent' && parseReminderKey(key)?.kind === kind);
  const logged = (await store.reminders.lastLogged(memberId, kind)) ?? Number.NEGATIVE_INFINITY;
  const answered = ofKind.findLastIndex(({ answeredAt }) => answeredAt !== undefined);
  return ofKind
    .slice(answered + 1)
    .filter(({ sentAt = 0 }) => sentAt > logged)
    .map(({ day }) => day);
}
