import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import { hostBot } from '../support/hosted.ts';
import { enrolled, LISBON, postsIn, type Scene } from '../support/scene.ts';
import { delivery, keysIn, lastingScene, postedAt, warnings } from './support.ts';

const POST = { method: 'POST', route: '/channels/{channel_id}/messages' } as const;
const READ = { method: 'GET', route: '/channels/{channel_id}/messages' } as const;
const KEY = 'daily.2026-01-05';

/** How many requests of this kind Discord has got. */
function requests(scene: Pick<Scene, 'sandbox'>, method: string): number {
  return scene.sandbox.transcript.events.filter(
    (event) =>
      (event.kind === 'rest' && event.method === method && /^\/channels\/\d+\/messages$/.test(event.path)) ||
      (event.kind === 'fault' && new RegExp(`(reset|drop|timeout) for ${method} `).test(event.what)),
  ).length;
}

function chat(scene: Scene, messages: number): void {
  const chatter = scene.server.member('Chatter');
  for (let count = 0; count < messages; count++) chatter.say(scene.training, `message ${count}`);
}

/** Ana is enrolled, and it is half an hour before the post. */
async function scene() {
  const opened = await lastingScene();
  await enrolled(opened, 'Ana');
  return opened;
}

describe('a request that Discord took and whose answer was lost', () => {
  it('is found in the channel a minute later, and not sent again', async () => {
    const world = await scene();
    world.sandbox.faults.next(POST, 'accept-then-drop');
    await world.at('2026-01-05', '07:30');
    expect(await delivery(world, KEY)).toMatchObject({ status: 'sending', attempts: 1 });
    await world.at('2026-01-05', '07:31');
    expect(keysIn(world)).toEqual([KEY]);
    expect(requests(world, 'POST')).toBe(1);
    expect(await delivery(world, KEY)).toMatchObject({ status: 'sent', messageId: postsIn(world)[0]?.id });
    expect(warnings(world)).toHaveLength(1);
  });

  it('is given back by its nonce where the history may not be read', async () => {
    const world = await scene();
    world.training.permit({ deny: [['bot', 'ReadMessageHistory']] });
    world.sandbox.faults.next(POST, 'accept-then-drop');
    await world.at('2026-01-05', '07:31');
    expect(keysIn(world)).toEqual([KEY]);
    expect(requests(world, 'POST')).toBe(2);
    expect(await delivery(world, KEY)).toMatchObject({ status: 'sent', messageId: postsIn(world)[0]?.id });
  });

  it.each([0, 99, 100, 101, 450])('is found after a quarter of an hour in which %i messages came', async (messages) => {
    const world = await scene();
    chat(world, 30);
    world.sandbox.faults.next(POST, 'accept-then-drop');
    await world.at('2026-01-05', '07:30');
    await world.stopBot();
    await world.at('2026-01-05', '07:45');
    chat(world, messages);
    await world.startBot();
    expect(keysIn(world)).toEqual([KEY]);
    expect(requests(world, 'POST')).toBe(1);
    expect(await delivery(world, KEY)).toMatchObject({ status: 'sent' });
  });

  it('is found in a channel that was as busy before and after, hours later, with few requests', async () => {
    const world = await scene();
    for (const minute of ['10', '15', '20', '25']) {
      await world.at('2026-01-05', `07:${minute}`);
      chat(world, 60);
    }
    world.sandbox.faults.next(POST, 'accept-then-drop');
    await world.at('2026-01-05', '07:30');
    await world.stopBot();
    for (const hour of ['08', '09', '10', '11', '12']) {
      await world.at('2026-01-05', `${hour}:00`);
      chat(world, 900);
    }
    await world.startBot();
    expect(keysIn(world)).toEqual([KEY]);
    expect(requests(world, 'GET')).toBeLessThan(8);
  });

  it('is left at that when the history cannot be read any more, and one line says so', async () => {
    const world = await scene();
    world.sandbox.faults.next(POST, 'accept-then-drop');
    await world.at('2026-01-05', '07:30');
    await world.stopBot();
    world.training.permit({ deny: [['bot', 'ReadMessageHistory']] });
    await world.at('2026-01-05', '07:45');
    await world.startBot();
    await world.at('2026-01-05', '12:00');
    expect(keysIn(world)).toEqual([KEY]);
    expect(await delivery(world, KEY)).toMatchObject({ status: 'failed', error: 'unreadable' });
    expect(warnings(world).filter((line) => line.includes('Read Message History'))).toHaveLength(1);
    await world.at('2026-01-06', '07:30');
    expect(keysIn(world)).toEqual([KEY, 'daily.2026-01-06']);
  });

  it('stays in its channel when the admin chooses another one meanwhile', async () => {
    const world = await scene();
    const corner = world.server.channel('corner');
    world.sandbox.faults.next(POST, 'accept-then-drop');
    await world.at('2026-01-05', '07:30');
    await world.admin.slash(world.training, 'coach setup', { channel: corner, zone: LISBON });
    await world.at('2026-01-05', '12:00');
    expect(keysIn(world)).toEqual([KEY]);
    expect(postsIn(world, corner)).toEqual([]);
  });
});

