import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Instant } from '../coach/day.ts';
import { type Config, ConfigError, EX_CONFIG, readConfig } from '../config.ts';
import { BackupError, type BackupErrorCode, backUp, restore } from '../store/backup.ts';
import { noteBackup } from '../store/host-notes.ts';
import { asStoreError, StoreError, type StoreErrorCode } from '../store/store-error.ts';
import { backupFolder, formerFile, ownFile } from './backup-files.ts';
import { inWords } from './daily-backup.ts';

/** How a command ends: its one line, for standard output when `code` is 0, and the exit code by sysexits.h. */
export interface Ended {
  readonly code: number;
  readonly line: string;
}

export interface CommandOptions {
  readonly given: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly now: Instant;
}

const [EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL] = [64, 65, 66, 73, 74, 75];

const CODES: Readonly<Record<BackupErrorCode | StoreErrorCode, number>> = {
  exists: EX_CANTCREAT,
  nothing: EX_NOINPUT,
  same: EX_USAGE,
  running: EX_TEMPFAIL,
  unsure: EX_DATAERR,
  notADatabase: EX_DATAERR,
  foreign: EX_DATAERR,
  empty: EX_DATAERR,
  missing: EX_DATAERR,
  newer: EX_DATAERR,
  damaged: EX_DATAERR,
  unwritable: EX_CANTCREAT,
  locked: EX_TEMPFAIL,
  full: EX_IOERR,
  io: EX_IOERR,
};

/** For `/coach status` and the metrics. */
const NOTED_WITHIN_MS = 10_000;

/** `npm run backup [file or folder]`: without one, into the folder of the daily backups, which never removes it. */
export function runBackup(options: CommandOptions): Ended {
  return ending('backup', options, 'at most one file', [0, 1], ({ DATABASE_PATH: path, BACKUP_PATH }, [file]) => {
    const name = ownFile(path, options.now);
    const asked = file ?? backupFolder(path, BACKUP_PATH) ?? backupFolder(path, undefined);
    const target = file === undefined || isFolder(asked) ? join(asked ?? '.', name) : file;
    const bytes = backUp(path, target);
    noteBackup(path, { at: options.now, file: basename(target), bytes }, NOTED_WITHIN_MS);
    return `${path} is backed up to ${target} (${inWords(bytes)}, checked)`;
  });
}

/** `npm run restore <file>`, while the coach does not run. */
export function runRestore(options: CommandOptions): Ended {
  return ending('restore', options, 'one file, a backup', [1, 1], ({ DATABASE_PATH: path }, [file = '']) => {
    const former = restore(path, file, formerFile(path, options.now));
    const kept = former === undefined ? 'there was no database before' : `the former database is ${former}`;
    return `${path} is restored from ${file}; ${kept}`;
  });
}

function ending(
  name: string,
  { given, environment }: CommandOptions,
  takes: string,
  [least, most]: readonly [number, number],
  work: (config: Config, files: readonly string[]) => string,
): Ended {
  const isOption = given.some((argument) => argument.startsWith('-'));
  if (given.length < least || given.length > most || isOption) {
    const got = given.length === 0 ? 'none' : given.join(' ');
    return {
      code: EX_USAGE,
      line: `${name}: got ${got}, takes ${takes}: npm run ${name} ${least > 0 ? '<file>' : '[file]'}`,
    };
  }
  // npm runs scripts in the project's folder, wherever it was called.
  const files = given.map((file) => resolve(environment['INIT_CWD'] ?? '.', file));
  try {
    return { code: 0, line: work(readConfig(environment), files) };
  } catch (thrown) {
    const error = asStoreError(thrown, files[0] ?? name);
    if (error instanceof ConfigError) return { code: EX_CONFIG, line: error.message };
    if (!(error instanceof BackupError) && !(error instanceof StoreError)) throw error;
    return { code: CODES[error.code], line: `${name}: ${error.message}` };
  }
}

function isFolder(path: string | undefined): boolean {
  return path !== undefined && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}
