import { afterEach, describe, expect, it } from 'vitest';
import { type Clock, sandboxClock } from '../../src/sandbox/clock.ts';
import { timers } from '../../src/sandbox/timers.ts';
import { closeAll, gym, newSandbox, startBot } from './support.ts';

afterEach(closeAll);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SEVEN = Date.UTC(2026, 0, 5, 7);
const at = (clock: Clock) => new Date(clock.now()).toISOString().slice(11, 19);

const clockAt = (instant: number, quiet = async () => undefined) => sandboxClock(instant, quiet);

describe('a clock in hand', () => {
  it('fires what falls due, in order, at its own time, and ends where it was told to', async () => {
    const clock = clockAt(SEVEN);
    const fired: string[] = [];
    clock.at(SEVEN + 3_000, () => fired.push(`c ${at(clock)}`));
    clock.at(SEVEN + 1_000, () => fired.push(`a ${at(clock)}`));
    clock.at(SEVEN + 3_000, () => fired.push(`d ${at(clock)}`));
    clock.at(SEVEN + 2_000, () => clock.at(SEVEN + 2_500, () => fired.push(`b ${at(clock)}`)));
    clock.at(SEVEN + 9_000, () => fired.push('too late'));
    await clock.advanceTo(SEVEN + 5_000);
    expect(fired).toEqual(['a 07:00:01', 'b 07:00:02', 'c 07:00:03', 'd 07:00:03']);
    expect(at(clock)).toBe('07:00:05');
  });

  it('awaits each before the next, and the quiet after each', async () => {
    const told: string[] = [];
    const clock = clockAt(SEVEN, async () => {
      await Promise.resolve();
      told.push('quiet');
      return undefined;
    });
    clock.at(SEVEN + 1, async () => {
      await Promise.resolve();
      told.push('one');
    });
    clock.at(SEVEN + 2, () => told.push('two'));
    await clock.advanceBy(MINUTE);
    expect(told).toEqual(['quiet', 'one', 'quiet', 'two', 'quiet']);
  });

  it('beats every full minute, until it is stopped', async () => {
    const clock = clockAt(SEVEN + 30_000);
    const beats: string[] = [];
    const stop = clock.every(MINUTE, (now) => beats.push(new Date(now).toISOString().slice(14, 19)));
    await clock.advanceBy(2 * MINUTE);
    stop();
    await clock.advanceBy(2 * MINUTE);
    expect(beats).toEqual(['01:00', '02:00']);
  });

  it('takes back what was cancelled', async () => {
    const clock = clockAt(SEVEN);
    const fired: string[] = [];
    const cancel = clock.at(SEVEN + 1, () => fired.push('cancelled'));
    clock.at(SEVEN + 2, () => fired.push('kept'));
    cancel();
    await clock.advanceBy(10);
    expect(fired).toEqual(['kept']);
  });

  it('never goes back, and is advanced by one at a time', async () => {
    const clock = clockAt(SEVEN);
    await expect(clock.advanceTo(SEVEN - 1)).rejects.toThrow('cannot go back');
    const first = clock.advanceBy(1);
    await expect(clock.advanceBy(1)).rejects.toThrow('being advanced already');
    await first;
  });

  it('tells an error of what it fired to whoever advanced it, and goes on afterwards', async () => {
    const clock = clockAt(SEVEN);
    clock.at(SEVEN + 1, () => {
      throw new Error('the beat failed');
    });
    await expect(clock.advanceBy(5)).rejects.toThrow('the beat failed');
    await clock.advanceTo(SEVEN + 5);
    expect(clock.now()).toBe(SEVEN + 5);
  });
});

