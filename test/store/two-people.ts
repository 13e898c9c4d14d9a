import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import { openDatabase, storeOn } from '../../src/store/database.ts';
import type { Tables } from '../../src/store/tables.ts';
import { ANA, BEN, LISBON } from './people.ts';

export async function database(): Promise<Kysely<Tables>> {
  const db = await openDatabase(':memory:');
  onTestFinished(() => db.destroy());
  return db;
}

export type Values = Readonly<Record<string, string | number>>;

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

/** Two people with something in every table; in what they have, nothing is the same. */
export async function twoPeople() {
  const db = await database();
  await db.insertInto('servers').values({ server_id: LISBON, joined_at: 1, removed_at: null }).execute();
  const [ana, ben] = [filled(1, ANA), filled(2, BEN)];
  await insert(db, ana);
  await insert(db, ben);
  return { db, ana, ben, store: storeOn(db) };
}
