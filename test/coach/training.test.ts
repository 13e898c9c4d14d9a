import { describe, expect, it } from 'vitest';
import type { Content, Move } from '../../src/coach/content.ts';
import { day } from '../../src/coach/day.ts';
import { moveNamed } from '../../src/coach/kit.ts';
import { frozen, type TrainingPlan, type TrainingStep, thawed } from '../../src/coach/training/training.ts';
import { content, everySession, lineOf, planned, shortened } from './training-plans.ts';

const without = (id: string): Content => ({
  ...content,
  moves: new Map([...content.moves].filter(([other]) => other !== id)),
});

/** Every move that a value speaks of, however deep. */
function movesIn(value: unknown): Move[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('id' in value && content.moves.get(String(value.id)) === value) return [value as Move];
  return Object.values(value).flatMap(movesIn);
}

describe('a plan that was written down', () => {
  it('comes back as it was, for every session of every level, kit and week, short or whole', () => {
    const occasions = everySession();
    expect(occasions.length).toBeGreaterThan(3 * 32 * 50);
    for (const { planned, session } of occasions) {
      const whole: TrainingPlan = { planned, session, size: 'full', held: planned.light };
      for (const plan of [whole, { ...shortened(whole), repairs: day('2026-01-03') }]) {
        const back = thawed<TrainingPlan>(content, frozen(plan));
        // `JSON` keeps nothing of what is undefined, and there is nothing of the kind to keep.
        if (back === undefined || JSON.stringify(back) !== JSON.stringify(plan)) expect(back).toEqual(plan);
      }
    }
  });

  it('speaks of the very moves of the content, in its circuit and what they stand in for too', () => {
    const plan = planned({ template: 'b', circuit: true, week: 6 }, ['band']);
    const back = thawed<TrainingPlan>(content, frozen(plan));
    expect(back).toStrictEqual(plan);
    const moves = movesIn(back);
    expect(moves).toEqual(movesIn(plan));
    expect(moves.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['hiit-circuit', 'band-row', 'row', 'childs-pose']),
    );
  });

  it('holds moves by their ids alone, so that it stays short', () => {
    const text = frozen(planned({ circuit: true, week: 10 }));
    expect(text).not.toContain('Keep your elbows');
    expect(text.length).toBeLessThan(3_000);
  });

  it('keeps what is aimed for, and why', () => {
    const plan = planned();
    const row = lineOf(plan, 'row');
    const why = {
      kind: 'up',
      did: { sets: 3, unit: 'reps', amount: 15, effort: '3-4' },
      change: { what: 'load', from: 10_000, to: 11_000 },
    } as const;
    const target = { range: [12, 15], aim: 12, load: 11_000, why, isStep: true } as const;
    const aimed = { ...plan, session: { ...plan.session, main: [{ ...row, target }] } };
    expect(thawed<TrainingPlan>(content, frozen(aimed))?.session.main[0]?.target).toEqual(target);
  });

  it('is nothing any more when one of its moves is gone, or one that another stands in for', () => {
    const plan = planned({ template: 'b', circuit: true, week: 6 }, ['band']);
    const gone = new Set(movesIn(plan).map(({ id }) => id));
    for (const id of gone) expect(thawed(without(id), frozen(plan))).toBeUndefined();
    expect(gone.has('superman')).toBe(false);
    expect(thawed(without('superman'), frozen(plan))).toEqual(plan);
  });

  it('is read as JSON or not at all', () => {
    expect(() => thawed(content, 'row 3x12')).toThrow(SyntaxError);
  });
});

describe('a step that was written down', () => {
  const exercise = lineOf(planned({}, []), 'towel-row');
  const steps: readonly TrainingStep[] = [
    { kind: 'part' },
    { kind: 'part', skipped: true },
    { kind: 'started' },
    { kind: 'set', set: { reps: 12, load: 10_000 } },
    { kind: 'set', set: { seconds: 30, band: 'red' } },
    { kind: 'skip' },
    { kind: 'leave-out' },
    { kind: 'round' },
    { kind: 'swap', exercise },
    { kind: 'set-aside', exercise },
    { kind: 'set-aside' },
    { kind: 'finish' },
    { kind: 'back' },
  ];

  it('comes back as it was', () => {
    for (const step of steps) expect(thawed<TrainingStep>(content, frozen(step))).toStrictEqual(step);
  });

  it('is nothing any more when its move is gone', () => {
    const swap: TrainingStep = { kind: 'swap', exercise };
    expect(thawed(without(exercise.move.id), frozen(swap))).toBeUndefined();
    expect(exercise.insteadOf).toBe(moveNamed(content, 'row'));
    expect(thawed(without('row'), frozen(swap))).toBeUndefined();
  });
});
