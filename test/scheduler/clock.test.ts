import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import { hostBot } from '../support/hosted.ts';
import { enrolled } from '../support/scene.ts';
import { keysIn, lastingScene } from './support.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A bot whose machine's clock can be set, in a scene whose own clock goes on. */
async function onAMachine() {
  const scene = await lastingScene({ setup: { water: 4, sleep: '21:30' } });
  await enrolled(scene, 'Ana');
  await scene.stopBot();
  const store = await openStore(scene.databasePath);
  let wrongBy = 0;
  const bot = await hostBot(scene.sandbox, { store, clock: () => scene.sandbox.clock.now() + wrongBy });
  await scene.sandbox.settled();
  return {
    ...scene,
    bot,
    setBack: (ms: number) => {
      wrongBy -= ms;
    },
    async beatAt(time: string, date = '2026-01-05') {
      await scene.at(date, time);
      await bot.beat();
    },
    async end() {
      await bot.stop(1_000);
      await store.close();
    },
  };
}

describe('a clock that is set back', () => {
  it.each([1, 2, 25])('by %i h posts nothing a second time', async (hours) => {
    const machine = await onAMachine();
    await machine.beatAt('07:30');
    await machine.beatAt('11:00');
    machine.setBack(hours * HOUR);
    for (const time of ['11:01', '11:30', '12:00', '12:30', '12:59']) await machine.beatAt(time);
    expect(keysIn(machine)).toEqual(['daily.2026-01-05', 'water.2026-01-05.0']);
    await machine.end();
  });

  it('posts what comes next at its time by the new clock', async () => {
    const machine = await onAMachine();
    await machine.beatAt('11:00');
    machine.setBack(HOUR);
    await machine.beatAt('13:00');
    expect(keysIn(machine)).not.toContain('water.2026-01-05.1');
    await machine.beatAt('14:00');
    expect(keysIn(machine)).toContain('water.2026-01-05.1');
    await machine.end();
  });

  it('while an answer was lost finds the post all the same', async () => {
    const machine = await onAMachine();
    const route = '/channels/{channel_id}/messages';
    machine.sandbox.faults.next({ method: 'POST', route }, 'accept-then-drop');
    await machine.beatAt('07:30');
    machine.setBack(2 * HOUR);
    for (const time of ['07:31', '08:00', '09:31', '09:45', '12:00']) await machine.beatAt(time);
    expect(keysIn(machine).filter((key) => key.startsWith('daily'))).toEqual(['daily.2026-01-05']);
    const latest = await machine.bot.nextDue();
    expect(latest).toBeGreaterThan(machine.sandbox.clock.now() - 2 * HOUR);
    await machine.end();
  });
});

describe('two beats at once', () => {
  it('are one', async () => {
    const machine = await onAMachine();
    await machine.at('2026-01-05', '07:30');
    await Promise.all([machine.bot.beat(), machine.bot.beat(), machine.bot.beat()]);
    expect(keysIn(machine)).toEqual(['daily.2026-01-05']);
    await machine.end();
  });

  it('leave nothing behind that the second was asked for', async () => {
    const machine = await onAMachine();
    await machine.at('2026-01-05', '07:30');
    const route = '/channels/{channel_id}/messages';
    machine.sandbox.faults.next({ method: 'POST', route }, { status: 429, retryAfter: 0.2 });
    const posting = new Promise<void>((resolve) => {
      machine.sandbox.on('event', (event) => void (event.kind === 'fault' && resolve()));
    });
    const first = machine.bot.beat();
    await posting;
    // While the first is at its work, it becomes 11:00.
    machine.setBack(-3.5 * HOUR);
    await machine.bot.beat();
    await first;
    expect(keysIn(machine)).toEqual(['daily.2026-01-05', 'water.2026-01-05.0']);
    await machine.end();
  });

  it('come to the same as one when members check in meanwhile', async () => {
    const machine = await onAMachine();
    const route = '/channels/{channel_id}/messages';
    machine.sandbox.faults.next({ method: 'POST', route }, 'accept-then-drop');
    const ben = await enrolled(machine, 'Ben');
    await machine.at('2026-01-05', '07:30');
    await Promise.all([
      machine.bot.beat(),
      ...Array.from({ length: 5 }, () => ben.slash(machine.training, 'checkin water', { glasses: 1 })),
      machine.bot.beat(),
    ]);
    await machine.beatAt('07:31');
    expect(keysIn(machine).sort()).toEqual(['daily.2026-01-05', 'milestone.2.first-check-in']);
    await machine.end();
  });
});
