import { describe, expect, it } from 'vitest';
import type { Ladder } from '../../src/coach/load.ts';
import { A_PAIR_OF_FIVES, type Entry, next } from './progression-log.ts';

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
    expect(next('row', [[[30, 30, 30], { kg: 10, effort: '5+' }]])).toMatchObject({
      load: 11_000,
      why: { did: { amount: 15 } },
    });
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
    expect(next('row', [[[15], { kg: 10, effort: '3-4', also: [heavier] }]]).load).toBe(10_000);
    expect(next('row', [[[12], { kg: 10, also: [heavier, heavier] }]])).toMatchObject({
      load: 14_000,
      why: { kind: 'again', did: { sets: 2, amount: 8 }, wanted: 12 },
    });
  });

  it('takes a single set for half an answer: the second session with one confirms', () => {
    const one: Entry = [[15], { kg: 10, effort: '3-4' }];
    expect(next('row', [one])).toMatchObject({ load: 10_000, why: { kind: 'confirm' }, isStep: false });
    expect(next('row', [one, one])).toMatchObject({ load: 11_000, why: { kind: 'up' }, isStep: true });
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

  it('takes two sessions to confirm each unknown load of its own', () => {
    const once: Entry = [ALL_15, { effort: '1-2' }];
    expect(next('row', [once, once])).toMatchObject({ heavier: true });
    expect(next('row', [once, once, once]).why.kind).toBe('confirm');
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
  const at = (reps: number, variation?: 'easier' | 'harder'): Entry => [
    [reps, reps, reps],
    { kg: 5, effort: '3-4', ...(variation && { variation }) },
  ];

  it('goes on to more repetitions, then to the harder variation, and then keeps what there is', () => {
    expect(next('row', [at(15)], world)).toMatchObject({
      range: [12, 18],
      aim: 16,
      load: 5000,
      why: { kind: 'top-raised', to: 18 },
      isStep: false,
    });
    expect(next('row', [at(15), at(18)], world)).toMatchObject({
      range: [12, 15],
      aim: 12,
      load: 5000,
      variation: 'harder',
      why: { kind: 'up', change: { what: 'variation', to: 'harder' } },
      isStep: true,
    });
    expect(next('row', [at(15), at(18), at(15, 'harder'), at(18, 'harder')], world)).toMatchObject({
      aim: 18,
      load: 5000,
      variation: 'harder',
      why: { kind: 'all-there-is' },
      isStep: false,
    });
  });

  it('goes from the easier variation to the move as written in the same way', () => {
    expect(next('row', [at(15, 'easier'), at(18, 'easier')], world)).toMatchObject({
      load: 5000,
      aim: 12,
      why: { change: { what: 'variation', from: 'easier' } },
    });
  });

  it('need not say the only load that there is', () => {
    expect(next('row', [[ALL_15, { effort: '3-4' }]], world)).toMatchObject({ load: 5000, range: [12, 18] });
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
