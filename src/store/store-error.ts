/** What can be wrong with the database as a whole, told apart by what the host has to do about it. */
export type StoreErrorCode =
  | 'notADatabase'
  | 'foreign'
  | 'empty'
  | 'missing'
  | 'newer'
  | 'damaged'
  | 'unwritable'
  | 'locked'
  | 'full'
  | 'io';

/** The database cannot be opened or used. `message` is one line for the host's log: what is wrong and what to do. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

const RESTORE = 'put a backup in its place, or move the file away to start with an empty database';

const SENTENCES: Readonly<Record<StoreErrorCode, string>> = {
  notADatabase: `is not a SQLite database: check DATABASE_PATH, or ${RESTORE}`,
  foreign: 'is the database of another program: point DATABASE_PATH at another file',
  empty: `is an empty file (0 bytes), so what it held is gone: ${RESTORE}`,
  missing:
    'is missing while its journal is still there: put the database back, or delete the journal too to start anew',
  newer: 'was written by a newer version of this program: update the program, or put a backup from before in its place',
  damaged: `is damaged: stop the program, keep a copy of the file, then ${RESTORE}`,
  unwritable: 'cannot be opened for writing: check that it is a file in a folder, and that this user may write both',
  locked: 'is being written by another process: stop the other one, or wait until it is done',
  full: 'has no room to grow: free some space on its disk; what was saved before is safe',
  io: 'could not be read or written: check the disk that it is on',
};

/** The error for `path`; `detail` names what was found, in a few words. */
export function storeError(code: StoreErrorCode, path: string, detail?: string, cause?: unknown): StoreError {
  const message = `${path} ${SENTENCES[code]}${detail === undefined ? '' : ` (${detail})`}`;
  return cause === undefined ? new StoreError(code, message) : new StoreError(code, message, { cause });
}

/** By the start of SQLite's or the operating system's own code; the first that fits counts. */
const CODES: readonly (readonly [prefix: string, code: StoreErrorCode])[] = [
  ['SQLITE_NOTADB', 'notADatabase'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'damaged'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_PROTOCOL', 'locked'],
  ['SQLITE_READONLY', 'unwritable'],
  ['SQLITE_CANTOPEN', 'unwritable'],
  ['SQLITE_PERM', 'unwritable'],
  ['SQLITE_IOERR', 'io'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EACCES', 'unwritable'],
  ['EPERM', 'unwritable'],
  ['EROFS', 'unwritable'],
  ['EISDIR', 'unwritable'],
  ['ENOTDIR', 'unwritable'],
  ['EEXIST', 'unwritable'],
  ['ENOENT', 'unwritable'],
  ['EIO', 'io'],
];

/** `error` as a {@link StoreError} when the database as a whole is at fault; anything else comes back as it is. */
export function asStoreError(error: unknown, path: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error) || !('code' in error)) return error;
  const found = String(error.code);
  const code = CODES.find(([prefix]) => found.startsWith(prefix))?.[1];
  return code === undefined ? error : storeError(code, path, found, error);
}
