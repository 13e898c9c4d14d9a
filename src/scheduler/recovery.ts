import type { Logger } from 'pino';
import { type Instant, MINUTE } from '../coach/day.ts';
import type { Posts } from '../discord/outbox.ts';
import type { Places } from '../discord/places.ts';
import type { Delivery } from '../store/interfaces/deliveries.ts';
import type { ServerSettings } from '../store/interfaces/servers.ts';
import type { Store } from '../store/store.ts';
import { noteFailure } from './failed.ts';

export interface RecoveryOptions {
  readonly store: Store;
  readonly posts: Posts;
  readonly places: Places;
  readonly log: Logger;
}

/** Discord remembers a nonce for "the past few minutes". */
const NONCE_REMEMBERED = 2 * MINUTE;
/** Clocks differ, and a request may have waited: our own message bears a time about that of its claim. */
export const EARLIER = 15 * MINUTE;
export const LATER = 30 * MINUTE;

const UNKNOWN_CHANNEL = 10003;

/**
 * Where a delivery is to be sent now. A claimed one may have arrived (the process was killed, or the answer was lost):
 * then its own buttons in the channel's history tell, and Discord's memory of its nonce while that lasts.
 * @returns the channel; undefined when nothing is to be sent, which is then written down.
 */
export async function placeToSend(
  options: RecoveryOptions,
  delivery: Delivery,
  settings: ServerSettings,
  now: Instant,
): Promise<string | undefined> {
  const { store, posts, log } = options;
  const { id, serverId, key, kind, channelId, claimedAt } = delivery;
  if (delivery.status !== 'sending' || channelId === undefined || claimedAt === undefined) return settings.channelId;
  // A claim from the future was made before the clock went back.
  const found = await posts.find(channelId, key, Math.min(claimedAt, now) - EARLIER, claimedAt + LATER);
  if (found.act === 'found') {
    await store.transaction(async (inside) => {
      await inside.deliveries.sent(id, found.messageId, now);
      await inside.servers.unpark(serverId);
    });
    log.info(
      { event: 'recovered', kind, server: serverId },
      `${key} in ${serverId} had arrived before the interruption`,
    );
    return undefined;
  }
  if (found.act === 'absent') {
    // Looked for where it may have left for, even if the admin chose another channel since; so it is sent there too.
    if (found.certain || isRemembered(delivery, now)) return channelId;
    return withoutHistory(options, delivery, settings, channelId, now);
  }
  // With its channel the message is gone too, if there was one.
  const isGone = found.act === 'park' && found.code === UNKNOWN_CHANNEL && channelId !== settings.channelId;
  if (isGone) return settings.channelId;
  await noteFailure(options, { delivery, settings, channelId, failure: found, now });
  return undefined;
}

/** Whether Discord would give the first message back for a second one with the same nonce, whichever try it came from. */
export function isRemembered({ attempts, claimedAt, dueAt }: Delivery, now: Instant): boolean {
  const since = attempts > 1 ? dueAt : claimedAt;
  return since !== undefined && since <= now && now - since <= NONCE_REMEMBERED;
}

/** No message was shown: the channel is empty, or we may not read it and nobody can tell. */
async function withoutHistory(
  options: RecoveryOptions,
  delivery: Delivery,
  settings: ServerSettings,
  channelId: string,
  now: Instant,
): Promise<string | undefined> {
  const { store, places, log } = options;
  const { id, serverId, key, kind } = delivery;
  const missing = places.missingIn(serverId, channelId);
  if (missing === undefined) {
    const failure = { act: 'retry', code: 'history unknown' } as const;
    await noteFailure(options, { delivery, settings, channelId, failure, now });
    return undefined;
  }
  if (!missing.includes('ReadMessageHistory')) return channelId;
  // Posting twice would be worse than not at all.
  await store.deliveries.close(id, 'failed', 'unreadable');
  log.warn(
    { event: 'post failed', kind, server: serverId },
    `${key} in ${serverId} may have arrived before the interruption, and the channel’s history cannot be read to tell: left at that (it takes Read Message History)`,
  );
  return undefined;
}
