import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { enrolled, messageOf, openScene, type Scene, textOf } from '../support/scene.ts';

const panelOf = async (scene: Scene, who: Actor) =>
  messageOf(await who.slash(scene.training, 'settings', { page: 'gear' }));

async function formOf(who: Actor, panel: APIMessage) {
  const opened = await who.click(panel, 'The loads I have');
  if (opened.kind !== 'modal') throw new Error(`no form, but ${textOf(opened)}`);
  return opened.modal;
}

/** Opens the form and sends it off with this in it. */
async function says(who: Actor, panel: APIMessage, loads: { dumbbells?: string; machine?: string }) {
  return who.submit(await formOf(who, panel), loads);
}

describe('/settings, what I have', () => {
  it('shows only what the kit asks for, to its owner alone', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { kit: 'mat, dumbbells' });
    const own = await ana.slash(scene.training, 'settings', { page: 'gear' });
    expect(own).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(own)).toContain('**Dumbbells**: not said yet; I plan in steps of 1 kg');
    expect(textOf(own)).not.toMatch(/Machine|Bands|Swapped/);
    const form = await formOf(ana, messageOf(own));
    expect(JSON.stringify(form.data)).toContain('What one weighs, in kg. Empty: steps of 1 kg.');
    expect(JSON.stringify(form.data)).not.toContain('machine');

    const ben = await enrolled(scene, 'Ben', { kit: 'mat' });
    expect(textOf(await ben.slash(scene.training, 'settings', { page: 'gear' }))).toContain(
      'Your kit needs no setting up',
    );
    const cleo = await enrolled(scene, 'Cleo', { kit: 'band' });
    const bands = textOf(await cleo.slash(scene.training, 'settings', { page: 'gear' }));
    expect(bands).toContain('**Bands**: not said yet');
    expect(bands).not.toContain('Units');
    const zoe = scene.server.member('Zoe');
    expect(textOf(await zoe.slash(scene.training, 'settings', { page: 'gear' }))).toContain(
      'You are not in the programme here.',
    );
  });

  it('with two dumbbells of 5 kg plans the harder version instead of 6 kg', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { kit: 'mat, dumbbells' });
    for (const [day, sets] of [
      ['2026-01-05', 'row 2x15@5'],
      ['2026-01-07', 'bridge 2x10'],
      ['2026-01-09', 'row 2x18@5'],
      ['2026-01-12', 'bridge 2x11'],
    ] as const) {
      await scene.at(day, '18:00');
      await ana.slash(scene.training, 'checkin workout', { sets, effort: '3-4' });
    }
    await scene.at('2026-01-14', '08:00');
    const before = textOf(await ana.slash(scene.training, 'today'));
    expect(before).toContain('- **Bent-over dumbbell row** 2 × 12–15, aim for 12 · 6 kg each');

    const panel = await panelOf(scene, ana);
    const saved = await says(ana, panel, { dumbbells: '5' });
    expect(messageOf(saved).id).toBe(panel.id);
    expect(textOf(saved)).toContain('**Dumbbells**: 5 kg');
    expect(textOf(saved)).toContain(
      'Saved. Next time: **Bent-over dumbbell row** on Wed 14 Jan, 2 × 12–15, 5 kg each, aim for 12, the harder version.',
    );
    const after = textOf(await ana.slash(scene.training, 'today'));
    expect(after).toContain('- **Bent-over dumbbell row** 2 × 12–15, aim for 12 · 5 kg each');
    expect(after).not.toContain('6 kg');
  });

  it('with the next pair far away plans more repetitions first, and back by the kilo when it is emptied', async () => {
    const scene = await openScene();
    const ben = await enrolled(scene, 'Ben', { kit: 'dumbbells' });
    await ben.slash(scene.training, 'checkin workout', { sets: 'row 2x15@10', effort: '3-4' });
    const panel = await panelOf(scene, ben);
    const coarse = textOf(await says(ben, panel, { dumbbells: '5, 10, 15' }));
    expect(coarse).toContain('**Dumbbells**: 5, 10, 15 kg');
    expect(coarse).toContain('on Fri 9 Jan, 2 × 12–18, 10 kg each, aim for 16.');
    const emptied = textOf(await says(ben, panel, { dumbbells: '' }));
    expect(emptied).toContain('**Dumbbells**: not said yet; I plan in steps of 1 kg');
    expect(emptied).toContain('on Fri 9 Jan, 2 × 12–15, 11 kg each, aim for 12.');
    const same = textOf(await says(ben, panel, { dumbbells: 'by 1' }));
    expect(same).toContain('**Dumbbells**: by 1 kg');
    expect(same).toContain('The next time stays as it is: **Bent-over dumbbell row** on Fri 9 Jan');
  });

  it('takes pounds, and reads them back', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { kit: 'dumbbells, machine' });
    await ana.slash(scene.training, 'checkin workout', { sets: 'row 2x12@10', effort: '3-4' });
    const panel = await panelOf(scene, ana);
    const pounds = textOf(await ana.click(panel, 'lb'));
    expect(pounds).toContain('**Units**: pounds');
    expect(pounds).toContain('**Machine**: not said yet; I plan in steps of 10 lb');
    expect(pounds).toContain('Next time: **Bent-over dumbbell row** on Fri 9 Jan, 2 × 12–15, 22 lb each, aim for 13.');

    const said = textOf(await says(ana, panel, { dumbbells: '5-50 by 5', machine: '10, 22.5, 30 and a bit' }));
    expect(said).toContain('I could not read “10, 22.5, 30 and a bit” as your machine.');
    expect(said).toContain('Nothing was changed.');
    const kept = textOf(await ana.slash(scene.training, 'settings', { page: 'gear' }));
    expect(kept).toContain('**Dumbbells**: not said yet');

    await says(ana, panel, { dumbbells: '5-50 by 5', machine: '10; 22.5; 30' });
    const form = JSON.stringify((await formOf(ana, panel)).data);
    expect(form).toContain('"value":"5-50 by 5"');
    expect(form).toContain('"value":"10, 22.5, 30"');
    expect(form).toContain('What the stack offers, in lb.');
    const inKilos = textOf(await ana.click(panel, 'kg'));
    expect(inKilos).toContain('**Units**: kilograms');
    const inPounds = textOf(await ana.click(panel, 'lb'));
    expect(inPounds).toContain('**Dumbbells**: 5-50 by 5 lb\n**Machine**: 10, 22.5, 30 lb');
  });

  it.each(['heavy', '5-', '600', '5 kg, 10 lb', 'by 0'])('says what to write instead of “%s”', async (typed) => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { kit: 'dumbbells' });
    const panel = await panelOf(scene, ana);
    const refused = await says(ana, panel, { dumbbells: typed });
    expect(messageOf(refused).id).toBe(panel.id);
    expect(textOf(refused)).toContain(`I could not read “${typed}” as your dumbbells. Write one load (\`5\`)`);
    const again = await ana.click(panel, 'Try again');
    if (again.kind !== 'modal') throw new Error(`no form, but ${textOf(again)}`);
    expect(JSON.stringify(again.modal.data)).toContain(`"value":"${typed}"`);
    expect(textOf(await ana.submit(again.modal, { dumbbells: '5' }))).toContain('**Dumbbells**: 5 kg');
    expect(textOf(await says(ana, panel, { dumbbells: '5, 10' }))).toContain('**Dumbbells**: 5, 10 kg');
  });

  it('plans with the bands that Cleo has, and with every colour when none is picked', async () => {
    const scene = await openScene();
    const cleo = await enrolled(scene, 'Cleo', { kit: 'band' });
    await cleo.slash(scene.training, 'checkin workout', { sets: 'band row 2x15 red', effort: '3-4' });
    const panel = await panelOf(scene, cleo);
    const saved = await cleo.select(panel, 'The bands I have…', 'red band', 'black band', 'yellow band');
    expect(messageOf(saved).id).toBe(panel.id);
    expect(textOf(saved)).toContain('**Bands**: yellow, red and black');
    expect(textOf(saved)).toContain('Next time: **Band row** on Fri 9 Jan, 2 × 12–15, black band, aim for 12.');
    const all = textOf(await cleo.select(panel, 'The bands I have…'));
    expect(all).toContain('**Bands**: not said yet');
    expect(all).toContain('Next time: **Band row** on Fri 9 Jan, 2 × 12–15, green band, aim for 12.');
  });

  it('takes a swap for good back, from today on', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const today = messageOf(await ana.slash(scene.training, 'today'));
    await ana.click(today, 'Swap a move');
    await ana.select(today, 'The move to swap', 'Squat');
    await ana.select(today, 'Just today…', 'Sit to stand');
    await ana.click(today, 'Swap a move');
    await ana.select(today, 'The move to swap', 'Bent-over dumbbell row');
    await ana.select(today, 'From now on…', 'Towel row');

    const opened = await ana.slash(scene.training, 'settings', { page: 'gear' });
    expect(textOf(opened)).toContain('- Towel row, in place of Bent-over dumbbell row');
    expect(textOf(opened)).not.toContain('Sit to stand');
    await ana.click(today, 'Start');
    const panel = messageOf(opened);
    const back = await ana.select(panel, 'Back to what was planned…', 'Bent-over dumbbell row');
    expect(messageOf(back).id).toBe(panel.id);
    expect(textOf(back)).toContain('Saved: **Bent-over dumbbell row** is planned again from today on.');
    expect(textOf(back)).toContain('Next time: **Bent-over dumbbell row** on Mon 5 Jan, 2 × 12–15, aim for 12.');
    expect(textOf(back)).toContain('The session that you have begun stays as it was planned.');
    expect(textOf(back)).not.toContain('Swapped for good');
    await ana.click(messageOf(await ana.slash(scene.training, 'today')), 'Drop it');
    expect(textOf(await ana.slash(scene.training, 'today'))).toContain('- **Bent-over dumbbell row** 2 × 12–15');
  });

  it('says so when nothing is known yet, and an old panel takes no swap back twice', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { kit: 'dumbbells' });
    const panel = await panelOf(scene, ana);
    expect(textOf(await says(ana, panel, { dumbbells: '2-20 by 2' }))).toContain('**Dumbbells**: 2-20 by 2 kg');
    expect(textOf(await ana.click(panel, 'kg'))).toContain(
      'Saved. It shows from the first set on that you log with a load or a band.',
    );
    const today = messageOf(await ana.slash(scene.training, 'today'));
    await ana.click(today, 'Swap a move');
    await ana.select(today, 'The move to swap', 'Squat');
    await ana.select(today, 'From now on…', 'Sit to stand');
    const [one, other] = [await panelOf(scene, ana), await panelOf(scene, ana)];
    await ana.select(one, 'Back to what was planned…', 'Squat');
    const stale = await ana.select(other, 'Back to what was planned…', 'Squat');
    expect(textOf(stale)).toContain('This button is from an older message');
  });
});