describe('a request that did not arrive', () => {
  it('is sent again a minute later when the connection was reset', async () => {
    const world = await scene();
    world.sandbox.faults.next(POST, 'reset');
    await world.at('2026-01-05', '07:45');
    expect(postedAt(postsIn(world))).toEqual(['2026-01-05 07:31']);
  });

  it('is sent again a minute later when no answer came in time', async () => {
    const world = await scene();
    await world.stopBot();
    await world.at('2026-01-05', '07:30');
    const store = await openStore(world.databasePath);
    world.sandbox.faults.next({ ...POST, times: 2 }, 'timeout');
    const bot = await hostBot(world.sandbox, { store, rest: { timeout: 100 } });
    await bot.beat();
    expect(postsIn(world)).toEqual([]);
    expect(world.sandbox.transcript.text('fault')).toContain('timeout for POST');
    await world.at('2026-01-05', '07:31');
    await bot.beat();
    await bot.beat();
    expect(postedAt(postsIn(world))).toEqual(['2026-01-05 07:31']);
    await bot.stop(1_000);
    await store.close();
  });

  it('is sent when Discord is well again, with tries that come less and less often', async () => {
    const world = await scene();
    world.sandbox.faults.next({ ...POST, times: 14 }, { status: 503 });
    await world.at('2026-01-05', '12:00');
    // Each try is two requests: discord.js repeats it once.
    expect(requests(world, 'POST')).toBe(15);
    expect(postedAt(postsIn(world))).toEqual(['2026-01-05 08:30']);
    expect(warnings(world)).toHaveLength(7);
  });

  it('is looked for less and less often while Discord does not show the history', async () => {
    const world = await scene();
    world.sandbox.faults.next(POST, 'accept-then-drop');
    world.sandbox.faults.next({ ...READ, times: 1_000 }, { status: 503 });
    await world.at('2026-01-05', '09:30');
    expect(postedAt(postsIn(world))).toEqual(['2026-01-05 07:30']);
    expect(await delivery(world, KEY)).toMatchObject({ status: 'sending' });
    // Every two minutes it would have been sixty.
    const looks = warnings(world).length;
    expect(looks).toBeGreaterThan(8);
    expect(looks).toBeLessThan(16);
    world.sandbox.faults.clear();
    await world.at('2026-01-05', '09:46');
    expect(await delivery(world, KEY)).toMatchObject({ status: 'sent', messageId: postsIn(world)[0]?.id });
    expect(requests(world, 'POST')).toBe(1);
  });

  it('is missed after six hours, and comes on the next day', async () => {
    const world = await scene();
    world.sandbox.faults.next({ ...POST, times: 1_000 }, { status: 500 });
    await world.at('2026-01-05', '20:00');
    expect(postsIn(world)).toEqual([]);
    expect(await delivery(world, KEY)).toMatchObject({ status: 'missed' });
    world.sandbox.faults.clear();
    await world.at('2026-01-06', '08:00');
    expect(keysIn(world)).toEqual(['daily.2026-01-06']);
  });

  it('is sent after the time that a 429 asks for, when that is short', async () => {
    const world = await scene();
    world.sandbox.faults.next(POST, { status: 429, retryAfter: 0.05 });
    await world.at('2026-01-05', '07:30');
    expect(postedAt(postsIn(world))).toEqual(['2026-01-05 07:30']);
    expect(requests(world, 'POST')).toBe(2);
  });

  it('is not repeated at once on a 429 that names no time', async () => {
    const world = await scene();
    world.sandbox.faults.next({ ...POST, times: 3 }, { status: 429, retryAfter: 'none' });
    await world.at('2026-01-05', '07:30');
    expect(requests(world, 'POST')).toBe(1);
    await world.at('2026-01-05', '12:00');
    expect(keysIn(world)).toEqual([KEY]);
    expect(requests(world, 'POST')).toBe(4);
  });

  it('waits as long as a 429 asks for without holding up other servers', async () => {
    const world = await scene();
    const other = world.sandbox.server({ name: 'Porto Pullers' });
    const gym = other.channel('gym');
    await other.owner.slash(gym, 'coach setup', { zone: LISBON, time: '07:31' });
    await enrolled({ server: other, training: gym }, 'Bea');
    world.sandbox.faults.next(POST, { status: 429, retryAfter: 600 });
    await world.at('2026-01-05', '12:00');
    expect(postedAt(postsIn(world))).toEqual(['2026-01-05 07:41']);
    expect(postedAt(postsIn({ admin: other.owner, training: gym }))).toEqual(['2026-01-05 07:31']);
  });

  it('is sent after a kill and a quarter of an hour in which others wrote', async () => {
    const world = await scene();
    world.sandbox.faults.next(POST, 'reset');
    await world.at('2026-01-05', '07:30');
    await world.stopBot();
    await world.at('2026-01-05', '07:45');
    chat(world, 150);
    await world.startBot();
    expect(postedAt(postsIn(world).slice(-1))).toEqual(['2026-01-05 07:45']);
    expect(keysIn(world)).toEqual([KEY]);
  });

  it('is sent in the new channel when its own was deleted meanwhile', async () => {
    const world = await scene();
    const corner = world.server.channel('corner');
    world.sandbox.faults.next({ ...POST, times: 2 }, { status: 500 });
    await world.at('2026-01-05', '07:30');
    world.training.delete();
    await world.admin.slash(corner, 'coach setup', { channel: corner, zone: LISBON });
    await world.at('2026-01-05', '12:00');
    expect(keysIn(world, corner)).toEqual([KEY]);
    expect(await delivery(world, KEY)).toMatchObject({ status: 'sent', channelId: corner.id });
  });

  it('is given up when it may stand where the coach no longer sees, which says nothing of the new channel', async () => {
    const world = await scene();
    const corner = world.server.channel('corner');
    world.sandbox.faults.next({ ...POST, times: 2 }, { status: 500 });
    await world.at('2026-01-05', '07:30');
    world.training.permit({ deny: [['bot', 'ViewChannel']] });
    await world.admin.slash(corner, 'coach setup', { channel: corner, water: 1 });
    await world.at('2026-01-05', '23:00');
    expect(await delivery(world, KEY)).toMatchObject({ status: 'failed', error: '50001' });
    expect(keysIn(world, corner)).toEqual(['water.2026-01-05.0']);
  });

  it('is tried again when not even the history can be asked for', async () => {
    const world = await scene();
    world.sandbox.faults.next(POST, 'accept-then-drop');
    world.sandbox.faults.next({ ...READ, times: 4 }, { status: 502 });
    await world.at('2026-01-05', '12:00');
    expect(keysIn(world)).toEqual([KEY]);
    expect(requests(world, 'POST')).toBe(1);
  });
});

