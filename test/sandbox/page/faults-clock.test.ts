import { afterEach, describe, expect, it } from 'vitest';
import { iso, sandboxClock } from '../../../src/sandbox/clock.ts';
import { closeAll, gym } from '../support.ts';

afterEach(closeAll);

const MINUTE = 60_000;
const SEVEN = Date.UTC(2026, 0, 5, 7);

/** A clock at seven, and a follower that has work each minute and hangs when it is told to. */
function atSeven() {
  const clock = sandboxClock(SEVEN, async () => undefined);
  const ran: string[] = [];
  let release: (error?: Error) => void = () => undefined;
  let hangs = false;
  let tellHung: () => void = () => undefined;
  const hung = new Promise<void>((resolve) => {
    tellHung = resolve;
  });
  clock.follow({
    step: MINUTE,
    nextAt: () => clock.now(),
    run(now) {
      ran.push(iso(now).slice(11, 16));
      if (!hangs) return undefined;
      return new Promise<void>((resolve, reject) => {
        tellHung();
        release = (error) => (error === undefined ? resolve() : reject(error));
      });
    },
  });
  return {
    clock,
    ran,
    /** Resolves when it hangs for the first time. */
    hung,
    hang: (does: boolean) => {
      hangs = does;
    },
    release: (error?: Error) => release(error),
  };
}

describe('a clock that waits no longer than it is told to', () => {
  it('leaves a bot behind that hangs, and takes it along again once it is done', async () => {
    const { clock, ran, hang, release } = atSeven();
    clock.waitAtMost(10);
    hang(true);
    await clock.advanceBy(5 * MINUTE);
    expect([iso(clock.now()), ran]).toEqual(['2026-01-05T07:05:00.000Z', ['07:01']]);
    hang(false);
    release();
    await clock.advanceBy(2 * MINUTE);
    expect(ran).toEqual(['07:01', '07:05', '07:06', '07:07']);
  });

  it('still fires what others have set it to while one is left behind', async () => {
    const { clock, ran, hang } = atSeven();
    const fired: string[] = [];
    clock.at(SEVEN + 3 * MINUTE, () => fired.push(iso(clock.now())));
    clock.waitAtMost(10);
    hang(true);
    await clock.advanceBy(5 * MINUTE);
    expect([fired, ran]).toEqual([['2026-01-05T07:03:00.000Z'], ['07:01']]);
  });

  it('waits anew when it is told anew, and lets go of who waits already', async () => {
    const { clock, ran, hang, hung, release } = atSeven();
    hang(true);
    const moving = clock.advanceBy(5 * MINUTE);
    await hung;
    clock.waitAtMost(10);
    await moving;
    hang(false);
    clock.waitAtMost(undefined);
    const again = clock.advanceBy(MINUTE);
    release();
    await again;
    expect(ran).toEqual(['07:01', '07:05', '07:06']);
  });

  it('tells of what failed while it waited, and not of what failed when it no longer did', async () => {
    const { clock, hang, hung, release } = atSeven();
    hang(true);
    const failing = clock.advanceBy(MINUTE);
    await hung;
    release(new Error('the beat failed'));
    await expect(failing).rejects.toThrow('the beat failed');
    clock.waitAtMost(10);
    await clock.advanceBy(2 * MINUTE);
    release(new Error('failed later'));
    hang(false);
    await clock.advanceBy(MINUTE);
    expect(iso(clock.now())).toBe('2026-01-05T07:04:00.000Z');
  });
});

describe('a request without an answer', () => {
  it('is broken off when answers come again, and not before', async () => {
    const { sandbox, client, training } = await gym();
    const takeBackOne = sandbox.faults.next({}, 'timeout');
    const takeBackAll = sandbox.faults.next({ times: Number.POSITIVE_INFINITY }, 'timeout');
    const url = `${sandbox.apiUrl}/v10/channels/${training.id}/messages`;
    const met = new Promise<void>((resolve) => {
      const stop = sandbox.on('event', ({ kind }) => {
        if (kind !== 'fault') return;
        stop();
        resolve();
      });
    });
    const asked = fetch(url, { headers: { authorization: `Bot ${sandbox.token}` } }).then(
      () => 'answered',
      () => 'broken off',
    );
    await met;
    takeBackOne();
    expect(await Promise.race([asked, sandbox.settled().then(() => 'waiting')])).toBe('waiting');
    takeBackAll();
    expect(await asked).toBe('broken off');
    expect(await client.rest.get(`/channels/${training.id}/messages`)).toEqual([]);
  });

  it('tells how many will still meet it, and that it is over when it is cleared', async () => {
    const { sandbox, client, training } = await gym();
    const left: number[] = [];
    sandbox.faults.next({ method: ['GET', 'PATCH'], times: 3 }, { status: 500 }, (now) => left.push(now));
    const get = () => client.rest.get(`/channels/${training.id}/messages`);
    await client.rest.post(`/channels/${training.id}/messages`, { body: { content: 'not this one' } });
    await expect(get()).rejects.toThrow('Internal Server Error');
    await expect(get()).rejects.toThrow('Internal Server Error');
    expect(left).toEqual([2, 1]);
    sandbox.faults.clear();
    expect(left).toEqual([2, 1, 0]);
    expect(await get()).toHaveLength(1);
  });
});
