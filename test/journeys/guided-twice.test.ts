import { describe, expect, it } from 'vitest';
import { enrolled, openScene, textOf } from '../support/scene.ts';
import { started, todayOf } from '../support/train.ts';

describe('a guided session that is pressed twice', () => {
  it('takes two presses of the same Done for one set', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await started(scene, ana);
    const done = hand.id('set-done');
    const both = await Promise.all([ana.click(hand.card, done), ana.click(hand.card, done)]);

    for (const answer of both.map(textOf)) expect(answer).toContain('**Set 2 of 2');
    const now = await todayOf(scene, ana);
    expect(now.text()).toContain('with 1 set done');
  });

  it('takes one set from two devices, and the late one sees where the session is', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const phone = await started(scene, ana);
    const tablet = await todayOf(scene, ana);
    expect(await tablet.press('Go on')).toContain('## Bent-over dumbbell row\n**Set 1 of 2');

    await phone.other({ amount: '13', resistance: '10' });
    await phone.press('Done');
    expect(await tablet.press('Done')).toContain('## Squat\n**Set 1 of 2');
    expect(await tablet.press('Skip')).toContain('## Squat\n**Set 2 of 2');
    expect(await phone.press('Hurts')).toContain('## Squat\n**Set 2 of 2');
    await phone.press('Finish');
    expect(await tablet.press('Done')).toContain('- **Bent-over dumbbell row** 13, 12 at 10 kg each\n\n## How hard');
  });

  it('does not log a form that was filled in for a set which another device has logged meanwhile', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const phone = await started(scene, ana);
    const tablet = await todayOf(scene, ana);
    await tablet.press('Go on');
    const asked = await ana.click(tablet.card, 'Other');
    if (asked.kind !== 'modal') throw new Error('no form');
    await phone.press('Done');

    expect(textOf(await ana.submit(asked.modal, { amount: '15' }))).toContain('-# So far: 12\n');
  });

  it('logs one session, however often and wherever its end is pressed', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const phone = await started(scene, ana);
    await phone.toTheEnd();
    const tablet = await todayOf(scene, ana);
    await tablet.press('Go on');

    const easy = phone.id('effort');
    const answers = await Promise.all([ana.click(phone.card, easy), ana.click(tablet.card, '3–4 more')]);
    const told = answers.map(textOf);
    for (const answer of told) expect(answer).toContain('**Session logged.**');
    // Which of the two counted is what both tell.
    expect(new Set(told.map((answer) => /^Effort: .+$/m.exec(answer)?.[0])).size).toBe(1);
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('1 of 1 planned sessions kept');
  });

  it('leaves the summary where it is when the end is tapped twice, and on an old card for a day', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const phone = await started(scene, ana);
    const tablet = await todayOf(scene, ana);
    await tablet.press('Go on');
    await phone.toTheEnd();
    const easy = phone.id('effort');
    const both = await Promise.all([ana.click(phone.card, easy), ana.click(phone.card, easy)]);
    for (const answer of both.map(textOf)) {
      expect(answer).toContain('- **Squat** 2 × 10');
      expect(answer).toContain('Streak: **1** (was 0).');
    }
    expect(await tablet.press('Done')).toContain('- **Squat** 2 × 10');
    expect(await tablet.press('Undo')).toContain('Taken back.');
    expect(textOf(await ana.slash(scene.training, 'streak'))).not.toContain('kept, streak 1');
  });

  it('does not begin a second session on a card that was left on another device', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const tablet = await todayOf(scene, ana);
    const phone = await started(scene, ana);
    await phone.press('Done');
    expect(await tablet.press('Start')).toContain('**Set 2 of 2');
    expect(await (await todayOf(scene, ana)).press('Drop it')).toContain('Dropped.');
    expect(await phone.press('Done')).toContain('That session is over already.');
    expect(await tablet.press('Finish')).toContain('That session is over already.');
  });

  it('begins once where Start is pressed on two devices at the same time', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const [phone, tablet] = [await todayOf(scene, ana), await todayOf(scene, ana)];
    const both = await Promise.all([ana.click(phone.card, 'Start'), ana.click(tablet.card, 'Only 10 minutes')]);
    const [first, second] = both.map(textOf);
    expect(first).toContain('## Warm-up');
    expect(second).toBe(first);
  });

  it('gives nothing of Ana’s session to Ben', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben');
    const hand = await started(scene, ana);
    const his = await started(scene, ben);
    const ids = ['set-done', 'set-skip', 'set-other', 'set-swap', 'set-hurts', 'finish', 'back'].map(hand.id);
    const drop = hand.id('finish').replace('finish', 'drop');
    const response = await fetch(`${scene.sandbox.apiUrl}/v10/channels/${scene.training.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${scene.sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        content: 'Press here',
        components: [[...ids.slice(0, 4)], [...ids.slice(4), drop]].map((row) => ({
          type: 1,
          components: row.map((custom_id) => ({ type: 2, style: 2, label: custom_id, custom_id })),
        })),
      }),
    });
    expect(response.status).toBe(200);
    const forged = scene.admin.sees(scene.training).at(-1);
    if (forged === undefined) throw new Error('nothing was forged');
    for (const id of [...ids, drop]) expect(textOf(await ben.click(forged, id))).toContain('no longer works');
    expect(await hand.press('Done')).toContain('**Set 2 of 2');
    expect(await his.press('Done')).toContain('**Set 2 of 2');
  });
});
