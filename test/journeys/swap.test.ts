import { describe, expect, it } from 'vitest';
import { enrolled, openScene } from '../support/scene.ts';
import { todayOf, trained } from '../support/train.ts';

const ROW = 'Bent-over dumbbell row';

describe('a swap on /today', () => {
  it('for today only puts another move in, and the next session has the planned one again', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const card = await todayOf(scene, ana);
    expect(await card.press('Swap a move')).toContain('Which one?');
    expect(card.options('swap-which')).toContain(ROW);
    expect(await card.pick('swap-which', ROW)).toContain(`## In place of ${ROW}`);
    const swapped = await card.pick('swap-today', 'Band row');
    expect(swapped).toContain(`- **Band row** 2 × 12–15, aim for 12 (in place of ${ROW})`);
    await card.press('Start');
    expect(await card.press('Warmed up')).toContain('## Band row');
    await card.toTheEnd();
    await card.press('3–4 more');
    await scene.at('2026-01-09', '18:00');
    expect((await todayOf(scene, ana)).text()).toContain(`- **${ROW}**`);
  });

  it('from now on holds, until Ana takes the planned move back', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const card = await todayOf(scene, ana);
    await card.press('Swap a move');
    await card.pick('swap-which', 'Bird-dog');
    expect(card.options('swap-always')).toContain('Superman, small range');
    await card.pick('swap-always', 'Superman, small range');
    await trained(scene, ana, '3–4 more');

    await scene.at('2026-01-09', '18:00');
    const friday = await todayOf(scene, ana);
    expect(friday.text()).toMatch(/- \*\*Superman, small range\*\* .* \(in place of Bird-dog\)/);
    await friday.press('Swap a move');
    await friday.pick('swap-which', 'Superman, small range');
    expect(friday.options('swap-always')[0]).toBe('Bird-dog (as planned)');
    const back = await friday.pick('swap-always', 'Bird-dog (as planned)');
    expect(back).toContain('- **Bird-dog** 2 ×');
    expect(back).not.toContain('in place of Bird-dog');
    await scene.at('2026-01-12', '18:00');
    await scene.at('2026-01-14', '18:00');
    expect((await todayOf(scene, ana)).text()).toContain('- **Bird-dog**');
  });

  it('can be thought better of', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const card = await todayOf(scene, ana);
    const before = card.text();
    await card.press('Swap a move');
    expect(await card.press('Keep it')).toBe(before);
    await card.press('Swap a move');
    await card.pick('swap-which', 'Squat');
    expect(await card.press('Keep it')).toBe(before);
  });

  it('changes nothing of a session that has begun', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const tablet = await todayOf(scene, ana);
    await tablet.press('Swap a move');
    await tablet.pick('swap-which', ROW);
    const phone = await todayOf(scene, ana);
    await phone.press('Start');
    await tablet.pick('swap-today', 'Band row');
    expect(await phone.press('Warmed up')).toContain(`## ${ROW}`);
  });

  it('offers only what the kit is enough for', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { kit: 'mat' });
    const card = await todayOf(scene, ana);
    await card.press('Swap a move');
    const moves = card.options('swap-which');
    expect(moves).toContain('Towel row');
    for (const move of moves) {
      await card.pick('swap-which', move);
      if (card.has('swap-today')) {
        expect(card.options('swap-today').join()).not.toMatch(/dumbbell|[Bb]and|Jump rope/);
        expect(card.options('swap-today')).toEqual(card.options('swap-always'));
      } else expect(card.text()).toContain('Nothing else fits your kit here.');
      await card.press('Keep it');
      await card.press('Swap a move');
    }
  });

  it('from yesterday’s card does not reach into a day with another session', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { days: 'Mon Tue Thu Fri' });
    const card = await todayOf(scene, ana);
    await card.press('Swap a move');
    await card.pick('swap-which', ROW);
    await scene.at('2026-01-06', '18:00');
    expect(await card.pick('swap-today', 'Band row')).toContain('This button is from an older message');
    expect((await todayOf(scene, ana)).text()).toContain('**Session B**');
  });
});
