import { describe, expect, it } from 'vitest';
import { changeClock } from '../../src/coach/clock.ts';
import { day, localTime, zone } from '../../src/coach/day.ts';
import { enrolled, openScene, postsIn, textOf } from '../support/scene.ts';
import { dmsTo, dmTimes, lastDm, memberId, wants } from './reminder-support.ts';
import { lastingScene } from './support.ts';

const t = localTime;
const OPEN = { method: 'POST', route: '/users/@me/channels' } as const;
const POST = { method: 'POST', route: '/channels/{channel_id}/messages' } as const;

describe('direct messages that are refused', () => {
  it('stop, are told once after the next command, and come again when they are asked for again', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await wants(scene, ana, { water: 4 });
    ana.closeDms();
    await scene.at('2026-01-05', '23:00');
    const tries = scene.sandbox.transcript.events.filter(
      (event) => event.kind === 'rest' && event.path === `/channels/${ana.dm().id}/messages`,
    );
    expect(tries).toHaveLength(1);
    expect(await scene.store().dms.state(ana.id)).toMatchObject({ isTold: false });

    const noted = () =>
      ana.sees(scene.training).filter((message) => JSON.stringify(message).includes('Discord did not let me write'))
        .length;
    ana.openDms();
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Streak');
    expect(noted()).toBe(1);
    await ana.slash(scene.training, 'streak');
    await scene.at('2026-01-06', '23:00');
    expect(noted()).toBe(1);
    expect(dmsTo(ana)).toEqual([]);

    await wants(scene, ana, { water: 1 });
    await scene.at('2026-01-07', '23:00');
    expect(dmTimes(ana)).toEqual(['2026-01-07 14:00']);
  });

  it('do not stop the posts, nor other people’s', async () => {
    const scene = await openScene({ setup: { time: '14:00' } });
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben');
    for (const who of [ana, ben]) await wants(scene, who, { water: 1 });
    ana.closeDms();
    await scene.at('2026-01-05', '14:20');
    expect(dmsTo(ben)).toHaveLength(1);
    expect(postsIn(scene)).toHaveLength(1);
    expect((await scene.store().servers.settings(scene.server.id))?.parked).toBe(undefined);
  });
});

describe('while Discord cannot be reached', () => {
  it('for an hour, nothing is caught up on: what comes then is what is due then', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await wants(scene, ana, { workout: true, trainsAt: t('12:40'), water: 4, mostADay: 6 });
    await scene.at('2026-01-05', '12:39');
    expect(dmTimes(ana)).toEqual(['2026-01-05 11:00']);
    const back = scene.sandbox.faults.next({ ...POST, times: Number.POSITIVE_INFINITY }, { status: 503 });
    await scene.at('2026-01-05', '13:40');
    back();
    await scene.at('2026-01-05', '15:00');
    expect(dmTimes(ana)).toEqual(['2026-01-05 11:00', '2026-01-05 15:00']);
    expect(
      (await scene.store().deliveries.toMember(await memberId(scene, ana), day('2026-01-05'))).filter(
        ({ status }) => status === 'missed',
      ),
    ).toHaveLength(2);
  });

  it('or the coach is off for days, the next ones come as if nothing had been', async () => {
    const scene = await lastingScene();
    const ana = await enrolled(scene, 'Ana');
    await wants(scene, ana, { water: 2, sleep: true, wakesAt: t('06:30') });
    await scene.stopBot();
    await scene.at('2026-01-08', '16:20');
    await scene.startBot();
    await scene.at('2026-01-08', '23:00');
    expect(dmTimes(ana)).toEqual(['2026-01-08 16:20', '2026-01-08 21:59']);
  });
});

describe('writing to people for the first time', () => {
  it('goes one by one, at most one in ten seconds, and waits when Discord says that it is too fast', async () => {
    const scene = await openScene();
    const people = [];
    for (const name of ['Ana', 'Ben', 'Cleo', 'Dara']) {
      const who = await enrolled(scene, name);
      await wants(scene, who, { water: 1 });
      people.push(who);
    }
    await scene.at('2026-01-05', '14:02');
    expect(people.flatMap(dmTimes).sort()).toEqual(['2026-01-05 14:00', '2026-01-05 14:01', '2026-01-05 14:02']);
    scene.sandbox.faults.next(OPEN, { status: 400, code: 40003, message: 'You are opening direct messages too fast' });
    await scene.at('2026-01-05', '14:10');
    expect(people.flatMap(dmTimes)).toHaveLength(3);
    await scene.at('2026-01-05', '14:29');
    expect(people.flatMap(dmTimes).sort().at(-1)).toBe('2026-01-05 14:13');
    // From then on the ways are known.
    await scene.at('2026-01-06', '14:00');
    expect(people.map((who) => dmTimes(who).at(-1))).toEqual(people.map(() => '2026-01-06 14:00'));
  });
});

describe('reminders that nobody answers', () => {
  it('become rarer by themselves, say so once, and are daily again after an answer', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await wants(scene, ana, { water: 2 });
    await scene.at('2026-01-19', '23:00');
    const days = () => [...new Set(dmTimes(ana).map((time) => Number(time.slice(8, 10))))];
    expect(days()).toEqual([5, 6, 7, 8, 9, 10, 11, 14, 17]);
    const said = () => dmsTo(ana).filter((message) => JSON.stringify(message).includes('every three days')).length;
    expect(said()).toBe(1);
    expect(dmTimes(ana).filter((time) => time.startsWith('2026-01-14'))).toHaveLength(2);

    await ana.click(lastDm(ana), 'Had a glass');
    await scene.at('2026-01-22', '23:00');
    expect(days().slice(-4)).toEqual([17, 20, 21, 22]);
    // Logged without a button is an answer too: a week counts from then.
    await ana.slash(scene.training, 'checkin water', { glasses: 2 });
    await scene.at('2026-01-30', '23:00');
    expect(days().slice(-7)).toEqual([23, 24, 25, 26, 27, 28, 29]);
    expect(said()).toBe(1);
  });
});

describe('the clocks of a member', () => {
  it('are kept through a change to summer time, and a move makes no reminder come twice in a day', async () => {
    const scene = await openScene({ opens: '2026-03-27 10:00' });
    const ana = await enrolled(scene, 'Ana');
    await wants(scene, ana, { water: 1, waterFrom: t('10:00'), waterTo: t('12:00') });
    await scene.at('2026-03-30', '10:30');
    expect(dmTimes(ana)).toEqual(['2026-03-27 11:00', '2026-03-28 11:00', '2026-03-29 11:00']);
    await scene.at('2026-03-30', '11:30');
    const id = await memberId(scene, ana);
    const file = await scene.store().members.file(scene.server.id, ana.id);
    if (file === undefined) throw new Error('gone');
    const now = scene.sandbox.clock.now();
    await scene.store().choices.setClock(id, changeClock(file.member.clock, { zone: zone('America/New_York') }, now));
    await scene.store().reminders.layAnew(id, now);
    scene.sandbox.note('world', 'Ana moves to New York');
    // 11:00 in New York is 16:00 in Lisbon: today's was sent.
    await scene.at('2026-03-31', '23:00');
    expect(dmTimes(ana).slice(3)).toEqual(['2026-03-30 11:00', '2026-03-31 16:00']);
  });
});
