import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/coach/content.ts';
import { UNITS } from '../../src/coach/load.ts';
import { type LogContext, readSets, setsText } from '../../src/coach/notation/set-notation.ts';
import { entriesOf } from '../../src/coach/notation/set-notation-entries.ts';
import type { SetDone } from '../../src/coach/performance.ts';
import { loadContent } from '../../src/store/content.ts';

const { moves } = loadContent();
const BANDS = ['yellow', 'red', 'black', 'dark red'];
const counted = [...moves.values()].filter((move) => move.dose.kind !== 'circuit');
const units = fc.constantFrom(...UNITS);

const setOf = (move: Move): fc.Arbitrary<SetDone> => {
  const isTimed = move.dose.kind === 'time';
  const amount = isTimed
    ? fc.record({ seconds: fc.integer({ min: 1, max: 7_200 }) })
    : fc.record({ reps: fc.integer({ min: 1, max: 200 }) });
  const band = fc.record({ band: fc.constantFrom(...BANDS) });
  const load = fc.record({
    load: fc.oneof(fc.integer({ min: 1, max: 500_000 }), fc.constantFrom(5_000, 10_000, 22_500, 25_250, 11_340)),
  });
  const used = move.kitAny.includes('band') ? band : move.kitAny.includes('rope') ? fc.constant({}) : load;
  return fc.tuple(amount, fc.oneof(fc.constant({}), used)).map(([one, other]) => ({ ...one, ...other }));
};

/** A move with sets, often several that are alike. */
const entry = fc.constantFrom(...counted).chain((move) =>
  fc
    .array(setOf(move), { minLength: 1, maxLength: 4 })
    .chain((different) => fc.array(fc.constantFrom(...different), { minLength: 1, maxLength: 10 }))
    .map((sets) => ({ move, sets })),
);

const FRAGMENTS = [
  ...['row', 'band row', 'Púsh-Ups', 'rope', 'kicks', 'hiit', 'pulldown', 'deadlift', 'red', 'dark', 'bw', 'each side'],
  ...['3', '12', '10', '0', '201', '5', '1:30', '30s', '2min', '7', '22,5', '3x12', '3 × 12', '12x3', '3x12x10'],
  ...['x', '*', '@', '@10', '@red', '@bw', '(', ')', 'each', 'kg', ' lb', ' kg', '"', "'", '.', ':', '-', '/'],
  ...[' ', ' ', ' ', ',', ', ', ';', '; ', '\n', ' + ', '+', '\t', '\r\n'],
];
const nearMiss = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 16 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  nearMiss,
  nearMiss,
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary' }),
);
const todays = fc.subarray(['row', 'band-row', 'push-up', 'swimming-kicks', 'hiit-circuit', 'jump-rope', 'gone']);
const contexts = fc.record({ moves: fc.constant(moves), todays, units, bands: fc.subarray(BANDS) });

/** The members of `some` stand in `all` in the same order. */
function standsIn(some: readonly string[], all: readonly string[]): boolean {
  const rest = [...all];
  return some.every((one) => {
    const at = rest.indexOf(one);
    rest.splice(0, at + 1);
    return at >= 0;
  });
}

describe('what setsText writes', () => {
  it('is read as the same sets', () => {
    fc.assert(
      fc.property(entry, units, ({ move, sets }, own) => {
        const text = setsText({ move: move.id, sets }, move, own);
        const within: LogContext = { moves, todays: [move.id, 'row', 'wall-push-up'], units: own, bands: BANDS };
        expect(readSets(text, within), text).toEqual({ read: [{ move: move.id, sets }], unread: [] });
      }),
      { numRuns: 400 },
    );
  });

  it('is read as the same sets among other entries, typed in another way', () => {
    const different = fc.uniqueArray(entry, { selector: ({ move }) => move.id, minLength: 1, maxLength: 4 });
    const between = fc.constantFrom('; ', '\n', ' + ', ' ;; ');
    fc.assert(
      fc.property(different, between, units, (entries, separator, own) => {
        const texts = entries.map(({ move, sets }) => setsText({ move: move.id, sets }, move, own));
        const typed = `deadlift 5x5${separator}${texts.join(separator)}`.toUpperCase().replaceAll('X', ' × ');
        const within: LogContext = { moves, todays: entries.map(({ move }) => move.id), units: own, bands: BANDS };
        const { read, unread } = readSets(typed, within);
        expect(read, typed).toEqual(entries.map(({ move, sets }) => ({ move: move.id, sets })));
        expect(unread).toEqual([{ text: 'DEADLIFT 5 × 5', because: 'no-move' }]);
      }),
    );
  });
});

