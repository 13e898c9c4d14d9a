import type { Logger } from 'pino';
import type { Instant } from '../coach/day.ts';
import type { Posts } from '../discord/outbox.ts';
import type { Places } from '../discord/places.ts';
import type { MessageBody } from '../messages/parts.ts';
import type { Delivery } from '../store/interfaces/deliveries.ts';
import type { ServerSettings } from '../store/interfaces/servers.ts';
import type { DmChannels } from './dm-channels.ts';
import { noteFailure, patience } from './failed.ts';
import { nonceOf } from './nonce.ts';
import { composePost, type Sources } from './posts.ts';
import { placeToSend } from './recovery.ts';

/** What sending needs. */
export interface SendOptions extends Sources {
  readonly posts: Posts;
  readonly places: Places;
  readonly log: Logger;
  /** The ways to people, for direct messages. */
  readonly dms: DmChannels;
}

/**
 * Brings one open delivery for a channel as far as it gets: sent, ended, or put off.
 * @throws StoreError, and for nothing that Discord, the network or a post does.
 */
export async function sendOwed(options: SendOptions, delivery: Delivery, now: Instant): Promise<void> {
  const { store } = options;
  const settings = await store.servers.settings(delivery.serverId);
  if (settings === undefined) return store.deliveries.close(delivery.id, 'skipped', 'not set up');
  // While posting fails, the daily post alone tries again: once a day, until it is mended.
  if (settings.parked !== undefined && delivery.kind !== 'daily') {
    return waitForMending(options, delivery, settings.parked.code, now);
  }
  const channelId = await placeToSend(options, delivery, settings, now);
  if (channelId === undefined) return;
  if (now > delivery.expiresAt) return miss(options, delivery);
  await send(options, delivery, settings, channelId, now);
}

async function send(
  options: SendOptions,
  delivery: Delivery,
  settings: ServerSettings,
  channelId: string,
  now: Instant,
): Promise<void> {
  const { store, posts, log } = options;
  const { id, serverId, key, kind } = delivery;
  const body = await compose(options, delivery, now);
  if (body === undefined) return;
  // Claimed before sending: a crash must not post twice. Of two processes that saw it, one claims it.
  if (!(await store.deliveries.claim(id, channelId, now, delivery.attempts))) return;
  // Before it is out: whoever has all of theirs deleted is to be found in it.
  if (body.mentions?.length) await store.deliveries.mentions(id, body.mentions);
  const posted = await posts.post(channelId, body, nonceOf(serverId, key));
  if (posted.act !== 'posted') return noteFailure(options, { delivery, settings, channelId, failure: posted, now });
  await store.transaction(async (inside) => {
    // Nobody is to be named by a post that was under way when all of theirs was deleted.
    const isWanted = await inside.deliveries.sent(id, posted.messageId, now);
    if (!isWanted) await inside.clearings.owe(serverId, channelId, posted.messageId, now);
    await inside.servers.unpark(serverId);
  });
  log.info({ event: 'posted', kind, server: serverId }, `posted ${key} in ${serverId}`);
}

/** The message; undefined when there is none to send, which is then written down. */
export async function compose(
  options: SendOptions,
  delivery: Delivery,
  now: Instant,
): Promise<MessageBody | undefined> {
  const { store, log } = options;
  const { id, key, kind, serverId } = delivery;
  try {
    const body = await composePost(options, delivery, now);
    if (body === undefined) await store.deliveries.close(id, 'skipped');
    return body;
  } catch (error) {
    // One server's post that cannot be made must not keep the others from theirs.
    await store.deliveries.postpone(id, now + patience.longest, 'not made');
    log.error({ event: 'post failed', kind, server: serverId, err: error }, `${key} in ${serverId} could not be made`);
    return undefined;
  }
}

/** A nudge is of no use later; a milestone is still news within its grace. */
async function waitForMending({ store }: SendOptions, delivery: Delivery, code: number, now: Instant): Promise<void> {
  const isNews = delivery.kind === 'milestone' && now <= delivery.expiresAt;
  if (isNews) await store.deliveries.postpone(delivery.id, now + patience.mending, `parked: ${code}`);
  else await store.deliveries.close(delivery.id, 'failed', `parked: ${code}`);
}

export async function miss({ store, log }: SendOptions, { id, key, kind, serverId }: Delivery): Promise<void> {
  await store.deliveries.close(id, 'missed');
  log.warn({ event: 'missed', kind, server: serverId }, `${key} in ${serverId} came too late and is marked missed`);
}
