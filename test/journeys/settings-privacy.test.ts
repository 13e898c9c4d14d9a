import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { loadContent } from '../../src/store/content.ts';
import { enrolled, messageOf, openScene, postsIn, type Scene, textOf } from '../support/scene.ts';

const panelOf = async (scene: Scene, who: Actor) =>
  messageOf(await who.slash(scene.training, 'settings', { page: 'privacy' }));
const hidden = loadContent().tips.filter(({ body, topic }) => body === true && topic === 'mistake');

describe('/settings, privacy', () => {
  it('tells milestones in the channel or to Ana alone, as she says last', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana', { share: false });
    const panel = await panelOf(scene, ana);
    const shared = textOf(await ana.click(panel, 'Tell the channel my milestones'));
    expect(shared).toContain('Your next milestone is told in the channel.');
    expect(shared).toContain('**Milestones**: told in the channel');
    const before = postsIn(scene).length;
    await ana.slash(scene.training, 'checkin workout', { effort: '3-4' });
    expect(postsIn(scene).length).toBe(before + 1);

    const ben = await enrolled(scene, 'Ben');
    const kept = textOf(await ben.click(await panelOf(scene, ben), 'Keep my milestones private'));
    expect(kept).toContain('**Milestones**: told to you alone');
    const then = postsIn(scene).length;
    await ben.slash(scene.training, 'checkin workout', { effort: '3-4' });
    expect(postsIn(scene).length).toBe(then);
  });

  it('puts Ana on the leaderboard and off it, and an old panel does what its button says', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const [one, other] = [await panelOf(scene, ana), await panelOf(scene, ana)];
    expect(textOf(await ana.click(one, 'Join the leaderboard'))).toContain('**Leaderboard**: you are on it');
    expect(textOf(await ana.click(other, 'Join the leaderboard'))).toContain('**Leaderboard**: you are on it');
    expect(textOf(await ana.click(one, 'Leave the leaderboard'))).toContain('**Leaderboard**: you are not on it');
  });

  it('keeps tips about looks from who hides them, and from nobody else', async () => {
    const scene = await openScene();
    const [ana, ben] = [await enrolled(scene, 'Ana'), await enrolled(scene, 'Ben')];
    expect(hidden.length).toBeGreaterThan(0);
    const told = textOf(await ana.click(await panelOf(scene, ana), 'Hide body content'));
    expect(told).toContain('**Tips about how bodies look**: hidden');
    expect(told).toContain('The daily post is for everybody and stays as it is.');

    const walk = async (who: Actor) => {
      let outcome = await who.slash(scene.training, 'tip', { topic: 'mistake' });
      const total = Number(/of (\d+)$/m.exec(textOf(outcome))?.[1]);
      const seen = [textOf(outcome)];
      while (seen.length < total) {
        outcome = await who.click(messageOf(outcome), 'Another');
        seen.push(textOf(outcome));
      }
      return hidden.filter(({ title }) => seen.some((text) => text.includes(`## ${title}`)));
    };
    expect(await walk(ana)).toEqual([]);
    expect(await walk(ben)).toEqual(hidden);
    await ana.click(await panelOf(scene, ana), 'Show body content');
    expect(await walk(ana)).toEqual(hidden);
  });
});
