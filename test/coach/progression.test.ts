import { describe, expect, it } from 'vitest';
import type { Ladder } from '../../src/coach/load.ts';
import { targetFor } from '../../src/coach/progression.ts';
import { A_PAIR_OF_FIVES, BY_THE_KILO, type Entry, loadsOf, moveOf, next } from './progression-log.ts';

const ALL_15 = [15, 15, 15];
const ALL_18 = [18, 18, 18];
const PAIRS: Ladder = { kind: 'list', loads: [2000, 4000, 6000, 8000, 10_000] };

describe('the first time', () => {
  it('asks for the low end of what the plan asks for', () => {
    const plan = { range: [12, 15], variation: 'easier' } as const;
    expect(next('row', [], plan)).toEqual({
      range: [12, 15],
      aim: 12,
      variation: 'easier',
      why: { kind: 'first' },
      isStep: false,
    });
  });

  it('takes no notice of days off before it', () => {
    expect(next('row', [], { daysOff: 20 }).why).toEqual({ kind: 'first' });
  });

  it('has no target for the circuit', () => {
    expect(() => next('hiit-circuit', [])).toThrow('hiit-circuit');
  });
});

describe('a row with dumbbells by the kilo', () => {
  it('goes from 10 to 11 kg after three sets of 15 with three to spare', () => {
    expect(next('row', [[ALL_15, { kg: 10, effort: '3-4' }]])).toEqual({
      range: [12, 15],
      aim: 12,
      load: 11_000,
      why: {
        kind: 'up',
        did: { sets: 3, unit: 'reps', amount: 15, effort: '3-4' },
        change: { what: 'load', from: 10_000, to: 11_000 },
      },
      isStep: true,
    });
  });

  it('takes one step a session, however many more were done', () => {
    expect(next('row', [[[30, 30, 30], { kg: 10, effort: '5+' }]]).load).toBe(11_000);
  });

  it('asks for a second session where only one or two were left', () => {
    const once: Entry = [ALL_15, { kg: 10, effort: '1-2' }];
    const other: Entry = [[14, 14, 14], { kg: 10, effort: '1-2' }];
    expect(next('row', [once])).toMatchObject({ load: 10_000, aim: 15, why: { kind: 'confirm' }, isStep: false });
    expect(next('row', [once, once])).toMatchObject({ load: 11_000, why: { kind: 'up' } });
    expect(next('row', [once, other, once]).why.kind).toBe('confirm');
    expect(next('row', [once, [ALL_15, { kg: 11, effort: '1-2' }]]).why.kind).toBe('confirm');
  });

  it('stays where nothing was left, and asks for the effort where nobody said', () => {
    const did = { sets: 3, unit: 'reps', amount: 15 };
    expect(next('row', [[ALL_15, { kg: 10, effort: '0' }]])).toMatchObject({
      load: 10_000,
      aim: 15,
      why: { kind: 'nothing-left', did: { ...did, effort: '0' } },
    });
    expect(next('row', [[ALL_15, { kg: 10 }]])).toMatchObject({
      load: 10_000,
      aim: 15,
      why: { kind: 'effort-wanted', did },
    });
  });

  it.each([
    ['1-2', 13],
    ['3-4', 13],
    [undefined, 13],
    ['5+', 14],
    ['0', 12],
  ] as const)('aims within the range by effort: %s', (effort, aim) => {
    const target = next('row', [[[14, 13, 12], { kg: 10, ...(effort && { effort }) }]]);
    expect(target).toMatchObject({ range: [12, 15], aim, load: 10_000, isStep: false });
  });

  it('aims no higher than the top', () => {
    expect(next('row', [[[14, 14, 14], { kg: 10, effort: '5+' }]])).toMatchObject({
      aim: 15,
      why: { kind: 'within', did: { amount: 14 }, aim: 15 },
    });
  });

  it('believes the load that was used, of several the one of most sets, and of two the lighter', () => {
    const heavier = { reps: 8, load: 14_000 };
    expect(next('row', [[[15, 15], { kg: 10, effort: '3-4', also: [heavier] }]]).load).toBe(11_000);
    expect(next('row', [[[15], { kg: 10, effort: '3-4', also: [heavier] }]]).load).toBe(11_000);
    expect(next('row', [[[12], { kg: 10, also: [heavier, heavier] }]])).toMatchObject({
      load: 14_000,
      why: { kind: 'again', did: { sets: 2, amount: 8 }, wanted: 12 },
    });
  });

  it('counts sets of which no load was said, and takes a load that was said before', () => {
    const unsaid = { reps: 12 };
    expect(next('row', [[[15, 15], { kg: 10, effort: '3-4', also: [unsaid] }]])).toMatchObject({
      load: 10_000,
      why: { kind: 'within', did: { sets: 3, amount: 12 } },
    });
    const said: Entry = [[12, 12, 12], { kg: 10, effort: '3-4' }];
    expect(next('row', [said, [ALL_15, { effort: '3-4' }]]).load).toBe(11_000);
  });

  it('says "heavier" and "lighter" where the load was never said', () => {
    expect(next('row', [[ALL_15, { effort: '3-4' }]])).toEqual({
      range: [12, 15],
      aim: 12,
      heavier: true,
      why: {
        kind: 'up',
        did: { sets: 3, unit: 'reps', amount: 15, effort: '3-4' },
        change: { what: 'heavier' },
      },
      isStep: true,
    });
    const short: Entry = [[10, 10, 10]];
    expect(next('row', [short, short])).toMatchObject({ lighter: true, isStep: false });
    expect(next('row', [[ALL_15, { effort: '3-4' }]], { daysOff: 8 })).toMatchObject({ lighter: true, aim: 12 });
  });

  it('keeps the easier variation while the load goes up', () => {
    expect(next('row', [[ALL_15, { kg: 10, effort: '3-4', variation: 'easier' }]])).toMatchObject({
      load: 11_000,
      variation: 'easier',
    });
  });
});

