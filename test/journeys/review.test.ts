import { describe, expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { enrolled, messageOf, openScene, textOf } from '../support/scene.ts';

describe('a week in review', () => {
  it('is offered by the check-in that ends a week, and tells it in a few lines, privately', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    const checkIn = (options = {}) => ana.slash(scene.training, 'checkin workout', options);
    expect(textOf(await checkIn({ effort: '3-4' }))).not.toContain('in review]');
    await ana.slash(scene.training, 'checkin sleep', { hours: 8 });
    await scene.at('2026-01-06', '12:00');
    expect(textOf(await checkIn())).not.toContain('in review]');
    await ana.slash(scene.training, 'checkin sleep', { hours: 6.5 });
    await ana.slash(scene.training, 'checkin water', { glasses: 9 });
    const glass = await ana.slash(scene.training, 'checkin water', { glasses: 3, day: '2026-01-05' });
    await ana.click(messageOf(glass), 'Undo');
    await scene.at('2026-01-09', '12:00');
    const friday = await checkIn({ effort: '1-2' });
    expect(textOf(friday)).toContain('[Week 1 in review]');
    const review = await ana.click(messageOf(friday), 'Week 1 in review');
    expect(review).toMatchObject({ kind: 'message', ephemeral: true });
    expect(textOf(review).split('\n')).toEqual([
      '## Week 1 in review',
      '-# Mon 5 Jan to Sun 11 Jan',
      '**2 of 3 sessions kept**, and 1 extra.',
      'Missed: Wed 7 Jan.',
      'Sleep: 7.3 h on average, over 2 logged nights.',
      'Water: logged on 1 day.',
      expect.stringMatching(/^Consistency: \d\d%\.$/),
      '**One idea:** on a full day, ten minutes count too. `/today` has a short version.',
    ]);
    // Rated, the answer still leads there.
    const rated = await ana.click(messageOf(await checkIn({ day: '2026-01-07' })), '3–4 more');
    expect(textOf(rated)).toContain('[Week 1 in review]');
    expect(textOf(await ana.click(messageOf(rated), 'Week 1 in review'))).toContain('**3 of 3 sessions kept**');
  });

  it('offers another day for a weekday that does not fit, and is gone with the plan that it was of', async () => {
    const scene = await openScene();
    const ana = await enrolled(scene, 'Ana');
    for (const date of ['2026-01-05', '2026-01-09', '2026-01-12']) {
      await scene.at(date, '12:00');
      await ana.slash(scene.training, 'checkin workout');
    }
    await scene.at('2026-01-16', '12:00');
    const friday = await ana.slash(scene.training, 'checkin workout');
    const review = textOf(await ana.click(messageOf(friday), 'Week 2 in review'));
    expect(review).toContain('**One idea:** Wed has not fitted lately. `/settings` can give that session another day.');
    expect(review).not.toMatch(/fail|only|should|!/i);
    const file = await scene.store().members.file(scene.server.id, ana.id);
    await scene.store().members.leave(file?.member.id ?? 0, day('2026-01-16'));
    expect(textOf(await ana.click(messageOf(friday), 'Week 2 in review'))).toContain('You are not in the programme');
    await enrolledAgain();
    expect(textOf(await ana.click(messageOf(friday), 'Week 2 in review'))).toContain('This button is from an older');

    async function enrolledAgain() {
      const said = { zone: 'Europe/Lisbon', level: 'gentle', days: 'Mon Wed Fri', kit: 'mat', start: 'monday' };
      await ana.slash(scene.training, 'enroll', { ...said, share: false, ready: true });
    }
  });
});
