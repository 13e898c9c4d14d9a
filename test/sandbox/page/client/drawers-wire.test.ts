import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asText,
  filtered,
  following,
  KEPT,
  markOf,
  shortened,
  timeOf,
  windowOf,
} from '../../../../src/sandbox/page/client/drawers/wire-lines.ts';
import type { WireLine } from '../../../../src/sandbox/page/protocol.ts';

const AT = Date.UTC(2026, 0, 5, 7, 30);

const posted: WireLine = { n: 1, at: AT, way: 'rest', what: 'POST /channels/14/messages', status: 200 };
const refused: WireLine = { n: 2, at: AT, way: 'rest', what: 'POST /channels/15/messages', status: 403 };
const pressed: WireLine = { n: 3, at: AT, way: 'gateway out', what: 'INTERACTION_CREATE' };
const warned: WireLine = { n: 4, at: AT, way: 'log', what: 'deliver.refused #training', level: 'warn' };
const all = [posted, refused, pressed, warned];

const numbers = (lines: readonly WireLine[] | undefined) => lines?.map(({ n }) => n);
const run = (from: number, count: number): WireLine[] =>
  Array.from({ length: count }, (_, index) => ({ n: from + index, at: AT, way: 'world', what: 'something' }));

describe('whoever looks for a line of the wire', () => {
  it('finds it by any of its words, whatever their case, and by how it went', () => {
    const found = (text: string) => numbers(filtered(all, { text, ways: [] }));
    expect(found('')).toEqual([1, 2, 3, 4]);
    expect(found('post messages')).toEqual([1, 2]);
    expect(found('POST 403')).toEqual([2]);
    expect(found('not allowed')).toEqual([2]);
    expect(found('warn')).toEqual([4]);
    expect(found('to the bot')).toEqual([3]);
    expect(found('nothing of the kind')).toEqual([]);
  });

  it('sees only the ways that they picked', () => {
    expect(numbers(filtered(all, { text: '', ways: ['log', 'gateway out'] }))).toEqual([3, 4]);
    expect(numbers(filtered(all, { text: 'interaction', ways: ['rest'] }))).toEqual([]);
  });

  it('takes them elsewhere as text, a line each, with the time in UTC', () => {
    expect(asText([posted, pressed])).toBe(
      '2026-01-05T07:30:00.000Z\tREST\tPOST /channels/14/messages\t200 OK\n' +
        '2026-01-05T07:30:00.000Z\tTo the bot\tINTERACTION_CREATE',
    );
  });
});

describe('a line', () => {
  it('says how a request went, in a word and a tone', () => {
    const rest = (status: number) => markOf({ n: 1, at: AT, way: 'rest', what: 'GET /users/@me', status });
    expect(rest(204)).toEqual({ text: '204 Done', tone: 'good' });
    expect(rest(404)).toEqual({ text: '404 Not found', tone: 'bad' });
    expect(rest(429)).toEqual({ text: '429 Slow down', tone: 'warning' });
    expect(rest(500)).toEqual({ text: '500 Broken', tone: 'bad' });
    expect(rest(418)).toEqual({ text: '418', tone: 'bad' });
  });

  it('says how grave what the bot logged is; events of the gateway have no mark', () => {
    expect(markOf(warned)).toEqual({ text: 'warn', tone: 'warning' });
    expect(markOf({ ...warned, level: 'error' })).toEqual({ text: 'error', tone: 'bad' });
    expect(markOf({ ...warned, level: 'info' })).toEqual({ text: 'info', tone: 'plain' });
    expect(markOf(pressed)).toBeUndefined();
  });

  it('has room in its row: ids and tokens are told by their ends', () => {
    expect(shortened('POST /interactions/1457629691904000029/aW50ZX…AXuZ/callback?with_response=true')).toBe(
      'POST /interactions/…0029/…AXuZ/callback?with_response=true',
    );
    expect(shortened('posted: posted daily.2026-01-05')).toBe('posted: posted daily.2026-01-05');
  });

  it('has the time on the clock of who is played', () => {
    expect(timeOf(AT, 'Europe/Lisbon')).toBe('Mon 5 Jan, 07:30:00');
    expect(timeOf(AT, 'America/New_York')).toBe('Mon 5 Jan, 02:30:00');
    expect(timeOf(AT, 'Asia/Tokyo')).toBe('Mon 5 Jan, 16:30:00');
  });
});

describe('lines that come over the stream', () => {
  it('follow on those that are known', () => {
    expect(numbers(following(run(1, 2), run(3, 2)))).toEqual([1, 2, 3, 4]);
    expect(numbers(following([], run(1, 1)))).toEqual([1]);
    expect(numbers(following(run(1, 2), []))).toEqual([1, 2]);
  });

  it('are asked for anew when some were missed', () => {
    expect(following(run(1, 2), run(5, 2))).toBeUndefined();
    expect(following(run(1, 2), [...run(3, 1), ...run(5, 1)])).toBeUndefined();
    expect(following([], run(7, 1))).toBeUndefined();
  });

  it('are asked for anew when the program was restarted and counts from 1 again', () => {
    expect(following(run(1, 40), run(1, 1))).toBeUndefined();
  });

  it('push out the oldest once there are as many as are kept', () => {
    const lines = following(run(1, KEPT), run(KEPT + 1, 3)) ?? [];
    expect([lines.length, lines[0]?.n, lines.at(-1)?.n]).toEqual([KEPT, 4, KEPT + 3]);
  });
});

describe('what is drawn of a long list', () => {
  it('covers all that is in sight, and never more than there is', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(200_000), fc.nat(2_000), (count, top, height) => {
        const row = 48;
        const { from, until } = windowOf(count, row, top, height);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(until).toBeLessThanOrEqual(count);
        expect(from).toBeLessThanOrEqual(until);
        for (let index = 0; index < count; index += 1) {
          const isInSight = index * row < top + height && (index + 1) * row > top;
          if (isInSight) expect(index >= from && index < until).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is a screenful and a bit, not thousands', () => {
    const { from, until } = windowOf(2_000, 48, 48_000, 480);
    expect([from, until]).toEqual([992, 1_018]);
  });
});
