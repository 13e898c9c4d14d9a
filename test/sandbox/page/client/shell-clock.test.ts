import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressOf, storySpeed } from '../../../../src/sandbox/page/client/shell/story-progress.ts';
import { clockFaces, inWords, isZone, nextInWords, wallTime } from '../../../../src/sandbox/page/client/wall-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** Monday, 5 January 2026, 07:45:12 in Lisbon. */
const MORNING = Date.UTC(2026, 0, 5, 7, 45, 12);
const GYM = { name: 'Garden Gym', zone: 'Europe/Lisbon' };

describe('the clock bar', () => {
  it('shows the same moment where the gym is, and in New York where Sam is', () => {
    expect(clockFaces(MORNING, GYM, { name: 'Sam', zone: 'America/New_York' })).toEqual([
      { whose: 'Garden Gym', where: 'Lisbon', day: 'Mon 5 Jan', time: '07:45', seconds: '12' },
      { whose: 'Sam', where: 'New York', day: 'Mon 5 Jan', time: '02:45', seconds: '12' },
    ]);
  });

  it('shows Chiyo that it is Monday evening in Tokyo already', () => {
    const [, chiyo] = clockFaces(MORNING, GYM, { name: 'Chiyo', zone: 'Asia/Tokyo' });
    expect(chiyo).toMatchObject({ day: 'Mon 5 Jan', time: '16:45' });
  });

  it('needs one clock for Ana, who lives where the gym is, and for Ben, whose clock in London shows the same', () => {
    expect(clockFaces(MORNING, GYM, { name: 'Ana', zone: 'Europe/Lisbon' })).toMatchObject([
      { whose: 'Garden Gym and Ana', where: 'Lisbon', time: '07:45' },
    ]);
    expect(clockFaces(MORNING, GYM, { name: 'Ben', zone: 'Europe/London' })).toMatchObject([
      { whose: 'Garden Gym and Ben', where: 'Lisbon, London', time: '07:45' },
    ]);
  });

  it('needs two again when the same hour is on another day', () => {
    const noon = Date.UTC(2026, 0, 5, 12);
    const faces = clockFaces(noon, { name: 'Baker', zone: 'Etc/GMT+12' }, { name: 'Kiri', zone: 'Pacific/Auckland' });
    expect(faces.map(({ day }) => day)).toEqual(['Mon 5 Jan', 'Tue 6 Jan']);
  });

  it('shows a person alone who is in no server', () => {
    expect(clockFaces(MORNING, undefined, { name: 'Sam', zone: 'UTC' })).toMatchObject([{ whose: 'Sam' }]);
  });

  it('shows midnight as 00:00', () => {
    expect(wallTime(Date.UTC(2026, 0, 5), 'UTC')).toEqual({ day: 'Mon 5 Jan', time: '00:00', seconds: '00' });
  });
});

describe('a time zone that somebody types', () => {
  it('is one that there is', () => {
    expect(['Europe/Lisbon', 'UTC', 'Asia/Kolkata'].filter(isZone)).toHaveLength(3);
    expect(['Nowhere/Land', '', 'Lisbon', '<b>'].filter(isZone)).toEqual([]);
  });
});

describe('what is next', () => {
  it('is told in the two largest units', () => {
    expect(inWords(3 * HOUR + 12 * MINUTE)).toBe('3 h 12 min');
    expect(inWords(DAY + 4 * HOUR + 59 * MINUTE)).toBe('1 day 4 h');
    expect(inWords(6 * DAY)).toBe('6 days');
    expect(inWords(2 * HOUR)).toBe('2 h');
    expect(inWords(59 * MINUTE + 59_000)).toBe('59 min');
    expect(inWords(40_000)).toBe('40 s');
  });

  it('is never told with a part that is nothing, however far it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 400 * DAY }), (ms) => {
        expect(inWords(ms)).toMatch(
          /^(1 day|[2-9] days|\d\d+ days|[1-9]\d? h|[1-9]\d? min|[1-9]\d? s)( [1-9]\d? (h|min))?$/,
        );
      }),
    );
  });

  it('says so when it is now, and when nothing is', () => {
    expect(nextInWords(MORNING, MORNING + 3 * HOUR + 12 * MINUTE)).toBe('next: in 3 h 12 min');
    expect(nextInWords(MORNING, MORNING - 5)).toBe('next: now');
    expect(nextInWords(MORNING, null)).toBe('next: nothing is due');
  });
});

describe('a story of twelve weeks', () => {
  const from = Date.UTC(2026, 0, 12);
  const until = from + 12 * WEEK + 20 * HOUR;
  const story = { state: 'playing', week: 1, weeks: 12, from, until } as const;

  it('is in week 1 from the weekend before, and in week 3 on its third Monday', () => {
    expect(progressOf(story, from - 36 * HOUR)).toEqual({ week: 1, weeks: 12, share: 0 });
    expect(progressOf(story, from + 2 * WEEK)).toMatchObject({ week: 3 });
    expect(progressOf(story, from + 2 * WEEK - 1)).toMatchObject({ week: 2 });
  });

  it('stays in its last week until the Monday after it, and is told then', () => {
    expect(progressOf(story, until - 1)).toMatchObject({ week: 12 });
    expect(progressOf(story, until)).toBeUndefined();
    expect(progressOf({ state: 'ready' }, from)).toBeUndefined();
  });

  it('goes on at a speed that tells it in a minute', () => {
    expect((until - from) / storySpeed(story)).toBeCloseTo(60_000, 5);
  });
});
