import { type Selectable, sql } from 'kysely';
import { dayFromNumber, dayNumber } from '../coach/day.ts';
import type { ChannelPostKind, Deliveries, Delivery } from './interfaces/deliveries.ts';
import type { Db, DeliveriesTable } from './tables.ts';

/** Word for word the condition of the index `deliveries_open`; with bound parameters SQLite would not use it. */
export const DELIVERY_OPEN = sql<boolean>`status in ('pending', 'sending')`;

export function deliveriesOn(db: Db): Deliveries {
  return {
    async owe(delivery) {
      const result = await db
        .insertInto('deliveries')
        .values({
          server_id: delivery.serverId,
          key: delivery.key,
          kind: delivery.kind,
          day: dayNumber(delivery.day),
          status: delivery.status,
          member_id: delivery.memberId ?? null,
          milestone: delivery.milestone ?? null,
          to_user: delivery.toUser ?? null,
          due_at: delivery.dueAt,
          expires_at: delivery.expiresAt,
          retry_at: delivery.dueAt,
        })
        .onConflict((conflict) => conflict.columns(['server_id', 'key']).doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async open(now, limit) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where(DELIVERY_OPEN)
        .where('retry_at', '<=', now)
        .orderBy('retry_at')
        .orderBy('id')
        // A bound limit has SQLite prepare the statement anew each time.
        .limit(sql.lit(limit))
        .execute();
      return rows.map(deliveryFrom);
    },

    async claim(id, channelId, now, seenAttempts) {
      const result = await db
        .updateTable('deliveries')
        .set((column) => ({
          status: 'sending',
          channel_id: channelId,
          claimed_at: now,
          attempts: column('attempts', '+', 1),
        }))
        .where('id', '=', id)
        .where(DELIVERY_OPEN)
        .$if(seenAttempts !== undefined, (query) => query.where('attempts', '=', seenAttempts ?? 0))
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async sent(id, messageId, now) {
      const result = await db
        .updateTable('deliveries')
        .set({ status: 'sent', message_id: messageId, sent_at: now, error: null })
        .where('id', '=', id)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async mentions(id, userIds) {
      if (userIds.length === 0) return;
      // As one value: a list of each length would be a statement of its own.
      await sql`
        insert into delivery_mentions (delivery_id, member_id)
        select deliveries.id, members.id from deliveries join members using (server_id)
        where deliveries.id = ${id} and user_id in (select value from json_each(${JSON.stringify(userIds)}))
        on conflict do nothing`.execute(db);
    },

    async close(id, status, error) {
      await db
        .updateTable('deliveries')
        .set({ status, ...(error !== undefined && { error }) })
        .where('id', '=', id)
        .where(DELIVERY_OPEN)
        .execute();
    },

    async postpone(id, retryAt, error) {
      await db
        .updateTable('deliveries')
        .set({ retry_at: retryAt, error })
        .where('id', '=', id)
        .where(DELIVERY_OPEN)
        .execute();
    },

    async reopenDaily(serverId, now) {
      await db
        .updateTable('deliveries')
        .set({ status: 'pending', retry_at: now, channel_id: null, claimed_at: null, attempts: 0 })
        .where('server_id', '=', serverId)
        .where('kind', '=', 'daily')
        .where('status', '=', 'failed')
        .where('expires_at', '>', now)
        // Refused by a code of Discord's, so it is certain that nothing arrived.
        .where(sql<boolean>`error glob '[0-9]*'`)
        .execute();
    },

    async latest(serverId, limit) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('server_id', '=', serverId)
        .where('to_user', 'is', null)
        .orderBy('due_at', 'desc')
        .orderBy('id', 'desc')
        .limit(sql.lit(limit))
        .execute();
      return rows.map((row) => ({ ...deliveryFrom(row), kind: row.kind as ChannelPostKind }));
    },

    async earliestRetry() {
      const row = await db
        .selectFrom('deliveries')
        .select('retry_at')
        .where(DELIVERY_OPEN)
        .orderBy('retry_at')
        .limit(sql.lit(1))
        .executeTakeFirst();
      return row?.retry_at;
    },

    async toMember(memberId, from) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('member_id', '=', memberId)
        .where('day', '>=', dayNumber(from))
        .where('to_user', 'is not', null)
        .orderBy('day')
        .orderBy('due_at')
        .execute();
      return rows.map(deliveryFrom);
    },

    async answered(serverId, key, now) {
      await db
        .updateTable('deliveries')
        .set({ answered_at: now })
        .where('server_id', '=', serverId)
        .where('key', '=', key)
        .where('answered_at', 'is', null)
        .execute();
    },
  };
}

function deliveryFrom(row: Selectable<DeliveriesTable>): Delivery {
  return {
    id: row.id,
    serverId: row.server_id,
    kind: row.kind,
    key: row.key,
    day: dayFromNumber(row.day),
    status: row.status,
    dueAt: row.due_at,
    expiresAt: row.expires_at,
    retryAt: row.retry_at,
    attempts: row.attempts,
    ...(row.member_id !== null && { memberId: row.member_id }),
    ...(row.milestone !== null && { milestone: row.milestone }),
    ...(row.to_user !== null && { toUser: row.to_user }),
    ...(row.channel_id !== null && { channelId: row.channel_id }),
    ...(row.claimed_at !== null && { claimedAt: row.claimed_at }),
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
    ...(row.message_id !== null && { messageId: row.message_id }),
    ...(row.answered_at !== null && { answeredAt: row.answered_at }),
    ...(row.error !== null && { error: row.error }),
  };
}
