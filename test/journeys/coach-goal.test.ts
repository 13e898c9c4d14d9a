import { describe, expect, it } from 'vitest';
import { lastPost } from '../scheduler/support.ts';
import { enrolled, messageOf, openScene, textOf } from '../support/scene.ts';

describe('the shared weekly goal', () => {
  it('is told in the post and to the admin, once three people train, and names nobody', async () => {
    const scene = await openScene({ opens: '2026-01-05 06:00' });
    await scene.admin.slash(scene.training, 'coach setup', { goal: true });
    const ana = await enrolled(scene, 'Ana');
    await enrolled(scene, 'Bea', { days: 'Mon Tue Thu Fri' });
    const status = async () => textOf(await scene.admin.slash(scene.training, 'coach status'));
    expect(await status()).toContain('It shows once 3 people have sessions in a week.');
    await scene.at('2026-01-05', '07:30');
    expect(lastPost(scene)).not.toContain('Together this week');

    const cy = await enrolled(scene, 'Cy', { start: 'today' });
    await ana.slash(scene.training, 'checkin workout');
    await cy.slash(scene.training, 'checkin workout');
    await cy.slash(scene.training, 'checkin workout');
    await scene.at('2026-01-06', '07:30');
    const post = lastPost(scene);
    expect(post).toContain('**Together this week:** 2 of 10 sessions done.');
    expect(post).not.toContain(ana.id);
    const seen = await scene.admin.slash(scene.training, 'coach status');
    expect(textOf(seen)).toContain(
      'Enrolled: 3 members.\n2 trained this week.\nTogether this week: 2 of 10 sessions done.',
    );

    await scene.admin.slash(scene.training, 'coach freeze', { from: '2026-01-09' });
    await scene.at('2026-01-07', '07:30');
    expect(lastPost(scene)).toContain('2 of 7 sessions done.');
    expect(textOf(await scene.admin.click(messageOf(seen), 'Refresh'))).toContain('2 of 7 sessions done.');
    await scene.at('2026-01-12', '07:30');
    expect(lastPost(scene)).toContain('**Together this week:** 10 sessions to do.');
    await ana.slash(scene.training, 'pause');
    expect(await status()).toContain('0 trained this week; 1 on a pause.');
  });

  it('is off unless the admin wants it', async () => {
    const scene = await openScene();
    for (const name of ['Ana', 'Bea', 'Cy']) await enrolled(scene, name);
    await scene.at('2026-01-05', '07:30');
    expect(lastPost(scene)).not.toContain('Together this week');
  });
});

describe('a brief tone', () => {
  it('leaves the tip and the idea for a rest day out of the post, and says milestones in a sentence', async () => {
    const scene = await openScene({ opens: '2026-01-05 06:00' });
    const ana = await enrolled(scene, 'Ana', { share: true });
    await scene.at('2026-01-05', '07:30');
    const warm = lastPost(scene).split('\n');
    await scene.admin.slash(scene.training, 'coach setup', { tone: 'Brief: the session alone' });
    await ana.slash(scene.training, 'checkin workout');
    expect(lastPost(scene)).toContain(`🏅 <@${ana.id}>: First check-in.\n`);
    await scene.at('2026-01-06', '07:30');
    expect(lastPost(scene)).toMatch(/^# Tue 6 Jan\n### Week 1: rest day\n-# \*\*My workout\*\*/);
    await scene.at('2026-01-07', '07:30');
    // The same lines but for the tip.
    expect(lastPost(scene).split('\n').length).toBeLessThan(warm.length + 1);
    expect(lastPost(scene)).toMatch(/\*\*Warm-up:\*\*[^\n]+\n-# \*\*My workout\*\*/);
  });
});
