import { describe, expect, it } from 'vitest';
import { DiscordRefusal } from '../../src/discord/client.ts';
import { openStore } from '../../src/store/database.ts';
import { keysIn, lastingScene, warnings } from '../scheduler/support.ts';
import { hostBot } from '../support/hosted.ts';
import { enrolled, openScene, type Scene, textOf } from '../support/scene.ts';

/** Resolves when a request has met its fault. */
function fault({ sandbox }: Pick<Scene, 'sandbox'>): Promise<void> {
  return new Promise((resolve) => {
    const stop = sandbox.on('event', (event) => {
      if (event.kind !== 'fault') return;
      stop();
      resolve();
    });
  });
}

/** Resolves when the sandbox tells of such an event. */
function happens(scene: Pick<Scene, 'sandbox'>, what: (line: string) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = scene.sandbox.on('event', (event) => {
      if (event.kind !== 'gateway' || !what(`${event.way} ${event.event}`)) return;
      stop();
      resolve();
    });
  });
}

async function answers(scene: Scene): Promise<void> {
  expect(textOf(await scene.admin.slash(scene.training, 'coach status'))).toContain('How the coach is doing');
}

describe('the gateway', () => {
  it('is asked for GUILDS and nothing else', async () => {
    const scene = await openScene();
    expect([...scene.sandbox.gateway.sessions.values()].map(({ intents }) => intents)).toEqual([1]);
  });

  it('is resumed after a broken line, and what was asked meanwhile is answered', async () => {
    const scene = await openScene();
    const resumed = happens(scene, (line) => line.startsWith('out RESUMED'));
    scene.sandbox.gateway.drop();
    const asked = scene.admin.slash(scene.training, 'coach status');
    await resumed;
    expect(textOf(await asked)).toContain('How the coach is doing');
    await scene.sandbox.settled();
    expect(scene.sandbox.gateway.counts).toEqual({ identified: 1, resumed: 1 });
    const told = scene.logged.filter(({ event }) => event?.startsWith('gateway'));
    expect(told.map(({ level, msg }) => [level, msg])).toEqual([
      [30, 'the gateway dropped; connecting again until it is back'],
      [30, 'the gateway is back'],
    ]);
  });

  it.each([
    ['Discord asks to reconnect', (scene: Scene) => scene.sandbox.gateway.askToReconnect()],
    ['Discord closes with 4000', (scene: Scene) => scene.sandbox.gateway.drop(4000)],
    ['the session timed out', (scene: Scene) => scene.sandbox.gateway.drop(4009)],
  ])('is resumed when %s', async (_, interrupt) => {
    const scene = await openScene();
    const resumed = happens(scene, (line) => line.startsWith('out RESUMED'));
    interrupt(scene);
    await resumed;
    await scene.sandbox.settled();
    await answers(scene);
    expect(scene.sandbox.gateway.counts.identified).toBe(1);
  });

  it('begins a new session when the old one is over, and notes who removed the bot in between', async () => {
    // discord.js identifies at most once in five seconds.
    const scene = await openScene({ patience: 10_000 });
    const gone = scene.sandbox.server({ name: 'Leavers' });
    const hall = gone.channel('hall');
    await gone.owner.slash(hall, 'coach setup', { zone: 'Europe/Lisbon' });
    await enrolled({ server: gone, training: hall }, 'Lea');
    await enrolled(scene, 'Ana');
    const ready = happens(scene, (line) => line === 'out GUILD_CREATE');
    scene.sandbox.gateway.invalidate();
    gone.leave();
    await ready;
    await scene.sandbox.settled();
    await answers(scene);
    expect(scene.sandbox.gateway.counts).toEqual({ identified: 2, resumed: 0 });
    expect(await scene.store().servers.present()).toEqual([scene.server.id]);
    await scene.at('2026-01-05', '08:00');
    expect(keysIn(scene)).toEqual(['daily.2026-01-05']);
    expect(warnings(scene)).toEqual([]);
  });

  it.each([
    [4004, 'DISCORD_TOKEN was refused'],
    [4014, 'Discord refused the intents'],
    [4012, 'update the coach'],
  ])('that is closed for good with %i is given up', async (code, words) => {
    const scene = await openScene();
    scene.sandbox.gateway.drop(code);
    await scene.sandbox.settled();
    const told = scene.logged.filter(({ event }) => event === 'refused').map(({ msg }) => msg);
    expect(told).toEqual([expect.stringContaining(words)]);
    expect(scene.logged.filter(({ level }) => level >= 40)).toHaveLength(1);
  });
});

