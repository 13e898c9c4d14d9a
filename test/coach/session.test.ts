import { describe, expect, it } from 'vitest';
import { KITS, type Kit, LEVELS, type Level } from '../../src/coach/content.ts';
import { day } from '../../src/coach/day.ts';
import { minutesOf } from '../../src/coach/duration.ts';
import { canDo } from '../../src/coach/kit.ts';
import type { Exercise, PlannedSession, Session } from '../../src/coach/plan.ts';
import { plannedSessions } from '../../src/coach/programme.ts';
import { sessionFor } from '../../src/coach/session.ts';
import { loadContent } from '../../src/store/content.ts';
import { enrolled, MON_TO_FRI, MON_TUE_THU_FRI, MON_WED_FRI } from './plan-people.ts';

const content = loadContent();
const { programme } = content;
const everySubsetOfKit = KITS.reduce<Kit[][]>((sets, item) => sets.flatMap((set) => [set, [...set, item]]), [[]]);

function planned(week: number, template: string, rest: Partial<PlannedSession> = {}): PlannedSession {
  const base = { day: day('2026-01-05'), ordinal: 1, indexInWeek: 0, circuit: false, light: false };
  return { ...base, week, template, ...rest };
}

function sessionOf(
  week: number,
  template: string,
  rest: Partial<PlannedSession> = {},
  level: Level = 'standard',
  kit: readonly Kit[] = KITS,
) {
  return sessionFor(content, planned(week, template, rest), { level, kit });
}

const ids = (exercises: readonly Exercise[]) => exercises.map((exercise) => exercise.move.id);
const sets = (session: Session) => session.main.map((exercise) => exercise.sets);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function find(session: Session, id: string): Exercise {
  const found = session.main.find((exercise) => exercise.move.id === id);
  if (found === undefined) throw new Error(`no ${id} in ${ids(session.main).join(', ')}`);
  return found;
}

