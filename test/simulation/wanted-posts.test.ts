import { describe, expect, it } from 'vitest';
import { changeClock, todayOf } from '../../src/coach/clock.ts';
import { zone } from '../../src/coach/day.ts';
import { dayBy, firstMoments, livedDay, quartersOf } from '../../src/simulation/wall-clock.ts';
import { type Attendance, type WantedServer, wantedPosts } from '../../src/simulation/wanted-posts.ts';

const utc = (text: string) => Date.parse(`${text}Z`);

/** When clocks of a zone first showed a time on each date between two instants. */
const moments = (zone: string, time: string, from: string, to: string) =>
  new Map(
    [...firstMoments(quartersOf(zone, utc(from), utc(to)), time)].map(([date, at]) => [
      date,
      new Date(at).toISOString().slice(0, 16),
    ]),
  );

describe('what clocks on a wall show', () => {
  it('is 07:30 in Lisbon an hour earlier by the world’s clock once summer time has begun', () => {
    const mornings = moments('Europe/Lisbon', '07:30', '2026-03-26T12:00', '2026-03-30T12:00');
    expect(Object.fromEntries(mornings)).toEqual({
      '2026-03-27': '2026-03-27T07:30',
      '2026-03-28': '2026-03-28T07:30',
      '2026-03-29': '2026-03-29T06:30',
      '2026-03-30': '2026-03-30T06:30',
    });
  });

  it('is 03:00 in New York, on the night in which 02:30 does not exist', () => {
    const nights = moments('America/New_York', '02:30', '2026-03-06T12:00', '2026-03-09T12:00');
    expect(nights.get('2026-03-07')).toBe('2026-03-07T07:30');
    expect(nights.get('2026-03-08')).toBe('2026-03-08T07:00');
    expect(nights.get('2026-03-09')).toBe('2026-03-09T06:30');
  });

  it('is 01:45 on Lord Howe Island twice on the night of its half hour, of which the first counts', () => {
    const nights = moments('Australia/Lord_Howe', '01:45', '2026-04-03T00:00', '2026-04-05T12:00');
    expect(nights.get('2026-04-05')).toBe('2026-04-04T14:45');
  });

  it('takes a time between two quarters as it is', () => {
    expect(moments('Asia/Kolkata', '11:20', '2026-02-01T00:00', '2026-02-02T12:00').get('2026-02-02')).toBe(
      '2026-02-02T05:50',
    );
  });

  it('counts two in the night as the day before', () => {
    expect(livedDay(utc('2026-02-03T07:00'), 'America/New_York')).toBe('2026-02-02');
    expect(livedDay(utc('2026-02-03T08:00'), 'America/New_York')).toBe('2026-02-03');
  });
});

describe('the day of somebody who moves', () => {
  it.each([
    ['America/Sao_Paulo', 'Asia/Tokyo', '2026-03-01T23:00'],
    ['Asia/Tokyo', 'America/Sao_Paulo', '2026-03-16T11:00'],
    ['Pacific/Honolulu', 'Pacific/Auckland', '2026-03-10T12:00'],
  ])('is by the play’s own account what the coach makes of it: from %s to %s', (from, to, at) => {
    const moved = utc(at);
    const clock = changeClock({ zone: zone(from), dayEndsAt: 3 }, { zone: zone(to) }, moved);
    const hours = Array.from({ length: 72 }, (_, hour) => moved + (hour - 12) * 3_600_000);
    const account = hours.map((hour) => dayBy({ zone: to, moved: { from, at: moved } }, hour));
    expect(account).toEqual(hours.map((hour) => todayOf(clock, hour)));
    expect(new Set(account).size).toBeGreaterThan(2);
  });
});

const ANA: Attendance = {
  enrolledAt: utc('2026-02-01T16:00'),
  startsOn: '2026-02-02',
  endsOn: '2026-04-27',
  notes: [],
};
const LISBON: WantedServer = {
  zone: 'Europe/Lisbon',
  setUpAt: utc('2026-01-31T12:00'),
  postAt: '07:30',
  waterAt: [],
  people: [ANA],
};
const keysOf = (server: WantedServer, until: string) => wantedPosts(server, utc(until)).map(({ key }) => key);

describe('the posts that have to come', () => {
  it('begin on Ana’s first day and end with her twelfth week', () => {
    const keys = keysOf(LISBON, '2026-05-05T12:00');
    expect(keys).toHaveLength(84);
    expect(keys[0]).toBe('daily.2026-02-02');
    expect(keys.at(-1)).toBe('daily.2026-04-26');
  });

  it('are none in a server in which nobody has enrolled', () => {
    expect(keysOf({ ...LISBON, people: [] }, '2026-03-01T12:00')).toEqual([]);
  });

  it('stop when Ana leaves, after the morning’s post', () => {
    const left = { ...ANA, leftAt: utc('2026-02-04T20:00') };
    expect(keysOf({ ...LISBON, people: [left] }, '2026-03-01T12:00')).toEqual([
      'daily.2026-02-02',
      'daily.2026-02-03',
      'daily.2026-02-04',
    ]);
  });

  it('are none while Ana is paused, as far as she had said so, and come again when she is back', () => {
    const paused = {
      ...{ from: '2026-02-04', to: '2026-02-06', saidAt: utc('2026-02-04T09:00') },
      resumedAt: utc('2026-02-07T12:00'),
    };
    const keys = keysOf({ ...LISBON, people: [{ ...ANA, pauses: [paused] }] }, '2026-02-08T12:00');
    // Said after Wednesday's post; and taken back after Saturday's would have come.
    expect(keys.map((key) => key.slice(-2))).toEqual(['02', '03', '04', '08']);
  });

  it('leave out the nudge for what Ana has logged already, but not for what she took back', () => {
    const asked = { ...LISBON, postAt: '23:00', waterAt: ['12:00', '16:00'] };
    const glass = { kind: 'water', day: '2026-02-02', at: utc('2026-02-02T13:00') } as const;
    const one = { ...ANA, notes: [glass] };
    expect(keysOf({ ...asked, people: [one] }, '2026-02-02T22:00')).toEqual(['water.2026-02-02.0']);
    const undone = { ...ANA, notes: [{ ...glass, undoneAt: utc('2026-02-02T14:00') }] };
    expect(keysOf({ ...asked, people: [undone] }, '2026-02-02T22:00')).toEqual([
      'water.2026-02-02.0',
      'water.2026-02-02.1',
    ]);
  });
});
