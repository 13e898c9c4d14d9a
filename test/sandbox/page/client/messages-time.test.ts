import { describe, expect, it } from 'vitest';
import {
  dayOf,
  dayWords,
  relativeWords,
  sentWords,
  worded,
} from '../../../../src/sandbox/page/client/messages/time-words.ts';

const ANA = { zone: 'Europe/Lisbon', locale: 'pt-BR' };
const BEN = { zone: 'Europe/London', locale: 'en-GB' };
const SAM = { zone: 'America/New_York', locale: 'en-US' };
const CHIYO = { zone: 'Asia/Tokyo', locale: 'ja' };
const POST = Date.UTC(2026, 0, 5, 7, 30);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Browsers differ in the kind of space before "AM". */
const plain = (words: string) => words.replace(/\s/g, ' ');

describe('the time of a message', () => {
  it('is today for Ben, and still last night for Sam', () => {
    expect(sentWords(POST, '2026-01-05', BEN)).toBe('Today at 07:30');
    expect(plain(sentWords(POST, dayOf(POST, SAM), SAM))).toBe('Today at 2:30 AM');
    expect(plain(sentWords(POST - 3 * HOUR, dayOf(POST, SAM), SAM))).toBe('Yesterday at 11:30 PM');
  });

  it('is a date from the day before yesterday on', () => {
    expect(sentWords(POST, '2026-01-06', BEN)).toBe('Yesterday at 07:30');
    expect(sentWords(POST, '2026-01-07', BEN)).toBe('05/01/2026, 07:30');
    expect(plain(sentWords(POST, '2026-01-07', SAM))).toBe('01/05/2026, 2:30 AM');
  });

  it('was yesterday across the end of a month and the end of summer time', () => {
    expect(sentWords(Date.UTC(2026, 1, 28, 12), '2026-03-01', BEN)).toBe('Yesterday at 12:00');
    expect(sentWords(Date.UTC(2026, 9, 25, 0, 30), '2026-10-26', BEN)).toBe('Yesterday at 01:30');
  });

  it('belongs to the day on the wall of who reads it', () => {
    const late = Date.UTC(2026, 0, 5, 20);
    expect([ANA, SAM, CHIYO].map((reader) => dayOf(late, reader))).toEqual(['2026-01-05', '2026-01-05', '2026-01-06']);
    expect(dayWords(late, CHIYO)).toBe('2026年1月6日');
    expect(dayWords(late, SAM)).toBe('January 5, 2026');
  });

  it('is shown in UTC where the browser does not know the zone', () => {
    expect(plain(worded(POST, 't', { zone: 'Mars/Olympus', locale: 'en-GB' }))).toBe('7:30 AM');
  });
});

describe('a timestamp in a text', () => {
  it('is worded in each style as Ben writes dates', () => {
    expect(worded(POST, 't', BEN)).toBe('07:30');
    expect(worded(POST, 'T', BEN)).toBe('07:30:00');
    expect(worded(POST, 'd', BEN)).toBe('05/01/2026');
    expect(worded(POST, 'D', BEN)).toBe('5 January 2026');
    expect(worded(POST, 'f', BEN)).toBe('5 January 2026 at 07:30');
    expect(worded(POST, 'F', BEN)).toBe('Monday, 5 January 2026 at 07:30');
    expect(worded(POST, 'S', BEN)).toBe('05/01/2026, 07:30:00');
  });

  it('is worded in Ana’s language', () => {
    expect(worded(POST, 'D', ANA)).toBe('5 de janeiro de 2026');
    expect(relativeWords(POST + 2 * HOUR, POST, 'pt-BR')).toBe('em 2 horas');
  });

  it('counts down to the post, and up from it', () => {
    const words = (away: number) => relativeWords(POST + away, POST, 'en-GB');
    expect(words(40_000)).toBe('in 40 seconds');
    expect(words(50_000)).toBe('in 1 minute');
    expect(words(44 * MINUTE)).toBe('in 44 minutes');
    expect(words(50 * MINUTE)).toBe('in 1 hour');
    expect(words(-3 * HOUR)).toBe('3 hours ago');
    expect(words(-23 * HOUR)).toBe('1 day ago');
    expect(words(12 * DAY)).toBe('in 12 days');
    expect(words(84 * DAY)).toBe('in 3 months');
    expect(words(-400 * DAY)).toBe('1 year ago');
    expect(words(340 * DAY)).toBe('in 1 year');
  });
});