describe('dumbbells with wide gaps', () => {
  const at = (amounts: number[], kg: number): Entry => [amounts, { kg, effort: '3-4' }];

  it('goes to 18 repetitions first, then takes the coarse step, and the range is the normal one again', () => {
    expect(next('row', [at(ALL_15, 4)], { ladder: PAIRS })).toMatchObject({
      range: [12, 18],
      aim: 16,
      load: 4000,
      why: { kind: 'top-raised', to: 18 },
      isStep: false,
    });
    const raised = [at(ALL_15, 4), at([16, 16, 16], 4)];
    expect(next('row', raised, { ladder: PAIRS })).toMatchObject({ range: [12, 18], aim: 17, load: 4000 });
    expect(next('row', [...raised, at(ALL_18, 4)], { ladder: PAIRS })).toMatchObject({
      range: [12, 15],
      aim: 12,
      load: 6000,
      isStep: true,
    });
  });

  it('raises the top first even when 18 were done at once', () => {
    expect(next('row', [at(ALL_18, 4)], { ladder: PAIRS })).toMatchObject({ load: 4000, aim: 18, range: [12, 18] });
  });

  it('knows a raised top only with the load that it was raised for', () => {
    expect(next('row', [at(ALL_15, 4), at(ALL_15, 6)], { ladder: PAIRS })).toMatchObject({
      load: 6000,
      why: { kind: 'top-raised' },
    });
  });

  it('takes pounds of 2.5 lb steps for what they are', () => {
    const ladder: Ladder = { kind: 'step', step: 1134 };
    const pounds = (lb: number): Entry => [[15, 15, 15], { kg: (lb * 453.6) / 1000, effort: '3-4' }];
    expect(next('row', [pounds(25)], { ladder })).toMatchObject({ load: 12_474, isStep: true });
    expect(next('row', [pounds(20)], { ladder })).toMatchObject({ load: 9072, why: { kind: 'top-raised' } });
  });
});

