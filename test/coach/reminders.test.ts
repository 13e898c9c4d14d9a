import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, HOUR, type LocalTime, localTime, MINUTE, timeIn, zone } from '../../src/coach/day.ts';
import { dueDays, inQuietHours } from '../../src/coach/nudges.ts';
import {
  afterQuiet,
  isQuiet,
  lastMoment,
  lightsOutAt,
  NO_WISHES,
  reminderTimes,
  type Wishes,
} from '../../src/coach/reminders/reminders.ts';

const wishes = (changes: Partial<Wishes>): Wishes => ({ ...NO_WISHES, ...changes });
const timesOf = (changes: Partial<Wishes>) => reminderTimes(wishes(changes)).map(({ kind, at }) => `${kind} ${at}`);
const t = localTime;

describe('the times of a member’s reminders', () => {
  it('are none for who asked for nothing, or named no time', () => {
    expect(reminderTimes(NO_WISHES)).toEqual([]);
    expect(timesOf({ workout: true, sleep: true })).toEqual([]);
  });

  it('are when they train, and half an hour before the light goes out for the sleep that they want', () => {
    expect(timesOf({ workout: true, trainsAt: t('18:00') })).toEqual(['workout 18:00']);
    const up = { sleep: true, wakesAt: t('06:30'), sleepHours: 8.5 };
    expect(timesOf(up)).toEqual(['sleep 21:30']);
    expect(lightsOutAt(wishes(up))).toBe('22:00');
  });

  it('spread water evenly over the hours that were named, over midnight too', () => {
    expect(timesOf({ water: 4 })).toEqual(['water 11:00', 'water 13:00', 'water 15:00', 'water 17:00']);
    expect(timesOf({ water: 2, waterFrom: t('08:00'), waterTo: t('20:00') })).toEqual(['water 11:00', 'water 17:00']);
    const night = { from: t('09:00'), to: t('17:00') };
    expect(timesOf({ water: 2, waterFrom: t('20:00'), waterTo: t('04:00'), quiet: night })).toEqual([
      'water 22:00',
      'water 02:00',
    ]);
  });

  it('move a wind-down to the last minute before quiet hours, and leave out what is of no use then', () => {
    expect(timesOf({ sleep: true, wakesAt: t('07:00'), sleepHours: 7 })).toEqual(['sleep 21:59']);
    expect(timesOf({ workout: true, trainsAt: t('06:00') })).toEqual([]);
    expect(timesOf({ water: 3, waterFrom: t('05:00'), waterTo: t('11:00') })).toEqual(['water 08:00', 'water 10:00']);
    expect(timesOf({ review: true, quiet: { from: t('22:00'), to: t('10:00') } })).toEqual(['review 10:00']);
  });
});

const anyTime = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((m) => t(`${Math.floor(m / 60)}:${`0${m % 60}`.slice(-2)}`));
const anyWishes: fc.Arbitrary<Wishes> = fc.record({
  workout: fc.boolean(),
  trainsAt: anyTime,
  sleep: fc.boolean(),
  wakesAt: anyTime,
  sleepHours: fc.constantFrom(7, 7.5, 8, 8.5, 9),
  water: fc.integer({ min: 0, max: 4 }),
  waterFrom: anyTime,
  waterTo: anyTime,
  review: fc.boolean(),
  quiet: fc.record({ from: anyTime, to: anyTime }),
  mostADay: fc.integer({ min: 0, max: 6 }),
});
const ZONES = ['Europe/Lisbon', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Sao_Paulo'].map(
  zone,
);
const anyZone = fc.constantFrom(...ZONES);
/** Through both changes of the clocks of each. */
const anyInstant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });

describe('whatever a member asks for', () => {
  it('nothing is timed in quiet hours, no slot twice, a wind-down always somewhere', () => {
    fc.assert(
      fc.property(anyWishes, (any) => {
        const times = reminderTimes(any);
        for (const { at } of times) expect(inQuietHours(at, any.quiet)).toBe(false);
        expect(new Set(times.map(({ kind, slot }) => `${kind}${slot}`)).size).toBe(times.length);
        expect(times.filter(({ kind }) => kind === 'water').length).toBeLessThanOrEqual(any.water);
        expect(times.filter(({ kind }) => kind === 'sleep')).toHaveLength(any.sleep ? 1 : 0);
        expect(times.filter(({ kind }) => kind === 'review')).toHaveLength(any.review ? 1 : 0);
      }),
    );
  });

  it('is not sent after quiet hours have begun, and what waits for their end waits no longer than a day', () => {
    fc.assert(
      fc.property(anyWishes, anyZone, anyInstant, ({ quiet }, where, now) => {
        const after = afterQuiet(now, where, quiet);
        expect(after - now).toBeLessThanOrEqual(25 * HOUR);
        if (isQuiet(after, where, quiet)) return; // A change of the clocks jumped into them.
        const last = lastMoment(after, 6 * HOUR, where, quiet);
        expect(last).toBeGreaterThanOrEqual(after);
        for (let at = after; at <= last; at += 7 * MINUTE) expect(isQuiet(at, where, quiet)).toBe(false);
      }),
    );
  });

  it('comes once a date, whenever it is looked at, and never late', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 3 * 24 * 60 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(anyTime, anyZone, anyInstant, gaps, (at: LocalTime, where, start, minutes) => {
        let now = start;
        let next = dueDays({ kind: 'reminder', at, zone: where, nextDay: dayOf(now, where), nextAt: now }, now).next;
        const sent: string[] = [];
        for (const gap of minutes) {
          now += gap * MINUTE;
          const due = dueDays({ kind: 'reminder', at, zone: where, nextDay: next.day, nextAt: next.at }, now);
          next = due.next;
          expect(next.at).toBeGreaterThan(now);
          if (due.send === undefined) continue;
          sent.push(due.send.day);
          expect(now - due.send.at).toBeLessThanOrEqual(30 * MINUTE);
          expect(timeIn(due.send.at, where) >= at).toBe(true);
        }
        expect(new Set(sent).size).toBe(sent.length);
      }),
    );
  });
});
