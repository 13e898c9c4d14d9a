import { sql } from 'kysely';
import { HOUR, type Instant } from '../coach/day.ts';
import type { Absent, Presence } from './interfaces/privacy.ts';
import { atomically, type Db } from './tables.ts';

const DAY = 24 * HOUR;

/** The expression of the index `members_unseen`, word for word. */
const SEEN = sql<Instant>`coalesce(seen_at, created_at)`;

export function presenceOn(db: Db): Presence {
  const change = (memberId: number, row: { seen_at?: Instant; asked_at: Instant; left_server_at?: Instant | null }) =>
    db.updateTable('members').set(row).where('id', '=', memberId).execute();

  return {
    async seen(serverId, userId, now) {
      // They press many buttons a day: only news is worth the write lock.
      const known = await db
        .selectFrom('members')
        .select(['id', 'seen_at', 'left_server_at'])
        .where('server_id', '=', serverId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      if (known === undefined) return;
      if (known.left_server_at === null && known.seen_at !== null && now - known.seen_at < DAY) return;
      await db.updateTable('members').set({ seen_at: now, left_server_at: null }).where('id', '=', known.id).execute();
    },

    async unseen({ before, askedBefore, since, most }) {
      const row = await db
        .selectFrom('members')
        .innerJoin('servers', 'servers.server_id', 'members.server_id')
        .select(['members.id', 'members.server_id', 'members.user_id'])
        .where(SEEN, '<=', before)
        .where('left_server_at', 'is', null)
        .where('removed_at', 'is', null)
        .where((is) => is.or([is('asked_at', 'is', null), is('asked_at', '<=', askedBefore)]))
        .where(
          sql<boolean>`(select count(*) from members as others
            where others.server_id = members.server_id and others.asked_at > ${since}) < ${most}`,
        )
        .orderBy(SEEN)
        .limit(sql.lit(1))
        .executeTakeFirst();
      return row && absentFrom(row);
    },

    async leftBefore(before, askedBefore) {
      const row = await db
        .selectFrom('members')
        .innerJoin('servers', 'servers.server_id', 'members.server_id')
        .select(['members.id', 'members.server_id', 'members.user_id'])
        .where('left_server_at', 'is not', null)
        .where('left_server_at', '<=', before)
        .where('removed_at', 'is', null)
        .where((is) => is.or([is('asked_at', 'is', null), is('asked_at', '<=', askedBefore)]))
        .orderBy('left_server_at')
        .limit(sql.lit(1))
        .executeTakeFirst();
      return row && absentFrom(row);
    },

    async there(memberId, now) {
      await change(memberId, { seen_at: now, asked_at: now, left_server_at: null });
    },

    async left(memberId, now) {
      await change(memberId, { asked_at: now, left_server_at: now });
    },

    async unanswered(memberId, now) {
      await change(memberId, { asked_at: now });
    },

    removeServers: (removedBefore) =>
      atomically(db, async (trx) => {
        const result = await trx
          .deleteFrom('servers')
          .where('removed_at', 'is not', null)
          .where('removed_at', '<=', removedBefore)
          .executeTakeFirst();
        // The ways to people whom no server knows any more.
        if (result.numDeletedRows > 0n) {
          await sql`
            delete from dms where not exists (select 1 from members where members.user_id = dms.user_id)
              and not exists (select 1 from server_settings where alert_user = dms.user_id)
              and not exists (select 1 from deliveries where to_user = dms.user_id)`.execute(trx);
        }
        return Number(result.numDeletedRows);
      }),

    async earliestRemoval(kept) {
      const { rows } = await sql<{ at: Instant | null }>`
        select min(at) as at from (
          select min(max(left_server_at + ${kept}, coalesce(asked_at, 0) + ${DAY})) as at
          from members join servers using (server_id) where left_server_at is not null and removed_at is null
          union all select min(removed_at) + ${kept} from servers where removed_at is not null
        )`.execute(db);
      return rows[0]?.at ?? undefined;
    },
  };
}

function absentFrom(row: { id: number; server_id: string; user_id: string }): Absent {
  return { memberId: row.id, serverId: row.server_id, userId: row.user_id };
}
