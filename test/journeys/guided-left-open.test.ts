import { describe, expect, it } from 'vitest';
import { enrolled, openScene, textOf } from '../support/scene.ts';
import { linesWith, started, todayOf, trained } from '../support/train.ts';

describe('a guided session that was left open', () => {
  it('asks, on the next Start, what is to become of it: Ana goes on, and it counts for its own day', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const monday = await started(scene, ana);
    await monday.other({ amount: '13', resistance: '10' });
    await scene.at('2026-01-07', '18:00');
    const stale = await todayOf(scene, ana);
    expect(stale.text()).toContain('**Session B**');
    expect(stale.text()).toContain('Your session of Mon 5 Jan stands open, with 1 set done.');
    expect(stale.has('start')).toBe(false);

    expect(await stale.press('Go on')).toContain('-# Week 1 · Session A · move 1 of 6');
    await stale.toTheEnd();
    const summary = await stale.press('3–4 more');
    expect(summary).toContain('**Session logged for Mon 5 Jan.**');
    expect(summary).toContain('- **Bent-over dumbbell row** 13, 12 at 10 kg each');
    expect(summary).toContain('Next session: Wed 7 Jan.');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Mon 5 Jan: kept, streak 1');
    expect(await (await todayOf(scene, ana)).press('Start')).toContain('-# Week 1 · Session B · warm-up');
  });

  it('asks on a card from before, too; what was done is logged, and today’s can begin', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const card = await todayOf(scene, ana);
    const monday = await started(scene, ana);
    await monday.press('Done');
    await monday.press('Done');
    await scene.at('2026-01-07', '18:00');

    const asked = await card.press('Start');
    expect(asked).toContain('Your session of **Mon 5 Jan** stands where you left it, with 2 sets done.');
    expect(asked).toContain('Go on with it, log what you did, or drop it. Then today’s can begin.');
    expect(await card.press('Log what I did')).toContain('How hard was it?');
    expect(await card.press('1–2 more')).toContain('**Session logged for Mon 5 Jan.**');
    expect(linesWith(card.text(), '- **Bent')).toEqual([
      '- **Bent-over dumbbell row** 2 × 12',
      expect.stringContaining('At least 12 in every set'),
    ]);
    expect(await monday.press('Done')).toContain('**Session logged for Mon 5 Jan.**');
    expect(await (await todayOf(scene, ana)).press('Start')).toContain('Session B');
  });

  it('can be dropped: nothing of it is logged', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await started(scene, ana);
    await scene.at('2026-01-07', '18:00');
    const card = await todayOf(scene, ana);
    expect(card.text()).toContain('Your session of Mon 5 Jan stands open, with no set done yet.');
    expect(card.has('log-open')).toBe(false);
    expect(await card.press('Drop it')).toContain('Dropped.');
    const today = await todayOf(scene, ana);
    expect(today.text()).not.toContain('stands open');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Mon 5 Jan: missed');
  });

  it('goes on past midnight as the day’s own until 03:00', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '23:50');
    const hand = await started(scene, ana);
    await scene.at('2026-01-06', '00:40');
    await hand.toTheEnd();
    expect(await hand.press('3–4 more')).toContain('**Session logged.**');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Mon 5 Jan: kept, streak 1');
  });

  it('is offered on a rest day and beside a session that was logged otherwise', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.press('Done');
    await ana.slash(scene.training, 'checkin workout');
    const both = await todayOf(scene, ana);
    expect(both.text()).toContain('Today’s session is in.');
    expect(both.has('continue')).toBe(true);
    await scene.at('2026-01-06', '18:00');
    const rest = await todayOf(scene, ana);
    expect(rest.text()).toContain('## Rest day');
    await rest.press('Log what I did');
    expect(await rest.press('Not sure')).toContain('kept as a bonus. It does not count twice.');
  });

  it('can still be logged when the plan is over', async () => {
    const scene = await openScene({ setUp: false });
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-03-27', '18:00');
    await (await started(scene, ana)).press('Done');
    await scene.at('2026-03-30', '18:00');
    const over = await todayOf(scene, ana);
    expect(over.text()).toContain('All twelve weeks are behind you.');
    expect(over.text()).toContain('Your session of Fri 27 Mar stands open, with 1 set done.');
    await over.press('Log what I did');
    const summary = await over.press('3–4 more');
    expect(summary).toContain('**Session logged for Fri 27 Mar.**');
    expect(summary).toContain('That was the last planned session.');
    expect((await todayOf(scene, ana)).text()).not.toContain('stands open');
  });

  it('tells somebody who left the plan in the middle of it that they are not in it', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.press('Done');
    const form = await ana.click(hand.card, 'Other');
    if (form.kind !== 'modal') throw new Error('no form');
    const leaving = await ana.slash(scene.training, 'leave');
    if (leaving.kind !== 'message') throw new Error('no message');
    await ana.click(leaving.message, 'End my plan');

    const enrol = '`/enroll` takes about a minute';
    for (const press of ['Done', 'Skip', 'Swap', 'Hurts', 'Other', 'Finish']) {
      expect(await hand.press(press)).toContain(enrol);
    }
    expect(textOf(await ana.submit(form.modal, { amount: '12' }))).toContain(enrol);
  });

  it('of an ended plan does not stand in the way of a new one', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.press('Done');
    const leaving = await ana.slash(scene.training, 'leave');
    if (leaving.kind !== 'message') throw new Error('no message');
    await ana.click(leaving.message, 'End my plan');
    await scene.at('2026-01-08', '18:00');
    await ana.slash(scene.training, 'enroll', {
      zone: 'Europe/Lisbon',
      level: 'standard',
      days: 'Mon Wed Thu',
      kit: 'mat',
      start: 'today',
      share: false,
      ready: true,
    });
    const card = await todayOf(scene, ana);
    expect(card.text()).toContain('Your session of Mon 5 Jan stands open, with 1 set done.');
    await card.press('Log what I did');
    const summary = await card.press('Not sure');
    expect(summary).toContain('**An extra session, logged.**');
    expect(summary).toContain('- **Bent-over dumbbell row** 12');
    expect((await trained(scene, ana, '3–4 more')).text()).toContain('Streak: **1** (was 0).');
  });
});
