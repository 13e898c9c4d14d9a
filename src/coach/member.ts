import type { Kit, Level } from './content.ts';
import type { Day, Instant, Weekday, Zone } from './day.ts';

/** What a member agreed to train, from a day on. A change of mind adds terms; the past keeps the terms it had. */
export interface Terms {
  readonly fromDay: Day;
  readonly level: Level;
  /** Three to five, ascending. */
  readonly trainingDays: readonly Weekday[];
}

/** Days on which the plan stands still; both ends included, open-ended when `to` is absent. */
export interface Pause {
  readonly from: Day;
  readonly to?: Day;
}

/** From this day on the plan stands so many days, whole weeks, further back: after an absence a week is repeated. */
export interface Repeat {
  readonly from: Day;
  readonly days: number;
}

export interface Enrolment {
  readonly id: number;
  /** The first day of week 1. */
  readonly startsOn: Day;
  /** Ascending by `fromDay`; the first begins on `startsOn`. */
  readonly terms: readonly Terms[];
  readonly pauses: readonly Pause[];
  /** Ascending; none when absent. One of no days says that the member chose to go on instead. */
  readonly repeats?: readonly Repeat[];
  /** The day on which the member left the plan: it plans nothing from that day on. */
  readonly leftOn?: Day;
}

/** How a member's own day is told from an instant. */
export interface MemberClock {
  readonly zone: Zone;
  /** The hour, 0 to 5, until which the night belongs to the day before. */
  readonly dayEndsAt: number;
  /** The clock before the last change, so that moving east never ends a day early. */
  readonly previous?: { readonly zone: Zone; readonly dayEndsAt: number; readonly changedAt: Instant };
}

/** "How many more could you have done?" */
export const EFFORTS = ['0', '1-2', '3-4', '5+'] as const;
export type Effort = (typeof EFFORTS)[number];

/** A workout that stands (one that was undone is not among them). */
export interface Workout {
  readonly id: number;
  readonly day: Day;
  readonly madeAt: Instant;
  /** The ten-minute version counts too. */
  readonly size: 'full' | 'floor';
  readonly effort?: Effort;
  /** The missed day that this floor session makes good. */
  readonly repairs?: Day;
}

/** How a member is told of the daily post. */
export const NOTICES = ['nothing', 'mention', 'dm'] as const;
export type Notice = (typeof NOTICES)[number];

export interface Member {
  readonly id: number;
  readonly serverId: string;
  readonly userId: string;
  readonly clock: MemberClock;
  readonly kit: readonly Kit[];
  readonly notice: Notice;
  /** Whether milestones may be told in the channel. */
  readonly shareMilestones: boolean;
  /** Whether they stand on the leaderboard; no when absent. */
  readonly onLeaderboard?: boolean;
  /** Whether tips about how bodies look are kept from them; no when absent. */
  readonly hideBody?: boolean;
}

/** Everything that a member's plan and streak are computed from. */
export interface MemberFile {
  readonly member: Member;
  readonly enrolment: Enrolment;
  readonly workouts: readonly Workout[];
  /** Days that count for nobody in their server; none when absent. */
  readonly frozenDays?: ReadonlySet<Day>;
}
