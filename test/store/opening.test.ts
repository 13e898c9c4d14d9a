import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addDays, day } from '../../src/coach/day.ts';
import { openDatabase, openStore, storeOn } from '../../src/store/database.ts';
import { openFile, pragma, prepare } from '../../src/store/sqlite.ts';
import { StoreError, type StoreErrorCode } from '../../src/store/store-error.ts';
import { ANA, LISBON } from './people.ts';
import { anaEnrols, opened, temporaryFolder, workout } from './world.ts';

/** The error with which `path` cannot be opened, in one line that names the file. */
async function refusal(path: string): Promise<StoreErrorCode> {
  const error = await openStore(path).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof StoreError)) throw new Error(`opened, or failed otherwise: ${String(error)}`);
  expect(error.message.split('\n')).toHaveLength(1);
  expect(error.message.startsWith(path)).toBe(true);
  return error.code;
}

/** A database that was closed with `checkIns` of Ana's in it. */
async function closedDatabase(checkIns = 1): Promise<string> {
  const path = join(temporaryFolder(), 'coach.db');
  const store = await openStore(path);
  const { member } = await anaEnrols(store);
  await store.transaction(async (inside) => {
    for (let count = 0; count < checkIns; count++) {
      await inside.checkIns.add(workout(member.id, { day: addDays(day('2026-01-05'), count) }));
    }
  });
  await store.close();
  return path;
}

function asOtherPrograms<T>(path: string, work: (raw: Database.Database) => T): T {
  const raw = openFile(path);
  try {
    return work(raw);
  } finally {
    raw.close();
  }
}

describe('a database that is fine', () => {
  it('is made with its folder when there is none, and nothing else is left lying there', async () => {
    const folder = join(temporaryFolder(), 'data', 'coach');
    const store = await openStore(join(folder, 'coach.db'));
    await anaEnrols(store);
    await store.close();
    expect(readdirSync(folder)).toEqual(['coach.db']);
  });

  it('holds what was stored before', async () => {
    const store = await opened(await closedDatabase());
    expect((await store.members.file(LISBON, ANA))?.workouts).toHaveLength(1);
  });

  it('is opened again after its program was killed while making it', async () => {
    const path = join(temporaryFolder(), 'coach.db');
    await (await openStore(path)).close();
    // Between the file's appearance and its first migration.
    const young = join(temporaryFolder(), 'coach.db');
    asOtherPrograms(young, (raw) => pragma(raw, `application_id = ${asOtherPrograms(path, applicationId)}`));
    const store = await opened(young);
    await anaEnrols(store);
    expect(await store.members.countEnrolled(LISBON)).toBe(1);
  });

  it('can be open twice, and each sees what the other stored', async () => {
    const path = await closedDatabase();
    const [first, second] = [await opened(path), await opened(path)];
    const member = (await first.members.file(LISBON, ANA))?.member;
    await first.checkIns.add(workout(member?.id ?? 0, { day: day('2026-01-07') }));
    expect((await second.members.file(LISBON, ANA))?.workouts).toHaveLength(2);
  });

  it('writes ahead and forces each commit to the disk, at every opening', async () => {
    const path = await closedDatabase();
    const db = await openDatabase(path);
    onTestFinished(() => db.destroy());
    expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  });
});

function applicationId(raw: Database.Database): number {
  return Number(pragma(raw, 'application_id'));
}

