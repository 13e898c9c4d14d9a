import { describe, expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { dayOfKey, milestoneKey, ownDayKey, postKey, slotOfKey } from '../../src/coach/post-key.ts';

const monday = day('2026-01-05');

describe('the key of a post', () => {
  it('tells its day and its place in the day again', () => {
    expect(postKey('daily', monday, 0)).toBe('daily.2026-01-05');
    expect(postKey('water', monday, 3)).toBe('water.2026-01-05.3');
    expect(
      [postKey('daily', monday, 0), postKey('sleep', monday, 0), postKey('water', monday, 3)].map(slotOfKey),
    ).toEqual([0, 0, 3]);
    for (const key of [postKey('daily', monday, 0), postKey('water', monday, 3), ownDayKey(monday)]) {
      expect(dayOfKey(key)).toBe(monday);
    }
  });

  it('speaks of no day when it is a milestone’s, somebody else’s or forged', () => {
    for (const key of [milestoneKey(17, 'streak-7'), 'daily.2026-13-40', 'daily.2026-01-05.2.2', 'x', '']) {
      expect(dayOfKey(key)).toBe(undefined);
    }
    expect(slotOfKey(milestoneKey(17, 'streak-7'))).toBe(0);
  });
});
