import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeClock, dayEnd, todayOf } from '../../src/coach/clock.ts';
import { allZones, type Day, day, HOUR, type Instant, MINUTE, zone } from '../../src/coach/day.ts';
import type { MemberClock } from '../../src/coach/member.ts';

const at = (iso: string): Instant => Date.parse(iso);
const clockIn = (name: string, dayEndsAt = 3): MemberClock => ({ zone: zone(name), dayEndsAt });
const utc = (instant: Instant) => new Date(instant).toISOString().slice(0, 16);

describe('a member who stays', () => {
  it('is still on Monday at half past two in the night', () => {
    const ana = clockIn('Europe/Lisbon');
    expect(todayOf(ana, at('2026-01-06T02:59Z'))).toBe('2026-01-05');
    expect(todayOf(ana, at('2026-01-06T03:00Z'))).toBe('2026-01-06');
    expect(utc(dayEnd(ana, day('2026-01-05')))).toBe('2026-01-06T03:00');
  });

  it('has days of 23 and 25 hours when the clocks change', () => {
    const ana = clockIn('Europe/Lisbon');
    expect(utc(dayEnd(ana, day('2024-03-30')))).toBe('2024-03-31T02:00');
    expect(utc(dayEnd(ana, day('2024-10-26')))).toBe('2024-10-27T03:00');
  });

  it('begins the day at one where midnight is jumped over', () => {
    const omar = clockIn('Africa/Cairo', 0);
    expect(utc(dayEnd(omar, day('2024-04-25')))).toBe('2024-04-25T22:00');
    expect(todayOf(omar, at('2024-04-25T21:59Z'))).toBe('2024-04-25');
    expect(todayOf(omar, at('2024-04-25T22:00Z'))).toBe('2024-04-26');
  });

  it('keeps a day that has begun when the clocks go back over its beginning', () => {
    const eva = clockIn('Antarctica/Casey');
    expect(todayOf(eva, at('2018-03-10T16:30Z'))).toBe('2018-03-11');
    expect(todayOf(eva, at('2018-03-10T17:30Z'))).toBe('2018-03-11');
  });

  it('goes from the 29th to the 31st where the 30th never came', () => {
    const sina = clockIn('Pacific/Apia');
    expect(todayOf(sina, at('2011-12-30T12:59Z'))).toBe('2011-12-29');
    expect(todayOf(sina, at('2011-12-30T13:00Z'))).toBe('2011-12-31');
    expect(utc(dayEnd(sina, day('2011-12-29')))).toBe('2011-12-30T13:00');
    expect(utc(dayEnd(sina, day('2011-12-30')))).toBe('2011-12-30T13:00');
  });
});

describe('a member who travels', () => {
  it('flies from Lisbon to Tokyo and keeps Monday until it ends in Lisbon', () => {
    const changed = at('2026-01-05T20:00Z');
    const ana = changeClock(clockIn('Europe/Lisbon'), { zone: zone('Asia/Tokyo') }, changed);
    // In Tokyo it is five in the morning of Tuesday.
    expect(todayOf(ana, changed)).toBe('2026-01-05');
    expect(todayOf(ana, at('2026-01-06T02:59Z'))).toBe('2026-01-05');
    expect(utc(dayEnd(ana, day('2026-01-05')))).toBe('2026-01-06T03:00');
    expect(todayOf(ana, at('2026-01-06T03:00Z'))).toBe('2026-01-06');
    expect(utc(dayEnd(ana, day('2026-01-06')))).toBe('2026-01-06T18:00');
  });

  it('flies from Tokyo to Lisbon and has one long Tuesday', () => {
    const changed = at('2026-01-05T19:00Z');
    const ana = changeClock(clockIn('Asia/Tokyo'), { zone: zone('Europe/Lisbon') }, changed);
    // In Lisbon it is still Monday evening, but Tuesday has begun for her and is not taken back.
    expect(todayOf(ana, changed)).toBe('2026-01-06');
    expect(todayOf(ana, at('2026-01-06T18:00Z'))).toBe('2026-01-06');
    expect(utc(dayEnd(ana, day('2026-01-06')))).toBe('2026-01-07T03:00');
    expect(todayOf(ana, at('2026-01-07T03:00Z'))).toBe('2026-01-07');
  });

  it('crosses the date line eastwards, and the date that it swallows ends as it begins', () => {
    const changed = at('2026-01-06T12:30Z');
    const kai = changeClock(clockIn('Pacific/Honolulu'), { zone: zone('Pacific/Kiritimati') }, changed);
    expect(todayOf(kai, changed)).toBe('2026-01-05');
    expect(todayOf(kai, at('2026-01-06T13:00Z'))).toBe('2026-01-07');
    expect(utc(dayEnd(kai, day('2026-01-06')))).toBe('2026-01-06T13:00');
  });

  it('crosses the date line westwards and never meets yesterday again', () => {
    const changed = at('2026-01-05T14:00Z');
    const kai = changeClock(clockIn('Pacific/Auckland'), { zone: zone('Pacific/Pago_Pago') }, changed);
    expect(todayOf(kai, changed)).toBe('2026-01-06');
    expect(todayOf(kai, at('2026-01-07T13:59Z'))).toBe('2026-01-06');
    expect(todayOf(kai, at('2026-01-07T14:00Z'))).toBe('2026-01-07');
  });

  it('changes something else while the clocks at the new place still show the day before', () => {
    const away = changeClock(clockIn('Pacific/Kiritimati'), { zone: zone('Pacific/Niue') }, at('2026-01-05T20:00Z'));
    const kai = changeClock(away, { dayEndsAt: 4 }, at('2026-01-06T13:30Z'));
    expect(todayOf(away, at('2026-01-06T13:30Z'))).toBe('2026-01-06');
    expect(todayOf(kai, at('2026-01-06T13:30Z'))).toBe('2026-01-06');
    expect(utc(dayEnd(kai, day('2026-01-06')))).toBe('2026-01-07T15:00');
  });

  it('corrects the zone twice within an hour, and Monday ends when it would have', () => {
    const home = clockIn('Europe/Lisbon');
    const wrong = changeClock(home, { zone: zone('Asia/Tokyo') }, at('2026-01-05T12:00Z'));
    const right = changeClock(wrong, { zone: zone('Europe/Lisbon') }, at('2026-01-05T12:30Z'));
    expect(utc(dayEnd(right, day('2026-01-05')))).toBe('2026-01-06T03:00');
    expect(todayOf(right, at('2026-01-06T02:59Z'))).toBe('2026-01-05');
  });
});

