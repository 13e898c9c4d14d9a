import { describe, expect, it } from 'vitest';
import { localTime } from '../../src/coach/day.ts';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { enrolled, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';
import { dmsTo, dmTimes, lastDm, lastWords, memberId, wants } from './reminder-support.ts';

const t = localTime;

async function toldByDm(scene: Scene, who: Actor): Promise<void> {
  await scene.store().choices.setNotice(await memberId(scene, who), 'dm');
}

describe('a member who wants their day by direct message', () => {
  it('gets it with the daily post, on rest days too, and the others do not', async () => {
    const scene = await openScene({ setup: { time: '07:30' } });
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben', { mention: true });
    await toldByDm(scene, ana);
    await scene.at('2026-01-06', '09:00');
    expect(postsIn(scene)).toHaveLength(2);
    expect(dmTimes(ana)).toEqual(['2026-01-05 07:30', '2026-01-06 07:30']);
    const [monday, tuesday] = dmsTo(ana).map((message) => JSON.stringify(message.components));
    expect(monday).toMatch(/Mon 5 Jan\*\* · week 1: \*\*.+\*\*, about \d+ minutes/);
    expect(monday).toContain(`https://discord.com/channels/${scene.server.id}/${scene.training.id}`);
    expect(tuesday).toContain('rest day');
    expect(tuesday).not.toContain('remind-done');
    expect(dmsTo(ben)).toEqual([]);

    await scene.at('2026-01-07', '07:30');
    expect(textOf(await ana.click(lastDm(ana), 'Done'))).toContain('Session logged.');
    await scene.at('2026-01-08', '07:30');
    expect(textOf(await ana.click(lastDm(ana), 'Stop these'))).toContain('no longer send you your day');
    await scene.at('2026-01-09', '12:00');
    expect(dmsTo(ana)).toHaveLength(4);
  });

  it('gets it after their quiet hours where the post comes in them, and not above their number', async () => {
    const scene = await openScene({ setup: { time: '12:00' } });
    const ana = await enrolled(scene, 'Ana', { zone: 'America/New_York' });
    await toldByDm(scene, ana);
    await wants(scene, ana, { quiet: { from: t('22:00'), to: t('09:00') } });
    await scene.at('2026-01-05', '23:00');
    // 12:00 in Lisbon is 07:00 in New York.
    expect(dmTimes(ana)).toEqual(['2026-01-05 14:00']);
    await wants(scene, ana, { mostADay: 0 });
    await scene.at('2026-01-06', '23:00');
    expect(dmsTo(ana)).toHaveLength(1);
  });
});

describe('a member who wants their week in review', () => {
  it('gets it on the morning after each week of their plan, and no more after Stop', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await wants(scene, ana, { review: true });
    await ana.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-19', '12:00');
    expect(dmTimes(ana)).toEqual(['2026-01-12 09:00', '2026-01-19 09:00']);
    expect(dmsTo(ana).map((message) => /Week \d/.exec(JSON.stringify(message.components))?.[0])).toEqual([
      'Week 1',
      'Week 2',
    ]);
    await ana.click(lastDm(ana), 'Stop these');
    expect(await scene.store().reminders.wish(await memberId(scene, ana))).toMatchObject({ review: false });
    await scene.at('2026-01-26', '12:00');
    expect(dmsTo(ana)).toHaveLength(2);
  });
});

describe('an admin who asked to be told when posting fails', () => {
  it('is told once by direct message, with what to do', async () => {
    const scene = await openScene({ setup: { time: '07:30' } });
    await enrolled(scene, 'Ana');
    const settings = await scene.store().servers.settings(scene.server.id);
    if (settings === undefined) throw new Error('not set up');
    const schedules = await scene.store().schedules.ofServer(scene.server.id);
    await scene.store().servers.saveSettings({ ...settings, alertUser: scene.admin.id }, schedules);
    scene.training.permit({ deny: [['bot', 'SendMessages']] });
    await scene.at('2026-01-07', '12:00');
    expect(dmTimes(scene.admin)).toEqual(['2026-01-05 07:30']);
    expect(lastWords(scene.admin)).toMatch(/does not get through\*\* in <#\d+>[\s\S]*Send Messages/);
  });
});
