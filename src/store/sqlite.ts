import Database from 'better-sqlite3';

/**
 * Node.js 24.19 and newer abort the process when an object of better-sqlite3 12 is collected while no JavaScript runs
 * (`RemoveEnvironmentCleanupHook`, `env != nullptr`); better-sqlite3 13, which does not have this, crashes on
 * Node.js 20. So none of these objects is ever given up: a process has one database and a finite set of statements,
 * and what SQLite itself holds is freed when the database is closed.
 */
const kept: object[] = [];

function keep<T extends object>(object: T): T {
  kept.push(object);
  return object;
}

/** @throws SqliteError */
export function openFile(path: string, options?: Database.Options): Database.Database {
  return keep(new Database(path, options));
}

/** For texts of which there is a finite set: see above. */
export function prepare(database: Database.Database, text: string): Database.Statement<unknown[]> {
  return keep(database.prepare<unknown[]>(text));
}

/** The first value that a pragma answers with, if it does. */
export function pragma(database: Database.Database, text: string): unknown {
  const statement = prepare(database, `pragma ${text}`);
  return statement.reader ? statement.pluck().get() : void statement.run();
}
