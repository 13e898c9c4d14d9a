import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import move from '../../src/commands/move.ts';
import { defineCommand } from '../../src/discord/define-command.ts';
import { registryOf } from '../../src/discord/registry.ts';
import { button, card, row } from '../../src/messages/parts.ts';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { messageOf, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';

const offeredTo = async (person: Actor, scene: Scene, typed: string) => {
  const offered = await person.autocomplete(scene.training, 'move', { name: typed }, 'name');
  if (offered.kind !== 'choices') throw new Error(`nothing offered, but ${textOf(offered)}`);
  return offered.choices.map(({ name, value }) => ({ name, value }));
};

const titleOf = (text: string) => text.split('\n')[0];

describe('/move while Ana types', () => {
  it('offers moves by name, muscle and kit, with what each trains and takes, though she slips a letter', async () => {
    const scene = await openScene();
    const ana = scene.server.member('Ana');
    expect((await offeredTo(ana, scene, 'superman'))[0]).toEqual({
      name: 'Superman, small range · lower back, core · mat or carpet',
      value: 'superman',
    });
    expect((await offeredTo(ana, scene, 'rhomboids')).map(({ value }) => value).sort()).toEqual([
      'band-row',
      'row',
      'towel-row',
    ]);
    expect((await offeredTo(ana, scene, 'band')).map(({ value }) => value)).toEqual(
      expect.arrayContaining(['band-row', 'band-pulldown', 'band-pull-apart']),
    );
    expect((await offeredTo(ana, scene, 'swiming')).map(({ value }) => value)).toEqual(['swimming-kicks']);
    expect((await offeredTo(ana, scene, '')).length).toBe(25);
  });
});

describe('/move', () => {
  it('shows anybody how a move is done, and nobody else', async () => {
    const scene = await openScene();
    const zoe = scene.server.member('Zoe');
    const card = await zoe.slash(scene.training, 'move', { name: 'row' });
    expect(card).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(card)).toContain('## Bent-over dumbbell row\nTrains lats, rhomboids, traps · Kit: dumbbells');
    expect(textOf(card)).toContain('**Usual dose:** 3 × 12–15');
    expect(textOf(card)).toContain('Band row (resistance band); Towel row (no kit)');
  });

  it('finds what was typed and not picked', async () => {
    const scene = await openScene();
    const zoe = scene.server.member('Zoe');
    const titles = [];
    for (const name of ['Bird dog', 'GLUTE BRIDGES', 'glute brigde', 'childs pose']) {
      titles.push(titleOf(textOf(await zoe.slash(scene.training, 'move', { name }))));
    }
    expect(titles).toEqual(['## Bird-dog', '## Glute bridge', '## Glute bridge', "## Child's pose"]);
  });

  it.each([
    ['barbell row', 'I know no move “barbell row”. The nearest: Towel row, Bent-over dumbbell row and Band row.'],
    ['xyzzy', 'I know no move like “xyzzy”. Start typing its name, a muscle or your kit'],
    ['???', 'I know no move like “???”'],
  ])('says what to do about “%s”', async (name, answer) => {
    const scene = await openScene();
    const refused = await scene.server.member('Zoe').slash(scene.training, 'move', { name });
    expect(textOf(refused)).toContain(answer);
    expect(refused).toMatchObject({ ephemeral: true });
  });

  it('turns the card into a swap’s, and back, where it stands', async () => {
    const scene = await openScene();
    const zoe = scene.server.member('Zoe');
    const card = await zoe.slash(scene.training, 'move', { name: 'jump rope' });
    const swap = await zoe.click(messageOf(card), 'Low-impact march');
    expect(swap.kind).toBe('update');
    expect(titleOf(textOf(swap))).toBe('## Low-impact march');
    const back = await zoe.click(messageOf(swap), 'Jump rope');
    expect(titleOf(textOf(back))).toBe('## Jump rope');
    expect(messageOf(back).id).toBe(messageOf(card).id);
  });
});

describe('a button “How to” on another card', () => {
  /** A server whose bot has a further command, which posts a card with such a button. */
  async function withLesson(id: string) {
    const lesson = defineCommand({
      description: 'Posts a lesson',
      options: z.object({}),
      run: async () => ({ to: 'channel', body: card('plain', row(button('how-to', id, 'How to'))) }),
    });
    const registry = registryOf(
      new Map([
        ['move', move],
        ['lesson', lesson],
      ]),
    );
    const scene = await openScene({ registry, setUp: false });
    const post = messageOf(await scene.admin.slash(scene.training, 'lesson'));
    return { scene, post };
  }

  it('opens the how-to privately, and the card stays as it is', async () => {
    const { scene, post } = await withLesson('squat');
    const before = postsIn(scene);
    const howTo = await scene.server.member('Zoe').click(post, 'How to');
    expect(howTo).toMatchObject({ kind: 'message', ephemeral: true });
    expect(titleOf(textOf(howTo))).toBe('## Squat');
    expect(postsIn(scene)).toEqual(before);
  });

  it('for a move that the programme no longer has says that it is old', async () => {
    const { scene, post } = await withLesson('kettlebell-swing');
    const refused = await scene.server.member('Zoe').click(post, 'How to');
    expect(textOf(refused)).toContain('This button is from an older message');
  });
});
