import { describe, expect, it } from 'vitest';
import { enrolled, postsIn } from '../support/scene.ts';
import { deliveriesOf, keysIn, lastingScene, nudgesIn, postedAt, warnings } from './support.ts';

describe('after a time in which the bot was down', () => {
  it('posts at 10:00 what was due at 07:30', async () => {
    const scene = await lastingScene();
    await enrolled(scene, 'Ana');
    await scene.stopBot();
    await scene.at('2026-01-05', '10:00');
    await scene.startBot();
    expect(postedAt(postsIn(scene))).toEqual(['2026-01-05 10:00']);
    expect(keysIn(scene)).toEqual(['daily.2026-01-05']);
    expect(warnings(scene)).toEqual([]);
  });

  it('posts exactly six hours late, and a minute later no more', async () => {
    const scene = await lastingScene();
    await enrolled(scene, 'Ana');
    await scene.stopBot();
    await scene.at('2026-01-05', '13:30');
    await scene.startBot();
    expect(keysIn(scene)).toEqual(['daily.2026-01-05']);

    await scene.stopBot();
    await scene.at('2026-01-06', '13:31');
    await scene.startBot();
    expect(keysIn(scene)).toEqual(['daily.2026-01-05']);
    expect(await deliveriesOf(scene)).toEqual(['daily.2026-01-05 sent', 'daily.2026-01-06 missed']);
  });

  it('posts nothing at 14:00, marks it missed, and is on time the next day', async () => {
    const scene = await lastingScene();
    await enrolled(scene, 'Ana');
    await scene.stopBot();
    await scene.at('2026-01-05', '14:00');
    await scene.startBot();
    expect(postsIn(scene)).toEqual([]);
    expect(await deliveriesOf(scene)).toEqual(['daily.2026-01-05 missed']);
    await scene.at('2026-01-06', '08:00');
    expect(postedAt(postsIn(scene))).toEqual(['2026-01-06 07:30']);
  });

  it('posts one post after three days, and marks the older ones missed', async () => {
    const scene = await lastingScene({ setup: { sleep: '21:30', water: 4 } });
    await enrolled(scene, 'Ana');
    await scene.stopBot();
    await scene.at('2026-01-08', '09:00');
    await scene.startBot();
    expect(keysIn(scene)).toEqual(['daily.2026-01-08']);
    const all = await deliveriesOf(scene);
    expect(all.filter((line) => line.startsWith('daily'))).toEqual([
      'daily.2026-01-05 missed',
      'daily.2026-01-06 missed',
      'daily.2026-01-07 missed',
      'daily.2026-01-08 sent',
    ]);
    expect(all.filter((line) => !line.endsWith(' missed'))).toEqual(['daily.2026-01-08 sent']);
  });

  it('writes down two weeks of what was missed after a year, and no more', async () => {
    const scene = await lastingScene();
    await enrolled(scene, 'Ana');
    await scene.stopBot();
    await scene.at('2027-01-05', '20:00');
    await scene.startBot();
    expect(postsIn(scene)).toEqual([]);
    const all = await deliveriesOf(scene);
    expect(all).toHaveLength(14);
    expect(all.at(-1)).toBe('daily.2027-01-05 missed');
  });

  it('nudges half an hour late, and a minute later no more', async () => {
    const scene = await lastingScene({ setup: { water: 2 } });
    await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '11:00');
    await scene.stopBot();
    await scene.at('2026-01-05', '12:30');
    await scene.startBot();
    expect(nudgesIn(scene)).toEqual(['12:30 water.2026-01-05.0']);

    await scene.stopBot();
    await scene.at('2026-01-05', '16:31');
    await scene.startBot();
    expect(nudgesIn(scene)).toEqual(['12:30 water.2026-01-05.0']);
    expect((await deliveriesOf(scene)).at(-1)).toBe('water.2026-01-05.1 missed');
  });
});
