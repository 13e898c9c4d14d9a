import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  allZones,
  type Day,
  day,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  daysFrom,
  formatDay,
  localTime,
  nextMonday,
  parseDay,
  parseLocalTime,
  parseZone,
  timeIn,
  weekdayNames,
  weekdayOf,
  zone,
} from '../../src/coach/day.ts';

const lisbon = zone('Europe/Lisbon');
const at = (iso: string) => Date.parse(iso);

describe('what a member types', () => {
  it('takes a real date, and nothing that only looks like one', () => {
    expect(parseDay('2026-02-28')).toBe('2026-02-28');
    expect(parseDay('2024-02-29')).toBe('2024-02-29');
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-5', '05.01.2026', 'tomorrow', '', '2026-01-05T00:00']) {
      expect(parseDay(wrong), wrong).toBeUndefined();
    }
  });

  it('takes a time with or without its leading zero', () => {
    expect(parseLocalTime(' 7:30 ')).toBe('07:30');
    expect(parseLocalTime('00:00')).toBe('00:00');
    expect(parseLocalTime('23:59')).toBe('23:59');
    for (const wrong of ['24:00', '7:60', '730', '7', '-1:00', '7:5', 'noon']) {
      expect(parseLocalTime(wrong), wrong).toBeUndefined();
    }
  });

  it('takes a zone in any case and with a blank, and gives it the spelling of the database', () => {
    expect(parseZone('europe/lisbon')).toBe('Europe/Lisbon');
    expect(parseZone(' America/new york ')).toBe('America/New_York');
    expect(parseZone('utc')).toBe('UTC');
    expect(parseZone('Europe/Kyiv')).toBe('Europe/Kyiv');
    for (const wrong of ['UTC+1', '+01:00', 'Lisbon', 'Europe/Atlantis', '']) {
      expect(parseZone(wrong), wrong).toBeUndefined();
    }
  });

  it.each([
    ['America/Argentina/Buenos_Aires', 'America/Buenos_Aires'],
    ['US/Eastern', 'America/New_York'],
    ['GB', 'Europe/London'],
    ['Asia/Istanbul', 'Europe/Istanbul'],
    ['Etc/UTC', 'UTC'],
    ['gmt', 'UTC'],
  ])('takes %s for what the database says it is', (other, own) => {
    for (const date of ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z']) {
      expect(timeIn(Date.parse(date), zone(other))).toBe(timeIn(Date.parse(date), zone(own)));
    }
  });

  it('knows zones by the names that they have today', () => {
    for (const name of ['Africa/Asmara', 'America/Indiana/Indianapolis', 'Asia/Kathmandu', 'Europe/Kyiv']) {
      expect(parseZone(name)).toBe(name);
    }
  });

  it('says by name what the program itself got wrong', () => {
    expect(() => day('2026-02-30')).toThrow(new RangeError('not a date: 2026-02-30'));
    expect(() => localTime('25:00')).toThrow(new RangeError('not a time of day: 25:00'));
    expect(() => zone('Mars/Olympus')).toThrow(new RangeError('not a time zone: Mars/Olympus'));
  });

  it('knows every zone under a name that it takes back, UTC first and none twice', () => {
    const zones = allZones();
    expect(zones.length).toBeGreaterThan(400);
    expect(zones[0]).toBe('UTC');
    expect(new Set(zones).size).toBe(zones.length);
    for (const each of zones) expect(parseZone(each.toUpperCase())).toBe(each);
  });
});

describe('the calendar', () => {
  const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map(dayFromNumber);

  it('counts days as a calendar does, over leap years and centuries', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28');
    expect(daysBetween(day('2026-01-05'), day('2026-03-30'))).toBe(84);
    expect(dayNumber(day('1970-01-01'))).toBe(0);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (from, days) => {
        const to = addDays(from, days);
        const utc = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1, Number(from.slice(8))));
        utc.setUTCDate(utc.getUTCDate() + days);
        expect(to).toBe(utc.toISOString().slice(0, 10));
        expect(daysBetween(from, to)).toBe(days);
        expect(dayFromNumber(dayNumber(to))).toBe(to);
      }),
    );
  });

  it('knows the days of the week, before 1970 too', () => {
    expect(weekdayOf(day('2026-01-05'))).toBe(1);
    expect(weekdayOf(day('2026-01-11'))).toBe(7);
    expect(weekdayOf(day('1969-12-31'))).toBe(3);
    fc.assert(
      fc.property(anyDay, (of) => {
        expect(weekdayOf(of) % 7).toBe(new Date(`${of}T12:00:00Z`).getUTCDay());
      }),
    );
  });

  it('finds next Monday, a week ahead when today is one', () => {
    expect(nextMonday(day('2026-01-05'))).toBe('2026-01-12');
    expect(nextMonday(day('2026-01-06'))).toBe('2026-01-12');
    expect(nextMonday(day('2026-01-11'))).toBe('2026-01-12');
  });

  it('lists days with both ends, and none backwards', () => {
    expect(daysFrom(day('2026-02-27'), day('2026-03-01'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(daysFrom(day('2026-03-01'), day('2026-03-01'))).toEqual(['2026-03-01']);
    expect(daysFrom(day('2026-03-01'), day('2026-02-27'))).toEqual([]);
  });

  it('names days for people', () => {
    expect(formatDay(day('2026-01-05'))).toBe('Mon 5 Jan');
    expect(formatDay(day('2026-01-05'), 'pt')).toContain('5');
    expect(weekdayNames()).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
    expect(weekdayNames('de')[0]).toMatch(/^Mo/);
  });
});

describe('the day at a moment', () => {
  it('is Monday for Ana at 23:59 in Lisbon and Tuesday two minutes later', () => {
    expect(dayOf(at('2026-01-05T23:59Z'), lisbon)).toBe('2026-01-05');
    expect(dayOf(at('2026-01-06T00:01Z'), lisbon)).toBe('2026-01-06');
    expect(timeIn(at('2026-07-06T06:30Z'), lisbon)).toBe('07:30');
  });

  it('is still the evening before at 02:59 for those whose day ends at three', () => {
    const of = (iso: string): Day => dayOf(at(iso), lisbon, 3);
    expect(of('2026-01-06T02:59Z')).toBe('2026-01-05');
    expect(of('2026-01-06T03:00Z')).toBe('2026-01-06');
  });

  it('differs by two dates between the ends of the earth', () => {
    const noon = at('2026-01-05T10:30Z');
    expect(dayOf(noon, zone('Pacific/Kiritimati'))).toBe('2026-01-06');
    expect(dayOf(noon, zone('Pacific/Niue'))).toBe('2026-01-04');
  });

  it('has Kathmandu a quarter of an hour before the next full hour', () => {
    expect(timeIn(at('2026-01-05T18:15Z'), zone('Asia/Kathmandu'))).toBe('00:00');
    expect(dayOf(at('2026-01-05T18:14Z'), zone('Asia/Kathmandu'))).toBe('2026-01-05');
    expect(dayOf(at('2026-01-05T18:15Z'), zone('Asia/Kathmandu'))).toBe('2026-01-06');
  });
});
