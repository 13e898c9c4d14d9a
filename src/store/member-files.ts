import { KITS } from '../coach/content.ts';
import { dayFromNumber, daysFrom, WEEKDAYS, type Weekday } from '../coach/day.ts';
import type { Member, MemberFile, Pause, Repeat, Terms } from '../coach/member.ts';
import { freezesOf } from './freezes.ts';
import { clockFrom } from './member-clock.ts';
import type { Db } from './tables.ts';

/** Whose files are wanted. */
export type Whose =
  | { readonly memberId: number }
  | { readonly serverId: string; readonly userId: string }
  | { readonly serverId: string };

/** The members whose enrolment stands, by member id, without workouts. As many queries for one as for a whole server. */
export async function standingFiles(db: Db, whose: Whose): Promise<Omit<MemberFile, 'workouts'>[]> {
  const rows = await standing(db, whose)
    .select([
      'members.id',
      'members.server_id',
      'members.user_id',
      'members.zone',
      'members.day_ends_at',
      'members.previous_zone',
      'members.previous_day_ends_at',
      'members.clock_changed_at',
      'members.notice',
      'members.share_milestones',
      'members.on_leaderboard',
      'members.hide_body',
      'enrolments.id as enrolment_id',
      'enrolments.starts_on',
    ])
    .orderBy('members.id')
    .execute();
  const [first] = rows;
  if (first === undefined) return [];
  const kits = await standing(db, whose)
    .innerJoin('member_kit', 'member_kit.member_id', 'members.id')
    .select(['member_kit.member_id as of', 'kit'])
    .execute();
  const terms = await standing(db, whose)
    .innerJoin('enrolment_terms', 'enrolment_terms.enrolment_id', 'enrolments.id')
    .select(['enrolment_id as of', 'from_day', 'level', 'training_days'])
    .orderBy('from_day')
    .execute();
  const pauses = await standing(db, whose)
    .innerJoin('pauses', 'pauses.enrolment_id', 'enrolments.id')
    .select(['enrolment_id as of', 'from_day', 'to_day'])
    .orderBy('from_day')
    .execute();
  const repeats = await standing(db, whose)
    .innerJoin('plan_repeats', 'plan_repeats.enrolment_id', 'enrolments.id')
    .select(['enrolment_id as of', 'from_day', 'days'])
    .orderBy('from_day')
    .execute();
  // Whoever is asked for, they are of one server.
  const freezes = await freezesOf(db, first.server_id);
  const frozenDays = new Set(freezes.flatMap(({ from, to }) => daysFrom(from, to)));
  const [kitsOf, termsOf, pausesOf, repeatsOf] = [grouped(kits), grouped(terms), grouped(pauses), grouped(repeats)];

  return rows.map((row) => {
    const owned = new Set(kitsOf(row.id).map(({ kit }) => kit));
    const member: Member = {
      id: row.id,
      serverId: row.server_id,
      userId: row.user_id,
      clock: clockFrom(row),
      kit: KITS.filter((kit) => owned.has(kit)),
      notice: row.notice,
      shareMilestones: row.share_milestones === 1,
      ...(row.on_leaderboard === 1 && { onLeaderboard: true }),
      ...(row.hide_body === 1 && { hideBody: true }),
    };
    return {
      member,
      enrolment: {
        id: row.enrolment_id,
        startsOn: dayFromNumber(row.starts_on),
        terms: termsOf(row.enrolment_id).map(
          (term): Terms => ({
            fromDay: dayFromNumber(term.from_day),
            level: term.level,
            trainingDays: weekdaysOf(term.training_days),
          }),
        ),
        pauses: pausesOf(row.enrolment_id).map(
          (pause): Pause => ({
            from: dayFromNumber(pause.from_day),
            ...(pause.to_day !== null && { to: dayFromNumber(pause.to_day) }),
          }),
        ),
        repeats: repeatsOf(row.enrolment_id).map(
          (repeat): Repeat => ({ from: dayFromNumber(repeat.from_day), days: repeat.days }),
        ),
      },
      ...(frozenDays.size > 0 && { frozenDays }),
    };
  });
}

/** Members joined with the one enrolment of theirs that stands. */
export function standing(db: Db, whose: Whose) {
  const query = db
    .selectFrom('members')
    .innerJoin('enrolments', 'enrolments.member_id', 'members.id')
    .where('enrolments.left_on', 'is', null)
    .where('enrolments.ended_at', 'is', null);
  if ('memberId' in whose) return query.where('members.id', '=', whose.memberId);
  const ofServer = query.where('members.server_id', '=', whose.serverId);
  // Who was seen to have left the server is no part of it, but finds everything on the day that they are back.
  if (!('userId' in whose)) return ofServer.where('members.left_server_at', 'is', null);
  return ofServer.where('members.user_id', '=', whose.userId);
}

function grouped<Row extends { readonly of: number }>(rows: readonly Row[]): (of: number) => readonly Row[] {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.of);
    if (group === undefined) groups.set(row.of, [row]);
    else group.push(row);
  }
  return (of) => groups.get(of) ?? [];
}

/** Seven bits, Monday the lowest. */
export function bitsOf(days: readonly Weekday[]): number {
  return days.reduce((bits, day) => bits | (1 << (day - 1)), 0);
}

function weekdaysOf(bits: number): Weekday[] {
  return WEEKDAYS.filter((day) => (bits & (1 << (day - 1))) !== 0);
}
