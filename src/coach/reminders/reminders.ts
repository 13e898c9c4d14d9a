import { HOUR, type Instant, type LocalTime, localTime, MINUTE, nextOccurrence, timeIn, type Zone } from '../day.ts';
import { inQuietHours, MOST_A_DAY, QUIET_HOURS, type QuietHours } from '../nudges.ts';

/** What a member may be reminded of by direct message. */
export const REMINDER_KINDS = ['workout', 'sleep', 'water', 'review'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** What a member asked for. A time that they have not named gives no reminder. */
export interface Wishes {
  readonly workout: boolean;
  /** When they train. */
  readonly trainsAt?: LocalTime;
  readonly sleep: boolean;
  readonly wakesAt?: LocalTime;
  /** 7 to 9. */
  readonly sleepHours: number;
  /** Times a day, 0 to 4, spread over the hours from `waterFrom` to `waterTo`; from 10:00 to 18:00 when absent. */
  readonly water: number;
  readonly waterFrom?: LocalTime;
  readonly waterTo?: LocalTime;
  /** Their week in review, on the morning after it. */
  readonly review: boolean;
  readonly quiet: QuietHours;
  /** Direct messages of all kinds together in one of their days, 0 to 6. */
  readonly mostADay: number;
}

export const NO_WISHES: Wishes = {
  workout: false,
  sleep: false,
  sleepHours: 8,
  water: 0,
  review: false,
  quiet: QUIET_HOURS,
  mostADay: 4,
};

/** A reminder's time of day, by the member's own clock. */
export interface ReminderTime {
  readonly kind: ReminderKind;
  /** 0 to 3 for water, 0 for the others. */
  readonly slot: number;
  readonly at: LocalTime;
}

const REVIEW_AT = localTime('09:00');
const [WATER_FROM, WATER_TO] = [localTime('10:00'), localTime('18:00')];
/** Between the reminder and the light going out. */
const WIND_DOWN_MINUTES = 30;
const MINUTES_A_DAY = (24 * HOUR) / MINUTE;

/**
 * When a member is reminded, none of it in their quiet hours. What falls there: a wind-down moves to the last minute
 * before them, rather than being lost; the week's review to the first after them; a workout and a glass of water are
 * left out, for at another time they would be of no use.
 */
export function reminderTimes(wishes: Wishes): ReminderTime[] {
  const { quiet } = wishes;
  const times: ReminderTime[] = [];
  if (wishes.workout && wishes.trainsAt !== undefined) times.push({ kind: 'workout', slot: 0, at: wishes.trainsAt });
  const windDown = windDownAt(wishes);
  if (wishes.sleep && windDown !== undefined) {
    times.push({ kind: 'sleep', slot: 0, at: inQuietHours(windDown, quiet) ? plus(quiet.from, -1) : windDown });
  }
  for (const [slot, at] of waterTimesOf(wishes).entries()) times.push({ kind: 'water', slot, at });
  if (wishes.review) {
    times.push({ kind: 'review', slot: 0, at: inQuietHours(REVIEW_AT, quiet) ? quiet.to : REVIEW_AT });
  }
  return times.filter(({ at }) => !inQuietHours(at, quiet));
}

/** When the light goes out, so that they sleep as long as they want before they wake. */
export function lightsOutAt({ wakesAt, sleepHours }: Pick<Wishes, 'wakesAt' | 'sleepHours'>): LocalTime | undefined {
  return wakesAt && plus(wakesAt, -sleepHours * 60);
}

function windDownAt(wishes: Wishes): LocalTime | undefined {
  const lightsOut = lightsOutAt(wishes);
  return lightsOut && plus(lightsOut, -WIND_DOWN_MINUTES);
}

/** Each in the middle of its equal part of the hours that they named, which may go over midnight; equal ones are a day. */
function waterTimesOf({ water, waterFrom = WATER_FROM, waterTo = WATER_TO }: Wishes): LocalTime[] {
  const count = Math.min(water, MOST_A_DAY.water);
  const span = (minutesOf(waterTo) - minutesOf(waterFrom) + MINUTES_A_DAY) % MINUTES_A_DAY || MINUTES_A_DAY;
  const times = Array.from({ length: count }, (_, index) => plus(waterFrom, (span / count) * (index + 0.5)));
  return [...new Set(times)];
}

function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** So many minutes later, or earlier, around the clock. */
function plus(time: LocalTime, minutes: number): LocalTime {
  const total = Math.floor(minutesOf(time) + minutes + MINUTES_A_DAY) % MINUTES_A_DAY;
  return localTime(`${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`);
}

export function isQuiet(now: Instant, zone: Zone, quiet: QuietHours): boolean {
  return inQuietHours(timeIn(now, zone), quiet);
}

/** The last instant at which something that is due at `from`, outside of quiet hours, may be sent within `grace` ms. */
export function lastMoment(from: Instant, grace: number, zone: Zone, quiet: QuietHours): Instant {
  if (quiet.from === quiet.to) return from + grace;
  return Math.min(from + grace, nextOccurrence(from, quiet.from, zone).at - 1);
}

/** `now`, or the end of the quiet hours that it lies in. */
export function afterQuiet(now: Instant, zone: Zone, quiet: QuietHours): Instant {
  return isQuiet(now, zone, quiet) ? nextOccurrence(now, quiet.to, zone).at : now;
}
