import type { Instant } from '../coach/day.ts';
import type { Delivery } from '../store/interfaces/deliveries.ts';
import { sendDirect } from './direct.ts';
import { type SendOptions, sendOwed } from './send.ts';

/** How many deliveries one round takes; more are taken in the next, at once. */
const ROUND = 500;
/** Servers and people written to side by side; discord.js queues what Discord's limits do not let through. */
const AT_ONCE = 40;

/**
 * Sends what is owed and open by `now`, each server's and each person's in order.
 * @throws StoreError; nothing is under way any more by then.
 */
export async function deliverWhatIsOpen(options: SendOptions, now: Instant): Promise<void> {
  const seen = new Set<number>();
  for (;;) {
    const open = await options.store.deliveries.open(now, ROUND);
    const news = open.filter(({ id }) => !seen.has(id));
    if (news.length === 0) return;
    for (const { id } of news) seen.add(id);
    await deliverSideBySide(options, news, now);
  }
}

async function deliverSideBySide(options: SendOptions, deliveries: readonly Delivery[], now: Instant): Promise<void> {
  const queues = [...byPlace(deliveries).values()];
  const worker = async () => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const delivery of queue) {
        if (isDirect(delivery)) await sendDirect(options, delivery, now);
        else await sendOwed(options, delivery, now);
      }
    }
  };
  // All are waited for, whatever becomes of one: the next beat must not meet a request of this one.
  const ends = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, queues.length) }, worker));
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
}

function isDirect(delivery: Delivery): delivery is Delivery & { readonly toUser: string } {
  return delivery.toUser !== undefined;
}

/** What goes to one person waits for no other, and for no server's posts. */
function byPlace(deliveries: readonly Delivery[]): Map<string, Delivery[]> {
  const queues = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const place = delivery.toUser ?? delivery.serverId;
    const queue = queues.get(place);
    if (queue === undefined) queues.set(place, [delivery]);
    else queue.push(delivery);
  }
  return queues;
}
