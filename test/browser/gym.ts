import { onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import type { Channel, Server } from '../../src/sandbox/builders.ts';
import { type Director, directorOf } from '../../src/sandbox/director.ts';
import type { Shown } from '../../src/sandbox/page/host.ts';
import { openPage, type Page as Served } from '../../src/sandbox/page/page.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { logLines } from '../../src/simulation/log-lines.ts';
import { openStage } from '../../src/simulation/stage.ts';

/** A Monday at seven in the morning, Lisbon time. */
export const DAWN = Date.UTC(2026, 0, 5, 7);
const KEY = 'stories';

/** The world that is on the page: the real bot, a server and its people. */
export interface World {
  readonly sandbox: Sandbox;
  readonly director: Director;
  readonly server: Server;
  readonly training: Channel;
  readonly general: Channel;
  readonly olivia: Actor;
  readonly ana: Actor;
  readonly sam: Actor;
}

export interface Gym {
  /** What is on now: another after somebody began again. */
  readonly world: World;
  readonly address: string;
  /** The page's server ends, as when its program is stopped; the world goes on. */
  stopServing(): Promise<void>;
  /** It comes back at the same address. */
  serveAgain(): Promise<void>;
}

export interface GymOptions {
  /** Whether Olivia has set up the coach already: at half past seven in #training. True when absent. */
  readonly isSetUp?: boolean;
  /** How long people wait for an answer that does not come (real ms); the sandbox's own when absent. */
  readonly patience?: number;
}

/** Opens a page on Garden Gym; all of it is gone when the test is over. */
export async function openGym({ isSetUp = true, patience }: GymOptions = {}): Promise<Gym> {
  const lines = logLines();
  const log = createLog('fatal', false, [], { write: () => undefined }, { level: 'debug', write: lines.write });
  let count = 0;

  const begin = async () => {
    count += 1;
    const stage = await openStage({
      ...{ version: 'test', log, databasePath: ':memory:', startsAt: DAWN },
      ...{ rateLimits: 'generous', keepTranscript: false, settleActs: false },
      ...(patience === undefined ? {} : { patience }),
    });
    const { sandbox } = stage;
    const zone = 'Europe/Lisbon';
    const server = sandbox.server({ name: 'Garden Gym', zone, owner: 'Olivia' });
    const training = server.channel('training', { topic: 'The day’s workout' });
    const general = server.channel('general');
    const ana = server.member('Ana', { zone });
    const sam = server.member('Sam', { zone });
    await stage.startBot();
    const director = directorOf(sandbox);
    if (isSetUp) await server.owner.slash(training, 'coach setup', { zone, time: '07:30' });
    await sandbox.settled();
    const shown: Shown = { worldId: `world ${count}`, sandbox, director, guestId: sam.id };
    const close = async () => {
      await director.close();
      await stage.close();
    };
    return { shown, close, world: { sandbox, director, server, training, general, olivia: server.owner, ana, sam } };
  };

  let on = await begin();
  const host = {
    shown: () => on.shown,
    onLog: lines.on,
    async beginAgain() {
      await on.close();
      on = await begin();
      return on.shown;
    },
  };
  const serve = (port: number) => openPage(host, { port, hostname: '127.0.0.1', key: KEY });
  let served: Served | undefined = await serve(0);
  const { address } = served;
  onTestFinished(async () => {
    await served?.close();
    await on.close();
  });
  return {
    get world() {
      return on.world;
    },
    address,
    async stopServing() {
      await served?.close();
      served = undefined;
    },
    async serveAgain() {
      served = await serve(Number(new URL(address).port));
    },
  };
}
