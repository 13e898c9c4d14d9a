import { describe, expect, it } from 'vitest';
import { enrolled, messageOf, openScene, textOf } from '../support/scene.ts';

describe('a guided session', () => {
  it('leads Ana through her first session, set by set, in one message, and logs it', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const card = messageOf(await ana.slash(scene.training, 'today'));

    expect(textOf(await ana.click(card, 'Start'))).toContain('## Warm-up');
    expect(textOf(await ana.click(card, 'Warmed up'))).toContain('**Set 1 of 2 · 12–15 reps, aim for 12**');
    let outcome = await ana.click(card, 'Done');
    for (let sets = 1; sets < 12; sets += 1) outcome = await ana.click(card, 'Done');
    expect(textOf(outcome)).toContain('## Cool-down');
    expect(textOf(await ana.click(card, 'Done'))).toContain('How hard was it?');
    const summary = await ana.click(card, '3–4 more');

    expect(messageOf(summary).id).toBe(card.id);
    expect(textOf(summary)).toContain('**Session logged.**');
    expect(textOf(summary)).toContain('- **Bent-over dumbbell row** 2 × 12');
    expect(textOf(summary)).toContain('- **Squat**: At least 10 in every set: aim for 11 repetitions now.');
    expect(textOf(summary)).toContain('Streak: **1** (was 0).');
  });
});
