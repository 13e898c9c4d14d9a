import { resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { boardsOn } from './boards.ts';
import { checkInsOn } from './check-ins.ts';
import { choicesOn } from './choices.ts';
import { clearingsOn } from './clearings.ts';
import { deliveriesOn } from './deliveries.ts';
import { sqliteDialect } from './dialect.ts';
import { dmsOn } from './dms.ts';
import { prepareFile } from './file.ts';
import { freezesOn } from './freezes.ts';
import { hostNotesOn } from './host-notes.ts';
import { membersOn } from './members.ts';
import { LATEST_VERSION, migrate } from './migrate.ts';
import { milestonesOn } from './milestones.ts';
import { myDataOn } from './my-data.ts';
import { pausesOn } from './pauses.ts';
import { presenceOn } from './presence.ts';
import { remindersOn } from './reminders.ts';
import { schedulesOn } from './schedules.ts';
import { serversOn } from './servers.ts';
import { openFile, pragma } from './sqlite.ts';
import type { Store } from './store.ts';
import { asStoreError, storeError } from './store-error.ts';
import { atomically, type Db, type Tables } from './tables.ts';
import { trainingFilesOn } from './training-files.ts';
import { trainingsOn } from './trainings.ts';

/** SQLite waits for another process's lock with the event loop stopped, and an interaction must be answered within 3 s. */
const BUSY_TIMEOUT_MS = 1_000;

export interface DatabaseOptions {
  /**
   * What an acknowledged commit survives: a power cut, by default; or, some ten times as quick on a slow disk, the end
   * of the process alone.
   */
  readonly survives?: 'power cut' | 'kill';
}

/**
 * Opens the database at `path` (`:memory:` for one that nobody keeps), creating it and its folder when there is none,
 * checks the whole of it, and brings it up to date. Several processes may have the same file open.
 *
 * @throws StoreError, which says what is wrong with the file and what to do.
 */
export async function openDatabase(path: string, options: DatabaseOptions = {}): Promise<Kysely<Tables>> {
  const file = path === ':memory:' ? path : resolve(path);
  let raw: Database.Database | undefined;
  try {
    if (file !== ':memory:') prepareFile(file);
    raw = openFile(file, { timeout: BUSY_TIMEOUT_MS });
    checkFile(raw, path);
    pragma(raw, 'journal_mode = wal');
    // After the switch to WAL, which has a default of its own: a commit that was acknowledged survives a power cut.
    pragma(raw, `synchronous = ${options.survives === 'kill' ? 'off' : 'full'}`);
    // What is deleted is overwritten, not only forgotten.
    pragma(raw, 'secure_delete = on');
    const db = new Kysely<Tables>({ dialect: sqliteDialect(raw, path) });
    await migrate(db as Kysely<unknown>, path);
    return db;
  } catch (error) {
    raw?.close();
    throw asStoreError(error, path);
  }
}

/**
 * Before anything is written to it: is it not newer than the program, is it whole?
 * @throws StoreError, which names the file as `path`
 */
export function checkFile(raw: Database.Database, path: string): void {
  const version = Number(pragma(raw, 'user_version'));
  if (version > LATEST_VERSION) throw storeError('newer', path, `version ${version}, known ${LATEST_VERSION}`);
  // Every page is read, about 0.2 s a million check-ins. Our own checks on each row, six times as long, are not repeated.
  pragma(raw, 'ignore_check_constraints = on');
  const found = pragma(raw, 'quick_check(1)');
  pragma(raw, 'ignore_check_constraints = off');
  if (found !== 'ok') throw storeError('damaged', path, String(found).replaceAll(/\s+/g, ' '));
}

/** All that is kept, on a database or within a transaction of it; a transaction within a transaction is part of it. */
export function storeOn(db: Db): Store {
  return {
    servers: serversOn(db),
    schedules: schedulesOn(db),
    deliveries: deliveriesOn(db),
    reminders: remindersOn(db),
    dms: dmsOn(db),
    members: membersOn(db),
    checkIns: checkInsOn(db),
    freezes: freezesOn(db),
    pauses: pausesOn(db),
    choices: choicesOn(db),
    milestones: milestonesOn(db),
    boards: boardsOn(db),
    trainings: trainingsOn(db),
    trainingFiles: trainingFilesOn(db),
    hostNotes: hostNotesOn(db),
    myData: myDataOn(db),
    clearings: clearingsOn(db),
    presence: presenceOn(db),
    transaction: (work) => atomically(db, (transaction) => work(storeOn(transaction))),
  };
}

export interface OpenStore extends Store {
  /** Waits for the transaction under way, and closes the file; what is asked of the store afterwards fails. */
  close(): Promise<void>;
}

/**
 * The store on the database at `path`: see {@link openDatabase}.
 *
 * @throws StoreError
 */
export async function openStore(path: string, options: DatabaseOptions = {}): Promise<OpenStore> {
  const db = await openDatabase(path, options);
  let closing: Promise<void> | undefined;
  const close = async () => {
    await db.connection().execute(async () => undefined);
    await db.destroy();
  };
  return {
    ...storeOn(db),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
