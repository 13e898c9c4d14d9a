import { type Kysely, sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { LATEST_VERSION, migrate } from '../../src/store/migrate.ts';
import { type Migration, statements } from '../../src/store/migrations/migration.ts';

const ALREADY: readonly Migration[] = Array.from({ length: LATEST_VERSION }, () => statements());
const TEAMS = statements('create table teams (id integer primary key, lead integer references members) strict');

/** A database as this version of the program leaves it. */
async function today(): Promise<Kysely<unknown>> {
  const db = await openDatabase(':memory:');
  onTestFinished(() => db.destroy());
  return db as Kysely<unknown>;
}

async function version(db: Kysely<unknown>): Promise<number | undefined> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
  return rows[0]?.user_version;
}

async function hasTable(db: Kysely<unknown>, name: string): Promise<boolean> {
  return (await sql`select 1 from sqlite_schema where name = ${name}`.execute(db)).rows.length === 1;
}

describe('bringing a database up to date', () => {
  it('takes each step once', async () => {
    const db = await today();
    await migrate(db, 'coach.db', [...ALREADY, TEAMS]);
    await migrate(db, 'coach.db', [...ALREADY, TEAMS]);
    expect(await version(db)).toBe(LATEST_VERSION + 1);
    expect(await hasTable(db, 'teams')).toBe(true);
  });

  it('keeps the steps before one that breaks, nothing of that one, and goes on from there', async () => {
    const db = await today();
    const broken = statements('create table prizes (id integer primary key) strict', 'insert into nowhere values (1)');
    await expect(migrate(db, 'coach.db', [...ALREADY, TEAMS, broken])).rejects.toThrow('no such table: nowhere');
    expect(await version(db)).toBe(LATEST_VERSION + 1);
    expect(await hasTable(db, 'teams')).toBe(true);
    expect(await hasTable(db, 'prizes')).toBe(false);

    const mended = statements('create table prizes (id integer primary key) strict');
    await migrate(db, 'coach.db', [...ALREADY, TEAMS, mended]);
    expect(await version(db)).toBe(LATEST_VERSION + 2);
    expect(await hasTable(db, 'prizes')).toBe(true);
  });

  it('refuses a step that leaves rows without their parent', async () => {
    const db = await today();
    const orphan = statements('insert into teams (id, lead) values (1, 4711)');
    await expect(migrate(db, 'coach.db', [...ALREADY, TEAMS, orphan])).rejects.toMatchObject({ code: 'damaged' });
    expect((await sql`select * from teams`.execute(db)).rows).toEqual([]);
  });

  it('lets a step rebuild a table that others refer to, and checks references again afterwards', async () => {
    const db = await today();
    const rebuilt = statements(
      'create table new_servers (server_id text not null primary key, joined_at integer, removed_at integer) strict',
      'insert into new_servers select * from servers',
      'drop table servers',
      'alter table new_servers rename to servers',
    );
    await sql`insert into servers (server_id) values ('1')`.execute(db);
    await sql`insert into server_freezes (server_id, from_day, to_day) values ('1', 1, 2)`.execute(db);
    await migrate(db, 'coach.db', [...ALREADY, rebuilt]);

    expect((await sql`select server_id from server_freezes`.execute(db)).rows).toEqual([{ server_id: '1' }]);
    const stray = sql`insert into server_freezes (server_id, from_day, to_day) values ('2', 1, 2)`.execute(db);
    await expect(stray).rejects.toThrow(/FOREIGN KEY/);
  });

  it('refuses a database that has taken more steps than are known', async () => {
    const db = await today();
    await expect(migrate(db, 'coach.db', [])).rejects.toMatchObject({ code: 'newer' });
  });
});
