import { closeSync, existsSync, linkSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { openFile, pragma } from './sqlite.ts';
import { storeError } from './store-error.ts';

/** Marks a file as this program's database: `BbCo`. */
export const APPLICATION_ID = 0x4262436f;

/** How every SQLite file begins, and where the header keeps the application's mark. */
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const APPLICATION_ID_AT = 68;
/** A shorter file has no page: SQLite would take it for an empty one. */
const SMALLEST_PAGE = 512;

/**
 * Makes sure that a database file of ours is at `path`: a new one in a new folder, or one that was there. A new one
 * appears whole or not at all, so that an empty file always means loss and is never taken for a fresh start.
 *
 * @throws StoreError (or an error of the operating system) when nothing usable is there and nothing can be put there.
 */
export function prepareFile(path: string): void {
  if (existsSync(path)) {
    checkHeader(path);
    return;
  }
  // SQLite would play the journal of the lost database into the new one.
  for (const journal of [`${path}-wal`, `${path}-journal`]) {
    if (existsSync(journal) && statSync(journal).size > 0) throw storeError('missing', path, journal);
  }
  makeFolder(dirname(path));
  const draft = `${path}.new-${process.pid}`;
  try {
    rmSync(draft, { force: true });
    const database = openFile(draft);
    pragma(database, `application_id = ${APPLICATION_ID}`);
    database.close();
    putInPlace(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Looks without SQLite, which writes to what it opens: a file that is not ours is left alone.
 * @throws StoreError when it is no database of ours
 */
export function checkHeader(path: string): void {
  const found = statSync(path);
  if (!found.isFile()) throw storeError('unwritable', path, 'not a file');
  if (found.size === 0) throw storeError('empty', path);
  const header = Buffer.alloc(SMALLEST_PAGE);
  const file = openSync(path, 'r');
  const read = readSync(file, header);
  closeSync(file);
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw storeError('notADatabase', path);
  if (read < SMALLEST_PAGE) throw storeError('damaged', path, `${read} bytes`);
  if (header.readInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) throw storeError('foreign', path);
}

/** A folder with those above it. Node's own way of doing so never returns below `/proc`, where none can be made. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!existsSync(path)) throw error;
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
