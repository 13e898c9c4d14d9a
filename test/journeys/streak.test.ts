import { describe, expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { enrolled, messageOf, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';
import { linesWith, todayOf } from '../support/train.ts';

/** The steps that `/streak` tells, the latest first. */
const steps = (text: string) => text.split('\n').filter((line) => /^- \w{3} \d/.test(line));
const noon = (scene: Scene, date: string) => scene.at(date, '12:00');

describe('/streak', () => {
  it('tells each step in words: kept, made good, frozen, lost and why, extra, and coming back', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const checkIn = async (options = {}) => textOf(await ana.slash(scene.training, 'checkin workout', options));
    await checkIn();
    await noon(scene, '2026-01-06');
    expect(await checkIn()).toContain('An extra session, logged.');
    // Wednesday is missed, and made good on Thursday; Friday, Monday and Wednesday are missed.
    await noon(scene, '2026-01-08');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Ten minutes would still make good Wed 7 Jan');
    const short = await checkIn({ short: true });
    expect(short).toContain('**Ten minutes, logged.** They make good Wed 7 Jan.');
    expect(short).toContain('Streak: **2** (was 1).');
    await noon(scene, '2026-01-15');
    expect(steps(textOf(await ana.slash(scene.training, 'streak')))).toEqual([
      '- Wed 14 Jan: missed; a new streak starts with the next session, as no freeze was left',
      '- Mon 12 Jan: missed; a freeze kept your streak at 2 (no freezes left)',
      '- Fri 9 Jan: missed; a freeze kept your streak at 2 (1 freeze left)',
      '- Wed 7 Jan: made good with a short session, streak 2 (done on Thu 8 Jan)',
      '- Tue 6 Jan: extra session, a bonus that does not count twice',
      '- Mon 5 Jan: kept, streak 1',
    ]);
    await noon(scene, '2026-01-16');
    expect(await checkIn()).toContain('Good to have you back.');
    const back = textOf(await ana.slash(scene.training, 'streak'));
    expect(back).toContain('You came back after a gap. That is the hardest session of all.');
    expect(back).toContain('Longest 2 · no freezes · 3 of 6 planned sessions kept');
    expect(back).toMatch(/Consistency: \*\*\d\d%\*\*/);
  });

  it('turns its pages in place, the newest first', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    for (const week of ['05', '12', '19', '26']) {
      for (const offset of [0, 2, 4]) {
        await noon(scene, `2026-01-${String(Number(week) + offset).padStart(2, '0')}`);
        await ana.slash(scene.training, 'checkin workout');
      }
    }
    const first = await ana.slash(scene.training, 'streak');
    expect(textOf(first)).toContain('(1 of 2)');
    expect(steps(textOf(first))[0]).toBe('- Fri 30 Jan: four kept weeks earned a freeze (3 held)');
    expect(steps(textOf(first)).length).toBe(12);
    expect(textOf(first)).not.toContain('[Newer]');
    const older = await ana.click(messageOf(first), 'Older');
    expect(older.kind).toBe('update');
    expect(steps(textOf(older))).toEqual(['- Mon 5 Jan: kept, streak 1']);
    expect(textOf(older)).not.toContain('[Older]');
    expect(textOf(await ana.click(messageOf(older), 'Newer'))).toContain('(1 of 2)');
  });

  it('counts nothing on days that the server freezes, and says so', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben');
    await ana.slash(scene.training, 'checkin workout');
    await scene.store().freezes.add(scene.server.id, { from: day('2026-01-07'), to: day('2026-01-09') });
    await noon(scene, '2026-01-07');
    const extra = textOf(await ana.slash(scene.training, 'checkin workout'));
    expect(extra).toContain('An extra session, logged.');
    expect(extra).toContain('Next session: Mon 12 Jan.');
    await noon(scene, '2026-01-10');
    const streak = textOf(await ana.slash(scene.training, 'streak'));
    expect(streak).toContain('2 freezes');
    expect(linesWith(streak, 'did not count for anybody in this server').length).toBe(2);
    expect(textOf(await ben.slash(scene.training, 'streak'))).toContain('0 of 1 planned sessions kept');
    const post = postsIn(scene).length;
    expect(post).toBeGreaterThan(0);
  });
});

