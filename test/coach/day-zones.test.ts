import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  allZones,
  type Day,
  day,
  dayOf,
  daysBetween,
  HOUR,
  type Instant,
  instantOf,
  type LocalTime,
  localTime,
  MINUTE,
  nextOccurrence,
  type Zone,
  zone,
} from '../../src/coach/day.ts';

const FROM = Date.UTC(2013, 0, 1);
const TO = Date.UTC(2025, 0, 1);

/** What a clock on the wall shows, told by the platform and by none of our code: `2024-04-26, 01:00`. */
const formats = new Map<Zone, Intl.DateTimeFormat>();
function wallOf(instant: Instant, zone: Zone): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
    });
    formats.set(zone, format);
  }
  return format.format(instant);
}

/** One zone of each set that went by the same clock from 2013 to 2024. */
const differentZones = [
  ...new Map(
    allZones().map((each) => {
      const months = Array.from({ length: 144 }, (_, month) => wallOf(Date.UTC(2013, month), each).slice(-5));
      return [months.join(), each] as const;
    }),
  ).values(),
];

/** Noons in UTC after which, within ten days, the clocks of the zone change. */
function changesOf(zone: Zone): Instant[] {
  const step = 10 * 24 * HOUR;
  const found: Instant[] = [];
  for (let instant = FROM + 12 * HOUR; instant < TO; instant += step) {
    if (wallOf(instant, zone).slice(-5) !== wallOf(instant + step, zone).slice(-5)) found.push(instant);
  }
  return found;
}

const changing = differentZones.map((each) => ({ zone: each, changes: changesOf(each) })).filter((z) => z.changes[0]);

/** By trying every quarter of an hour: the first that shows this date and time, or the first that shows more. */
function instantByTrying(day: Day, time: LocalTime, zone: Zone): Instant | undefined {
  const wanted = `${day}, ${time}`;
  const start = Date.parse(`${day}T${time}Z`) - 15 * HOUR;
  let afterGap: Instant | undefined;
  for (let instant = start; instant < start + 30 * HOUR; instant += 15 * MINUTE) {
    const shown = wallOf(instant, zone);
    if (shown === wanted) return instant;
    if (shown > wanted) afterGap ??= instant;
  }
  return afterGap;
}

const utc = (instant: Instant | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);

describe('where clocks are changed', () => {
  it.each([
    ['Europe/Lisbon', '2024-03-31', '01:30', '2024-03-31T01:00', 'jumped over: at the first valid moment'],
    ['Europe/Lisbon', '2024-10-27', '01:30', '2024-10-27T00:30', 'shown twice: the first'],
    ['America/New_York', '2024-11-03', '01:30', '2024-11-03T05:30', 'shown twice: the first'],
    ['Africa/Cairo', '2024-04-26', '00:00', '2024-04-25T22:00', 'a day that begins at one'],
    ['Africa/Cairo', '2024-10-31', '23:30', '2024-10-31T20:30', 'the last hour of the day, twice'],
    ['America/Havana', '2024-03-10', '00:15', '2024-03-10T05:00', 'a day that begins at one'],
    ['America/Havana', '2024-11-03', '00:30', '2024-11-03T04:30', 'the first hour of the day, twice'],
    ['America/Santiago', '2023-09-03', '00:00', '2023-09-03T04:00', 'a day that begins at one'],
    ['America/Santiago', '2024-04-06', '23:30', '2024-04-07T02:30', 'the last hour of the day, twice'],
    ['Asia/Beirut', '2024-03-31', '00:30', '2024-03-30T22:00', 'a day that begins at one'],
    ['Atlantic/Azores', '2024-03-31', '00:45', '2024-03-31T01:00', 'a day that begins at one'],
    ['Atlantic/Azores', '2024-10-27', '00:45', '2024-10-27T00:45', 'the first hour of the day, twice'],
    ['Australia/Lord_Howe', '2024-10-06', '02:15', '2024-10-05T15:30', 'half an hour jumped over'],
    ['Australia/Lord_Howe', '2024-04-07', '01:45', '2024-04-06T14:45', 'half an hour, twice'],
    ['Antarctica/Troll', '2024-03-31', '02:10', '2024-03-31T01:00', 'two hours jumped over'],
    ['Asia/Kathmandu', '2024-03-31', '07:30', '2024-03-31T01:45', 'an offset of 45 minutes'],
    ['Pacific/Apia', '2011-12-29', '23:30', '2011-12-30T09:30', 'the last hour before the skipped date'],
    ['Pacific/Apia', '2011-12-31', '00:00', '2011-12-30T10:00', 'the first moment after the skipped date'],
    ['Asia/Pyongyang', '2018-05-04', '23:45', '2018-05-04T15:00', 'jumped over, and midnight with it'],
  ])('%s, %s %s is %s (%s)', (name, date, time, expected) => {
    expect(utc(instantOf(day(date), localTime(time), zone(name)))).toBe(expected);
  });

  it('has no moment on the date that Samoa skipped, and goes from the 29th to the 31st', () => {
    const apia = zone('Pacific/Apia');
    for (const time of ['00:00', '07:30', '23:59']) {
      expect(instantOf(day('2011-12-30'), localTime(time), apia)).toBeUndefined();
    }
    const before = instantOf(day('2011-12-29'), localTime('07:30'), apia) ?? Number.NaN;
    const next = nextOccurrence(before, localTime('07:30'), apia);
    expect([next.day, utc(next.at)]).toEqual(['2011-12-31', '2011-12-30T17:30']);
  });

  it('agrees with trying every quarter of an hour, around a change in every zone that has one', () => {
    const quarters = fc
      .integer({ min: 0, max: 95 })
      .map((n) => localTime(`${Math.floor(n / 4)}:${(n % 4) * 15 || '00'}`));
    expect(changing.length).toBeGreaterThan(60);
    for (const { zone, changes } of changing) {
      fc.assert(
        fc.property(fc.constantFrom(...changes), fc.integer({ min: -1, max: 11 }), quarters, (near, days, time) => {
          const date = addDays(dayOf(near, zone), days);
          const found = instantOf(date, time, zone);
          // Casey changes its clocks at a minute past midnight now and then; trying finds the next quarter.
          const inQuarters = Math.ceil((found ?? Number.NaN) / (15 * MINUTE)) * 15 * MINUTE;
          expect(inQuarters, `${zone} ${date} ${time}`).toBe(instantByTrying(date, time, zone));
        }),
        { numRuns: 8 },
      );
    }
  });
});

