import type { Day, Instant } from '../../coach/day.ts';
import type { NudgeKind } from './servers.ts';

/** What goes to a channel: at a time of day, or because of a check-in. */
export type ChannelPostKind = 'daily' | NudgeKind | 'milestone';

/** What goes to one person by direct message. A member's own day, told with the daily post, is a `remind-workout`. */
export type DirectKind = 'remind-workout' | 'remind-sleep' | 'remind-water' | 'review' | 'alert';

export type PostKind = ChannelPostKind | DirectKind;

/**
 * pending: owed, nothing sent. sending: claimed; a request may have left. sent: Discord has it. The others are ends
 * too: missed (its grace ran out), skipped (there was nothing to say), failed (Discord will never take it).
 */
export type DeliveryStatus = 'pending' | 'sending' | 'sent' | 'missed' | 'skipped' | 'failed';

export interface Delivery {
  readonly id: number;
  readonly serverId: string;
  readonly kind: PostKind;
  /** Unique for ever within its server, and carried by the post's own buttons: `daily.2026-01-05`, `water.2026-01-05.2`, `milestone.17.streak-7`. */
  readonly key: string;
  readonly day: Day;
  readonly status: DeliveryStatus;
  /** Whose milestone or reminder it is; and which milestone. */
  readonly memberId?: number;
  readonly milestone?: string;
  /** The person whom it goes to by direct message; absent for the channel. */
  readonly toUser?: string;
  readonly dueAt: Instant;
  /** After this it is missed rather than sent. */
  readonly expiresAt: Instant;
  /** Not looked at before this instant. */
  readonly retryAt: Instant;
  readonly attempts: number;
  /** Where it was sent, since it was claimed. */
  readonly channelId?: string;
  readonly claimedAt?: Instant;
  readonly sentAt?: Instant;
  readonly messageId?: string;
  /** When one of its buttons was pressed. */
  readonly answeredAt?: Instant;
  /** The last failure, for the host: Discord's code or the name of the error. */
  readonly error?: string;
}

export type NewDelivery = Pick<Delivery, 'serverId' | 'kind' | 'key' | 'day' | 'dueAt' | 'expiresAt'> & {
  readonly status: 'pending' | 'missed';
  readonly memberId?: number;
  readonly milestone?: string;
  readonly toUser?: string;
};

export interface Deliveries {
  /** Writes down that something is owed; false when that key already exists (for ever). */
  owe(delivery: NewDelivery): Promise<boolean>;
  /** pending or sending, and `retryAt` reached; oldest first. One indexed query. */
  open(now: Instant, limit: number): Promise<Delivery[]>;
  /**
   * pending → sending, or a further attempt of a sending one. Committed before the request leaves: a crash must not post
   * twice. False when it was not open any more, or when its attempts are not `seenAttempts` any more: of two that saw
   * the same delivery, one claims it.
   */
  claim(id: number, channelId: string, now: Instant, seenAttempts?: number): Promise<boolean>;
  /**
   * Whatever became of it meanwhile: Discord has it. False when it is not there any more: what is kept of somebody was
   * removed.
   */
  sent(id: number, messageId: string, now: Instant): Promise<boolean>;
  /** Writes down whom a post is to mention, so that it can be made to name them no more. Before it is sent. */
  mentions(id: number, userIds: readonly string[]): Promise<void>;
  /** Does nothing when it is not open any more, as `postpone`. */
  close(id: number, status: 'missed' | 'skipped' | 'failed', error?: string): Promise<void>;
  /** Not before `retryAt`; keeps pending or sending as it is. */
  postpone(id: number, retryAt: Instant, error: string): Promise<void>;
  /** Owes the daily post anew that Discord refused, unless it is too late: its channel was mended. */
  reopenDaily(serverId: string, now: Instant): Promise<void>;
  /** The channel's, the newest first: what goes to one person is nobody else's business. */
  latest(serverId: string, limit: number): Promise<(Delivery & { readonly kind: ChannelPostKind })[]>;
  earliestRetry(): Promise<Instant | undefined>;
  /** What went, or is to go, to a member by direct message on the days from `from` on, the oldest day first. */
  toMember(memberId: number, from: Day): Promise<Delivery[]>;
  /** One of its buttons was pressed; the first press counts. */
  answered(serverId: string, key: string, now: Instant): Promise<void>;
}
