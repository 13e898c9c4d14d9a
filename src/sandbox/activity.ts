import { setImmediate as turn } from 'node:timers/promises';

/**
 * How many turns of the event loop without anything happening count as quiet. A bot in this process that goes on to its
 * next request needs fewer than four (measured); one that waits for files, threads or timers in between needs `linger`.
 */
const QUIET_TURNS = 20;

/** How many times the patience a wire may be busy without a pause. */
const ENDLESS = 6;

/** A request that is being answered; an interaction that the bot owes an answer. */
export type WorkKind = 'request' | 'answer';

/** Work that is under way on the wire, so that one can wait for its end instead of sleeping. */
export interface Activity {
  /** Something happened: whoever waits for quiet starts to count anew. */
  stir(): void;
  /** Work begins that must end before it is quiet; returns what ends it. `what` words it for the error. */
  begin(kind: WorkKind, what: () => string): () => void;
  /**
   * Resolves when no work of these kinds is under way and nothing happens any more.
   * @throws Error naming what is under way when nothing has happened for `patience` (real ms)
   */
  quiet(...kinds: readonly WorkKind[]): Promise<void>;
}

/**
 * @param patience real milliseconds after which a bot that is still at work counts as hung
 * @param linger real milliseconds of silence to wait for besides; for a bot in another process
 */
export function activity(patience: number, linger: number): Activity {
  const underWay = new Map<symbol, { kind: WorkKind; what: () => string }>();
  let stirs = 0;
  let waiting: (() => void)[] = [];

  const stir = () => {
    stirs += 1;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };

  /** Resolves at the next stir, or false after `ms`. */
  const nextStir = (ms: number) =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), Math.max(ms, 0));
      waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });

  return {
    stir,
    begin(kind, what) {
      const key = Symbol();
      underWay.set(key, { kind, what });
      stir();
      return () => {
        if (underWay.delete(key)) stir();
      };
    },
    async quiet(...kinds) {
      const pending = () => [...underWay.values()].filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
      const giveUpAt = Date.now() + ENDLESS * patience;
      for (;;) {
        while (pending().length > 0) {
          // While something happens now and then, the bot is busy and not hung.
          if ((await nextStir(patience)) && Date.now() < giveUpAt) continue;
          const what = pending().map((work) => work.what());
          if (what.length > 0) throw new Error(`still waiting after ${patience} ms of real time: ${what.join('; ')}`);
        }
        const before = stirs;
        for (let turns = 0; turns < QUIET_TURNS && stirs === before; turns += 1) await turn();
        if (stirs === before && (linger === 0 || !(await nextStir(linger)))) return;
        if (Date.now() > giveUpAt) throw new Error(`the wire did not come to rest in ${ENDLESS * patience} ms`);
      }
    },
  };
}
