import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { checkFile } from './database.ts';
import { checkHeader, makeFolder } from './file.ts';
import { openFile, pragma, prepare } from './sqlite.ts';
import { asStoreError, StoreError, type StoreErrorCode } from './store-error.ts';

/** What stands in the way of a backup or of restoring one, and is no fault of a file. */
export type BackupErrorCode = 'exists' | 'nothing' | 'same' | 'running' | 'unsure';

const SENTENCES: Readonly<Record<BackupErrorCode, string>> = {
  exists: 'is there already, and a backup never replaces a file: name another one, or move it away',
  nothing: 'is not there: check the path',
  same: 'is the database itself: name a backup of it',
  running: 'is in use: stop the coach, then restore again',
  unsure:
    'is too damaged to tell whether the coach still runs: stop the coach, move this file away, then restore again',
};

/** `message` is one line for the host: which file, what is wrong with it and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, path: string) {
    super(`${path} ${SENTENCES[code]}`);
    this.code = code;
  }
}

/** Of a file that is to be restored, where a database's own sentence would send the host the wrong way. */
const UNFIT: Readonly<Partial<Record<StoreErrorCode, string>>> = {
  notADatabase: 'is not a SQLite database, so it is no backup',
  foreign: 'is the database of another program, so it is no backup of this one',
  empty: 'is an empty file (0 bytes), so it is no backup',
  damaged: 'is damaged, so it was not restored: take another backup',
  newer: 'was written by a newer version of this program: update the program first, or take another backup',
};

function asUnfit(error: unknown, backup: string): unknown {
  const isOfBackup = error instanceof StoreError && error.message.startsWith(`${backup} `);
  const words = isOfBackup ? UNFIT[error.code] : undefined;
  return isOfBackup && words !== undefined ? new StoreError(error.code, `${backup} ${words}`, { cause: error }) : error;
}

/** SQLite waits so long for the moment in which it may look. Whoever calls this has an event loop to spare. */
const PATIENCE_MS = 10_000;
/** A coach that runs keeps its lock: waiting longer would not help. */
const IN_USE_MS = 1_000;

/**
 * Writes the database as it is at one instant to a new file at `target`, while others read and write it, and checks
 * both. The file appears whole, on the disk, or not at all. Nothing else happens in this process meanwhile: about 2 s
 * for 100 MB, which a million check-ins take. And it is for a process that has not the database open itself: looking at
 * the file's header without SQLite gives up the locks that SQLite has on it there, as POSIX has it.
 *
 * @returns the new file's size in bytes
 * @throws BackupError; StoreError, which says what is wrong with which file
 */
export function backUp(databasePath: string, target: string): number {
  if (!existsSync(databasePath)) throw new BackupError('nothing', databasePath);
  if (existsSync(target)) throw new BackupError('exists', target);
  const draft = `${resolve(target)}.draft-${process.pid}`;
  return drafting(draft, target, () => {
    copyChecked(databasePath, draft, target);
    putInPlace(draft, target);
    return statSync(target).size;
  });
}

/**
 * Puts a backup in the place of the database, which nobody may have open; the former one is kept beside it as
 * `formerName`. Everything is checked before anything is replaced, and at no moment is there no database.
 *
 * @returns the path of the former database; undefined when there was none
 * @throws BackupError; StoreError, which says what is wrong with which file
 */
export function restore(databasePath: string, backup: string, formerName: string): string | undefined {
  if (!existsSync(backup)) throw new BackupError('nothing', backup);
  const path = resolve(databasePath);
  if (existsSync(path) && realpathSync(path) === realpathSync(backup)) throw new BackupError('same', backup);
  const draft = `${path}.draft-${process.pid}`;
  const former = join(dirname(path), formerName);
  return drafting(draft, databasePath, () => {
    try {
      copyChecked(backup, draft, databasePath);
    } catch (error) {
      throw asUnfit(error, backup);
    }
    return replace(path, draft, former, databasePath);
  });
}

/** `coach` of `data/coach.db`. */
export function stemOf(databasePath: string): string {
  return basename(databasePath, extname(databasePath));
}

