import type { Dms } from './interfaces/reminders.ts';
import type { Db } from './tables.ts';

export function dmsOn(db: Db): Dms {
  return {
    async state(userId) {
      const row = await db.selectFrom('dms').selectAll().where('user_id', '=', userId).executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        ...(row.channel_id !== null && { channelId: row.channel_id }),
        ...(row.refused_at !== null && { refusedAt: row.refused_at }),
        isTold: row.told === 1,
      };
    },

    async opened(userId, channelId, now) {
      const row = { channel_id: channelId, opened_at: now };
      await db
        .insertInto('dms')
        .values({ user_id: userId, ...row })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
        .execute();
    },

    async forget(userId) {
      await db.updateTable('dms').set({ channel_id: null }).where('user_id', '=', userId).execute();
    },

    async refused(userId, now) {
      const row = { refused_at: now, told: 0 };
      await db
        .insertInto('dms')
        .values({ user_id: userId, ...row })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
        .execute();
    },

    async told(userId) {
      await db.updateTable('dms').set({ told: 1 }).where('user_id', '=', userId).execute();
    },

    forgive: (userId) => forgive(db, userId),
  };
}

/** See {@link Dms.forgive}. */
export async function forgive(db: Db, userId: string): Promise<void> {
  await db
    .updateTable('dms')
    .set({ refused_at: null, told: 0 })
    .where('user_id', '=', userId)
    .where('refused_at', 'is not', null)
    .execute();
}