describe('a follower', () => {
  it('is run only when it has work, on full minutes, so that twelve weeks cost what is due', async () => {
    const clock = clockAt(SEVEN);
    const due = [SEVEN + 90_000, SEVEN + 20 * 24 * HOUR, SEVEN + 83 * 24 * HOUR + 1];
    const runs: number[] = [];
    let asked = 0;
    clock.follow({
      step: MINUTE,
      nextAt: async () => {
        asked += 1;
        return due[0];
      },
      run: (now) => {
        runs.push((now - SEVEN) / MINUTE);
        due.shift();
      },
    });
    await clock.advanceBy(84 * 24 * HOUR);
    expect(runs).toEqual([2, 20 * 24 * 60, 83 * 24 * 60 + 1]);
    expect(asked).toBe(4);
  });

  it('that is always overdue runs once a minute and not for ever', async () => {
    const clock = clockAt(SEVEN);
    let runs = 0;
    const stop = clock.follow({ step: MINUTE, nextAt: () => SEVEN - HOUR, run: () => (runs += 1) });
    await clock.advanceBy(10 * MINUTE);
    expect(runs).toBe(10);
    stop();
    await clock.advanceBy(10 * MINUTE);
    expect(runs).toBe(10);
  });

  it('takes turns with timers', async () => {
    const clock = clockAt(SEVEN);
    const order: string[] = [];
    clock.follow({ step: MINUTE, nextAt: () => SEVEN, run: () => order.push(`beat ${at(clock)}`) });
    clock.every(90_000, () => order.push(`timer ${at(clock)}`));
    await clock.advanceBy(3 * MINUTE);
    expect(order).toEqual(['beat 07:01:00', 'timer 07:01:30', 'beat 07:02:00', 'timer 07:03:00', 'beat 07:03:00']);
  });
});

describe('a clock that runs', () => {
  it('goes on by itself from where it stands, as fast as it is told, until it is held', async () => {
    const clock = clockAt(SEVEN);
    const fired = new Promise<number>((resolve) => clock.at(SEVEN + HOUR, () => resolve(clock.now())));
    const beats: number[] = [];
    clock.follow({ step: MINUTE, nextAt: () => undefined, run: (now) => beats.push(now) });
    clock.run(HOUR / 20);
    expect((await fired) >= SEVEN + HOUR).toBe(true);
    await expect(clock.advanceBy(1)).rejects.toThrow('runs by itself');
    clock.hold();
    const stopped = clock.now();
    // From the first full minute after it was set going, which a busy machine may be slow about, none is left out.
    const [first = 0] = beats;
    expect(first).toBeGreaterThan(SEVEN);
    expect(beats.length).toBeGreaterThan(1);
    expect(beats).toEqual(beats.map((_, index) => Math.ceil(first / MINUTE) * MINUTE + index * MINUTE));
    await clock.advanceBy(MINUTE);
    expect(clock.now()).toBe(stopped + MINUTE);
  });

  it('serves a bot in the sandbox', async () => {
    const sandbox = await newSandbox({ clock: 'running' });
    const training = sandbox.server({ name: 'Lisbon Lifters' }).channel('training');
    expect(sandbox.clock.mode).toBe('running');
    const client = await startBot(sandbox);
    const channel = client.channels.cache.get(training.id);
    const post = channel?.isSendable() ? await channel.send('live') : undefined;
    expect(post && post.createdTimestamp <= sandbox.clock.now()).toBe(true);
  });
});

describe('time on the wire', () => {
  it('stands on what is made: messages are as old as the sandbox says', async () => {
    const { sandbox, ana, training } = await gym();
    await sandbox.clock.advanceTo(Date.UTC(2026, 2, 29, 1));
    expect(ana.say(training, 'hi').timestamp).toBe('2026-03-29T01:00:00.000000+00:00');
  });

  it('waits for the bot after each beat', async () => {
    const { sandbox, client, training, ana } = await gym(undefined, { rateLimits: 'generous' });
    const channel = client.channels.cache.get(training.id);
    sandbox.clock.every(MINUTE, () => {
      // Not awaited, as a careless bot would: the clock waits for the wire all the same.
      if (channel?.isSendable()) void channel.send(at(sandbox.clock));
    });
    await sandbox.clock.advanceBy(3 * MINUTE);
    const posts = ana.sees(training).map(({ content, timestamp }) => [content, timestamp.slice(11, 19)]);
    expect(posts).toEqual(['07:01:00', '07:02:00', '07:03:00'].map((time) => [time, time]));
  });
});

it('keeps timers in order, however many and whatever is cancelled', () => {
  const queue = timers();
  const instants = Array.from({ length: 500 }, (_, index) => (index * 7919) % 101);
  const added = instants.map((instant) => queue.add(instant, () => undefined));
  for (const timer of added) if (timer.at % 3 === 0) timer.cancelled = true;
  const popped: number[] = [];
  for (let timer = queue.pop(); timer !== undefined; timer = queue.pop()) popped.push(timer.at * 1_000 + timer.order);
  const expected = added.filter(({ cancelled }) => !cancelled).map((timer) => timer.at * 1_000 + timer.order);
  expect(popped).toEqual(expected.toSorted((a, b) => a - b));
  expect(queue.peek()).toBe(undefined);
});
