import { describe, expect, it } from 'vitest';
import { enrolled, openScene, postsIn } from '../support/scene.ts';
import { lastPost, nudgesIn } from './support.ts';

describe('nudges', () => {
  it('come at the admin’s times: one to wind down, and water spread over the day', async () => {
    const scene = await openScene({ setup: { sleep: '21:30', water: 4 } });
    await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '23:59');
    expect(nudgesIn(scene)).toEqual([
      '11:00 water.2026-01-05.0',
      '13:00 water.2026-01-05.1',
      '15:00 water.2026-01-05.2',
      '17:00 water.2026-01-05.3',
      '21:30 sleep.2026-01-05',
    ]);
    expect(lastPost(scene)).toContain('Time to wind down');
  });

  it('ping nobody, even those who are mentioned in the daily post', async () => {
    const scene = await openScene({ setup: { sleep: '21:30', water: 1 } });
    await enrolled(scene, 'Ana', { mention: true });
    await scene.at('2026-01-05', '08:00');
    const pinged: string[] = [];
    scene.sandbox.on('event', (event) => {
      if (event.kind === 'ping') pinged.push(event.who);
    });
    await scene.at('2026-01-05', '23:59');
    expect(nudgesIn(scene)).toHaveLength(2);
    expect(pinged).toEqual([]);
  });

  it('do not come when they are off, or turned off again', async () => {
    const scene = await openScene({ setup: { sleep: '21:30', water: 2 } });
    await enrolled(scene, 'Ana');
    await scene.admin.slash(scene.training, 'coach setup', { sleep: 'off', water: 0 });
    await scene.at('2026-01-07', '12:00');
    expect(nudgesIn(scene)).toEqual([]);
  });

  it('come as long as somebody has not logged, and not once everybody has', async () => {
    const scene = await openScene({ setup: { water: 4, sleep: '21:30' } });
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben');
    await ana.slash(scene.training, 'checkin water', { glasses: 2 });
    await scene.at('2026-01-05', '12:00');
    expect(nudgesIn(scene)).toEqual(['11:00 water.2026-01-05.0']);

    await ben.slash(scene.training, 'checkin water', { glasses: 1 });
    await ana.slash(scene.training, 'checkin sleep', { hours: 7.5 });
    await ben.slash(scene.training, 'checkin sleep', { hours: 8 });
    await scene.at('2026-01-05', '23:59');
    expect(nudgesIn(scene)).toEqual(['11:00 water.2026-01-05.0']);

    await scene.at('2026-01-06', '12:00');
    expect(nudgesIn(scene)).toEqual(['11:00 water.2026-01-05.0', '11:00 water.2026-01-06.0']);
  });

  it('do not come for somebody whose plan has not begun', async () => {
    const scene = await openScene({ setup: { water: 1 } });
    await enrolled(scene, 'Ana', { start: 'monday' });
    await scene.at('2026-01-11', '23:59');
    expect(nudgesIn(scene)).toEqual([]);
    await scene.at('2026-01-12', '23:59');
    expect(nudgesIn(scene)).toEqual(['14:00 water.2026-01-12.0']);
  });

  it('log with one press: a glass, and last night’s sleep by a form', async () => {
    const scene = await openScene({ setup: { sleep: '21:30', water: 1 } });
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '14:00');
    const [, water] = postsIn(scene);
    if (water === undefined) throw new Error('no nudge');
    expect(await ana.click(water, 'Had a glass')).toMatchObject({ kind: 'message', ephemeral: true });
    await scene.at('2026-01-05', '21:30');
    const sleep = postsIn(scene).at(-1);
    if (sleep === undefined) throw new Error('no nudge');
    const form = await ana.click(sleep, 'Log last night');
    if (form.kind !== 'modal') throw new Error('no form');
    const logged = await ana.submit(form.modal, { hours: '7,5' });
    expect(logged).toMatchObject({ kind: 'message', ephemeral: true });
  });
});
