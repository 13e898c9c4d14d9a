import { sql } from 'kysely';
import type { Clearings } from './interfaces/privacy.ts';
import type { Db } from './tables.ts';

export function clearingsOn(db: Db): Clearings {
  return {
    async open(now, limit) {
      const rows = await db
        .selectFrom('clearings')
        .leftJoin('deliveries', 'deliveries.id', 'delivery_id')
        .select(['clearings.id', 'clearings.server_id', 'delivery_id', 'since', 'deliveries.status'])
        .select((is) => [
          is.fn.coalesce('clearings.channel_id', 'deliveries.channel_id').as('channel_id'),
          is.fn.coalesce('clearings.message_id', 'deliveries.message_id').as('message_id'),
        ])
        .where('clearings.retry_at', '<=', now)
        .orderBy('clearings.retry_at')
        .orderBy('clearings.id')
        .limit(sql.lit(limit))
        .execute();
      return rows.map((row) => ({
        id: row.id,
        serverId: row.server_id,
        since: row.since,
        ...(row.delivery_id !== null && { deliveryId: row.delivery_id }),
        ...(row.channel_id !== null &&
          row.message_id !== null && { message: { channelId: row.channel_id, id: row.message_id } }),
        isUnderWay: row.status === 'pending' || row.status === 'sending',
      }));
    },

    async owe(serverId, channelId, messageId, now) {
      await db
        .insertInto('clearings')
        .values({ server_id: serverId, channel_id: channelId, message_id: messageId, since: now, retry_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async mayName(deliveryId) {
      const rows = await db
        .selectFrom('delivery_mentions')
        .innerJoin('members', 'members.id', 'member_id')
        .select('user_id')
        .where('delivery_id', '=', deliveryId)
        .execute();
      return new Set(rows.map((row) => row.user_id));
    },

    async done(id) {
      await db.deleteFrom('clearings').where('id', '=', id).execute();
    },

    async postpone(id, retryAt) {
      await db.updateTable('clearings').set({ retry_at: retryAt }).where('id', '=', id).execute();
    },

    async earliest() {
      const row = await db
        .selectFrom('clearings')
        .select('retry_at')
        .orderBy('retry_at')
        .limit(sql.lit(1))
        .executeTakeFirst();
      return row?.retry_at;
    },
  };
}
