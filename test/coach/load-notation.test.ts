import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ladder, UNITS } from '../../src/coach/load.ts';
import {
  ladderText,
  loadIn,
  loadText,
  parseBands,
  parseLadder,
  parseLoad,
} from '../../src/coach/notation/load-notation.ts';

const KNOWN = ['yellow', 'red', 'green', 'blue', 'black', 'dark blue'];
const units = fc.constantFrom(...UNITS);
const load = fc.integer({ min: 1, max: 500_000 });
const list = (...loads: number[]): Ladder => ({ kind: 'list', loads });

describe('a load', () => {
  it.each([
    ['10', 10_000],
    ['10kg', 10_000],
    [' 10 KG ', 10_000],
    ['22.5', 22_500],
    ['22,5 kg', 22_500],
    ['25lb', 11_340],
    ['25 lbs', 11_340],
    ['500', 500_000],
    ['0.001', 1],
  ])('of "%s" is %d g for somebody who uses kilograms', (text, grams) => {
    expect(parseLoad(text, 'metric')).toBe(grams);
  });

  it.each([
    ['2.5', 1_134],
    ['25', 11_340],
    ['10 kg', 10_000],
  ])('of "%s" is %d g for somebody who uses pounds', (text, grams) => {
    expect(parseLoad(text, 'imperial')).toBe(grams);
  });

  it.each(['2x5', '', 'kg', '0', '-5', '501', '1e3', '5 stone', '10 kg 5', '1,2,3', '1.', 'Infinity'])(
    'is not "%s"',
    (text) => {
      expect(parseLoad(text, 'metric')).toBeUndefined();
    },
  );

  it('is shown in the units of who reads it', () => {
    expect(loadIn(22_500, 'metric')).toBe(22.5);
    expect(loadIn(11_340, 'metric')).toBe(11.34);
    expect(loadIn(11_340, 'imperial')).toBe(25);
    expect(loadIn(1_134, 'imperial')).toBe(2.5);
    expect(loadIn(10_000, 'imperial')).toBe(22);
  });

  it('is written as it was typed, or in kilograms where rounding would change it', () => {
    expect(loadText(11_340, 'imperial')).toBe('25');
    expect(loadText(10_000, 'imperial')).toBe('10kg');
    expect(loadText(11_341, 'metric')).toBe('11.341');
  });

  it('comes back from what is written, to the gram', () => {
    fc.assert(
      fc.property(load, units, (grams, own) => {
        expect(parseLoad(loadText(grams, own), own)).toBe(grams);
      }),
    );
  });

  it('typed in half pounds is shown as it was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_204 }), (halves) => {
        expect(loadIn(parseLoad(`${halves / 2} lb`, 'metric') ?? 0, 'imperial')).toBe(halves / 2);
      }),
    );
  });
});

describe('the loads that somebody has', () => {
  it.each<[string, Ladder]>([
    ['5', list(5_000)],
    ['2, 4, 6, 8', list(2_000, 4_000, 6_000, 8_000)],
    ['2 4 6 8 kg', list(2_000, 4_000, 6_000, 8_000)],
    ['2,4,6,8', list(2_000, 4_000, 6_000, 8_000)],
    ['8;2/4  4', list(2_000, 4_000, 8_000)],
    ['2,4', list(2_000, 4_000)],
    ['2,5', list(2_500)],
    ['2,5 5 7,5', list(2_500, 5_000, 7_500)],
    ['5, 7.5, 10kg', list(5_000, 7_500, 10_000)],
    ['5lb, 10lb', list(2_268, 4_536)],
    ['2-8 by 2', list(2_000, 4_000, 6_000, 8_000)],
    ['2–8 step 2', list(2_000, 4_000, 6_000, 8_000)],
    ['1.1 to 1.4 by 0.1', list(1_100, 1_200, 1_300, 1_400)],
    ['2 kg - 9 kg by 2 kg', list(2_000, 4_000, 6_000, 8_000)],
    ['by 1', { kind: 'step', step: 1_000 }],
    ['Step 2,5', { kind: 'step', step: 2_500 }],
    ['every 1 kg', { kind: 'step', step: 1_000 }],
    ['by 2.5 lb', { kind: 'step', step: 1_134 }],
  ])('"%s" are read', (text, ladder) => {
    expect(parseLadder(text, 'metric')).toEqual(ladder);
  });

  it.each([
    '',
    ',',
    'many',
    '2-20',
    '20-2 by 2',
    '2-20 by 0',
    'by',
    '5kg 10lb',
    '2, 0',
    '1-500 by 1',
    '400 600',
    '2x5',
  ])('"%s" are not', (text) => {
    expect(parseLadder(text, 'metric')).toBeUndefined();
  });

  it('may be sixty, and no more', () => {
    expect(parseLadder('1-60 by 1', 'metric')).toMatchObject({ loads: { length: 60 } });
    expect(parseLadder('1-61 by 1', 'metric')).toBeUndefined();
  });

  it('are shown as short as they can be', () => {
    expect(ladderText(list(5_000), 'metric')).toBe('5');
    expect(ladderText(list(2_000, 4_000, 8_000), 'metric')).toBe('2, 4, 8');
    expect(ladderText(list(2_000, 4_000, 6_000, 8_000), 'metric')).toBe('2-8 by 2');
    expect(ladderText({ kind: 'step', step: 1_134 }, 'imperial')).toBe('by 2.5');
    expect(ladderText(list(2_268, 4_536), 'imperial')).toBe('5, 10');
    expect(ladderText(list(2_000, 4_000), 'imperial')).toBe('2, 4kg');
  });

  it('come back from what is shown', () => {
    const regular = fc
      .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 }))
      .map(([first, step, count]) => list(...Array.from({ length: count }, (_, n) => (first + n * step) * 100)));
    const loads = fc
      .uniqueArray(load, { minLength: 1, maxLength: 60 })
      .map((found) => list(...found.sort((a, b) => a - b)));
    const ladders = fc.oneof(regular, loads, fc.record({ kind: fc.constant('step' as const), step: load }));
    fc.assert(
      fc.property(ladders, units, (ladder, own) => {
        expect(parseLadder(ladderText(ladder, own), own)).toEqual(ladder);
      }),
    );
  });

  it('are ascending and different, or nothing, whatever is typed', () => {
    const nearly = fc.array(fc.constantFrom('2', '5', ',', ', ', '.', ' ', '-', ' by ', 'kg', 'lb', 'to'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          nearly.map((parts) => parts.join('')),
        ),
        units,
        (text, own) => {
          const ladder = parseLadder(text, own);
          const loads = ladder === undefined ? [] : ladder.kind === 'step' ? [ladder.step] : ladder.loads;
          expect(loads.every((grams, index) => grams > (loads[index - 1] ?? 0) && grams <= 500_000)).toBe(true);
        },
      ),
    );
  });
});

describe('the bands that somebody has', () => {
  it.each([
    ['red', ['red']],
    ['Black, RED', ['red', 'black']],
    ['blue green red red', ['red', 'green', 'blue']],
    ['dark blue, yellow', ['yellow', 'dark blue']],
    ['dark blue blue', ['blue', 'dark blue']],
    ['', []],
  ])('"%s" are %j', (text, bands) => {
    expect(parseBands(text, KNOWN)).toEqual(bands);
  });

  it.each(['pink', 'red, pink', 'redd', 'dark', 'red-blue'])('"%s" are not known', (text) => {
    expect(parseBands(text, KNOWN)).toBeUndefined();
  });
});
