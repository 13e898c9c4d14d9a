import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { enrolled, messageOf, openScene, type Scene, textOf } from '../support/scene.ts';
import { handOf } from '../support/train.ts';

const panelOf = async (scene: Scene, who: Actor) =>
  messageOf(await who.slash(scene.training, 'settings', { page: 'day' }));

async function formOf(who: Actor, panel: APIMessage, button: string) {
  const opened = await who.click(panel, button);
  if (opened.kind !== 'modal') throw new Error(`no form, but ${textOf(opened)}`);
  return opened.modal;
}

const movesTo = async (who: Actor, panel: APIMessage, zone: string) =>
  textOf(await who.submit(await formOf(who, panel, 'Change time zone'), { zone }));

const DAY_END = 'settings-day-end~mine';
const streak = async (scene: Scene, who: Actor) => textOf(await who.slash(scene.training, 'streak'));
const logged = async (scene: Scene, who: Actor) =>
  textOf(await who.slash(scene.training, 'checkin workout', { effort: '3-4' }));

describe('/settings, my day', () => {
  it('keeps Monday when Ana flies from Lisbon to Tokyo, and counts what she did for it', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { days: 'Mon Tue Thu' });
    await scene.at('2026-01-05', '20:00');
    const panel = await panelOf(scene, ana);
    const moved = await movesTo(ana, panel, 'tokyo');
    expect(moved).toContain('You are on Tokyo time now: it is Tue 6 Jan, 05:00.');
    expect(moved).toContain('Today stays **Mon 5 Jan** until Tue 6 Jan, 12:00, so that nothing is cut short.');
    expect(moved).toContain('**Time zone**: Asia/Tokyo, where it is Tue 6 Jan, 05:00');
    expect(await logged(scene, ana)).toContain('Streak: **1** (was 0).');
    expect(await logged(scene, ana)).not.toContain('Streak: **2**');

    await scene.at('2026-01-06', '11:59', 'Asia/Tokyo');
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('Today’s session is in.');
    await scene.at('2026-01-06', '12:00', 'Asia/Tokyo');
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('Session B');
    expect(await logged(scene, ana)).toContain('Streak: **2** (was 1).');
    expect(textOf(await ana.slash(scene.training, 'settings', { page: 'day' }))).not.toContain('Today stays');
  });

  it('gives one long Tuesday to who flies from Auckland to Honolulu, with the session that has begun', async () => {
    const scene = await openScene({ zone: 'Pacific/Auckland', opens: '2026-01-06 09:00' });
    const ben = await enrolled(scene, 'Ben', { zone: 'Pacific/Auckland', days: 'Tue Wed Fri' });
    const session = handOf(ben, await ben.slash(scene.training, 'today'));
    await session.press('start');
    const moved = await movesTo(ben, await panelOf(scene, ben), 'Honolulu');
    expect(moved).toContain('it is Mon 5 Jan, 10:00. Today stays **Tue 6 Jan** until Wed 7 Jan, 03:00');
    await scene.at('2026-01-06', '22:00', 'Pacific/Honolulu');
    await session.press('Warmed up');
    await session.toTheEnd();
    await session.press('3–4 more');
    expect(await streak(scene, ben)).toContain('- Tue 6 Jan: kept, streak 1');
    await scene.at('2026-01-07', '08:00', 'Pacific/Honolulu');
    expect(await logged(scene, ben)).toContain('Streak: **2** (was 1).');
  });

  it('does not double or end a day for who goes there and back on it', async () => {
    const scene = await openScene();
    const cleo = await enrolled(scene, 'Cleo', { days: 'Mon Tue Thu' });
    await scene.at('2026-01-05', '20:00');
    await logged(scene, cleo);
    const panel = await panelOf(scene, cleo);
    await movesTo(cleo, panel, 'Tokyo');
    await movesTo(cleo, panel, 'Honolulu');
    await movesTo(cleo, panel, 'Auckland');
    const back = await movesTo(cleo, panel, 'Lisbon');
    expect(back).toContain('You are on Lisbon time now: it is Mon 5 Jan, 20:00.');
    expect(back).not.toContain('Today stays');
    expect(await streak(scene, cleo)).toContain('Streak: 1 session');
    await scene.at('2026-01-06', '02:59');
    expect(textOf(await cleo.slash(scene.training, 'today'))).toContain('Today’s session is in.');
    await scene.at('2026-01-06', '03:00');
    expect(await logged(scene, cleo)).toContain('Streak: **2** (was 1).');
    expect(await movesTo(cleo, panel, 'Europe/Lisbon')).toContain('That is how it stands already.');
  });

  it('ends the day later or earlier, but never the one that is lived', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const panel = await panelOf(scene, ana);
    expect(textOf(await ana.select(panel, DAY_END, 'My day ends at 04:00'))).toContain('Your day now ends at 04:00.');
    await scene.at('2026-01-06', '03:30');
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('Session A');
    const midnight = textOf(await ana.select(panel, DAY_END, 'My day ends at midnight'));
    expect(midnight).toContain('Your day now ends at midnight. Today stays **Mon 5 Jan** until Tue 6 Jan, 04:00');
    await scene.at('2026-01-07', '00:00');
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('Session B');
  });

  it('offers the places that may be meant, and says what to write where there is none', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const panel = await panelOf(scene, ana);
    const which = await movesTo(ana, panel, 'argentina');
    expect(which).toContain('There is more than one place like “argentina”.');
    const picked = await ana.select(panel, 'The place I mean…', 'America/Argentina/Ushuaia (04:00 now)');
    expect(messageOf(picked).id).toBe(panel.id);
    expect(textOf(picked)).toContain('You are on Ushuaia time now: it is Mon 5 Jan, 04:00.');
    expect(await movesTo(ana, panel, 'São Paulo')).toContain('You are on Sao Paulo time now');

    expect(await movesTo(ana, panel, 'Narnia')).toContain('I found no time zone for “Narnia”.');
    const again = await formOf(ana, panel, 'Try again');
    expect(JSON.stringify(again.data)).toContain('"value":"Narnia"');
    expect(textOf(await ana.submit(again, { zone: 'Rome' }))).toContain('You are on Rome time now');
    await movesTo(ana, panel, 'a|b');
    await expect(ana.click(panel, 'Try again')).rejects.toThrow('the message has the buttons');
  });

  it('knows when Ana trains', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const panel = await panelOf(scene, ana);
    const refused = textOf(await ana.submit(await formOf(ana, panel, 'Workout time'), { at: 'noon' }));
    expect(refused).toContain('I could not read “noon” as a time of day.');
    expect(refused).toContain('## Settings · My day');
    const again = await formOf(ana, panel, 'Try again');
    expect(JSON.stringify(again.data)).toContain('"value":"noon"');
    const saved = textOf(await ana.submit(again, { at: '18:00' }));
    expect(saved).toContain('You train at 18:00. Workout reminders are off.');
    expect(saved).toContain('**Workout time**: 18:00');
    expect(JSON.stringify((await formOf(ana, panel, 'Workout time')).data)).toContain('"value":"18:00"');
  });
});
