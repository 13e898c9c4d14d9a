import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { enrolled, openScene, type Scene, textOf } from '../support/scene.ts';
import { lastingScene, warnings } from './support.ts';

/** What the bot asked about members, as the wire saw it. */
function questions(scene: Pick<Scene, 'sandbox'>): readonly string[] {
  return asked.get(scene.sandbox) ?? [];
}
const asked = new WeakMap<object, string[]>();

/** Notes each question about a member from here on: `2026-01-12 Ana 404`. */
function listen(scene: Pick<Scene, 'sandbox'>, names: Readonly<Record<string, string>> = {}): void {
  const lines: string[] = [];
  asked.set(scene.sandbox, lines);
  scene.sandbox.on('event', (event) => {
    if (event.kind !== 'rest') return;
    const [, user] = /^\/guilds\/\d+\/members\/(\d+)$/.exec(event.path) ?? [];
    if (user === undefined) return;
    lines.push(`${new Date(event.at).toISOString().slice(0, 10)} ${names[user] ?? user} ${event.status}`);
  });
}

const isKept = async (scene: Pick<Scene, 'store' | 'server'>, userId: string) =>
  (await scene.store().myData.rows(scene.server.id, userId)).profile.length === 1;

describe('a member who left the server', () => {
  it('is found out after a week, kept for thirty days, and then removed', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben');
    listen(scene, { [ana.id]: 'Ana', [ben.id]: 'Ben' });
    scene.server.remove(ana);
    await scene.at('2026-01-11', '23:00');
    expect(questions(scene)).toEqual([]);
    await scene.at('2026-01-13', '12:00');
    expect(questions(scene)).toEqual(['2026-01-12 Ana 404', '2026-01-12 Ben 200']);
    expect((await scene.store().myData.rows(scene.server.id, ana.id)).profile[0]?.['left_server_at']).not.toBeNull();

    await scene.at('2026-02-10', '12:00');
    expect(await isKept(scene, ana.id)).toBe(true);
    await scene.at('2026-02-12', '12:00');
    expect(await isKept(scene, ana.id)).toBe(false);
    expect(await isKept(scene, ben.id)).toBe(true);
    expect(questions(scene).filter((line) => line.includes('Ana'))).toHaveLength(2);
    const told = scene.logged.filter(({ event }) => event === 'cleared');
    expect(told.map(({ msg }) => msg)).toEqual(['removed all of a member who left the server long ago']);
    expect(JSON.stringify(told)).not.toContain(ana.id);
    expect(warnings(scene)).toEqual([]);
  });

  it('and is seen again loses nothing, whether they press something or are only there', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben');
    for (const person of [ana, ben]) scene.server.remove(person);
    await scene.at('2026-01-13', '12:00');
    for (const person of [ana, ben]) scene.server.member(person);
    expect(textOf(await ana.slash(scene.training, 'streak'))).not.toContain('not in the programme');
    expect((await scene.store().myData.rows(scene.server.id, ana.id)).profile[0]?.['left_server_at']).toBeNull();
    await scene.at('2026-02-13', '12:00');
    expect(await isKept(scene, ana.id)).toBe(true);
    expect(await isKept(scene, ben.id)).toBe(true);
    expect((await scene.store().myData.rows(scene.server.id, ben.id)).profile[0]?.['left_server_at']).toBeNull();
  });

  it('is not taken for one who left when Discord says nothing of it', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    scene.server.remove(ana);
    const trouble = { method: 'GET', route: '/guilds/{guild_id}/members/{user_id}', times: Infinity } as const;
    const mend = scene.sandbox.faults.next(trouble, { status: 503 });
    await scene.at('2026-01-20', '12:00');
    expect((await scene.store().myData.rows(scene.server.id, ana.id)).profile[0]?.['left_server_at']).toBeNull();
    mend();
    await scene.at('2026-01-22', '12:00');
    expect(await isKept(scene, ana.id)).toBe(true);
    scene.sandbox.faults.next(trouble, { status: 403, code: 50001 });
    await scene.at('2026-02-25', '12:00');
    expect(await isKept(scene, ana.id)).toBe(true);
    scene.sandbox.faults.clear();
    await scene.at('2026-02-27', '12:00');
    expect(await isKept(scene, ana.id)).toBe(false);
  });
});

describe('a machine that was off for two months', () => {
  it('does at its first beat what fell due, and asks for twenty of a server in a day', async () => {
    const scene = await lastingScene();
    const ana = await enrolled(scene, 'Ana');
    for (let turn = 0; turn < 28; turn++) await enrolled(scene, `Member ${turn}`);
    scene.server.remove(ana);
    await scene.at('2026-01-14', '12:00');
    await scene.stopBot();
    const db = new Database(scene.databasePath);
    db.exec('update members set asked_at = null, seen_at = created_at where left_server_at is null');
    db.close();
    await scene.at('2026-03-20', '12:00');
    listen(scene, { [ana.id]: 'Ana' });
    await scene.startBot();
    await scene.sandbox.settled();
    expect(await isKept(scene, ana.id)).toBe(false);
    // No burst: five at once, and no more than twenty in a day.
    expect(questions(scene).slice(0, 1)).toEqual(['2026-03-20 Ana 404']);
    expect(questions(scene)).toHaveLength(6);
    for (let minute = 1; minute < 30; minute++) {
      await scene.at('2026-03-20', `12:${String(minute).padStart(2, '0')}`);
      await scene.bot().beat();
    }
    expect(questions(scene)).toHaveLength(21);
    await scene.at('2026-03-21', '12:10');
    await scene.bot().beat();
    expect(questions(scene).length).toBeGreaterThan(21);
  });
});

describe('a server that removed the bot', () => {
  it('is kept for thirty days, and goes on where it was when the bot comes back', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    scene.server.leave();
    await scene.at('2026-02-03', '12:00');
    expect(await isKept(scene, ana.id)).toBe(true);
    scene.server.join();
    await scene.at('2026-02-20', '12:00');
    expect(await isKept(scene, ana.id)).toBe(true);

    scene.server.leave();
    await scene.at('2026-03-21', '12:00');
    expect(await isKept(scene, ana.id)).toBe(true);
    await scene.at('2026-03-23', '12:00');
    expect(await isKept(scene, ana.id)).toBe(false);
    expect(await scene.store().servers.settings(scene.server.id)).toBeUndefined();
    expect(scene.logged.filter(({ event }) => event === 'cleared')).toHaveLength(1);
  });

  it('is not one that is away for an outage', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    scene.server.outage();
    await scene.at('2026-02-20', '12:00');
    expect(await isKept(scene, ana.id)).toBe(true);
    expect((await scene.store().servers.present()).length).toBe(1);
  });
});
