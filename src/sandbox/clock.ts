import { type Timers, timers } from './timers.ts';

export type Cancel = () => void;

/**
 * Something with a beat of its own that can say when it next has work, so that weeks without any cost nothing.
 * It runs on multiples of `step` (ms, from the epoch) and at most once in each.
 */
export interface Follower {
  readonly step: number;
  /** The instant from which there is work, or undefined when there is none in sight. Asked anew after every step. */
  nextAt(): number | undefined | Promise<number | undefined>;
  run(now: number): unknown;
}

export interface Clock {
  now(): number;
  /** `hand`: time stands still until it is advanced. `running`: it goes on by itself. */
  readonly mode: 'hand' | 'running';
  /** Sandbox seconds in a real second while it runs; 1 in hand. */
  readonly speed: number;
  /** Fires once when `instant` comes; at once with the next advance when it has passed. */
  at(instant: number, fire: () => unknown): Cancel;
  /** Fires at each multiple of `period` (ms, from the epoch) after now. */
  every(period: number, fire: (now: number) => unknown): Cancel;
  follow(follower: Follower): Cancel;
  /** Moves to `instant`, firing what falls due in order, each awaited and the wire quiet before the next. */
  advanceTo(instant: number): Promise<void>;
  advanceBy(ms: number): Promise<void>;
  /**
   * From here on time waits at most so long (real ms) for what a follower does, and goes on without it: as time does
   * when a bot hangs on a wire that is broken. Undefined, as in the beginning: however long it takes.
   */
  waitAtMost(ms: number | undefined): void;
  /** The instant at which something next falls due, or undefined when nothing is in sight. */
  next(): Promise<number | undefined>;
  /** From here on time passes by itself, `speed` sandbox seconds in a second. */
  run(speed?: number): void;
  /** Stops the time where it is. */
  hold(): void;
}

interface Following {
  readonly follower: Follower;
  lastRun: number;
  /** Stops its beat, which it has only while the clock runs by itself. */
  beat: Cancel | undefined;
  /** What it is doing at the moment. */
  working: Promise<unknown> | undefined;
  /** It was waited for long enough: time goes on without it until it is done. */
  isLeftBehind: boolean;
}

/**
 * @param quiet awaited before the first step and after each, so that what one set off has happened before the next
 * @param moved told whenever it was moved, but not while it runs by itself
 */
