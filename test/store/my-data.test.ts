import { readFileSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { exportCsv, exportJson, MY_PARTS, type MyPart } from '../../src/coach/my-data.ts';
import type { Tables } from '../../src/store/tables.ts';
import { ANA, BEN, LISBON, OSLO } from './people.ts';
import { database, twoPeople } from './two-people.ts';
import { anaEnrols, at } from './world.ts';

const NOW = at('2026-03-01T12:00');

/** Every table that refers to members, directly or by one that does, and those that know users by their id. */
async function tablesOfPeople(db: Kysely<Tables>): Promise<Map<string, readonly string[]>> {
  const { rows } = await sql<{ name: string; column: string; parent: string | null }>`
    select tables.name, columns.name as "column", keys."table" as parent
    from sqlite_schema as tables join pragma_table_info(tables.name) as columns
    left join pragma_foreign_key_list(tables.name) as keys on keys."from" = columns.name
    where tables.type = 'table' and tables.name not like 'sqlite_%'`.execute(db);
  const people = new Set(['members']);
  // Of the post's delivery only itself tells of a person, not what else the channel is owed.
  for (const _ of rows) {
    for (const { name, parent } of rows) {
      if (parent !== null && parent !== 'deliveries' && people.has(parent)) people.add(name);
    }
  }
  for (const { name, column } of rows) if (['user_id', 'to_user'].includes(column)) people.add(name);
  return new Map(
    [...people].map((table) => [table, rows.filter(({ name }) => name === table).map(({ column }) => column)]),
  );
}

const WORDS = { about: 'All of it.', parts: Object.fromEntries(MY_PARTS.map((part) => [part, part])) } as {
  readonly about: string;
  readonly parts: Record<MyPart, string>;
};

/** Where each table is found in the export. */
const PART: Readonly<Record<string, MyPart>> = {
  members: 'profile',
  member_kit: 'kit',
  member_load_steps: 'loadSteps',
  member_loads: 'loads',
  member_bands: 'bands',
  swaps: 'swaps',
  reminders: 'reminders',
  dms: 'directMessages',
  enrolments: 'enrolments',
  enrolment_terms: 'terms',
  pauses: 'pauses',
  plan_repeats: 'repeats',
  check_ins: 'checkIns',
  sets_done: 'sets',
  trainings: 'guidedSessions',
  training_steps: 'guidedSteps',
  milestones: 'milestones',
  deliveries: 'messages',
  delivery_mentions: 'mentions',
};

/** How a person is to read a value. */
function readable(column: string, value: string | number): unknown {
  if (column === 'training_days') return ['Mon', 'Wed', 'Fri'];
  if (column === 'plan' || column === 'step') return JSON.parse(String(value));
  if (typeof value === 'string') return value;
  if (/grams$/.test(column)) return value / 1000;
  if (value > 1_000_000_000_000) return new Date(value).toISOString();
  if (value > 20_000) return new Date(value * 86_400_000).toISOString().slice(0, 10);
  const isFlag = /^(share_|on_|hide_|remind_|weekly_|told|held)/.test(column);
  return isFlag ? value === 1 : value;
}

const isId = (column: string) => column === 'id' || /_id$/.test(column) || column === 'replaces';

describe('what is kept of a member', () => {
  it('is all in the export, column by column, in a form that a person can read', async () => {
    const { db, ana, store } = await twoPeople();
    const tables = await tablesOfPeople(db);
    expect([...tables.keys()].sort()).toEqual([...ana.keys()].sort());
    const rows = await store.myData.rows(LISBON, ANA);
    const whole = JSON.parse(exportJson({ rows, now: NOW, words: WORDS }));

    for (const [table, columns] of tables) {
      const given = ana.get(table) ?? [];
      const part = PART[table] ?? 'profile';
      const shown: Record<string, unknown>[] = whole[part].rows;
      for (const column of columns) {
        const values = given.flatMap((row) => row[column] ?? []);
        // A column that is added is to be filled here, and so to be shown.
        expect(values, `${table}.${column} is not filled by this test`).not.toEqual([]);
        // The post that mentions her is the channel's: what of it is hers is in `mentions`.
        const own = table === 'deliveries' ? given.slice(0, 2).flatMap((row) => row[column] ?? []) : values;
        const wanted = own.map((value) => (isId(column) ? value : readable(column, value)));
        const found = shown.flatMap((row) => Object.values(row)).map((value) => JSON.stringify(value));
        for (const value of wanted) expect(found, `${table}.${column}`).toContain(JSON.stringify(value));
      }
    }
    expect(whole.mentions.rows[0]).toMatchObject({ channelId: 'daily place of 1', messageId: 'daily message of 1' });
  });

  it('holds nothing of anybody else', async () => {
    const { ana, ben, store } = await twoPeople();
    await anaEnrols(store, { serverId: OSLO, zone: 'Europe/Oslo' as never });
    const rows = await store.myData.rows(LISBON, ANA);
    const told = exportJson({ rows, now: NOW, words: WORDS }) + exportCsv(rows);
    const hers = new Set([...ana.values()].flat().flatMap((row) => Object.values(row).map(String)));
    const his = [...ben].flatMap(([, list]) => list.flatMap((row) => Object.entries(row)));
    expect(his.length).toBeGreaterThan(150);
    for (const [column, value] of his) {
      // What is no more than a choice among few, or a small figure, both may have.
      if (hers.has(String(value)) || (typeof value === 'number' && value < 100)) continue;
      const words = [value, readable(column, value)].flat().map(String);
      for (const word of words) {
        if (!['Mon', 'Wed', 'Fri', '[object Object]', 'band', 'strong', 'harder'].includes(word))
          expect(told.includes(`"${word}"`) || told.includes(` ${word},`), `${column}: ${word}`).toBe(false);
      }
    }
    expect(told).not.toContain('of 2');
    expect(told).not.toContain(BEN);
    expect(told).not.toContain(OSLO);
    expect((await store.myData.rows(LISBON, '2200000000000000009')).profile).toEqual([]);
  });
});

describe('docs/privacy.md', () => {
  it('names every table, so that nothing is kept that it does not tell of', async () => {
    const page = readFileSync('docs/privacy.md', 'utf8');
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`.execute(await database());
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ name }) => !page.includes(`\`${name}\``))).toEqual([]);
    // And of no table that there is not (any more).
    const named = [...page.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, name]) => name);
    expect(named.filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
  });
});
