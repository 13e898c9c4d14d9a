import { describe, expect, it } from 'vitest';
import { enrolled, openScene, type Scene } from '../support/scene.ts';
import { linesWith, started, todayOf, trained } from '../support/train.ts';

const ROW = 'Bent-over dumbbell row';
const SAID = { [ROW]: { amount: '12', resistance: '20' } };

/** Ana trains through week 1, rowing 20 kg, and is then not seen until a day. */
async function away(until: string): Promise<{ scene: Scene; ana: Awaited<ReturnType<typeof enrolled>> }> {
  const scene = await openScene();
  const ana = await enrolled(scene, 'Ana');
  await trained(scene, ana, '3–4 more', SAID);
  await scene.at('2026-01-07', '18:00');
  await trained(scene, ana, '3–4 more');
  await scene.at('2026-01-09', '18:00');
  await trained(scene, ana, '3–4 more', SAID);
  await scene.at(until, '18:00');
  return { scene, ana };
}

describe('somebody who was away', () => {
  it('for a few days does the same as last time', async () => {
    const { scene, ana } = await away('2026-01-14');
    const card = await todayOf(scene, ana);
    expect(card.text()).not.toContain('Welcome back');
    expect(card.text()).toContain(`- **${ROW}** 2 × 12–15, aim for 12 · 20 kg each`);
    expect((await started(scene, ana)).text()).toContain('Back after 4 days: the same as last time.');
  });

  it('for nine days and more is welcomed, and lifts a tenth less, in the week that it is', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { days: 'Mon Thu Sat' });
    await trained(scene, ana, '3–4 more', SAID);
    await scene.at('2026-01-15', '18:00');
    const card = await todayOf(scene, ana);
    expect(card.text()).toContain('## Week 2 · Base');
    expect(card.text()).toContain('**Welcome back** after 9 days. Today is lighter, on purpose.');
    expect(card.text()).not.toContain('Your plan is back');
    expect(card.has('stay-on')).toBe(false);
    expect(linesWith(card.text(), ROW)[0]).toContain('aim for 12 · 18 kg each');
    expect((await started(scene, ana)).text()).toContain('Back after 9 days: 20 kg each → 18 kg each.');
  });

  it('for more than two weeks has the plan go back, is told, and lifts a fifth less', async () => {
    const { scene, ana } = await away('2026-01-26');
    const card = await todayOf(scene, ana);
    expect(card.text()).toContain('## Week 1 · Base');
    expect(card.text()).toContain('**Welcome back** after 16 days. Today is lighter, on purpose.');
    expect(card.text()).toContain('Your plan is back in week 1, close to where you left it.');
    expect((await todayOf(scene, ana)).text()).toBe(card.text());
    expect(linesWith(card.text(), ROW)[0]).toContain('aim for 12 · 16 kg each');
    const hand = await started(scene, ana);
    expect(hand.text()).toContain('Back after 16 days: 20 kg each → 16 kg each.');
    await hand.toTheEnd();
    await hand.press('3–4 more');
    await scene.at('2026-02-02', '18:00');
    const next = await todayOf(scene, ana);
    expect(next.text()).toContain('## Week 2 · Base');
    expect(next.text()).not.toContain('Welcome back');
  });

  it('may go on with the week that it is: the plan is where it was, and the loads stay careful', async () => {
    const { scene, ana } = await away('2026-01-26');
    const card = await todayOf(scene, ana);
    expect(await card.press('Go on with week 4')).toContain('You are in week 4 again.');
    const after = await todayOf(scene, ana);
    expect(after.text()).toContain('## Week 4 · Base');
    expect(after.has('stay-on')).toBe(false);
    await scene.at('2026-01-28', '18:00');
    const wednesday = await todayOf(scene, ana);
    expect(wednesday.text()).toContain('## Week 4 · Base');
    expect(linesWith(wednesday.text(), ROW)[0]).toContain('aim for 12 · 16 kg each');
  });

  it('cannot go on with a week that they chose to leave days ago', async () => {
    const { scene, ana } = await away('2026-01-26');
    const card = await todayOf(scene, ana);
    await trained(scene, ana, '3–4 more');
    await scene.at('2026-01-28', '18:00');
    expect(await card.press('Go on with week 4')).toContain('This button is from an older message');
    expect((await todayOf(scene, ana)).text()).toContain('## Week 1 · Base');
  });

  it('for a month begins the block again', async () => {
    const { scene, ana } = await away('2026-02-09');
    const card = await todayOf(scene, ana);
    expect(card.text()).toContain('**Welcome back** after 30 days.');
    expect(card.text()).toContain('## Week 1 · Base');
    expect(card.has('stay-on')).toBe(true);
    const hand = await started(scene, ana);
    expect(hand.text()).toContain('Back after 30 days: 20 kg each → 16 kg each.');
    await hand.toTheEnd();
    const summary = await hand.press('1–2 more');
    expect(summary).toContain(`- **${ROW}** 2 × 12 at 16 kg each`);
    expect(summary).toContain('Good to have you back.');
  });

  it('does not move the plan while it is paused, but on the day that it goes on', async () => {
    const scene = await openScene({ setUp: false });
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-12', '18:00');
    await trained(scene, ana, '3–4 more', SAID);
    await scene.at('2026-01-13', '12:00');
    await ana.slash(scene.training, 'pause');
    await scene.at('2026-02-02', '12:00');
    expect((await todayOf(scene, ana)).text()).toContain('paused');
    await ana.slash(scene.training, 'resume');
    const back = (await todayOf(scene, ana)).text();
    expect(back).toContain('**Welcome back** after 20 days.');
    expect(back).toContain('Your plan is back in week 1, close to where you left it.');
  });

  it('is told by Start on an old card, too, before anything begins', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const old = await todayOf(scene, ana);
    await trained(scene, ana, '3–4 more', SAID);
    await scene.at('2026-01-07', '18:00');
    await trained(scene, ana, '3–4 more');
    await scene.at('2026-01-26', '18:00');
    expect(await old.press('Start')).toContain('Your plan is back in week 1');
    expect(await old.press('Start')).toContain('-# Week 1 · ');
  });
});
