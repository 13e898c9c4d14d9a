import { existsSync } from 'node:fs';
import type { Logger } from 'pino';
import { dayOf, formatDay, timeIn, type Zone } from '../coach/day.ts';
import { ConfigError } from '../config.ts';
import { directorOf } from '../sandbox/director.ts';
import { JournalError } from '../sandbox/journal/error.ts';
import type { Shown, Story } from '../sandbox/page/host.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { StoreError, type StoreErrorCode } from '../store/store-error.ts';
import { dawnOf, playFirstDay } from './first-day.ts';
import { buildGardenGym, type GardenGym, GUEST } from './garden-gym.ts';
import { ANEW, cannotBeRead, type KeptFolder } from './kept-folder.ts';
import { narrate } from './narrate.ts';
import { openStage } from './stage.ts';
import { storyIn } from './story.ts';

export interface SceneOptions {
  readonly version: string;
  /** Where it is kept. */
  readonly path: string;
  readonly log: Logger;
  /** Real time: a world begins on the day that it is. */
  readonly clock: () => number;
  /** The machine's time zone. */
  readonly home: Zone;
  /** Where the first day is told, a line at a time. */
  readonly write: (line: string) => void;
  /** Real milliseconds between two acts of the first day. */
  readonly pace: number;
}

/** A world that is on, and what has to be ended with it. */
export interface Scene {
  readonly shown: Shown;
  readonly story: Story;
  begin(): Promise<void>;
  close(): Promise<void>;
}

const OF_NO_USE: Partial<Record<StoreErrorCode, string>> = {
  notADatabase: 'is not a database',
  foreign: 'is of another program',
  empty: 'is empty',
  missing: 'is missing',
  newer: 'is of a newer version',
  damaged: 'is damaged',
};

const STORY = { weeks: 12, members: 8, seed: 1 };

/**
 * Opens the world that is in the folder, or a new one, and starts the bot in it.
 * @throws ConfigError when what is there cannot be read
 */
export async function openScene(folder: KeptFolder, options: SceneOptions): Promise<Scene> {
  const { log, home, write, clock } = options;
  // A database alone knows of servers that are nowhere any more.
  if (!existsSync(folder.worldFile)) folder.clear();
  const today = dayOf(clock(), home);
  const stage = await openStage({
    ...{ version: options.version, log, databasePath: folder.databaseFile, survives: 'kill' },
    ...{ rateLimits: 'generous', settleActs: false, keepTranscript: false, keepIn: folder.worldFile },
    startsAt: dawnOf(today, home) ?? clock(),
  }).catch((error: unknown) => {
    throw error instanceof JournalError ? new ConfigError(`SANDBOX_PATH: ${error.message} ${ANEW}`) : error;
  });
  const { sandbox } = stage;
  // One that was cut off before there was anything in it is as good as new.
  const gym = sandbox.world.servers.size === 0 ? buildGardenGym(sandbox, home) : undefined;
  try {
    await stage.startBot();
  } catch (error) {
    await stage.close();
    throw error instanceof StoreError ? databaseTrouble(error, options.path) : error;
  }
  const director = directorOf(sandbox, {
    onTrouble: (error) => log.error({ event: 'time held', err: error }, 'time was held, as it could not go on'),
  });
  const story = storyIn({
    ...STORY,
    ...{ stage, begunBefore: folder.keeping.story },
    onBegin: (progress) => folder.note({ story: progress }),
    // What was set for the story is too fast for anything else.
    onEnd: () => director.pace.speed > 1 && director.play(1),
    onFailure: (error) =>
      log.warn({ event: 'story', err: error }, 'somebody in the story could not do as they meant to'),
  });
  const ending = new AbortController();
  let day = Promise.resolve();
  let closing: Promise<void> | undefined;

  const beginDay = async (garden: GardenGym) => {
    const stop = narrate(sandbox, home, write);
    const play = { gym: garden, director, home, today, pace: options.pace, signal: ending.signal };
    try {
      await playFirstDay(play);
    } catch (error) {
      log.error({ event: 'first day failed', err: error }, 'the first day was not played to its end');
    } finally {
      stop();
    }
    const now = timeIn(sandbox.clock.now(), home);
    if (!ending.signal.aborted) write(`\nThat was the first day. It is ${now} in the sandbox, and its clock goes on.`);
  };

  return {
    shown: { worldId: folder.keeping.worldId, sandbox, director, ...guestIn(sandbox) },
    story,
    async begin() {
      if (gym === undefined) {
        const now = sandbox.clock.now();
        write(`Everything is as you left it; it is ${formatDay(dayOf(now, home))}, ${timeIn(now, home)} there.`);
      } else {
        day = beginDay(gym);
        await day;
      }
      // Somebody at the page may have set a speed of their own by now.
      if (!ending.signal.aborted && director.pace.speed === 0) director.play(1);
    },
    close() {
      closing ??= (async () => {
        ending.abort();
        await day;
        await director.close();
        await stage.close();
      })();
      return closing;
    },
  };
}

/** What another database would mend, and what it would not. */
function databaseTrouble({ code, message }: StoreError, path: string): ConfigError {
  const words = OF_NO_USE[code];
  return new ConfigError(words === undefined ? `SANDBOX_PATH: ${message}` : cannotBeRead(path, `coach.db ${words}`));
}

function guestIn({ world }: Sandbox): Pick<Shown, 'guestId'> {
  const guest = [...world.users.values()].find(({ name }) => name === GUEST);
  return guest === undefined ? {} : { guestId: guest.id };
}