describe('stopping', () => {
  const CALLBACK = { method: 'POST', route: '/interactions/{interaction_id}/{interaction_token}/callback' } as const;

  it('waits for an answer that is on its way', async () => {
    const scene = await lastingScene();
    scene.sandbox.faults.next(CALLBACK, { status: 429, retryAfter: 0.3 });
    const tried = fault(scene);
    const asked = scene.admin.slash(scene.training, 'coach status');
    await tried;
    await scene.stopBot();
    expect(textOf(await asked)).toContain('How the coach is doing');
    expect(warnings(scene)).toEqual([]);
  });

  it('waits for a post that is on its way', async () => {
    const scene = await lastingScene();
    await enrolled(scene, 'Ana');
    await scene.stopBot();
    const store = await openStore(scene.databasePath);
    const bot = await hostBot(scene.sandbox, { store });
    await scene.sandbox.settled();
    await scene.at('2026-01-05', '07:30');
    const route = '/channels/{channel_id}/messages';
    scene.sandbox.faults.next({ method: 'POST', route }, { status: 429, retryAfter: 0.3 });
    const tried = fault(scene);
    const beating = bot.beat();
    await tried;
    await bot.stop(5_000);
    expect(keysIn(scene)).toEqual(['daily.2026-01-05']);
    await beating;
    await store.close();
  });

  it('does not wait longer than it was allowed to', async () => {
    const scene = await lastingScene();
    scene.sandbox.faults.next(CALLBACK, { status: 429, retryAfter: 0.5 });
    const tried = fault(scene);
    const asked = scene.admin.slash(scene.training, 'coach status');
    await tried;
    await scene.bot().stop(20);
    expect(warnings(scene)).toEqual(['some requests were not answered within 0.02 s']);
    expect(scene.sandbox.gateway.sessions.size).toBe(0);
    await asked;
  });

  it('takes nothing new, and leaves what is owed to the next start', async () => {
    const scene = await lastingScene({ settleActs: false });
    const ana = await enrolled(scene, 'Ana');
    scene.sandbox.faults.next(CALLBACK, { status: 429, retryAfter: 0.3 });
    const tried = fault(scene);
    const asked = ana.slash(scene.training, 'checkin workout');
    await tried;
    const stopping = scene.stopBot();
    const tooLate = scene.admin.slash(scene.training, 'coach status');
    expect(textOf(await asked)).toContain('Session logged.');
    await stopping;
    await scene.sandbox.clock.advanceBy(3_000);
    expect(await tooLate).toMatchObject({ kind: 'failed' });
    expect(keysIn(scene)).toEqual([]);
    await scene.startBot();
    expect(keysIn(scene)).toEqual(['milestone.1.first-check-in']);
  });
});

describe('logging in', () => {
  it('answers what is asked before all servers are known', async () => {
    const scene = await lastingScene();
    await scene.stopBot();
    const greeted = happens(scene, (line) => line === 'out READY');
    const asked = greeted.then(() => scene.admin.slash(scene.training, 'coach status'));
    await scene.startBot();
    expect(textOf(await asked)).toContain('How the coach is doing');
  });

  it('is tried again while Discord is ill, and then all is as ever', async () => {
    const scene = await lastingScene();
    await enrolled(scene, 'Ana');
    await scene.stopBot();
    scene.sandbox.faults.next({ route: '/gateway/bot', times: 2 }, { status: 503 });
    await scene.startBot();
    expect(warnings(scene)).toEqual(['Discord cannot be reached (Service Unavailable); next try in 1 s']);
    await answers(scene);
    await scene.at('2026-01-05', '07:30');
    expect(keysIn(scene)).toEqual(['daily.2026-01-05']);
    await scene.stopBot();
    // It said goodbye: the session is over.
    expect(scene.sandbox.gateway.sessions.size).toBe(0);
  });

  it('ends at once when it is called off', async () => {
    const scene = await lastingScene();
    await scene.stopBot();
    const store = await openStore(scene.databasePath);
    scene.sandbox.faults.next({ route: '/gateway/bot', times: 100 }, 'timeout');
    const calling = new AbortController();
    const tried = fault(scene);
    const starting = hostBot(scene.sandbox, { store, signal: calling.signal });
    await tried;
    calling.abort(new Error('called off'));
    await expect(starting).rejects.toThrow('called off');
    await store.close();
  });

  it('is refused in one sentence for a wrong token', async () => {
    const scene = await lastingScene();
    await scene.stopBot();
    const store = await openStore(scene.databasePath);
    const starting = hostBot(scene.sandbox, { store, token: 'a.wrong.token' });
    await expect(starting).rejects.toThrow(DiscordRefusal);
    await expect(starting).rejects.toThrow(/^DISCORD_TOKEN was refused: copy it afresh/);
    await store.close();
  });

  it('is refused later when the token is taken back, and the post is not given up for it', async () => {
    const scene = await lastingScene();
    await enrolled(scene, 'Ana');
    const route = '/channels/{channel_id}/messages';
    scene.sandbox.faults.next({ method: 'POST', route }, { status: 401, message: '401: Unauthorized' });
    await scene.at('2026-01-05', '07:30');
    expect(scene.logged.filter(({ event }) => event === 'refused')).toHaveLength(1);
    await scene.stopBot();
    await scene.startBot();
    await scene.at('2026-01-05', '07:32');
    expect(keysIn(scene)).toEqual(['daily.2026-01-05']);
  });
});
