import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import type { Store } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { hostBot } from '../support/hosted.ts';
import { enrolled, LISBON, type Scene } from '../support/scene.ts';
import { keysIn, lastingScene } from './support.ts';

/** Three servers with somebody in each, due at 07:30, and a bot on a store that may have trouble. */
async function threeServers(troubled: (real: Store) => Store) {
  const scene = await lastingScene();
  await enrolled(scene, 'Ana');
  const others = ['Porto Pullers', 'Faro Fitness'].map((name) => {
    const server = scene.sandbox.server({ name });
    return { server, training: server.channel('gym'), admin: server.owner };
  });
  for (const other of others) {
    await other.admin.slash(other.training, 'coach setup', { zone: LISBON });
    await enrolled(other, `Member of ${other.server.state.name}`);
  }
  await scene.stopBot();
  const logged: { level: number; msg: string; err?: { type: string } }[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => logged.push(JSON.parse(line)) });
  const store = await openStore(scene.databasePath);
  const bot = await hostBot(scene.sandbox, { store: troubled(store), log });
  await scene.sandbox.settled();
  const all: Pick<Scene, 'admin' | 'training'>[] = [scene, ...others];
  return {
    scene,
    logged,
    posted: () => all.map((each) => keysIn(each)),
    async beatAt(time: string) {
      await scene.at('2026-01-05', time);
      await bot.beat();
    },
    async end() {
      await bot.stop(1_000);
      await store.close();
    },
  };
}

const POST = ['daily.2026-01-05'];

describe('trouble that is contained', () => {
  it('leaves the others their posts when one server’s cannot be made, and tries that one again', async () => {
    let isBroken = true;
    let broken = '';
    const { scene, logged, posted, beatAt, end } = await threeServers((real) => ({
      ...real,
      members: {
        ...real.members,
        enrolled: (serverId) => {
          broken ||= serverId;
          if (isBroken && serverId === broken) throw new TypeError('a fault of ours');
          return real.members.enrolled(serverId);
        },
      },
    }));
    await beatAt('07:30');
    expect(posted().filter((keys) => keys.length === 1)).toHaveLength(2);
    await beatAt('07:31');
    expect(logged.map(({ level, msg }) => [level, msg])).toEqual([
      [50, `daily.2026-01-05 in ${broken} could not be made`],
    ]);
    expect(logged[0]?.err?.type).toBe('TypeError');
    isBroken = false;
    await beatAt('07:45');
    expect(posted()).toEqual([POST, POST, POST]);
    expect(scene.server.id).toBe(broken);
    await end();
  });

  it('is one line a beat while the disk is full, and everything is posted once there is room', async () => {
    let isFull = true;
    const { logged, posted, beatAt, end } = await threeServers((real) => ({
      ...real,
      deliveries: {
        ...real.deliveries,
        claim: (...given) => {
          if (isFull) return Promise.reject(new StoreError('full', 'coach.db has no room to grow'));
          return real.deliveries.claim(...given);
        },
      },
    }));
    await beatAt('07:30');
    await beatAt('07:31');
    expect(posted()).toEqual([[], [], []]);
    const line = 'a beat of the scheduler failed; the next one tries again';
    expect(logged.map(({ msg, err }) => [msg, err?.type])).toEqual([
      [line, 'StoreError'],
      [line, 'StoreError'],
    ]);
    isFull = false;
    await beatAt('07:32');
    expect(posted()).toEqual([POST, POST, POST]);
    await end();
  });

  it('is made good when the disk was full just as a post had been sent', async () => {
    let isFull = true;
    const { posted, beatAt, end } = await threeServers((real) => ({
      ...real,
      transaction: (work) =>
        real.transaction((inside) =>
          work({
            ...inside,
            deliveries: {
              ...inside.deliveries,
              sent: (...given) => {
                if (isFull) return Promise.reject(new StoreError('full', 'coach.db has no room to grow'));
                return inside.deliveries.sent(...given);
              },
            },
          }),
        ),
    }));
    await beatAt('07:30');
    isFull = false;
    await beatAt('07:31');
    await beatAt('07:45');
    expect(posted()).toEqual([POST, POST, POST]);
    await end();
  });
});
