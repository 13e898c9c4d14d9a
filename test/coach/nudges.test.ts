import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  allZones,
  type Day,
  day,
  daysBetween,
  HOUR,
  type Instant,
  instantOf,
  localTime,
  MINUTE,
  nextOccurrence,
  zone,
} from '../../src/coach/day.ts';
import {
  dueDays,
  graceOf,
  inQuietHours,
  MOST_MISSED,
  missedOrDue,
  type ScheduledTime,
  slotsOf,
  waterTimes,
} from '../../src/coach/nudges.ts';

const at = (iso: string): Instant => Date.parse(iso);
const lisbon = zone('Europe/Lisbon');

describe('water', () => {
  it('is spread evenly over the day, four times at most', () => {
    expect(waterTimes(0)).toEqual([]);
    expect(waterTimes(1)).toEqual(['14:00']);
    expect(waterTimes(2)).toEqual(['12:00', '16:00']);
    expect(waterTimes(3)).toEqual(['11:20', '14:00', '16:40']);
    expect(waterTimes(4)).toEqual(['11:00', '13:00', '15:00', '17:00']);
    for (const wrong of [5, -1, 1.5]) expect(() => waterTimes(wrong)).toThrow(RangeError);
  });
});

describe('quiet hours', () => {
  it('go from ten in the evening over midnight to seven', () => {
    for (const quiet of ['22:00', '23:59', '00:00', '06:59']) expect(inQuietHours(localTime(quiet)), quiet).toBe(true);
    for (const loud of ['07:00', '12:00', '21:59']) expect(inQuietHours(localTime(loud)), loud).toBe(false);
  });

  it('may lie within a day, or be none', () => {
    const siesta = { from: localTime('13:00'), to: localTime('15:00') };
    expect(inQuietHours(localTime('13:00'), siesta)).toBe(true);
    expect(inQuietHours(localTime('15:00'), siesta)).toBe(false);
    expect(inQuietHours(localTime('23:00'), siesta)).toBe(false);
    const none = { from: localTime('00:00'), to: localTime('00:00') };
    expect(inQuietHours(localTime('00:00'), none)).toBe(false);
  });
});

describe('the slots of a server', () => {
  const times = (...texts: string[]) => texts.map(localTime);

  it('are the daily post, one wind-down and the waters in order', () => {
    const settings = { postAt: localTime('07:30'), nudges: { sleep: times('21:30'), water: waterTimes(2) } };
    expect(slotsOf(settings)).toEqual([
      { kind: 'daily', slot: 0, at: '07:30' },
      { kind: 'sleep', slot: 0, at: '21:30' },
      { kind: 'water', slot: 0, at: '12:00' },
      { kind: 'water', slot: 1, at: '16:00' },
    ]);
  });

  it('leave out nudges in quiet hours and over the day’s most, and never the daily post', () => {
    const water = times('06:00', '09:00', '11:00', '13:00', '15:00');
    const settings = { postAt: localTime('06:00'), nudges: { sleep: times('22:30', '21:00'), water } };
    expect(slotsOf(settings)).toEqual([
      { kind: 'daily', slot: 0, at: '06:00' },
      { kind: 'water', slot: 1, at: '09:00' },
      { kind: 'water', slot: 2, at: '11:00' },
      { kind: 'water', slot: 3, at: '13:00' },
    ]);
  });
});

describe('grace', () => {
  it('is six hours for the daily post and half an hour for a nudge', () => {
    expect([graceOf('daily'), graceOf('sleep'), graceOf('water')]).toEqual([6 * HOUR, 30 * MINUTE, 30 * MINUTE]);
    const due = at('2026-01-05T07:30Z');
    expect(missedOrDue(due, due - 1, 'daily')).toBe('early');
    expect(missedOrDue(due, due, 'daily')).toBe('due');
    expect(missedOrDue(due, due + 6 * HOUR, 'daily')).toBe('due');
    expect(missedOrDue(due, due + 6 * HOUR + 1, 'daily')).toBe('missed');
    expect(missedOrDue(due, due + 31 * MINUTE, 'water')).toBe('missed');
  });
});

