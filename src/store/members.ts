import { changeClock } from '../coach/clock.ts';
import { dayNumber } from '../coach/day.ts';
import type { MemberFile } from '../coach/member.ts';
import { workoutsOf } from './check-ins.ts';
import type { Members, NewEnrolment } from './interfaces/members.ts';
import { clockFrom, columnsOfClock } from './member-clock.ts';
import { bitsOf, standing, standingFiles, type Whose } from './member-files.ts';
import { layAnew } from './reminders.ts';
import { knowServer } from './servers.ts';
import { atomically, type Db } from './tables.ts';

export function membersOn(db: Db): Members {
  return {
    enroll: (enrolment) =>
      atomically(db, async (trx) => {
        await knowServer(trx, enrolment.serverId);
        const memberId = await saveMember(trx, enrolment);
        await saveKit(trx, memberId, enrolment.kit);
        await beginEnrolment(trx, memberId, enrolment);
        const file = await fileOf(trx, { memberId });
        if (file === undefined) throw new Error(`member ${memberId} has no enrolment just after enrolling`);
        return file;
      }),

    file: (serverId, userId) => fileOf(db, { serverId, userId }),
    fileOf: (memberId) => fileOf(db, { memberId }),
    enrolled: (serverId) => standingFiles(db, { serverId }),

    async countEnrolled(serverId) {
      const row = await standing(db, { serverId })
        .select((is) => is.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },

    async leave(memberId, day) {
      const result = await db
        .updateTable('enrolments')
        .set({ left_on: dayNumber(day) })
        .where('member_id', '=', memberId)
        .where('left_on', 'is', null)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
  };
}

async function fileOf(db: Db, whose: Whose): Promise<MemberFile | undefined> {
  const [file] = await standingFiles(db, whose);
  return file === undefined ? undefined : { ...file, workouts: await workoutsOf(db, file.member.id) };
}

/** The member's id. Of a member known before, what enrolling does not ask stays as it was. */
async function saveMember(trx: Db, enrolment: NewEnrolment): Promise<number> {
  const { serverId, userId, zone, notice, now } = enrolment;
  const shared = enrolment.shareMilestones === undefined ? {} : { share_milestones: enrolment.shareMilestones ? 1 : 0 };
  const known = await trx
    .selectFrom('members')
    .select(['id', 'zone', 'day_ends_at', 'previous_zone', 'previous_day_ends_at', 'clock_changed_at'])
    .where('server_id', '=', serverId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (known === undefined) {
    const { id } = await trx
      .insertInto('members')
      .values({ server_id: serverId, user_id: userId, created_at: now, zone, notice, ...shared })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }
  await trx
    .updateTable('members')
    .set({ notice, ...shared, ...columnsOfClock(changeClock(clockFrom(known), { zone }, now)) })
    .where('id', '=', known.id)
    .execute();
  if (known.zone !== zone) await layAnew(trx, known.id, now);
  return known.id;
}

export async function saveKit(trx: Db, memberId: number, kit: NewEnrolment['kit']): Promise<void> {
  await trx.deleteFrom('member_kit').where('member_id', '=', memberId).execute();
  const rows = [...new Set(kit)].map((item) => ({ member_id: memberId, kit: item }));
  if (rows.length > 0) await trx.insertInto('member_kit').values(rows).execute();
}

async function beginEnrolment(trx: Db, memberId: number, enrolment: NewEnrolment): Promise<void> {
  const startsOn = dayNumber(enrolment.startsOn);
  await trx
    .updateTable('enrolments')
    .set({ ended_at: enrolment.now })
    .where('member_id', '=', memberId)
    .where('left_on', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
  const { id } = await trx
    .insertInto('enrolments')
    .values({
      member_id: memberId,
      programme_id: enrolment.programmeId,
      enrolled_at: enrolment.now,
      starts_on: startsOn,
      readiness_version: enrolment.readinessVersion,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('enrolment_terms')
    .values({
      enrolment_id: id,
      from_day: startsOn,
      level: enrolment.level,
      training_days: bitsOf(enrolment.trainingDays),
    })
    .execute();
}
