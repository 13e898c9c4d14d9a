import { type Kysely, sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { day, dayNumber } from '../../src/coach/day.ts';
import { openDatabase, storeOn } from '../../src/store/database.ts';
import type { Store } from '../../src/store/store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { ANA, BEN, LISBON } from './people.ts';
import { anaEnrols, at, mondaysPost, SETTINGS, schedule, workout } from './world.ts';

const MONDAY = dayNumber(day('2026-01-05'));

async function database(): Promise<Kysely<Tables>> {
  const db = await openDatabase(':memory:');
  onTestFinished(() => db.destroy());
  return db;
}

/** How many rows each table has, those with none left out. */
async function rowCounts(db: Kysely<Tables>): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`.execute(db);
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db);
    if (rows[0] !== undefined && rows[0].n > 0) counts[name] = rows[0].n;
  }
  return counts;
}

/** Ana, with something in every table that tells of a member. */
async function anaWithEverything(db: Kysely<Tables>): Promise<number> {
  const store = storeOn(db);
  const { member, enrolment } = await anaEnrols(store);
  const made = await store.checkIns.add(workout(member.id));
  const checkInId = made?.id ?? 0;
  await store.milestones.add(member.id, 'first-check-in', day('2026-01-05'), checkInId);
  const key = `milestone.${member.id}.first-check-in`;
  await store.deliveries.owe(mondaysPost({ kind: 'milestone', key, memberId: member.id, milestone: 'first-check-in' }));
  const reminder = { member_id: member.id, kind: 'sleep', slot: 0, at: SETTINGS.postAt } as const;
  await db
    .insertInto('reminders')
    .values({ ...reminder, next_day: MONDAY, next_at: at('2026-01-05T22:00') })
    .execute();
  await db.insertInto('pauses').values({ enrolment_id: enrolment.id, from_day: MONDAY, to_day: null }).execute();
  await db
    .insertInto('sets_done')
    .values({ check_in_id: checkInId, move_id: 'row', set_no: 1, reps: 12, seconds: null, load_grams: 8_000 })
    .execute();
  await withTraining(store, member.id, enrolment.id, checkInId);
  return member.id;
}

/** A session that led to a check-in and one that is open, and all that she said of what she trains with. */
async function withTraining(store: Store, memberId: number, enrolmentId: number, checkInId: number): Promise<void> {
  const { trainings, trainingFiles } = store;
  const session = { memberId, enrolmentId, day: day('2026-01-05'), plan: '{}', startedAt: at('2026-01-05T18:00') };
  const first = await trainings.begin(session);
  await trainings.take(first?.id ?? 0, 0, '{"kind":"part"}', session.startedAt, 'press');
  await trainings.end(first?.id ?? 0, session.startedAt, checkInId);
  await trainings.begin(session);
  await trainingFiles.swap(memberId, { move: 'row', to: 'band-row', from: session.day });
  await trainingFiles.setLadder(memberId, 'dumbbells', { kind: 'list', loads: [5_000, 10_000] });
  await trainingFiles.setLadder(memberId, 'machine', { kind: 'step', step: 5_000 });
  await trainingFiles.setBands(memberId, ['red']);
  await trainingFiles.repeat(enrolmentId, { from: session.day, days: 7 });
}

describe('the tables', () => {
  it('keep nothing of a member who is deleted', async () => {
    const db = await database();
    const memberId = await anaWithEverything(db);
    expect(await rowCounts(db)).toEqual({
      check_ins: 1,
      deliveries: 1,
      enrolment_terms: 1,
      enrolments: 1,
      member_bands: 1,
      member_kit: 2,
      member_load_steps: 1,
      member_loads: 2,
      members: 1,
      milestones: 1,
      pauses: 1,
      plan_repeats: 1,
      reminders: 1,
      servers: 1,
      sets_done: 1,
      swaps: 1,
      training_steps: 1,
      trainings: 2,
    });

    await db.deleteFrom('members').where('id', '=', memberId).execute();
    expect(await rowCounts(db)).toEqual({ servers: 1 });
  });

  it('keep nothing of a server that is deleted', async () => {
    const db = await database();
    await anaWithEverything(db);
    await storeOn(db).servers.saveSettings(SETTINGS, [schedule()]);
    await storeOn(db).deliveries.owe(mondaysPost());
    await db.insertInto('server_freezes').values({ server_id: LISBON, from_day: MONDAY, to_day: MONDAY }).execute();

    await db.deleteFrom('servers').where('server_id', '=', LISBON).execute();
    expect(await rowCounts(db)).toEqual({});
  });

  it('keep a milestone whose check-in is deleted', async () => {
    const db = await database();
    const memberId = await anaWithEverything(db);
    await db.deleteFrom('check_ins').execute();
    expect(await storeOn(db).milestones.reached(memberId)).toEqual(new Set(['first-check-in']));
  });

  it('keep a session whose check-in is deleted, and nothing of one whose enrolment is', async () => {
    const db = await database();
    await anaWithEverything(db);
    await db.deleteFrom('check_ins').execute();
    expect(await db.selectFrom('trainings').select(['id', 'check_in_id']).orderBy('id').execute()).toEqual([
      { id: 1, check_in_id: null },
      { id: 2, check_in_id: null },
    ]);
    await db.deleteFrom('enrolments').execute();
    const { members, trainings, training_steps, plan_repeats } = await rowCounts(db);
    expect([members, trainings, training_steps, plan_repeats]).toEqual([1, undefined, undefined, undefined]);
  });

  it('never give an id twice: a stale button must not find what came after', async () => {
    const db = await database();
    const store = storeOn(db);
    const first = await anaEnrols(store);
    const made = await store.checkIns.add(workout(first.member.id));
    await db.deleteFrom('members').execute();
    const second = await anaEnrols(store);
    const again = await store.checkIns.add(workout(second.member.id));

    expect(second.member.id).toBeGreaterThan(first.member.id);
    expect(second.enrolment.id).toBeGreaterThan(first.enrolment.id);
    expect(again?.id).toBeGreaterThan(made?.id ?? 0);
  });

  it('hold one enrolment a member that stands', async () => {
    const db = await database();
    const { member } = await anaEnrols(storeOn(db));
    const second = db
      .insertInto('enrolments')
      .values({
        member_id: member.id,
        programme_id: 'back-12',
        enrolled_at: at('2026-01-05T10:00'),
        starts_on: MONDAY,
        readiness_version: 1,
      })
      .execute();
    await expect(second).rejects.toThrow(/UNIQUE/);
  });

  it('give a pause and changed terms back with the enrolment, in order', async () => {
    const db = await database();
    const store = storeOn(db);
    const { enrolment } = await anaEnrols(store);
    const of = enrolment.id;
    await db
      .insertInto('enrolment_terms')
      .values({ enrolment_id: of, from_day: MONDAY + 14, level: 'strong', training_days: 0b1010101 })
      .execute();
    await db
      .insertInto('pauses')
      .values([
        { enrolment_id: of, from_day: MONDAY + 21, to_day: null },
        { enrolment_id: of, from_day: MONDAY + 7, to_day: MONDAY + 9 },
      ])
      .execute();

    expect((await store.members.file(LISBON, ANA))?.enrolment).toEqual({
      ...enrolment,
      terms: [...enrolment.terms, { fromDay: '2026-01-19', level: 'strong', trainingDays: [1, 3, 5, 7] }],
      pauses: [{ from: '2026-01-12', to: '2026-01-14' }, { from: '2026-01-26' }],
    });
  });

  it('refuse text where a number belongs, a time that no clock shows, and a post without its message', async () => {
    const db = await database();
    const store = storeOn(db);
    await store.servers.saveSettings(SETTINGS, [schedule()]);
    await anaEnrols(store, { userId: BEN });
    await store.deliveries.owe(mondaysPost());

    await expect(sql`update schedules set next_at = 'tomorrow'`.execute(db)).rejects.toThrow(/cannot store TEXT/);
    for (const wrong of ['24:00', '7:30', '12:60', 'noon']) {
      await expect(sql`update server_settings set post_at = ${wrong}`.execute(db)).rejects.toThrow(/CHECK/);
    }
    await expect(sql`update schedules set next_day = ${at('2026-01-05T00:00')}`.execute(db)).rejects.toThrow(/CHECK/);
    await expect(sql`update members set day_ends_at = 6`.execute(db)).rejects.toThrow(/CHECK/);
    await expect(sql`update deliveries set status = 'sent'`.execute(db)).rejects.toThrow(/CHECK/);
    await expect(sql`update deliveries set status = 'lost'`.execute(db)).rejects.toThrow(/CHECK/);
  });

  it('have no column for health or for the reason of a pause', async () => {
    const db = await database();
    const { rows } = await sql<{ name: string }>`
      select t.name || '.' || c.name as name
      from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table'`.execute(db);
    const told = rows.filter(({ name }) => /\..*(reason|health|symptom|pain|weight|calor|note|diagnos)/.test(name));
    // In a member's own words, if they like; nothing asks for it.
    expect(told).toEqual([{ name: 'check_ins.note' }]);
    const pauses = await sql<{ name: string }>`select name from pragma_table_info('pauses')`.execute(db);
    expect(pauses.rows.map(({ name }) => name)).toEqual(['enrolment_id', 'from_day', 'to_day']);
  });

  it('are what an open store stands on: foreign keys checked, every commit forced to the disk', async () => {
    const db = await database();
    const pragma = async (name: string) =>
      Object.values((await sql.raw<object>(`pragma ${name}`).execute(db)).rows[0] ?? {})[0];
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('ignore_check_constraints')).toBe(0);
    expect(await pragma('busy_timeout')).toBe(1000);
  });
});
