import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/coach/day.ts';
import { openStore } from '../../src/store/database.ts';
import { crashingStore } from '../support/crashing-store.ts';
import { hostBot } from '../support/hosted.ts';
import { enrolled, type Scene } from '../support/scene.ts';
import { keysIn, lastingScene } from './support.ts';

const POST = { method: 'POST', route: '/channels/{channel_id}/messages' } as const;

interface Plot {
  /** What befalls the bot besides, before it asks what is due. */
  readonly trouble?: (scene: Scene) => void;
  /** What happens between the kill and the new start. */
  readonly meanwhile?: (scene: Scene, date: string) => Promise<void>;
}

/**
 * Each day a daily post and a reminder fall due together at 14:00. On the first day the bot is killed at its first
 * step, on the second at its second, until it gets through them all; each time a new one takes over.
 * @returns what was owed, what stands in the channel, and how often a bot was killed.
 */
async function killedAtEachStep({ trouble, meanwhile }: Plot) {
  const scene = await lastingScene({ setup: { time: '14:00', water: 1 }, rateLimits: 'generous' });
  await enrolled(scene, 'Ana');
  await scene.stopBot();
  const store = await openStore(scene.databasePath);
  const newBot = async () => {
    const mortal = crashingStore(store);
    const bot = await hostBot(scene.sandbox, { store: mortal.store });
    await bot.beat();
    return { mortal, bot };
  };
  const owed: string[] = [];
  let { mortal, bot } = await newBot();
  for (let kills = 0; ; kills++) {
    const date = addDays(day('2026-01-05'), kills);
    owed.push(`daily.${date}`, `water.${date}.0`);
    await scene.at(date, '14:00');
    trouble?.(scene);
    mortal.dieAt(kills + 1);
    await bot.beat();
    if (!mortal.isDead) {
      await bot.beat();
      await bot.stop(1_000);
      await store.close();
      return { owed, posted: keysIn(scene), kills };
    }
    await bot.stop(0);
    await meanwhile?.(scene, date);
    scene.sandbox.faults.clear();
    ({ mortal, bot } = await newBot());
  }
}

describe('a bot that is killed between any two of its steps', { timeout: 60_000 }, () => {
  it('has posted everything once when it is started again at once', async () => {
    const { owed, posted, kills } = await killedAtEachStep({});
    expect(posted).toEqual(owed);
    expect(kills).toBeGreaterThan(40);
  });

  it('has posted everything once when it is back in ten minutes, after much talk', async () => {
    const { owed, posted } = await killedAtEachStep({
      async meanwhile(scene, date) {
        await scene.at(date, '14:10');
        const chatter = scene.server.member('Chatter');
        for (let count = 0; count < 120; count++) chatter.say(scene.training, 'so much to say');
      },
    });
    expect(posted).toEqual(owed);
  });

  it('has posted everything once when answers were lost besides', async () => {
    const { owed, posted } = await killedAtEachStep({
      trouble: (scene) => scene.sandbox.faults.next({ ...POST, times: 2 }, 'accept-then-drop'),
      meanwhile: (scene, date) => scene.at(date, '14:01'),
    });
    expect(posted).toEqual(owed);
  });
});
