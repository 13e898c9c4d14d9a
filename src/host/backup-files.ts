import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Day, type Instant, parseDay } from '../coach/day.ts';
import { stemOf } from '../store/backup.ts';
import { type Keep, outdated } from './rotation.ts';

/** Where backups go: as the host says, or beside the database. Undefined when the daily ones are turned off. */
export function backupFolder(databasePath: string, backupPath: string | undefined): string | undefined {
  return backupPath === 'off' ? undefined : (backupPath ?? join(dirname(databasePath), 'backups'));
}

/** `coach-2026-01-05.db`: the backup of a day (UTC). Only files with such names are ever removed. */
export function dailyFile(databasePath: string, day: Day): string {
  return `${stemOf(databasePath)}-${day}.db`;
}

/** `coach-2026-01-05T04-15-00Z.db`: one that somebody asked for, and keeps. */
export function ownFile(databasePath: string, now: Instant): string {
  return `${stemOf(databasePath)}-${stamp(now)}.db`;
}

/** `coach-before-2026-01-05T04-15-00Z.db`: the database that a backup has taken the place of. */
export function formerFile(databasePath: string, now: Instant): string {
  return `${stemOf(databasePath)}-before-${stamp(now)}.db`;
}

/** To the second, in UTC, as every file system takes it. */
function stamp(now: Instant): string {
  return new Date(now)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
}

/** Removes the daily backups that are not kept any more. @throws an error of the operating system */
export function rotate(folder: string, databasePath: string, keep: Keep): void {
  const start = `${stemOf(databasePath)}-`;
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const days = names.flatMap((name) => {
    const day = name.startsWith(start) && name.endsWith('.db') ? parseDay(name.slice(start.length, -3)) : undefined;
    return day === undefined ? [] : [day];
  });
  for (const day of outdated(days, keep)) rmSync(join(folder, dailyFile(databasePath, day)), { force: true });
  // A backup that was cut off by a kill.
  for (const name of names) {
    if (name.startsWith(start) && /^\d{4}-\d\d-\d\d\.db\.draft-\d+(-\w+)?$/.test(name.slice(start.length))) {
      rmSync(join(folder, name), { force: true });
    }
  }
}
