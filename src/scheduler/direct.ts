import type { Instant } from '../coach/day.ts';
import type { Failure } from '../discord/failure.ts';
import type { Delivery } from '../store/interfaces/deliveries.ts';
import { noteUnsent } from './failed.ts';
import { nonceOf } from './nonce.ts';
import { EARLIER, isRemembered, LATER } from './recovery.ts';
import { compose, miss, type SendOptions } from './send.ts';

/** Cannot send messages to this user; they blocked the bot or share no server with it any more; unknown user. */
const REFUSALS: readonly number[] = [50007, 50278, 10013];

/**
 * Brings one direct message as far as it gets: sent, ended, or put off. The same as for the channel, but that what fails
 * here is between Discord and that one person.
 * @throws StoreError, and for nothing that Discord, the network or a message does.
 */
export async function sendDirect(
  options: SendOptions,
  delivery: Delivery & { readonly toUser: string },
  now: Instant,
): Promise<void> {
  const { store, posts, log, dms } = options;
  const { id, serverId, key, kind, toUser } = delivery;
  // Whoever pressed one of its buttons has it, whatever we know.
  if (delivery.answeredAt !== undefined) return store.deliveries.close(id, 'skipped', 'answered');
  if (!(await isStillOwed(options, delivery, now))) return;
  if (now > delivery.expiresAt) return miss(options, delivery);
  if ((await store.dms.state(toUser))?.refusedAt !== undefined) {
    return store.deliveries.close(id, 'failed', 'refused');
  }
  const body = await compose(options, delivery, now);
  if (body === undefined) return;
  const way = await dms.wayTo(toUser, now);
  if (way.act === 'wait') return store.deliveries.postpone(id, way.until, 'waits to be opened');
  if (way.act !== 'open') return noteFailure(options, delivery, way, now);
  // Claimed before sending: a crash must not write twice.
  if (!(await store.deliveries.claim(id, way.channelId, now, delivery.attempts))) return;
  const posted = await posts.post(way.channelId, body, nonceOf(serverId, key));
  if (posted.act !== 'posted') return noteFailure(options, delivery, posted, now);
  await store.deliveries.sent(id, posted.messageId, now);
  log.info({ event: 'posted', kind, server: serverId }, `sent ${key} of ${serverId} by direct message`);
}

/** False when one that was claimed had arrived, or nobody can tell, which is then written down. */
async function isStillOwed(options: SendOptions, delivery: Delivery, now: Instant): Promise<boolean> {
  const { store, posts, log } = options;
  const { id, serverId, key, kind, channelId, claimedAt } = delivery;
  if (delivery.status !== 'sending' || channelId === undefined || claimedAt === undefined) return true;
  // An alert has no button by which it could be found.
  if (kind === 'alert' && !isRemembered(delivery, now)) {
    await store.deliveries.close(id, 'failed', 'unreadable');
    return false;
  }
  const found = await posts.find(channelId, key, Math.min(claimedAt, now) - EARLIER, claimedAt + LATER);
  // Nobody can keep us from the history of a direct message: where it shows nothing, nothing arrived.
  if (found.act === 'absent') return true;
  if (found.act === 'found') {
    await store.deliveries.sent(id, found.messageId, now);
    log.info(
      { event: 'recovered', kind, server: serverId },
      `${key} of ${serverId} had arrived before the interruption`,
    );
  } else await noteFailure(options, delivery, found, now);
  return false;
}

async function noteFailure(options: SendOptions, delivery: Delivery, failure: Failure, now: Instant): Promise<void> {
  const { store, log } = options;
  const { id, serverId, key, kind, toUser } = delivery;
  if (failure.act !== 'park') return noteUnsent(options, delivery, failure, now);
  const isRefused = REFUSALS.includes(failure.code);
  await store.transaction(async (inside) => {
    await inside.deliveries.close(id, 'failed', String(failure.code));
    if (toUser === undefined) return;
    await (isRefused ? inside.dms.refused(toUser, now) : inside.dms.forget(toUser));
  });
  const line = isRefused
    ? 'nothing more is sent to them until they ask for it again'
    : 'the next one opens a new channel';
  log.info(
    { event: 'dm refused', kind, server: serverId, code: failure.code },
    `${key} of ${serverId}: ${failure.code}; ${line}`,
  );
}
