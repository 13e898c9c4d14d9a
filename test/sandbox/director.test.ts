import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Director, directorOf } from '../../src/sandbox/director.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';

const SEVEN = Date.UTC(2026, 0, 5, 7);
const MINUTE = 60_000;
const DAY = 86_400_000;

let sandbox: Sandbox;
let director: Director;
let troubles: unknown[];

beforeEach(async () => {
  troubles = [];
  sandbox = await createSandbox({ startsAt: SEVEN, patience: 200 });
  director = directorOf(sandbox, { onTrouble: (error) => troubles.push(error) });
});
afterEach(async () => {
  await director.close();
  await sandbox.close();
});

/** Resolves when the clock has come that far, however long the machine takes. */
function whenItIs(instant: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = director.onPace(() => {
      if (sandbox.clock.now() < instant) return;
      stop();
      resolve();
    });
  });
}

describe('the director', () => {
  it('lets what people do and moves of the clock happen one after another', async () => {
    const order: string[] = [];
    sandbox.clock.at(SEVEN + MINUTE, () => order.push('a minute has passed'));
    let finish: () => void = () => undefined;
    const first = director.turn(async () => {
      order.push('Ana begins');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      order.push(`Ana ends at ${sandbox.clock.now() - SEVEN}`);
    });
    const moved = director.advanceBy(MINUTE);
    const second = director.turn(() => void order.push('Ben'));
    await Promise.resolve();
    finish();
    await Promise.all([first, moved, second]);
    expect(order).toEqual(['Ana begins', 'Ana ends at 0', 'a minute has passed', 'Ben']);
  });

  it('goes on after somebody failed in their turn', async () => {
    const failed = director.turn(() => Promise.reject(new Error('Ana cannot do that')));
    const moved = director.advanceBy(MINUTE);
    await expect(failed).rejects.toThrow('Ana cannot do that');
    await moved;
    expect(sandbox.clock.now()).toBe(SEVEN + MINUTE);
  });

  it('leaves what has passed already where it is', async () => {
    await director.advanceTo(SEVEN - DAY);
    expect(sandbox.clock.now()).toBe(SEVEN);
  });

  it('plays at the speed that was asked for, what falls due on the way in order, and holds when asked to', async () => {
    const fired: number[] = [];
    for (const minutes of [30, 10, 20])
      sandbox.clock.at(SEVEN + minutes * MINUTE, () => fired.push((sandbox.clock.now() - SEVEN) / MINUTE));
    director.play(36_000);
    expect(director.pace).toEqual({ speed: 36_000, isMoving: false });
    await whenItIs(SEVEN + 30 * MINUTE);
    director.play(0);
    await director.turn(() => undefined);
    const held = sandbox.clock.now();
    expect(fired).toEqual([10, 20, 30]);
    await director.turn(() => undefined);
    expect(sandbox.clock.now()).toBe(held);
  });

  it('plays once, however often the speed is changed', async () => {
    const real = performance.now();
    for (const speed of [60, 0, 600, 0, 3_600]) director.play(speed);
    await whenItIs(SEVEN + 10 * MINUTE);
    director.play(0);
    await director.turn(() => undefined);
    // Whole milliseconds, as clocks tell them.
    expect(sandbox.clock.now() % 1).toBe(0);
    // Two that played at once would have gone twice as far in that time.
    expect(sandbox.clock.now() - SEVEN).toBeLessThanOrEqual((performance.now() - real) * 3_600);
  });

  it('goes to where people see something next', async () => {
    const server = sandbox.server({ name: 'Garden Gym' });
    const channel = server.channel('training');
    const ana = server.member('Ana');
    sandbox.clock.at(SEVEN + MINUTE, () => undefined);
    sandbox.clock.at(SEVEN + 2 * DAY, () => ana.say(channel, 'Good morning'));
    sandbox.clock.at(SEVEN + 3 * DAY, () => ana.say(channel, 'Good night'));
    expect(await director.advanceToNextEvent(3 * DAY)).toBe(true);
    expect(sandbox.clock.now()).toBe(SEVEN + 2 * DAY);
    expect(ana.sees(channel).map(({ content }) => content)).toEqual(['Good morning']);
  });

  it('goes on by what it may at the most when there is nothing to see, and says so', async () => {
    sandbox.clock.at(SEVEN + 20 * DAY, () => undefined);
    expect(await director.advanceToNextEvent(7 * DAY)).toBe(false);
    expect(sandbox.clock.now()).toBe(SEVEN + 7 * DAY);
  });

  it('holds time and tells when a move fails while it plays', async () => {
    sandbox.clock.at(SEVEN + MINUTE, () => Promise.reject(new Error('the bot hangs')));
    director.play(3_600);
    await new Promise<void>((resolve) => {
      director.onPace(() => director.pace.speed === 0 && resolve());
    });
    await director.turn(() => undefined);
    expect(troubles).toEqual([new Error('the bot hangs')]);
  });
});