describe('a beginner with two dumbbells of 5 kg', () => {
  const world = { ladder: A_PAIR_OF_FIVES };
  const at = (variation?: 'easier' | 'harder'): Entry => [
    ALL_15,
    { kg: 5, effort: '3-4', ...(variation && { variation }) },
  ];

  it('goes on to the harder variation, and then keeps what there is', () => {
    expect(next('row', [at('easier')], world)).toMatchObject({
      load: 5000,
      aim: 12,
      why: { change: { what: 'variation', from: 'easier' } },
    });
    expect(next('row', [at()], world)).toMatchObject({
      range: [12, 15],
      aim: 12,
      load: 5000,
      variation: 'harder',
      why: { kind: 'up', change: { what: 'variation', to: 'harder' } },
      isStep: true,
    });
    expect(next('row', [at('harder')], world)).toMatchObject({
      aim: 15,
      load: 5000,
      variation: 'harder',
      why: { kind: 'all-there-is' },
      isStep: false,
    });
  });

  it('need not say the only load that there is', () => {
    expect(next('row', [[ALL_15, { effort: '3-4' }]], world)).toMatchObject({ load: 5000, variation: 'harder' });
  });

  it('goes to the easier variation after two failed sessions, and then stays', () => {
    const short: Entry = [[10, 9, 8], { kg: 5, effort: '0' }];
    expect(next('row', [short, short], world)).toMatchObject({
      load: 5000,
      aim: 12,
      variation: 'easier',
      why: { kind: 'down', change: { what: 'variation', to: 'easier' } },
    });
    const easier: Entry = [[10, 9, 8], { kg: 5, effort: '0', variation: 'easier' }];
    expect(next('row', [easier, easier], world)).toMatchObject({
      load: 5000,
      variation: 'easier',
      why: { kind: 'again' },
    });
  });
});

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

  it.each(['pink', undefined])('have no colour after one that is not known: %s', (band) => {
    const unknown: Entry = [ALL_15, { effort: '3-4', ...(band && { band }) }];
    expect(next('band-row', [unknown]).why.kind).toBe('top-raised');
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
          { move: move.id, day: '2026-01-05' as never, sets: [{ reps: 12, ...load }], effort: '3-4', held: false },
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
  it('go from easier to as written to harder, and stay there', () => {
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
      aim: 15,
      variation: 'harder',
      why: { kind: 'all-there-is' },
    });
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

  it('go on from what was done the first time', () => {
    expect(next('shoulder-taps', [at([16, 15, 14])], week1)).toMatchObject({ aim: 16 });
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
    expect(next('swimming-kicks', [begun, short, short, kicks([25, 25], '1-2')])).toMatchObject({ aim: 30 });
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
  });
});

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
    expect(next('row', [held, [ALL_15, { effort: '3-4' }]])).toMatchObject({ range: [12, 18], load: 8000 });
    expect(next('shoulder-taps', [[[4], { held: true }]], { range: [14, 18] })).toMatchObject({ aim: 14 });
  });

  it('do not bring back what an absence took off', () => {
    const back: Entry = [[12, 12], { kg: 9, held: true, after: 11 }];
    expect(next('row', [good, back])).toMatchObject({ load: 9000, aim: 12, why: { kind: 'held' } });
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
    expect(target).toMatchObject({ load, aim: 12, isStep: percent === undefined });
    if (percent === undefined) return;
    const change = percent === 0 ? {} : { change: { what: 'load', from: 20_000, to: load } };
    expect(target.why).toEqual({ kind: 'back', days: daysOff, percent, ...change });
  });

  it('go back to what the block began with, when that was less than a fifth off', () => {
    const log: Entry[] = [[ALL_15, { kg: 8 }], [ALL_15, { kg: 12 }], [ALL_15, { kg: 19 }], earned];
    const on = (day: string) => next('row', log, { daysOff: 29, blockBeganOn: day as never });
    expect(on('2026-01-06')).toMatchObject({ load: 12_000, why: { change: { from: 20_000, to: 12_000 } } });
    expect(on('2026-01-08').load).toBe(16_000);
    expect(on('2026-03-01').load).toBe(16_000);
    expect(next('row', log, { daysOff: 28, blockBeganOn: '2026-01-06' as never }).load).toBe(16_000);
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
