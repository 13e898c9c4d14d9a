import { describe, expect, it } from 'vitest';
import { localTime } from '../../src/coach/day.ts';
import { customId } from '../../src/messages/parts.ts';
import { enrolled, openScene, textOf } from '../support/scene.ts';
import { dmsTo, dmTimes, lastDm, memberId, wants } from './reminder-support.ts';
import { warnings } from './support.ts';

const t = localTime;

describe('reminders by direct message', () => {
  it('come at the member’s own times to who asked, and to nobody else', async () => {
    const scene = await openScene({ setup: { time: '07:30' } });
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben', { mention: true });
    await wants(scene, ana, { workout: true, trainsAt: t('18:00'), sleep: true, wakesAt: t('06:30'), water: 2 });
    await scene.at('2026-01-06', '23:59');
    expect(dmTimes(ana)).toEqual([
      '2026-01-05 12:00',
      '2026-01-05 16:00',
      '2026-01-05 18:00',
      '2026-01-05 21:59',
      // Tuesday is a rest day.
      '2026-01-06 12:00',
      '2026-01-06 16:00',
      '2026-01-06 21:59',
    ]);
    const [first, , workout, sleep] = dmsTo(ana).map((message) => JSON.stringify(message.components));
    expect(first).toMatch(/thirsty|glass of water|sip/);
    expect(workout).toMatch(/is on your plan today: about \d+ minutes/);
    expect(sleep).toContain('Lights out at 22:30 gives you 8 h until 06:30.');
    expect(dmsTo(ben)).toEqual([]);
    expect(dmsTo(scene.admin)).toEqual([]);
    const opened = scene.sandbox.transcript.events.filter(
      (event) => event.kind === 'rest' && event.path === '/users/@me/channels',
    );
    expect(opened).toHaveLength(1);
    expect(warnings(scene)).toEqual([]);
  });

  it('are left out where it is logged already, at the day’s number, in a pause, and after leaving', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await wants(scene, ana, {
      workout: true,
      trainsAt: t('18:00'),
      sleep: true,
      wakesAt: t('06:30'),
      water: 4,
      mostADay: 3,
    });
    // 11:00, 13:00, 15:00, and then it is enough.
    await scene.at('2026-01-05', '23:59');
    expect(dmTimes(ana).map((time) => time.slice(11))).toEqual(['11:00', '13:00', '15:00']);

    await scene.at('2026-01-07', '10:30');
    const before = dmsTo(ana).length;
    await ana.slash(scene.training, 'checkin workout');
    await ana.slash(scene.training, 'checkin sleep', { hours: 8 });
    await ana.slash(scene.training, 'checkin water', { glasses: 1 });
    await scene.at('2026-01-07', '12:30');
    await ana.slash(scene.training, 'checkin water', { glasses: 1 });
    await scene.at('2026-01-07', '23:59');
    // Of the four glasses two came within an hour of one that was logged.
    expect(dmTimes(ana).slice(before)).toEqual(['2026-01-07 15:00', '2026-01-07 17:00']);

    await ana.slash(scene.training, 'pause');
    const atPause = dmsTo(ana).length;
    await scene.at('2026-01-10', '23:59');
    expect(dmsTo(ana)).toHaveLength(atPause);
    await ana.slash(scene.training, 'resume');
    await scene.at('2026-01-11', '12:00');
    expect(dmsTo(ana)).toHaveLength(atPause + 1);
    const ask = await ana.slash(scene.training, 'leave');
    await ana.click(ask.kind === 'message' ? ask.message : lastDm(ana), 'End my plan');
    await scene.at('2026-01-12', '23:59');
    expect(dmsTo(ana)).toHaveLength(atPause + 1);
  });

  it('log with Done, and Undo takes it back, without a word in the server', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { share: false });
    await wants(scene, ana, { workout: true, trainsAt: t('18:00'), sleep: true, wakesAt: t('06:30'), water: 1 });
    const id = await memberId(scene, ana);
    const day = async () => scene.store().checkIns.onDay(id, '2026-01-05' as never);

    await scene.at('2026-01-05', '14:00');
    expect(textOf(await ana.click(lastDm(ana), 'Had a glass'))).toContain('1 glass logged.');
    expect((await day()).waterGlasses).toBe(1);
    await scene.at('2026-01-05', '18:00');
    const done = await ana.click(lastDm(ana), 'Done');
    expect(done).toMatchObject({ kind: 'update' });
    expect(textOf(done)).toMatch(/Session logged\.[\s\S]*Streak: \*\*1\*\*[\s\S]*Next session: Wed 7 Jan/);
    await scene.at('2026-01-05', '21:59');
    const form = await ana.click(lastDm(ana), 'Log last night');
    if (form.kind !== 'modal') throw new Error('no form');
    expect(textOf(await ana.submit(form.modal, { hours: '7,5' }))).toContain('7.5 h of sleep logged');
    expect(await day()).toMatchObject({ sleepHours: 7.5, waterGlasses: 1, workouts: [{ size: 'full' }] });

    const [glass, session] = dmsTo(ana);
    if (glass === undefined || session === undefined) throw new Error('nothing to take back');
    expect(textOf(await ana.click(glass, 'Undo'))).toContain('Taken back.');
    expect(textOf(await ana.click(session, 'Undo'))).toContain('Streak: **0**');
    expect(await day()).toMatchObject({ sleepHours: 7.5, waterGlasses: 0, workouts: [] });
  });

  it('come again in an hour with Later, unless that is quiet or one too many, and no more after Stop', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await wants(scene, ana, { workout: true, trainsAt: t('18:00'), water: 1, mostADay: 3 });
    await scene.at('2026-01-05', '18:10');
    expect(textOf(await ana.click(lastDm(ana), 'Later'))).toContain('I will ask again at');
    await scene.at('2026-01-05', '19:30');
    expect(dmTimes(ana)).toEqual(['2026-01-05 14:00', '2026-01-05 18:00', '2026-01-05 19:10']);
    expect(textOf(await ana.click(lastDm(ana), 'Later'))).toContain('at most 3 of my messages a day');

    await wants(scene, ana, { workout: true, trainsAt: t('21:30'), mostADay: 3 });
    await scene.at('2026-01-07', '21:30');
    expect(textOf(await ana.click(lastDm(ana), 'Later'))).toContain('quiet hours');
    expect(textOf(await ana.click(lastDm(ana), 'Stop these'))).toContain('Workout reminders are off. `/settings`');
    const count = dmsTo(ana).length;
    await scene.at('2026-01-12', '12:00');
    expect(dmsTo(ana)).toHaveLength(count);
    expect(await scene.store().reminders.wish(await memberId(scene, ana))).toMatchObject({
      workout: false,
      trainsAt: '21:30',
    });
  });

  it('what was put off is not asked once it is done, or stopped', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await wants(scene, ana, { workout: true, trainsAt: t('18:00') });
    await scene.at('2026-01-05', '18:00');
    await ana.click(lastDm(ana), 'Later');
    await ana.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-07', '18:00');
    expect(dmTimes(ana)).toEqual(['2026-01-05 18:00', '2026-01-07 18:00']);
    await ana.click(lastDm(ana), 'Later');
    await ana.click(lastDm(ana), 'Stop these');
    await scene.at('2026-01-09', '23:59');
    expect(dmsTo(ana)).toHaveLength(2);
  });

  it('are nobody else’s: a made-up button reaches nothing, and no other works on a direct message', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben');
    await wants(scene, ana, { water: 1 });
    await wants(scene, ben, { water: 1 });
    await scene.at('2026-01-05', '14:15');
    const [hers, his] = [lastDm(ana), lastDm(ben)];
    const key = `remind-water.${await memberId(scene, ana)}.2026-01-05.0.0`;
    expect(JSON.stringify(hers.components)).toContain(customId('remind-done', key));
    // Ben's client sends Ana's buttons, and some that belong into the server.
    const ownComponents = JSON.stringify(his.components);
    const message = scene.sandbox.world.channels.get(his.channel_id)?.messages.get(his.id);
    for (const id of [
      ...['remind-done', 'remind-later', 'remind-stop', 'remind-undo'].map((name) => customId(name, key)),
      ...['done~daily.2026-01-05', 'workout~daily.2026-01-05', 'remind-done~remind-water.99.2026-01-05.0.0'],
    ]) {
      if (message !== undefined) message.api.components = JSON.parse(ownComponents.replace(/remind-done~[^"]+/, id));
      expect(textOf(await ben.click(his, id)), id).toContain('I coach in servers.');
    }
    expect(await scene.store().reminders.wish(await memberId(scene, ana))).toMatchObject({ water: 1 });
    const day = await scene.store().checkIns.onDay(await memberId(scene, ana), '2026-01-05' as never);
    expect(day.waterGlasses).toBe(0);
  });
});
