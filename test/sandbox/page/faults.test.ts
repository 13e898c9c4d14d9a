import { describe, expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../../../src/sandbox/actors/actor.ts';
import { directorOf } from '../../../src/sandbox/director.ts';
import type { FaultAct, FaultView } from '../../../src/sandbox/page/protocol.ts';
import { FaultError, faultsOf } from '../../../src/sandbox/page/server/faults.ts';
import { textOf as textIn } from '../../../src/sandbox/world/content.ts';
import { enrolled, openScene, postsIn, type Scene, textOf } from '../../support/scene.ts';

/** The coach in Lisbon Lifters, set up to post at 07:30, at 07:00 on a Monday; Ana is enrolled. Faults are at hand. */
async function morning() {
  const scene = await openScene({ rateLimits: 'generous', settleActs: false, patience: 1_000 });
  const ana = await enrolled(scene, 'Ana');
  const { sandbox } = scene;
  const director = directorOf(sandbox);
  const desk = faultsOf({ worldId: 'w', sandbox, director });
  onTestFinished(() => desk.close());
  const to = (fault: FaultAct['fault'], on?: string): Omit<FaultAct, 'do'> =>
    on === undefined ? { fault } : { fault, on };
  return {
    scene,
    ana,
    desk,
    break: (fault: FaultAct['fault'], on?: string) => desk.act({ do: 'break', ...to(fault, on) }),
    mend: (fault: FaultAct['fault'], on?: string) => desk.act({ do: 'mend', ...to(fault, on) }),
    world: () => sandbox.transcript.text('world'),
  };
}

/** What the coach posted for the day, as the heading says it. */
const daily = (scene: Scene, channel = scene.training) =>
  postsIn(scene, channel).filter((post) => textIn(post).includes('Session'));
const warned = (scene: Scene) =>
  scene.logged
    .filter(({ level }) => level >= 40)
    .map(({ msg }) => msg)
    .join('\n');
/** Resolves when the gateway has said this. */
const saidAtTheGateway = (scene: Scene, what: string) =>
  new Promise<void>((resolve) => {
    const stop = scene.sandbox.on('event', (event) => {
      if (event.kind !== 'gateway' || !event.event.startsWith(what)) return;
      stop();
      resolve();
    });
  });
const today = async (who: Actor, { training }: Scene) => textOf(await who.slash(training, 'today'));

describe('Discord fails the bot', () => {
  it('with 500 all morning: the day is posted once that is mended, and time did not wait', async () => {
    const { scene, ana, desk, break: breakIt, mend } = await morning();
    breakIt('error 500');
    await scene.at('2026-01-05', '08:00');
    expect(daily(scene)).toEqual([]);
    expect(warned(scene)).toContain('HTTP 500; next try in 1 min');
    await expect(today(ana, scene)).rejects.toThrow("the bot did not answer Ana's /today");
    expect(desk.view()).toEqual([{ fault: 'error 500', on: null, left: null }]);
    mend('error 500');
    expect(desk.view()).toEqual([]);
    await scene.at('2026-01-05', '09:00');
    expect(daily(scene)).toHaveLength(1);
    expect(await today(ana, scene)).toContain('Session A');
  });

  it('three times, and says how often it still will', async () => {
    const { scene, desk } = await morning();
    const seen: FaultView[][] = [];
    const leave = desk.on(() => seen.push(desk.view()));
    desk.act({ do: 'break', fault: 'error 500', times: 3 });
    await scene.at('2026-01-05', '08:00');
    expect(seen.map(([fault]) => fault?.left)).toEqual([3, 2, 1, undefined]);
    expect(daily(scene)).toHaveLength(1);
    leave();
    desk.act({ do: 'break', fault: 'error 500' });
    expect(seen).toHaveLength(4);
  });

  it('with a rate limit that stands: time goes on without the bot, which posts when it is mended', async () => {
    const { scene, break: breakIt, mend } = await morning();
    breakIt('rate limit');
    await scene.at('2026-01-05', '07:50');
    expect(daily(scene)).toEqual([]);
    mend('rate limit');
    await scene.at('2026-01-05', '08:00');
    expect(daily(scene)).toHaveLength(1);
  });

  it('with silence: time goes on, and the bot asks again as soon as there are answers', async () => {
    const { scene, ana, desk, break: breakIt, mend } = await morning();
    breakIt('no answer');
    await scene.at('2026-01-05', '07:50');
    expect(daily(scene)).toEqual([]);
    await expect(today(ana, scene)).rejects.toThrow("the bot did not answer Ana's /today");
    // What waits for an answer would wait for fifteen seconds more.
    mend('no answer');
    await scene.at('2026-01-05', '08:00');
    expect(daily(scene)).toHaveLength(1);
    expect(await today(ana, scene)).toContain('Session A');
    expect(desk.view()).toEqual([]);
  });

  it('once more while it hangs already: whoever waits for the clock is let go', async () => {
    const { scene, break: breakIt } = await morning();
    const times = Number.POSITIVE_INFINITY;
    const takeBack = scene.sandbox.faults.next({ method: 'POST', times }, { status: 429, retryAfter: 0.05 });
    const moved = scene.at('2026-01-05', '07:50');
    const hanging = new Promise<void>((resolve) => {
      const stop = scene.sandbox.on('event', (event) => {
        if (event.kind !== 'fault') return;
        stop();
        resolve();
      });
    });
    await hanging;
    breakIt('rate limit');
    await moved;
    expect(scene.sandbox.clock.now()).toBe(Date.UTC(2026, 0, 5, 7, 50));
    takeBack();
  });

  it('by losing an answer: the day stands there once, and the bot finds that it does', async () => {
    const { scene, break: breakIt, mend } = await morning();
    breakIt('answer lost');
    await scene.at('2026-01-05', '07:35');
    mend('answer lost');
    await scene.at('2026-01-05', '12:00');
    expect(daily(scene)).toHaveLength(1);
    expect(warned(scene)).toContain('next try in 1 min');
  });

  it('in several ways at once, until all of them are let through', async () => {
    const { scene, ana, desk, break: breakIt } = await morning();
    breakIt('no answer');
    breakIt('rate limit');
    breakIt('dms closed', ana.id);
    await scene.at('2026-01-05', '07:50');
    expect(desk.view().map(({ fault }) => fault)).toEqual(['rate limit', 'no answer', 'dms closed']);
    desk.letThrough();
    expect(desk.view().map(({ fault }) => fault)).toEqual(['dms closed']);
    // Nothing hangs that stopping would have to wait for.
    await scene.stopBot();
    expect(warned(scene)).not.toContain('were not answered within');
    await scene.startBot();
  });

  it('no more once the page is closed', async () => {
    const { scene, desk, break: breakIt } = await morning();
    breakIt('error 500');
    desk.close();
    await scene.at('2026-01-05', '08:00');
    expect(daily(scene)).toHaveLength(1);
  });
});

describe('the line to Discord', () => {
  it('breaks, or Discord asks for another: the bot resumes, and there is nothing to mend', async () => {
    const { scene, ana, desk, break: breakIt, mend } = await morning();
    const { gateway } = scene.sandbox;
    for (const fault of ['gateway drop', 'gateway reconnect'] as const) {
      const { identified, resumed } = gateway.counts;
      const isBack = saidAtTheGateway(scene, 'RESUMED');
      breakIt(fault);
      expect(desk.view()).toEqual([]);
      expect(() => mend(fault)).toThrow('the bot connects again by itself');
      await isBack;
      expect(await today(ana, scene)).toContain('Session A');
      expect(gateway.counts).toEqual({ identified, resumed: resumed + 1 });
    }
    expect(scene.sandbox.transcript.text('fault')).toContain('fault: gateway drop, by hand');
  });

  it('cannot break twice before the bot is back', async () => {
    const { scene, break: breakIt } = await morning();
    breakIt('session lost');
    const { counts } = scene.sandbox.gateway;
    expect(counts.identified).toBe(1);
    expect(() => breakIt('gateway drop')).toThrow('The bot is not connected at the moment. Wait until it is back.');
  });
});

describe('a server', () => {
  it('is lost in an outage, and comes back with the day to be posted', async () => {
    const { scene, ana, desk, break: breakIt, mend } = await morning();
    const { id } = scene.server;
    breakIt('outage', id);
    expect(desk.view()).toEqual([{ fault: 'outage', on: id, label: 'Lisbon Lifters', left: null }]);
    expect(() => breakIt('outage', id)).toThrow('Lisbon Lifters is unavailable already.');
    mend('outage', id);
    await scene.at('2026-01-05', '08:00');
    expect([daily(scene).length, desk.view()]).toEqual([1, []]);
    expect(await today(ana, scene)).toContain('Session A');
    expect(() => mend('outage', id)).toThrow('Lisbon Lifters is available: there is nothing to mend.');
  });

  it('removes the bot, which posts nothing until it is invited again', async () => {
    const { scene, ana, desk, break: breakIt, mend } = await morning();
    const { id } = scene.server;
    breakIt('bot removed', id);
    expect(desk.view()).toEqual([{ fault: 'bot removed', on: id, label: 'Lisbon Lifters', left: null }]);
    await scene.at('2026-01-05', '08:00');
    expect(daily(scene)).toEqual([]);
    expect(() => breakIt('bot removed', id)).toThrow('Backbone is not in Lisbon Lifters.');
    mend('bot removed', id);
    expect(() => mend('bot removed', id)).toThrow('Backbone is in Lisbon Lifters: there is nothing to mend.');
    await scene.at('2026-01-07', '08:00');
    expect(daily(scene)).not.toEqual([]);
    expect(await today(ana, scene)).toContain('Session');
  });

  it('is shown as broken whoever broke it, as soon as it is', async () => {
    const { scene, desk, mend } = await morning();
    let told = 0;
    desk.on(() => {
      told += 1;
    });
    scene.server.outage();
    expect([told, desk.view().map(({ fault }) => fault)]).toEqual([1, ['outage']]);
    scene.server.update({ name: 'Lisbon Lifters' });
    expect(told).toBe(1);
    mend('outage', scene.server.id);
    expect([told, desk.view()]).toEqual([2, []]);
  });
});

describe('a channel', () => {
  it('is silenced: posting stops, the admin is told why, and it goes on when the permission is given back', async () => {
    const { scene, desk, break: breakIt, mend, world } = await morning();
    const { id } = scene.training;
    breakIt('channel silenced', id);
    await scene.at('2026-01-05', '08:00');
    expect(daily(scene)).toEqual([]);
    expect(warned(scene)).toContain('50013; posting there stops until it is mended');
    expect(desk.view()).toEqual([
      { fault: 'channel silenced', on: id, label: '#training of Lisbon Lifters', left: null },
    ]);
    expect(() => breakIt('channel silenced', id)).toThrow('cannot write in #training of Lisbon Lifters already');
    mend('channel silenced', id);
    expect([desk.view(), scene.training.state.overwrites]).toEqual([[], []]);
    expect(() => mend('channel silenced', id)).toThrow('there is nothing to mend');
    await scene.at('2026-01-07', '08:00');
    expect(daily(scene)).not.toEqual([]);
    expect(world()).toContain('Backbone may write in #training of Lisbon Lifters again');
  });

  it('keeps its other exceptions when the bot is silenced and heard again', async () => {
    const { scene, break: breakIt, mend } = await morning();
    const quiet = scene.server.channel('quiet', {
      deny: [
        ['everyone', 'SendMessages'],
        ['bot', 'EmbedLinks'],
      ],
      allow: [['bot', 'SendMessages']],
    });
    const before = quiet.state.overwrites;
    breakIt('channel silenced', quiet.id);
    expect(quiet.state.overwrites).not.toEqual(before);
    mend('channel silenced', quiet.id);
    expect(quiet.state.overwrites).toEqual(before);
  });

  it('of a server in which the bot may do everything cannot be silenced', async () => {
    const { scene, break: breakIt } = await morning();
    scene.server.botPermissions('all');
    expect(() => breakIt('channel silenced', scene.training.id)).toThrow(
      'Backbone is an administrator there: nobody can silence it in #training of Lisbon Lifters.',
    );
    expect(scene.training.state.overwrites).toEqual([]);
  });

  it('is deleted; one of the same name is made anew, in which an admin sets the coach up again', async () => {
    const { scene, desk, break: breakIt, mend, world } = await morning();
    const { id } = scene.training;
    scene.training.update({ topic: 'Strong backs' });
    scene.training.permit({ deny: [['everyone', 'MentionEveryone']] });
    const { overwrites } = scene.training.state;
    breakIt('channel deleted', id);
    expect(desk.view()).toEqual([
      { fault: 'channel deleted', on: id, label: '#training of Lisbon Lifters', left: null },
    ]);
    expect(() => breakIt('channel deleted', id)).toThrow('There is no such channel in a server.');
    await scene.at('2026-01-05', '08:00');
    expect(warned(scene)).toContain('10003; posting there stops until it is mended');
    mend('channel deleted', id);
    expect(desk.view()).toEqual([]);
    const [anew] = scene.server.state.channels.values();
    if (anew === undefined) throw new Error('there is no channel');
    expect(anew).toMatchObject({ name: 'training', topic: 'Strong backs', overwrites });
    expect(anew.id).not.toBe(id);
    expect(world()).toContain('#training of Lisbon Lifters is made anew, and empty: to Discord it is another channel');
    const training = scene.sandbox.channelOf(anew.id);
    await scene.admin.slash(training, 'coach setup', { channel: training });
    await scene.at('2026-01-07', '08:00');
    expect(daily(scene, training)).not.toEqual([]);
  });
});

describe('a person', () => {
  it('closes their DMs, and opens them again', async () => {
    const { scene, ana, desk, break: breakIt, mend, world } = await morning();
    breakIt('dms closed', ana.id);
    expect(ana.state.takesDms).toBe(false);
    expect(desk.view()).toEqual([{ fault: 'dms closed', on: ana.id, label: 'Ana', left: null }]);
    expect(() => breakIt('dms closed', ana.id)).toThrow('Ana takes no direct messages already.');
    ana.openDms();
    expect(desk.view()).toEqual([]);
    expect(() => mend('dms closed', ana.id)).toThrow('Ana takes direct messages: there is nothing to mend.');
    breakIt('dms closed', ana.id);
    mend('dms closed', ana.id);
    expect(ana.state.takesDms).toBe(true);
    expect(world()).toContain('Ana takes direct messages again');
    expect(() => breakIt('dms closed', scene.sandbox.bot.userId)).toThrow('There is no such person.');
  });
});

describe('what makes no sense', () => {
  it('is refused with a sentence, and changes nothing', async () => {
    const { scene, ana, desk, break: breakIt, mend } = await morning();
    expect(() => breakIt('outage')).toThrow(FaultError);
    expect(() => breakIt('outage', '1')).toThrow('There is no such server. Pick one that is there.');
    expect(() => mend('bot removed', scene.training.id)).toThrow('There is no such server.');
    expect(() => breakIt('channel silenced', ana.dm().id)).toThrow('There is no such channel in a server.');
    expect(() => mend('channel deleted', scene.training.id)).toThrow('This channel was not deleted here');
    for (const fault of ['error 500', 'rate limit', 'no answer', 'answer lost'] as const)
      expect(() => mend(fault), fault).toThrow('There is nothing to mend');
    expect(desk.view()).toEqual([]);
  });
});
