import { describe, expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { textOf as textOfMessage } from '../../src/sandbox/world/content.ts';
import { enrolled, messageOf, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';
import { linesWith } from '../support/train.ts';

const board = (scene: Scene, who: Actor) => who.slash(scene.training, 'leaderboard');
const places = (text: string) => text.split('\n').filter((line) => line.startsWith('**') && line.includes(' so far'));

describe('/leaderboard', () => {
  it('shows those alone who joined, by the share of their own plan, with fair places and nobody last', async () => {
    const scene = await openScene();
    const [ana, ben, eva, leo] = [
      await enrolled(scene, 'Ana'),
      await enrolled(scene, 'Ben'),
      await enrolled(scene, 'Eva', { days: 'Mon Tue Wed Thu Fri' }),
      await enrolled(scene, 'Leo'),
    ];
    const first = await board(scene, ana);
    expect(first).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(first)).toContain('Nobody is on the leaderboard with a session this week.');
    expect(textOf(first)).toContain('You are not on it; only you see this.');
    const joined = await ana.click(messageOf(first), 'Join');
    expect(textOf(joined)).toContain(`**Ready:** <@${ana.id}>.`);
    for (const each of [ben, eva]) await each.click(messageOf(await board(scene, each)), 'Join');

    for (const each of [ana, ben, leo]) await each.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-07', '12:00');
    await ana.slash(scene.training, 'checkin water', { glasses: 4 });
    const found = textOf(await board(scene, leo));
    expect(found).toContain('-# Mon 5 Jan to Sun 11 Jan');
    expect(places(found)).toEqual([
      `**1.** <@${ana.id}>: 1 of 1 so far · 3 sessions this week`,
      `**1.** <@${ben.id}>: 1 of 1 so far · 3 sessions this week`,
    ]);
    expect(found).toContain(`**Ready:** <@${eva.id}>.`);
    expect(found).not.toContain(leo.id);
    expect(found).not.toMatch(/glass|kg|streak/i);
    // Ben goes ahead of Ana with Wednesday's; days that count for nobody change nothing for anybody.
    await ben.slash(scene.training, 'checkin workout');
    await scene.store().freezes.add(scene.server.id, { from: day('2026-01-08'), to: day('2026-01-09') });
    expect(places(textOf(await board(scene, ana)))).toEqual([
      `**1.** <@${ben.id}>: 2 of 2 so far · 2 sessions this week`,
      `**2.** <@${ana.id}>: 1 of 1 so far · 2 sessions this week`,
    ]);
    // Another week begins for everybody at once.
    await scene.at('2026-01-12', '12:00');
    expect(places(textOf(await board(scene, ana)))).toEqual([]);
  });

  it('is shown in the channel by a button, pings nobody, and is joined and left with one', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben');
    const zoe = scene.server.member('Zoe');
    const mine = await ana.click(messageOf(await board(scene, ana)), 'Join');
    await ana.slash(scene.training, 'checkin workout');
    const shown = await ana.click(messageOf(mine), 'Show it here');
    expect(shown).toMatchObject({ kind: 'message', ephemeral: false });
    const post = postsIn(scene).at(-1) ?? messageOf(shown);
    expect(places(textOfMessage(post))).toEqual([`**1.** <@${ana.id}>: 1 of 1 so far · 3 sessions this week`]);
    expect(post.mentions).toEqual([]);
    expect(textOfMessage(post)).not.toContain('You are');

    const too = await ben.click(post, 'Join in');
    expect(too).toMatchObject({ kind: 'message', ephemeral: true });
    expect(linesWith(textOf(too), 'Ready')).toEqual([`**Ready:** <@${ben.id}>.`]);
    const left = await ben.click(messageOf(too), 'Leave it');
    expect(textOf(left)).toContain('You are not on it');
    expect(textOf(left)).not.toContain(ben.id);
    // Anybody may look; on it are people of the plan.
    expect(places(textOf(await board(scene, zoe))).length).toBe(1);
    expect(textOf(await zoe.click(post, 'Join in'))).toContain('`/enroll` takes about a minute');
  });

  it('says so where the coach is not set up, and names no more than twenty', async () => {
    const scene = await openScene({ setUp: false });
    const ana = await enrolled(scene, 'Ana');
    expect(textOf(await board(scene, ana))).toContain('the coach is not set up in this server');
    await scene.admin.slash(scene.training, 'coach setup', { zone: 'Europe/Lisbon' });
    const store = scene.store();
    const like = await store.members.file(scene.server.id, ana.id);
    if (like === undefined) throw new Error('Ana is not enrolled');
    for (let each = 0; each < 23; each += 1) {
      const file = await store.members.enroll({
        serverId: scene.server.id,
        userId: String(10n ** 17n + BigInt(each)),
        zone: like.member.clock.zone,
        level: 'standard',
        trainingDays: [1, 3, 5],
        kit: [],
        notice: 'nothing',
        programmeId: 'back-12',
        startsOn: like.enrolment.startsOn,
        readinessVersion: 1,
        now: 1,
      });
      const memberId = file.member.id;
      await store.choices.setPrivacy(memberId, { onLeaderboard: true });
      const said = { kind: 'workout', size: 'full', day: like.enrolment.startsOn, madeAt: 1 } as const;
      if (each < 22) await store.checkIns.add({ memberId, ...said, sourceId: `seed.${each}` });
    }
    const full = textOf(await board(scene, ana));
    expect(places(full).length).toBe(20);
    expect(full).toContain('-# And 2 more.');
  });
});
