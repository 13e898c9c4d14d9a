import { describe, expect, it } from 'vitest';
import { HALF_LIFE } from '../../src/coach/consistency.ts';
import { type Day, day } from '../../src/coach/day.ts';
import type { Workout } from '../../src/coach/member.ts';
import { missedBefore } from '../../src/coach/streak.ts';
import { did, on, plan, repaired, steadyThrough, steps } from './streak-log.ts';

describe('a repair', () => {
  const missed = '2026-01-07';

  it.each(['2026-01-08', '2026-01-09'])(
    'by a floor session on %s makes Wednesday good and gives the freeze back',
    (onDay) => {
      const workouts = [...steadyThrough('2026-01-05'), repaired(missed, onDay)];
      const standing = on('2026-01-09', workouts);
      expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-07 repaired 2 2', '01-09 open 2 2']);
      expect(standing.ledger[1]?.repairedOn).toBe(onDay);
      expect(standing).toMatchObject({ keptSessions: 2, extras: 0, openToday: true });
    },
  );

  it('does not count for its own day too, which can still be kept by another', () => {
    const standing = on('2026-01-09', [did('2026-01-05'), repaired(missed, '2026-01-09'), did('2026-01-09')]);
    expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-07 repaired 2 2', '01-09 kept 3 2']);
    expect(standing).toMatchObject({ extras: 0, keptWeeks: 1 });
  });

  it('comes too late after 48 hours, and is then a session of its own day', () => {
    const standing = on('2026-01-10', [did('2026-01-05'), did('2026-01-09'), repaired(missed, '2026-01-10')]);
    expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-07 frozen 1 1', '01-09 kept 2 1', '01-10 extra 2 1']);
  });

  it('of a rest day, of the future or of itself repairs nothing', () => {
    const floors = [repaired('2026-01-06', '2026-01-07'), repaired('2026-01-09', '2026-01-08')];
    const standing = on('2026-01-09', [...floors, repaired('2026-01-09', '2026-01-09')]);
    expect(steps(standing)).toEqual(['01-05 missed 0 2', '01-07 kept 1 2', '01-08 extra 1 2', '01-09 kept 2 2']);
  });

  it('is a bonus when the day was kept after all, by backdating it or by another repair', () => {
    const backdated = on('2026-01-08', [did('2026-01-05'), repaired(missed, '2026-01-08'), did(missed)]);
    expect(steps(backdated)).toEqual(['01-05 kept 1 2', '01-07 kept 2 2', '01-08 extra 2 2']);
    const twice = on('2026-01-09', [repaired(missed, '2026-01-09'), repaired(missed, '2026-01-08')]);
    expect(twice.ledger.map(({ day, event, repairedOn }) => [day, event, repairedOn])).toEqual([
      ['2026-01-05', 'missed', undefined],
      ['2026-01-07', 'repaired', '2026-01-08'],
      ['2026-01-09', 'open', undefined],
      ['2026-01-09', 'extra', undefined],
    ]);
  });

  it('brings a lost streak back', () => {
    const workouts = steadyThrough('2026-01-15', ['2026-01-07', '2026-01-12']);
    expect(on('2026-01-16', workouts)).toMatchObject({ streak: 3, freezes: 0 });
    const lost = on('2026-01-17', workouts);
    expect(lost.streak).toBe(0);
    expect(missedBefore(lost.ledger, day('2026-01-17'))).toBe('2026-01-16');
    const rescued = on('2026-01-17', [...workouts, repaired('2026-01-16', '2026-01-17')]);
    expect(rescued).toMatchObject({ streak: 4, freezes: 0, comeback: false });
  });

  it('is offered for two days, the older miss first', () => {
    const four = plan([1, 2, 4, 5]);
    const repairable = (today: string, workouts: readonly Workout[] = []) =>
      missedBefore(on(today, workouts, { sessions: four }).ledger, day(today));
    expect(repairable('2026-01-05')).toBeUndefined();
    expect(repairable('2026-01-06')).toBe('2026-01-05');
    expect(repairable('2026-01-07')).toBe('2026-01-05');
    expect(repairable('2026-01-07', [repaired('2026-01-05', '2026-01-07')])).toBe('2026-01-06');
    expect(repairable('2026-01-08')).toBe('2026-01-06');
    expect(repairable('2026-01-09', [did('2026-01-08')])).toBeUndefined();
  });
});

describe('a backdated check-in', () => {
  it('keeps the day that it names, and the streak is as if it had been made then', () => {
    const late = on('2026-01-10', [...steadyThrough('2026-01-09', ['2026-01-07']), did('2026-01-07')]);
    expect(late).toEqual(on('2026-01-10', steadyThrough('2026-01-09')));
  });
});

describe('a day that counts for nobody', () => {
  const frozenDays: ReadonlySet<Day> = new Set([day('2026-01-07')]);

  it('is neither due nor missed, and costs no freeze', () => {
    const standing = on('2026-01-11', steadyThrough('2026-01-09', ['2026-01-07']), { frozenDays });
    expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-07 excused 1 2', '01-09 kept 2 2']);
    expect(standing).toMatchObject({ dueSessions: 2, keptWeeks: 1 });
    expect(missedBefore(standing.ledger, day('2026-01-08'))).toBeUndefined();
  });

  it('makes a bonus of what was trained on it, and is not open on the day itself', () => {
    const standing = on('2026-01-07', [did('2026-01-05'), did('2026-01-07')], { frozenDays });
    expect(steps(standing)).toEqual(['01-05 kept 1 2', '01-07 excused 1 2', '01-07 extra 1 2']);
    expect(standing.openToday).toBe(false);
  });

  it('makes no kept week of a week in which nothing counted', () => {
    const week = new Set(['2026-01-05', '2026-01-07', '2026-01-09'].map(day));
    expect(on('2026-01-11', [], { frozenDays: week })).toMatchObject({ keptWeeks: 0, dueSessions: 0 });
  });
});

describe('consistency', () => {
  it('is whole as long as nothing was missed, from the first session to the last', () => {
    expect(on('2026-01-05', steadyThrough('2026-01-05')).consistency).toBeCloseTo(1, 10);
    expect(on('2026-03-29', steadyThrough('2026-03-29')).consistency).toBeCloseTo(1, 10);
  });

  it('weighs a session half as much when thirteen more are over, whatever rest lies between them', () => {
    expect(HALF_LIFE).toBe(13);
    // The first thirteen sessions kept, the next thirteen missed: a third, where a plain mean would be a half.
    const thirteen = steadyThrough('2026-02-02');
    expect(thirteen.length).toBe(13);
    expect(on('2026-03-05', thirteen).dueSessions).toBe(26);
    expect(on('2026-03-05', thirteen).consistency).toBeCloseTo(1 / 3, 10);
  });

  it('falls by about a tenth with one miss after a month, frozen or not, and counts no extras', () => {
    const before = on('2026-02-01', steadyThrough('2026-02-01')).consistency;
    const after = on('2026-02-03', [...steadyThrough('2026-02-01'), did('2026-02-03')]).consistency;
    expect(before).toBeCloseTo(1, 10);
    expect(after).toBeCloseTo(0.9, 1);
  });
});
