import type { Insertable, Selectable } from 'kysely';
import { dayFromNumber, dayNumber } from '../coach/day.ts';
import type { Workout } from '../coach/member.ts';
import { standing } from './member-files.ts';
import type { CheckIn, CheckIns, NewCheckIn } from './store.ts';
import type { CheckInsTable, Db } from './tables.ts';

export function checkInsOn(db: Db): CheckIns {
  return {
    async add(checkIn) {
      const row = await db
        .insertInto('check_ins')
        .values(rowOf(checkIn))
        .onConflict((conflict) => conflict.column('source_id').doNothing())
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? undefined : checkInFrom(row);
    },

    async byId(id) {
      const row = await db.selectFrom('check_ins').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : checkInFrom(row);
    },

    async undo(id, now) {
      const result = await db
        .updateTable('check_ins')
        .set({ undone_at: now })
        .where('id', '=', id)
        .where('undone_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async rate(id, effort) {
      const result = await db
        .updateTable('check_ins')
        .set({ effort })
        .where('id', '=', id)
        .where('kind', '=', 'workout')
        .where('effort', 'is', null)
        .where('undone_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    workouts: (memberId) => workoutsOf(db, memberId),

    async workoutsOfServer(serverId, from, to) {
      const rows = await standing(db, { serverId })
        .innerJoin('check_ins', 'check_ins.member_id', 'members.id')
        .select(['check_ins.id', 'members.id as of', 'day', 'made_at', 'size', 'effort', 'repairs'])
        .where('kind', '=', 'workout')
        .where('day', '>=', dayNumber(from))
        .where('day', '<=', dayNumber(to))
        .where('undone_at', 'is', null)
        .orderBy('day')
        .orderBy('check_ins.id')
        .execute();
      const workouts = new Map<number, Workout[]>();
      for (const row of rows) workouts.set(row.of, [...(workouts.get(row.of) ?? []), workoutFrom(row)]);
      return workouts;
    },

    async onDay(memberId, day) {
      const rows = await db
        .selectFrom('check_ins')
        .selectAll()
        .where('member_id', '=', memberId)
        .where('kind', 'in', ['workout', 'sleep', 'water'])
        .where('day', '=', dayNumber(day))
        .where('undone_at', 'is', null)
        .orderBy('id')
        .execute();
      const sleep = rows.findLast((row) => row.kind === 'sleep')?.hours ?? undefined;
      return {
        workouts: rows.filter((row) => row.kind === 'workout').map(workoutFrom),
        ...(sleep !== undefined && { sleepHours: sleep }),
        waterGlasses: rows.reduce((sum, row) => sum + (row.glasses ?? 0), 0),
      };
    },

    async count(memberId) {
      const row = await db
        .selectFrom('check_ins')
        .select((is) => is.fn.countAll<number>().as('count'))
        .where('member_id', '=', memberId)
        .where('undone_at', 'is', null)
        .executeTakeFirstOrThrow();
      return row.count;
    },

    async loggedOn(serverId, kind, day) {
      const rows = await db
        .selectFrom('members')
        .innerJoin('enrolments', 'enrolments.member_id', 'members.id')
        .innerJoin('check_ins', 'check_ins.member_id', 'members.id')
        .select('members.id')
        .distinct()
        .where('members.server_id', '=', serverId)
        .where('enrolments.left_on', 'is', null)
        .where('enrolments.ended_at', 'is', null)
        .where('check_ins.kind', '=', kind)
        .where('check_ins.day', '=', dayNumber(day))
        .where('check_ins.undone_at', 'is', null)
        .execute();
      return new Set(rows.map((row) => row.id));
    },
  };
}

/** Every workout that stands, of all time, by day and then in the order in which they were made. */
export async function workoutsOf(db: Db, memberId: number): Promise<Workout[]> {
  const rows = await db
    .selectFrom('check_ins')
    .select(['id', 'day', 'made_at', 'size', 'effort', 'repairs'])
    .where('member_id', '=', memberId)
    .where('kind', '=', 'workout')
    .where('undone_at', 'is', null)
    .orderBy('day')
    .orderBy('id')
    .execute();
  return rows.map(workoutFrom);
}

function rowOf(checkIn: NewCheckIn): Insertable<CheckInsTable> {
  const { kind } = checkIn;
  return {
    member_id: checkIn.memberId,
    kind,
    day: dayNumber(checkIn.day),
    made_at: checkIn.madeAt,
    undone_at: null,
    source_id: checkIn.sourceId,
    size: kind === 'workout' ? checkIn.size : null,
    effort: kind === 'workout' ? (checkIn.effort ?? null) : null,
    repairs: kind === 'workout' && checkIn.repairs !== undefined ? dayNumber(checkIn.repairs) : null,
    hours: kind === 'sleep' ? checkIn.hours : null,
    glasses: kind === 'water' ? checkIn.glasses : null,
  };
}

function checkInFrom(row: Selectable<CheckInsTable>): CheckIn {
  return {
    id: row.id,
    memberId: row.member_id,
    day: dayFromNumber(row.day),
    kind: row.kind,
    madeAt: row.made_at,
    ...(row.undone_at !== null && { undoneAt: row.undone_at }),
  };
}

type WorkoutRow = Pick<Selectable<CheckInsTable>, 'id' | 'day' | 'made_at' | 'size' | 'effort' | 'repairs'>;

function workoutFrom(row: WorkoutRow): Workout {
  return {
    id: row.id,
    day: dayFromNumber(row.day),
    madeAt: row.made_at,
    size: row.size ?? 'full',
    ...(row.effort !== null && { effort: row.effort }),
    ...(row.repairs !== null && { repairs: dayFromNumber(row.repairs) }),
  };
}
