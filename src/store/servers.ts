import { dayNumber, type Instant, nextOccurrence } from '../coach/day.ts';
import { alertKey } from '../coach/post-key.ts';
import { DELIVERY_OPEN } from './deliveries.ts';
import type { NudgeKind, ServerSettings, Servers } from './interfaces/servers.ts';
import { atomically, type Db } from './tables.ts';

export function serversOn(db: Db): Servers {
  return {
    async joined(serverId, now) {
      // Discord tells of every server at each start: only news is worth the write lock.
      const known = await db
        .selectFrom('servers')
        .select(['joined_at', 'removed_at'])
        .where('server_id', '=', serverId)
        .executeTakeFirst();
      if (known !== undefined && known.joined_at !== null && known.removed_at === null) return;
      await atomically(db, async (trx) => {
        await trx
          .insertInto('servers')
          .values({ server_id: serverId, joined_at: now, removed_at: null })
          .onConflict((conflict) => conflict.column('server_id').doUpdateSet({ joined_at: now, removed_at: null }))
          .execute();
        await resumeSchedules(trx, serverId, now);
      });
    },

    removed: (serverId, now) =>
      atomically(db, async (trx) => {
        await trx
          .updateTable('servers')
          .set({ removed_at: now })
          .where('server_id', '=', serverId)
          .where('removed_at', 'is', null)
          .execute();
        await trx.updateTable('schedules').set({ held: 1 }).where('server_id', '=', serverId).execute();
        await trx
          .updateTable('deliveries')
          .set({ status: 'skipped', error: 'removed' })
          .where('server_id', '=', serverId)
          .where(DELIVERY_OPEN)
          .execute();
      }),

    async present() {
      const rows = await db.selectFrom('servers').select('server_id').where('removed_at', 'is', null).execute();
      return rows.map((row) => row.server_id);
    },

    settings: (serverId) => settingsOf(db, serverId),

    saveSettings: (settings, schedules) =>
      atomically(db, async (trx) => {
        const { serverId } = settings;
        await knowServer(trx, serverId);
        const { removed_at } = await trx
          .selectFrom('servers')
          .select('removed_at')
          .where('server_id', '=', serverId)
          .executeTakeFirstOrThrow();
        const row = {
          channel_id: settings.channelId,
          zone: settings.zone,
          post_at: settings.postAt,
          tone: settings.tone,
          weekly_goal: settings.weeklyGoal ? 1 : 0,
          alert_user: settings.alertUser ?? null,
          parked_code: null,
          parked_since: null,
        };
        await trx
          .insertInto('server_settings')
          .values({ server_id: serverId, ...row })
          .onConflict((conflict) => conflict.column('server_id').doUpdateSet(row))
          .execute();
        await trx.deleteFrom('nudge_settings').where('server_id', '=', serverId).execute();
        const nudges = NUDGES.flatMap((kind) =>
          settings.nudges[kind].map((at, slot) => ({ server_id: serverId, kind, slot, at })),
        );
        if (nudges.length > 0) await trx.insertInto('nudge_settings').values(nudges).execute();
        await trx.deleteFrom('schedules').where('server_id', '=', serverId).execute();
        const rows = schedules.map(({ kind, slot, at, nextDay, nextAt }) => ({
          server_id: serverId,
          kind,
          slot,
          at,
          next_day: dayNumber(nextDay),
          next_at: nextAt,
          held: removed_at === null ? 0 : 1,
        }));
        if (rows.length > 0) await trx.insertInto('schedules').values(rows).execute();
      }),

    async park(serverId, code, now) {
      const result = await db
        .updateTable('server_settings')
        .set({ parked_code: code, parked_since: now })
        .where('server_id', '=', serverId)
        // Met again, it still began when it was met first.
        .where((is) => is.or([is('parked_code', 'is', null), is('parked_code', '<>', code)]))
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async unpark(serverId) {
      await db
        .updateTable('server_settings')
        .set({ parked_code: null, parked_since: null })
        .where('server_id', '=', serverId)
        .where('parked_code', 'is not', null)
        .execute();
    },

    takeAlert: (serverId) =>
      atomically(db, async (trx) => {
        const row = await trx
          .selectFrom('server_settings')
          .select(['parked_code as code', 'parked_since as since', 'alerted_for'])
          .where('server_id', '=', serverId)
          .executeTakeFirst();
        if (row === undefined || row.code === null || row.since === null || row.alerted_for === row.since) return;
        const told = await trx
          .selectFrom('deliveries')
          .select('id')
          .where('server_id', '=', serverId)
          .where('key', '=', alertKey(row.since))
          .where('status', 'in', ['pending', 'sending', 'sent'])
          .executeTakeFirst();
        if (told !== undefined) return;
        await trx
          .updateTable('server_settings')
          .set({ alerted_for: row.since })
          .where('server_id', '=', serverId)
          .execute();
        return { code: row.code, since: row.since };
      }),
  };
}

const NUDGES: readonly NudgeKind[] = ['sleep', 'water'];

/** Writes a server down of which nothing is known but its id, when it is not there yet. */
export async function knowServer(db: Db, serverId: string): Promise<void> {
  await db
    .insertInto('servers')
    .values({ server_id: serverId, joined_at: null, removed_at: null })
    .onConflict((conflict) => conflict.column('server_id').doNothing())
    .execute();
}

/** The bot is back: what stood still goes on with its first time after `now`, and nothing is owed for the time away. */
async function resumeSchedules(trx: Db, serverId: string, now: Instant): Promise<void> {
  const held = await trx
    .selectFrom('schedules')
    .innerJoin('server_settings', 'server_settings.server_id', 'schedules.server_id')
    .select(['kind', 'slot', 'at', 'next_at', 'zone'])
    .where('schedules.server_id', '=', serverId)
    .where('held', '=', 1)
    .execute();
  for (const { kind, slot, at, next_at, zone } of held) {
    const next = next_at > now ? undefined : nextOccurrence(now, at, zone);
    await trx
      .updateTable('schedules')
      .set({ held: 0, ...(next !== undefined && { next_day: dayNumber(next.day), next_at: next.at }) })
      .where('server_id', '=', serverId)
      .where('kind', '=', kind)
      .where('slot', '=', slot)
      .execute();
  }
}

async function settingsOf(db: Db, serverId: string): Promise<ServerSettings | undefined> {
  const row = await db.selectFrom('server_settings').selectAll().where('server_id', '=', serverId).executeTakeFirst();
  if (row === undefined) return undefined;
  const times = await db
    .selectFrom('nudge_settings')
    .select(['kind', 'at'])
    .where('server_id', '=', serverId)
    .orderBy('kind')
    .orderBy('slot')
    .execute();
  const timesOf = (kind: NudgeKind) => times.filter((time) => time.kind === kind).map((time) => time.at);
  const { parked_code: code, parked_since: since } = row;
  return {
    serverId,
    channelId: row.channel_id,
    zone: row.zone,
    postAt: row.post_at,
    nudges: { sleep: timesOf('sleep'), water: timesOf('water') },
    tone: row.tone,
    weeklyGoal: row.weekly_goal === 1,
    ...(row.alert_user !== null && { alertUser: row.alert_user }),
    ...(code !== null && since !== null && { parked: { code, since } }),
  };
}
