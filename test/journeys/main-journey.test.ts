import { describe, expect, it } from 'vitest';
import { textOf as textOfMessage } from '../../src/sandbox/world/content.ts';
import { enrolled, messageOf, openScene, postsIn, textOf } from '../support/scene.ts';

describe('the main journey', () => {
  it('takes Ana from enrolling over the daily post to a check-in, her streak and her first milestone', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');

    await scene.at('2026-01-05', '07:30');
    const [post] = postsIn(scene);
    if (post === undefined) throw new Error('no daily post');
    expect(textOfMessage(post)).toContain('Mon 5 Jan');
    expect(textOfMessage(post)).toContain('Week 1 · Base');

    const hers = await ana.click(post, 'My workout');
    expect(hers).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(hers)).toContain('Bent-over dumbbell row');

    const done = await ana.click(post, 'Done');
    expect(textOf(done)).toContain('Session logged.');
    expect(textOf(done)).toContain('Streak: **1** (was 0).');
    expect(textOf(done)).toContain('Next session: Wed 7 Jan.');

    const milestone = postsIn(scene).at(-1);
    expect(milestone && textOfMessage(milestone)).toContain(`<@${ana.id}>: First check-in.`);

    const streak = await ana.slash(scene.training, 'streak');
    expect(textOf(streak)).toContain('Streak: 1 session');
    expect(textOf(streak)).toContain('Mon 5 Jan: kept, streak 1');

    const undone = await ana.click(messageOf(done), 'Undo');
    expect(textOf(undone)).toContain('Taken back. Streak: **0**.');
  });
});
