import { sql } from 'kysely';
import { countsOf, type MyRow, type MyRows } from '../coach/my-data.ts';
import type { MyData } from './interfaces/privacy.ts';
import { atomically, type Db, type Tables } from './tables.ts';

export function myDataOn(db: Db): MyData {
  return {
    async rows(serverId, userId) {
      return rowsOf(db, serverId, userId, await memberIdOf(db, serverId, userId));
    },

    remove: (serverId, userId, now) =>
      atomically(db, async (trx) => {
        const memberId = await memberIdOf(trx, serverId, userId);
        const rows = await rowsOf(trx, serverId, userId, memberId);
        const posts = memberId === undefined ? 0 : await oweClearings(trx, memberId, now);
        // All that hangs on the member goes with them.
        if (memberId !== undefined) await trx.deleteFrom('members').where('id', '=', memberId).execute();
        await trx.deleteFrom('deliveries').where('server_id', '=', serverId).where('to_user', '=', userId).execute();
        await trx
          .updateTable('server_settings')
          .set({ alert_user: null, alerted_for: null })
          .where('server_id', '=', serverId)
          .where('alert_user', '=', userId)
          .execute();
        const isKnownElsewhere = await isElsewhere(trx, userId);
        if (!isKnownElsewhere) await trx.deleteFrom('dms').where('user_id', '=', userId).execute();
        const found = await search(trx, serverId, userId, memberId);
        // Then nothing is removed at all, and the host is told: better than an answer that is not true.
        if (found > 0) throw new Error(`${found} rows of a person were left after their removal`);
        const removed = countsOf(isKnownElsewhere ? { ...rows, directMessages: [] } : rows);
        return { removed, posts, found, isKnownElsewhere };
      }),
  };
}

