import { Kysely, sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, storeOn } from '../../src/store/database.ts';
import { sqliteDialect } from '../../src/store/dialect.ts';
import { LATEST_VERSION, migrate } from '../../src/store/migrate.ts';
import { firstTables } from '../../src/store/migrations/0001-first-tables.ts';
import { training } from '../../src/store/migrations/0002-training.ts';
import { type Migration, statements } from '../../src/store/migrations/migration.ts';
import { openFile } from '../../src/store/sqlite.ts';
import type { Tables } from '../../src/store/tables.ts';
import { ANA, LISBON } from './people.ts';

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

/** A database of the first version, as it lay on somebody's disk, with a member in every table of theirs. */
async function ofVersionOne(): Promise<Kysely<unknown>> {
  const db = new Kysely<unknown>({ dialect: sqliteDialect(openFile(':memory:'), ':memory:') });
  onTestFinished(() => db.destroy());
  await migrate(db, 'coach.db', [firstTables]);
  for (const text of [
    `insert into servers (server_id, joined_at) values ('${LISBON}', 1)`,
    `insert into server_settings (server_id, channel_id, zone, post_at) values ('${LISBON}', '9', 'Europe/Lisbon', '07:30')`,
    `insert into schedules (server_id, kind, slot, at, next_day, next_at) values ('${LISBON}', 'daily', 0, '07:30', 20458, 5)`,
    `insert into members (id, server_id, user_id, created_at, zone, notice) values (7, '${LISBON}', '${ANA}', 2, 'Europe/Lisbon', 'dm')`,
    `insert into member_kit values (7, 'band'), (7, 'mat')`,
    `insert into enrolments (id, member_id, programme_id, enrolled_at, starts_on, readiness_version) values (3, 7, 'stronger-back', 2, 20458, 1)`,
    `insert into enrolment_terms values (3, 20458, 'strong', 21)`,
    `insert into pauses values (3, 20500, 20502)`,
    `insert into check_ins (id, member_id, kind, day, made_at, source_id, size, effort) values (11, 7, 'workout', 20458, 3, 'press-1', 'full', '3-4')`,
    `insert into sets_done values (11, 'row', 1, 12, null, 8000), (11, 'row', 2, 11, null, 8000), (11, 'swimming-kicks', 1, null, 20, null)`,
    `insert into milestones values (7, 'first-check-in', 20458, 11)`,
    `insert into deliveries (id, server_id, key, kind, day, status, due_at, expires_at, retry_at) values (5, '${LISBON}', 'daily.2026-01-05', 'daily', 20458, 'pending', 5, 6, 5)`,
  ]) {
    await sql.raw(text).execute(db);
  }
  return db;
}

async function rowsOf(db: Kysely<unknown>): Promise<Map<string, readonly object[]>> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`.execute(db);
  const tables = new Map<string, readonly object[]>();
  for (const { name } of rows) {
    tables.set(name, (await sql<object>`select * from ${sql.table(name)}`.execute(db)).rows);
  }
  return tables;
}

describe('a database of the first version', () => {
  it('keeps every row as it was, and has nothing yet of what is new', async () => {
    const db = await ofVersionOne();
    const before = await rowsOf(db);
    await migrate(db, 'coach.db', [firstTables, training]);
    const after = await rowsOf(db);

    expect(await version(db)).toBe(2);
    for (const [table, rows] of before) expect(after.get(table), table).toMatchObject(rows);
    const added = [...after].filter(([table]) => !before.has(table));
    expect(added.map(([table, rows]) => [table, rows.length])).toEqual([
      ['member_bands', 0],
      ['member_load_steps', 0],
      ['member_loads', 0],
      ['plan_repeats', 0],
      ['swaps', 0],
      ['training_steps', 0],
      ['trainings', 0],
    ]);
    expect(after.get('sets_done')).toMatchObject(Array(3).fill({ band: null, variation: null, held: 0 }));
  });

  it('is read by this program like every other', async () => {
    const db = await ofVersionOne();
    await migrate(db, 'coach.db');
    const store = storeOn(db as Kysely<Tables>);
    expect(await store.members.file(LISBON, ANA)).toMatchObject({
      member: { id: 7, kit: ['mat', 'band'], notice: 'dm' },
      enrolment: { startsOn: '2026-01-05', pauses: [{ from: '2026-02-16', to: '2026-02-18' }], repeats: [] },
      workouts: [{ id: 11, day: '2026-01-05', effort: '3-4' }],
    });
    expect(await store.trainingFiles.performances(7)).toEqual([
      {
        move: 'row',
        day: '2026-01-05',
        sets: [12, 11].map((reps) => ({ reps, load: 8000 })),
        effort: '3-4',
        held: false,
      },
      { move: 'swimming-kicks', day: '2026-01-05', sets: [{ seconds: 20 }], effort: '3-4', held: false },
    ]);
    expect(await store.trainingFiles.loads(7)).toEqual({ units: 'metric', ladders: {}, bands: [] });
    expect(await store.trainings.open(7)).toBeUndefined();
    expect(await store.milestones.reached(7)).toEqual(new Set(['first-check-in']));
    expect(await store.deliveries.open(10, 5)).toMatchObject([{ id: 5, key: 'daily.2026-01-05' }]);
  });

  it('stopped before its second step, goes on from there', async () => {
    const db = await ofVersionOne();
    const stopped = statements(
      'create table trainings (id integer primary key) strict',
      'insert into nowhere values (1)',
    );
    await expect(migrate(db, 'coach.db', [firstTables, stopped])).rejects.toThrow('no such table: nowhere');
    expect(await version(db)).toBe(1);
    await migrate(db, 'coach.db', [firstTables, training]);
    expect(await version(db)).toBe(2);
    expect((await rowsOf(db)).get('sets_done')).toHaveLength(3);
  });
});
