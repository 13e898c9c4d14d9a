import { describe, expect, it } from 'vitest';
import { enrolled, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';
import { deliveriesOf, keysIn, lastingScene, postedAt, warnings } from './support.ts';

const NO_ENTRY = { deny: [['bot', 'ViewChannel']] } as const;
const NO_VOICE = { deny: [['bot', 'SendMessages']] } as const;

/** The bot's own posts that Discord refused. */
function refusals(scene: Pick<Scene, 'sandbox'>): number {
  return scene.sandbox.transcript.events.filter(
    (event) => event.kind === 'rest' && event.method === 'POST' && /messages$/.test(event.path) && event.status >= 400,
  ).length;
}

async function status(scene: Scene, where = scene.training): Promise<string> {
  return textOf(await scene.admin.slash(where, 'coach status'));
}

describe('a channel in which the coach may no longer post', () => {
  it.each([
    ['was deleted', 10003, 'the channel is gone', (scene: Scene) => scene.training.delete()],
    ['it no longer sees', 50001, 'View Channel', (scene: Scene) => scene.training.permit(NO_ENTRY)],
    ['it may not write in', 50013, 'Send Messages', (scene: Scene) => scene.training.permit(NO_VOICE)],
  ])('that %s costs one request a day and one line, and the admin is told why', async (_, code, words, breakIt) => {
    const scene = await openScene({ setup: { sleep: '21:30', water: 4 } });
    await enrolled(scene, 'Ana');
    const office = scene.server.channel('office');
    await scene.at('2026-01-05', '07:29');
    breakIt(scene);

    await scene.at('2026-01-05', '23:59');
    expect(refusals(scene)).toBe(1);
    expect(warnings(scene)).toEqual([expect.stringContaining(`daily.2026-01-05 in ${scene.server.id}: ${code};`)]);
    expect(await status(scene, office)).toContain(words);

    await scene.at('2026-01-07', '23:59');
    expect(refusals(scene)).toBe(3);
    expect(await deliveriesOf(scene)).toEqual([
      'daily.2026-01-05 failed',
      'daily.2026-01-06 failed',
      'daily.2026-01-07 failed',
    ]);
  });

  it('is used again by itself as soon as it is mended, nudges too', async () => {
    const scene = await openScene({ setup: { water: 1 } });
    await enrolled(scene, 'Ana');
    scene.training.permit(NO_VOICE);
    await scene.at('2026-01-05', '23:59');
    scene.training.permit({});
    await scene.at('2026-01-06', '23:59');
    expect(keysIn(scene)).toEqual(['daily.2026-01-06', 'water.2026-01-06.0']);
    expect(await status(scene)).toContain('Nothing needs mending.');
  });

  it('is left for another by /coach setup: the day’s post comes there at once, and nudges go on', async () => {
    const scene = await openScene({ setup: { water: 1 } });
    await enrolled(scene, 'Ana');
    scene.training.delete();
    await scene.at('2026-01-05', '12:00');
    const corner = scene.server.channel('corner');
    await scene.admin.slash(corner, 'coach setup', { channel: corner });
    await scene.at('2026-01-06', '08:00');
    expect(keysIn(scene, corner)).toEqual(['daily.2026-01-05', 'water.2026-01-05.0', 'daily.2026-01-06']);
    expect(await status(scene, corner)).toContain('Nothing needs mending.');
  });

  it('names the cause that holds now when another comes on top', async () => {
    const scene = await openScene();
    await enrolled(scene, 'Ana');
    const office = scene.server.channel('office');
    scene.training.permit(NO_VOICE);
    await scene.at('2026-01-05', '08:00');
    scene.training.delete();
    await scene.at('2026-01-06', '08:00');
    expect(await status(scene, office)).toContain('the channel is gone');
  });

  it('stops a nudge by which it is found out, and all that follow until the daily post', async () => {
    const scene = await openScene({ setup: { water: 4 } });
    await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '08:00');
    scene.training.permit(NO_VOICE);
    await scene.at('2026-01-05', '23:59');
    expect(refusals(scene)).toBe(1);
    expect(await deliveriesOf(scene)).toEqual(['daily.2026-01-05 sent', 'water.2026-01-05.0 failed']);
  });

  it('costs one request when a nudge falls due with the daily post', async () => {
    const scene = await openScene({ setup: { time: '14:00', water: 1 } });
    await enrolled(scene, 'Ana');
    scene.training.permit(NO_VOICE);
    await scene.at('2026-01-05', '23:00');
    expect(refusals(scene)).toBe(1);
    expect(await deliveriesOf(scene)).toEqual(['daily.2026-01-05 failed', 'water.2026-01-05.0 failed']);
  });

  it('gets the milestones of the day that it is mended', async () => {
    const scene = await openScene({ opens: '2026-01-05 20:00' });
    const ana = await enrolled(scene, 'Ana');
    scene.training.permit(NO_VOICE);
    await ana.slash(scene.training, 'checkin workout');
    expect(postsIn(scene)).toEqual([]);
    await scene.at('2026-01-05', '23:00');
    expect(refusals(scene)).toBe(1);
    scene.training.permit({});
    await scene.at('2026-01-06', '09:00');
    expect(keysIn(scene)).toEqual(['daily.2026-01-06', 'milestone.1.first-check-in']);
  });

  it('loses the milestones of longer ago: they are no news', async () => {
    const scene = await openScene({ opens: '2026-01-05 20:00' });
    const ana = await enrolled(scene, 'Ana');
    scene.training.permit(NO_VOICE);
    await ana.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-07', '07:00');
    scene.training.permit({});
    await scene.at('2026-01-07', '12:00');
    expect(keysIn(scene)).toEqual(['daily.2026-01-07']);
  });

  it('takes nothing from the other servers', async () => {
    const scene = await openScene();
    await enrolled(scene, 'Ana');
    const other = scene.sandbox.server({ name: 'Porto Pullers' });
    const gym = other.channel('gym');
    await other.owner.slash(gym, 'coach setup', { zone: 'Europe/Lisbon' });
    await enrolled({ server: other, training: gym }, 'Bea');
    scene.training.delete();
    await scene.at('2026-01-05', '07:30');
    expect(postedAt(postsIn({ admin: other.owner, training: gym }))).toEqual(['2026-01-05 07:30']);
  });
});

