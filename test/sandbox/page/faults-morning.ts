import { onTestFinished } from 'vitest';
import type { Actor } from '../../../src/sandbox/actors/actor.ts';
import { directorOf } from '../../../src/sandbox/director.ts';
import type { FaultAct } from '../../../src/sandbox/page/protocol.ts';
import { faultsOf } from '../../../src/sandbox/page/server/faults.ts';
import { textOf as textIn } from '../../../src/sandbox/world/content.ts';
import { enrolled, openScene, postsIn, type Scene, textOf } from '../../support/scene.ts';

/** The coach in Lisbon Lifters, set up to post at 07:30, at 07:00 on a Monday; Ana is enrolled. Faults are at hand. */
export async function morning() {
  const scene = await openScene({ rateLimits: 'generous', settleActs: false, patience: 1_000 });
  const ana = await enrolled(scene, 'Ana');
  const { sandbox } = scene;
  const director = directorOf(sandbox);
  const desk = faultsOf({ worldId: 'w', sandbox, director });
  onTestFinished(() => desk.close());
  const to = (fault: FaultAct['fault'], on?: string): Omit<FaultAct, 'do'> =>
    on === undefined ? { fault } : { fault, on };
  return {
    scene,
    ana,
    desk,
    break: (fault: FaultAct['fault'], on?: string) => desk.act({ do: 'break', ...to(fault, on) }),
    mend: (fault: FaultAct['fault'], on?: string) => desk.act({ do: 'mend', ...to(fault, on) }),
    world: () => sandbox.transcript.text('world'),
  };
}

/** What the coach posted for the day, as the heading says it. */
export const daily = (scene: Scene, channel = scene.training) =>
  postsIn(scene, channel).filter((post) => textIn(post).includes('Session'));
export const warned = (scene: Scene) =>
  scene.logged
    .filter(({ level }) => level >= 40)
    .map(({ msg }) => msg)
    .join('\n');
/** Resolves when the gateway has said this. */
export const saidAtTheGateway = (scene: Scene, what: string) =>
  new Promise<void>((resolve) => {
    const stop = scene.sandbox.on('event', (event) => {
      if (event.kind !== 'gateway' || !event.event.startsWith(what)) return;
      stop();
      resolve();
    });
  });
export const today = async (who: Actor, { training }: Scene) => textOf(await who.slash(training, 'today'));
