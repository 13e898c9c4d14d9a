import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween, formatDay } from '../../src/coach/day.ts';
import { parseNamedDay } from '../../src/discord/day-words.ts';

/** A Wednesday. */
const TODAY = day('2026-01-07');
const named = (typed: string, today = TODAY) => parseNamedDay(typed)?.(today);

describe('a day as people name one', () => {
  it.each([
    ['today', '2026-01-07'],
    [' Tomorrow ', '2026-01-08'],
    ['yesterday', '2026-01-06'],
    ['next Monday', '2026-01-12'],
    ['next Friday', '2026-01-16'],
    ['friday', '2026-01-09'],
    ['this Fri', '2026-01-09'],
    ['Wed', '2026-01-14'],
    ['next week', '2026-01-12'],
    ['in one week', '2026-01-14'],
    ['in two weeks', '2026-01-21'],
    ['a week', '2026-01-14'],
    ['in 10 days', '2026-01-17'],
    ['3 weeks', '2026-01-28'],
    ['2026-01-20', '2026-01-20'],
    ['20 Jan', '2026-01-20'],
    ['Jan 20th', '2026-01-20'],
    ['January 20, 2026', '2026-01-20'],
    ['Tuesday', '2026-01-13'],
    ['5 jan', '2026-01-05'],
    ['1 february', '2026-02-01'],
    ['30 Dec', '2026-12-30'],
    ['29 Feb', '2028-02-29'],
  ])('%s', (typed, expected) => {
    expect(named(typed)).toBe(expected);
  });

  it('without a year lies ahead, or a few days back', () => {
    expect(named('2 Jan', day('2026-12-30'))).toBe('2027-01-02');
    expect(named('28 Dec', day('2026-12-30'))).toBe('2026-12-28');
    expect(named('20 Dec', day('2026-12-30'))).toBe('2027-12-20');
  });

  it.each([
    '',
    'soon',
    'monsoon',
    'satin',
    '31 Feb',
    'in weeks',
    'in zero weeks',
    '2026-02-30',
    '20',
    'mayday',
    '29 Feb 2026',
  ])('is not “%s”', (typed) => {
    expect(parseNamedDay(typed)).toBeUndefined();
  });

  it('as the bot itself writes it, and as a weekday, is that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: -7, max: 300 }), (from, ahead) => {
        const today = addDays(day('2024-01-01'), from);
        const date = addDays(today, ahead);
        expect(named(formatDay(date), today)).toBe(date);
        expect(named(formatDay(date).slice(4), today)).toBe(date);
        const weekday = named(formatDay(date).slice(0, 3), today) ?? today;
        expect(formatDay(weekday).slice(0, 3)).toBe(formatDay(date).slice(0, 3));
        expect(daysBetween(today, weekday)).toBeGreaterThan(0);
        expect(daysBetween(today, weekday)).toBeLessThan(8);
      }),
      { numRuns: 300 },
    );
  });
});