describe('a server that removes the bot', () => {
  const attempts = (scene: Scene) =>
    scene.sandbox.transcript.events.filter(
      (event) => event.kind === 'rest' && event.path === `/channels/${scene.training.id}/messages`,
    ).length;

  it('gets nothing more, and goes on where it is when it invites the bot again', async () => {
    const scene = await openScene({ setup: { water: 1 } });
    await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '08:00');
    scene.server.leave();
    await scene.at('2026-01-08', '08:00');
    expect(attempts(scene)).toBe(1);

    scene.server.join();
    await scene.at('2026-01-09', '08:00');
    expect(keysIn(scene)).toEqual(['daily.2026-01-05', 'water.2026-01-08.0', 'daily.2026-01-09']);
    expect(warnings(scene)).toEqual([]);
  });

  it('gets nothing more when it did so while the bot was down', async () => {
    const scene = await lastingScene();
    scene.sandbox.server({ name: 'Porto Planks' });
    await enrolled(scene, 'Ana');
    await scene.stopBot();
    scene.server.leave();
    await scene.at('2026-01-05', '08:00');
    await scene.startBot();
    await scene.at('2026-01-08', '08:00');
    expect(attempts(scene)).toBe(0);
    expect(warnings(scene)).toEqual([]);
  });

  it('is tried once a day when a greeting names no server at all, which may only mean that they come later', async () => {
    const scene = await lastingScene();
    await enrolled(scene, 'Ana');
    await scene.stopBot();
    scene.server.leave();
    await scene.at('2026-01-05', '07:15');
    await scene.startBot();
    await scene.at('2026-01-07', '08:00');
    expect(attempts(scene)).toBe(3);
    expect(postsIn(scene)).toEqual([]);
  });

  it('is not told of what was still owed there', async () => {
    const scene = await lastingScene();
    await enrolled(scene, 'Ana');
    scene.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', times: 2 }, { status: 500 });
    await scene.at('2026-01-05', '07:30');
    scene.server.leave();
    await scene.at('2026-01-05', '12:00');
    expect(await deliveriesOf(scene)).toEqual(['daily.2026-01-05 skipped']);
  });
});

describe('an outage of Discord’s', () => {
  it('is no removal: the settings stand, and the posts go on', async () => {
    const scene = await openScene();
    await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '07:30');
    scene.server.outage();
    await scene.at('2026-01-05', '12:00');
    expect(await scene.store().servers.present()).toEqual([scene.server.id]);
    scene.server.recover();
    await scene.at('2026-01-06', '07:30');
    expect(keysIn(scene)).toEqual(['daily.2026-01-05', 'daily.2026-01-06']);
    expect(await status(scene)).toContain('Nothing needs mending.');
  });

  it('is no removal either when the bot is started in the middle of it', async () => {
    const scene = await lastingScene();
    await enrolled(scene, 'Ana');
    await scene.stopBot();
    scene.server.outage();
    await scene.startBot();
    expect(await scene.store().servers.present()).toEqual([scene.server.id]);
    scene.server.recover();
    await scene.at('2026-01-05', '07:30');
    expect(keysIn(scene)).toEqual(['daily.2026-01-05']);
  });
});
