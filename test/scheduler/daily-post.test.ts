import { describe, expect, it } from 'vitest';
import { enrolled, LISBON, openScene, postsIn } from '../support/scene.ts';
import { keysIn, lastPost, onlyPost, postedAt } from './support.ts';

describe('the daily post', () => {
  it('comes at 07:30 and not a minute before', async () => {
    const scene = await openScene();
    await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '07:29');
    expect(postsIn(scene)).toEqual([]);
    await scene.at('2026-01-05', '07:30');
    expect(postedAt(postsIn(scene))).toEqual(['2026-01-05 07:30']);
  });

  it.each([
    ['forward', '2026-03-28', ['2026-03-28', '2026-03-29', '2026-03-30']],
    ['back', '2026-10-24', ['2026-10-24', '2026-10-25', '2026-10-26']],
  ])('comes once on each date when Lisbon’s clocks go %s', async (_, from, dates) => {
    const scene = await openScene({ opens: `${from} 07:00` });
    await enrolled(scene, 'Ana');
    await scene.at(dates[2] ?? '', '23:59');
    expect(postedAt(postsIn(scene))).toEqual(dates.map((date) => `${date} 07:30`));
    expect(keysIn(scene)).toEqual(dates.map((date) => `daily.${date}`));
  });

  it('comes at 03:00 on the night in which Berlin has no 02:30, and is not shifted after', async () => {
    const scene = await openScene({ opens: '2026-03-28 01:00', zone: 'Europe/Berlin', setup: { time: '02:30' } });
    await enrolled(scene, 'Ana');
    await scene.at('2026-03-30', '12:00');
    const times = postedAt(postsIn(scene), 'Europe/Berlin');
    expect(times).toEqual(['2026-03-28 02:30', '2026-03-29 03:00', '2026-03-30 02:30']);
  });

  it('comes at the first 02:30 of the night in which Berlin has two', async () => {
    const scene = await openScene({ opens: '2026-10-24 12:00', zone: 'Europe/Berlin', setup: { time: '02:30' } });
    await enrolled(scene, 'Ana');
    await scene.at('2026-10-26', '12:00');
    expect(postsIn(scene).map(({ timestamp }) => Date.parse(timestamp))).toEqual([
      Date.parse('2026-10-25T00:30:00Z'),
      Date.parse('2026-10-26T01:30:00Z'),
    ]);
    expect(keysIn(scene)).toEqual(['daily.2026-10-25', 'daily.2026-10-26']);
  });

  it.each([
    ['Africa/Cairo', '2025-04-25'],
    ['America/Havana', '2025-03-09'],
    ['America/Santiago', '2025-09-07'],
    ['Asia/Beirut', '2025-03-30'],
    ['Atlantic/Azores', '2025-03-30'],
  ])('comes when the day begins, at 01:00, where clocks skip midnight: %s on %s', async (where, date) => {
    const noonBefore = new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    const scene = await openScene({ opens: `${noonBefore} 12:00`, zone: where, setup: { time: '00:15' } });
    await enrolled(scene, 'Ana', { zone: where });
    await scene.at(date, '23:00');
    expect(postedAt(postsIn(scene), where)).toEqual([`${date} 01:00`]);
    expect(keysIn(scene)).toEqual([`daily.${date}`]);
  });

  it('comes to each of two servers at its own 07:30', async () => {
    const scene = await openScene({ opens: '2026-01-05 12:00' });
    const tokyo = scene.sandbox.server({ name: 'Tokyo Trainers' });
    const dojo = tokyo.channel('dojo');
    await tokyo.owner.slash(dojo, 'coach setup', { zone: 'Asia/Tokyo' });
    await enrolled(scene, 'Ana');
    await enrolled({ server: tokyo, training: dojo }, 'Aiko', { zone: 'Asia/Tokyo' });

    await scene.at('2026-01-06', '23:00');
    expect(postedAt(postsIn(scene))).toEqual(['2026-01-06 07:30']);
    const inTokyo = postsIn({ admin: tokyo.owner, training: dojo });
    expect(postedAt(inTokyo, 'Asia/Tokyo')).toEqual(['2026-01-06 07:30', '2026-01-07 07:30']);
  });

  it('does not come where nobody is enrolled, nor after the last one left', async () => {
    const scene = await openScene();
    await scene.at('2026-01-05', '12:00');
    expect(postsIn(scene)).toEqual([]);

    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-06', '12:00');
    expect(keysIn(scene)).toEqual(['daily.2026-01-06']);

    const asked = await ana.slash(scene.training, 'leave');
    if (asked.kind !== 'message') throw new Error('not asked');
    await ana.click(asked.message, 'End my plan');
    await scene.at('2026-01-09', '12:00');
    expect(keysIn(scene)).toEqual(['daily.2026-01-06']);
    expect(scene.logged.filter(({ level }) => level >= 40)).toEqual([]);
  });

  it('does not come before the first day of the only plan there is', async () => {
    const scene = await openScene({ opens: '2026-01-07 07:00' });
    await enrolled(scene, 'Ana', { start: 'monday' });
    await scene.at('2026-01-12', '12:00');
    expect(keysIn(scene)).toEqual(['daily.2026-01-12']);
  });

  it('says that it is a rest day, and has no button to be done', async () => {
    const scene = await openScene({ opens: '2026-01-06 07:00' });
    await enrolled(scene, 'Ana', { days: 'Mon Wed Fri' });
    await scene.at('2026-01-06', '07:30');
    expect(onlyPost(scene)).toContain('Week 1: rest day');
    const [post] = postsIn(scene);
    expect(JSON.stringify(post?.components)).toContain('"custom_id":"workout~daily.2026-01-06"');
    expect(JSON.stringify(post?.components)).not.toContain('"custom_id":"done~');
  });

  it('has a section for each week that somebody is in, sessions before rest', async () => {
    const scene = await openScene({ opens: '2026-01-05 06:00' });
    await enrolled(scene, 'Ana');
    await scene.at('2026-01-18', '12:00');
    await enrolled(scene, 'Ben', { start: 'monday' });
    await enrolled(scene, 'Cleo', { start: 'monday', days: 'Tue Thu Sat' });
    await scene.at('2026-01-19', '08:00');

    const text = lastPost(scene);
    const at = (words: string) => text.indexOf(words);
    expect(at('Week 1 · ')).toBeGreaterThan(0);
    expect(at('Week 3 · ')).toBeGreaterThan(at('Week 1 · '));
    expect(at('Week 1: rest day')).toBeGreaterThan(at('Week 3 · '));
  });

  it('mentions those who asked for it and nobody else, and says so to Discord', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { mention: true });
    await enrolled(scene, 'Ben', { mention: false });
    const cleo = await enrolled(scene, 'Cleo', { mention: true });
    const pinged: unknown[] = [];
    scene.sandbox.on('event', (event) => {
      if (event.kind === 'ping') pinged.push(event.who);
    });
    await scene.at('2026-01-05', '07:30');
    expect(pinged).toEqual(['Ana', 'Cleo']);
    expect(postsIn(scene)[0]?.mentions.map(({ id }) => id)).toEqual([ana.id, cleo.id]);
    expect(onlyPost(scene)).toContain(`<@${ana.id}> <@${cleo.id}>`);
    // Tuesday is a day of rest, and Wednesday a free day in this server.
    await scene.admin.slash(scene.training, 'coach freeze', { from: '2026-01-07', until: '2026-01-07' });
    await scene.at('2026-01-07', '08:00');
    expect(postsIn(scene).map(({ mentions }) => mentions.length)).toEqual([2, 0, 0]);
    expect(pinged).toHaveLength(2);
  });

  it('mentions nobody whose plan has not begun, stands still or is over', async () => {
    const scene = await openScene({ opens: '2026-01-07 07:00' });
    await enrolled(scene, 'Ana', { mention: false });
    await enrolled(scene, 'Ben', { mention: true, start: 'monday' });
    await scene.at('2026-01-07', '07:30');
    expect(postsIn(scene)[0]?.mentions).toEqual([]);
  });
});

it('stays with the new time and channel from the moment the admin chose them', async () => {
  const scene = await openScene();
  await enrolled(scene, 'Ana');
  const corner = scene.server.channel('corner');
  await scene.at('2026-01-05', '07:30');
  await scene.admin.slash(scene.training, 'coach setup', { channel: corner, time: '09:00', zone: LISBON });
  await scene.at('2026-01-06', '12:00');
  expect(keysIn(scene)).toEqual(['daily.2026-01-05']);
  // The date of the first was dealt with: a later time on it does not bring it again.
  expect(postedAt(postsIn(scene, corner))).toEqual(['2026-01-06 09:00']);
});
