import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ladder } from '../../src/coach/load.ts';
import {
  isCoarse,
  ladderOf,
  lighterBand,
  lighterLoad,
  nextBand,
  nextLoad,
} from '../../src/coach/progression/ladder.ts';
import { A_PAIR_OF_FIVES, BY_THE_KILO, loadsOf, moveOf } from './progression-log.ts';

const list = (...loads: number[]): Ladder => ({ kind: 'list', loads });
const step = (grams: number): Ladder => ({ kind: 'step', step: grams });

describe('the next load', () => {
  it.each([
    ['10 kg by the kilo', BY_THE_KILO, 10_000, 11_000],
    ['50 kg by the kilo: 51 is just 2%', BY_THE_KILO, 50_000, 51_000],
    ['51 kg by the kilo: 52 is too little', BY_THE_KILO, 51_000, 53_000],
    ['a typed 10.3 kg', BY_THE_KILO, 10_300, 11_000],
    ['a typed 10.9 kg: 11 is too little', BY_THE_KILO, 10_900, 12_000],
    ['10 lb by 2.5 lb', step(1134), 4536, 5670],
    ['a list', list(2000, 4000, 6000), 4000, 6000],
    ['between two of a list', list(2000, 4000, 6000), 4500, 6000],
    ['below a list', list(2000, 4000), 1000, 2000],
    ['over 1% in a list', list(10_000, 10_100, 10_200), 10_000, 10_200],
    ['the end of a list', list(2000, 4000), 4000, undefined],
    ['the only pair', A_PAIR_OF_FIVES, 5000, undefined],
  ])('%s', (_, ladder, load, expected) => {
    expect(nextLoad(ladder, load)).toBe(expected);
  });

  it('is coarse when it is over 10%, and pounds that were rounded to grams are not', () => {
    expect(isCoarse(10_000, 11_000)).toBe(false);
    expect(isCoarse(9000, 10_000)).toBe(true);
    // 10 lb and 11 lb: 4535.9 g and 4989.5 g.
    expect(isCoarse(4536, 4990)).toBe(false);
  });
});

describe('a lighter load', () => {
  it.each([
    ['10 kg less a tenth', BY_THE_KILO, 10_000, 10, 9000],
    ['11 kg less a tenth, rounded down', BY_THE_KILO, 11_000, 10, 9000],
    ['10 kg less a fifth', BY_THE_KILO, 10_000, 20, 8000],
    ['a typed 10.5 kg', BY_THE_KILO, 10_500, 10, 9000],
    ['the lightest step', BY_THE_KILO, 1000, 20, 1000],
    ['a typed load under the lightest step', BY_THE_KILO, 700, 20, 700],
    ['10 lb by 2.5 lb', step(1134), 4536, 10, 3402],
    ['a list', list(2000, 4000, 6000), 6000, 10, 4000],
    ['a list without anything so light', list(9500, 10_000), 10_000, 20, 9500],
    ['the only pair', A_PAIR_OF_FIVES, 5000, 10, 5000],
    ['a typed load under a list', list(2000, 4000), 1000, 10, 1000],
    ['a list without loads', list(), 1000, 10, 1000],
  ])('%s', (_, ladder, load, percent, expected) => {
    expect(lighterLoad(ladder, load, percent)).toBe(expected);
  });
});

describe('every ladder', () => {
  const anyLadder: fc.Arbitrary<Ladder> = fc.oneof(
    fc.integer({ min: 250, max: 10_000 }).map(step),
    fc
      .uniqueArray(fc.integer({ min: 500, max: 60_000 }), { minLength: 1, maxLength: 20 })
      .map((loads) => list(...loads.sort((one, other) => one - other))),
  );
  const anyLoad = fc.integer({ min: 100, max: 80_000 });
  const isOn = (ladder: Ladder, load: number) =>
    ladder.kind === 'step' ? load > 0 && load % ladder.step === 0 : ladder.loads.includes(load);
  /** All that the ladder has up to what these tests can reach. */
  const rungs = (ladder: Ladder) =>
    ladder.kind === 'list'
      ? ladder.loads
      : Array.from({ length: Math.ceil(100_000 / ladder.step) }, (_, index) => (index + 1) * ladder.step);

  it('goes up to the least of its loads that is 2% over', () => {
    fc.assert(
      fc.property(anyLadder, anyLoad, (ladder, load) => {
        expect(nextLoad(ladder, load)).toBe(rungs(ladder).find((rung) => rung * 100 >= load * 102));
      }),
    );
  });

  it('goes down to one of its loads, never above the present one, and by less than asked only at its end', () => {
    fc.assert(
      fc.property(anyLadder, anyLoad, fc.constantFrom(10, 20), (ladder, load, percent) => {
        const lighter = lighterLoad(ladder, load, percent);
        expect(lighter).toBeLessThanOrEqual(load);
        if (lighter === load) expect(rungs(ladder).every((rung) => rung >= load)).toBe(true);
        else expect(isOn(ladder, lighter)).toBe(true);
        const fitting = rungs(ladder).filter((rung) => rung * 100 <= load * (100 - percent));
        if (fitting.length > 0) expect(lighter).toBe(Math.max(...fitting));
      }),
    );
  });
});

describe('what a move is loaded from', () => {
  it('is the ladder of its kit, if that kit has figures', () => {
    const loads = { ...loadsOf(BY_THE_KILO), ladders: { dumbbells: A_PAIR_OF_FIVES, machine: BY_THE_KILO } };
    expect(ladderOf(moveOf('row'), loads)).toEqual(A_PAIR_OF_FIVES);
    expect(ladderOf(moveOf('lat-pulldown'), loads)).toEqual(BY_THE_KILO);
    expect(ladderOf(moveOf('band-row'), loads)).toBeUndefined();
    expect(ladderOf(moveOf('squat'), loads)).toBeUndefined();
  });
});

describe('bands', () => {
  const bands = ['yellow', 'red', 'black'];

  it('go up and down by colour, and end', () => {
    expect(['yellow', 'red', 'black'].map((colour) => nextBand(bands, colour))).toEqual(['red', 'black', undefined]);
    expect(['yellow', 'red', 'black'].map((colour) => lighterBand(bands, colour))).toEqual([
      undefined,
      'yellow',
      'red',
    ]);
  });

  it('know nothing of a colour that the member does not have', () => {
    expect(nextBand(bands, 'pink')).toBeUndefined();
    expect(lighterBand(bands, 'pink')).toBeUndefined();
  });
});
