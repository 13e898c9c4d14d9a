import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import type { ModalValues } from '../../src/sandbox/actors/modal.ts';
import type { Outcome } from '../../src/sandbox/interactions/outcome.ts';
import { enrolled, messageOf, openScene, postsIn, textOf } from '../support/scene.ts';
import { type Hand, handOf, linesWith, todayOf, trained } from '../support/train.ts';

/** Presses Edit under an answer and sends the form off. */
async function edited(member: Actor, answer: Outcome, said: ModalValues): Promise<Outcome> {
  const asked = await member.click(messageOf(answer), 'Edit');
  if (asked.kind !== 'modal') return asked;
  return member.submit(asked.modal, said);
}

describe('Edit', () => {
  it('corrects a night and a glass, with a note, and says what changed and no streak', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const night = await ana.slash(scene.training, 'checkin sleep', { hours: 7.5, note: '  the   baby  ' });
    expect(textOf(night)).toContain('> the baby');
    const better = await edited(ana, night, { hours: '6,5' });
    expect(textOf(better)).toContain('**6.5 h of sleep** for Mon 5 Jan (was 7.5).');
    expect(textOf(better)).toContain('> the baby');
    const noted = await edited(ana, better, { note: 'the dog' });
    expect(textOf(noted)).toContain('**6.5 h of sleep** for Mon 5 Jan.');
    expect(textOf(noted)).toContain('> the dog');
    expect(textOf(noted)).not.toContain('treak');
    expect(textOf(await edited(ana, noted, { note: '' }))).not.toContain('>');
    expect(textOf(await edited(ana, noted, { hours: '25' }))).toContain('Something about “hours” does not fit');

    await ana.slash(scene.training, 'checkin water', { glasses: 2 });
    const water = await ana.slash(scene.training, 'checkin water', { glasses: 3 });
    const less = await edited(ana, water, { glasses: '1' });
    expect(textOf(less)).toContain('**1 glass** (was 3). 3 glasses on Mon 5 Jan.');
    await ana.click(messageOf(less), 'Undo');
    expect(textOf(await ana.slash(scene.training, 'checkin water', { glasses: 1 }))).toContain(
      '3 glasses on Mon 5 Jan',
    );
  });

  it('changes how hard a workout was and its note; the streak, its sets and its milestones stay', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const sets = 'row 3x12@10';
    const logged = await ana.slash(scene.training, 'checkin workout', { sets, effort: '0', note: 'late' });
    expect(textOf(logged)).toContain('Streak: **1** (was 0).');
    expect(textOf(logged)).toContain('> late');
    const posts = postsIn(scene).length;
    const changed = await edited(ana, logged, { effort: '3–4 more', note: 'late, but fine' });
    const text = textOf(changed);
    expect(text).toContain('**Changed**, for Mon 5 Jan.');
    expect(text).toContain('Effort: 3–4 more.');
    expect(text).toContain('> late, but fine');
    expect(text).toContain('3 × 12');
    expect(text).toContain('Next session: Wed 7 Jan.');
    expect(text).not.toContain('Streak');
    expect(postsIn(scene).length).toBe(posts);
    const streak = textOf(await ana.slash(scene.training, 'streak'));
    expect(streak).toContain('Mon 5 Jan: kept, streak 1');
    expect(streak).not.toContain('extra');
    // A form that is left open while the check-in is taken back.
    const form = await ana.click(messageOf(changed), 'Edit');
    expect(textOf(await ana.click(messageOf(changed), 'Undo'))).toContain('Taken back. Streak: **0**.');
    if (form.kind !== 'modal') throw new Error('no form');
    expect(textOf(await ana.submit(form.modal, { note: 'more' }))).toContain('That check-in was already taken back.');
  });

  it('works for 24 hours from the first word on, for the member who said it', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben');
    const night = await ana.slash(scene.training, 'checkin sleep', { hours: 7 });
    await scene.at('2026-01-06', '06:59');
    const late = await edited(ana, night, { hours: '8' });
    expect(textOf(late)).toContain('(was 7)');
    const open = await ana.click(messageOf(late), 'Edit');
    await scene.at('2026-01-06', '07:01');
    if (open.kind !== 'modal') throw new Error('no form');
    expect(textOf(await ana.submit(open.modal, { hours: '9' }))).toContain('Check-ins can be edited for 24 hours.');
    expect(textOf(await ana.click(messageOf(late), 'Undo'))).toContain('Undo works for 24 hours');

    const response = await fetch(`${scene.sandbox.apiUrl}/v10/channels/${scene.training.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${scene.sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        content: 'Press here',
        components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Forged', custom_id: 'edit~1' }] }],
      }),
    });
    expect(response.status).toBe(200);
    const forged = postsIn(scene).at(-1);
    if (forged === undefined) throw new Error('nothing was forged');
    expect(textOf(await ben.click(forged, 'Forged'))).toContain('belongs to somebody else’s check-in');
  });

  it('of a guided session keeps its sets for the next one; Undo makes them count no more', async () => {
    const scene = await openScene();
    const [ana, ben] = [await enrolled(scene, 'Ana'), await enrolled(scene, 'Ben')];
    const [hers, his] = [await trained(scene, ana, '5 or more'), await trained(scene, ben, '5 or more')];
    const noted = async (member: Actor, card: Hand['card']) => {
      const asked = await member.click(card, 'Edit');
      if (asked.kind !== 'modal') throw new Error('no form');
      return handOf(member, await member.submit(asked.modal, { note: 'strong' }));
    };
    await scene.at('2026-01-05', '20:00');
    const [hersNoted, hisNoted] = [await noted(ana, hers.card), await noted(ben, his.card)];
    expect(hersNoted.text()).toContain('> strong');
    expect(hersNoted.text()).toContain('**Next time**');
    await scene.at('2026-01-06', '06:00');
    expect(await hersNoted.press('Undo')).toContain('Taken back. Streak: **0**.');
    expect(hisNoted.has('undo')).toBe(true);

    await scene.at('2026-01-07', '12:00');
    for (const member of [ana, ben]) await member.slash(scene.training, 'checkin workout');
    // Friday has Monday's moves again.
    await scene.at('2026-01-09', '12:00');
    const rows = async (member: Actor) =>
      linesWith((await todayOf(scene, member)).text(), '**Bent-over dumbbell row**');
    expect(await rows(ana)).toEqual([expect.stringContaining('aim for 12')]);
    expect(await rows(ben)).toEqual([expect.stringContaining('aim for 14')]);
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('Mon 5 Jan: missed');
  });
});
