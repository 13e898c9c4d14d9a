import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { enrolled, messageOf, openScene, type Scene, textOf } from '../support/scene.ts';

const panelOf = async (scene: Scene, who: Actor) => messageOf(await who.slash(scene.training, 'settings'));
const [DAYS, LEVEL, KIT] = ['settings-days~mine', 'settings-level~mine', 'settings-kit~mine'];
const today = async (scene: Scene, who: Actor) => textOf(await who.slash(scene.training, 'today'));

describe('/settings, training', () => {
  it('is private, opens with what was chosen, and leads to every other page in place', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { kit: 'mat, band' });
    const opened = await ana.slash(scene.training, 'settings');
    expect(opened).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(opened)).toContain('## Settings · Training');
    expect(textOf(opened)).toContain('**Days**: Mon, Wed and Fri');
    const panel = messageOf(opened);
    for (const [page, words] of [
      ['What I have', 'Bands'],
      ['My day', 'Europe/Lisbon, where it is Mon 5 Jan, 07:00'],
      ['Reminders', 'Workout: off'],
      ['Privacy', 'Leaderboard'],
      ['Language', 'I speak English for now'],
      ['Training', 'Mon, Wed and Fri'],
    ] as const) {
      const shown = await ana.select(panel, 'Another page…', page);
      expect(messageOf(shown).id).toBe(panel.id);
      expect(textOf(shown)).toContain(`## Settings · ${page}`);
      expect(textOf(shown)).toContain(words);
    }
    const direct = await ana.slash(scene.training, 'settings', { page: 'Privacy' });
    expect(textOf(direct)).toContain('## Settings · Privacy');
    const zoe = scene.server.member('Zoe');
    expect(textOf(await zoe.slash(scene.training, 'settings'))).toContain('You are not in the programme here.');
  });

  it('has other days from today on while nothing is done, and from tomorrow on once it is', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const panel = await panelOf(scene, ana);
    const before = textOf(await ana.select(panel, DAYS, 'Tue', 'Thu', 'Sat'));
    expect(before).toContain('From today on you train Tue, Thu and Sat. Next session: **Tue 6 Jan**, Session A, about');
    expect(before).not.toContain('stays as it was planned');
    expect(await today(scene, ana)).toContain('Rest day');
    const back = textOf(await ana.select(panel, DAYS, 'Mon', 'Wed', 'Fri'));
    expect(back).toContain('Next session: **Mon 5 Jan**, Session A');

    await ana.slash(scene.training, 'checkin workout', { effort: '3-4' });
    const after = textOf(await ana.select(panel, DAYS, 'Mon', 'Tue', 'Thu', 'Sat'));
    expect(after).toContain('From tomorrow on you train Mon, Tue, Thu and Sat. Next session: **Tue 6 Jan**, Session B');
    expect(after).toContain('**Days**: Mon, Tue, Thu and Sat');
    const again = textOf(await ana.slash(scene.training, 'settings'));
    expect(again).toContain('These days and this level hold from Tue 6 Jan on; today stays as it was planned.');
    expect(await today(scene, ana)).toContain('Today’s session is in.');
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Streak: 1 session');
    expect(textOf(await ana.select(panel, DAYS, 'Mon', 'Tue', 'Thu', 'Sat'))).toContain('how it stands already');

    await scene.at('2026-01-06', '08:00');
    expect(await today(scene, ana)).toContain('Session B');
    await ana.slash(scene.training, 'checkin workout', { effort: '3-4' });
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Streak: 2 sessions');
  });

  it('has another level without losing the days, and leaves a session that has begun alone', async () => {
    const scene = await openScene();
    const ben = await enrolled(scene, 'Ben', { level: 'gentle' });
    const panel = await panelOf(scene, ben);
    const five = textOf(await ben.select(panel, DAYS, 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'));
    expect(five).toContain('At the gentle level a fifth day joins in week 5; until then one of the five is a rest day');
    const session = messageOf(await ben.slash(scene.training, 'today'));
    await ben.click(session, 'Start');
    const strong = textOf(await ben.select(panel, LEVEL, 'strong'));
    expect(strong).toContain('From tomorrow on you train at the strong level. Next session: **Tue 6 Jan**, Session B');
    expect(strong).toContain('**Days**: Mon, Tue, Wed, Thu and Fri');
    expect(strong).not.toContain('joins in week');
    expect(textOf(await ben.click(session, 'Warmed up'))).not.toContain('older message');
  });

  it('has other kit at once, and says which moves come of it', async () => {
    const scene = await openScene();
    const cleo = await enrolled(scene, 'Cleo', { kit: 'mat, dumbbells' });
    const panel = await panelOf(scene, cleo);
    const band = textOf(await cleo.select(panel, KIT, 'Mat or carpet', 'Resistance band'));
    expect(band).toContain('Saved. Next time: **Band row** on Mon 5 Jan');
    expect(await today(scene, cleo)).toContain('Band row');
    const same = textOf(await cleo.select(panel, KIT, 'Mat or carpet', 'Resistance band'));
    expect(same).toContain('Saved. The moves of your next sessions stay the same.');
    const none = textOf(await cleo.select(panel, KIT));
    expect(none).toContain('**Towel row** on Mon 5 Jan');
    expect(await today(scene, cleo)).toContain('Towel row');
    expect(textOf(await cleo.select(panel, 'Another page…', 'What I have'))).toContain('needs no setting up');
  });

  it('says so while the plan is paused', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await ana.slash(scene.training, 'pause');
    const told = textOf(await ana.select(await panelOf(scene, ana), DAYS, 'Tue', 'Thu', 'Sat'));
    expect(told).toContain(
      'From today on you train Tue, Thu and Sat. Your plan is paused; this holds when it goes on.',
    );
  });
});
