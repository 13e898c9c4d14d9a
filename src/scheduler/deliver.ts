import type { Logger } from 'pino';
import type { Instant } from '../coach/day.ts';
import type { Failure } from '../discord/failure.ts';
import type { Posts } from '../discord/outbox.ts';
import type { Places } from '../discord/places.ts';
import type { Delivery, ServerSettings } from '../store/store.ts';
import { nonceOf } from './nonce.ts';
import { composePost, type Sources } from './posts.ts';

/** What delivering needs. */
export interface DeliverOptions extends Sources {
  readonly posts: Posts;
  readonly places: Places;
  readonly log: Logger;
}

const ROUND = 500;
/** Servers posted to side by side; discord.js queues what Discord's limits do not let through. */
const AT_ONCE = 40;

const MINUTE = 60_000;
/** Discord remembers a nonce for "the past few minutes". */
const NONCE_REMEMBERED = 2 * MINUTE;
const LONGEST_WAIT = 15 * MINUTE;
/** Clocks differ: our own message may bear a time from before we claimed it. */
const CLOCK_SKEW = 5 * MINUTE;

/** Sends what is owed and open by `now`, each server's in order. */
export async function deliverWhatIsOpen(options: DeliverOptions, now: Instant): Promise<void> {
  const open = await options.store.deliveries.open(now, ROUND);
  const queues = [...byServer(open).values()];
  const worker = async () => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const delivery of queue) await deliver(options, delivery, now);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, queues.length) }, worker));
}

async function deliver(options: DeliverOptions, delivery: Delivery, now: Instant): Promise<void> {
  const { store } = options;
  const settings = await store.servers.settings(delivery.serverId);
  if (settings === undefined) return store.deliveries.close(delivery.id, 'skipped', 'not set up');
  if (delivery.status === 'sending' && (await settled(options, delivery, settings, now))) return;
  if (now > delivery.expiresAt) return miss(options, delivery);
  // While posting fails, the daily post alone tries again: once a day, until it is mended.
  if (settings.parked !== undefined && delivery.kind !== 'daily') {
    return store.deliveries.close(delivery.id, 'skipped', `parked: ${settings.parked.code}`);
  }
  await send(options, delivery, settings, now);
}

async function send(options: DeliverOptions, delivery: Delivery, settings: ServerSettings, now: Instant) {
  const { store, posts, log } = options;
  const body = await composePost(options, delivery);
  if (body === undefined) return store.deliveries.close(delivery.id, 'skipped');
  // A message that may have left stays where it was sent, even if the admin chose another channel since.
  const channelId = delivery.channelId ?? settings.channelId;
  // Claimed before sending: a crash must not post twice.
  if (!(await store.deliveries.claim(delivery.id, channelId, now))) return;
  const posted = await posts.post(channelId, body, nonceOf(delivery.serverId, delivery.key));
  if (posted.act !== 'posted') return fail(options, delivery, settings, posted, now);
  await store.deliveries.sent(delivery.id, posted.messageId, now);
  if (settings.parked !== undefined) await store.servers.unpark(delivery.serverId);
  log.info({ event: 'posted', ...about(delivery) }, `posted ${delivery.key} in ${delivery.serverId}`);
}

/**
 * A claimed delivery may have arrived: the process was killed, or the answer was lost. Its own buttons in the
 * channel's history tell. True when nothing more is to be done now.
 */
async function settled(options: DeliverOptions, delivery: Delivery, settings: ServerSettings, now: Instant) {
  const { store, posts, places, log } = options;
  const { channelId, claimedAt } = delivery;
  if (channelId === undefined || claimedAt === undefined) return false;
  const found = await posts.find(channelId, delivery.key, claimedAt - CLOCK_SKEW);
  if (found.act === 'found') {
    await store.deliveries.sent(delivery.id, found.messageId, now);
    log.info({ event: 'recovered', ...about(delivery) }, `${delivery.key} had arrived before the interruption`);
    return true;
  }
  if (found.act !== 'absent') {
    await fail(options, delivery, settings, found, now);
    return true;
  }
  if (now - claimedAt <= NONCE_REMEMBERED) return false;
  // Without the history nobody can tell, and posting twice is worse than not at all.
  if (places.missingIn(delivery.serverId, channelId)?.includes('ReadMessageHistory') !== true) return false;
  await store.deliveries.close(delivery.id, 'failed', 'the channel’s history cannot be read');
  return true;
}

async function miss({ store, log }: DeliverOptions, delivery: Delivery): Promise<void> {
  await store.deliveries.close(delivery.id, 'missed');
  log.warn({ event: 'missed', ...about(delivery) }, `${delivery.key} came too late and is marked missed`);
}

async function fail(
  { store, log }: DeliverOptions,
  delivery: Delivery,
  settings: ServerSettings,
  failure: Failure,
  now: Instant,
): Promise<void> {
  const { serverId, key, id } = delivery;
  const say = (what: string) =>
    log.warn(
      { event: 'post failed', ...about(delivery), code: failure.code },
      `${key} in ${serverId}: ${failure.code}; ${what}`,
    );
  switch (failure.act) {
    case 'delivered':
      return store.deliveries.close(id, 'skipped', 'deleted at once');
    case 'park':
      await store.deliveries.close(id, 'failed', String(failure.code));
      // A failure of the channel that the admin has left behind says nothing of the new one.
      if (settings.parked === undefined && (delivery.channelId ?? settings.channelId) === settings.channelId) {
        await store.servers.park(serverId, failure.code, now);
      }
      return say('posting there stops until it is mended (/coach status tells the admin how)');
    case 'never':
    case 'gone':
      await store.deliveries.close(id, 'failed', failure.code);
      return say('Discord will not take it');
    case 'retry': {
      const wait = Math.min(MINUTE * 2 ** delivery.attempts, LONGEST_WAIT);
      await store.deliveries.postpone(id, now + wait, failure.code);
      return say(`next try in ${wait / MINUTE} min`);
    }
  }
}

function about({ kind, serverId }: Delivery) {
  return { kind, server: serverId };
}

function byServer(open: readonly Delivery[]): Map<string, Delivery[]> {
  const queues = new Map<string, Delivery[]>();
  for (const delivery of open) {
    const queue = queues.get(delivery.serverId);
    if (queue === undefined) queues.set(delivery.serverId, [delivery]);
    else queue.push(delivery);
  }
  return queues;
}
