import type { Day, Instant, LocalTime } from '../../coach/day.ts';
import type { ScheduleKind } from '../../coach/nudges.ts';

/** A time of day at which a server is due something, and when that falls next. */
export interface Schedule {
  readonly serverId: string;
  readonly kind: ScheduleKind;
  /** 0 for the daily post and sleep; 0 to 3 for water. */
  readonly slot: number;
  readonly at: LocalTime;
  /** The local date that the next one belongs to, and its instant. */
  readonly nextDay: Day;
  readonly nextAt: Instant;
}

export interface Schedules {
  /**
   * Those due by `now` in servers that the bot is still in, oldest first. One indexed query. Those of parked servers are
   * among them, to be moved on like the others: `settings.parked` tells whether it is worth owing anything there.
   */
  due(now: Instant, limit: number): Promise<Schedule[]>;
  /** Moves a schedule on; false when somebody else moved it first. */
  advance(schedule: Schedule, nextDay: Day, nextAt: Instant): Promise<boolean>;
  ofServer(serverId: string): Promise<Schedule[]>;
  /** The earliest `nextAt` of all in servers that the bot is still in, undefined when nothing is scheduled. */
  earliest(): Promise<Instant | undefined>;
}
