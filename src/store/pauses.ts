import { dayNumber } from '../coach/day.ts';
import type { Pauses } from './interfaces/members.ts';
import { atomically, type Db } from './tables.ts';

export function pausesOn(db: Db): Pauses {
  return {
    save: (enrolmentId, pauses) =>
      atomically(db, async (trx) => {
        await trx.deleteFrom('pauses').where('enrolment_id', '=', enrolmentId).execute();
        const rows = pauses.map(({ from, to }) => ({
          enrolment_id: enrolmentId,
          from_day: dayNumber(from),
          to_day: to === undefined ? null : dayNumber(to),
        }));
        if (rows.length > 0) await trx.insertInto('pauses').values(rows).execute();
      }),
  };
}
