import type { Instant } from '../coach/day.ts';
import type { Metrics } from './metrics.ts';
import type { Logged } from './watched-log.ts';

/** What the bot's own events tell of its state. */
export interface Observed {
  watch(fields: Logged): void;
  /** Logged in, and no shard is looking for its way back. */
  isConnected(): boolean;
  /** When a beat of the scheduler last ended as it should; undefined before the first. */
  lastTick(): Instant | undefined;
}

/** The log's word for what became of a delivery's try. */
const DELIVERIES: Readonly<Record<string, string>> = {
  posted: 'posted',
  recovered: 'recovered',
  missed: 'missed',
  'post failed': 'failed',
};
/** And of an interaction. */
const INTERACTIONS: Readonly<Record<string, string>> = {
  answered: 'answered',
  declined: 'declined',
  'answer failed': 'undelivered',
  'answer refused': 'refused',
  'command failed': 'fault',
};

/** Counts what happens, by kind. Ids of people and servers, which some events carry, are not looked at. */
export function observe(metrics: Metrics, clock: () => Instant): Observed {
  const ticks = metrics.counter('backbone_ticks_total', 'Beats of the scheduler that ended, by result.');
  const deliveries = metrics.counter('backbone_deliveries_total', 'Tries of posts and messages, by kind and result.');
  const interactions = metrics.counter(
    'backbone_interactions_total',
    'Commands, buttons and forms used, by outcome. What is declined, and a fault of ours, is answered too, so it counts under both.',
  );
  const reconnects = metrics.counter('backbone_gateway_reconnects_total', 'Times that the gateway was lost.');
  const backups = metrics.counter('backbone_backups_total', 'Daily backups, by result.');
  reconnects.add(0);
  const down = new Set<unknown>();
  let isReady = false;
  let hasFailed = false;
  let tickedAt: Instant | undefined;

  function ticked(): void {
    ticks.add(1, { result: hasFailed ? 'failed' : 'ok' });
    if (!hasFailed) tickedAt = clock();
    hasFailed = false;
  }

  function lost(shard: unknown): void {
    if (!down.has(shard)) reconnects.add();
    down.add(shard);
  }

  return {
    watch(fields) {
      const event = String(fields['event']);
      const delivery = DELIVERIES[event];
      if (delivery !== undefined) deliveries.add(1, { kind: String(fields['kind']), result: delivery });
      const outcome = INTERACTIONS[event];
      if (outcome !== undefined) interactions.add(1, { command: String(fields['what']), outcome });
      if (event === 'ready') isReady = true;
      if (event === 'gateway reconnecting') lost(fields['shard']);
      if (event === 'gateway resumed') down.delete(fields['shard']);
      if (event === 'tick failed') hasFailed = true;
      if (event === 'tick') ticked();
      if (event === 'backed up') backups.add(1, { result: 'made' });
      if (event === 'backup failed') backups.add(1, { result: 'failed' });
    },
    isConnected: () => isReady && down.size === 0,
    lastTick: () => tickedAt,
  };
}
