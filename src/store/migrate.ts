import { type Kysely, sql } from 'kysely';
import { firstTables } from './migrations/0001-first-tables.ts';
import { training } from './migrations/0002-training.ts';
import { wholeLife } from './migrations/0003-whole-life.ts';
import type { Migration } from './migrations/migration.ts';
import { storeError } from './store-error.ts';

/** In the order in which they run; `user_version` counts those that a database has taken. Only ever append. */
const MIGRATIONS: readonly Migration[] = [firstTables, training, wholeLife];

/** The `user_version` of a database that this program reads and writes. */
export const LATEST_VERSION = MIGRATIONS.length;

/**
 * Brings a database up to the latest version, one transaction a migration: stopped anywhere, it goes on from there.
 *
 * @throws StoreError when the database is newer than the program, cannot be written, or a migration broke a reference.
 */
export async function migrate(db: Kysely<unknown>, path: string, migrations = MIGRATIONS): Promise<void> {
  await sql`pragma foreign_keys = off`.execute(db);
  while (await migrateOnce(db, path, migrations));
  await sql`pragma foreign_keys = on`.execute(db);
}

/** False when there was nothing left to do. */
async function migrateOnce(db: Kysely<unknown>, path: string, migrations: typeof MIGRATIONS): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    // Read under the write lock: another process may be migrating the same file.
    const version = await userVersion(transaction);
    if (version > migrations.length) throw storeError('newer', path, `version ${version}, known ${migrations.length}`);
    const migration = migrations[version];
    if (migration === undefined) return false;
    await migration(transaction);
    const broken = await sql`pragma foreign_key_check`.execute(transaction);
    if (broken.rows.length > 0)
      throw storeError('damaged', path, `migration ${version + 1} met rows without their parent`);
    await sql.raw(`pragma user_version = ${version + 1}`).execute(transaction);
    return true;
  });
}

async function userVersion(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
  return rows[0]?.user_version ?? 0;
}
