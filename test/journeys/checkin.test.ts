import { describe, expect, it } from 'vitest';
import { textOf as textOfMessage } from '../../src/sandbox/world/content.ts';
import { enrolled, messageOf, openScene, postsIn, textOf } from '../support/scene.ts';

describe('/checkin', () => {
  it('keeps the streak when Ana checks in at 02:59 in the night, and not at 03:00', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-06', '02:59');
    expect(textOf(await ana.slash(scene.training, 'checkin workout'))).toContain('Streak: **1** (was 0).');
    const ben = await enrolled(scene, 'Ben', { days: 'Tue Thu Sat' });
    await scene.at('2026-01-07', '03:00');
    expect(textOf(await ben.slash(scene.training, 'checkin workout'))).toContain('A bonus: it does not count twice');
  });

  it('logs a workout for yesterday, and offers the days that it reaches', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-06', '20:00');
    const offered = await ana.autocomplete(scene.training, 'checkin workout', { day: '' }, 'day');
    expect(offered).toMatchObject({
      choices: [
        { name: 'Tue 6 Jan' },
        { name: 'Mon 5 Jan', value: '2026-01-05' },
        { name: 'Sun 4 Jan' },
        { name: 'Sat 3 Jan' },
      ],
    });
    const logged = await ana.slash(scene.training, 'checkin workout', { day: 'yesterday', effort: '1-2' });
    expect(textOf(logged)).toContain('Session logged for Mon 5 Jan.');
    expect(textOf(logged)).toContain('Streak: **1** (was 0).');
  });

  it.each([
    ['2026-01-09', 'Fri 9 Jan has not come yet; where you are it is Thu 8 Jan.'],
    ['2026-01-04', 'Sun 4 Jan is too far back to log. Check-ins reach back to Mon 5 Jan.'],
    ['2026-02-30', 'I could not read “2026-02-30” as a day.'],
    ['last week', 'I could not read “last week” as a day.'],
  ])('answers a workout for %s with what to do', async (day, answer) => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-08', '20:00');
    expect(textOf(await ana.slash(scene.training, 'checkin workout', { day }))).toContain(answer);
  });

  it('tells somebody whose plan has not begun when it does', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { start: 'monday' });
    const early = await ana.slash(scene.training, 'checkin workout');
    expect(textOf(early)).toContain('Your plan starts on Mon 12 Jan');
  });

  it('praises a second workout of a day and does not count it twice', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await ana.slash(scene.training, 'checkin workout');
    const second = await ana.slash(scene.training, 'checkin workout');
    expect(textOf(second)).toContain('It does not count twice');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Streak: 1 session');
  });

  it('takes two presses of Done for one session', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '07:30');
    const [post] = postsIn(scene);
    if (post === undefined) throw new Error('no post');
    const both = await Promise.all([ana.click(post, 'Done'), ana.click(post, 'Done')]);
    expect(both.map(textOf).filter((answer) => answer.includes('Session logged.')).length).toBe(1);
    expect(both.map(textOf).filter((answer) => answer.includes('already in. Nothing to do.')).length).toBe(1);
    expect(textOf(await ana.click(post, 'Done'))).toContain('already in. Nothing to do.');
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('Today’s session is in.');
  });

  it('counts Done on yesterday’s post for yesterday, and on an old post says how far back it reaches', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-06', '09:00');
    const monday = postsIn(scene).find((post) => textOfMessage(post).includes('Mon 5 Jan'));
    if (monday === undefined) throw new Error('no post');
    expect(textOf(await ana.click(monday, 'Done'))).toContain('Session logged for Mon 5 Jan.');
    await scene.at('2026-01-09', '09:00');
    expect(textOf(await ana.click(monday, 'Done'))).toContain('Mon 5 Jan is too far back to log');
  });

  it('counts Done for the day that Lea lives in Honolulu, where the post’s day has not begun', async () => {
    const scene = await openScene();
    await enrolled(scene, 'Ana');
    const lea = await enrolled(scene, 'Lea', { zone: 'Pacific/Honolulu', days: 'Sun Tue Thu' });
    await scene.at('2026-01-05', '07:30');
    const [post] = postsIn(scene);
    if (post === undefined) throw new Error('no post');
    expect(textOf(await lea.click(post, 'Done'))).toContain('Streak: **1** (was 0).');
    expect(textOf(await lea.slash(scene.training, 'streak'))).toContain('Sun 4 Jan: kept, streak 1');
  });

  it('gives Undo for 24 hours, to the member who checked in, once', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const logged = await ana.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-06', '07:00');
    expect(textOf(await ana.click(messageOf(logged), 'Undo'))).toContain('Taken back. Streak: **0**.');
    const again = await ana.slash(scene.training, 'checkin workout', { day: 'yesterday' });
    await scene.at('2026-01-07', '07:01');
    expect(textOf(await ana.click(messageOf(again), 'Undo'))).toContain('Undo works for 24 hours');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Mon 5 Jan: kept, streak 1');
  });

  it('does not let Ben undo Ana’s check-in by a forged button, nor anybody leave by one that is out of date', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben');
    await ana.slash(scene.training, 'checkin workout');
    const forge = (custom_id: string) => ({ type: 2, style: 2, label: custom_id, custom_id });
    const response = await fetch(`${scene.sandbox.apiUrl}/v10/channels/${scene.training.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${scene.sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        content: 'Press here',
        components: [
          { type: 1, components: ['undo~1', 'undo~999', 'undo~-1', 'leave~77', 'done~tomorrow'].map(forge) },
        ],
      }),
    });
    expect(response.status).toBe(200);
    const forged = postsIn(scene).at(-1);
    if (forged === undefined) throw new Error('nothing was forged');
    expect(textOf(await ben.click(forged, 'undo~1'))).toContain('belongs to somebody else’s check-in');
    expect(textOf(await ben.click(forged, 'undo~999'))).toContain('belongs to somebody else’s check-in');
    for (const stale of ['undo~-1', 'leave~77', 'done~tomorrow']) {
      expect(textOf(await ben.click(forged, stale))).toContain('no longer works');
    }
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Streak: 1 session');
  });

  it('logs sleep and water, and adds the water of a day up', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    expect(textOf(await ana.slash(scene.training, 'checkin sleep', { hours: 7.5 }))).toContain('7.5 h of sleep logged');
    await ana.slash(scene.training, 'checkin water', { glasses: 2 });
    const third = await ana.slash(scene.training, 'checkin water', { glasses: 1 });
    expect(textOf(third)).toContain('1 glass logged.** 3 glasses on Mon 5 Jan');
    await ana.click(messageOf(third), 'Undo');
    const more = await ana.slash(scene.training, 'checkin water', { glasses: 1 });
    expect(textOf(more)).toContain('3 glasses on Mon 5 Jan');
  });

  it('keeps sleep to the half hour, however exactly it is given', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    for (const [hours, kept] of [
      [0.5, 0.5],
      [7.25, 7.5],
      [7.1, 7],
      [23.9, 24],
    ] as const) {
      const logged = await ana.slash(scene.training, 'checkin sleep', { hours });
      expect(textOf(logged)).toContain(`**${kept} h of sleep logged**`);
    }
  });

  it('logs sleep and water from the reminders’ own buttons', async () => {
    const scene = await openScene({ setup: { sleep: '21:30', water: 2 } });
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '12:00');
    const water = postsIn(scene).at(-1);
    if (water === undefined) throw new Error('no reminder');
    expect(textOf(await ana.click(water, 'Had a glass'))).toContain('1 glass logged');
    await scene.at('2026-01-05', '21:30');
    const sleep = postsIn(scene).at(-1);
    if (sleep === undefined) throw new Error('no reminder');
    const asked = await ana.click(sleep, 'Log last night');
    if (asked.kind !== 'modal') throw new Error(`no form, but ${textOf(asked)}`);
    expect(textOf(await ana.submit(asked.modal, { hours: '6,5' }))).toContain('6.5 h of sleep logged** for Mon 5 Jan');
    const unreadable = await ana.click(sleep, 'Log last night');
    if (unreadable.kind !== 'modal') throw new Error('no form');
    expect(textOf(await ana.submit(unreadable.modal, { hours: 'a lot' }))).toContain(
      'Something about “hours” does not fit',
    );
  });

  it('sends somebody who is not enrolled to /enroll, whatever they try', async () => {
    const scene = await openScene({ setup: { water: 1, sleep: '21:30' } });
    await enrolled(scene, 'Ana');
    const zoe = scene.server.member('Zoe');
    await scene.at('2026-01-05', '21:30');
    const tries = [
      await zoe.slash(scene.training, 'today'),
      await zoe.slash(scene.training, 'streak'),
      await zoe.slash(scene.training, 'leave'),
      await zoe.slash(scene.training, 'checkin workout'),
      await zoe.slash(scene.training, 'checkin sleep', { hours: 8 }),
      await zoe.slash(scene.training, 'checkin water', { glasses: 1 }),
    ];
    for (const post of postsIn(scene)) {
      for (const label of ['My workout', 'Done', 'Had a glass', 'Log last night']) {
        if (textOfMessage(post).includes(`[${label}]`)) tries.push(await zoe.click(post, label));
      }
    }
    expect(tries.length).toBe(10);
    for (const outcome of tries) expect(textOf(outcome)).toContain('`/enroll` takes about a minute');
  });

  it('tells a first milestone to Ana alone when she keeps hers private', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { share: false });
    const before = postsIn(scene).length;
    expect(textOf(await ana.slash(scene.training, 'checkin workout'))).toContain('First check-in.');
    expect(postsIn(scene).length).toBe(before);
  });

  it('celebrates Ana’s comeback after a lost streak, in her answer and once in the channel', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await ana.slash(scene.training, 'checkin workout');
    // Two freezes cover Wednesday and Friday; Monday’s miss loses the streak.
    await scene.at('2026-01-13', '12:00');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Mon 12 Jan: missed; a new streak starts');
    await scene.at('2026-01-14', '12:00');
    const back = await ana.slash(scene.training, 'checkin workout');
    expect(textOf(back)).toContain('Good to have you back.');
    expect(postsIn(scene).filter((post) => textOfMessage(post).includes('Back after a gap')).length).toBe(1);
  });
});
