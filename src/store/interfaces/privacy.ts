import type { Instant } from '../../coach/day.ts';
import type { MyCounts, MyRows } from '../../coach/my-data.ts';

/** What became of a removal. */
export interface Removed {
  readonly removed: MyCounts;
  /** Posts that still name them, now to be cleared: see {@link Clearings}. */
  readonly posts: number;
  /** What a search of every table found afterwards: nothing, or it would have failed. */
  readonly found: number;
  /** They are known in another server, too, so the way to their direct messages stays. */
  readonly isKnownElsewhere: boolean;
}

export interface MyData {
  /** All that is kept of a person in a server, in the plan or not. */
  rows(serverId: string, userId: string): Promise<MyRows>;
  /** Removes all of it, writes down which posts still name them, and looks for what might be left. */
  remove(serverId: string, userId: string, now: Instant): Promise<Removed>;
}

/** A post to be cleared of somebody of whom nothing is kept any more, and so does not say whom. */
export interface ClearingOwed {
  readonly id: number;
  readonly serverId: string;
  /** Absent while it is not known, and for ever when the post was never sent. */
  readonly message?: { readonly channelId: string; readonly id: string };
  /** A post that mentions several: it is to name only those whom it still may. Absent: the post is to go. */
  readonly deliveryId?: number;
  /** It is not known yet whether the post is sent. */
  readonly isUnderWay: boolean;
  readonly since: Instant;
}

export interface Clearings {
  /** Due by `now`, oldest first. One indexed query. */
  open(now: Instant, limit: number): Promise<ClearingOwed[]>;
  /** A post that is to go. */
  owe(serverId: string, channelId: string, messageId: string, now: Instant): Promise<void>;
  /** The ids of the users whom a delivery mentions and who are still known. */
  mayName(deliveryId: number): Promise<ReadonlySet<string>>;
  done(id: number): Promise<void>;
  postpone(id: number, retryAt: Instant): Promise<void>;
  earliest(): Promise<Instant | undefined>;
}

/** A member of whom it is to be found out whether they are still in the server. */
export interface Absent {
  readonly memberId: number;
  readonly serverId: string;
  readonly userId: string;
}

/** Who is still there. */
export interface Presence {
  /** Somebody used the coach in a server. Cheap when they did so within a day. */
  seen(serverId: string, userId: string, now: Instant): Promise<void>;
  /**
   * Of those last seen by `before`, and not asked for after `askedBefore`, the one whose time is longest ago; none of a
   * server of which `most` were asked for after `since`, nor of one that removed the bot. By an index.
   */
  unseen(when: {
    readonly before: Instant;
    readonly askedBefore: Instant;
    readonly since: Instant;
    readonly most: number;
  }): Promise<Absent | undefined>;
  /** The one who left first, of those who left by `before` and were not asked for after `askedBefore`. */
  leftBefore(before: Instant, askedBefore: Instant): Promise<Absent | undefined>;
  /** Discord says that they are there, that they are not, or nothing. */
  there(memberId: number, now: Instant): Promise<void>;
  left(memberId: number, now: Instant): Promise<void>;
  unanswered(memberId: number, now: Instant): Promise<void>;
  /** Removes all of the servers that removed the bot by `removedBefore`, their members' too. How many they were. */
  removeServers(removedBefore: Instant): Promise<number>;
  /** When something is to be removed next, if it is kept for so many milliseconds. */
  earliestRemoval(kept: number): Promise<Instant | undefined>;
}
