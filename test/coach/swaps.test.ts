import { describe, expect, it } from 'vitest';
import { KITS, type Kit } from '../../src/coach/content.ts';
import { addDays } from '../../src/coach/day.ts';
import { isStrength } from '../../src/coach/dose.ts';
import { canDo, moveNamed } from '../../src/coach/kit.ts';
import type { Exercise } from '../../src/coach/plan.ts';
import { chosenOn, plannedMove, swapsFor } from '../../src/coach/training/swaps.ts';
import { START } from './plan-people.ts';
import { content, everySession, lineOf, planned } from './training-plans.ts';

const MOST: readonly Kit[] = KITS;

function offered(exercise: Exercise, kit: readonly Kit[], session: readonly Exercise[] = [exercise]): string[] {
  return swapsFor(content, exercise, { kit, session }).map(({ id }) => id);
}

/** Another move on a line, as a swap leaves it. */
function swapped(line: Exercise, id: string): Exercise {
  const { insteadOf: _, ...rest } = line;
  const move = moveNamed(content, id);
  return move === plannedMove(line) ? { ...rest, move } : { ...rest, move, insteadOf: plannedMove(line) };
}

/** Of the sessions that have the same moves for the same kit, one. */
const DISTINCT = [
  ...new Map(
    everySession().map((occasion) => {
      const moves = occasion.session.main.map(({ move }) => move.id);
      return [`${occasion.kit} ${moves}`, occasion] as const;
    }),
  ).values(),
];

const row = lineOf(planned(), 'row');
const birdDog = lineOf(planned(), 'bird-dog');

describe('what may take the place of a move', () => {
  it('is first what its own swaps name, as far as the kit allows, and then what trains the same', () => {
    expect(offered(row, MOST).slice(0, 2)).toEqual(['band-row', 'towel-row']);
    expect(offered(row, MOST)).toContain('lat-pulldown');
    expect(offered(row, ['dumbbells'])).toEqual(['towel-row', 'towel-pulldown']);
    expect(offered(lineOf(planned({}, []), 'towel-row'), [])).toEqual(['towel-pulldown']);
    expect(offered(lineOf(planned({}, []), 'towel-row'), ['band'])[0]).toBe('band-row');
  });

  it('has the planned move first where another was chosen for it', () => {
    expect(offered(swapped(row, 'towel-row'), MOST).slice(0, 2)).toEqual(['row', 'band-row']);
    expect(offered(swapped(birdDog, 'superman'), MOST).slice(0, 2)).toEqual(['bird-dog', 'standing-bird-dog']);
  });

  it('has the small Superman last, where the bird-dog is planned, for who has a mat', () => {
    expect(offered(birdDog, MOST)[0]).toBe('standing-bird-dog');
    expect(offered(birdDog, MOST).at(-1)).toBe('superman');
    expect(offered(swapped(birdDog, 'standing-bird-dog'), MOST)[0]).toBe('bird-dog');
    expect(offered(swapped(birdDog, 'standing-bird-dog'), MOST).at(-1)).toBe('superman');
    expect(offered(swapped(birdDog, 'standing-bird-dog'), [])).not.toContain('superman');
  });

  it('is cardio for cardio', () => {
    const rope = lineOf(planned(), 'jump-rope');
    expect(offered(rope, MOST)).toEqual(['high-knees', 'low-impact-march']);
  });

  it('is no walk of half an hour for a round of rope, and no round of rope for a walk', () => {
    const cardio = planned({ template: 'cardio', week: 6 });
    expect(offered(lineOf(cardio, 'jump-rope'), MOST)).not.toContain('brisk-walk');
    expect(offered(lineOf(cardio, 'brisk-walk'), MOST)).toEqual([]);
  });

  it('is no cardio for a stretch', () => {
    const mobility = planned({ template: 'mobility' });
    expect(offered(lineOf(mobility, 'thread-the-needle'), MOST)).toEqual(['seated-twist']);
    expect(offered(lineOf(mobility, 'easy-walk'), MOST)).toEqual([]);
  });

  it('is nothing that another line of the session has already', () => {
    const squat = lineOf(planned(), 'squat');
    expect(offered(row, MOST, [row, swapped(squat, 'band-row')])[0]).toBe('towel-row');
    expect(offered(row, MOST, [row, swapped(squat, 'band-row')])).not.toContain('band-row');
    const standing = swapped(birdDog, 'standing-bird-dog');
    expect(offered(standing, MOST, [standing, swapped(squat, 'bird-dog')])).not.toContain('bird-dog');
  });
});

