import { type Selectable, sql } from 'kysely';
import { dayFromNumber, dayNumber } from '../coach/day.ts';
import type { Schedule, Schedules } from './interfaces/schedules.ts';
import type { Db, SchedulesTable } from './tables.ts';

/** Word for word the condition of the index `schedules_due`; with a bound parameter SQLite would not use it. */
const NOT_HELD = sql<boolean>`held = 0`;

export function schedulesOn(db: Db): Schedules {
  return {
    async due(now, limit) {
      const rows = await db
        .selectFrom('schedules')
        .selectAll()
        .where(NOT_HELD)
        .where('next_at', '<=', now)
        .orderBy('next_at')
        // A bound limit has SQLite prepare the statement anew each time.
        .limit(sql.lit(limit))
        .execute();
      return rows.map(scheduleFrom);
    },

    async advance(schedule, nextDay, nextAt) {
      const result = await db
        .updateTable('schedules')
        .set({ next_day: dayNumber(nextDay), next_at: nextAt })
        .where('server_id', '=', schedule.serverId)
        .where('kind', '=', schedule.kind)
        .where('slot', '=', schedule.slot)
        // Somebody else's move, and settings saved in between, leave another instant or time.
        .where('next_at', '=', schedule.nextAt)
        .where('at', '=', schedule.at)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async ofServer(serverId) {
      const rows = await db
        .selectFrom('schedules')
        .selectAll()
        .where('server_id', '=', serverId)
        .orderBy('kind')
        .orderBy('slot')
        .execute();
      return rows.map(scheduleFrom);
    },

    async earliest() {
      const row = await db
        .selectFrom('schedules')
        .select('next_at')
        .where(NOT_HELD)
        .orderBy('next_at')
        .limit(sql.lit(1))
        .executeTakeFirst();
      return row?.next_at;
    },
  };
}

function scheduleFrom(row: Selectable<SchedulesTable>): Schedule {
  return {
    serverId: row.server_id,
    kind: row.kind,
    slot: row.slot,
    at: row.at,
    nextDay: dayFromNumber(row.next_day),
    nextAt: row.next_at,
  };
}
