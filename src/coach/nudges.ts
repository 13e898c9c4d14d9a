import {
  addDays,
  type Day,
  dayOf,
  HOUR,
  type Instant,
  instantOf,
  type LocalTime,
  localTime,
  MINUTE,
  type Occurrence,
  type Zone,
} from './day.ts';

/** How long after its time each kind is still worth sending, in milliseconds. */
const GRACE = {
  daily: 6 * HOUR,
  sleep: 30 * MINUTE,
  water: 30 * MINUTE,
  milestone: 24 * HOUR,
  /** By direct message, to one member. */
  reminder: 30 * MINUTE,
} as const;

export type GracedKind = keyof typeof GRACE;
export type NudgeKind = 'sleep' | 'water';
/** What is due at a time of day. */
export type ScheduleKind = 'daily' | NudgeKind;

/** How many of each nudge a server gets a day. */
export const MOST_A_DAY: Readonly<Record<NudgeKind, number>> = { sleep: 1, water: 4 };

/** Milliseconds after its time in which it may still be sent. */
export function graceOf(kind: GracedKind): number {
  return GRACE[kind];
}

/** Whether what is due at `dueAt` is to be sent `now`: not yet, or still, or no longer. */
export function missedOrDue(dueAt: Instant, now: Instant, kind: GracedKind): 'early' | 'due' | 'missed' {
  if (now < dueAt) return 'early';
  return now <= dueAt + GRACE[kind] ? 'due' : 'missed';
}

/** Local times in which no nudge is sent, the first included, the last not; they may go over midnight. */
export interface QuietHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

export const QUIET_HOURS: QuietHours = { from: localTime('22:00'), to: localTime('07:00') };

export function inQuietHours(time: LocalTime, { from, to }: QuietHours = QUIET_HOURS): boolean {
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

const WATER_FROM = 10 * HOUR;
const WATER_TO = 18 * HOUR;

/**
 * The times of so many water nudges a day: each in the middle of its equal part of 10:00 to 18:00. None for 0.
 * @throws RangeError when `count` is not a whole number from 0 to 4
 */
export function waterTimes(count: number): LocalTime[] {
  if (!Number.isInteger(count) || count < 0 || count > MOST_A_DAY.water) {
    throw new RangeError(`not a number of water nudges: ${count}`);
  }
  const part = (WATER_TO - WATER_FROM) / count;
  return Array.from({ length: count }, (_, index) => {
    const minutes = (WATER_FROM + part * (index + 0.5)) / MINUTE;
    return localTime(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`);
  });
}

export interface Slot {
  readonly kind: ScheduleKind;
  /** 0 for the daily post and sleep, 0 to 3 for water. */
  readonly slot: number;
  readonly at: LocalTime;
}

/**
 * The times of day at which a server is due something. Nudges in quiet hours, and those over what a day may have, are
 * left out; the daily post comes whenever the admin wants it.
 */
export function slotsOf(
  settings: { readonly postAt: LocalTime; readonly nudges: Readonly<Record<NudgeKind, readonly LocalTime[]>> },
  quiet: QuietHours = QUIET_HOURS,
): Slot[] {
  const nudges = (['sleep', 'water'] as const).flatMap((kind) =>
    settings.nudges[kind].slice(0, MOST_A_DAY[kind]).map((at, slot): Slot => ({ kind, slot, at })),
  );
  return [{ kind: 'daily', slot: 0, at: settings.postAt }, ...nudges.filter(({ at }) => !inQuietHours(at, quiet))];
}

/** After a longer downtime, only so many of the latest dates are written down as missed. */
export const MOST_MISSED = 14;

/** A time of day in a zone, and when it falls next. */
export interface ScheduledTime {
  readonly kind: GracedKind;
  readonly at: LocalTime;
  readonly zone: Zone;
  readonly nextDay: Day;
  readonly nextAt: Instant;
}

export interface DueDays {
  /** The latest occurrence, when its grace has not run out. Earlier ones are never sent to catch up. */
  readonly send?: Occurrence;
  /** Those that came and are not to be sent, the oldest first. */
  readonly missed: readonly Occurrence[];
  /** The first strictly after `now`: where the schedule moves on to. */
  readonly next: Occurrence;
}

/**
 * What a schedule asks for at `now`, whenever it was last looked at: each local date comes once, and a date that was
 * dealt with does not come again, even where the zone's rules were changed since.
 */
export function dueDays({ kind, at, zone, nextDay, nextAt }: ScheduledTime, now: Instant): DueDays {
  if (now < nextAt) return { missed: [], next: { day: nextDay, at: nextAt } };
  const worthNoting = addDays(dayOf(now, zone), -MOST_MISSED - 1);
  const come: Occurrence[] = [];
  let date = nextDay < worthNoting ? worthNoting : nextDay;
  let next: Occurrence | undefined;
  for (; next === undefined; date = addDays(date, 1)) {
    const instant = date === nextDay ? nextAt : instantOf(date, at, zone);
    if (instant === undefined) continue;
    if (instant > now) next = { day: date, at: instant };
    else come.push({ day: date, at: instant });
  }
  const latest = come.at(-1);
  if (latest === undefined || missedOrDue(latest.at, now, kind) === 'missed') {
    return { missed: come.slice(-MOST_MISSED), next };
  }
  return { send: latest, missed: come.slice(0, -1).slice(-MOST_MISSED), next };
}
