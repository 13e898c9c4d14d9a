import { describe, expect, it } from 'vitest';
import { messageOf, openScene, postsIn, textOf } from '../support/scene.ts';

describe('/coach preview', () => {
  it('shows any day as the post and as a member’s card, in place and in private, and does nothing else', async () => {
    const scene = await openScene({ setup: { tone: 'brief' }, opens: '2026-01-07 12:00' });
    const { admin } = scene;
    const first = await admin.slash(scene.training, 'coach preview');
    // Wednesday: the week began on Monday.
    expect(textOf(first)).toMatch(/^# Mon 5 Jan\n### Week 1 · Base: Session A\n/);
    expect(textOf(first)).toContain(
      '**Preview of Mon 5 Jan, in week 1:** the daily post. Only you see this; nothing is sent.',
    );
    expect(textOf(first)).not.toContain('[Day before]');
    await expect(admin.click(messageOf(first), 'Done')).rejects.toThrow('it is disabled');

    let shown = await admin.slash(scene.training, 'coach preview', { week: 6, day: 'Wed' });
    expect(textOf(shown)).toMatch(/^# Wed 11 Feb\n### Week 6 · Build: Session/);
    shown = await admin.click(messageOf(shown), 'Day after');
    expect(shown.kind).toBe('update');
    expect(textOf(shown)).toMatch(/^# Thu 12 Feb\n### Week 6: rest day\n-# \*\*My workout\*\*/);
    shown = await admin.click(messageOf(await admin.click(messageOf(shown), 'Day before')), 'Gentle');
    const gentle = textOf(shown);
    expect(gentle).toContain('**Preview of Wed 11 Feb, in week 6:** a member’s own card.');
    await expect(admin.click(messageOf(shown), 'Start')).rejects.toThrow('it is disabled');
    expect(textOf(await admin.click(messageOf(shown), 'Strong'))).not.toBe(gentle);

    const last = await admin.slash(scene.training, 'coach preview', { week: 12, day: 'Sun', level: 'Standard' });
    expect(textOf(last)).toContain('Week 12 · Consolidate');
    expect(textOf(last)).not.toContain('[Day after]');
    expect(postsIn(scene)).toEqual([]);
    expect(await scene.store().deliveries.latest(scene.server.id, 10)).toEqual([]);
  });

  it('works before anything is set up', async () => {
    const scene = await openScene({ setUp: false });
    const status = await scene.admin.slash(scene.training, 'coach status');
    const preview = await scene.admin.click(messageOf(status), 'Preview');
    expect(textOf(preview)).toContain('in week 1:** the daily post');
  });
});
