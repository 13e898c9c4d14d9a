import { describe, expect, it } from 'vitest';
import { enrolled, openScene } from '../support/scene.ts';
import { linesWith, started, todayOf, trained } from '../support/train.ts';

const ROW = 'Bent-over dumbbell row';

describe('a move that hurts in a guided session', () => {
  it('is set aside for a gentler one: what was done stays, and nothing goes up from it', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.other({ amount: '15', resistance: '10' });
    const asked = await hand.press('Hurts');
    expect(asked).toContain(`## ${ROW}: stop here`);
    expect(asked).toContain('have it looked at before you load it again');
    expect(asked).toContain('Stop for chest, jaw or arm pressure');
    expect(hand.options('hurts-swap')[0]).toBe('Band row');

    expect(await hand.pick('hurts-swap', 'Band row')).toContain('## Band row\n**Set 2 of 2');
    expect(hand.text()).toContain(`-# In place of ${ROW}`);
    expect(hand.text()).toContain('-# So far: 15 at 10 kg each');
    await hand.toTheEnd();
    const summary = await hand.press('5 or more');
    expect(summary).toContain(`- **${ROW}** 15 at 10 kg each\n- **Band row** 12\n`);
    expect(linesWith(summary, `- **${ROW}`).join()).not.toMatch(/→|aim for/);

    await scene.at('2026-01-07', '18:00');
    await ana.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-09', '18:00');
    const friday = await todayOf(scene, ana);
    expect(friday.text()).toContain(`- **${ROW}** 2 × 12–15, aim for 12 · 10 kg each\n`);
  });

  it('is left out for the day, or kept after all', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.press('Hurts');
    expect(await hand.press('Keep it')).toContain(`## ${ROW}\n**Set 1 of 2`);
    await hand.press('Hurts');
    expect(await hand.press('Leave it out today')).toContain('## Squat\n**Set 1 of 2');
    expect(await hand.press('Back one')).toContain(`## ${ROW}\n**Set 1 of 2`);
    await hand.other({ amount: '15', resistance: '10' });
    await hand.press('Hurts');
    await hand.press('Leave it out today');
    await hand.press('Finish');
    expect(linesWith(hand.text(), '- **')).toEqual([`- **${ROW}** 15 at 10 kg each`]);
    expect(await hand.press('5 or more')).toContain('so it is the same as before.');
  });

  it('is never answered with a Superman, which only a member’s own swap brings', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    while (!hand.text().includes('## Bird-dog')) {
      await hand.press('Hurts');
      expect(hand.options('hurts-swap').join()).not.toContain('Superman');
      await hand.press('Keep it');
      await hand.press('Skip');
    }
    await hand.press('Hurts');
    expect(hand.options('hurts-swap')).toContain('Standing bird-dog');
    expect(hand.options('hurts-swap').join()).not.toContain('Superman');
    await hand.press('Keep it');
    await hand.press('Swap');
    expect(hand.options('swap-now').join()).toContain('Superman, small range');
    await hand.pick('swap-now', 'Superman, small range');
    expect(hand.text()).toContain('## Superman, small range');
    await hand.press('Hurts');
    expect(hand.options('hurts-swap')).toContain('Bird-dog');
  });
});

describe('a move that is swapped in a guided session', () => {
  it('gives way for now: the next session has it again', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.press('Swap');
    expect(hand.text()).toContain(`## In place of ${ROW}`);
    expect(await hand.pick('swap-now', 'Towel row')).toContain('## Towel row\n**Set 1 of 2 · 8–12 reps, aim for 8');
    await hand.toTheEnd();
    expect(await hand.press('3–4 more')).toContain('- **Towel row** 2 × 8\n');
    await scene.at('2026-01-09', '18:00');
    expect((await todayOf(scene, ana)).text()).toContain(`- **${ROW}** 2 × 12–15`);
  });

  it('gives way from now on, and progresses as the move that it is', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.press('Swap');
    await hand.pick('swap-for-good', 'Band row');
    await hand.other({ amount: '15', resistance: 'red' });
    await hand.other({ amount: '15' });
    await hand.toTheEnd();
    const summary = await hand.press('3–4 more');
    expect(summary).toContain('- **Band row** 2 × 15 with the red band');
    expect(summary).toContain('- **Band row**: Both sets of 15 with three or four to spare: red band → green band.');
    await scene.at('2026-01-07', '18:00');
    await ana.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-09', '18:00');
    const friday = await todayOf(scene, ana);
    expect(friday.text()).toContain(`- **Band row** 2 × 12–15, aim for 12 · green band (in place of ${ROW})`);
  });

  it('is back for good with Back one, to what Ana had chosen before', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.press('Swap');
    await hand.pick('swap-for-good', 'Band row');
    expect(await hand.press('Back one')).toContain(`## ${ROW}`);
    await hand.press('Done');
    await hand.press('Finish');
    await hand.press('3–4 more');
    await scene.at('2026-01-07', '18:00');
    await ana.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-09', '18:00');
    const friday = await started(scene, ana);
    expect(friday.text()).toContain(`## ${ROW}`);
    for (const move of ['Band row', 'Towel row']) {
      await friday.press('Swap');
      await friday.pick('swap-for-good', move);
    }
    expect(await friday.press('Back one')).toContain('## Band row');
    await scene.at('2026-01-14', '18:00');
    const later = await todayOf(scene, ana);
    expect(later.text()).toContain(`(in place of ${ROW})`);
    expect(later.text()).toContain('- **Band row**');
  });

  it('asks for the other move as it would have been planned, with what Ana used of it last', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { kit: 'mat, dumbbells, band, machine' });
    await trained(scene, ana, '3–4 more', { [ROW]: { amount: '12', resistance: '10' } });
    await scene.at('2026-01-07', '18:00');
    const hand = await started(scene, ana);
    expect(hand.text()).toContain('## Lat pulldown');
    await hand.other({ amount: '10', resistance: '40' });
    expect(hand.text()).toContain('-# So far: 10 at 40 kg\n');
    await hand.press('Swap');
    await hand.pick('swap-now', 'Band pulldown');
    expect(hand.text()).toContain('**Set 2 of 2 · 10–12 reps, aim for 10**');
    await hand.press('Swap');
    await hand.pick('swap-now', 'Lat pulldown (as planned)');
    expect(hand.text()).toContain('**Set 2 of 2 · 10–12 reps, aim for 10 · 40 kg**');
  });

  it('is offered only what the kit is enough for, and nothing that the session has already', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { kit: 'none' });
    const hand = await started(scene, ana);
    const session = (await todayOf(scene, ana)).text();
    for (let moves = 0; hand.has('set-swap'); moves += 1) {
      if (moves > 10) throw new Error('the moves never end');
      await hand.press('Swap');
      const offered = hand.options('swap-now');
      expect(offered.filter((name) => /dumbbell|[Bb]and|Jump rope|pulldown machine/.test(name))).toEqual([]);
      expect(offered.filter((name) => session.includes(`- **${name}**`))).toEqual([]);
      expect(offered.length > 0 || hand.text().includes('Nothing else fits your kit here.')).toBe(true);
      await hand.press('Leave it out today');
    }
  });
});