describe('what is due', () => {
  const monday: ScheduledTime = {
    kind: 'daily',
    at: localTime('07:30'),
    zone: lisbon,
    nextDay: day('2026-01-05'),
    nextAt: at('2026-01-05T07:30Z'),
  };
  const look = (schedule: ScheduledTime, iso: string) => {
    const { send, missed, next } = dueDays(schedule, at(iso));
    return { send: send?.day, missed: missed.map((each) => each.day), next: next.day };
  };

  it('is nothing before its time, and the schedule stays where it is', () => {
    expect(dueDays(monday, monday.nextAt - 1)).toEqual({
      missed: [],
      next: { day: monday.nextDay, at: monday.nextAt },
    });
  });

  it('is the post from its time until its grace ends', () => {
    for (const time of ['07:30', '07:31', '13:30']) {
      expect(look(monday, `2026-01-05T${time}Z`), time).toEqual({ send: '2026-01-05', missed: [], next: '2026-01-06' });
    }
    expect(look(monday, '2026-01-05T13:31Z')).toEqual({
      send: undefined,
      missed: ['2026-01-05'],
      next: '2026-01-06',
    });
  });

  it('is only the latest post after a weekend of downtime', () => {
    expect(look(monday, '2026-01-08T09:00Z')).toEqual({
      send: '2026-01-08',
      missed: ['2026-01-05', '2026-01-06', '2026-01-07'],
      next: '2026-01-09',
    });
  });

  it('notes the last fourteen dates after a year, and no more', () => {
    const { send, missed, next } = look(monday, '2027-01-05T23:00Z');
    expect(send).toBeUndefined();
    expect([missed.length, missed[0], missed.at(-1)]).toEqual([14, '2026-12-23', '2027-01-05']);
    expect(next).toBe('2027-01-06');
  });

  it('sends no water to catch up', () => {
    const water: ScheduledTime = { ...monday, kind: 'water', at: localTime('11:00'), nextAt: at('2026-01-05T11:00Z') };
    expect(look(water, '2026-01-05T11:30Z').send).toBe('2026-01-05');
    expect(look(water, '2026-01-05T12:00Z')).toMatchObject({ send: undefined, missed: ['2026-01-05'] });
  });

  it('goes from the 29th to the 31st in Samoa, where the 30th never came', () => {
    const apia = { ...monday, zone: zone('Pacific/Apia'), nextDay: day('2011-12-29'), nextAt: at('2011-12-29T17:30Z') };
    expect(look(apia, '2011-12-31T18:00Z')).toEqual({
      send: '2012-01-01',
      missed: ['2011-12-29', '2011-12-31'],
      next: '2012-01-02',
    });
  });

  it('does not bring a date again when the zone’s rules were changed meanwhile', () => {
    const toldEarlier = { ...monday, nextAt: at('2026-01-05T06:30Z') };
    expect(look(toldEarlier, '2026-01-05T06:30Z')).toEqual({ send: '2026-01-05', missed: [], next: '2026-01-06' });
    const toldLater = { ...monday, nextAt: at('2026-01-05T08:30Z') };
    expect(look(toldLater, '2026-01-05T08:00Z')).toEqual({ send: undefined, missed: [], next: '2026-01-05' });
    expect(look(toldLater, '2026-01-05T08:30Z')).toEqual({ send: '2026-01-05', missed: [], next: '2026-01-06' });
  });
});

describe('in every zone, whatever the beats and the downtimes', () => {
  const minutes = fc.integer({ min: 0, max: 1439 });
  const times = minutes.map((n) => localTime(`${Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}`));
  const hard = fc.constantFrom('00:00', '00:30', '01:30', '02:30', '23:30').map(localTime);
  // Spring and autumn, when clocks change somewhere; the waits are minutes, hours, days and weeks.
  const starts = fc
    .tuple(fc.integer({ min: 2013, max: 2024 }), fc.constantFrom('03-05', '03-27', '04-02', '09-01', '10-24', '11-01'))
    .map(([year, date]) => at(`${year}-${date}T00:00Z`));
  const waits = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 10 }) },
      { weight: 3, arbitrary: fc.integer({ min: 60, max: 30 * 60 }) },
      { weight: 1, arbitrary: fc.integer({ min: 2 * 24 * 60, max: 40 * 24 * 60 }) },
    ),
    { minLength: 5, maxLength: 12 },
  );
  const kinds = fc.constantFrom('daily' as const, 'water' as const);

  it('each local date comes once: sent in its grace, or missed', () => {
    for (const zone of allZones()) {
      fc.assert(
        fc.property(starts, fc.oneof(times, hard), kinds, waits, (start, time, kind, waited) => {
          const first = nextOccurrence(start, time, zone);
          let schedule: ScheduledTime = { kind, at: time, zone, nextDay: first.day, nextAt: first.at };
          let dealtWith: Day = addDays(first.day, -1);
          let now = start;
          for (const wait of waited) {
            now += wait * MINUTE;
            const { send, missed, next } = dueDays(schedule, now);
            const came = [...missed, ...(send === undefined ? [] : [send])];
            for (const { day, at } of came) {
              const skipped = daysBetween(dealtWith, day) - 1;
              if (skipped !== 0) expect(skipped > 0 && day === came[0]?.day && came.length >= MOST_MISSED).toBe(true);
              expect(at).toBe(instantOf(day, time, zone));
              expect(missedOrDue(at, now, kind)).toBe(send?.day === day ? 'due' : 'missed');
              dealtWith = day;
            }
            expect(next.at).toBeGreaterThan(now);
            expect(next.day, `${zone} ${time}`).toBe(addDays(dealtWith, 1));
            schedule = { ...schedule, nextDay: next.day, nextAt: next.at };
            expect(dueDays(schedule, now)).toEqual({ missed: [], next });
          }
        }),
        { numRuns: 2 },
      );
    }
  });

  it('a beat every quarter of an hour sends every date, at once', () => {
    const zones = ['Africa/Cairo', 'America/Havana', 'America/Santiago', 'Asia/Beirut', 'Atlantic/Azores'].map(zone);
    fc.assert(
      fc.property(fc.constantFrom(...zones, zone('Australia/Lord_Howe')), starts, hard, (zone, start, time) => {
        const first = nextOccurrence(start, time, zone);
        let schedule: ScheduledTime = { kind: 'water', at: time, zone, nextDay: first.day, nextAt: first.at };
        const sent: Day[] = [];
        for (let now = start; now < start + 8 * 24 * HOUR; now += 15 * MINUTE) {
          const { send, missed, next } = dueDays(schedule, now);
          expect(missed).toEqual([]);
          if (send !== undefined) sent.push(send.day);
          schedule = { ...schedule, nextDay: next.day, nextAt: next.at };
        }
        expect(sent).toEqual(sent.map((_, index) => addDays(first.day, index)));
        expect(sent.length).toBeGreaterThanOrEqual(7);
      }),
      { numRuns: 30 },
    );
  });
});
