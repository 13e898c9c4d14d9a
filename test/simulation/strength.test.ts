import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/coach/content.ts';
import { randomFrom } from '../../src/simulation/random.ts';
import {
  afterSession,
  type Body,
  effortOf,
  formOn,
  gainOn,
  mostOf,
  type Shape,
} from '../../src/simulation/strength.ts';
import { loadContent } from '../../src/store/content.ts';

const { moves } = loadContent();
function move(id: string): Move {
  const found = moves.get(id);
  if (found === undefined) throw new Error(`there is no move "${id}"`);
  return found;
}

const ORDINARY = { lifting: 1, own: 1 };

/** The shape after so many sessions, two days apart. */
function trained(sessions: number): Shape | undefined {
  let shape: Shape | undefined;
  for (let index = 0; index < sessions; index += 1)
    shape = afterSession(shape, new Date(Date.UTC(2026, 1, 2 + 2 * index)).toISOString().slice(0, 10));
  return shape;
}

describe('a body', () => {
  it('does fewer with more: the load, the colour, the harder version, the sets before', () => {
    const rows = (load: number) => mostOf(move('row'), ORDINARY, { load }, 0);
    expect([8000, 12_000, 16_000].map(rows)).toEqual([41, 17, 5]);
    expect(mostOf(move('row'), ORDINARY, { load: 30_000 }, 0)).toBe(0);
    const pulls = (band: number) => mostOf(move('band-row'), ORDINARY, { band }, 0);
    expect(pulls(0)).toBeGreaterThan(pulls(1));
    const pushes = (variation?: 'easier' | 'harder') =>
      mostOf(move('push-up'), ORDINARY, variation === undefined ? {} : { variation }, 0);
    expect([pushes('easier'), pushes(), pushes('harder')]).toEqual([18, 11, 6]);
    expect(mostOf(move('row'), ORDINARY, { load: 12_000 }, 2)).toBeLessThan(17);
  });

  it('holds for seconds what is timed, and always some of what nobody has measured', () => {
    expect(mostOf(move('swimming-kicks'), ORDINARY, {}, 0)).toBe(32);
    for (const each of moves.values()) {
      if (each.dose.kind !== 'circuit') expect(mostOf(each, ORDINARY, {}, 0), each.id).toBeGreaterThan(0);
    }
  });

  it('grows with sessions, less and less, and loses slowly after a week off', () => {
    const [few, some, many] = [4, 16, 48].map((sessions) => gainOn(trained(sessions), '2026-02-01'));
    expect(few).toBeGreaterThan(0.04);
    expect((some ?? 0) - (few ?? 0)).toBeGreaterThan(0.08);
    expect(many).toBeLessThan(0.35);
    const shape = { gain: 0.2, on: '2026-03-01' };
    expect(gainOn(shape, '2026-03-09')).toBe(0.2);
    expect(gainOn(shape, '2026-03-23')).toBeCloseTo(0.13);
    expect(gainOn(shape, '2026-12-01')).toBeCloseTo(0.05);
  });

  it('has the same days for the same seed, two percent up or down', () => {
    const days = (seed: number) => {
      const body: Body = { power: 1.2, random: randomFrom(seed), shapes: new Map() };
      return Array.from({ length: 50 }, () => formOn(body, 'row', '2026-02-02').lifting);
    };
    expect(days(1)).toEqual(days(1));
    expect(days(1)).not.toEqual(days(2));
    expect(Math.min(...days(1))).toBeGreaterThanOrEqual(1.2 * 0.98);
    expect(Math.max(...days(1))).toBeLessThanOrEqual(1.2 * 1.02);
  });

  it('says of a session what most of its sets left in it', () => {
    expect(
      [
        [0, 0, 4],
        [1, 2, 9],
        [3, 3, 4, 4],
        [5, 9, 9],
      ].map(effortOf),
    ).toEqual(['0', '1-2', '3-4', '5+']);
    expect(effortOf([])).toBeUndefined();
  });
});
