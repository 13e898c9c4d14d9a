import type { Day, Instant } from '../../coach/day.ts';
import type { Effort, Workout } from '../../coach/member.ts';

export type NewCheckIn = {
  readonly memberId: number;
  readonly day: Day;
  readonly madeAt: Instant;
  /** The interaction that asked for it: the same one never counts twice. */
  readonly sourceId: string;
} & CheckInSaid;

/** What a check-in says. */
export type CheckInSaid = {
  /** A short note of the member's own. */
  readonly note?: string;
} & (
  | { readonly kind: 'workout'; readonly size: 'full' | 'floor'; readonly effort?: Effort; readonly repairs?: Day }
  /** Hours, halves allowed. */
  | { readonly kind: 'sleep'; readonly hours: number }
  /** Glasses of about 0.25 L, added to what the day has. */
  | { readonly kind: 'water'; readonly glasses: number }
);

export type CheckIn = {
  readonly id: number;
  readonly memberId: number;
  readonly day: Day;
  /** Of one in the place of another: when the first of them was made. */
  readonly madeAt: Instant;
  /** When it was taken back, or another took its place. */
  readonly undoneAt?: Instant;
} & CheckInSaid;

/** What a member logged for one day, all kinds, without what was undone. The last sleep counts; water adds up. */
export interface DayLog {
  readonly workouts: readonly Workout[];
  readonly sleepHours?: number;
  readonly waterGlasses: number;
}

export interface CheckIns {
  /** Appends; undefined when this interaction was already recorded. */
  add(checkIn: NewCheckIn): Promise<CheckIn | undefined>;
  byId(id: number): Promise<CheckIn | undefined>;
  /** The check-in, or the latest of those that took its place. */
  latest(id: number): Promise<CheckIn | undefined>;
  /**
   * Puts a check-in that says something else in the place of one that stands, which is undone. It is of the same day and
   * the same first moment, and its sets and its session go with it. Undefined when that one does not stand any more, or
   * this interaction was recorded already.
   */
  replace(id: number, said: CheckInSaid, now: Instant, sourceId: string): Promise<CheckIn | undefined>;
  /** False when it was undone already. */
  undo(id: number, now: Instant): Promise<boolean>;
  /** Adds to a workout how hard it was. False when that was said already, or it is no workout that stands. */
  rate(id: number, effort: Effort): Promise<boolean>;
  workouts(memberId: number): Promise<Workout[]>;
  /** Those of a server's members, if their enrolment stands, on the days from `from` to `to`; by member. */
  workoutsOfServer(serverId: string, from: Day, to: Day): Promise<ReadonlyMap<number, readonly Workout[]>>;
  onDay(memberId: number, day: Day): Promise<DayLog>;
  /** How many stand, all kinds, of all time. */
  count(memberId: number): Promise<number>;
  /** The members of a server, among those whose enrolment stands, who logged this kind for `day`. */
  loggedOn(serverId: string, kind: CheckIn['kind'], day: Day): Promise<ReadonlySet<number>>;
}

export interface Milestones {
  reached(memberId: number): Promise<ReadonlySet<string>>;
  /** True when it is new for this member; a milestone is reached once for ever. */
  add(memberId: number, milestone: string, day: Day, checkInId: number): Promise<boolean>;
}