describe('opening refuses, and leaves alone,', () => {
  it('a file that is no database, large or small', async () => {
    for (const garbage of ['{"members": []}', 'x', 'not a database\n'.repeat(1_000)]) {
      const path = join(temporaryFolder(), 'coach.db');
      writeFileSync(path, garbage);
      expect(await refusal(path)).toBe('notADatabase');
      expect(readFileSync(path, 'utf8')).toBe(garbage);
    }
  });

  it('an empty file: SQLite would take it for a new database, and all that was lost would go unseen', async () => {
    const path = join(temporaryFolder(), 'coach.db');
    writeFileSync(path, '');
    expect(await refusal(path)).toBe('empty');
    expect(statSync(path).size).toBe(0);
  });

  it('a missing file whose journal is still there: SQLite would play it into the new one', async () => {
    const path = join(temporaryFolder(), 'coach.db');
    writeFileSync(`${path}-wal`, 'commits that only the old file can take');
    expect(await refusal(path)).toBe('missing');
    expect(existsSync(path)).toBe(false);
  });

  it('the database of another program', async () => {
    const path = join(temporaryFolder(), 'photos.db');
    asOtherPrograms(path, (raw) => raw.exec('create table albums (name text); insert into albums values (1)'));
    const before = readFileSync(path);
    expect(await refusal(path)).toBe('foreign');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('a database of a version to come', async () => {
    const path = await closedDatabase();
    asOtherPrograms(path, (raw) => pragma(raw, 'user_version = 99'));
    expect(await refusal(path)).toBe('newer');
  });

  it('a folder, a path through a file, and a folder that cannot be made', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'coach.db'));
    expect(await refusal(join(folder, 'coach.db'))).toBe('unwritable');
    writeFileSync(join(folder, 'file'), 'something');
    expect(await refusal(join(folder, 'file', 'coach.db'))).toBe('unwritable');
    expect(await refusal(join(folder, 'file', 'data', 'coach.db'))).toBe('unwritable');
    if (existsSync('/proc')) expect(await refusal('/proc/nowhere/data/coach.db')).toBe('unwritable');
  });

  it('a file that was cut off', async () => {
    const path = await closedDatabase(500);
    truncateSync(path, Math.floor(statSync(path).size / 2));
    expect(await refusal(path)).toBe('damaged');
  });

  it('a file that was cut off within its first page', async () => {
    for (const size of [20, 300, 1_000]) {
      const path = await closedDatabase();
      truncateSync(path, size);
      expect(await refusal(path)).toBe('damaged');
    }
  });

  it('a file with a spoilt page, even one that counts its rows as if nothing were', async () => {
    const path = await closedDatabase(500);
    const spoilt = asOtherPrograms(path, (raw) => {
      const page = prepare(
        raw,
        `select max(pageno) as page from dbstat where name = 'check_ins' and pagetype = 'leaf'`,
      );
      return Number(page.pluck().get()) - 1;
    });
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(2_048, 0xa5), 0, 2_048, spoilt * 4_096 + 2_048);
    const counted = asOtherPrograms(path, (raw) => prepare(raw, 'select count(*) from check_ins').pluck().get());
    expect(counted).toBe(500);
    expect(await refusal(path)).toBe('damaged');
  });

  it('a database that another process is busy writing', async () => {
    const path = await closedDatabase();
    const other = openFile(path);
    onTestFinished(() => {
      other.close();
    });
    other.exec('begin immediate');
    expect(await refusal(path)).toBe('locked');
    other.exec('rollback');
    const store = await opened(path);
    expect(await store.members.countEnrolled(LISBON)).toBe(1);
  });
});

describe('while it is open', () => {
  it('a disk that fills up undoes the transaction it met, and nothing that was acknowledged', async () => {
    const db = await openDatabase(join(temporaryFolder(), 'coach.db'));
    onTestFinished(() => db.destroy());
    const store = storeOn(db);
    const { member } = await anaEnrols(store);
    await store.checkIns.add(workout(member.id));
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 2}`).execute(db);

    const error = await store
      .transaction(async (inside) => {
        for (let count = 0; count < 1_000; count++) await inside.checkIns.add(workout(member.id));
      })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ code: 'full' });
    expect(await store.checkIns.count(member.id)).toBe(1);

    await sql`pragma max_page_count = 1000000`.execute(db);
    await store.checkIns.add(workout(member.id));
    expect(await store.checkIns.count(member.id)).toBe(2);
  });

  it('another process that keeps the lock is named after a second, and nothing is half done', async () => {
    const path = await closedDatabase();
    const store = await opened(path);
    const memberId = (await store.members.file(LISBON, ANA))?.member.id ?? 0;
    const other = openFile(path);
    onTestFinished(() => {
      other.close();
    });
    other.exec('begin immediate');

    await expect(store.checkIns.add(workout(memberId))).rejects.toMatchObject({ code: 'locked' });
    await expect(store.transaction((inside) => inside.checkIns.add(workout(memberId)))).rejects.toMatchObject({
      code: 'locked',
    });
    expect(await store.checkIns.count(memberId)).toBe(1);
    other.exec('rollback');
    await store.checkIns.add(workout(memberId));
    expect(await store.checkIns.count(memberId)).toBe(2);
  });
});
