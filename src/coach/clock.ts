import { addDays, type Day, dayOf, type Instant, instantOf, type LocalTime, type Zone } from './day.ts';
import type { MemberClock } from './member.ts';

/** A zone and the hour at which a day ends there: a clock that was never changed. */
interface Setting {
  readonly zone: Zone;
  readonly dayEndsAt: number;
}

/** The hours at which a member's day may end, and the one that holds until they choose. */
export const DAY_ENDS_AT = { earliest: 0, latest: 5, byDefault: 3 } as const;

/**
 * The day that the member lives at `now`. It never goes back, and never ends early: after a change of zone or of
 * the day's end, the day in which the change was made runs until both the old clock and the new one have left it.
 * `now` is not before the last change.
 */
export function todayOf(clock: MemberClock, now: Instant): Day {
  const { previous } = clock;
  if (previous === undefined) return naturalDay(clock, now);
  if (now < previous.changedAt) return naturalDay(previous, now);
  const held = naturalDay(previous, previous.changedAt);
  if (now < naturalEnd(previous, held)) return held;
  const day = naturalDay(clock, now);
  return day > held ? day : held;
}

/**
 * When `day` is over for the member: the first moment at which today is a later day. Where that moment skips days
 * (a move from Honolulu to Auckland), they end as they begin.
 */
export function dayEnd(clock: MemberClock, day: Day): Instant {
  const { previous } = clock;
  if (previous === undefined) return naturalEnd(clock, day);
  const held = naturalDay(previous, previous.changedAt);
  if (day < held) return naturalEnd(previous, day);
  return Math.max(naturalEnd(previous, held), naturalEnd(clock, day));
}

/** The clock from `now` on, with another zone or another end of the day; the same clock when nothing changes. */
export function changeClock(clock: MemberClock, change: Partial<Setting>, now: Instant): MemberClock {
  const zone = change.zone ?? clock.zone;
  const dayEndsAt = change.dayEndsAt ?? clock.dayEndsAt;
  if (zone === clock.zone && dayEndsAt === clock.dayEndsAt) return clock;
  return { zone, dayEndsAt, previous: settingOfToday(clock, now) };
}

/**
 * The setting that gave the day that is lived at `now`. While a day is held over from an earlier change, that is
 * still the one before: the clock in between began no day, and must not be the one that ends this.
 */
function settingOfToday(clock: MemberClock, now: Instant): NonNullable<MemberClock['previous']> {
  const { previous } = clock;
  if (previous !== undefined) {
    const held = naturalDay(previous, previous.changedAt);
    if (now < naturalEnd(previous, held) || naturalDay(clock, now) < held) return previous;
  }
  return { zone: clock.zone, dayEndsAt: clock.dayEndsAt, changedAt: now };
}

/**
 * The day at `now` by one setting alone. Each day lasts from the first time that its beginning is shown until
 * the next one's, so clocks that go back over the end of a day do not bring it back (Casey, 2018-03-11).
 */
function naturalDay(setting: Setting, now: Instant): Day {
  let day = dayOf(now, setting.zone, setting.dayEndsAt);
  while (beginning(setting, day) > now) day = addDays(day, -1);
  while (naturalEnd(setting, day) <= now) day = addDays(day, 1);
  return day;
}

function naturalEnd(setting: Setting, day: Day): Instant {
  return beginning(setting, addDays(day, 1));
}

/** A date that the zone skipped begins, and ends, as the next one begins. */
function beginning(setting: Setting, day: Day): Instant {
  const time = `0${setting.dayEndsAt}:00` as LocalTime;
  return instantOf(day, time, setting.zone) ?? beginning(setting, addDays(day, 1));
}
