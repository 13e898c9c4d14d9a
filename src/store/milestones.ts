import { dayNumber } from '../coach/day.ts';
import type { Milestones } from './interfaces/check-ins.ts';
import type { Db } from './tables.ts';

export function milestonesOn(db: Db): Milestones {
  return {
    async reached(memberId) {
      const rows = await db.selectFrom('milestones').select('milestone').where('member_id', '=', memberId).execute();
      return new Set(rows.map((row) => row.milestone));
    },

    async add(memberId, milestone, day, checkInId) {
      const result = await db
        .insertInto('milestones')
        .values({ member_id: memberId, milestone, day: dayNumber(day), check_in_id: checkInId })
        .onConflict((conflict) => conflict.columns(['member_id', 'milestone']).doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}