describe('any text', () => {
  it('is cut into entries without losing anything but what separates them', () => {
    fc.assert(
      fc.property(anyText, contexts, (text, within) => {
        const bare = (some: string) => some.replace(/[\s;,+]/g, '');
        expect(bare(entriesOf(text, within).join(''))).toBe(bare(text));
      }),
    );
  });

  it('is read, or comes back as it was typed and in order', () => {
    fc.assert(
      fc.property(anyText, contexts, (text, within) => {
        const entries = entriesOf(text, within);
        const { read, unread } = readSets(text, within);
        const left = unread.map((one) => one.text);
        expect(standsIn(left, entries)).toBe(true);
        expect(left.every((one) => text.includes(one))).toBe(true);
        expect(read.length + left.length > 0).toBe(entries.length > 0);
        expect(read.length).toBeLessThanOrEqual(entries.length - left.length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives what its entries give one by one', () => {
    fc.assert(
      fc.property(anyText, contexts, (text, within) => {
        // Without today's moves an entry that has no name stays unread, so that entries do not hang on each other.
        const alone = { ...within, todays: [] };
        const each = entriesOf(text, alone).map((one) => readSets(one, alone));
        const sets = new Map<string, SetDone[]>();
        let left = 0;
        for (const { read, unread } of each) {
          expect(read.length + unread.length).toBe(1);
          const [only] = read;
          const before = only ? (sets.get(only.move) ?? []) : [];
          if (only && before.length + only.sets.length <= 10) sets.set(only.move, [...before, ...only.sets]);
          else left += 1;
        }
        const { read, unread } = readSets(text, alone);
        expect(unread).toHaveLength(left);
        expect(read).toEqual([...sets].map(([move, done]) => ({ move, sets: done })));
      }),
      { numRuns: 500 },
    );
  });

  it('gives sets within the limits, of moves that there are, and the same from its short form', () => {
    fc.assert(
      fc.property(nearMiss, contexts, (text, within) => {
        for (const { move: id, sets } of readSets(text, within).read) {
          const move = moves.get(id);
          if (move === undefined) throw new Error(`read a move that is not there: ${id}`);
          expect(sets.length).toBeGreaterThan(0);
          expect(sets.length).toBeLessThanOrEqual(10);
          for (const { reps, seconds, load = 1 } of sets) {
            const [count, most] = move.dose.kind === 'time' ? [seconds ?? 0, 7_200] : [reps ?? 0, 200];
            expect(Number.isInteger(count) && count >= 1 && count <= most).toBe(true);
            expect(Number.isInteger(load) && load >= 1 && load <= 500_000).toBe(true);
          }
          const again = readSets(setsText({ move: id, sets }, move, within.units), { ...within, todays: [id] });
          expect(again).toEqual({ read: [{ move: id, sets }], unread: [] });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('as long as a message is read, however it repeats itself', () => {
    for (const part of ['1', '1 ', '1x', '12,', 'row ', 'row 1,', ' ', '@', 'a-', '1,5 ', ', row 1', '1:']) {
      const text = part.repeat(Math.ceil(4_000 / part.length)).slice(0, 4_000);
      const { read, unread } = readSets(text, { moves, todays: ['row'], units: 'metric', bands: BANDS });
      expect(read.length + unread.length > 0).toBe(text.trim() !== '');
    }
  });
});