export function sandboxClock(startsAt: number, quiet: () => Promise<void>, moved: () => void = () => undefined): Clock {
  const queue: Timers = timers();
  const following = new Set<Following>();
  let base = startsAt;
  let running: { since: number; speed: number } | undefined;
  let wake: NodeJS.Timeout | undefined;
  let advancing = false;
  let longest: number | undefined;
  /** Wakes whoever waits for a follower: how long that may be is another. */
  const impatient = new Set<() => void>();

  const moveTo = (instant: number) => {
    base = instant;
    moved();
  };

  const now = () => (running === undefined ? base : base + (Date.now() - running.since) * running.speed);

  const at = (instant: number, fire: () => unknown): Cancel => {
    const timer = queue.add(instant, fire);
    if (running !== undefined) sleep();
    return () => {
      timer.cancelled = true;
    };
  };

  const every = (period: number, fire: (instant: number) => unknown): Cancel => {
    let stopped = false;
    let cancel: Cancel = () => undefined;
    const schedule = (after: number) => {
      const instant = (Math.floor(after / period) + 1) * period;
      cancel = at(instant, async () => {
        if (stopped) return;
        schedule(instant);
        await fire(instant);
      });
    };
    schedule(now());
    return () => {
      stopped = true;
      cancel();
    };
  };

  /** When a follower next runs: on a multiple of its step, later than its last run. */
  const dueOf = async (entry: Following): Promise<number> => {
    const wanted = await entry.follower.nextAt();
    if (wanted === undefined) return Number.POSITIVE_INFINITY;
    const { step } = entry.follower;
    return Math.max(Math.ceil(wanted / step) * step, (Math.floor(entry.lastRun / step) + 1) * step);
  };

  /** Until its work is done, or has taken as long as time waits for. */
  const waitFor = async (entry: Following) => {
    while (entry.working !== undefined && !entry.isLeftBehind) {
      let goOn: Cancel = () => undefined;
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        goOn = resolve;
        impatient.add(goOn);
        if (longest === undefined) return;
        timer = setTimeout(() => {
          entry.isLeftBehind = entry.working !== undefined;
          resolve();
        }, longest);
      });
      try {
        await Promise.race([entry.working, enough]);
      } finally {
        clearTimeout(timer);
        impatient.delete(goOn);
      }
    }
  };

  const work = (entry: Following) => {
    entry.lastRun = base;
    const working = Promise.resolve(entry.follower.run(base)).finally(() => {
      if (entry.working === working) Object.assign(entry, { working: undefined, isLeftBehind: false });
    });
    // Nobody may be waiting for it any more when it fails.
    working.catch(() => undefined);
    entry.working = working;
    return waitFor(entry);
  };

  const nextFollower = async () => {
    let first: { entry: Following; due: number } | undefined;
    for (const entry of following) {
      if (entry.isLeftBehind) continue;
      const due = await dueOf(entry);
      if (first === undefined || due < first.due) first = { entry, due };
    }
    return first;
  };

  const stepUntil = async (target: number): Promise<boolean> => {
    for (const entry of following) await waitFor(entry);
    const next = await nextFollower();
    const timer = queue.peek();
    const timerAt = timer?.at ?? Number.POSITIVE_INFINITY;
    const followerAt = next?.due ?? Number.POSITIVE_INFINITY;
    if (Math.min(timerAt, followerAt) > target) return false;
    if (timerAt <= followerAt) {
      moveTo(Math.max(base, timerAt));
      await queue.pop()?.fire();
    } else if (next !== undefined) {
      moveTo(Math.max(base, followerAt));
      await work(next.entry);
    }
    await quiet();
    return true;
  };

  const advanceTo = async (instant: number) => {
    if (running !== undefined) throw new Error('the clock runs by itself: hold() it before advancing it by hand');
    if (advancing) throw new Error('the clock is being advanced already: await the first advance');
    if (instant < base) throw new Error(`the clock cannot go back: it is ${iso(base)}, asked for ${iso(instant)}`);
    advancing = true;
    try {
      await quiet();
      while (await stepUntil(instant));
      moveTo(instant);
    } finally {
      advancing = false;
    }
  };

  /** By hand, a follower is asked for its next instant; running, it gets every beat. */
  const startBeat = (entry: Following) => {
    entry.beat?.();
    entry.beat = every(entry.follower.step, (instant) => {
      entry.lastRun = instant;
      return entry.follower.run(instant);
    });
  };

  /** Sleeps until the next timer; a running clock fires without waiting for the wire, as time does. */
  const sleep = () => {
    clearTimeout(wake);
    const next = queue.peek();
    if (running === undefined || next === undefined) return;
    const wait = Math.min(Math.max((next.at - now()) / running.speed, 0), 2 ** 31 - 1);
    wake = setTimeout(() => {
      while ((queue.peek()?.at ?? Number.POSITIVE_INFINITY) <= now()) void queue.pop()?.fire();
      sleep();
    }, wait);
    wake.unref();
  };

  return {
    now,
    get mode() {
      return running === undefined ? 'hand' : 'running';
    },
    get speed() {
      return running?.speed ?? 1;
    },
    at,
    every,
    follow(follower) {
      const entry: Following = { follower, lastRun: now(), beat: undefined, working: undefined, isLeftBehind: false };
      following.add(entry);
      if (running !== undefined) startBeat(entry);
      return () => {
        following.delete(entry);
        entry.beat?.();
      };
    },
    waitAtMost(ms) {
      longest = ms;
      for (const entry of following) entry.isLeftBehind = false;
      for (const goOn of [...impatient]) goOn();
    },
    advanceTo,
    advanceBy: (ms) => advanceTo(base + ms),
    async next() {
      const first = Math.min(
        queue.peek()?.at ?? Number.POSITIVE_INFINITY,
        (await nextFollower())?.due ?? Number.POSITIVE_INFINITY,
      );
      return first === Number.POSITIVE_INFINITY ? undefined : first;
    },
    run(speed = 1) {
      base = now();
      running = { since: Date.now(), speed };
      for (const entry of following) startBeat(entry);
      sleep();
    },
    hold() {
      base = now();
      running = undefined;
      clearTimeout(wake);
      for (const entry of following) entry.beat?.();
    },
  };
}

export const iso = (instant: number) => new Date(instant).toISOString();
