import { describe, expect, it } from 'vitest';
import { enrolled, messageOf, openScene, postsIn, textOf } from '../support/scene.ts';
import { todayOf } from '../support/train.ts';

describe('/pause and /resume', () => {
  it('lets the plan stand still while Ana is away, and goes on where she left it, with her streak', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await ana.slash(scene.training, 'checkin workout');
    // She trained today, so the pause begins tomorrow.
    const away = await ana.slash(scene.training, 'pause', { until: 'next Tuesday' });
    expect(textOf(away)).toContain('**Your pause is set: from Tue 6 Jan through Tue 13 Jan.**');
    expect(textOf(away)).toContain('What you did on Mon 5 Jan counts, so the pause begins the day after.');
    expect(textOf(away)).toContain('Your streak of 1 is safe.');
    expect(textOf(away)).toContain('Next session: Wed 14 Jan.');

    await scene.at('2026-01-09', '12:00');
    expect((await todayOf(scene, ana)).text()).toContain('Your plan is paused. Nothing counts against you.');
    const paused = textOf(await ana.slash(scene.training, 'streak'));
    expect(paused).toContain('Streak: 1 session');
    expect(paused).toContain('- Tue 6 Jan: paused through Tue 13 Jan, with the plan standing still');
    expect(paused).not.toContain('missed');
    // A walk in the park on the way is a bonus.
    expect(textOf(await ana.slash(scene.training, 'checkin workout'))).toContain('An extra session, logged.');

    await scene.at('2026-01-14', '12:00');
    expect((await todayOf(scene, ana)).text()).toContain('Week 1 · Base');
    expect(textOf(await ana.slash(scene.training, 'checkin workout'))).toContain('Streak: **2** (was 1).');
    expect(textOf(await ana.slash(scene.training, 'resume'))).toContain('Your plan is not paused');
  });

  it('without a last day lasts until Ben comes back, by the button or by /resume', async () => {
    const scene = await openScene();
    const ben = await enrolled(scene, 'Ben');
    const open = await ben.slash(scene.training, 'pause');
    expect(textOf(open)).toContain('**Paused from today, until you come back.**');
    expect(textOf(open)).toContain('Nothing counts as missed.');
    expect(textOf(open)).toContain(
      '`/resume` brings the plan back whenever you like. After more than two weeks it repeats a week',
    );
    const back = await ben.click(messageOf(open), 'Resume now');
    expect(textOf(back)).toContain('**Welcome back.** Your plan goes on from today.');
    expect(textOf(back)).toContain('Next session: Mon 5 Jan.');
    expect(textOf(await ben.click(messageOf(back), 'My workout'))).toContain('Week 1 · Base');

    await ben.slash(scene.training, 'pause');
    await scene.at('2026-02-11', '12:00');
    // Nobody who is paused is nagged or named: there is no post where nobody else trains.
    expect(textOf(await ben.slash(scene.training, 'streak'))).toContain('paused until further notice');
    const resumed = textOf(await ben.slash(scene.training, 'resume'));
    expect(resumed).toContain('**Welcome back.**');
    expect(resumed).toContain('Next session: Wed 11 Jan.'.replace('Jan', 'Feb'));
    expect((await todayOf(scene, ben)).text()).toContain('Week 1 · Base');
    expect(textOf(await ben.slash(scene.training, 'streak'))).toContain('- Mon 5 Jan: paused through Tue 10 Feb');
  });

  it('begins later, is cancelled, made longer and shorter, and says what each day means', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const offered = await ana.autocomplete(scene.training, 'pause', { from: '' }, 'from');
    if (offered.kind !== 'choices') throw new Error(`no choices, but ${offered.kind}`);
    expect(offered.choices.map(({ name }) => name)).toEqual([
      'Today, Mon 5 Jan',
      'Tomorrow, Tue 6 Jan',
      'Next Monday, Mon 12 Jan',
      'In one week, Mon 12 Jan',
      'In two weeks, Mon 19 Jan',
    ]);
    const later = await ana.slash(scene.training, 'pause', { from: 'next Monday', until: 'in two weeks' });
    expect(textOf(later)).toContain('from Mon 12 Jan through Mon 19 Jan.**');
    expect(textOf(later)).toContain('Next session: Mon 5 Jan.');
    const longer = await ana.slash(scene.training, 'pause', { from: '15 Jan', until: '2026-01-30' });
    expect(textOf(longer)).toContain('from Mon 12 Jan through Fri 30 Jan.**');
    const off = await ana.click(messageOf(longer), 'Cancel the pause');
    expect(textOf(off)).toContain('**The pause from Mon 12 Jan is off.**');
    // The button of the answer before it is of no pause that there is.
    expect(textOf(await ana.click(messageOf(later), 'Cancel the pause'))).toContain('Your plan is not paused');

    await scene.at('2026-01-08', '12:00');
    const ill = textOf(await ana.slash(scene.training, 'pause', { from: '5 Jan', until: 'tomorrow' }));
    expect(ill).toContain('**Paused since Mon 5 Jan through Fri 9 Jan.**');
    const streak = textOf(await ana.slash(scene.training, 'streak'));
    expect(streak).toContain('paused through Fri 9 Jan');
    expect(streak).not.toContain('missed');
  });

  it('answers what cannot be paused with what to do', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await ana.slash(scene.training, 'checkin workout');
    const refused = async (wish: Record<string, string>) => textOf(await ana.slash(scene.training, 'pause', wish));
    expect(await refused({ from: 'whenever' })).toContain('I could not read “whenever” as a day.');
    expect(await refused({ from: '1 Jan' })).toContain('A pause can begin on Fri 2 Jan at the earliest');
    expect(await refused({ from: 'Friday', until: 'Wednesday' })).toContain('Wed 7 Jan lies before Fri 9 Jan');
    expect(await refused({ until: 'today' })).toContain('What you did on Mon 5 Jan counts, so no day of that pause');
    expect(await refused({ until: '2027-06-01' })).toContain('A pause reaches to Wed 6 Jan at the latest.');
    expect(await refused({ from: '1 May' })).toContain('Your plan ends on Sun 29 Mar');
    expect(textOf(await ana.slash(scene.training, 'streak'))).not.toContain('paused');
    const zoe = scene.server.member('Zoe');
    expect(textOf(await zoe.slash(scene.training, 'pause'))).toContain('`/enroll` takes about a minute');
    expect(textOf(await zoe.slash(scene.training, 'resume'))).toContain('`/enroll` takes about a minute');
  });

  it('is offered to somebody who is about to leave, and leaves no post where nobody else trains', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '08:00');
    const posted = postsIn(scene).length;
    const leaving = await ana.slash(scene.training, 'leave');
    const paused = await ana.click(messageOf(leaving), 'Pause instead');
    expect(textOf(paused)).toContain('**Paused from today, until you come back.**');
    await scene.at('2026-01-07', '12:00');
    expect(postsIn(scene).length).toBe(posted);
  });
});
