import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { dayFromNumber, dayNumber, type Instant, nextOccurrence } from '../coach/day.ts';
import { QUIET_HOURS } from '../coach/nudges.ts';
import { reminderTimes, type Wishes } from '../coach/reminders/reminders.ts';
import { forgive } from './dms.ts';
import type { Reminders } from './interfaces/reminders.ts';
import { atomically, type Db, type Tables } from './tables.ts';

export function remindersOn(db: Db): Reminders {
  return {
    wish: (memberId) => wishOf(db, memberId),

    save: (memberId, wishes, now) =>
      atomically(db, async (trx) => {
        const { user_id } = await trx
          .updateTable('members')
          .set(columnsOf(wishes))
          .where('id', '=', memberId)
          .returning('user_id')
          .executeTakeFirstOrThrow();
        await trx
          .updateTable('deliveries')
          .set({ answered_at: now })
          .where('member_id', '=', memberId)
          .where('to_user', 'is not', null)
          .where('answered_at', 'is', null)
          .execute();
        await layAnew(trx, memberId, now);
        if (reminderTimes(wishes).length > 0) await forgive(trx, user_id);
      }),

    layAnew: (memberId, now) => atomically(db, (trx) => layAnew(trx, memberId, now)),

    async due(now, limit) {
      const rows = await db
        .selectFrom('reminders')
        .innerJoin('members', 'members.id', 'reminders.member_id')
        .innerJoin('servers', 'servers.server_id', 'members.server_id')
        .select(['member_id', 'kind', 'slot', 'at', 'next_day', 'next_at', 'zone', 'removed_at', 'left_server_at'])
        .where('next_at', '<=', now)
        .orderBy('next_at')
        // A bound limit has SQLite prepare the statement anew each time.
        .limit(sql.lit(limit))
        .execute();
      return rows.map((row) => ({
        memberId: row.member_id,
        kind: row.kind,
        slot: row.slot,
        at: row.at,
        zone: row.zone,
        nextDay: dayFromNumber(row.next_day),
        nextAt: row.next_at,
        isReachable: row.removed_at === null && row.left_server_at === null,
      }));
    },

    async advance({ memberId, kind, slot, at, nextAt }, nextDay, next) {
      const result = await db
        .updateTable('reminders')
        .set({ next_day: dayNumber(nextDay), next_at: next })
        .where('member_id', '=', memberId)
        .where('kind', '=', kind)
        .where('slot', '=', slot)
        // Somebody else's move, and wishes saved in between, leave another instant or time.
        .where('next_at', '=', nextAt)
        .where('at', '=', at)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async earliest() {
      const row = await db
        .selectFrom('reminders')
        .select('next_at')
        .orderBy('next_at')
        .limit(sql.lit(1))
        .executeTakeFirst();
      return row?.next_at;
    },

    async whose(memberId) {
      const row = await db
        .selectFrom('members')
        .select(['server_id', 'user_id'])
        .where('id', '=', memberId)
        .executeTakeFirst();
      return row && { serverId: row.server_id, userId: row.user_id };
    },

    async toldByDm(serverId) {
      const rows = await db
        .selectFrom('members')
        .select('id')
        .where('server_id', '=', serverId)
        .where('notice', '=', 'dm')
        .where('left_server_at', 'is', null)
        .execute();
      return rows.map((row) => row.id);
    },

    async lastLogged(memberId, kind) {
      const row = await db
        .selectFrom('check_ins')
        .select((is) => is.fn.max('made_at').as('at'))
        .where('member_id', '=', memberId)
        .where('kind', '=', kind)
        .where('undone_at', 'is', null)
        .executeTakeFirst();
      return row?.at ?? undefined;
    },

    async checkInOf(sourceId) {
      const row = await db.selectFrom('check_ins').select('id').where('source_id', '=', sourceId).executeTakeFirst();
      return row?.id;
    },
  };
}

/** Lays a member's times anew, from `now` on, by their wishes and their zone. */
export async function layAnew(trx: Db, memberId: number, now: Instant): Promise<void> {
  const wishes = await wishOf(trx, memberId);
  const member = await trx.selectFrom('members').select('zone').where('id', '=', memberId).executeTakeFirst();
  if (wishes === undefined || member === undefined) return;
  await trx.deleteFrom('reminders').where('member_id', '=', memberId).execute();
  const rows = reminderTimes(wishes).map(({ kind, slot, at }) => {
    const next = nextOccurrence(now, at, member.zone);
    return { member_id: memberId, kind, slot, at, next_day: dayNumber(next.day), next_at: next.at };
  });
  if (rows.length > 0) await trx.insertInto('reminders').values(rows).execute();
}

async function wishOf(db: Db, memberId: number): Promise<Wishes | undefined> {
  const row = await db.selectFrom('members').select(COLUMNS).where('id', '=', memberId).executeTakeFirst();
  return row && wishesFrom(row);
}

const COLUMNS = [
  'remind_workout',
  'trains_at',
  'remind_sleep',
  'wakes_at',
  'sleep_hours',
  'water_times',
  'water_from',
  'water_to',
  'weekly_review',
  'quiet_from',
  'quiet_to',
  'most_a_day',
] as const;

type Row = Pick<Selectable<Tables['members']>, (typeof COLUMNS)[number]>;

function columnsOf(wishes: Wishes): Row {
  return {
    remind_workout: wishes.workout ? 1 : 0,
    trains_at: wishes.trainsAt ?? null,
    remind_sleep: wishes.sleep ? 1 : 0,
    wakes_at: wishes.wakesAt ?? null,
    sleep_hours: wishes.sleepHours,
    water_times: wishes.water,
    water_from: wishes.waterFrom ?? null,
    water_to: wishes.waterTo ?? null,
    weekly_review: wishes.review ? 1 : 0,
    quiet_from: wishes.quiet.from,
    quiet_to: wishes.quiet.to,
    most_a_day: wishes.mostADay,
  };
}

function wishesFrom(row: Row): Wishes {
  return {
    workout: row.remind_workout === 1,
    ...(row.trains_at !== null && { trainsAt: row.trains_at }),
    sleep: row.remind_sleep === 1,
    ...(row.wakes_at !== null && { wakesAt: row.wakes_at }),
    sleepHours: row.sleep_hours,
    water: row.water_times,
    ...(row.water_from !== null && { waterFrom: row.water_from }),
    ...(row.water_to !== null && { waterTo: row.water_to }),
    review: row.weekly_review === 1,
    quiet: { from: row.quiet_from ?? QUIET_HOURS.from, to: row.quiet_to ?? QUIET_HOURS.to },
    mostADay: row.most_a_day,
  };
}
