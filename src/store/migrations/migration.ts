import { type Kysely, sql } from 'kysely';

/**
 * One step of the database's shape. Runs in a transaction of its own, with foreign keys unchecked until its end (so
 * that a table can be rebuilt); never changed once released, because databases out there have taken it.
 */
export type Migration = (db: Kysely<unknown>) => Promise<void>;

/** A migration that is a list of statements. */
export function statements(...texts: readonly string[]): Migration {
  return async (db) => {
    for (const text of texts) await sql.raw(text).execute(db);
  };
}
