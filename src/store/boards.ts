import { dayFromNumber, dayNumber } from '../coach/day.ts';
import type { BodyLog } from '../coach/review.ts';
import type { Boards } from './interfaces/boards.ts';
import type { Db } from './tables.ts';

export function boardsOn(db: Db): Boards {
  return {
    async bodyLogs(memberId, from, to) {
      const rows = await db
        .selectFrom('check_ins')
        .select(['day', 'kind', 'hours'])
        .where('member_id', '=', memberId)
        .where('kind', 'in', ['sleep', 'water'])
        .where('day', '>=', dayNumber(from))
        .where('day', '<=', dayNumber(to))
        .where('undone_at', 'is', null)
        // Of one in the place of another this is the first one's, so that it keeps its turn.
        .orderBy('made_at')
        .orderBy('id')
        .execute();
      const days = [...new Set(rows.map(({ day }) => day))].sort((one, other) => one - other);
      return days.map((day): BodyLog => {
        const ofDay = rows.filter((row) => row.day === day);
        const sleepHours = ofDay.findLast(({ kind }) => kind === 'sleep')?.hours ?? undefined;
        return {
          day: dayFromNumber(day),
          ...(sleepHours !== undefined && { sleepHours }),
          hasWater: ofDay.some(({ kind }) => kind === 'water'),
        };
      });
    },

    async readinessOf(enrolmentId) {
      const row = await db
        .selectFrom('enrolments')
        .select('readiness_version')
        .where('id', '=', enrolmentId)
        .executeTakeFirst();
      return row?.readiness_version;
    },
  };
}
