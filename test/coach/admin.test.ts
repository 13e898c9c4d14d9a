import { describe, expect, it } from 'vitest';
import { leftOfFrozen, whyNotFrozen } from '../../src/coach/admin.ts';
import { day } from '../../src/coach/day.ts';

const TODAY = day('2026-01-12');
const span = (from: string, to: string) => ({ from: day(from), to: day(to) });

describe('days that count for nobody', () => {
  it.each([
    ['2026-01-09', '2026-01-09', undefined],
    ['2026-01-08', '2026-01-20', 'tooOld'],
    ['2026-01-13', '2026-01-12', 'backwards'],
    ['2026-01-13', '2026-02-12', undefined],
    ['2026-01-13', '2026-02-13', 'tooLong'],
    ['2027-01-13', '2027-01-13', undefined],
    ['2027-01-13', '2027-01-14', 'tooFar'],
  ])('from %s to %s: %s', (from, to, why) => {
    expect(whyNotFrozen(span(from, to), TODAY)).toBe(why);
  });

  it('are taken back as far as they can still be changed', () => {
    expect(leftOfFrozen(span('2026-01-09', '2026-01-14'), TODAY)).toBeUndefined();
    expect(leftOfFrozen(span('2026-01-05', '2026-01-14'), TODAY)).toEqual(span('2026-01-05', '2026-01-08'));
    expect(leftOfFrozen(span('2026-01-05', '2026-01-06'), TODAY)).toEqual(span('2026-01-05', '2026-01-06'));
  });
});
