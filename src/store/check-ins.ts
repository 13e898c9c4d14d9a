import type { Insertable, Selectable } from 'kysely';
import { dayFromNumber, dayNumber, type Instant } from '../coach/day.ts';
import type { Workout } from '../coach/member.ts';
import type { CheckIn, CheckInSaid, CheckIns, NewCheckIn } from './interfaces/check-ins.ts';
import { standing } from './member-files.ts';
import { atomically, type CheckInsTable, type Db } from './tables.ts';

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

    byId: (id) => byId(db, id),

    latest: (id) => latest(db, id),
    replace: (id, said, now, sourceId) => atomically(db, (trx) => replace(trx, id, said, now, sourceId)),

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
        // Of one in the place of another this is the first one's, so that it keeps its turn.
        .orderBy('made_at')
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

/** Every workout that stands, of all time, by day and then in the order in which they were written down. */
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

async function byId(db: Db, id: number): Promise<CheckIn | undefined> {
  const row = await db.selectFrom('check_ins').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : checkInFrom(row);
}

async function latest(db: Db, id: number): Promise<CheckIn | undefined> {
  const next = await db.selectFrom('check_ins').select('id').where('replaces', '=', id).executeTakeFirst();
  return next === undefined ? byId(db, id) : latest(db, next.id);
}

async function replace(
  trx: Db,
  id: number,
  said: CheckInSaid,
  now: Instant,
  sourceId: string,
): Promise<CheckIn | undefined> {
  const former = await byId(trx, id);
  if (former === undefined || former.undoneAt !== undefined) return undefined;
  const { memberId, day, madeAt } = former;
  const row = await trx
    .insertInto('check_ins')
    .values({ ...rowOf({ memberId, day, madeAt, sourceId, ...said }), replaces: id })
    .onConflict((conflict) => conflict.column('source_id').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await trx.updateTable('check_ins').set({ undone_at: now }).where('id', '=', id).execute();
  await trx.updateTable('sets_done').set({ check_in_id: row.id }).where('check_in_id', '=', id).execute();
  await trx.updateTable('trainings').set({ check_in_id: row.id }).where('check_in_id', '=', id).execute();
  return checkInFrom(row);
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
    note: checkIn.note ?? null,
  };
}

function checkInFrom(row: Selectable<CheckInsTable>): CheckIn {
  return {
    id: row.id,
    memberId: row.member_id,
    day: dayFromNumber(row.day),
    madeAt: row.made_at,
    ...(row.undone_at !== null && { undoneAt: row.undone_at }),
    ...(row.note !== null && { note: row.note }),
    ...saidIn(row),
  };
}

function saidIn(row: Selectable<CheckInsTable>): CheckInSaid {
  if (row.kind === 'sleep') return { kind: 'sleep', hours: row.hours ?? 0 };
  if (row.kind === 'water') return { kind: 'water', glasses: row.glasses ?? 0 };
  const { size, effort, repairs } = workoutFrom(row);
  return { kind: 'workout', size, ...(effort && { effort }), ...(repairs && { repairs }) };
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
