import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/coach/content.ts';
import type { Day } from '../../src/coach/day.ts';
import type { Loads } from '../../src/coach/load.ts';
import type { Performance } from '../../src/coach/performance.ts';
import type { Target, Why } from '../../src/coach/progression/target.ts';
import type { Asked } from '../../src/simulation/asked.ts';
import { storiesOf } from '../../src/simulation/move-story.ts';
import { movesTable } from '../../src/simulation/moves-table.ts';
import { loadContent } from '../../src/store/content.ts';

const { moves } = loadContent();
const ROW = moves.get('row') as Move;
const SQUAT = moves.get('squat') as Move;
const LOADS: Loads = {
  units: 'metric',
  ladders: { dumbbells: { kind: 'step', step: 1000 }, machine: { kind: 'step', step: 5000 } },
  bands: ['yellow', 'red'],
};
const day = (of: number) => `2026-02-0${of}` as Day;
const done = (of: number, load: number): Performance => ({
  ...{ move: 'row', day: day(of), held: false },
  sets: [{ reps: 15, load }],
});
const DID = { sets: 3, unit: 'reps', amount: 15, effort: '3-4' } as const;
const UP: Why = { kind: 'up', did: DID, change: { what: 'load', from: 10_000, to: 11_000 } };
const target = (why: Why, change: Partial<Target> = {}): Target => ({
  ...{ range: [12, 15], aim: 12, why, isStep: why.kind === 'up' },
  ...change,
});
const performances = [done(2, 10_000), done(6, 11_000)];
const ASKED: Asked[] = [
  { day: day(2), move: ROW, target: target({ kind: 'first' }), before: [] },
  { day: day(2), move: SQUAT, target: target({ kind: 'first' }), before: [] },
  { day: day(4), move: ROW, target: target(UP, { load: 11_000 }), before: performances.slice(0, 1) },
  // Not trained on the day before: the same step, asked once more.
  { day: day(6), move: ROW, target: target(UP, { load: 11_000 }), before: performances.slice(0, 1) },
  {
    day: day(9),
    move: ROW,
    target: target({ kind: 'within', did: { ...DID, amount: 13 }, aim: 14 }, { load: 11_000, aim: 14 }),
    before: performances,
  },
];

describe('what came of a move', () => {
  const stories = storiesOf(ASKED, { performances, swaps: [], loads: LOADS });

  it('is where it began, with what they then took, and where it came to; a step counts once', () => {
    expect(stories).toMatchObject([
      {
        move: 'row',
        times: 2,
        first: { range: [12, 15], aim: 12, load: 10_000 },
        last: { range: [12, 15], aim: 14, load: 11_000 },
        ups: 1,
        downs: 0,
      },
    ]);
  });

  it('is a line of a table', () => {
    const [head, , line] = movesTable(stories).split('\n');
    expect(head).toMatch(/^move +times +first +last +up +down +last reason$/);
    expect(line).toBe(
      'row       2  12 of 12–15, 10 kg  14 of 12–15, 11 kg   1     0  3 × 13 (3-4 to spare): aim for 14',
    );
  });
});
