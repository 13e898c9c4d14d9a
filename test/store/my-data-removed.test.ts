import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore, storeOn } from '../../src/store/database.ts';
import type { Tables } from '../../src/store/tables.ts';
import { ANA, BEN, LISBON, OSLO } from './people.ts';
import { database, twoPeople } from './two-people.ts';
import { anaEnrols, at, mondaysPost, temporaryFolder, workout } from './world.ts';

const NOW = at('2026-03-01T12:00');

/** Every text column of every table in which a value stands. */
async function whereStands(db: Kysely<Tables>, value: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; column: string }>`
    select tables.name, columns.name as "column"
    from sqlite_schema as tables join pragma_table_info(tables.name) as columns
    where tables.type = 'table' and tables.name not like 'sqlite_%'`.execute(db);
  const found: string[] = [];
  for (const { name, column } of rows) {
    const hit = await sql`
      select 1 from ${sql.table(name)} where instr(cast(${sql.ref(column)} as text), ${value}) limit 1`.execute(db);
    if (hit.rows.length > 0) found.push(`${name}.${column}`);
  }
  return found;
}

describe('a removal', () => {
  it('leaves nothing of hers anywhere, and everything of his', async () => {
    const { db, store } = await twoPeople();
    await db
      .insertInto('server_settings')
      .values({
        ...{ server_id: LISBON, channel_id: '9', zone: 'Europe/Lisbon' as never, post_at: '07:30' as never },
        ...{ parked_code: null, parked_since: null, alert_user: ANA, alerted_for: 5 },
      })
      .execute();
    const before = await store.myData.rows(LISBON, BEN);
    const result = await store.myData.remove(LISBON, ANA, NOW);

    expect(result).toMatchObject({ posts: 2, found: 0, isKnownElsewhere: false });
    expect(result.removed).toMatchObject({ checkIns: 3, sets: 2, messages: 2, profile: 1, alerts: 1 });
    expect(await whereStands(db, ANA)).toEqual([]);
    // What is left to clear names the posts, and not her.
    expect(await whereStands(db, 'of 1')).toEqual([
      ...['deliveries.key', 'deliveries.channel_id', 'deliveries.message_id', 'deliveries.error'],
      ...['clearings.channel_id', 'clearings.message_id'],
    ]);
    expect(await store.myData.rows(LISBON, BEN)).toEqual(before);
    expect((await store.myData.rows(LISBON, ANA)).profile).toEqual([]);
    const again = await store.myData.remove(LISBON, ANA, NOW);
    expect(again.removed.all).toBe(0);
    const anew = await anaEnrols(store);
    expect(anew.workouts).toEqual([]);
    expect(anew.member.id).toBeGreaterThan(22);
  });

  it('of somebody whose post is under way is told to whoever sends it', async () => {
    const db = await database();
    const store = storeOn(db);
    const { member } = await anaEnrols(store);
    const [milestone, daily] = [
      { kind: 'milestone', key: 'milestone.1.x', memberId: member.id, milestone: 'x' } as const,
      { kind: 'daily', key: 'daily.2026-01-05' } as const,
    ];
    for (const owed of [milestone, daily]) await store.deliveries.owe(mondaysPost(owed));
    const [first, second] = await store.deliveries.open(NOW, 2);
    for (const open of [first, second]) await store.deliveries.claim(open?.id ?? 0, '9', NOW);
    await store.deliveries.mentions(second?.id ?? 0, [ANA, BEN, 'nobody']);
    expect(await store.clearings.mayName(second?.id ?? 0)).toEqual(new Set([ANA]));
    expect(await store.myData.remove(LISBON, ANA, NOW)).toMatchObject({ posts: 1, found: 0 });

    expect(await store.deliveries.sent(first?.id ?? 0, 'message-1', NOW)).toBe(false);
    // Of the daily post it is not known yet which message it is.
    const [waiting] = await store.clearings.open(NOW, 5);
    expect(waiting).toMatchObject({ deliveryId: second?.id, isUnderWay: true });
    expect(waiting?.message).toBeUndefined();
    expect(await store.deliveries.sent(second?.id ?? 0, 'message-2', NOW)).toBe(true);
    expect((await store.clearings.open(NOW, 5))[0]).toMatchObject({
      message: { channelId: '9', id: 'message-2' },
      isUnderWay: false,
    });
    expect(await store.clearings.mayName(second?.id ?? 0)).toEqual(new Set());
  });

  it('leaves no trace in the file', async () => {
    const path = join(temporaryFolder(), 'coach.db');
    const store = await openStore(path);
    const { member } = await anaEnrols(store);
    await anaEnrols(store, { userId: BEN });
    const note = 'purple elephants';
    for (let turn = 0; turn < 200; turn++) await store.checkIns.add(workout(member.id, { note: `${note} ${turn}` }));
    const holds = () => [path, `${path}-wal`].map((file) => existsSync(file) && readFileSync(file).includes(note));
    expect(holds()).toContain(true);
    await store.myData.remove(LISBON, ANA, NOW);
    await store.close();
    expect(holds()).toEqual([false, false]);
    expect(readFileSync(path).includes(BEN)).toBe(true);
    expect(readFileSync(path).includes(ANA)).toBe(false);
  });

  it('in one server leaves what the other has', async () => {
    const db = await database();
    const store = storeOn(db);
    await anaEnrols(store);
    const oslo = await anaEnrols(store, { serverId: OSLO });
    await store.dms.opened(ANA, '77', NOW);
    const result = await store.myData.remove(LISBON, ANA, NOW);
    expect(result).toMatchObject({ found: 0, isKnownElsewhere: true });
    expect((await store.members.file(OSLO, ANA))?.member.id).toBe(oslo.member.id);
    expect(await store.dms.state(ANA)).toMatchObject({ channelId: '77' });
    expect(await store.myData.remove(OSLO, ANA, NOW)).toMatchObject({ isKnownElsewhere: false });
    expect(await whereStands(db, ANA)).toEqual([]);
  });
});
