import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { enrolled, messageOf, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';

const panelOf = async (scene: Scene, who: Actor) =>
  messageOf(await who.slash(scene.training, 'settings', { page: 'reminders' }));

async function formOf(who: Actor, panel: APIMessage, button: string) {
  const opened = await who.click(panel, button);
  if (opened.kind !== 'modal') throw new Error(`no form, but ${textOf(opened)}`);
  return opened.modal;
}

const [NOTICE, WATER, MOST] = ['settings-notice~mine', 'settings-water~mine', 'settings-most~mine'];

describe('/settings, reminders', () => {
  it('begins with none, and asks for a time before it turns one on', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const panel = await panelOf(scene, ana);
    const none = textOf(await ana.slash(scene.training, 'settings', { page: 'reminders' }));
    expect(none).toContain('Workout: off\nSleep: off\nWater: off\nWeek in review: off');
    expect(none).toContain('Quiet from 22:00 to 07:00; at most 4 a day.');

    const train = await formOf(ana, panel, 'Workout: turn on');
    const on = textOf(await ana.submit(train, { at: '18:00' }));
    expect(on).toContain('You train at 18:00. Next workout reminder: Mon 5 Jan, 18:00 your time.');
    expect(on).toContain('Workout: 18:00, on days with a session');
    await ana.slash(scene.training, 'checkin workout', { effort: '3-4' });
    const off = textOf(await ana.click(panel, 'Workout: turn off'));
    expect(off).toContain('Workout reminders are off.');
    const again = textOf(await ana.click(panel, 'Workout: turn on'));
    expect(again).toContain('Next workout reminder: Wed 7 Jan, 18:00 your time.');

    const sleep = textOf(await ana.submit(await formOf(ana, panel, 'Sleep: turn on'), { wakes: '06:30', hours: '8' }));
    expect(sleep).toContain('Next wind-down: Mon 5 Jan, 21:59 your time. It would fall in your quiet hours');
    expect(sleep).toContain('Sleep: wind down at 21:59, for 8 hours of sleep until 06:30');
    const longer = textOf(await ana.submit(await formOf(ana, panel, 'Sleep times'), { hours: '9' }));
    expect(longer).toContain('Next wind-down: Mon 5 Jan, 21:00 your time.');
    const review = textOf(await ana.click(panel, 'Week in review: turn on'));
    expect(review).toContain('It comes at 09:00 on the morning after each week of your plan.');
  });

  it('spreads water over the hours that are named, and leaves out what would be at night', async () => {
    const scene = await openScene();
    const ben = await enrolled(scene, 'Ben');
    const panel = await panelOf(scene, ben);
    const four = textOf(await ben.select(panel, WATER, 'Water: 4 times a day'));
    expect(four).toContain('Next water reminder: Mon 5 Jan, 11:00 your time.');
    expect(four).toContain('Water: 11:00, 13:00, 15:00 and 17:00');
    const late = await ben.submit(await formOf(ben, panel, 'Water hours'), { from: '12:00', to: '24:00' });
    expect(textOf(late)).toContain('I could not read “24:00” as a time of day.');
    const retry = await formOf(ben, panel, 'Try again');
    expect(JSON.stringify(retry.data)).toMatch(/"value":"12:00".*"value":"24:00"/);
    const fewer = textOf(await ben.submit(retry, { to: '00:00' }));
    expect(fewer).toContain('Next water reminder: Mon 5 Jan, 13:30 your time. 1 would fall in your quiet hours');
    expect(fewer).toContain('Water: 13:30, 16:30 and 19:30');
    const quiet = textOf(await ben.submit(await formOf(ben, panel, 'Quiet hours'), { from: '12:00', to: '11:00' }));
    expect(quiet).toContain('Nothing comes from 12:00 to 11:00.');
    expect(quiet).toContain('Water: nothing, for it would fall in your quiet hours');
    const loud = textOf(await ben.submit(await formOf(ben, panel, 'Quiet hours'), { from: '12:00', to: '12:00' }));
    expect(loud).toContain('You have no quiet hours now. Next water reminder: Mon 5 Jan, 13:30 your time.');
    const most = textOf(await ben.select(panel, MOST, 'At most 1 direct message a day'));
    expect(most).toContain('You get at most 1 direct message a day from now on');
    expect(most).toContain('No quiet hours; at most 1 a day.');
    await ben.slash(scene.training, 'pause');
    const still = textOf(await ben.select(panel, WATER, 'Water: twice a day'));
    expect(still).toContain('No water reminder is due while your plan stands still, or once it is over.');
    expect(textOf(await ben.select(panel, WATER, 'No water reminders'))).toContain('Water reminders are off.');
  });

  it('mentions Cleo in the post from the next one on, and no longer when she does not want it', async () => {
    const scene = await openScene();
    const cleo = await enrolled(scene, 'Cleo', { days: 'Mon Tue Thu' });
    const panel = await panelOf(scene, cleo);
    const mention = textOf(await cleo.select(panel, NOTICE, 'Mention me in the post'));
    expect(mention).toMatch(/You are mentioned from the next daily post on: <t:\d+:f>\./);
    await scene.at('2026-01-06', '08:00');
    expect(
      postsIn(scene)
        .at(-1)
        ?.mentions.map(({ id }) => id),
    ).toEqual([cleo.id]);
    expect(textOf(await cleo.select(panel, NOTICE, 'Tell me nothing; I look myself'))).toContain('without your name');
    await scene.at('2026-01-07', '08:00');
    expect(postsIn(scene).at(-1)?.mentions).toEqual([]);
    const dm = textOf(await cleo.select(panel, NOTICE, 'Send me a direct message'));
    expect(dm).toMatch(/I write to you with the next daily post: <t:\d+:f>\./);

    const bare = await openScene({ setUp: false });
    const zoe = await enrolled(bare, 'Zoe');
    const told = textOf(await zoe.select(await panelOf(bare, zoe), NOTICE, 'Mention me in the post'));
    expect(told).toContain('This server has none yet; an admin can turn it on with `/coach setup`.');
  });

  it('lays the times anew where the clocks are others', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const panel = await panelOf(scene, ana);
    await ana.submit(await formOf(ana, panel, 'Sleep: turn on'), { wakes: '06:30', hours: '9' });
    await ana.select(panel, 'Another page…', 'My day');
    const moved = await ana.submit(await formOf(ana, panel, 'Change time zone'), { zone: 'Tokyo' });
    expect(textOf(moved)).toContain('Next wind-down: Mon 5 Jan, 21:00 your time.');
    const before = ana.sees(ana.dm()).length;
    await scene.at('2026-01-05', '20:59', 'Asia/Tokyo');
    expect(ana.sees(ana.dm()).length).toBe(before);
    await scene.at('2026-01-05', '21:05', 'Asia/Tokyo');
    expect(JSON.stringify(ana.sees(ana.dm()).at(-1))).toContain('wind down');
  });

  it('says that Discord let nothing through, until something is asked for again', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const panel = await panelOf(scene, ana);
    await ana.submit(await formOf(ana, panel, 'Workout: turn on'), { at: '18:00' });
    ana.closeDms();
    await scene.at('2026-01-05', '18:05');
    const shown = await ana.slash(scene.training, 'settings', { page: 'reminders' });
    expect(textOf(shown)).toContain('Discord would not let me write to you.');
    ana.openDms();
    const again = textOf(await ana.click(messageOf(shown), 'Workout: turn off'));
    expect(again).toContain('Discord would not let me write to you.');
    const on = textOf(await ana.click(messageOf(shown), 'Workout: turn on'));
    expect(on).not.toContain('Discord would not let me write to you.');
  });
});
