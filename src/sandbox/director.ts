import type { SandboxEvent } from './events.ts';
import type { Sandbox } from './sandbox.ts';

/** How time goes on a stage. */
export interface Pace {
  /** Sandbox seconds in a real second; 0 while it stands still. */
  readonly speed: number;
  /** Whether the clock is being moved at this moment, by whatever. */
  readonly isMoving: boolean;
}

/**
 * Lets several people and a clock share one sandbox: what people do and how far time goes happens one after another, so
 * that nobody's three seconds run out because somebody else turned the clock. The sandbox's clock stays in hand.
 */
export interface Director {
  readonly pace: Pace;
  /** Does something between two moves of the clock; waits for its turn. */
  turn<T>(work: () => Promise<T> | T): Promise<T>;
  /** Moves the clock, everything that falls due on the way in order. What has passed already stays passed. */
  advanceTo(instant: number): Promise<void>;
  advanceBy(ms: number): Promise<void>;
  /** Moves the clock to where people next see something, or something fails; at most `limit` ms. False when nothing came. */
  advanceToNextEvent(limit?: number): Promise<boolean>;
  /** From here on time passes at this speed, as far as the machine keeps up; 0 holds it. */
  play(speed: number): void;
  /** Called when the speed changes, and whenever the clock was moved. Returns what stops it. */
  onPace(listener: () => void): () => void;
  /** Holds time, and resolves when nothing is under way. */
  close(): Promise<void>;
}

/** Real milliseconds between two moves of a clock that plays: 25 a second, and 5 when it goes no faster than real time. */
const FRAME = 40;
const SLOW_FRAME = 200;
/** So much time (in frames) may be made up for in one move when the machine was slower than the speed asked for. */
const LAG = 3;
const DAY = 86_400_000;

export interface DirectorOptions {
  /** Real milliseconds, of any origin. */
  readonly realNow?: () => number;
  /** Told when playing had to stop, because a move of the clock failed; time is held then. */
  readonly onTrouble?: (error: unknown) => void;
}

export function directorOf(sandbox: Sandbox, options: DirectorOptions = {}): Director {
  const { realNow = () => performance.now(), onTrouble = () => undefined } = options;
  const { clock } = sandbox;
  const listeners = new Set<() => void>();
  let last: Promise<unknown> = Promise.resolve();
  let speed = 0;
  let runs = 0;
  /** The part of a millisecond that the last frame left over. */
  let carried = 0;
  let isMoving = false;
  let frame: NodeJS.Timeout | undefined;
  let isClosed = false;

  const tell = () => {
    for (const listener of listeners) listener();
  };

  const turn = <T>(work: () => Promise<T> | T): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  /** Within a turn. Instants are whole milliseconds. */
  const move = async (wanted: number) => {
    const instant = Math.floor(wanted);
    if (instant <= clock.now() || isClosed) return;
    isMoving = true;
    try {
      await clock.advanceTo(instant);
    } finally {
      isMoving = false;
      tell();
    }
  };

  /** Each play is a run of its own; a frame that comes late finds that its run is over. */
  const hold = () => {
    runs += 1;
    speed = 0;
    clearTimeout(frame);
  };

  const playOn = (since: number, run: number) => {
    const length = speed > 1 ? FRAME : SLOW_FRAME;
    frame = setTimeout(async () => {
      const began = realNow();
      const passed = Math.min(began - since, LAG * length) * speed + carried;
      try {
        carried = passed % 1;
        await turn(() => (run === runs ? move(clock.now() + passed) : undefined));
        if (run === runs) playOn(began, run);
      } catch (error) {
        hold();
        tell();
        onTrouble(error);
      }
    }, length);
  };

  return {
    get pace() {
      return { speed, isMoving };
    },
    turn,
    advanceTo: (instant) => turn(() => move(instant)),
    advanceBy: (ms) => turn(() => move(clock.now() + ms)),
    advanceToNextEvent: (limit = DAY) =>
      turn(async () => {
        const until = clock.now() + limit;
        let seen = false;
        const stop = sandbox.on('event', (event) => {
          seen ||= isSeen(event);
        });
        try {
          while (!seen) {
            const next = await clock.next();
            if (next === undefined || next > until) break;
            await move(Math.max(next, clock.now() + 1));
          }
          if (!seen) await move(until);
          return seen;
        } finally {
          stop();
        }
      }),
    play(wanted) {
      if (isClosed) return;
      hold();
      speed = wanted;
      if (wanted > 0) playOn(realNow(), runs);
      tell();
    },
    onPace(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      isClosed = true;
      hold();
      await last;
    },
  };
}

function isSeen(event: SandboxEvent): boolean {
  if (event.kind === 'fault' || (event.kind === 'rest' && event.status >= 400)) return true;
  return event.kind === 'person' || (event.kind === 'coach' && event.how === 'posted');
}
