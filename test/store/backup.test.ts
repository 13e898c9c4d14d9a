import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/coach/day.ts';
import { BackupError, backUp, restore } from '../../src/store/backup.ts';
import { openStore } from '../../src/store/database.ts';
import { openFile, pragma, prepare } from '../../src/store/sqlite.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { ANA, LISBON } from './people.ts';
import { anaEnrols, opened, temporaryFolder, workout } from './world.ts';

const MONDAY = day('2026-01-05');

/** A database in a folder of its own, that was closed with so many check-ins of Ana's. */
async function closedDatabase(checkIns: number): Promise<string> {
  const path = join(temporaryFolder(), 'coach.db');
  const store = await openStore(path);
  await logged(store, checkIns);
  await store.close();
  return path;
}

async function logged(store: Awaited<ReturnType<typeof openStore>>, checkIns: number): Promise<number> {
  const { member } = await anaEnrols(store);
  await store.transaction(async (inside) => {
    for (let count = 0; count < checkIns; count++) {
      await inside.checkIns.add(workout(member.id, { day: addDays(MONDAY, count) }));
    }
  });
  return member.id;
}

async function workoutsIn(path: string): Promise<number | undefined> {
  const store = await openStore(path);
  const file = await store.members.file(LISBON, ANA);
  await store.close();
  return file?.workouts.length;
}

/** What went wrong, in one line that begins with the file it is about. */
function refusal(work: () => unknown, about: string): string {
  try {
    work();
  } catch (error) {
    if (!(error instanceof BackupError) && !(error instanceof StoreError)) throw error;
    expect(error.message.split('\n')).toHaveLength(1);
    expect(error.message.startsWith(`${about} `)).toBe(true);
    return error.code;
  }
  throw new Error('nothing was wrong');
}

/** Half of a page of check-ins overwritten, as a bad disk does. */
function spoil(path: string): void {
  const raw = openFile(path);
  const leaf = `select max(pageno) from dbstat where name = 'check_ins' and pagetype = 'leaf'`;
  const page = Number(prepare(raw, leaf).pluck().get()) - 1;
  raw.close();
  writeSync(openSync(path, 'r+'), Buffer.alloc(2_048, 0xa5), 0, 2_048, page * 4_096 + 2_048);
}

