import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, daysFrom, weekdayOf } from '../../src/coach/day.ts';
import { type Keep, outdated } from '../../src/host/rotation.ts';

const MONDAY = day('2026-01-05');

const keeps: fc.Arbitrary<Keep> = fc.record({ daily: fc.integer({ min: 1, max: 9 }), weekly: fc.nat(6) });
/** Backups of some days of half a year, in any order. */
const someDays = fc
  .uniqueArray(fc.nat(180), { maxLength: 120 })
  .map((all) => all.map((count) => addDays(MONDAY, count)));

function kept(days: readonly Day[], keep: Keep): Day[] {
  const gone = new Set(outdated(days, keep));
  return days.filter((one) => !gone.has(one)).sort();
}

describe('which backups are kept', () => {
  it('by default: those of a week, and four Sundays before it', () => {
    const days = daysFrom(MONDAY, day('2026-02-20'));
    expect(kept(days, { daily: 7, weekly: 4 })).toEqual([
      ...['2026-01-25', '2026-02-01', '2026-02-08', '2026-02-13'],
      ...daysFrom(day('2026-02-14'), day('2026-02-20')),
    ]);
  });

  it('is never more than was asked for, always the newest, and nothing more goes when it is asked again', () => {
    fc.assert(
      fc.property(someDays, keeps, (days, keep) => {
        const left = kept(days, keep);
        expect(left.length).toBeLessThanOrEqual(keep.daily + keep.weekly);
        const newest = [...days].sort().slice(-keep.daily);
        expect(left).toEqual(expect.arrayContaining(newest));
        expect(outdated(left, keep)).toEqual([]);
        expect(outdated([...days].reverse(), keep).sort()).toEqual(outdated(days, keep).sort());
      }),
    );
  });

  it('leaves, day by day, the last days whole and the end of every week for as many weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 120 }), keeps, (length, keep) => {
        let there: Day[] = [];
        for (const today of daysFrom(MONDAY, addDays(MONDAY, length))) there = kept([...there, today], keep);
        const today = addDays(MONDAY, length);
        const daily = daysFrom(addDays(today, 1 - keep.daily), today);
        const oldest = daily[0] ?? today;
        // Every Sunday that the daily ones do not hold, as far back as was asked, but for the week that they begin in.
        const sundays = daysFrom(MONDAY, addDays(oldest, -1)).filter((one) => weekdayOf(one) === 7);
        const isWeekBegun = weekdayOf(oldest) !== 1;
        const weekly = sundays.slice(Math.max(0, sundays.length - keep.weekly + (isWeekBegun ? 1 : 0)));
        expect(there).toEqual(expect.arrayContaining(daily));
        if (keep.weekly > 0) expect(there).toEqual(expect.arrayContaining(weekly));
      }),
      { numRuns: 40 },
    );
  });
});
