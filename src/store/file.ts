import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { storeError } from './store-error.ts';

/** Marks a file as this program's database: `BbCo`. */
export const APPLICATION_ID = 0x4262436f;

/**
 * Makes sure that a database file of ours is at `path`: a new one in a new folder, or one that was there. A new one
 * appears whole or not at all, so that an empty file always means loss and is never taken for a fresh start.
 *
 * @throws StoreError (or an error of the operating system) when nothing usable is there and nothing can be put there.
 */
export function prepareFile(path: string): void {
  if (existsSync(path)) {
    const { size } = statSync(path);
    if (!statSync(path).isFile()) throw storeError('unwritable', path, 'not a file');
    if (size === 0) throw storeError('empty', path);
    return;
  }
  // SQLite would play the journal of the lost database into the new one.
  for (const journal of [`${path}-wal`, `${path}-journal`]) {
    if (existsSync(journal) && statSync(journal).size > 0) throw storeError('missing', path, journal);
  }
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new-${process.pid}`;
  try {
    rmSync(draft, { force: true });
    const database = new Database(draft);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.close();
    putInPlace(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Never over a database that another process put there in the meantime. */
function putInPlace(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (existsSync(path)) return;
    // Not every file system has hard links.
    if (existsSync(draft)) renameSync(draft, path);
    else throw error;
  }
}
