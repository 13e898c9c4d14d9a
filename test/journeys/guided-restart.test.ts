import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import type { Store } from '../../src/store/store.ts';
import { lastingScene } from '../scheduler/support.ts';
import { crashingStore } from '../support/crashing-store.ts';
import { hostBot } from '../support/hosted.ts';
import { enrolled, openScene, type Scene, textOf } from '../support/scene.ts';
import { type Hand, linesWith, started, todayOf } from '../support/train.ts';

const HOUR = 3_600_000;

describe('a guided session that is interrupted', () => {
  it('goes on in the same message after a pause of hours, long after its first token has expired', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.other({ amount: '13', resistance: '10' });
    await scene.sandbox.clock.advanceBy(16 * 60_000);
    expect(await hand.press('Done')).toContain('## Squat\n**Set 1 of 2');
    await scene.sandbox.clock.advanceBy(6 * HOUR);
    const swap = await hand.press('Swap');
    expect(swap).toContain('## In place of Squat');
    await scene.sandbox.clock.advanceBy(20 * 60_000);
    expect(await hand.press('Keep it')).toContain('Rested. Whenever you like.');
    expect(await hand.press('Done')).toContain('## Squat\n**Set 2 of 2');
    await hand.toTheEnd();
    expect(await hand.press('3–4 more')).toContain('- **Bent-over dumbbell row** 13, 12 at 10 kg each');
  });

  it('goes on in the same message after the bot was stopped and started again', async () => {
    const scene = await lastingScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.other({ amount: '13', resistance: '10' });
    await scene.stopBot();
    expect(textOf(await ana.click(hand.card, 'Done'))).toContain('failed');
    await scene.sandbox.clock.advanceBy(3 * HOUR);
    await scene.startBot();
    expect(await hand.press('Done')).toContain('## Squat\n**Set 1 of 2');
    await scene.stopBot();
    await scene.startBot();
    await hand.press('Finish');
    expect(linesWith(hand.text(), '- **')).toEqual(['- **Bent-over dumbbell row** 13, 12 at 10 kg each']);
    await scene.stopBot();
    await scene.startBot();
    expect(await hand.press('1–2 more')).toContain('Streak: **1** (was 0).');
  });

  it('is picked up from /today in a new message when the old one was dismissed', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    await hand.other({ amount: '13', resistance: '10' });
    ana.dismiss(hand.card);
    await scene.sandbox.clock.advanceBy(HOUR);

    const again = await todayOf(scene, ana);
    expect(again.text()).toContain('Your session of Mon 5 Jan stands open, with 1 set done.');
    expect(again.has('start')).toBe(false);
    expect(await again.press('Go on')).toContain('**Set 2 of 2 · 12–15 reps, aim for 12 · 10 kg each**');
    expect(again.text()).toContain('-# So far: 13 at 10 kg each');
  });

  it('has a set once that was pressed again and again while the bot was killed at each of its steps', async () => {
    const { scene, ana, store } = await onOneStore();
    const hand = await started(scene, ana);
    await scene.stopBot();
    const before = (await store.trainings.byId(1))?.steps.length ?? 0;
    const kills = await pressUntil(scene, store, hand, { button: 'Done', says: '**Set 2 of 2' });
    expect(kills).toBeGreaterThan(5);
    expect((await store.trainings.byId(1))?.steps.length).toBe(before + 1);

    await scene.startBot();
    expect(await hand.press('Done')).toContain('## Squat');
  });

  it('is logged once, with all its sets, when the bot was killed at each step of logging it', async () => {
    const { scene, ana, store } = await onOneStore();
    const hand = await started(scene, ana);
    await hand.other({ amount: '13', resistance: '10' });
    await hand.toTheEnd();
    await scene.stopBot();
    const kills = await pressUntil(scene, store, hand, { button: 'effort', says: '**Session logged.**' });
    expect(kills).toBeGreaterThan(20);

    await scene.startBot();
    expect(hand.text()).toContain('- **Bent-over dumbbell row** 13, 12 at 10 kg each');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('1 of 1 planned sessions kept');
    expect(await store.checkIns.count(1)).toBe(1);
    const performances = await store.trainingFiles.performances(1);
    expect(performances.flatMap(({ sets }) => sets)).toHaveLength(12);
  });
});

/** A scene, and a second hand on its database, with which bots can be killed. */
async function onOneStore() {
  const scene = await lastingScene({ rateLimits: 'generous' });
  const store = await openStore(scene.databasePath);
  onTestFinished(() => store.close());
  return { scene, ana: await enrolled(scene, 'Ana'), store };
}

/**
 * Presses until the message says what it should. The first bot is killed at its first step, the second at its second,
 * and so on. Returns how many were needed.
 */
async function pressUntil(
  scene: Scene,
  store: Store,
  hand: Hand,
  { button, says }: { readonly button: string; readonly says: string },
): Promise<number> {
  let bots = 0;
  while (!hand.text().includes(says)) {
    if (bots > 100) throw new Error(`it never says "${says}": ${hand.text()}`);
    bots += 1;
    const mortal = crashingStore(store);
    const bot = await hostBot(scene.sandbox, { store: mortal.store });
    mortal.dieAt(bots);
    await hand.press(button);
    await bot.stop(0);
  }
  return bots;
}
