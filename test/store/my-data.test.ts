import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exportCsv, exportJson, MY_PARTS, type MyPart } from '../../src/coach/my-data.ts';
import { openDatabase, openStore, storeOn } from '../../src/store/database.ts';
import type { Tables } from '../../src/store/tables.ts';
import { ANA, BEN, LISBON, OSLO } from './people.ts';
import { anaEnrols, at, mondaysPost, temporaryFolder, workout } from './world.ts';

const NOW = at('2026-03-01T12:00');

async function database(): Promise<Kysely<Tables>> {
  const db = await openDatabase(':memory:');
  onTestFinished(() => db.destroy());
  return db;
}

type Values = Readonly<Record<string, string | number>>;

/**
 * A row for every table that tells of a person, with a value in every column. `n` is 1 or 2: whose it is, so that two
 * people have nothing in common but what a column may hold at all.
 */
function filled(n: 1 | 2, user: string): ReadonlyMap<string, readonly Values[]> {
  // No two instants, days or figures of the whole are the same.
  let turn = n * 1000;
  const instant = () => 1_700_000_000_000 + ++turn * 86_400_000;
  const day = () => 20_000 + ++turn;
  const [id, enrolment, training, own] = [n * 11, n * 111, n * 1111, n * 7];
  const [full, sleep, water] = [own * 1000 + 1, own * 1000 + 2, own * 1000 + 3];
  const [milestone, mention] = [own * 100 + 1, own * 100 + 2];
  const text = (what: string) => `${what} of ${n}`;
  const delivery = (key: string, kind: string) => ({
    ...{ server_id: LISBON, key: text(key), kind, day: day(), status: 'sent' },
    ...{
      due_at: instant(),
      expires_at: instant(),
      retry_at: instant(),
      attempts: own,
      channel_id: text(`${key} place`),
    },
    ...{ claimed_at: instant(), sent_at: instant(), message_id: text(`${key} message`) },
    ...{ answered_at: instant(), error: text(`${key} error`) },
  });
  const checkIn = (which: number, kind: string) => ({
    ...{ id: which, member_id: id, kind, day: day(), made_at: instant(), undone_at: instant() },
    ...{ source_id: text(kind), note: text(`note on ${kind}`) },
  });
  return new Map<string, readonly Values[]>([
    [
      'members',
      [
        {
          ...{ id, server_id: LISBON, user_id: user, created_at: instant(), zone: text('zone'), day_ends_at: n },
          ...{
            previous_zone: text('old zone'),
            previous_day_ends_at: n + 2,
            clock_changed_at: instant(),
            notice: 'dm',
          },
          ...{ share_milestones: 1, on_leaderboard: 1, hide_body: 1, locale: text('locale'), units: 'imperial' },
          ...{ wakes_at: `0${n}:11`, quiet_from: `0${n}:12`, quiet_to: `0${n}:13`, sleep_hours: 7 + n / 4 },
          ...{ remind_workout: 1, remind_sleep: 1, water_times: n, trains_at: `0${n}:14`, water_from: `0${n}:15` },
          ...{ water_to: `0${n}:16`, most_a_day: n, weekly_review: 1, left_server_at: instant() },
          ...{ seen_at: instant(), asked_at: instant() },
        },
      ],
    ],
    ['member_kit', [{ member_id: id, kit: n === 1 ? 'rope' : 'band' }]],
    ['member_load_steps', [{ member_id: id, kit: 'machine', grams: n * 1111 }]],
    ['member_loads', [{ member_id: id, kit: 'dumbbells', grams: n * 1222 }]],
    ['member_bands', [{ member_id: id, colour: text('colour') }]],
    ['swaps', [{ id: own, member_id: id, move_id: text('a'), to_move_id: text('b'), from_day: day(), to_day: day() }]],
    ['reminders', [{ member_id: id, kind: 'water', slot: n, at: `1${n}:17`, next_day: day(), next_at: instant() }]],
    ['dms', [{ user_id: user, channel_id: text('dm'), opened_at: instant(), refused_at: instant(), told: 1 }]],
    [
      'enrolments',
      [
        {
          ...{
            id: enrolment,
            member_id: id,
            programme_id: text('programme'),
            enrolled_at: instant(),
            starts_on: day(),
          },
          ...{ readiness_version: own, left_on: day(), ended_at: instant() },
        },
      ],
    ],
    [
      'enrolment_terms',
      [{ enrolment_id: enrolment, from_day: day(), level: n === 1 ? 'gentle' : 'strong', training_days: 0b0010101 }],
    ],
    ['pauses', [{ enrolment_id: enrolment, from_day: day(), to_day: 30_000 + n }]],
    ['plan_repeats', [{ enrolment_id: enrolment, from_day: day(), days: 7 * own }]],
    [
      'check_ins',
      [
        { ...checkIn(full, 'workout'), size: 'floor', effort: n === 1 ? '0' : '5+', repairs: day() },
        { ...checkIn(sleep, 'sleep'), hours: 5 + n / 2, replaces: full },
        { ...checkIn(water, 'water'), glasses: 30 + n },
      ],
    ],
    [
      'sets_done',
      [
        {
          ...{ check_in_id: full, move_id: text('row'), set_no: own, reps: 60 + n, load_grams: n * 1333 },
          ...{ band: text('band'), variation: n === 1 ? 'easier' : 'harder', held: 1 },
        },
        { check_in_id: full, move_id: text('kick'), set_no: own, seconds: 70 + n },
      ],
    ],
    [
      'trainings',
      [
        {
          ...{ id: training, member_id: id, enrolment_id: enrolment, day: day(), plan: `{"plan":"${text('plan')}"}` },
          ...{ started_at: instant(), ended_at: instant(), check_in_id: full },
        },
      ],
    ],
    [
      'training_steps',
      [
        {
          training_id: training,
          seq: own,
          step: `{"step":"${text('step')}"}`,
          at: instant(),
          source_id: text('press'),
        },
      ],
    ],
    ['milestones', [{ member_id: id, milestone: text('milestone'), day: day(), check_in_id: full }]],
    [
      'deliveries',
      [
        { ...delivery('told', 'milestone'), id: milestone, member_id: id, milestone: text('told what') },
        { ...delivery('reminded', 'remind-sleep'), id: milestone + 50, member_id: id, to_user: user },
        { ...delivery('daily', 'daily'), id: mention },
      ],
    ],
    ['delivery_mentions', [{ delivery_id: mention, member_id: id }]],
  ]);
}