/** Whatever `work` comes to, no draft is left; an error names the file that was asked for. */
function drafting<T>(draft: string, name: string, work: () => T): T {
  try {
    try {
      return work();
    } finally {
      discard(draft);
    }
  } catch (error) {
    throw asStoreError(error, name);
  }
}

/**
 * One statement rather than SQLite's backup in steps: that begins anew at each write of another process, and
 * better-sqlite3's object for it is given up to the collector, which `sqlite.ts` says why not. What was deleted is not
 * in the copy, and it needs no journal beside it.
 */
function copyChecked(from: string, draft: string, toName: string): void {
  checkHeader(from);
  // Nothing is written to it; but who may not write leaves the journal behind that reading opens.
  using(from, { fileMustExist: true, timeout: PATIENCE_MS }, from, (source) => {
    checkFile(source, from);
    try {
      makeFolder(dirname(draft));
      discard(draft);
      prepare(source, 'vacuum into ?').run(draft);
    } catch (error) {
      // It reads one and writes the other; only what is damaged or locked can be the one that is read.
      const found = asStoreError(error, from);
      const isOfSource = found instanceof StoreError && (found.code === 'damaged' || found.code === 'locked');
      throw isOfSource ? found : asStoreError(error, toName);
    }
  });
  using(draft, { readonly: true, fileMustExist: true }, toName, (copy) => checkFile(copy, toName));
  // VACUUM INTO leaves that to whoever wants it.
  flush(draft, 'r+');
}

function using(path: string, options: Database.Options, name: string, work: (raw: Database.Database) => void): void {
  let raw: Database.Database | undefined;
  try {
    raw = openFile(path, options);
    work(raw);
  } catch (error) {
    throw asStoreError(error, name);
  } finally {
    raw?.close();
  }
}

function replace(path: string, draft: string, former: string, name: string): string | undefined {
  const isThere = existsSync(path);
  likeThatOf(isThere ? path : dirname(path), draft);
  if (!isThere) {
    // SQLite would play the journal of a lost database into this one.
    for (const end of ['-wal', '-journal', '-shm']) {
      if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${former}${end}`);
    }
    putInPlace(draft, path);
    return undefined;
  }
  const held = hold(path, name);
  try {
    keep(path, former);
    renameSync(draft, path);
    flushFolder(path);
  } finally {
    held.close();
  }
  return former;
}

/**
 * The whole database for us alone, which says that the coach does not run: every connection in WAL mode holds a shared
 * lock for as long as it is open, and leaving that mode takes all of them. A coach that starts now finds it locked.
 */
function hold(path: string, name: string): Database.Database {
  const raw = openFile(path, { fileMustExist: true, timeout: IN_USE_MS });
  try {
    // What its journal still held is in it from here on: it is one file, and can be kept as one.
    pragma(raw, 'journal_mode = delete');
    // Even of one that came in between and went back to WAL.
    pragma(raw, 'locking_mode = exclusive');
    raw.exec('begin exclusive');
    return raw;
  } catch (error) {
    raw.close();
    const found = asStoreError(error, name);
    if (!(found instanceof StoreError)) throw found;
    if (found.code === 'locked') throw new BackupError('running', name);
    if (found.code === 'damaged' || found.code === 'notADatabase') throw new BackupError('unsure', name);
    throw found;
  }
}

/** The former database under its further name, so that the path is never without one. */
function keep(path: string, former: string): void {
  try {
    linkSync(path, former);
  } catch (error) {
    if (existsSync(former)) throw new BackupError('exists', former);
    // Not every file system has hard links.
    if (!existsSync(path)) throw error;
    renameSync(path, former);
  }
}

/** Never over a file that came there in the meantime. */
function putInPlace(draft: string, target: string): void {
  try {
    linkSync(draft, target);
  } catch {
    if (existsSync(target)) throw new BackupError('exists', target);
    renameSync(draft, target);
  }
  flushFolder(target);
}

/** Restored by root, it still has to be writable for whoever the coach runs as. */
function likeThatOf(model: string, draft: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(model);
  chownSync(draft, uid, gid);
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** That the name is there survives a power cut too. Windows does not know how. */
function flushFolder(path: string): void {
  if (process.platform !== 'win32') flush(dirname(resolve(path)), 'r');
}

function discard(draft: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true });
}