describe('a session of the standard level', () => {
  it('in week 1 is a warm-up, five strength moves with two sets each, rope, and a cool-down', () => {
    const session = sessionOf(1, 'a');
    expect(ids(session.warmUp)).toEqual(['arm-circles', 'jumping-jacks', 'cat-cow', 'shoulder-rolls']);
    expect(ids(session.main)).toEqual(['row', 'squat', 'push-up', 'reverse-fly', 'bird-dog', 'jump-rope']);
    expect(ids(session.coolDown)).toEqual(['childs-pose', 'cobra', 'cross-body-stretch', 'ear-to-shoulder']);
    expect(sets(session)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(session).toMatchObject({ name: 'Session A', week: 1, block: 'base', light: false, repsInReserve: [3, 4] });
  });

  it('says how many repetitions, how long to hold and how long to rest', () => {
    expect(find(sessionOf(1, 'a'), 'row')).toMatchObject({ sets: 2, reps: [12, 15], perSide: false, restSeconds: 40 });
    expect(find(sessionOf(1, 'a'), 'bird-dog')).toMatchObject({ reps: [5, 8], holdSeconds: [2, 3], perSide: true });
    expect(sessionOf(1, 'a').warmUp[0]).toMatchObject({ seconds: [30, 30], perSide: false, perDirection: true });
  });

  it('takes three sets from week 4 on, and leaves fewer repetitions in reserve block by block', () => {
    expect(sets(sessionOf(4, 'b'))).toEqual([3, 3, 3, 3, 3, 3]);
    expect([6, 10].map((week) => sessionOf(week, 'b').repsInReserve)).toEqual([
      [2, 3],
      [2, 2],
    ]);
    expect(sessionOf(12, 'a').retest).toBe(true);
  });

  it('climbs from 30 s of rope and 10 taps in week 1 to 3 minutes and 20 taps in week 12', () => {
    expect(find(sessionOf(1, 'b'), 'jump-rope')).toMatchObject({ seconds: [30, 60], restSeconds: 30 });
    expect(find(sessionOf(12, 'b'), 'jump-rope').seconds).toEqual([150, 180]);
    expect(find(sessionOf(1, 'b'), 'shoulder-taps').reps).toEqual([10, 14]);
    expect(find(sessionOf(12, 'b'), 'shoulder-taps').reps).toEqual([16, 20]);
    expect(find(sessionOf(1, 'b'), 'swimming-kicks').seconds).toEqual([15, 25]);
    expect(find(sessionOf(12, 'b'), 'swimming-kicks').seconds).toEqual([20, 30]);
  });

  it('stands still in a lighter week: half the sets, the first moves keep two, four or more in reserve', () => {
    const lighter = sessionOf(5, 'a');
    expect(sets(lighter)).toEqual([2, 2, 2, 1, 1, 1]);
    expect(lighter).toMatchObject({ block: 'lighter', repsInReserve: [4, 4], orMore: true });
    expect(find(lighter, 'jump-rope').seconds).toEqual(find(sessionOf(4, 'a'), 'jump-rope').seconds);
  });

  it('ends with the circuit instead of the rope', () => {
    const session = sessionOf(6, 'b', { circuit: true });
    expect(ids(session.main)).not.toContain('jump-rope');
    expect(session.circuit).toMatchObject({ rounds: 3, restSeconds: 60 });
    expect(session.circuit?.stations.map(({ move, seconds }) => [move.id, seconds])).toEqual([
      ['jump-rope', 30],
      ['row', 30],
      ['reverse-fly', 30],
      ['shoulder-taps', 30],
    ]);
  });

  it('is light the day after: a set fewer, no rope, four or more in reserve', () => {
    const light = sessionOf(7, 'b', { light: true });
    expect(sets(light)).toEqual([2, 2, 2, 2, 2]);
    expect(light).toMatchObject({ light: true, repsInReserve: [4, 4], orMore: true });
    expect(ids(sessionOf(7, 'cardio', { light: true }).main)).toEqual(['brisk-walk']);
  });

  it('is a walk with some rope on a cardio day, and a walk with stretches on a mobility day', () => {
    expect(ids(sessionOf(2, 'cardio').main)).toEqual(['brisk-walk', 'jump-rope']);
    expect(sets(sessionOf(2, 'cardio'))).toEqual([1, 2]);
    expect(sets(sessionOf(5, 'mobility'))).toEqual([1, 2, 2, 2, 2]);
  });
});

describe('the level', () => {
  it('gentle means two sets, two rounds, and easier variations until week 5', () => {
    expect(sets(sessionOf(1, 'a', {}, 'gentle'))).toEqual([2, 2, 2, 2, 2, 2]);
    expect(sets(sessionOf(8, 'a', {}, 'gentle'))).toEqual([2, 2, 2, 2, 2, 2]);
    expect(sessionOf(8, 'a', { circuit: true }, 'gentle').circuit?.rounds).toBe(2);
    expect(find(sessionOf(4, 'a', {}, 'gentle'), 'push-up').variation).toBe('easier');
    expect(find(sessionOf(6, 'a', {}, 'gentle'), 'push-up').variation).toBeUndefined();
    expect(sessionOf(1, 'a', {}, 'gentle').warmUp[1]).toMatchObject({ variation: 'easier' });
  });

  it('strong means a set and a round more, and harder variations from week 6, in the warm-up never', () => {
    const session = sessionOf(6, 'a', { circuit: true }, 'strong');
    expect(sets(session)).toEqual([4, 4, 4, 4, 4]);
    expect(session.circuit?.rounds).toBe(4);
    expect(session.main.every((exercise) => exercise.variation === 'harder')).toBe(true);
    expect(session.warmUp.some((exercise) => exercise.variation !== undefined)).toBe(false);
    expect(find(sessionOf(3, 'a', {}, 'strong'), 'row').variation).toBeUndefined();
  });

  it('never changes the reserve, the circuits or the rest between rounds', () => {
    for (const level of LEVELS) {
      const session = sessionOf(11, 'b', { circuit: true }, level);
      expect(session).toMatchObject({ repsInReserve: [2, 2], circuit: { restSeconds: 60 } });
      expect(sessionOf(9, 'b', {}, level)).toMatchObject({ repsInReserve: [4, 4], orMore: true });
    }
  });
});

describe('the kit', () => {
  it('of Ana, who has none, gives every move that needs some a stand-in, and says for which', () => {
    const a = sessionOf(3, 'a', { circuit: true }, 'standard', []);
    expect(a.main.map(({ move, insteadOf }) => [move.id, insteadOf?.id])).toEqual([
      ['towel-row', 'row'],
      ['squat', undefined],
      ['push-up', undefined],
      ['wall-angel', 'reverse-fly'],
      ['standing-bird-dog', 'bird-dog'],
    ]);
    expect(a.circuit?.stations.map(({ move, insteadOf }) => [move.id, insteadOf?.id])).toEqual([
      ['high-knees', 'jump-rope'],
      ['towel-row', 'row'],
      ['wall-angel', 'reverse-fly'],
      ['wall-shoulder-taps', 'shoulder-taps'],
    ]);
    expect(ids(a.warmUp)).toContain('seated-cat-cow');
  });

  it('of Ben, who has a band, takes the swap for bands before the one for none', () => {
    const b = sessionOf(1, 'b', {}, 'standard', ['band']);
    expect(find(b, 'band-pulldown').insteadOf?.id).toBe('lat-pulldown');
    expect(find(sessionOf(1, 'a', {}, 'standard', ['band']), 'band-row').reps).toEqual([12, 15]);
    expect(find(sessionOf(1, 'b', {}, 'standard', ['mat']), 'prone-lat-pull').insteadOf?.id).toBe('lat-pulldown');
  });

  it('never brings the Superman by itself', () => {
    for (const kit of everySubsetOfKit) {
      for (const template of ['a', 'b', 'mobility', 'cardio']) {
        expect(ids(sessionOf(1, template, {}, 'standard', kit).main)).not.toContain('superman');
      }
    }
  });
});

describe('every session of every plan', () => {
  const plans = [MON_WED_FRI, MON_TUE_THU_FRI, MON_TO_FRI].flatMap((trainingDays) =>
    LEVELS.map((level) => ({
      level,
      sessions: plannedSessions(programme, enrolled({ trainingDays, level }), day('2026-12-31')),
    })),
  );

  it('can be done with every subset of kit, without a move twice, in 1 to 5 sets and 15 to 45 minutes', () => {
    for (const { level, sessions } of plans) {
      for (const kit of everySubsetOfKit) {
        for (const session of sessions.map((one) => sessionFor(content, one, { level, kit }))) {
          const lines = [...session.warmUp, ...session.main, ...session.coolDown];
          const moves = [...lines, ...(session.circuit?.stations ?? [])].map(({ move }) => move);
          expect(moves.filter((move) => !canDo(move, kit)).map((move) => move.id)).toEqual([]);
          expect(new Set(ids(lines)).size).toBe(lines.length);
          expect(lines.every((line) => line.sets >= 1 && line.sets <= 5)).toBe(true);
          expect(lines.every((line) => (line.reps === undefined) !== (line.seconds === undefined))).toBe(true);
          expect(session.minutes).toBeGreaterThanOrEqual(15);
          expect(session.minutes).toBeLessThanOrEqual(45);
          if (!session.orMore) expect(session.minutes).toBeGreaterThanOrEqual(20);
        }
      }
    }
  });

  it('has 2 to 4 rounds of a circuit, in the weeks that have one', () => {
    for (const { level, sessions } of plans) {
      for (const one of sessions) {
        const { circuit } = sessionFor(content, one, { level, kit: KITS });
        expect(circuit !== undefined).toBe(one.circuit);
        if (circuit) expect([2, 3, 4]).toContain(circuit.rounds);
      }
    }
  });

  it('has 40 to 50% fewer sets in a lighter week than in the week before, counted with and without the rope', () => {
    for (const { level, sessions } of plans) {
      const setsOfWeek = (week: number, ropeToo: boolean) =>
        sum(
          sessions
            .filter((one) => one.week === week && (one.template === 'a' || one.template === 'b'))
            .flatMap((one) => sessionFor(content, one, { level, kit: KITS }).main)
            .filter(({ move }) => ropeToo || move.role !== 'cardio')
            .map((exercise) => exercise.sets),
        );
      for (const lighter of [5, 9]) {
        for (const ropeToo of [true, false]) {
          const kept = setsOfWeek(lighter, ropeToo) / setsOfWeek(lighter - 1, ropeToo);
          expect(kept).toBeGreaterThanOrEqual(0.5);
          expect(kept).toBeLessThanOrEqual(0.6);
        }
      }
    }
  });

  it('trains pulling, legs or hips, pushing and the core each time there is strength', () => {
    const pulls = ['lats', 'rear delts'];
    const groups = [pulls, ['thighs', 'glutes'], ['chest'], ['core', 'whole back']];
    for (const template of ['a', 'b']) {
      for (const kit of everySubsetOfKit) {
        const targets = sessionOf(1, template, {}, 'standard', kit).main.flatMap(({ move }) => move.targets);
        for (const group of groups) expect(targets.some((target) => group.includes(target))).toBe(true);
      }
    }
  });
});

it('estimates its minutes from sets, holds, sides and rests, without the rest after the last round', () => {
  const pace = { secondsPerRep: 3, restSeconds: 40, changeSeconds: 0 };
  const { main, circuit } = sessionOf(6, 'a', { circuit: true });
  const birdDog = main.filter(({ move }) => move.id === 'bird-dog');
  // 3 sets of 6.5 reps of 3 s with 2.5 s of hold on 2 sides, and 40 s: 5.6 minutes each, 11.2 for two.
  expect(minutesOf({ warmUp: [], main: [...birdDog, ...birdDog], coolDown: [] }, pace)).toBe(10);
  expect(minutesOf({ warmUp: [], main: [...birdDog, ...birdDog, ...birdDog], coolDown: [] }, pace)).toBe(15);
  if (circuit === undefined) throw new Error('no circuit');
  // 3 rounds of 2 minutes and 2 rests of 3: 12 minutes.
  expect(minutesOf({ warmUp: [], main: [], coolDown: [], circuit: { ...circuit, restSeconds: 180 } }, pace)).toBe(10);
});

it('refuses a plan that was made with other content', () => {
  expect(() => sessionOf(1, 'swim')).toThrow('no session "swim" in week 1');
});
