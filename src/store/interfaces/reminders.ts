import type { Day, Instant, Zone } from '../../coach/day.ts';
import type { ReminderTime, Wishes } from '../../coach/reminders/reminders.ts';
import type { CheckIn } from './check-ins.ts';

/** A member's reminder, and when it falls next. */
export interface Reminder extends ReminderTime {
  readonly memberId: number;
  readonly zone: Zone;
  /** The local date that the next one belongs to, and its instant. */
  readonly nextDay: Day;
  readonly nextAt: Instant;
  /** False when the bot is no longer in their server, or they are not. */
  readonly isReachable: boolean;
}

export interface Reminders {
  /** What a member asked for, and the defaults of what they did not; undefined when there is no such member. */
  wish(memberId: number): Promise<Wishes | undefined>;
  /**
   * Saves what they ask for and lays their times anew in the same transaction, from the first ones after `now` on. Who
   * sets this answers all that was asked before; and a refusal of Discord's is forgiven when anything is asked for.
   */
  save(memberId: number, wishes: Wishes, now: Instant): Promise<void>;
  /** Lays the times anew as they were asked for: after each change of the member's zone. */
  layAnew(memberId: number, now: Instant): Promise<void>;
  /** Those due by `now`, oldest first. One indexed query. */
  due(now: Instant, limit: number): Promise<Reminder[]>;
  /** Moves a reminder on; false when somebody else moved it first. */
  advance(reminder: Reminder, nextDay: Day, nextAt: Instant): Promise<boolean>;
  earliest(): Promise<Instant | undefined>;
  /** Who a member is, in the plan or not. */
  whose(memberId: number): Promise<{ readonly serverId: string; readonly userId: string } | undefined>;
  /** The ids of a server's members who want their own day by direct message. */
  toldByDm(serverId: string): Promise<number[]>;
  /** When something of this kind was logged last that stands. */
  lastLogged(memberId: number, kind: CheckIn['kind']): Promise<Instant | undefined>;
  /** The id of the check-in that was made under this source. */
  checkInOf(sourceId: string): Promise<number | undefined>;
}

/** What is known of the way to a person, whichever servers they are in. */
export interface DmState {
  /** Where they are written to, once that was opened. */
  readonly channelId?: string;
  /** When Discord would not deliver to them. Nothing is sent to them until they ask again. */
  readonly refusedAt?: Instant;
  /** They know of the refusal. */
  readonly isTold: boolean;
}

export interface Dms {
  state(userId: string): Promise<DmState | undefined>;
  opened(userId: string, channelId: string, now: Instant): Promise<void>;
  /** Discord knows that channel no more: the next message opens one anew. */
  forget(userId: string): Promise<void>;
  refused(userId: string, now: Instant): Promise<void>;
  /** They were told of the refusal. */
  told(userId: string): Promise<void>;
  /** They ask for direct messages again: a refusal says nothing any more. */
  forgive(userId: string): Promise<void>;
}
