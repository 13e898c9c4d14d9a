import type { Logger } from 'pino';
import { HOUR, type Instant, MINUTE } from '../coach/day.ts';
import { alertKey } from '../coach/post-key.ts';
import type { Failure } from '../discord/failure.ts';
import type { Delivery, NewDelivery } from '../store/interfaces/deliveries.ts';
import type { ServerSettings } from '../store/interfaces/servers.ts';
import type { Store } from '../store/store.ts';

/** Milliseconds until something is tried again. */
export const patience = { first: MINUTE, longest: 15 * MINUTE, mending: HOUR } as const;

/** A beat comes at the full minute and a bit: what is put off by a minute is due at the next one, not the second. */
const BEFORE_THE_BEAT = 5_000;
/** So long it is worth telling an admin that posting fails. */
const ALERT_GRACE = 24 * HOUR;

export interface Failed {
  readonly delivery: Delivery;
  readonly settings: ServerSettings;
  /** Where it was tried. */
  readonly channelId: string;
  readonly failure: Failure;
  readonly now: Instant;
}

/** Writes down what follows from a request that failed, and names the cause in one line of the log. */
export async function noteFailure(
  { store, log }: { readonly store: Store; readonly log: Logger },
  { delivery, settings, channelId, failure, now }: Failed,
): Promise<void> {
  if (failure.act !== 'park') return noteUnsent({ store, log }, delivery, failure, now);
  const { serverId, id, kind } = delivery;
  await store.transaction(async (inside) => {
    if (kind === 'milestone') await inside.deliveries.postpone(id, now + patience.mending, String(failure.code));
    else await inside.deliveries.close(id, 'failed', String(failure.code));
    // A failure of the channel that the admin has left behind says nothing of the new one.
    const isNews = channelId === settings.channelId && (await inside.servers.park(serverId, failure.code, now));
    if (isNews && settings.alertUser !== undefined)
      await inside.deliveries.owe(alert(delivery, settings.alertUser, now));
  });
  lineFor(log, delivery, failure)('posting there stops until it is mended (/coach status tells the admin how)');
}

/** The admin who asked for it is told by direct message. */
function alert({ serverId, day }: Delivery, toUser: string, now: Instant): NewDelivery {
  const due = { dueAt: now, expiresAt: now + ALERT_GRACE };
  return { serverId, kind: 'alert', key: alertKey(now), day, ...due, status: 'pending', toUser };
}

function lineFor(log: Logger, { serverId, key, kind }: Delivery, { code }: Pick<Failure, 'code'>) {
  return (what: string) =>
    log.warn({ event: 'post failed', kind, server: serverId, code }, `${key} in ${serverId}: ${code}; ${what}`);
}

/** The same for a failure that says nothing of the place, whether that is a channel or a person. */
export async function noteUnsent(
  { store, log }: { readonly store: Store; readonly log: Logger },
  delivery: Delivery,
  failure: Exclude<Failure, { readonly act: 'park' }>,
  now: Instant,
): Promise<void> {
  const { id } = delivery;
  const say = lineFor(log, delivery, failure);
  switch (failure.act) {
    case 'delivered':
      return store.deliveries.close(id, 'skipped', 'deleted');
    case 'never':
    case 'gone':
      await store.deliveries.close(id, 'failed', failure.code);
      return say('Discord will not take it');
    case 'retry': {
      // Looking for it in the history is no attempt: there the pauses grow with the time since it was claimed.
      const since = delivery.claimedAt === undefined ? 0 : now - delivery.claimedAt;
      const backOff = Math.min(Math.max(patience.first * 2 ** delivery.attempts, since), patience.longest);
      const wait = Math.max(backOff - BEFORE_THE_BEAT, failure.after ?? 0);
      await store.deliveries.postpone(id, now + wait, failure.code);
      return say(`next try in ${Math.ceil(wait / MINUTE)} min`);
    }
  }
}
