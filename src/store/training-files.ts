import type { Selectable } from 'kysely';
import { dayFromNumber, dayNumber } from '../coach/day.ts';
import type { Ladder, LoadedKit, SaidLoads } from '../coach/load.ts';
import type { Effort } from '../coach/member.ts';
import type { Performance, SetDone } from '../coach/performance.ts';
import type { MoveSwap } from '../coach/training/swaps.ts';
import type { TrainingFiles } from './interfaces/training.ts';
import { atomically, type Db, type SetsDoneTable } from './tables.ts';

export function trainingFilesOn(db: Db): TrainingFiles {
  return {
    async performances(memberId) {
      const rows = await setRows(db)
        .where('check_ins.member_id', '=', memberId)
        .where('check_ins.kind', '=', 'workout')
        .where('check_ins.undone_at', 'is', null)
        .execute();
      return performancesFrom(rows);
    },

    async ofCheckIn(checkInId) {
      return performancesFrom(await setRows(db).where('check_ins.id', '=', checkInId).execute());
    },

    addSets: (checkInId, performances) =>
      atomically(db, async (trx) => {
        for (const { move, sets, variation, held } of performances) {
          const known = await trx
            .selectFrom('sets_done')
            .select((is) => is.fn.countAll<number>().as('count'))
            .where('check_in_id', '=', checkInId)
            .where('move_id', '=', move)
            .executeTakeFirstOrThrow();
          const rows = sets.map((set, index) => ({
            check_in_id: checkInId,
            move_id: move,
            set_no: known.count + index + 1,
            reps: set.reps ?? null,
            seconds: set.seconds ?? null,
            load_grams: set.load ?? null,
            band: set.band ?? null,
            variation: variation ?? null,
            held: held ? 1 : 0,
          }));
          for (const row of rows) await trx.insertInto('sets_done').values(row).execute();
        }
      }),

    async swaps(memberId) {
      const rows = await db.selectFrom('swaps').selectAll().where('member_id', '=', memberId).orderBy('id').execute();
      return rows.map(
        (row): MoveSwap => ({
          move: row.move_id,
          to: row.to_move_id,
          from: dayFromNumber(row.from_day),
          ...(row.to_day !== null && { until: dayFromNumber(row.to_day) }),
        }),
      );
    },

    async swap(memberId, { move, to, from, until }) {
      await db
        .insertInto('swaps')
        .values({
          member_id: memberId,
          move_id: move,
          to_move_id: to,
          from_day: dayNumber(from),
          to_day: until === undefined ? null : dayNumber(until),
        })
        .execute();
    },

    loads: (memberId) => loadsOf(db, memberId),

    async setUnits(memberId, units) {
      await db.updateTable('members').set({ units }).where('id', '=', memberId).execute();
    },

    setLadder: (memberId, kit, ladder) => atomically(db, (trx) => saveLadder(trx, memberId, kit, ladder)),

    setBands: (memberId, bands) =>
      atomically(db, async (trx) => {
        await trx.deleteFrom('member_bands').where('member_id', '=', memberId).execute();
        for (const colour of bands) {
          await trx.insertInto('member_bands').values({ member_id: memberId, colour }).execute();
        }
      }),

    async repeat(enrolmentId, { from, days }) {
      await db
        .insertInto('plan_repeats')
        .values({ enrolment_id: enrolmentId, from_day: dayNumber(from), days })
        .onConflict((conflict) => conflict.columns(['enrolment_id', 'from_day']).doUpdateSet({ days }))
        .execute();
    },
  };
}

/** By day, and then in the order in which it was logged. */
function setRows(db: Db) {
  return db
    .selectFrom('check_ins')
    .innerJoin('sets_done', 'sets_done.check_in_id', 'check_ins.id')
    .selectAll('sets_done')
    .select(['check_ins.day', 'check_ins.effort'])
    .orderBy('check_ins.day')
    .orderBy('check_ins.made_at')
    .orderBy('check_ins.id')
    .orderBy('sets_done.move_id')
    .orderBy('sets_done.set_no');
}

type SetRow = Selectable<SetsDoneTable> & { readonly day: number; readonly effort: Effort | null };

/** Rows of one check-in and one move stand together. */
function performancesFrom(rows: readonly SetRow[]): Performance[] {
  const performances: (Performance & { readonly sets: SetDone[] })[] = [];
  let last: SetRow | undefined;
  for (const row of rows) {
    const isNew = last?.check_in_id !== row.check_in_id || last.move_id !== row.move_id;
    last = row;
    if (isNew) {
      performances.push({
        move: row.move_id,
        day: dayFromNumber(row.day),
        sets: [],
        ...(row.variation !== null && { variation: row.variation }),
        ...(row.effort !== null && { effort: row.effort }),
        held: row.held === 1,
      });
    }
    performances.at(-1)?.sets.push({
      ...(row.reps !== null && { reps: row.reps }),
      ...(row.seconds !== null && { seconds: row.seconds }),
      ...(row.load_grams !== null && { load: row.load_grams }),
      ...(row.band !== null && { band: row.band }),
    });
  }
  return performances;
}

async function loadsOf(db: Db, memberId: number): Promise<SaidLoads> {
  const member = await db.selectFrom('members').select('units').where('id', '=', memberId).executeTakeFirstOrThrow();
  const steps = await db.selectFrom('member_load_steps').selectAll().where('member_id', '=', memberId).execute();
  const lists = await db
    .selectFrom('member_loads')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('grams')
    .execute();
  const bands = await db.selectFrom('member_bands').select('colour').where('member_id', '=', memberId).execute();
  const ladders: { [kit in LoadedKit]?: Ladder } = {};
  for (const { kit, grams } of steps) ladders[kit] = { kind: 'step', step: grams };
  for (const { kit } of lists) {
    ladders[kit] = { kind: 'list', loads: lists.filter((row) => row.kit === kit).map(({ grams }) => grams) };
  }
  return { units: member.units, ladders, bands: bands.map(({ colour }) => colour) };
}

async function saveLadder(trx: Db, memberId: number, kit: LoadedKit, ladder: Ladder | undefined): Promise<void> {
  await trx.deleteFrom('member_loads').where('member_id', '=', memberId).where('kit', '=', kit).execute();
  await trx.deleteFrom('member_load_steps').where('member_id', '=', memberId).where('kit', '=', kit).execute();
  if (ladder?.kind === 'step') {
    await trx.insertInto('member_load_steps').values({ member_id: memberId, kit, grams: ladder.step }).execute();
  } else if (ladder?.kind === 'list') {
    for (const grams of ladder.loads) {
      await trx.insertInto('member_loads').values({ member_id: memberId, kit, grams }).execute();
    }
  }
}
