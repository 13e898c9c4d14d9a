import { describe, expect, it } from 'vitest';
import type { Range } from '../../src/coach/content.ts';
import { loadContent } from '../../src/store/content.ts';

/* The table of the twelve weeks, row by row: see content-source.test.ts. */

const { programme } = loadContent();

describe('the twelve weeks', () => {
  const open = true;
  const rows: readonly (readonly [
    weeks: readonly number[],
    name: string,
    reserve: Range,
    orMore: boolean,
    sets: readonly number[],
    circuits: readonly number[],
    rounds: Range | undefined,
  ])[] = [
    [[1, 2], 'Base', [3, 4], !open, [2, 2], [0, 0], undefined],
    [[3, 4], 'Base', [3, 4], !open, [2, 3], [1, 1], [2, 2]],
    [[5], 'Lighter', [4, 4], open, [3], [0], undefined],
    [[6, 7, 8], 'Build', [2, 3], !open, [3, 3, 3], [1, 1, 1], [3, 3]],
    [[9], 'Lighter', [4, 4], open, [3], [0], undefined],
    [[10, 11, 12], 'Consolidate', [2, 2], !open, [3, 3, 3], [2, 2, 2], [3, 4]],
  ];

  it.each(rows)('%s: %s', (numbers, name, reserve, orMore, sets, circuits, rounds) => {
    const weeks = programme.weeks.filter(({ week }) => numbers.includes(week));
    expect(weeks.map(({ week }) => week)).toEqual(numbers);
    expect(weeks.map((week) => week.sets)).toEqual(sets);
    expect(weeks.map((week) => week.circuits)).toEqual(circuits);
    for (const week of weeks) {
      expect(programme.blocks[week.block].name).toBe(name);
      expect([week.repsInReserve, week.orMore ?? false, week.rounds]).toEqual([reserve, orMore, rounds]);
      expect(week.setsFactor).toBe(name === 'Lighter' ? 0.5 : undefined);
      expect(week.retest ?? false).toBe(week.week === 12);
    }
  });

  it('three days A/B/A then B/A/B, four A/B/A/B, five with one cardio or mobility day, for the gentle from week 5', () => {
    expect(programme.patterns[3]).toEqual([
      ['a', 'b', 'a'],
      ['b', 'a', 'b'],
    ]);
    expect(programme.patterns[4]).toEqual([['a', 'b', 'a', 'b']]);
    const kinds = programme.patterns[5].map((row) =>
      row.map((id) => programme.sessions.find((one) => one.id === id)?.kind),
    );
    expect(kinds).toEqual([
      ['strength', 'strength', 'mobility', 'strength', 'strength'],
      ['strength', 'strength', 'cardio', 'strength', 'strength'],
    ]);
    expect(programme.fiveDaysFromWeek).toEqual({ gentle: 5, standard: 1, strong: 1 });
  });
});
