import { dayNumber } from '../coach/day.ts';
import type { Choices } from './interfaces/members.ts';
import { columnsOfClock } from './member-clock.ts';
import { bitsOf } from './member-files.ts';
import { saveKit } from './members.ts';
import { atomically, type Db } from './tables.ts';

export function choicesOn(db: Db): Choices {
  return {
    setTerms: (enrolmentId, { fromDay, level, trainingDays }) =>
      atomically(db, async (trx) => {
        const from_day = dayNumber(fromDay);
        await trx
          .deleteFrom('enrolment_terms')
          .where('enrolment_id', '=', enrolmentId)
          .where('from_day', '>=', from_day)
          .execute();
        await trx
          .insertInto('enrolment_terms')
          .values({ enrolment_id: enrolmentId, from_day, level, training_days: bitsOf(trainingDays) })
          .execute();
      }),

    setKit: (memberId, kit) => atomically(db, (trx) => saveKit(trx, memberId, kit)),

    async setClock(memberId, clock) {
      await db.updateTable('members').set(columnsOfClock(clock)).where('id', '=', memberId).execute();
    },

    async setNotice(memberId, notice) {
      await db.updateTable('members').set({ notice }).where('id', '=', memberId).execute();
    },

    async setPrivacy(memberId, { shareMilestones, onLeaderboard, hideBody }) {
      await db
        .updateTable('members')
        .set({
          ...(shareMilestones !== undefined && { share_milestones: shareMilestones ? 1 : 0 }),
          ...(onLeaderboard !== undefined && { on_leaderboard: onLeaderboard ? 1 : 0 }),
          ...(hideBody !== undefined && { hide_body: hideBody ? 1 : 0 }),
        })
        .where('id', '=', memberId)
        .execute();
    },
  };
}