describe('for every line of every session, at every level, with every kit, in every week', () => {
  it('offers what the kit allows and the session has not, of its kind, each once, with the Superman last', () => {
    let offers = 0;
    for (const { kit, session } of DISTINCT) {
      for (const exercise of session.main) {
        const moves = swapsFor(content, exercise, { kit, session: session.main });
        const all = moves.map(({ id }) => id);
        offers += all.length;
        expect(new Set(all).size).toBe(all.length);
        for (const move of moves) {
          expect(canDo(move, kit)).toBe(true);
          expect(session.main.map((line) => line.move.id)).not.toContain(move.id);
          expect(isStrength(move)).toBe(isStrength(plannedMove(exercise)));
          if (!isStrength(move)) expect(move.role).toBe(plannedMove(exercise).role);
        }
        const isPlace = plannedMove(exercise).id === 'bird-dog' && kit.includes('mat');
        expect(all.includes('superman')).toBe(isPlace);
        if (isPlace) expect(all.at(-1)).toBe('superman');
      }
    }
    expect(offers).toBeGreaterThan(1_000);
  });

  it('leads back: after any swap the planned move is offered first, if the kit is enough for it', () => {
    for (const { kit, session } of DISTINCT) {
      for (const line of session.main) {
        for (const { id } of swapsFor(content, line, { kit, session: session.main })) {
          const changed = session.main.map((other) => (other === line ? swapped(line, id) : other));
          const now = changed[session.main.indexOf(line)] as Exercise;
          const back = offered(now, kit, changed);
          expect(back).not.toContain(id);
          const planned = plannedMove(line);
          if (id !== planned.id && canDo(planned, kit)) expect(back[0]).toBe(planned.id);
        }
      }
    }
  });
});

it('leaves a move of one’s own choice to the place where it is planned instead, whatever names it', () => {
  // A programme may plan the standing one by itself: the Superman's swaps name it, and that is no reason to offer it.
  const standing = moveNamed(content, 'standing-bird-dog');
  expect(offered({ ...birdDog, move: standing }, MOST)).toContain('bird-dog');
  expect(offered({ ...birdDog, move: standing }, MOST)).not.toContain('superman');
});

describe('what is chosen on a day', () => {
  const on = (days: number) => addDays(START, days);
  const chosen = (days: number, ...swaps: Parameters<typeof chosenOn>[0][number][]) =>
    chosenOn(swaps, on(days)).get('row');

  it('holds from its day until its day, both included, or for good', () => {
    const today = { move: 'row', to: 'towel-row', from: on(2), until: on(4) };
    expect([1, 2, 4, 5].map((days) => chosen(days, today))).toEqual([undefined, 'towel-row', 'towel-row', undefined]);
    const always = { move: 'row', to: 'band-row', from: on(2) };
    expect([1, 2, 400].map((days) => chosen(days, always))).toEqual([undefined, 'band-row', 'band-row']);
  });

  it('is the last that was made of those that hold', () => {
    const always = { move: 'row', to: 'band-row', from: on(0) };
    const today = { move: 'row', to: 'towel-row', from: on(3), until: on(3) };
    expect([2, 3, 4].map((days) => chosen(days, always, today))).toEqual(['band-row', 'towel-row', 'band-row']);
    // Made later, and it holds on that day too.
    expect(chosen(3, today, always)).toBe('band-row');
    const back = { move: 'row', to: 'row', from: on(5) };
    expect([4, 5].map((days) => chosen(days, always, back))).toEqual(['band-row', 'row']);
  });

  it('keeps the moves apart', () => {
    const row = { move: 'row', to: 'band-row', from: on(0) };
    const squat = { move: 'squat', to: 'sit-to-stand', from: on(0) };
    expect([...chosenOn([row, squat], on(0))]).toEqual([
      ['row', 'band-row'],
      ['squat', 'sit-to-stand'],
    ]);
  });
});