async function insert(db: Kysely<Tables>, rows: ReadonlyMap<string, readonly Values[]>): Promise<void> {
  for (const [table, values] of rows) {
    // One by one: each has columns of its own.
    for (const row of values)
      await db
        .insertInto(table as 'swaps')
        .values(row as never)
        .execute();
  }
}

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

async function twoPeople() {
  const db = await database();
  await db.insertInto('servers').values({ server_id: LISBON, joined_at: 1, removed_at: null }).execute();
  const [ana, ben] = [filled(1, ANA), filled(2, BEN)];
  await insert(db, ana);
  await insert(db, ben);
  return { db, ana, ben, store: storeOn(db) };
}

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
        // Two columns of a post are filled by others of its kinds; every other column of every table must be tried.
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

/** Every text column of every table in which a value stands. */
async function whereStands(db: Kysely<Tables>, value: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; column: string }>`
    select tables.name, columns.name as "column"
    from sqlite_schema as tables join pragma_table_info(tables.name) as columns
    where tables.type = 'table' and tables.name not like 'sqlite_%'`.execute(db);
  const found: string[] = [];
  for (const { name, column } of rows) {
    const hit = await sql`
      select 1 from ${sql.table(name)} where instr(cast(${sql.ref(column)} as text), ${value}) limit 1`.execute(db);
    if (hit.rows.length > 0) found.push(`${name}.${column}`);
  }
  return found;
}