describe('in every zone of the list', () => {
  const minutes = fc.integer({ min: 0, max: 1439 });
  const times = minutes.map((n) => localTime(`${Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}`));
  const dates = fc.integer({ min: 0, max: 4382 }).map((n) => addDays(day('2013-01-01'), n));

  it('a time of a day falls on that day, and shows that time unless it was jumped over', () => {
    for (const zone of allZones()) {
      fc.assert(
        fc.property(dates, times, (date, time) => {
          fc.pre(!(zone === 'Asia/Pyongyang' && date === '2018-05-04'));
          const instant = instantOf(date, time, zone) ?? Number.NaN;
          expect(dayOf(instant, zone), `${zone} ${date} ${time}`).toBe(date);
          expect(wallOf(instant, zone) >= `${date}, ${time}`).toBe(true);
          expect(wallOf(instant - 1, zone) < `${date}, ${time}`).toBe(true);
        }),
        { numRuns: 12 },
      );
    }
  });

  it('the next post is later, on the next date, and none is skipped or doubled, over twelve years', () => {
    const hard = ['00:00', '00:30', '01:30', '02:15', '02:30', '03:00', '07:30', '23:30', '23:59'].map(localTime);
    for (const [index, { zone, changes }] of changing.entries()) {
      const time = hard[index % hard.length] ?? localTime('07:30');
      for (const change of changes) {
        let last = nextOccurrence(change, time, zone);
        while (last.at < change + 11 * 24 * HOUR) {
          const next = nextOccurrence(last.at, time, zone);
          expect(next.at, zone).toBeGreaterThan(last.at);
          expect(daysBetween(last.day, next.day), `${zone} ${time} after ${last.day}`).toBe(1);
          last = next;
        }
      }
    }
    for (const zone of allZones()) {
      fc.assert(
        fc.property(dates, times, (date, time) => {
          const one = nextOccurrence(Date.parse(date), time, zone);
          const two = nextOccurrence(one.at, time, zone);
          expect(daysBetween(one.day, two.day), `${zone} ${time} after ${one.day}`).toBe(1);
          expect(two.at).toBeGreaterThan(one.at);
        }),
        { numRuns: 4 },
      );
    }
  });

  it.each([
    ['Africa/Cairo', '00:30'],
    ['America/Havana', '00:00'],
    ['Australia/Lord_Howe', '02:15'],
  ])('%s has every one of 4,382 dates once at %s', (name, time) => {
    let last = nextOccurrence(FROM, localTime(time), zone(name));
    const first = last.day;
    let count = 1;
    while (last.at < TO) {
      const next = nextOccurrence(last.at, localTime(time), zone(name));
      if (next.at <= last.at || next.day !== addDays(last.day, 1)) expect.fail(`after ${last.day} came ${next.day}`);
      last = next;
      count += 1;
    }
    expect(count).toBe(daysBetween(first, last.day) + 1);
    expect(count).toBeGreaterThan(4_380);
  });
});

describe('the next occurrence', () => {
  const lisbon = zone('Europe/Lisbon');
  const half7 = localTime('07:30');

  it('is strictly later, even at the very moment', () => {
    const now = Date.parse('2026-01-05T07:30Z');
    expect(nextOccurrence(now - 1, half7, lisbon)).toEqual({ day: '2026-01-05', at: now });
    expect(nextOccurrence(now, half7, lisbon)).toEqual({ day: '2026-01-06', at: now + 24 * HOUR });
  });

  it('is the same whoever asked before, at whatever moment', () => {
    const zones = fc.constantFrom('Europe/Lisbon', 'America/Havana', 'Africa/Cairo').map(zone);
    const moments = fc.array(fc.integer({ min: FROM, max: TO }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(zones, moments, fc.integer({ min: 0, max: 50 * HOUR }), (zone, asked, back) => {
        for (const moment of asked.flatMap((m) => [m, m - back, m + 1])) {
          const found = nextOccurrence(moment, half7, zone);
          expect(found.at).toBe(instantOf(found.day, half7, zone));
          expect(found.at).toBeGreaterThan(moment);
          const before = instantOf(addDays(found.day, -1), half7, zone) ?? Number.NaN;
          expect(before).toBeLessThanOrEqual(moment);
        }
      }),
    );
  });

  it('comes within a day and a bit for a hundred thousand members in every zone', () => {
    const zones = allZones();
    const now = Date.parse('2026-01-05T12:00Z');
    const days = new Set<Day>();
    for (let member = 0; member < 100_000; member++) {
      const next = nextOccurrence(now, half7, zones[member % zones.length] ?? lisbon);
      if (next.at <= now || next.at > now + 24 * HOUR) expect.fail(`${zones[member % zones.length]} at ${next.at}`);
      days.add(next.day);
    }
    expect([...days].sort()).toEqual(['2026-01-05', '2026-01-06']);
  });
});