describe('a member who moves the end of the day', () => {
  it('sets it from three to midnight at one in the night, and that night still ends at three', () => {
    const ana = changeClock(clockIn('Europe/Lisbon'), { dayEndsAt: 0 }, at('2026-01-06T01:00Z'));
    expect(todayOf(ana, at('2026-01-06T01:00Z'))).toBe('2026-01-05');
    expect(utc(dayEnd(ana, day('2026-01-05')))).toBe('2026-01-06T03:00');
    expect(utc(dayEnd(ana, day('2026-01-06')))).toBe('2026-01-07T00:00');
  });

  it('sets it from midnight to five at one in the night, and is not back on yesterday', () => {
    const ana = changeClock(clockIn('Europe/Lisbon', 0), { dayEndsAt: 5 }, at('2026-01-06T01:00Z'));
    expect(todayOf(ana, at('2026-01-06T01:00Z'))).toBe('2026-01-06');
    expect(utc(dayEnd(ana, day('2026-01-06')))).toBe('2026-01-07T05:00');
  });

  it('gets the same clock back when nothing is different', () => {
    const ana = clockIn('Europe/Lisbon');
    expect(changeClock(ana, { zone: zone('Europe/Lisbon'), dayEndsAt: 3 }, at('2026-01-06T01:00Z'))).toBe(ana);
    expect(changeClock(ana, {}, at('2026-01-06T01:00Z'))).toBe(ana);
  });
});

describe('whatever is changed, wherever and whenever', () => {
  const wild = [
    'Pacific/Kiritimati',
    'Pacific/Niue',
    'Antarctica/Casey',
    'Africa/Cairo',
    'America/Havana',
    'Europe/Lisbon',
  ];
  const zones = fc.oneof(fc.constantFrom(...wild.map(zone)), fc.constantFrom(...allZones()));
  const change = fc.record({ zone: zones, dayEndsAt: fc.integer({ min: 0, max: 5 }) }, { requiredKeys: [] });
  // Hours until the change; several within a day are what is hard.
  const journey = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 * 60 }), change), { maxLength: 7 });
  const starts = fc.oneof(
    fc.integer({ min: at('2013-01-01'), max: at('2024-11-01') }),
    fc.constantFrom(at('2018-03-09T12:00Z'), at('2024-03-30'), at('2024-10-26'), at('2011-12-28T15:00Z')),
  );

  it('today never goes back, and no day ends before the clock that it began on lets it', () => {
    fc.assert(
      fc.property(starts, zones, journey, (start, home, changes) => {
        let clock: MemberClock = { zone: home, dayEndsAt: 3 };
        let now = start;
        let today = todayOf(clock, now);
        let endsAt = dayEnd(clock, today);
        const look = (): void => {
          const seen = todayOf(clock, now);
          if (seen !== today) {
            expect(seen > today, `${today} then ${seen}`).toBe(true);
            expect(now, `${today} ended early`).toBeGreaterThanOrEqual(endsAt);
            today = seen;
            endsAt = dayEnd(clock, today);
          }
          expect(now < dayEnd(clock, today)).toBe(true);
        };
        const wait = (minutes: number): void => {
          const until = now + minutes * MINUTE;
          for (; now < until; now = Math.min(until, now + 45 * MINUTE)) look();
        };
        for (const [minutes, setting] of changes) {
          wait(minutes);
          look();
          clock = changeClock(clock, { ...setting }, now);
          look();
        }
        wait(60 * 60);
        expect(todayOf(clock, now)).toBe(todayOf({ zone: clock.zone, dayEndsAt: clock.dayEndsAt }, now));
      }),
      { numRuns: 250 },
    );
  });

  it('a day is over exactly at its end', () => {
    fc.assert(
      fc.property(starts, zones, change, fc.integer({ min: -2, max: 60 }), (now, home, setting, hours) => {
        const clock = changeClock({ zone: home, dayEndsAt: 3 }, { ...setting }, now);
        const today: Day = todayOf(clock, now + hours * HOUR);
        const end = dayEnd(clock, today);
        expect(todayOf(clock, end - 1)).toBe(today);
        expect(todayOf(clock, end) > today).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
