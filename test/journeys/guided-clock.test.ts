import { describe, expect, it } from 'vitest';
import { enrolled, LISBON, openScene, wallClock } from '../support/scene.ts';
import { type Hand, started } from '../support/train.ts';

/** The seconds since 1970 at which Discord's own clocks in a text stand. */
function stamps(text: string): number[] {
  return [...text.matchAll(/<t:(\d+):R>/g)].map(([, seconds]) => Number(seconds));
}

async function skipTo(hand: Hand, move: string): Promise<string> {
  for (let sets = 0; sets < 40; sets += 1) {
    if (hand.text().includes(`## ${move}\n`)) return hand.text();
    await hand.press('set-skip');
  }
  throw new Error(`${move} never comes`);
}

describe('the clock of a guided session', () => {
  it('counts the rest after a set, to the second, and says when it is over', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.sandbox.clock.advanceBy(7_000);
    const hand = await started(scene, ana);
    expect(stamps(hand.text())).toEqual([]);
    const now = scene.sandbox.clock.now() / 1000;

    expect(await hand.press('Done')).toContain('Rest: ready');
    expect(stamps(hand.text())).toEqual([now + 40]);
    await scene.sandbox.clock.advanceBy(39_000);
    await hand.press('Swap');
    await hand.press('Keep it');
    expect(stamps(hand.text())).toEqual([now + 40]);
    await scene.sandbox.clock.advanceBy(1_000);
    await hand.press('Swap');
    expect(await hand.press('Keep it')).toContain('Rested. Whenever you like.');
    expect(stamps(hand.text())).toEqual([]);
  });

  it('does not run on after Back one, nor start anew after Skip', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    const now = scene.sandbox.clock.now() / 1000;
    await hand.press('Done');
    await scene.sandbox.clock.advanceBy(10_000);
    expect(stamps(await hand.press('Skip'))).toEqual([now + 40]);
    await hand.press('Back one');
    expect(stamps(await hand.press('Back one'))).toEqual([]);
  });

  it('counts a timed set with five seconds to get ready, and stops where Ana goes back', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { days: 'Mon Tue Thu Fri' });
    await scene.at('2026-01-06', '18:00');
    const hand = await started(scene, ana);
    const kicks = await skipTo(hand, 'Swimming kicks');
    expect(kicks).toContain('**Set 1 of 2 · 15 s**');
    expect(kicks).not.toContain('left in you');
    const now = wallClock('2026-01-06 18:00', LISBON as never) / 1000;

    expect(stamps(await hand.press('Start the clock'))).toEqual([now + 5 + 15]);
    expect(hand.has('set-start')).toBe(false);
    expect(await hand.press('Back one')).toContain('**Set 1 of 2 · 15 s**');
    expect(stamps(hand.text())).toEqual([]);
    await scene.sandbox.clock.advanceBy(3_000);
    expect(stamps(await hand.press('Start the clock'))).toEqual([now + 3 + 20]);
    expect(await hand.press('Done')).toContain('-# So far: 15 s');
    expect(hand.text()).toContain('Rest: ready');
  });

  it('counts each side of a stretch, with no rest after it and nothing to leave in reserve', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { days: 'Mon Tue Wed Thu Fri' });
    await scene.at('2026-01-07', '18:00');
    const hand = await started(scene, ana);
    expect(hand.text()).toContain('## Easy walk\n**Set 1 of 1 · 10 min**');
    const twist = await skipTo(hand, 'Thread the needle');
    expect(twist).toContain('5 reps · each side');
    expect(twist).not.toContain('left in you');
    expect(await hand.press('Done')).not.toMatch(/Rest/);
    expect(await skipTo(hand, 'Standing hip stretch')).toContain('**Set 1 of 2 · 30 s · each side**');
    const now = scene.sandbox.clock.now() / 1000;
    const runs = await hand.press('Start the clock');
    expect(stamps(runs)).toEqual([now + 5 + 30, now + 5 + 30 + 5 + 30]);
    expect(runs).toMatch(/sides <t:/);
  });

  it('counts the stations of a circuit, the rest between its rounds, and lets it be left out', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { days: 'Mon Tue Thu Fri' });
    await scene.at('2026-01-23', '18:00');
    const hand = await started(scene, ana);
    while (hand.has('set-done')) await hand.press('set-skip');
    expect(hand.text()).toContain('## Circuit: round 1 of 2\n- Jump rope: 30 s\n');
    const now = scene.sandbox.clock.now() / 1000;

    const runs = await hand.press('Start the clock');
    expect(stamps(runs)).toEqual([now + 35, now + 65, now + 95, now + 125]);
    expect(runs).toContain('- Plank with shoulder taps: ');
    await scene.sandbox.clock.advanceBy(125_000);
    const second = await hand.press('Round done');
    expect(second).toContain('## Circuit: round 2 of 2');
    expect(stamps(second)).toEqual([now + 125 + 60]);
    expect(await hand.press('Leave the circuit out')).toContain('## Cool-down');

    expect(await hand.press('Back one')).toContain('## Circuit: round 2 of 2');
    expect(await hand.press('Skip')).toContain('## Cool-down');
    expect(await hand.press('Done')).toContain('- **Circuit** 1 round\n');
    expect(await hand.press('3–4 more')).toContain('**Session logged.**');
  });
});
