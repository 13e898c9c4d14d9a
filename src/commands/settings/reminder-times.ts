import { todayOf } from '../../coach/clock.ts';
import type { Programme } from '../../coach/content.ts';
import { addDays, dayOf, type Instant, instantOf, timeIn, type Zone } from '../../coach/day.ts';
import type { MemberFile } from '../../coach/member.ts';
import { planOn } from '../../coach/programme.ts';
import { type ReminderKind, type ReminderTime, reminderTimes, type Wishes } from '../../coach/reminders/reminders.ts';
import type { Moment } from '../../messages/render/settings-day.ts';

export interface NextReminder {
  readonly kind: ReminderKind;
  readonly at: Moment;
}

/** Longer than any plan with its pauses is looked ahead. */
const DAYS_AHEAD = 120;

/**
 * When the next of these falls, by what is known now; a week's review apart, which hangs on its week. Undefined where
 * the plan asks for none any more.
 */
export function nextReminder(
  programme: Programme,
  file: MemberFile,
  times: readonly ReminderTime[],
  now: Instant,
): NextReminder | undefined {
  const { zone } = file.member.clock;
  const today = dayOf(now, zone);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const date = addDays(today, ahead);
    const due = times
      .flatMap(({ kind, at }) => ({ kind, at: instantOf(date, at, zone) ?? 0 }))
      .filter(({ kind, at }) => at > now && isAsked(programme, file, kind, at))
      .sort((one, other) => one.at - other.at);
    if (due[0] !== undefined) return { kind: due[0].kind, at: momentOf(due[0].at, zone) };
  }
  return undefined;
}

function isAsked(programme: Programme, { member, enrolment, workouts }: MemberFile, kind: ReminderKind, at: Instant) {
  const day = todayOf(member.clock, at);
  const plan = planOn(programme, enrolment, day).kind;
  if (kind === 'review') return false;
  if (kind === 'workout') return plan === 'session' && !workouts.some((workout) => workout.day === day);
  return plan === 'session' || plan === 'rest';
}

/** Whether the wind-down comes earlier than it would without quiet hours. */
export function isWindDownMoved(wishes: Wishes): boolean {
  const { from } = wishes.quiet;
  const without = reminderTimes({ ...wishes, quiet: { from, to: from } });
  return windDown(reminderTimes(wishes)) !== windDown(without);
}

function windDown(times: readonly ReminderTime[]) {
  return times.find(({ kind }) => kind === 'sleep')?.at;
}

/** What the clocks of a zone show. */
export function momentOf(now: Instant, zone: Zone): Moment {
  return { day: dayOf(now, zone), time: timeIn(now, zone) };
}
