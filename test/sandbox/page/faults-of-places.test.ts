import { describe, expect, it } from 'vitest';
import { daily, morning, today, warned } from './faults-morning.ts';

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
