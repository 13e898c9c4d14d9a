import { describe, expect, it } from 'vitest';
import { enrolled, openScene } from '../support/scene.ts';
import { linesWith, started, todayOf, trained } from '../support/train.ts';

describe('a set of a guided session', () => {
  it('is logged as Ana says that it was, and the next one proposes the load that she just used', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    expect(hand.text()).toContain('Pick a load that leaves that much, and tell me with **Other**');

    const second = await hand.other({ amount: '14', resistance: '10' });
    expect(second).toContain('**Set 2 of 2 · 12–15 reps, aim for 12 · 10 kg each**');
    expect(second).toContain('-# So far: 14 at 10 kg each');
    expect(second).not.toContain('Pick a load');
    expect(await hand.press('Done')).toContain('## Squat');
    await hand.press('Finish');
    expect(hand.text()).toContain('- **Bent-over dumbbell row** 14, 12 at 10 kg each');
  });

  it.each([
    ['10', '10 kg each'],
    ['22.5 kg', '22.5 kg each'],
    ['22,5', '22.5 kg each'],
    ['25 lb', '11.34 kg each'],
  ])('takes %s as the load %s', async (resistance, shown) => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    expect(await hand.other({ resistance })).toContain(`-# So far: 12 at ${shown}`);
  });

  it.each([
    [{ amount: 'twelve' }, 'I cannot log “twelve” of a set. Write whole repetitions or seconds, such as `12`'],
    [{ amount: '0' }, 'or leave the set out with **Skip**'],
    [{ amount: '201' }, 'I cannot log “201” of a set.'],
    [{ resistance: 'heavy' }, 'I could not read “heavy” as a load. Write it like `10`, `22.5 kg` or `25 lb`.'],
    [{ resistance: '0' }, 'I could not read “0” as a load.'],
    [{ resistance: '2x5' }, 'I could not read “2x5” as a load.'],
  ])('says what to write instead of %o, and can still be logged', async (unreadable, answer) => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.other({ amount: '12', resistance: '10' });

    const told = await hand.other(unreadable);
    expect(told).toContain(answer);
    expect(told).toContain('Nothing was logged for this set yet.');
    expect(await hand.other({ amount: '11' })).toContain('## Squat');
    await hand.press('Finish');
    expect(hand.text()).toContain('- **Bent-over dumbbell row** 12, 11 at 10 kg each');
  });

  it('takes a band by its colour, whatever its case, and names the colours that there are', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { kit: 'mat, band' });
    const hand = await started(scene, ana);
    expect(hand.text()).toContain('-# In place of Bent-over dumbbell row');
    expect(await hand.other({ resistance: 'pink' })).toContain(
      'I do not know a “pink” band. Name one of yellow, red, green, blue and black.',
    );
    expect(await hand.other({ resistance: 'red, blue' })).toContain('I do not know a “red, blue” band.');
    expect(await hand.other({ amount: '15', resistance: 'RED' })).toContain('aim for 12 · red band**');
    await hand.press('Done');
    await hand.press('Finish');
    expect(hand.text()).toContain('- **Band row** 15, 12 with the red band');
  });

  it('may be left out, taken back or be the last one', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.other({ amount: '13', resistance: '10' });

    expect(await hand.press('Skip')).toContain('## Squat');
    expect(await hand.press('Back one')).toContain('## Bent-over dumbbell row\n**Set 2 of 2');
    expect(await hand.press('Back one')).toContain('## Bent-over dumbbell row\n**Set 1 of 2');
    expect(hand.text()).not.toContain('So far');
    expect(await hand.press('Back one')).toContain('## Warm-up');
    expect(hand.has('back')).toBe(false);

    await hand.press('Skip');
    await hand.other({ amount: '12', resistance: '9' });
    await hand.press('Skip');
    await hand.press('Swap');
    expect(await hand.press('Leave it out today')).toContain('## Push-up');
    await hand.press('Done');
    await hand.press('Finish');
    expect(linesWith(hand.text(), '- **')).toEqual(['- **Bent-over dumbbell row** 12 at 9 kg each', '- **Push-up** 6']);

    expect(await hand.press('Back one')).toContain('## Push-up\n**Set 2 of 2');
    await hand.press('Finish');
    expect(await hand.press('1–2 more')).toContain('- **Push-up** 6');
  });

  it('that was never done logs nothing: the session can be dropped, and begun afresh', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await todayOf(scene, ana);
    await hand.press('Start');
    expect(await hand.press('Finish')).toContain('No set is in yet.');
    expect(hand.has('effort')).toBe(false);
    expect(await hand.press('Back one')).toContain('## Warm-up');
    await hand.press('Finish');
    expect(await hand.press('Drop it')).toContain('Nothing of it was logged, and nothing counts against you.');

    const again = await todayOf(scene, ana);
    expect(again.text()).not.toContain('stands open');
    expect(await again.press('Start')).toContain('## Warm-up');
  });

  it('is remembered: the next session of the same moves begins where this one ended', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await trained(scene, ana, 'Not sure', { 'Bent-over dumbbell row': { amount: '13', resistance: '10' } });
    await scene.at('2026-01-07', '18:00');
    await ana.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-09', '18:00');
    const hand = await started(scene, ana);
    expect(hand.text()).toContain('**Set 1 of 2 · 12–15 reps, aim for 14 · 10 kg each**');
    expect(hand.text()).toContain('At least 13 in every set: aim for 14 repetitions now.');
    await hand.press('Done');
    expect(hand.text()).toContain('-# So far: 14 at 10 kg each');
  });

  it('on Not sure logs the session, and one tap says later how hard it was', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await trained(scene, ana, 'Not sure');
    expect(hand.text()).not.toContain('Effort:');
    expect(hand.text()).toContain('-# How many more could you have done?');
    const rated = await hand.press('3–4 more');
    expect(rated).toContain('Effort: 3–4 more.');
    expect(rated).toContain('- **Squat** 2 × 10');
    expect(rated).toContain('At least 10 in every set: aim for 11 repetitions now.');
    expect(await hand.press('Undo')).toContain('Taken back. Streak: **0**.');
    expect((await todayOf(scene, ana)).has('start')).toBe(true);
  });
});