describe('a ten-minute check-in', () => {
  it('counts for the day’s own session while that is open, and makes good a missed one when it is not', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const short = async (options = {}) =>
      textOf(await ana.slash(scene.training, 'checkin workout', { short: true, ...options }));
    expect(await short()).toContain('**Ten minutes, logged.** They count like any session.');
    await noon(scene, '2026-01-09');
    // Wednesday is missed, but Friday's own session comes first.
    const friday = await short();
    expect(friday).toContain('They count like any session.');
    expect(friday).toContain('Streak: **2** (was 1).');
    const repaired = await short();
    expect(repaired).toContain('They make good Wed 7 Jan.');
    expect(repaired).toContain('Streak: **3** (was 2).');
    expect(await short()).toContain('It does not count twice.');
    // Undone, the freeze stands in again.
    await noon(scene, '2026-01-10');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('2 freezes');
  });

  it('reaches back like every check-in: 48 hours from the missed day to the day of the short session', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await ana.slash(scene.training, 'checkin workout');
    await noon(scene, '2026-01-11');
    // Friday was missed too; a session of Thursday is within two days of Wednesday, one of Sunday of Friday.
    const thursday = await ana.slash(scene.training, 'checkin workout', { short: true, day: '2026-01-08' });
    expect(textOf(thursday)).toContain('They make good Wed 7 Jan.');
    expect(textOf(thursday)).toContain('Streak: **2** (was 1).');
    const sunday = await ana.slash(scene.training, 'checkin workout', { short: true });
    expect(textOf(sunday)).toContain('They make good Fri 9 Jan.');
    const undone = await ana.click(messageOf(sunday), 'Undo');
    expect(textOf(undone)).toContain('Taken back. Streak: **2**.');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Fri 9 Jan: missed; a freeze kept your streak');
    await noon(scene, '2026-01-12');
    // On a training day the way is the day's own session.
    expect((await todayOf(scene, ana)).text()).not.toContain('make good');
  });
});

describe('the day', () => {
  it('of a backdated check-in is the one it names, and the streak is as if it had been made then', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await noon(scene, '2026-01-08');
    expect(textOf(await ana.slash(scene.training, 'checkin workout', { day: '2026-01-05' }))).toContain(
      'Streak: **1**',
    );
    const wednesday = await ana.slash(scene.training, 'checkin workout', { day: 'yesterday' });
    expect(textOf(wednesday)).toContain('Session logged for Wed 7 Jan.');
    expect(textOf(wednesday)).toContain('Streak: **2** (was 1).');
    const streak = textOf(await ana.slash(scene.training, 'streak'));
    expect(steps(streak)).toEqual(['- Wed 7 Jan: kept, streak 2', '- Mon 5 Jan: kept, streak 1']);
    expect(streak).toContain('2 freezes');
  });

  it('does not end early or come twice when Lea moves from Lisbon to Auckland and begins again', async () => {
    const scene = await openScene();
    const lea = await enrolled(scene, 'Lea');
    // Monday noon in Lisbon is Tuesday in Auckland; Lea's Monday lasts until it is over in both.
    await scene.at('2026-01-05', '12:00');
    await lea.slash(scene.training, 'leave').then((asked) => lea.click(messageOf(asked), 'End my plan'));
    await enrolledAgain(scene, lea);
    expect(textOf(await lea.slash(scene.training, 'checkin workout'))).toContain('Streak: **1** (was 0).');
    expect(textOf(await lea.slash(scene.training, 'checkin workout'))).toContain('It does not count twice.');
    const streak = textOf(await lea.slash(scene.training, 'streak'));
    expect(steps(streak)).toEqual([
      '- Mon 5 Jan: extra session, a bonus that does not count twice',
      '- Mon 5 Jan: kept, streak 1',
    ]);
    // Three in the night of Tuesday in Lisbon, where the day began: now it is Tuesday for Lea.
    await scene.at('2026-01-06', '03:00');
    expect(textOf(await lea.slash(scene.training, 'checkin workout'))).toContain('An extra session');
    await scene.at('2026-01-06', '14:00');
    expect(textOf(await lea.slash(scene.training, 'checkin workout'))).toContain('Streak: **2** (was 1).');
  });
});

async function enrolledAgain(scene: Scene, lea: Awaited<ReturnType<typeof enrolled>>): Promise<void> {
  const said = { zone: 'Pacific/Auckland', level: 'standard', days: 'Mon Wed Fri', kit: 'mat', start: 'today' };
  const outcome = await lea.slash(scene.training, 'enroll', { ...said, share: true, ready: true });
  expect(textOf(outcome)).toContain('You are in.');
}
