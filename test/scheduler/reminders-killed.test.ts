import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/coach/day.ts';
import { openStore } from '../../src/store/database.ts';
import { crashingStore } from '../support/crashing-store.ts';
import { hostBot } from '../support/hosted.ts';
import { enrolled, type Scene } from '../support/scene.ts';
import { dmsTo, dmTimes, wants } from './reminder-support.ts';
import { lastingScene } from './support.ts';

/**
 * Each day a reminder falls due at 14:00, and is answered. On the first day the bot is killed at its first step, on the
 * second at its second, until it gets through them all; each time a new one takes over, ten minutes later.
 */
async function killedAtEachStep(meanwhile: (scene: Scene, date: string) => Promise<void>) {
  const scene = await lastingScene({ rateLimits: 'generous', setUp: false });
  const ana = await enrolled(scene, 'Ana');
  await wants(scene, ana, { water: 1 });
  await scene.stopBot();
  const store = await openStore(scene.databasePath);
  const newBot = async () => {
    const mortal = crashingStore(store);
    const bot = await hostBot(scene.sandbox, { store: mortal.store });
    await bot.beat();
    return { mortal, bot };
  };
  const due: string[] = [];
  let { mortal, bot } = await newBot();
  for (let kills = 0; ; kills++) {
    const date = addDays(day('2026-01-05'), kills);
    due.push(date);
    await scene.at(date, '14:00');
    mortal.dieAt(kills + 1);
    await bot.beat();
    if (!mortal.isDead) {
      await bot.stop(1_000);
      await store.close();
      return { due, came: dmTimes(ana).map((time) => time.slice(0, 10)), kills };
    }
    await bot.stop(0);
    await meanwhile(scene, date);
    ({ mortal, bot } = await newBot());
    const last = dmsTo(ana).at(-1);
    if (last !== undefined) await ana.click(last, 'Had a glass').catch(() => undefined);
  }
}

describe('a bot that is killed between any two of its steps', { timeout: 60_000 }, () => {
  it('has sent each reminder once when it is back in ten minutes', async () => {
    const { due, came, kills } = await killedAtEachStep((scene, date) => scene.at(date, '14:10'));
    expect(came).toEqual(due);
    expect(kills).toBeGreaterThan(30);
  });
});
