import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/coach/content.ts';
import type { Day } from '../../src/coach/day.ts';
import type { Performance } from '../../src/coach/performance.ts';
import type { Did, Target } from '../../src/coach/progression/target.ts';
import type { Asked } from '../../src/simulation/asked.ts';
import { wrongLoads } from '../../src/simulation/check-loads.ts';
import { loadContent } from '../../src/store/content.ts';

const ROW = loadContent().moves.get('row') as Move;
const MONDAY = '2026-02-02' as Day;
const WEDNESDAY = '2026-02-04' as Day;

const did = (amount: number): Did => ({ sets: 3, unit: 'reps', amount, effort: '3-4' });
const done = (load: number, held = false, day = MONDAY): Performance => ({
  ...{ move: 'row', day, held },
  sets: [{ reps: 12, load }],
});
const target = (change: Partial<Target>): Target => ({
  ...{ range: [12, 15], aim: 12, why: { kind: 'within', did: did(12), aim: 13 }, isStep: false },
  ...change,
});
const asked = (day: Day, change: Partial<Target>, ...before: Performance[]): Asked => ({
  ...{ day, move: ROW, before },
  target: target(change),
});
const up = (amount: number, from: number, to: number): Partial<Target> => ({
  ...{ load: to, isStep: true },
  why: { kind: 'up', did: did(amount), change: { what: 'load', from, to } },
});

describe('the check of what was asked', () => {
  it('lets a load go up by a tenth, and says when it went up by more', () => {
    expect(wrongLoads([asked(WEDNESDAY, up(15, 10_000, 11_000), done(10_000))], [])).toEqual([]);
    expect(wrongLoads([asked(WEDNESDAY, up(15, 10_000, 12_000), done(10_000))], [])).toEqual([
      'row on 2026-02-04 went from 10000 g to 12000 g at once',
    ]);
  });

  it('lets a big step be taken by whoever came to eighteen first', () => {
    expect(wrongLoads([asked(WEDNESDAY, up(18, 5000, 6000), done(5000))], [])).toEqual([]);
    expect(wrongLoads([asked(WEDNESDAY, up(17, 5000, 6000), done(5000))], [])).toHaveLength(1);
  });

  it('lets somebody come back to their load after a light session, and to no more', () => {
    const before = [done(10_000), done(8000, true)];
    const held = (load: number) => [asked(WEDNESDAY, { load, why: { kind: 'held' } }, ...before)];
    expect(wrongLoads(held(10_000), [])).toEqual([]);
    expect(wrongLoads(held(12_000), [])).toHaveLength(1);
  });

  it('says when something went up after it had hurt', () => {
    const hurts = [{ day: MONDAY, move: 'row' }];
    const then = asked(MONDAY, { load: 10_000 }, done(10_000, false, '2026-01-30' as Day));
    const now = (change: Partial<Target>) => [then, asked(WEDNESDAY, change, done(10_000, true))];
    expect(wrongLoads(now({ load: 10_000, why: { kind: 'held' } }), hurts)).toEqual([]);
    const wrong = ['row went up on 2026-02-04, after it had hurt on 2026-02-02'];
    expect(wrongLoads(now(up(15, 10_000, 11_000)), hurts)).toEqual(wrong);
    expect(wrongLoads(now({ load: 10_000, range: [12, 18] }), hurts)).toEqual(wrong);
    expect(wrongLoads(now({ load: 10_000, variation: 'harder' }), hurts)).toEqual(wrong);
    // Back to the version as written, of which they can do more.
    const before = done(10_000, false, '2026-01-30' as Day);
    const harder = asked(MONDAY, { load: 10_000, variation: 'harder' }, before);
    const asWritten = asked(WEDNESDAY, { load: 10_000, range: [12, 18] }, before, done(10_000, true));
    expect(wrongLoads([harder, asWritten], hurts)).toEqual([]);
    expect(wrongLoads(now(up(15, 10_000, 11_000)), [{ day: MONDAY, move: 'squat' }])).toEqual([]);
  });
});
