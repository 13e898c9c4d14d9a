import type { Logger } from 'pino';
import { HOUR, type Instant, MINUTE } from '../coach/day.ts';
import type { Failure } from '../discord/failure.ts';
import type { OwnPosts } from '../discord/own-posts.ts';
import type { Text } from '../messages/en.ts';
import { namingOnly } from '../messages/render/mydata.ts';
import type { Absent, ClearingOwed } from '../store/interfaces/privacy.ts';
import type { Store } from '../store/store.ts';

export interface ClearingOptions {
  readonly store: Store;
  readonly posts: OwnPosts;
  readonly text: Text;
  readonly log: Logger;
}

const DAY = 24 * HOUR;

/** How things are kept of those who are gone, and how seldom Discord is asked about it. */
export const clearing = {
  /** Of a member who left the server, and of a server that removed the bot. */
  kept: 30 * DAY,
  /** Whoever was not seen for so long is asked for. */
  unseen: 7 * DAY,
  /** So many of one server in a day, and so many at once: these questions are in no hurry. */
  aDay: 20,
  atOnce: 5,
} as const;

/** After a failure that says nothing of the post; and after one that an admin has to mend. */
const SOON = 15 * MINUTE;

/**
 * Clears up after those who are gone, at most once a minute: what they asked to be taken out of channels, members who
 * left, servers that removed the bot. Level-triggered: after two months of being off, one round does what is due.
 */
export function createClearing(options: ClearingOptions): {
  /** @throws StoreError */
  clearUp(now: Instant): Promise<void>;
  nextDue(): Promise<Instant | undefined>;
} {
  const { store, log } = options;
  let asked: Instant | undefined;
  return {
    async clearUp(now) {
      await clearPosts(options, now);
      // Beats come with every answer, too.
      if (asked !== undefined && now >= asked && now - asked < MINUTE) return;
      asked = now;
      const servers = await store.presence.removeServers(now - clearing.kept);
      if (servers > 0) log.info({ event: 'cleared', servers }, 'removed all of servers that removed the bot long ago');
      await removeThoseWhoLeft(options, now);
      await askForTheUnseen(options, now);
    },
    async nextDue() {
      const due = [await store.clearings.earliest(), await store.presence.earliestRemoval(clearing.kept)];
      const known = due.filter((instant) => instant !== undefined);
      return known.length === 0 ? undefined : Math.min(...known);
    },
  };
}

async function clearPosts(options: ClearingOptions, now: Instant): Promise<void> {
  const { store, log } = options;
  for (const owed of await store.clearings.open(now, clearing.atOnce)) {
    const failure = await clear(options, owed);
    if (failure === undefined) await store.clearings.done(owed.id);
    else if (failure === 'wait') await store.clearings.postpone(owed.id, now + MINUTE);
    else {
      const { id, since, serverId: server } = owed;
      const { act, code } = failure;
      const isLost = act === 'never' || act === 'gone' || now - since > clearing.kept;
      const line = isLost ? 'it stays as it is' : 'tried again later';
      log.warn({ event: 'not cleared', server, code }, `a post in ${server} could not be cleared: ${code}; ${line}`);
      if (isLost) await store.clearings.done(id);
      else await store.clearings.postpone(id, now + (act === 'park' ? DAY : Math.max(SOON, afterOf(failure))));
      // Discord or the network is in trouble: the others would meet the same.
      if (act === 'retry') return;
    }
  }
}

/** Nothing when it is cleared, or there is nothing to clear. */
async function clear(
  { store, posts, text }: ClearingOptions,
  { message, deliveryId, isUnderWay }: ClearingOwed,
): Promise<Failure | 'wait' | undefined> {
  if (message === undefined) return isUnderWay ? 'wait' : undefined;
  const mayName = deliveryId === undefined ? undefined : await store.clearings.mayName(deliveryId);
  const cleared =
    mayName === undefined
      ? await posts.removePost(message.channelId, message.id)
      : await posts.editPost(message.channelId, message.id, (shown) => namingOnly(text, shown, mayName));
  return cleared.act === 'cleared' ? undefined : cleared;
}

function afterOf(failure: Failure): number {
  return failure.act === 'retry' ? (failure.after ?? 0) : 0;
}

/** Asked for once more: what is removed does not come back. */
async function removeThoseWhoLeft({ store, posts, log }: ClearingOptions, now: Instant): Promise<void> {
  for (let turn = 0; turn < clearing.atOnce; turn++) {
    const member = await store.presence.leftBefore(now - clearing.kept, now - DAY);
    if (member === undefined) return;
    const { memberId, serverId, userId } = member;
    const { act } = await posts.seek(serverId, userId);
    if (act === 'there') await store.presence.there(memberId, now);
    else if (act !== 'left') return void (await store.presence.unanswered(memberId, now));
    else {
      await store.myData.remove(serverId, userId, now);
      log.info({ event: 'cleared', server: serverId }, 'removed all of a member who left the server long ago');
    }
  }
}

async function askForTheUnseen({ store, posts, log }: ClearingOptions, now: Instant): Promise<void> {
  for (let turn = 0; turn < clearing.atOnce; turn++) {
    const member: Absent | undefined = await store.presence.unseen({
      before: now - clearing.unseen,
      askedBefore: now - DAY,
      since: now - DAY,
      most: clearing.aDay,
    });
    if (member === undefined) return;
    const found = await posts.seek(member.serverId, member.userId);
    if (found.act === 'there') await store.presence.there(member.memberId, now);
    else if (found.act === 'left') await store.presence.left(member.memberId, now);
    else {
      await store.presence.unanswered(member.memberId, now);
      log.debug({ event: 'not asked', server: member.serverId, code: found.code }, 'Discord did not say who is there');
      if (found.act === 'retry') return;
    }
  }
}