async function memberIdOf(db: Db, serverId: string, userId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('members')
    .select('id')
    .where('server_id', '=', serverId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.id;
}

type OfMember = {
  [Name in keyof Tables]: Tables[Name] extends { readonly member_id: number } ? Name : never;
}[keyof Tables];

async function rowsOf(db: Db, serverId: string, userId: string, member: number | undefined): Promise<MyRows> {
  // No member has it: ids begin with 1.
  const memberId = member ?? 0;
  const enrolments = db.selectFrom('enrolments').select('id').where('member_id', '=', memberId);
  const checkIns = db.selectFrom('check_ins').select('id').where('member_id', '=', memberId);
  const trainings = db.selectFrom('trainings').select('id').where('member_id', '=', memberId);
  const ofMember = (table: Exclude<OfMember, 'delivery_mentions'>): Promise<MyRow[]> =>
    db
      .selectFrom(table as 'swaps')
      .selectAll()
      .where('member_id', '=', memberId)
      .execute();
  const messages = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('server_id', '=', serverId)
    .where((is) => is.or([is('member_id', '=', memberId), is('to_user', '=', userId)]))
    .orderBy('id')
    .execute();
  const alerts = await db
    .selectFrom('server_settings')
    .select(['server_id', 'alert_user', 'alerted_for'])
    .where('server_id', '=', serverId)
    .where('alert_user', '=', userId)
    .execute();
  // The way to somebody is no server's own: it is told where they are known, and where nobody else would.
  const isKnownHere = member !== undefined || messages.length + alerts.length > 0;
  const hasWay = isKnownHere || !(await isElsewhere(db, userId));
  return {
    profile: await db.selectFrom('members').selectAll().where('id', '=', memberId).execute(),
    kit: await ofMember('member_kit'),
    loadSteps: await ofMember('member_load_steps'),
    loads: await ofMember('member_loads'),
    bands: await ofMember('member_bands'),
    swaps: await ofMember('swaps'),
    enrolments: await ofMember('enrolments'),
    terms: await db.selectFrom('enrolment_terms').selectAll().where('enrolment_id', 'in', enrolments).execute(),
    pauses: await db.selectFrom('pauses').selectAll().where('enrolment_id', 'in', enrolments).execute(),
    repeats: await db.selectFrom('plan_repeats').selectAll().where('enrolment_id', 'in', enrolments).execute(),
    checkIns: await ofMember('check_ins'),
    sets: await db.selectFrom('sets_done').selectAll().where('check_in_id', 'in', checkIns).execute(),
    guidedSessions: await ofMember('trainings'),
    guidedSteps: await db.selectFrom('training_steps').selectAll().where('training_id', 'in', trainings).execute(),
    milestones: await ofMember('milestones'),
    reminders: await ofMember('reminders'),
    messages,
    mentions: await db
      .selectFrom('delivery_mentions')
      .innerJoin('deliveries', 'deliveries.id', 'delivery_id')
      .selectAll('delivery_mentions')
      .select(['deliveries.day', 'deliveries.channel_id', 'deliveries.message_id'])
      .where('delivery_mentions.member_id', '=', memberId)
      .execute(),
    directMessages: hasWay ? await db.selectFrom('dms').selectAll().where('user_id', '=', userId).execute() : [],
    alerts,
  };
}

/** Writes down which posts still name them. How many there are. */
async function oweClearings(trx: Db, memberId: number, now: number): Promise<number> {
  const posts = await trx
    .insertInto('clearings')
    .columns(['server_id', 'channel_id', 'message_id', 'since', 'retry_at'])
    .expression(
      trx
        .selectFrom('deliveries')
        .select(['server_id', 'channel_id', 'message_id', sql.val(now).as('since'), sql.val(now).as('retry_at')])
        .where('member_id', '=', memberId)
        .where('to_user', 'is', null)
        .where('channel_id', 'is not', null)
        .where('message_id', 'is not', null),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const mentions = await trx
    .insertInto('clearings')
    .columns(['server_id', 'delivery_id', 'since', 'retry_at'])
    .expression(
      trx
        .selectFrom('delivery_mentions')
        .innerJoin('deliveries', 'deliveries.id', 'delivery_id')
        .select(['server_id', 'delivery_id', sql.val(now).as('since'), sql.val(now).as('retry_at')])
        .where('delivery_mentions.member_id', '=', memberId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(posts.numInsertedOrUpdatedRows ?? 0n) + Number(mentions.numInsertedOrUpdatedRows ?? 0n);
}

/** Whether something else than what this server has of them needs the way to their direct messages. */
async function isElsewhere(db: Db, userId: string): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select exists (select 1 from members where user_id = ${userId})
      or exists (select 1 from server_settings where alert_user = ${userId})
      or exists (select 1 from deliveries where to_user = ${userId}) as n`.execute(db);
  return rows[0]?.n === 1;
}

/** The columns in which a person stands, in whichever tables the database has. */
const NAMING = ['user_id', 'to_user', 'alert_user', 'member_id'] as const;

/** Looks through every table of the database: how many rows of this server's still name them. */
async function search(db: Db, serverId: string, userId: string, memberId: number | undefined): Promise<number> {
  const columns = await sql<{ name: string; columns: string }>`
    select tables.name, json_group_array(columns.name) as columns
    from sqlite_schema as tables, pragma_table_info(tables.name) as columns
    where tables.type = 'table' and tables.name not like 'sqlite_%'
    group by tables.name`.execute(db);
  let found = 0;
  for (const { name, columns: list } of columns.rows) {
    const has = JSON.parse(list) as string[];
    for (const column of NAMING.filter((each) => has.includes(each))) {
      const wanted = column === 'member_id' ? (memberId ?? 0) : userId;
      const ofServer = has.includes('server_id') ? sql`and server_id = ${serverId}` : sql``;
      // What is known of a person without a server is looked for by what asked for it: see isElsewhere.
      if (column === 'user_id' && !has.includes('server_id') && (await isElsewhere(db, userId))) continue;
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from ${sql.table(name)} where ${sql.ref(column)} = ${wanted} ${ofServer}`.execute(db);
      found += rows[0]?.n ?? 0;
    }
  }
  return found;
}