describe('a removal', () => {
  it('leaves nothing of hers anywhere, and everything of his', async () => {
    const { db, store } = await twoPeople();
    await db
      .insertInto('server_settings')
      .values({
        ...{ server_id: LISBON, channel_id: '9', zone: 'Europe/Lisbon' as never, post_at: '07:30' as never },
        ...{ parked_code: null, parked_since: null, alert_user: ANA, alerted_for: 5 },
      })
      .execute();
    const before = await store.myData.rows(LISBON, BEN);
    const result = await store.myData.remove(LISBON, ANA, NOW);

    expect(result).toMatchObject({ posts: 2, found: 0, isKnownElsewhere: false });
    expect(result.removed).toMatchObject({ checkIns: 3, sets: 2, messages: 2, profile: 1, alerts: 1 });
    expect(await whereStands(db, ANA)).toEqual([]);
    // What is left to clear names the posts, and not her.
    expect(await whereStands(db, 'of 1')).toEqual([
      ...['deliveries.key', 'deliveries.channel_id', 'deliveries.message_id', 'deliveries.error'],
      ...['clearings.channel_id', 'clearings.message_id'],
    ]);
    expect(await store.myData.rows(LISBON, BEN)).toEqual(before);
    expect((await store.myData.rows(LISBON, ANA)).profile).toEqual([]);
    const again = await store.myData.remove(LISBON, ANA, NOW);
    expect(again.removed.all).toBe(0);
    const anew = await anaEnrols(store);
    expect(anew.workouts).toEqual([]);
    expect(anew.member.id).toBeGreaterThan(22);
  });

  it('of somebody whose post is under way is told to whoever sends it', async () => {
    const db = await database();
    const store = storeOn(db);
    const { member } = await anaEnrols(store);
    const [milestone, daily] = [
      { kind: 'milestone', key: 'milestone.1.x', memberId: member.id, milestone: 'x' } as const,
      { kind: 'daily', key: 'daily.2026-01-05' } as const,
    ];
    for (const owed of [milestone, daily]) await store.deliveries.owe(mondaysPost(owed));
    const [first, second] = await store.deliveries.open(NOW, 2);
    for (const open of [first, second]) await store.deliveries.claim(open?.id ?? 0, '9', NOW);
    await store.deliveries.mentions(second?.id ?? 0, [ANA, BEN, 'nobody']);
    expect(await store.clearings.mayName(second?.id ?? 0)).toEqual(new Set([ANA]));
    expect(await store.myData.remove(LISBON, ANA, NOW)).toMatchObject({ posts: 1, found: 0 });

    expect(await store.deliveries.sent(first?.id ?? 0, 'message-1', NOW)).toBe(false);
    // Of the daily post it is not known yet which message it is.
    const [waiting] = await store.clearings.open(NOW, 5);
    expect(waiting).toMatchObject({ deliveryId: second?.id, isUnderWay: true });
    expect(waiting?.message).toBeUndefined();
    expect(await store.deliveries.sent(second?.id ?? 0, 'message-2', NOW)).toBe(true);
    expect((await store.clearings.open(NOW, 5))[0]).toMatchObject({
      message: { channelId: '9', id: 'message-2' },
      isUnderWay: false,
    });
    expect(await store.clearings.mayName(second?.id ?? 0)).toEqual(new Set());
  });

  it('leaves no trace in the file', async () => {
    const path = join(temporaryFolder(), 'coach.db');
    const store = await openStore(path);
    const { member } = await anaEnrols(store);
    await anaEnrols(store, { userId: BEN });
    const note = 'purple elephants';
    for (let turn = 0; turn < 200; turn++) await store.checkIns.add(workout(member.id, { note: `${note} ${turn}` }));
    const holds = () => [path, `${path}-wal`].map((file) => existsSync(file) && readFileSync(file).includes(note));
    expect(holds()).toContain(true);
    await store.myData.remove(LISBON, ANA, NOW);
    await store.close();
    expect(holds()).toEqual([false, false]);
    expect(readFileSync(path).includes(BEN)).toBe(true);
    expect(readFileSync(path).includes(ANA)).toBe(false);
  });

  it('in one server leaves what the other has', async () => {
    const db = await database();
    const store = storeOn(db);
    await anaEnrols(store);
    const oslo = await anaEnrols(store, { serverId: OSLO });
    await store.dms.opened(ANA, '77', NOW);
    const result = await store.myData.remove(LISBON, ANA, NOW);
    expect(result).toMatchObject({ found: 0, isKnownElsewhere: true });
    expect((await store.members.file(OSLO, ANA))?.member.id).toBe(oslo.member.id);
    expect(await store.dms.state(ANA)).toMatchObject({ channelId: '77' });
    expect(await store.myData.remove(OSLO, ANA, NOW)).toMatchObject({ isKnownElsewhere: false });
    expect(await whereStands(db, ANA)).toEqual([]);
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
