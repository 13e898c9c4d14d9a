import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { dayOf, HOUR, type Instant, MINUTE, zone } from '../coach/day.ts';
import type { HostNotes } from '../store/interfaces/host.ts';
import { dailyFile, rotate } from './backup-files.ts';
import type { Keep } from './rotation.ts';

/** 04:15 UTC: few people are up where most members are, and nothing else falls on it. */
export const BACKUP_AT = 4 * HOUR + 15 * MINUTE;
const DAY = 24 * HOUR;
/** After a failure. */
const TRY_AGAIN = HOUR;
const UTC = zone('UTC');

export interface DailyBackupOptions {
  readonly databasePath: string;
  readonly folder: string;
  readonly keep: Keep;
  readonly notes: Pick<HostNotes, 'backup' | 'backedUp' | 'backupFailed'>;
  readonly log: Logger;
  /** Makes the backup without stopping the event loop for long. @throws Error with one line for the host */
  readonly backUp: (target: string) => Promise<void>;
}

/** The instant since which a backup is due, whether or not it was made. */
export function dueSince(now: Instant): Instant {
  return Math.floor((now - BACKUP_AT) / DAY) * DAY + BACKUP_AT;
}

/**
 * Makes the day's backup at the first beat that finds it due; asked at every minute, and not while it is at it. What it
 * gives never rejects.
 */
export function createDailyBackup(options: DailyBackupOptions): (now: Instant) => Promise<void> {
  const { databasePath, folder, notes, log } = options;
  let triedAt = Number.NEGATIVE_INFINITY;

  async function make(now: Instant, file: string): Promise<void> {
    const target = join(folder, file);
    // Where it is, it is whole: a kill came before it was noted, or another coach on the same database was quicker.
    if (!existsSync(target)) {
      await options.backUp(target).catch((error: unknown) => {
        if (!existsSync(target)) throw error;
      });
    }
    const { size } = statSync(target);
    await notes.backedUp({ at: now, file, bytes: size });
    log.info({ event: 'backed up', file, bytes: size }, `backed up to ${target} (${inWords(size)})`);
    rotate(folder, databasePath, options.keep);
  }

  async function lookWhetherDue(now: Instant): Promise<void> {
    if (now - triedAt < TRY_AGAIN && now >= triedAt) return;
    const since = dueSince(now);
    const file = dailyFile(databasePath, dayOf(since, UTC));
    const { made } = await notes.backup();
    const isNoted = made !== undefined && made.at >= since && made.at <= now;
    // A note alone may be of a backup that somebody asked for.
    if (isNoted && existsSync(join(folder, file))) return;
    triedAt = now;
    try {
      await make(now, file);
      triedAt = Number.NEGATIVE_INFINITY;
    } catch (error) {
      const why = error instanceof Error ? error.message : 'no reason given';
      log.error({ event: 'backup failed' }, `the daily backup failed: ${why}; next try in an hour`);
      await notes.backupFailed({ at: now, why });
    }
  }

  return async (now) => {
    try {
      await lookWhetherDue(now);
    } catch (error) {
      // The database itself: it cannot even be asked, or not be told.
      log.error({ event: 'backup failed', err: error }, 'the daily backup could not be looked after');
    }
  };
}

/** `1.2 MB`, `96 kB`. */
export function inWords(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} kB`;
}
