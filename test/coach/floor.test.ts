import { describe, expect, it } from 'vitest';
import { secondsOf } from '../../src/coach/duration.ts';
import type { Session } from '../../src/coach/plan.ts';
import { floorOf } from '../../src/coach/training/floor.ts';
import { content, everySession, lineOf, planned } from './training-plans.ts';

const { programme } = content;
const LIMIT_S = programme.floor.minutes * 60;

/** Of what is done, in order, without the rounding to five minutes. */
function seconds({ warmUp, main, coolDown }: Session): number {
  return [...warmUp, ...main, ...coolDown].reduce((sum, exercise) => sum + secondsOf(exercise, programme.pace), 0);
}

const ids = (session: Session) => session.main.map(({ move }) => move.id);
/** Five days a week have every kind of session. */
const EVERY = everySession();

describe('the short version of any session, at every level, with every kit, in every week', () => {
  it('fits in the time that the programme gives it', () => {
    const over = EVERY.filter(({ session }) => seconds(floorOf(session, programme)) > LIMIT_S);
    expect(over.map(({ level, kit, session }) => [session.name, session.week, level, kit])).toEqual([]);
  });

  it('says about as much', () => {
    for (const { session } of EVERY) expect(floorOf(session, programme).minutes).toBeLessThanOrEqual(10);
  });

  it('is the beginning of the warm-up and a part of the moves, in their order, and never more than the whole', () => {
    for (const { session } of EVERY) {
      const short = floorOf(session, programme);
      expect(short.warmUp).toEqual(session.warmUp.slice(0, programme.floor.warmUp));
      expect(short.coolDown).toEqual([]);
      expect(short.circuit).toBeUndefined();
      expect(short.main.length).toBeGreaterThan(0);
      const kept = ids(short);
      expect(ids(session).filter((id) => kept.includes(id))).toEqual(kept);
      for (const exercise of short.main) {
        const whole = lineOf({ session }, exercise.move.id);
        expect(exercise.sets).toBeGreaterThan(0);
        expect(exercise.sets).toBeLessThanOrEqual(whole.sets);
        const isCut = exercise.seconds?.[1] !== whole.seconds?.[1];
        if (isCut) expect(short.main).toHaveLength(1);
        expect({ ...exercise, sets: whole.sets, ...(isCut && { seconds: whole.seconds }) }).toEqual(whole);
      }
      expect(seconds(short)).toBeLessThan(seconds(session));
      expect(short.minutes).toBeLessThanOrEqual(session.minutes);
    }
  });

  it('is full: no further set of a move that it has, nor a first one of another, would fit', () => {
    for (const { session } of EVERY) {
      const short = floorOf(session, programme);
      const left = LIMIT_S - seconds(short);
      for (const whole of session.main) {
        if (whole.move.id === 'brisk-walk' && short.main.length === 1) continue;
        const sets = short.main.find(({ move }) => move === whole.move)?.sets ?? 0;
        if (sets === whole.sets) continue;
        const now = sets === 0 ? 0 : secondsOf({ ...whole, sets }, programme.pace);
        expect(secondsOf({ ...whole, sets: sets + 1 }, programme.pace) - now).toBeGreaterThan(left);
      }
    }
  });

  it('keeps a strength session’s first move', () => {
    const strength = EVERY.filter(({ planned: { template } }) => template === 'a' || template === 'b');
    expect(strength.length).toBeGreaterThan(1_000);
    for (const { session } of strength) expect(ids(floorOf(session, programme))[0]).toBe(ids(session)[0]);
  });
});

describe('the short version', () => {
  it('of session A is a set of each move that fits, in order, before a second one of any', () => {
    const { session } = planned({ week: 6 });
    const short = floorOf(session, programme);
    expect(short.main.map(({ move, sets }) => [move.id, sets])).toEqual([
      // The bird-dog, with both its sides, is longer than what is left; a second set of rows is not.
      ['row', 2],
      ['squat', 1],
      ['push-up', 1],
      ['reverse-fly', 1],
    ]);
    expect(short).toMatchObject({ name: session.name, week: 6, block: 'build', repsInReserve: [2, 3], minutes: 10 });
  });

  it('leaves out a walk that is longer than the time, and takes what comes after it', () => {
    const cardio = planned({ template: 'cardio', week: 6 }).session;
    expect(ids(cardio)[0]).toBe('brisk-walk');
    expect(ids(floorOf(cardio, programme))).toEqual(['jump-rope']);
    const mobility = planned({ template: 'mobility' }).session;
    expect(ids(mobility)[0]).toBe('easy-walk');
    expect(ids(floorOf(mobility, programme))).toEqual(ids(mobility).slice(1));
  });

  it('cuts a walk to whole minutes where there is nothing else, and aims for no more', () => {
    const light = planned({ template: 'cardio', week: 10, light: true }).session;
    expect(ids(light)).toEqual(['brisk-walk']);
    const target = { range: [1200, 1200], aim: 1200, why: { kind: 'first' }, isStep: false } as const;
    const aimed = { ...light, main: light.main.map((exercise) => ({ ...exercise, target })) };
    const [walk] = floorOf(aimed, programme).main;
    expect(walk).toMatchObject({ sets: 1, seconds: [420, 420] });
    expect(walk).not.toHaveProperty('target');
    expect(seconds(floorOf(aimed, programme))).toBeLessThanOrEqual(LIMIT_S);
  });

  it('is one whole set of the first move where it is counted and nothing fits', () => {
    const many = planned().session;
    const rows = { ...lineOf({ session: many }, 'row'), reps: [300, 300] as const };
    const short = floorOf({ ...many, main: [rows] }, programme);
    expect(short.main).toEqual([{ ...rows, sets: 1 }]);
  });

  it('of a session without moves has none', () => {
    expect(floorOf({ ...planned().session, main: [] }, programme).main).toEqual([]);
  });
});
