import { describe, expect, it } from 'vitest';
import { enrolled, openScene, textOf } from '../support/scene.ts';
import { linesWith, todayOf, trained } from '../support/train.ts';

describe('the ten-minute version', () => {
  it('is shorter, and counts for the day like every session', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await todayOf(scene, ana);
    expect(await hand.press('Only 10 minutes')).toContain('- **Jumping jacks**');
    expect(hand.text()).not.toContain('Cat-cow');
    expect(await hand.press('Warmed up')).toContain('**Set 1 of 1 · 12–15 reps, aim for 12**');
    // The warm-up is behind; each set is one press, and there is no cool-down.
    expect(await hand.toTheEnd()).toBeLessThan(8);
    const summary = await hand.press('3–4 more');
    expect(summary).toContain('**Ten minutes, logged.** They count like any session.');
    expect(summary).toContain('Streak: **1** (was 0).');
    expect((await todayOf(scene, ana)).text()).toContain('Today’s session is in. Well done.');
  });

  it('on a rest day makes good a missed session within 48 hours, and keeps the streak', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await trained(scene, ana, '3–4 more');
    await scene.at('2026-01-08', '18:00');
    const rest = await todayOf(scene, ana);
    expect(rest.text()).toContain('Ten minutes today would make good Wed 7 Jan. Only if you feel like it.');
    expect(await rest.press('Only 10 minutes')).toContain('-# Week 1 · Session B · warm-up');
    await rest.toTheEnd();
    const summary = await rest.press('3–4 more');
    expect(summary).toContain('**Ten minutes, logged.** They make good Wed 7 Jan.');
    expect(summary).toContain('Streak: **2** (was 1).');
    expect(summary).toContain('Next session: Fri 9 Jan.');

    const streak = textOf(await ana.slash(scene.training, 'streak'));
    expect(streak).toContain('Wed 7 Jan: made good with a short session, streak 2');
    expect(streak).toContain('2 freezes');
    const after = await todayOf(scene, ana);
    expect(after.has('floor')).toBe(false);
    expect(after.text()).not.toContain('make good');
  });

  it('is not offered on a rest day when nothing was missed, nor after 48 hours', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const monday = await todayOf(scene, ana);
    await monday.press('Done');
    await scene.at('2026-01-06', '18:00');
    const rest = await todayOf(scene, ana);
    expect(rest.has('floor')).toBe(false);
    await scene.at('2026-01-09', '18:00');
    const friday = await todayOf(scene, ana);
    // Wednesday was missed, but today has a session of its own.
    expect(friday.text()).not.toContain('make good');
    await scene.at('2026-01-10', '18:00');
    const saturday = await todayOf(scene, ana);
    expect(saturday.text()).toContain('would make good Fri 9 Jan');
    await scene.at('2026-01-12', '02:30');
    expect((await todayOf(scene, ana)).text()).toContain('would make good Fri 9 Jan');
    await scene.at('2026-01-12', '03:00');
    expect((await todayOf(scene, ana)).text()).not.toContain('make good');
  });

  it('pressed on a card that is too old says that there is no session', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const card = await todayOf(scene, ana);
    await ana.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-06', '18:00');
    for (const press of ['Only 10 minutes', 'Start', 'Swap a move']) {
      expect(await card.press(press)).toContain('There is no session in your plan today.');
    }
  });

  it('left open over the night still makes good the day that it was for', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await trained(scene, ana, '3–4 more');
    await scene.at('2026-01-08', '18:00');
    const short = await todayOf(scene, ana);
    await short.press('Only 10 minutes');
    await short.press('Warmed up');
    await short.press('Done');
    await scene.at('2026-01-09', '12:00');
    const friday = await todayOf(scene, ana);
    expect(linesWith(friday.text(), 'stands open')).toEqual([
      'Your session of Thu 8 Jan stands open, with 1 set done.',
    ]);
    await friday.press('Log what I did');
    expect(await friday.press('3–4 more')).toContain('They make good Wed 7 Jan.');
  });
});
