import { describe, expect, it } from 'vitest';
import { targetFor } from '../../src/coach/progression/progression.ts';
import { START } from './plan-people.ts';
import { BY_THE_KILO, type Entry, loadsOf, logOf, moveOf, next } from './progression-log.ts';

const ALL_15 = [15, 15, 15];
const ALL_18 = [18, 18, 18];

describe('bands', () => {
  const at = (band: string, amounts = ALL_15): Entry => [amounts, { band, effort: '3-4' }];

  it('go by colour', () => {
    expect(next('band-row', [at('yellow')])).toMatchObject({
      band: 'red',
      aim: 12,
      why: { change: { what: 'band', from: 'yellow', to: 'red' } },
      isStep: true,
    });
  });

  it('go to 18 repetitions after the last colour, then to the harder variation', () => {
    expect(next('band-row', [at('black')])).toMatchObject({ band: 'black', range: [12, 18], aim: 16 });
    expect(next('band-row', [at('black'), at('black', ALL_18)])).toMatchObject({
      band: 'black',
      range: [12, 15],
      aim: 12,
      variation: 'harder',
    });
  });

  it('are the colour of the time before where none was said', () => {
    expect(next('band-row', [at('yellow', [12]), [ALL_15, { effort: '3-4' }]]).band).toBe('red');
  });

  it('have no colour after one that is not known', () => {
    expect(next('band-row', [[ALL_15, { effort: '3-4', band: 'pink' }]]).why.kind).toBe('top-raised');
  });

  it('go one heavier where the colour was never said, and one lighter after two failed sessions', () => {
    expect(next('band-row', [[ALL_15, { effort: '3-4' }]])).toMatchObject({
      aim: 12,
      heavier: true,
      why: { kind: 'up', change: { what: 'heavier' } },
      isStep: true,
    });
    const short: Entry = [[12, 10, 9], { effort: '0' }];
    expect(next('band-row', [short, short])).toMatchObject({ lighter: true, why: { kind: 'down' } });
  });

  it('are a colour lighter after two failed sessions, and after more than a week off', () => {
    const short = at('red', [12, 10, 9]);
    expect(next('band-row', [short, short])).toMatchObject({ band: 'yellow', why: { kind: 'down' } });
    expect(next('band-row', [at('red')], { daysOff: 8 })).toMatchObject({ band: 'yellow', aim: 12 });
    expect(next('band-row', [at('yellow')], { daysOff: 8 })).toMatchObject({ band: 'yellow', aim: 12 });
  });

  it('count where most sets were done', () => {
    const mixed: Entry = [[15, 15], { band: 'yellow', effort: '3-4', also: [{ reps: 6, band: 'black' }] }];
    expect(next('band-row', [mixed]).band).toBe('red');
  });

  it('serve a move that takes a machine as well', () => {
    const move = { ...moveOf('lat-pulldown'), kitAny: ['machine', 'band'] as const };
    const ask = (load: { load?: number; band?: string }) =>
      targetFor({
        move,
        performances: [
          { move: move.id, day: START, sets: [1, 2].map(() => ({ reps: 12, ...load })), effort: '3-4', held: false },
        ],
        loads: loadsOf(BY_THE_KILO),
        start: { range: [10, 12] },
        daysOff: 0,
        isLight: false,
      });
    expect(ask({ band: 'yellow' })).toMatchObject({ band: 'red' });
    expect(ask({ load: 40_000 })).toMatchObject({ load: 41_000 });
  });
});

describe('moves without a load', () => {
  it('go from easier to as written to harder, then to half as many again, and stay there', () => {
    const at = (variation?: 'easier' | 'harder'): Entry => [ALL_15, { effort: '3-4', ...(variation && { variation }) }];
    expect(next('squat', [at('easier')])).toEqual({
      range: [10, 15],
      aim: 10,
      why: {
        kind: 'up',
        did: { sets: 3, unit: 'reps', amount: 15, effort: '3-4' },
        change: { what: 'variation', from: 'easier' },
      },
      isStep: true,
    });
    expect(next('squat', [at()])).toMatchObject({ aim: 10, variation: 'harder', isStep: true });
    expect(next('squat', [at('harder')])).toMatchObject({
      range: [10, 18],
      aim: 16,
      variation: 'harder',
      why: { kind: 'top-raised', to: 18 },
    });
    const all18: Entry = [[18, 18, 18], { effort: '3-4', variation: 'harder' }];
    expect(next('squat', [at('harder'), all18])).toMatchObject({
      aim: 18,
      variation: 'harder',
      why: { kind: 'all-there-is' },
    });
    // Slow holds on each side are not done eighteen times.
    const all8: Entry = [[8, 8, 8], { effort: '3-4', variation: 'harder' }];
    expect(next('bird-dog', [all8])).toMatchObject({ range: [5, 12], why: { kind: 'top-raised', to: 12 } });
  });

  it('leave a hold alone', () => {
    expect(next('bird-dog', [[[6, 6, 6], { effort: '3-4' }]])).toMatchObject({ range: [5, 8], aim: 7 });
  });
});

