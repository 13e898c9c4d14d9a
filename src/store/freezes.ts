import { dayFromNumber, dayNumber } from '../coach/day.ts';
import type { DaySpan, Freezes } from './interfaces/freezes.ts';
import { knowServer } from './servers.ts';
import { atomically, type Db } from './tables.ts';

export function freezesOn(db: Db): Freezes {
  return {
    of: (serverId) => freezesOf(db, serverId),

    add: (serverId, span) =>
      atomically(db, async (trx) => {
        await knowServer(trx, serverId);
        let [from, to] = [dayNumber(span.from), dayNumber(span.to)];
        const near = await trx
          .deleteFrom('server_freezes')
          .where('server_id', '=', serverId)
          .where('from_day', '<=', to + 1)
          .where('to_day', '>=', from - 1)
          .returning(['from_day', 'to_day'])
          .execute();
        from = Math.min(from, ...near.map((row) => row.from_day));
        to = Math.max(to, ...near.map((row) => row.to_day));
        await trx.insertInto('server_freezes').values({ server_id: serverId, from_day: from, to_day: to }).execute();
        return { from: dayFromNumber(from), to: dayFromNumber(to) };
      }),

    async remove(serverId, from) {
      const result = await db
        .deleteFrom('server_freezes')
        .where('server_id', '=', serverId)
        .where('from_day', '=', dayNumber(from))
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
  };
}

/** See {@link Freezes.of}. */
export async function freezesOf(db: Db, serverId: string): Promise<DaySpan[]> {
  const rows = await db
    .selectFrom('server_freezes')
    .select(['from_day', 'to_day'])
    .where('server_id', '=', serverId)
    .orderBy('from_day')
    .execute();
  return rows.map((row) => ({ from: dayFromNumber(row.from_day), to: dayFromNumber(row.to_day) }));
}
