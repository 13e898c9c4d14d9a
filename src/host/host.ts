import { existsSync, statSync } from 'node:fs';
import type { Logger } from 'pino';
import type { Instant } from '../coach/day.ts';
import type { Config } from '../config.ts';
import type { Store } from '../store/store.ts';
import { backupFolder } from './backup-files.ts';
import { createDailyBackup, type DailyBackupOptions } from './daily-backup.ts';
import { type Health, openHealth } from './health.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { type Observed, observe } from './observed.ts';
import { watchedLog } from './watched-log.ts';

export interface HostOptions {
  readonly config: Pick<Config, 'DATABASE_PATH' | 'BACKUP_PATH' | 'BACKUP_KEEP' | 'HEALTH_HOST' | 'HEALTH_PORT'>;
  readonly store: Pick<Store, 'hostNotes'>;
  readonly version: string;
  readonly clock: () => Instant;
  readonly log: Logger;
  readonly backUp: DailyBackupOptions['backUp'];
}

/** What looks after the program rather than the members. */
export interface Host {
  /** For the bot: what it logs is counted. */
  readonly log: Logger;
  /** Where health is told; undefined when it is not. */
  readonly port: number | undefined;
  /** To be called at each minute; makes the daily backup when it is due. Never rejects. */
  beat(): Promise<void>;
  /** Waits for a backup in hand, and stops listening. */
  stop(): Promise<void>;
}

/** @throws ConfigError when the address for health cannot be used */
export async function openHost(options: HostOptions): Promise<Host> {
  const { config, store, clock } = options;
  const metrics = createMetrics();
  const observed = observe(metrics, clock);
  const log = watchedLog(options.log, observed.watch);
  const gauges = gaugesOf(metrics, options.version);
  const health = await healthOf(options, observed, async () => {
    gauges.connected.set(observed.isConnected() ? 1 : 0);
    const lastTick = observed.lastTick();
    if (lastTick !== undefined) gauges.lastTick.set(lastTick / 1000);
    gauges.memory.set(process.memoryUsage.rss());
    gauges.uptime.set(Math.round(process.uptime()));
    gauges.database.set(sizeOf(config.DATABASE_PATH) + sizeOf(`${config.DATABASE_PATH}-wal`));
    await askTheDatabase(store, gauges, clock()).catch(() => undefined);
    return metrics.text();
  });
  const backUpIfDue = dailyBackupOf(options, log);
  let inHand: Promise<void> | undefined;
  return {
    log,
    port: health?.port,
    beat() {
      inHand ??= Promise.resolve(backUpIfDue?.(clock())).finally(() => {
        inHand = undefined;
      });
      return inHand;
    },
    async stop() {
      await inHand;
      await health?.close();
    },
  };
}

async function healthOf(
  { config, store, clock, log }: HostOptions,
  observed: Observed,
  metrics: () => Promise<string>,
): Promise<Health | undefined> {
  const { HEALTH_HOST: host, HEALTH_PORT: port } = config;
  if (port === undefined) return undefined;
  const proveWritable = (now: Instant) => store.hostNotes.proveWritable(now);
  const health = await openHealth({ host, port, clock, observed, proveWritable, metrics });
  log.info({ event: 'health', port: health.port }, `health and metrics are on ${host}, port ${health.port}`);
  return health;
}

function dailyBackupOf(
  { config, store, backUp }: HostOptions,
  log: Logger,
): ReturnType<typeof createDailyBackup> | undefined {
  const { DATABASE_PATH: databasePath, BACKUP_PATH, BACKUP_KEEP: keep } = config;
  const folder = backupFolder(databasePath, BACKUP_PATH);
  return folder === undefined
    ? undefined
    : createDailyBackup({ databasePath, folder, keep, notes: store.hostNotes, log, backUp });
}

type Gauges = ReturnType<typeof gaugesOf>;

function gaugesOf(metrics: Metrics, version: string) {
  metrics.gauge('backbone_info', 'The version that runs.').set(1, { version });
  return {
    connected: metrics.gauge('backbone_gateway_connected', '1 while every shard is connected.'),
    lastTick: metrics.gauge('backbone_last_tick_timestamp_seconds', 'When the last good beat of the scheduler ended.'),
    enrolled: metrics.gauge('backbone_members_enrolled', 'Members whose enrolment stands, in all servers.'),
    database: metrics.gauge('backbone_database_bytes', 'The database on the disk, with its journal.'),
    backupAge: metrics.gauge(
      'backbone_backup_age_seconds',
      'Since the last backup, of the day or asked for; absent before the first.',
    ),
    backupBytes: metrics.gauge('backbone_backup_bytes', 'Size of the last backup.'),
    memory: metrics.gauge('process_resident_memory_bytes', 'Memory that the program holds.'),
    uptime: metrics.gauge('process_uptime_seconds', 'Since the program started.'),
  };
}

/** What only the database knows; while it fails, the rest is told all the same. */
async function askTheDatabase({ hostNotes }: HostOptions['store'], gauges: Gauges, now: Instant): Promise<void> {
  gauges.enrolled.set(await hostNotes.countEnrolled());
  const { made } = await hostNotes.backup();
  if (made === undefined) return;
  gauges.backupAge.set(Math.max(0, Math.round((now - made.at) / 1000)));
  gauges.backupBytes.set(made.bytes);
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}
