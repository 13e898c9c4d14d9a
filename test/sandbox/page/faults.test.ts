import { describe, expect, it } from 'vitest';
import type { FaultView } from '../../../src/sandbox/page/protocol.ts';
import { FaultError } from '../../../src/sandbox/page/server/faults.ts';
import { daily, morning, saidAtTheGateway, today, warned } from './faults-morning.ts';

describe('Discord fails the bot', () => {
  it('with 500 all morning: the day is posted once that is mended, and time did not wait', async () => {
    const { scene, ana, desk, break: breakIt, mend } = await morning();
    breakIt('error 500');
    await scene.at('2026-01-05', '08:00');
    expect(daily(scene)).toEqual([]);
    expect(warned(scene)).toContain('HTTP 500; next try in 1 min');
    await expect(today(ana, scene)).rejects.toThrow("the bot did not answer Ana's /today");
    expect(desk.view()).toEqual([{ fault: 'error 500', on: null, left: null }]);
    mend('error 500');
    expect(desk.view()).toEqual([]);
    await scene.at('2026-01-05', '09:00');
    expect(daily(scene)).toHaveLength(1);
    expect(await today(ana, scene)).toContain('Session A');
  });

  it('three times, and says how often it still will', async () => {
    const { scene, desk } = await morning();
    const seen: FaultView[][] = [];
    const leave = desk.on(() => seen.push(desk.view()));
    desk.act({ do: 'break', fault: 'error 500', times: 3 });
    await scene.at('2026-01-05', '08:00');
    expect(seen.map(([fault]) => fault?.left)).toEqual([3, 2, 1, undefined]);
    expect(daily(scene)).toHaveLength(1);
    leave();
    desk.act({ do: 'break', fault: 'error 500' });
    expect(seen).toHaveLength(4);
  });

  it('with a rate limit that stands: time goes on without the bot, which posts when it is mended', async () => {
    const { scene, break: breakIt, mend } = await morning();
    breakIt('rate limit');
    await scene.at('2026-01-05', '07:50');
    expect(daily(scene)).toEqual([]);
    mend('rate limit');
    await scene.at('2026-01-05', '08:00');
    expect(daily(scene)).toHaveLength(1);
  });

  it('with silence: time goes on, and the bot asks again as soon as there are answers', async () => {
    const { scene, ana, desk, break: breakIt, mend } = await morning();
    breakIt('no answer');
    await scene.at('2026-01-05', '07:50');
    expect(daily(scene)).toEqual([]);
    await expect(today(ana, scene)).rejects.toThrow("the bot did not answer Ana's /today");
    // What waits for an answer would wait for fifteen seconds more.
    mend('no answer');
    await scene.at('2026-01-05', '08:00');
    expect(daily(scene)).toHaveLength(1);
    expect(await today(ana, scene)).toContain('Session A');
    expect(desk.view()).toEqual([]);
  });

  it('once more while it hangs already: whoever waits for the clock is let go', async () => {
    const { scene, break: breakIt } = await morning();
    const times = Number.POSITIVE_INFINITY;
    const takeBack = scene.sandbox.faults.next({ method: 'POST', times }, { status: 429, retryAfter: 0.05 });
    const moved = scene.at('2026-01-05', '07:50');
    const hanging = new Promise<void>((resolve) => {
      const stop = scene.sandbox.on('event', (event) => {
        if (event.kind !== 'fault') return;
        stop();
        resolve();
      });
    });
    await hanging;
    breakIt('rate limit');
    await moved;
    expect(scene.sandbox.clock.now()).toBe(Date.UTC(2026, 0, 5, 7, 50));
    takeBack();
  });

  it('by losing an answer: the day stands there once, and the bot finds that it does', async () => {
    const { scene, break: breakIt, mend } = await morning();
    breakIt('answer lost');
    await scene.at('2026-01-05', '07:35');
    mend('answer lost');
    await scene.at('2026-01-05', '12:00');
    expect(daily(scene)).toHaveLength(1);
    expect(warned(scene)).toContain('next try in 1 min');
  });

  it('in several ways at once, until all of them are let through', async () => {
    const { scene, ana, desk, break: breakIt } = await morning();
    breakIt('no answer');
    breakIt('rate limit');
    breakIt('dms closed', ana.id);
    await scene.at('2026-01-05', '07:50');
    expect(desk.view().map(({ fault }) => fault)).toEqual(['rate limit', 'no answer', 'dms closed']);
    desk.letThrough();
    expect(desk.view().map(({ fault }) => fault)).toEqual(['dms closed']);
    // Nothing hangs that stopping would have to wait for.
    await scene.stopBot();
    expect(warned(scene)).not.toContain('were not answered within');
    await scene.startBot();
  });

  it('no more once the page is closed', async () => {
    const { scene, desk, break: breakIt } = await morning();
    breakIt('error 500');
    desk.close();
    await scene.at('2026-01-05', '08:00');
    expect(daily(scene)).toHaveLength(1);
  });
});

describe('the line to Discord', () => {
  it('breaks, or Discord asks for another: the bot resumes, and there is nothing to mend', async () => {
    const { scene, ana, desk, break: breakIt, mend } = await morning();
    const { gateway } = scene.sandbox;
    for (const fault of ['gateway drop', 'gateway reconnect'] as const) {
      const { identified, resumed } = gateway.counts;
      const isBack = saidAtTheGateway(scene, 'RESUMED');
      breakIt(fault);
      expect(desk.view()).toEqual([]);
      expect(() => mend(fault)).toThrow('the bot connects again by itself');
      await isBack;
      expect(await today(ana, scene)).toContain('Session A');
      expect(gateway.counts).toEqual({ identified, resumed: resumed + 1 });
    }
    expect(scene.sandbox.transcript.text('fault')).toContain('fault: gateway drop, by hand');
  });

  it('cannot break twice before the bot is back', async () => {
    const { scene, break: breakIt } = await morning();
    breakIt('session lost');
    const { counts } = scene.sandbox.gateway;
    expect(counts.identified).toBe(1);
    expect(() => breakIt('gateway drop')).toThrow('The bot is not connected at the moment. Wait until it is back.');
  });
});

describe('what makes no sense', () => {
  it('is refused with a sentence, and changes nothing', async () => {
    const { scene, ana, desk, break: breakIt, mend } = await morning();
    expect(() => breakIt('outage')).toThrow(FaultError);
    expect(() => breakIt('outage', '1')).toThrow('There is no such server. Pick one that is there.');
    expect(() => mend('bot removed', scene.training.id)).toThrow('There is no such server.');
    expect(() => breakIt('channel silenced', ana.dm().id)).toThrow('There is no such channel in a server.');
    expect(() => mend('channel deleted', scene.training.id)).toThrow('This channel was not deleted here');
    for (const fault of ['error 500', 'rate limit', 'no answer', 'answer lost'] as const)
      expect(() => mend(fault), fault).toThrow('There is nothing to mend');
    expect(desk.view()).toEqual([]);
  });
});