describe('a backup', () => {
  it('holds one instant of a database that is open and written to, as one whole file', async () => {
    const path = join(temporaryFolder(), 'coach.db');
    const store = await opened(path);
    const memberId = await logged(store, 300);
    const folder = join(temporaryFolder(), 'new', 'backups');
    // A write that was begun before it and is committed after it is not in it.
    const other = openFile(path);
    other.exec('begin immediate');
    prepare(other, `delete from check_ins where member_id = ?`).run(memberId);
    const bytes = backUp(path, join(folder, 'first.db'));
    other.exec('rollback');
    other.close();
    await store.checkIns.add(workout(memberId, { day: addDays(MONDAY, 300) }));
    backUp(path, join(folder, 'second.db'));

    expect(readdirSync(folder).sort()).toEqual(['first.db', 'second.db']);
    expect(statSync(join(folder, 'first.db')).size).toBe(bytes);
    expect(await workoutsIn(join(folder, 'first.db'))).toBe(300);
    expect(await workoutsIn(join(folder, 'second.db'))).toBe(301);
    expect(await store.checkIns.count(memberId)).toBe(301);
  });

  it('holds nothing of what was deleted', async () => {
    const path = await closedDatabase(3);
    const raw = openFile(path);
    prepare(raw, 'update check_ins set source_id = ? || id').run('a word to-be-forgotten ');
    prepare(raw, 'delete from check_ins').run();
    raw.close();
    expect(readFileSync(path).includes('to-be-forgotten')).toBe(true);
    backUp(path, `${path}.backup`);
    expect(readFileSync(`${path}.backup`).includes('to-be-forgotten')).toBe(false);
  });

  it('holds what a program that was killed had only in its journal, and leaves nothing beside the database', async () => {
    const path = join(temporaryFolder(), 'coach.db');
    const store = await opened(path);
    await logged(store, 5);
    const killed = join(temporaryFolder(), 'coach.db');
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${killed}${end}`);
    const target = join(temporaryFolder(), 'backup.db');
    backUp(killed, target);
    expect(await workoutsIn(target)).toBe(5);
    backUp(await closedDatabase(1), join(temporaryFolder(), 'backup.db'));
    expect(readdirSync(join(killed, '..'))).toEqual(['coach.db']);
  });

  it('never replaces a file, and is not made of what is missing, foreign or damaged', async () => {
    const path = await closedDatabase(500);
    const target = join(temporaryFolder(), 'backup.db');
    writeFileSync(target, 'the one from before');
    expect(refusal(() => backUp(path, target), target)).toBe('exists');
    expect(readFileSync(target, 'utf8')).toBe('the one from before');

    const folder = temporaryFolder();
    const into = join(folder, 'backup.db');
    const missing = join(folder, 'nowhere.db');
    expect(refusal(() => backUp(missing, into), missing)).toBe('nothing');
    expect(refusal(() => backUp(target, into), target)).toBe('notADatabase');
    spoil(path);
    expect(refusal(() => backUp(path, into), path)).toBe('damaged');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says so where it cannot be written', async () => {
    const path = await closedDatabase(1);
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'no folder');
    const target = join(file, 'backups', 'backup.db');
    expect(refusal(() => backUp(path, target), target)).toBe('unwritable');
  });
});

describe('restoring', () => {
  it('puts the backup in place, keeps the former database beside it, and the coach opens it', async () => {
    const path = await closedDatabase(7);
    const backup = join(temporaryFolder(), 'backup.db');
    backUp(await closedDatabase(2), backup);
    const former = restore(path, backup, 'coach-before.db');
    expect(former).toBe(join(path, '..', 'coach-before.db'));
    expect(readdirSync(join(path, '..')).sort()).toEqual(['coach-before.db', 'coach.db']);
    expect(await workoutsIn(path)).toBe(2);
    expect(await workoutsIn(former ?? '')).toBe(7);
    expect(existsSync(backup)).toBe(true);
  });

  it('keeps, of a coach that was killed, what was only in its journal', async () => {
    const path = join(temporaryFolder(), 'coach.db');
    const store = await opened(path);
    await logged(store, 5);
    const killed = join(temporaryFolder(), 'coach.db');
    for (const end of ['', '-wal', '-shm']) copyFileSync(`${path}${end}`, `${killed}${end}`);
    const former = restore(killed, await closedDatabase(2), 'coach-before.db');
    expect(readdirSync(join(killed, '..')).sort()).toEqual(['coach-before.db', 'coach.db']);
    expect(await workoutsIn(killed)).toBe(2);
    expect(await workoutsIn(former ?? '')).toBe(5);
  });

  it('fills a place that is empty, and moves the journal of a lost database out of the way', async () => {
    const backup = await closedDatabase(2);
    const fresh = join(temporaryFolder(), 'data', 'coach.db');
    expect(restore(fresh, backup, 'coach-before.db')).toBeUndefined();
    expect(await workoutsIn(fresh)).toBe(2);

    const lost = join(temporaryFolder(), 'coach.db');
    writeFileSync(`${lost}-wal`, 'commits that only the old file can take');
    expect(restore(lost, backup, 'coach-before.db')).toBeUndefined();
    expect(await workoutsIn(lost)).toBe(2);
    expect(readdirSync(join(lost, '..')).sort()).toEqual(['coach-before.db-wal', 'coach.db']);
  });

  it('refuses while the coach runs, however idle it is, and changes nothing', async () => {
    const path = join(temporaryFolder(), 'coach.db');
    const store = await openStore(path);
    await logged(store, 7);
    const backup = await closedDatabase(2);
    const before = readdirSync(join(path, '..')).sort();
    expect(refusal(() => restore(path, backup, 'coach-before.db'), path)).toBe('running');
    expect(readdirSync(join(path, '..')).sort()).toEqual(before);
    await anaEnrols(store);
    await store.close();
    expect(await workoutsIn(path)).toBe(7);
    restore(path, backup, 'coach-before.db');
    expect(await workoutsIn(path)).toBe(2);
  });

  it('refuses a file that is missing, damaged, cut off, empty, foreign, newer or the database itself', async () => {
    const path = await closedDatabase(7);
    const at = (name: string) => join(path, '..', '..', name);
    const folder = temporaryFolder();
    const file = (name: string) => join(folder, name);
    const whole = await closedDatabase(500);
    for (const name of ['spoilt.db', 'cut.db', 'newer.db']) copyFileSync(whole, file(name));
    spoil(file('spoilt.db'));
    truncateSync(file('cut.db'), statSync(whole).size / 2);
    writeFileSync(file('empty.db'), '');
    writeFileSync(file('list.txt'), 'eggs, flour, milk\n'.repeat(100));
    const foreign = openFile(file('photos.db'));
    foreign.exec('create table albums (name text)');
    foreign.close();
    const newer = openFile(file('newer.db'));
    pragma(newer, 'user_version = 99');
    newer.close();

    const codes = ['spoilt.db', 'cut.db', 'empty.db', 'list.txt', 'photos.db', 'newer.db', 'nowhere.db'].map((name) =>
      refusal(() => restore(path, file(name), 'coach-before.db'), file(name)),
    );
    expect(codes).toEqual(['damaged', 'damaged', 'empty', 'notADatabase', 'foreign', 'newer', 'nothing']);
    expect(refusal(() => restore(path, path, 'coach-before.db'), path)).toBe('same');
    expect(existsSync(at('coach-before.db'))).toBe(false);
    expect(readdirSync(join(path, '..'))).toEqual(['coach.db']);
    expect(await workoutsIn(path)).toBe(7);
  });

  it('takes the place of a database with a spoilt page, and leaves one alone of which nothing can be told', async () => {
    const backup = await closedDatabase(2);
    const spoilt = await closedDatabase(500);
    spoil(spoilt);
    const former = restore(spoilt, backup, 'coach-before.db');
    expect(former).toBe(join(spoilt, '..', 'coach-before.db'));
    expect(existsSync(former ?? '')).toBe(true);
    expect(await workoutsIn(spoilt)).toBe(2);

    const garbled = join(temporaryFolder(), 'coach.db');
    writeFileSync(garbled, 'x'.repeat(8_192));
    expect(refusal(() => restore(garbled, backup, 'coach-before.db'), garbled)).toBe('unsure');
    renameSync(garbled, `${garbled}.away`);
    restore(garbled, backup, 'coach-before.db');
    expect(await workoutsIn(garbled)).toBe(2);
  });

  it('never writes over an earlier former database', async () => {
    const path = await closedDatabase(7);
    const earlier = join(path, '..', 'coach-before.db');
    mkdirSync(earlier);
    expect(refusal(() => restore(path, '/nowhere.db', 'coach-before.db'), '/nowhere.db')).toBe('nothing');
    const backup = await closedDatabase(2);
    expect(refusal(() => restore(path, backup, 'coach-before.db'), earlier)).toBe('exists');
    expect(await workoutsIn(path)).toBe(7);
  });
});
