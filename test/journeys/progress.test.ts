import { type APIMessage, type APIMessageComponent, ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { eachComponent } from '../../src/sandbox/world/content.ts';
import { pixelsOf } from '../pictures/pixels.ts';
import { EVERYTHING, enrolled, messageOf, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';
import { handOf } from '../support/train.ts';

const ROW = 'Bent-over dumbbell row';

/** The one picture of a message: what it says of itself, twice, and its bytes. */
async function pictureOf(message: APIMessage) {
  const [file, ...others] = message.attachments;
  const galleries: APIMessageComponent[] = [];
  eachComponent(message.components, (component) => {
    if (component.type === ComponentType.MediaGallery) galleries.push(component);
  });
  const [gallery] = galleries;
  if (file === undefined || others.length > 0 || gallery?.type !== ComponentType.MediaGallery) {
    throw new Error(`not one picture, but ${message.attachments.length} files and ${galleries.length} galleries`);
  }
  const [item] = gallery.items;
  expect(item?.media.url).toBe(file.url);
  expect(item?.description).toBe(file.description);
  const png = new Uint8Array(await (await fetch(file.url)).arrayBuffer());
  return { alt: file.description ?? '', png, type: file.content_type, name: file.filename };
}

const progress = (scene: Scene, who: Actor, move?: string) =>
  who.slash(scene.training, 'progress', move === undefined ? {} : { move });

/** The names that are offered for what was typed, in their order by the alphabet. */
async function offered(scene: Scene, who: Actor, typed: string): Promise<string[]> {
  const outcome = await who.autocomplete(scene.training, 'progress', { move: typed }, 'move');
  if (outcome.kind !== 'choices') throw new Error(`no choices, but ${textOf(outcome)}`);
  return outcome.choices.map(({ name }) => name).sort();
}

/** Ana has trained on Monday, Wednesday and Friday, with heavier rows each time; Ben once. */
async function aWeekOfAna() {
  const scene = await openScene();
  const [ana, ben] = [await enrolled(scene, 'Ana'), await enrolled(scene, 'Ben')];
  for (const [date, sets] of [
    ['05', 'row 12,11@10; squat 3x10@16'],
    ['07', 'row 3x12@12'],
    ['09', 'row 3x10@14'],
  ]) {
    await scene.at(`2026-01-${date}`, '18:00');
    await ana.slash(scene.training, 'checkin workout', { effort: '1-2', sets: sets ?? '' });
  }
  await ben.slash(scene.training, 'checkin workout', { sets: 'reverse fly 3x9@7' });
  return { scene, ana, ben };
}

describe('/progress', () => {
  it('is one private picture, which is told in words as well', async () => {
    const { scene, ana } = await aWeekOfAna();
    const outcome = await progress(scene, ana);
    expect(outcome).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(outcome)).toContain('**3 of 3** planned sessions kept · consistency **100%**');
    const { alt, png, type } = await pictureOf(messageOf(outcome));
    expect(type).toBe('image/png');
    expect(alt).toContain('from Mon 5 Jan to Sun 29 Mar, a cell a day: 3 kept and 33 still to come.');
    expect(alt).toContain('consistency over 3 sessions, from 100% to 100%');
    expect(pixelsOf(png).width).toBe(800);
    expect(handOf(ana, outcome).options('progress-move')).toEqual([ROW, expect.stringContaining('quat')]);
  });

  it('turns into a move and back in place, with one picture each time', async () => {
    const { scene, ana } = await aWeekOfAna();
    const outcome = await progress(scene, ana);
    const first = await pictureOf(messageOf(outcome));
    const hand = handOf(ana, outcome);
    const row = await hand.pick('progress-move', ROW);
    expect(row).toContain('Best set last time, Fri 9 Jan: **10 repetitions at 14 kg each**');
    expect(row).toContain('Best set in the first session, Mon 5 Jan: 12 repetitions at 10 kg each');
    expect(row).toMatch(/Next time, Wed 14 Jan: \*\*\d+ repetitions at 14 kg each\*\*/);
    const second = await pictureOf(hand.card);
    expect(second.alt).toContain(
      `${ROW} over 3 sessions, by the best set of each: from 12 repetitions at 10 kg each to 10 repetitions at 14 kg each.`,
    );
    expect(second.alt).toContain('The next session, Wed 14 Jan, aims for ');
    expect(Buffer.from(second.png).equals(Buffer.from(first.png))).toBe(false);
    expect(await hand.press('Calendar')).toContain('**3 of 3** planned sessions kept');
    expect(Buffer.from((await pictureOf(hand.card)).png).equals(Buffer.from(first.png))).toBe(true);
  });

  it('takes a move by name, offers those that were logged, and shows pounds to those who read them', async () => {
    const { scene, ana, ben } = await aWeekOfAna();
    expect(await offered(scene, ana, '')).toEqual([expect.stringContaining(ROW), expect.stringContaining('Squat')]);
    expect(await offered(scene, ana, 'row')).toEqual([expect.stringContaining(ROW)]);
    expect(textOf(await progress(scene, ana, 'row'))).toContain(`## ${ROW}`);
    const others = await progress(scene, ana, 'reverse fly');
    expect(textOf(others)).toContain('You have not logged any sets of');
    expect(messageOf(others).attachments).toEqual([]);
    const unknown = textOf(await progress(scene, ana, 'zzzz'));
    expect(unknown).toBe(`I know no move of that name. You have logged ${ROW} and Squat.`);
    const file = await scene.store().members.file(scene.server.id, ben.id);
    await scene.store().trainingFiles.setUnits(file?.member.id ?? 0, 'imperial');
    const bens = textOf(await progress(scene, ben, 'reverse fly'));
    expect(bens).toContain('9 repetitions at 15.5 lb each');
  });

  it('is shown in the channel without loads, consistency or pings, and to nobody else’s credit', async () => {
    const { scene, ana, ben } = await aWeekOfAna();
    const pings = scene.sandbox.transcript.text('ping');
    const mine = await progress(scene, ana, 'row');
    const shown = await ana.click(messageOf(mine), 'Show it here');
    expect(shown).toMatchObject({ kind: 'message', ephemeral: false });
    const post = postsIn(scene).at(-1) as APIMessage;
    expect(textOf(shown)).toContain(`<@${ana.id}> shows the plan so far: **3 of 3** planned sessions kept.`);
    expect(post.mentions).toEqual([]);
    expect(scene.sandbox.transcript.text('ping')).toBe(pings);
    const { alt } = await pictureOf(post);
    expect(alt).toContain('3 kept and 33 still to come');
    expect(`${textOf(shown)} ${alt}`).not.toMatch(/kg|repetition|%/);
    expect(textOf(shown)).not.toContain(ben.id);
    // Hers stays as it was, and his is his own.
    expect(textOf(await progress(scene, ben))).toContain('**1 of 3** planned sessions kept');
    expect(handOf(ben, await progress(scene, ben)).options('progress-move')).not.toContain(ROW);
  });

  it('is words before the first session, and for those who are not in the plan', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const nothing = await progress(scene, ana);
    expect(textOf(nothing)).toContain('There is nothing to draw yet');
    expect(messageOf(nothing).attachments).toEqual([]);
    const zoe = scene.server.member('Zoe');
    expect(textOf(await progress(scene, zoe))).toContain('You are not in the programme here');
    expect(await offered(scene, zoe, 'row')).toEqual([]);
  });

  it('keeps the moves of an earlier plan, and draws the calendar of the present one', async () => {
    const { scene, ana } = await aWeekOfAna();
    const leave = await ana.slash(scene.training, 'leave');
    await ana.click(messageOf(leave), 'End my plan');
    expect(textOf(await progress(scene, ana))).toContain('You are not in the programme here');
    await scene.at('2026-01-20', '09:00');
    await ana.slash(scene.training, 'enroll', { ...EVERYTHING, days: 'Tue Thu Sat' });
    const again = await progress(scene, ana);
    expect(textOf(again)).toContain('No session of this plan has been due yet.');
    expect((await pictureOf(messageOf(again))).alt).toContain(
      'from Tue 20 Jan to Mon 13 Apr, a cell a day: one open today',
    );
    expect(await handOf(ana, again).pick('progress-move', ROW)).toContain('14 kg each');
  });

  it('loses its picture where what it showed was taken back', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const logged = await ana.slash(scene.training, 'checkin workout', { sets: 'row 3x10@10' });
    const hand = handOf(ana, await progress(scene, ana));
    expect(hand.card.attachments.length).toBe(1);
    await ana.click(messageOf(logged), 'Undo');
    expect(await hand.press('Calendar')).toContain('There is nothing to draw yet');
    expect(hand.card.attachments).toEqual([]);
  });
});