describe('a message that somebody deleted at once', () => {
  it('is not sent again when Discord says so', async () => {
    const world = await scene();
    world.sandbox.faults.next(POST, { status: 404, code: 10008, message: 'Unknown Message' });
    await world.at('2026-01-05', '12:00');
    expect(postsIn(world)).toEqual([]);
    expect(requests(world, 'POST')).toBe(1);
    expect(await delivery(world, KEY)).toMatchObject({ error: 'deleted' });
    expect(warnings(world)).toEqual([]);
  });
});

describe('a message that Discord will never take', () => {
  it('is given up with one line, and the next day’s is tried', async () => {
    const world = await scene();
    world.sandbox.faults.next(POST, { status: 400, code: 50035, message: 'Invalid Form Body' });
    await world.at('2026-01-05', '12:00');
    expect(await delivery(world, KEY)).toMatchObject({ status: 'failed', error: '50035' });
    expect(warnings(world)).toEqual([expect.stringContaining('50035')]);
    await world.at('2026-01-06', '12:00');
    expect(keysIn(world)).toEqual(['daily.2026-01-06']);
  });
});

it('sends once when two bots with one store ask at the same moment what is due', async () => {
  const world = await scene();
  await world.stopBot();
  const store = await openStore(world.databasePath);
  const one = await hostBot(world.sandbox, { store });
  const two = await hostBot(world.sandbox, { store });
  await world.sandbox.settled();
  await world.at('2026-01-05', '07:30');
  await Promise.all([one.beat(), two.beat()]);
  expect(keysIn(world)).toEqual([KEY]);
  expect(requests(world, 'POST')).toBe(1);
  await Promise.all([one.stop(1_000), two.stop(1_000)]);
  await store.close();
});
