import type { Selectable } from 'kysely';
import { dayFromNumber, dayNumber } from '../coach/day.ts';
import type { KeptTraining, Trainings } from './interfaces/training.ts';
import { atomically, type Db, type TrainingsTable } from './tables.ts';

export function trainingsOn(db: Db): Trainings {
  return {
    async begin({ memberId, enrolmentId, day, plan, startedAt }) {
      const row = await db
        .insertInto('trainings')
        .values({
          member_id: memberId,
          enrolment_id: enrolmentId,
          day: dayNumber(day),
          plan,
          started_at: startedAt,
          ended_at: null,
          check_in_id: null,
        })
        .onConflict((conflict) => conflict.column('member_id').where('ended_at', 'is', null).doNothing())
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? undefined : trainingFrom(row, []);
    },

    async byId(id) {
      const row = await db.selectFrom('trainings').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : trainingFrom(row, await stepsOf(db, row.id));
    },

    async open(memberId) {
      const row = await db
        .selectFrom('trainings')
        .selectAll()
        .where('member_id', '=', memberId)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return row === undefined ? undefined : trainingFrom(row, await stepsOf(db, row.id));
    },

    take: (id, seq, step, now, sourceId) =>
      atomically(db, async (trx) => {
        const open = await trx
          .selectFrom('trainings')
          .select('id')
          .where('id', '=', id)
          .where('ended_at', 'is', null)
          .executeTakeFirst();
        if (open === undefined) return false;
        const result = await trx
          .insertInto('training_steps')
          .values({ training_id: id, seq, step, at: now, source_id: sourceId })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),

    async end(id, now, checkInId) {
      const result = await db
        .updateTable('trainings')
        .set({ ended_at: now, check_in_id: checkInId ?? null })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
  };
}

function stepsOf(db: Db, id: number): Promise<{ step: string; at: number }[]> {
  return db.selectFrom('training_steps').select(['step', 'at']).where('training_id', '=', id).orderBy('seq').execute();
}

function trainingFrom(row: Selectable<TrainingsTable>, steps: KeptTraining['steps']): KeptTraining {
  return {
    id: row.id,
    memberId: row.member_id,
    day: dayFromNumber(row.day),
    plan: row.plan,
    steps,
    startedAt: row.started_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.check_in_id !== null && { checkInId: row.check_in_id }),
  };
}
