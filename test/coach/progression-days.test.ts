import { describe, expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { A_PAIR_OF_FIVES, type Entry, next } from './progression-log.ts';

const ALL_15 = [15, 15, 15];

describe('failed sessions', () => {
  const short: Entry = [[12, 11, 10], { kg: 10, effort: '0' }];

  it('ask for the same again the first time, and for a tenth less the second', () => {
    expect(next('row', [short])).toMatchObject({
      load: 10_000,
      aim: 12,
      why: { kind: 'again', did: { sets: 3, amount: 10 }, wanted: 12 },
    });
    expect(next('row', [short, short])).toMatchObject({
      load: 9000,
      aim: 12,
      why: { kind: 'down', did: { amount: 10 }, change: { what: 'load', from: 10_000, to: 9000 } },
      isStep: false,
    });
  });

  it('count from the beginning after that, and after a session that went well', () => {
    const lighter: Entry = [[12, 11, 10], { kg: 9, effort: '0' }];
    expect(next('row', [short, short, lighter])).toMatchObject({ load: 9000, why: { kind: 'again' } });
    expect(next('row', [short, [[12, 12, 12], { kg: 10 }], short])).toMatchObject({ load: 10_000 });
  });

  it('count from the beginning where there was nothing to take off', () => {
    const lightest: Entry = [[8, 8], { kg: 5, variation: 'easier' }];
    const asWritten: Entry = [[8, 8], { kg: 5 }];
    const target = next('row', [lightest, lightest, asWritten], { ladder: A_PAIR_OF_FIVES });
    expect(target).toMatchObject({ load: 5000, why: { kind: 'again' } });
    expect(target.variation).toBeUndefined();
  });
});

describe('held sessions', () => {
  const good: Entry = [ALL_15, { kg: 10, effort: '3-4' }];
  const held: Entry = [[6, 6], { kg: 8, effort: '0', held: true }];

  it('conclude nothing: the same as before them, without the step', () => {
    expect(next('row', [good, held])).toEqual({
      range: [12, 15],
      aim: 15,
      load: 10_000,
      why: { kind: 'held' },
      isStep: false,
    });
  });

  it('break no row', () => {
    const short: Entry = [[12, 11, 10], { kg: 10 }];
    const once: Entry = [ALL_15, { kg: 10, effort: '1-2' }];
    expect(next('row', [short, held, short]).load).toBe(9000);
    expect(next('row', [short, short, held])).toMatchObject({ load: 9000, why: { kind: 'held' } });
    expect(next('row', [once, held, once]).load).toBe(11_000);
  });

  it('say with what, where nothing else does', () => {
    expect(next('row', [held])).toMatchObject({ load: 8000, aim: 12, why: { kind: 'held' } });
    expect(next('row', [held, [[12], { kg: 6, held: true }]]).load).toBe(6000);
    expect(next('row', [held, [ALL_15, { effort: '3-4' }]])).toMatchObject({ range: [12, 18], load: 8000 });
    expect(next('shoulder-taps', [[[4], { held: true }]], { range: [14, 18] })).toMatchObject({ aim: 14 });
    const begun: Entry[] = [
      [[4], { held: true }],
      [[10, 10], { effort: '3-4' }],
    ];
    expect(next('shoulder-taps', begun, { range: [14, 18] })).toMatchObject({ aim: 12, isStep: true });
  });

  it('do not bring back what an absence took off', () => {
    const back: Entry = [[12, 12], { kg: 9, held: true, after: 11 }];
    expect(next('row', [good, back])).toMatchObject({ load: 9000, aim: 12, why: { kind: 'held' } });
    const fours: Entry = [ALL_15, { kg: 4, effort: '3-4' }];
    const twos: Entry = [[12], { kg: 2, held: true, after: 11 }];
    expect(next('row', [fours, twos], { ladder: { kind: 'list', loads: [2000, 4000, 6000] } })).toMatchObject({
      range: [12, 15],
      load: 2000,
    });
    const red: Entry = [ALL_15, { band: 'red', effort: '3-4' }];
    const yellow: Entry = [[12], { band: 'yellow', held: true, after: 11 }];
    expect(next('band-row', [red, yellow])).toMatchObject({ band: 'yellow', why: { kind: 'held' } });
    const kicks: Entry = [[30], { effort: '1-2' }];
    expect(next('swimming-kicks', [kicks, [[25], { held: true, after: 11 }]])).toMatchObject({ aim: 25 });
  });
});

describe('light days', () => {
  it('ask for the last load at the low end', () => {
    expect(next('row', [[ALL_15, { kg: 10, effort: '3-4' }]], { isLight: true })).toEqual({
      range: [12, 15],
      aim: 12,
      load: 10_000,
      why: { kind: 'light' },
      isStep: false,
    });
    expect(next('swimming-kicks', [[[20], { effort: '5+' }]], { isLight: true })).toMatchObject({ aim: 20 });
  });
});

describe('days off', () => {
  const earned: Entry = [ALL_15, { kg: 20, effort: '3-4' }];

  it.each([
    [2, 21_000, undefined],
    [3, 20_000, 0],
    [7, 20_000, 0],
    [8, 18_000, 10],
    [14, 18_000, 10],
    [15, 16_000, 20],
    [28, 16_000, 20],
    [29, 16_000, 20],
  ])('%i days: %i g', (daysOff, load, percent) => {
    const target = next('row', [earned], { daysOff });
    // A short absence does the same once more; whatever is lighter begins at the low end.
    expect(target).toMatchObject({ load, aim: percent === 0 ? 15 : 12, isStep: percent === undefined });
    if (percent === undefined) return;
    const change = percent === 0 ? {} : { change: { what: 'load', from: 20_000, to: load } };
    expect(target.why).toEqual({ kind: 'back', days: daysOff, percent, ...change });
  });

  it('go back to what the block began with, when that was less than a fifth off', () => {
    const log: Entry[] = [[ALL_15, { kg: 8 }], [ALL_15, { kg: 12 }], [ALL_15, { kg: 19 }], earned];
    const on = (date: string) => next('row', log, { daysOff: 29, blockBeganOn: day(date) });
    expect(on('2026-01-06')).toMatchObject({ load: 12_000, why: { change: { from: 20_000, to: 12_000 } } });
    expect(on('2026-01-08').load).toBe(16_000);
    expect(on('2026-03-01').load).toBe(16_000);
    expect(next('row', log, { daysOff: 28, blockBeganOn: day('2026-01-06') }).load).toBe(16_000);
  });

  it('begin the block with the first load that was said in it', () => {
    const log: Entry[] = [[ALL_15, { kg: 11 }], [ALL_15], [ALL_15, { kg: 13 }], earned];
    expect(next('row', log, { daysOff: 29, blockBeganOn: day('2026-01-06') }).load).toBe(13_000);
  });

  it('take nothing off in a week, not even where the load has no figure or is between two', () => {
    expect(next('row', [[ALL_15, { effort: '3-4' }]], { daysOff: 7 })).toEqual({
      range: [12, 15],
      aim: 15,
      why: { kind: 'back', days: 7, percent: 0 },
      isStep: false,
    });
    expect(next('row', [[ALL_15, { kg: 10.5 }]], { daysOff: 7 }).load).toBe(10_500);
    expect(next('band-row', [[ALL_15, { band: 'red', effort: '3-4' }]], { daysOff: 7 }).band).toBe('red');
  });

  it('come before a light day and before a held session', () => {
    const held: Entry = [[15], { kg: 20, held: true }];
    expect(next('row', [earned, held], { daysOff: 8, isLight: true }).why).toMatchObject({ kind: 'back', days: 8 });
  });

  it('take nothing off where there is nothing', () => {
    expect(next('squat', [[[14, 14], { effort: '3-4', variation: 'easier' }]], { daysOff: 20 })).toEqual({
      range: [10, 15],
      aim: 10,
      variation: 'easier',
      why: { kind: 'back', days: 20, percent: 20 },
      isStep: false,
    });
    expect(next('row', [[ALL_15, { kg: 5 }]], { daysOff: 8, ladder: A_PAIR_OF_FIVES })).toMatchObject({
      load: 5000,
      why: { percent: 10 },
    });
  });

  it('go on from the lighter load afterwards', () => {
    expect(next('row', [earned, [ALL_15, { kg: 16, effort: '3-4', after: 16 }]])).toMatchObject({ load: 17_000 });
  });
});
