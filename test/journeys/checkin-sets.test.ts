import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { enrolled, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';
import { type Hand, handOf, todayOf } from '../support/train.ts';

async function checkIn(scene: Scene, member: Actor, said: Record<string, string>): Promise<Hand> {
  return handOf(member, await member.slash(scene.training, 'checkin workout', said));
}

/** Presses Add sets, and sends the form: as it comes, or with other words. Returns what it came with and the answer. */
async function addSets(hand: Hand, sets?: string): Promise<{ came: string | undefined; answer: string }> {
  const asked = await hand.member.click(hand.card, 'Add sets');
  if (asked.kind !== 'modal') throw new Error(`no form, but ${textOf(asked)}`);
  const came = /"value":"([^"]*)"/.exec(JSON.stringify(asked.modal.data))?.[1];
  return { came, answer: textOf(await hand.member.submit(asked.modal, sets === undefined ? {} : { sets })) };
}

describe('/checkin workout with sets', () => {
  it('takes effort alone, and sets when Ana has them', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await checkIn(scene, ana, { effort: '3-4' });
    expect(hand.text()).toContain('Effort: 3–4 more.');
    expect(hand.has('rate')).toBe(false);
    const { came, answer } = await addSets(hand, 'row 2x12@10; squat 12,12');
    expect(came).toBeUndefined();
    expect(answer).toContain('- **Bent-over dumbbell row** 2 × 12 at 10 kg each\n- **Squat** 2 × 12\n');
    expect(answer).toContain(
      '- **Bent-over dumbbell row and Squat**: At least 12 in every set: aim for 13 repetitions now.',
    );
  });

  it('reads sets as lifters write them, and plans from them', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await checkIn(scene, ana, { sets: 'row 3x15@10; squat 12,12,10; rope 0:30 0:30', effort: '3-4' });
    expect(hand.text()).toContain('- **Bent-over dumbbell row** 3 × 15 at 10 kg each');
    expect(hand.text()).toContain('- **Squat** 2 × 12, 10\n');
    expect(hand.text()).toContain('- **Jump rope** 2 × 30 s\n');
    expect(hand.text()).toContain('All three sets of 15 with three or four to spare: 10 kg each → 11 kg each.');
    expect(hand.has('add-sets')).toBe(false);
    await scene.at('2026-01-07', '18:00');
    await ana.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-09', '18:00');
    expect((await todayOf(scene, ana)).text()).toContain('aim for 12 · 11 kg each');
  });

  it('counts the workout, echoes what it could not read, and takes that once more', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await checkIn(scene, ana, { sets: 'row 3x12@10; squat; wobble 3x10' });
    expect(hand.text()).toContain('**Session logged.**');
    expect(hand.text()).toContain('Streak: **1** (was 0).');
    expect(hand.text()).toContain('- **Bent-over dumbbell row** 3 × 12 at 10 kg each');
    expect(hand.text()).toContain('**I could not read this part.**');
    expect(hand.text()).toContain('- `squat`: there are no sets in it. Write them like `3x12`.');
    expect(hand.text()).toContain('- `wobble 3x10`: I know no move of that name. `/move` finds them.');

    const asked = await ana.click(hand.card, 'Add sets');
    if (asked.kind !== 'modal') throw new Error('no form');
    expect(JSON.stringify(asked.modal.data)).toContain('"value":"squat; wobble 3x10"');
    const completed = textOf(await ana.submit(asked.modal, { sets: 'squat 3x12; push-up 3x10' }));
    expect(completed).not.toContain('could not read');
    const done = ['- **Bent-over dumbbell row** 3 × 12 at 10 kg each', '- **Push-up** 3 × 10', '- **Squat** 3 × 12'];
    for (const line of done) expect(completed).toContain(`${line}\n`);
    expect(textOf(await ana.slash(scene.training, 'streak'))).toContain('1 of 1 planned sessions kept');
  });

  it('asks which move is meant where it could be several', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await checkIn(scene, ana, { sets: 'bird 3x8' });
    expect(hand.text()).toContain('- **Bird-dog** 3 × 8');
    const other = await checkIn(scene, ana, { sets: 'pulldown 3x10' });
    expect(other.text()).toMatch(/more than one move could be meant\. Did you mean .* or /);
  });

  it('takes sets after Done on the post, and one tap says how hard it was', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-05', '07:30');
    const [post] = postsIn(scene);
    if (post === undefined) throw new Error('no post');
    const hand = handOf(ana, await ana.click(post, 'Done'));
    expect(hand.text()).toContain('-# How many more could you have done?');
    expect(await hand.press('1–2 more')).toContain('Effort: 1–2 more.');
    expect(hand.has('rate')).toBe(false);
    expect((await addSets(hand, '12,12; 15,15')).answer).toContain(
      '- **Bent-over dumbbell row** 2 × 12\n- **Squat** 2 × 15',
    );
    expect(postsIn(scene)[0]).toEqual(post);
  });

  it('keeps what was tapped first', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await checkIn(scene, ana, {});
    const both = await Promise.all([ana.click(hand.card, '3–4 more'), ana.click(hand.card, '0: nothing left')]);
    expect(both.map(textOf).every((answer) => answer.includes('Effort: 3–4 more.'))).toBe(true);
  });

  it('logs sets for a day that is named, as that day’s session', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    await scene.at('2026-01-06', '18:00');
    const hand = await checkIn(scene, ana, { sets: '12,12; 10,10', day: 'yesterday', effort: '3-4' });
    expect(hand.text()).toContain('**Session logged for Mon 5 Jan.**');
    expect(hand.text()).toContain('- **Bent-over dumbbell row** 2 × 12\n- **Squat** 2 × 10\n');
  });

  it('adds to a workout for 24 hours, and not after', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await checkIn(scene, ana, {});
    await scene.at('2026-01-06', '07:00');
    const form = await ana.click(hand.card, 'Add sets');
    if (form.kind !== 'modal') throw new Error('no form');
    expect(await hand.press('3–4 more')).toContain('Effort: 3–4 more.');
    await scene.at('2026-01-06', '07:01');
    expect(textOf(await ana.submit(form.modal, { sets: 'row 3x12' }))).toContain('Sets can be added for 24 hours');
    expect(await hand.press('Add sets')).toContain('This one is older, so it stays as it is.');
    expect(await hand.press('Undo')).toContain('Undo works for 24 hours');
  });

  it('adds nothing to a workout that was taken back', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const hand = await checkIn(scene, ana, {});
    const form = await ana.click(hand.card, 'Add sets');
    if (form.kind !== 'modal') throw new Error('no form');
    await hand.press('Undo');
    expect(textOf(await ana.submit(form.modal, { sets: 'row 3x12' }))).toContain('already taken back');
  });

  it('lets nobody rate or fill in what is somebody else’s', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const ben = await enrolled(scene, 'Ben');
    const hand = await checkIn(scene, ana, {});
    const ids = [hand.id('rate'), hand.id('add-sets'), 'rate~1.9', 'rate~x', 'add-sets~'];
    await fetch(`${scene.sandbox.apiUrl}/v10/channels/${scene.training.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${scene.sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        content: 'Press here',
        components: [{ type: 1, components: ids.map((id) => ({ type: 2, style: 2, label: id, custom_id: id })) }],
      }),
    });
    const forged = postsIn(scene).at(-1);
    if (forged === undefined) throw new Error('nothing was forged');
    const answers = [];
    for (const id of ids) answers.push(textOf(await ben.click(forged, id)));
    for (const answer of answers.slice(0, 2)) expect(answer).toContain('belongs to somebody else’s check-in');
    for (const answer of answers.slice(2)) expect(answer).toContain('no longer works');
    expect(await hand.press('3–4 more')).toContain('Effort: 3–4 more.');
  });

  it('of much that cannot be read says all of it, and opens an empty form where a button cannot keep it', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const much = Array.from({ length: 12 }, (_, index) => `mystery move ${index} 3x10`).join('; ');
    const hand = await checkIn(scene, ana, { sets: much });
    for (const piece of much.split('; ')) expect(hand.text()).toContain(piece);
    const { came, answer } = await addSets(hand, 'wobble `3x12`');
    expect(came).toBeUndefined();
    expect(answer).toContain("- `wobble '3x12'`");
  });
});
