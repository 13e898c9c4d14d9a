import Database from 'better-sqlite3';
import { addDays, type Day, dayNumber, HOUR, weekdayOf, type Zone } from '../src/coach/day.ts';
import { loadContent } from '../src/store/content.ts';
import { openStore } from '../src/store/database.ts';

/** Whom to enrol, and what they have behind them. */
export interface Filling {
  /** User ids by server id. */
  readonly servers: ReadonlyMap<string, readonly string[]>;
  readonly today: Day;
  readonly zone: Zone;
  /** Days since they began, each with a night's sleep, two entries of water, and a workout on three days a week. */
  readonly daysBehind: number;
}

/** Monday, Wednesday and Friday, Monday the lowest bit. */
const TRAINING_DAYS = 0b0010101;
const TRAINS_ON = [1, 3, 5];
/** Workouts beyond the plan, on the first free days. */
const EXTRAS = 2;
/** One in so many lets milestones be told in the channel. */
const SHARES = 10;

/** Makes a database as the coach leaves it, without waiting for the disk at every row. */
export async function fill(path: string, { servers, today, zone, daysBehind }: Filling): Promise<void> {
  const store = await openStore(path);
  await store.close();
  const programmeId = loadContent().programme.id;
  const startsOn = dayNumber(today) - daysBehind;
  const db = new Database(path);
  db.pragma('synchronous = off');
  const addServer = db.prepare('insert into servers (server_id, joined_at) values (?, 0)');
  const addMember = db.prepare(
    `insert into members (server_id, user_id, created_at, zone, notice, share_milestones) values (?, ?, 0, ?, 'nothing', ?)`,
  );
  const addKit = db.prepare(`insert into member_kit values (?, 'mat'), (?, 'dumbbells'), (?, 'band')`);
  const addEnrolment = db.prepare(
    'insert into enrolments (member_id, programme_id, enrolled_at, starts_on, readiness_version) values (?, ?, 0, ?, 1)',
  );
  const addTerms = db.prepare(`insert into enrolment_terms values (?, ?, 'standard', ${TRAINING_DAYS})`);
  const addCheckIn = db.prepare(
    `insert into check_ins (member_id, kind, day, made_at, source_id, size, effort, hours, glasses)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  let sources = 0;
  const addHistory = (member: number | bigint) => {
    let extras = EXTRAS;
    for (let ago = daysBehind; ago >= 1; ago -= 1) {
      const day = addDays(today, -ago);
      const number = dayNumber(day);
      const madeAt = (number * 24 + 20) * HOUR;
      const source = () => `history-${sources++}`;
      addCheckIn.run(member, 'sleep', number, madeAt, source(), null, null, 7.5, null);
      for (const glasses of [2, 3])
        addCheckIn.run(member, 'water', number, madeAt, source(), null, null, null, glasses);
      const trains = TRAINS_ON.includes(weekdayOf(day)) || extras-- > 0;
      if (trains) addCheckIn.run(member, 'workout', number, madeAt, source(), 'full', '1-2', null, null);
    }
  };

  db.transaction(() => {
    for (const [serverId, userIds] of servers) {
      addServer.run(serverId);
      for (const [index, userId] of userIds.entries()) {
        const member = addMember.run(serverId, userId, zone, index % SHARES === 0 ? 1 : 0).lastInsertRowid;
        addKit.run(member, member, member);
        const enrolment = addEnrolment.run(member, programmeId, startsOn).lastInsertRowid;
        addTerms.run(enrolment, startsOn);
        addHistory(member);
      }
    }
  })();
  // On disk before anything is measured: it would be written meanwhile.
  db.pragma('synchronous = full');
  db.pragma('wal_checkpoint(truncate)');
  db.close();
}

/** How many check-ins stand that were made by interactions, for those who count what they sent. */
export function checkInsMade(path: string): number {
  const db = new Database(path, { readonly: true });
  const count = db.prepare(`select count(*) from check_ins where source_id not like 'history-%'`).pluck().get();
  db.close();
  return Number(count);
}