describe('shoulder taps', () => {
  const at = (amounts: number[], effort: '0' | '1-2' | '3-4' = '3-4'): Entry => [amounts, { effort }];
  const week1 = { range: [10, 14] } as const;

  it('begin where the plan begins', () => {
    expect(next('shoulder-taps', [], week1)).toMatchObject({ range: [10, 14], aim: 10 });
  });

  it('go up by two, whatever the plan asks of beginners that week', () => {
    for (const range of [
      [10, 14],
      [16, 20],
    ] as const) {
      expect(next('shoulder-taps', [at([10, 10])], { range })).toMatchObject({
        range: [12, 14],
        aim: 12,
        why: { change: { what: 'amount', unit: 'reps', from: 10, to: 12 } },
        isStep: true,
      });
    }
  });

  it('go on from what was done the first time, in whole steps', () => {
    expect(next('shoulder-taps', [at([16, 15, 14])], week1)).toMatchObject({ aim: 16 });
    const uneven: Entry[] = [at([13, 13]), [[4], { held: true }]];
    expect(next('shoulder-taps', uneven, week1)).toMatchObject({ range: [12, 14], aim: 12 });
  });

  it('stay within their own range, with a band too', () => {
    const move = { ...moveOf('superman'), kitAny: ['band'] as const };
    const performances = logOf(move, [[ALL_15, { band: 'black', effort: '3-4' }]]);
    const start = { range: [8, 10] } as const;
    const target = targetFor({ move, performances, loads: loadsOf(BY_THE_KILO), start, daysOff: 0, isLight: false });
    expect(target).toMatchObject({ range: [8, 9], band: 'black', variation: 'harder' });
  });

  it('want a second session where only one or two were left', () => {
    const once = at([10, 11], '1-2');
    expect(next('shoulder-taps', [once], week1)).toMatchObject({ aim: 10, range: [10, 12], why: { kind: 'confirm' } });
    expect(next('shoulder-taps', [once, once], week1)).toMatchObject({ aim: 12 });
  });

  it('go to the harder variation after 20, from the beginning', () => {
    expect(next('shoulder-taps', [at([18, 18])], week1)).toMatchObject({ range: [20, 20], aim: 20 });
    expect(next('shoulder-taps', [at([20, 20])], week1)).toMatchObject({ aim: 10, variation: 'harder' });
  });

  it('go down after two failed sessions', () => {
    const short = at([18, 14], '0');
    const log = [at([18, 18], '0'), short];
    expect(next('shoulder-taps', log, week1)).toMatchObject({ aim: 18, why: { kind: 'again', wanted: 18 } });
    expect(next('shoulder-taps', [...log, short], week1)).toMatchObject({ aim: 16, why: { kind: 'down' } });
  });
});

describe('what is timed', () => {
  const kicks = (amounts: number[], effort?: '0' | '1-2' | '5+', after = 2): Entry => [
    amounts,
    { after, ...(effort && { effort }) },
  ];

  it.each([
    ['swimming-kicks', 20, 25],
    ['jump-rope', 60, 75],
    ['brisk-walk', 1200, 1500],
  ])('%s goes from %i to %i s, even with only one or two to spare', (id, from, to) => {
    expect(next(id, [[[from, from], { effort: '1-2' }]])).toMatchObject({
      range: [to, to],
      aim: to,
      why: { kind: 'up', change: { what: 'amount', unit: 'seconds', from, to } },
      isStep: true,
    });
  });

  it('stays where nothing was left or nobody said', () => {
    expect(next('swimming-kicks', [kicks([20, 20], '0')])).toMatchObject({ aim: 20, why: { kind: 'nothing-left' } });
    expect(next('swimming-kicks', [kicks([20, 20])])).toMatchObject({ aim: 20, why: { kind: 'effort-wanted' } });
  });

  it('goes to the harder variation at its end, and stays at the end of that', () => {
    expect(next('swimming-kicks', [kicks([30, 30], '1-2')])).toMatchObject({ aim: 15, variation: 'harder' });
    const harder: Entry = [[30, 30], { effort: '1-2', variation: 'harder' }];
    expect(next('swimming-kicks', [harder])).toMatchObject({ aim: 30, variation: 'harder', isStep: false });
  });

  it('forgives a step too few, and goes down after two sessions of less', () => {
    const begun = kicks([30, 30], '0');
    expect(next('swimming-kicks', [begun, kicks([30, 25], '0'), kicks([30, 25], '0')])).toMatchObject({
      aim: 30,
      why: { kind: 'again', wanted: 30 },
    });
    const short = kicks([30, 20], '0');
    expect(next('swimming-kicks', [begun, short])).toMatchObject({ aim: 30 });
    expect(next('swimming-kicks', [begun, short, short])).toMatchObject({
      aim: 25,
      why: { kind: 'down', change: { from: 30, to: 25 } },
    });
    expect(next('swimming-kicks', [begun, short, short, kicks([25, 25], '1-2')])).toMatchObject({
      aim: 30,
      why: { kind: 'up' },
    });
  });

  it('never goes under its beginning: then the variation gets easier', () => {
    const short = kicks([15, 5], '0');
    expect(next('swimming-kicks', [kicks([15, 15], '0'), short, short])).toMatchObject({
      aim: 15,
      variation: 'easier',
    });
  });

  it('takes seconds off after more than a week off, and goes on from there', () => {
    const begun: Entry = [[180, 180], { effort: '0' }];
    expect(next('jump-rope', [begun], { daysOff: 8 })).toMatchObject({ range: [150, 150], aim: 150 });
    expect(next('jump-rope', [begun], { daysOff: 15 })).toMatchObject({
      aim: 135,
      why: { kind: 'back', days: 15, percent: 20, change: { what: 'amount', from: 180, to: 135 } },
    });
    expect(next('jump-rope', [begun, [[135, 135], { effort: '1-2', after: 16 }]])).toMatchObject({ aim: 150 });
    expect(next('jump-rope', [begun, [[150, 150], { effort: '1-2', after: 9 }]])).toMatchObject({ aim: 165 });
    expect(next('jump-rope', [begun, [[150, 150], { effort: '1-2', after: 8 }]])).toMatchObject({ aim: 180 });
  });

  it('takes them off what was done, not off a step that was not taken', () => {
    expect(next('swimming-kicks', [kicks([25, 25], '1-2')], { daysOff: 8 })).toMatchObject({ aim: 20 });
  });
});
