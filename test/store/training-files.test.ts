import { describe, expect, it } from 'vitest';
import { day, type Instant } from '../../src/coach/day.ts';
import type { Effort } from '../../src/coach/member.ts';
import type { Performance } from '../../src/coach/performance.ts';
import type { OpenStore } from '../../src/store/database.ts';
import { ANA, BEN, LISBON } from './people.ts';
import { anaEnrols, at, opened, workout } from './world.ts';

type Sets = Omit<Performance, 'day' | 'effort'>;

const row = (...reps: readonly number[]): Sets => ({
  move: 'row',
  sets: reps.map((count) => ({ reps: count })),
  held: false,
});
const squat = (...reps: readonly number[]): Sets => ({ ...row(...reps), move: 'squat' });

const LATER: Instant = at('2026-01-09T20:00');

/** A workout of Ana's with these sets; its id. */
async function logged(store: OpenStore, memberId: number, on: string, sets: readonly Sets[], effort?: Effort) {
  const made = await store.checkIns.add(workout(memberId, { day: day(on), ...(effort && { effort }) }));
  if (made === undefined) throw new Error('not logged');
  await store.trainingFiles.addSets(made.id, sets);
  return made.id;
}

async function ana() {
  const store = await opened();
  const { member, enrolment } = await anaEnrols(store);
  return { store, memberId: member.id, enrolmentId: enrolment.id, files: store.trainingFiles };
}

describe('what was done of every move', () => {
  it('comes back move by move, with everything that was said of each set', async () => {
    const { store, memberId, files } = await ana();
    const done: readonly Sets[] = [
      {
        move: 'band-row',
        sets: [
          { reps: 12, band: 'red' },
          { reps: 11, band: 'yellow' },
        ],
        held: false,
      },
      { move: 'row', sets: [{ reps: 12, load: 10_000 }, { reps: 10, load: 9_072 }, { reps: 8 }], held: false },
      { move: 'squat', sets: [{ reps: 0 }], variation: 'easier', held: true },
      { move: 'swimming-kicks', sets: [{ seconds: 30 }, { seconds: 25 }], variation: 'harder', held: false },
    ];
    const id = await logged(store, memberId, '2026-01-05', done, '3-4');
    const wanted = done.map((performance) => ({ ...performance, day: '2026-01-05', effort: '3-4' }));
    expect(await files.performances(memberId)).toStrictEqual(wanted);
    expect(await files.ofCheckIn(id)).toStrictEqual(wanted);
  });

  it('says nothing of an effort that nobody said', async () => {
    const { store, memberId, files } = await ana();
    await logged(store, memberId, '2026-01-05', [row(12)]);
    expect(await files.performances(memberId)).toStrictEqual([
      { move: 'row', day: '2026-01-05', sets: [{ reps: 12 }], held: false },
    ]);
  });

  it('comes by day, and within a day in the order in which it was logged', async () => {
    const { store, memberId, files } = await ana();
    await logged(store, memberId, '2026-01-07', [row(3)]);
    await logged(store, memberId, '2026-01-05', [row(1)]);
    await logged(store, memberId, '2026-01-07', [row(4)]);
    await logged(store, memberId, '2026-01-06', [row(2)]);
    const all = await files.performances(memberId);
    expect(all.map((one) => [one.day, one.sets[0]?.reps])).toEqual([
      ['2026-01-05', 1],
      ['2026-01-06', 2],
      ['2026-01-07', 3],
      ['2026-01-07', 4],
    ]);
  });

  it('keeps two workouts of a day apart, of the same move too', async () => {
    const { store, memberId, files } = await ana();
    await logged(store, memberId, '2026-01-05', [row(12, 12)], '3-4');
    await logged(store, memberId, '2026-01-05', [row(8)], '0');
    expect((await files.performances(memberId)).map(({ sets, effort }) => [sets.length, effort])).toEqual([
      [2, '3-4'],
      [1, '0'],
    ]);
  });

  it('leaves out what was undone, which its own check-in still has', async () => {
    const { store, memberId, files } = await ana();
    const undone = await logged(store, memberId, '2026-01-05', [row(12)]);
    await logged(store, memberId, '2026-01-07', [row(13)]);
    await store.checkIns.undo(undone, LATER);
    expect((await files.performances(memberId)).map((one) => one.day)).toEqual(['2026-01-07']);
    expect(await files.ofCheckIn(undone)).toHaveLength(1);
  });

  it('takes over an effort that was said later', async () => {
    const { store, memberId, files } = await ana();
    const id = await logged(store, memberId, '2026-01-05', [row(12)]);
    expect(await store.checkIns.rate(id, '1-2')).toBe(true);
    expect((await files.performances(memberId))[0]?.effort).toBe('1-2');
  });

  it('is each member’s own', async () => {
    const { store, memberId, files } = await ana();
    const ben = await anaEnrols(store, { userId: BEN });
    await logged(store, memberId, '2026-01-05', [row(12)]);
    await logged(store, ben.member.id, '2026-01-05', [squat(9)]);
    expect((await files.performances(memberId)).map(({ move }) => move)).toEqual(['row']);
    expect((await files.performances(ben.member.id)).map(({ move }) => move)).toEqual(['squat']);
  });

  it('is nothing where nothing was said of sets', async () => {
    const { store, memberId, files } = await ana();
    await store.checkIns.add(workout(memberId));
    expect(await files.performances(memberId)).toEqual([]);
  });
});

describe('sets that are added', () => {
  it('come after those that the move has, and leave the other moves as they were', async () => {
    const { store, memberId, files } = await ana();
    const id = await logged(store, memberId, '2026-01-05', [row(12, 11), squat(15)]);
    await files.addSets(id, [row(10), { ...row(6), move: 'push-up' }]);
    await files.addSets(id, [row(9)]);
    expect((await files.ofCheckIn(id)).map(({ move, sets }) => [move, sets.map(({ reps }) => reps)])).toEqual([
      ['push-up', [6]],
      ['row', [12, 11, 10, 9]],
      ['squat', [15]],
    ]);
  });

  it('go on counting within one call, where a move comes twice', async () => {
    const { store, memberId, files } = await ana();
    const id = await logged(store, memberId, '2026-01-05', [row(12), squat(15), row(11)]);
    expect((await files.ofCheckIn(id)).map(({ move, sets }) => [move, sets.length])).toEqual([
      ['row', 2],
      ['squat', 1],
    ]);
  });

  it('are all in or none', async () => {
    const { store, memberId, files } = await ana();
    const id = await logged(store, memberId, '2026-01-05', [row(12)]);
    const nonsense: Sets = { move: 'squat', sets: [{ reps: 12 }, { reps: 10_000 }], held: false };
    await expect(files.addSets(id, [row(11), nonsense])).rejects.toThrow(/CHECK/);
    expect(await files.ofCheckIn(id)).toMatchObject([{ move: 'row', sets: [{ reps: 12 }] }]);
  });

  it('belong to a check-in', async () => {
    const { files } = await ana();
    await expect(files.addSets(4711, [row(12)])).rejects.toThrow(/FOREIGN KEY/);
  });
});

describe('swaps', () => {
  it('come in the order in which they were made, whatever their days', async () => {
    const { store, memberId, files } = await ana();
    const swaps = [
      { move: 'row', to: 'band-row', from: day('2026-01-09') },
      { move: 'squat', to: 'sit-to-stand', from: day('2026-01-05'), until: day('2026-01-05') },
      { move: 'row', to: 'row', from: day('2026-01-07') },
    ];
    for (const swap of swaps) await files.swap(memberId, swap);
    const ben = await anaEnrols(store, { userId: BEN });
    await files.swap(ben.member.id, { move: 'row', to: 'towel-row', from: day('2026-01-05') });
    expect(await files.swaps(memberId)).toStrictEqual(swaps);
  });
});

describe('loads', () => {
  const SAID_NOTHING = { units: 'metric', ladders: {}, bands: [] };

  it('are nothing until something is said', async () => {
    const { memberId, files } = await ana();
    expect(await files.loads(memberId)).toEqual(SAID_NOTHING);
  });

  it('are a step or a list for each kit, the list from the lightest', async () => {
    const { memberId, files } = await ana();
    await files.setLadder(memberId, 'dumbbells', { kind: 'list', loads: [12_500, 5_000, 10_000] });
    await files.setLadder(memberId, 'machine', { kind: 'step', step: 5_000 });
    expect((await files.loads(memberId)).ladders).toEqual({
      dumbbells: { kind: 'list', loads: [5_000, 10_000, 12_500] },
      machine: { kind: 'step', step: 5_000 },
    });
  });

  it('are what was said last, or what the programme says once it is taken back', async () => {
    const { memberId, files } = await ana();
    await files.setLadder(memberId, 'dumbbells', { kind: 'list', loads: [5_000, 10_000] });
    await files.setLadder(memberId, 'dumbbells', { kind: 'step', step: 2_000 });
    expect((await files.loads(memberId)).ladders).toEqual({ dumbbells: { kind: 'step', step: 2_000 } });
    await files.setLadder(memberId, 'dumbbells', { kind: 'list', loads: [8_000] });
    expect((await files.loads(memberId)).ladders).toEqual({ dumbbells: { kind: 'list', loads: [8_000] } });
    await files.setLadder(memberId, 'dumbbells', undefined);
    expect(await files.loads(memberId)).toEqual(SAID_NOTHING);
  });

  it('are read and typed in the member’s own units', async () => {
    const { store, memberId, files } = await ana();
    const ben = await anaEnrols(store, { userId: BEN });
    await files.setUnits(memberId, 'imperial');
    expect((await files.loads(memberId)).units).toBe('imperial');
    expect((await files.loads(ben.member.id)).units).toBe('metric');
  });

  it('know the bands that were said last, and no other member’s', async () => {
    const { store, memberId, files } = await ana();
    const ben = await anaEnrols(store, { userId: BEN });
    await files.setBands(ben.member.id, ['blue']);
    await files.setBands(memberId, ['red', 'yellow']);
    await files.setBands(memberId, ['green', 'red']);
    expect([...(await files.loads(memberId)).bands].sort()).toEqual(['green', 'red']);
    await files.setBands(memberId, []);
    expect((await files.loads(memberId)).bands).toEqual([]);
    expect((await files.loads(ben.member.id)).bands).toEqual(['blue']);
  });

  it('refuse a load of nothing, and keep what was said before', async () => {
    const { memberId, files } = await ana();
    await files.setLadder(memberId, 'machine', { kind: 'step', step: 5_000 });
    await expect(files.setLadder(memberId, 'machine', { kind: 'list', loads: [0] })).rejects.toThrow(/CHECK/);
    expect((await files.loads(memberId)).ladders).toEqual({ machine: { kind: 'step', step: 5_000 } });
  });
});

describe('where the plan goes back', () => {
  const repeatsOf = async (store: OpenStore) => (await store.members.file(LISBON, ANA))?.enrolment.repeats;

  it('is part of the member’s file, in order', async () => {
    const { store, enrolmentId, files } = await ana();
    expect(await repeatsOf(store)).toEqual([]);
    await files.repeat(enrolmentId, { from: day('2026-03-02'), days: 7 });
    await files.repeat(enrolmentId, { from: day('2026-02-02'), days: 14 });
    expect(await repeatsOf(store)).toEqual([
      { from: '2026-02-02', days: 14 },
      { from: '2026-03-02', days: 7 },
    ]);
  });

  it('is said anew for a day by the last word on it', async () => {
    const { store, enrolmentId, files } = await ana();
    await files.repeat(enrolmentId, { from: day('2026-02-02'), days: 14 });
    await files.repeat(enrolmentId, { from: day('2026-02-02'), days: 0 });
    expect(await repeatsOf(store)).toEqual([{ from: '2026-02-02', days: 0 }]);
  });

  it('is by whole weeks, and belongs to one enrolment', async () => {
    const { store, enrolmentId, files } = await ana();
    await expect(files.repeat(enrolmentId, { from: day('2026-02-02'), days: 5 })).rejects.toThrow(/CHECK/);
    await files.repeat(enrolmentId, { from: day('2026-02-02'), days: 7 });
    await anaEnrols(store, { startsOn: day('2026-03-02'), now: at('2026-03-01T10:00') });
    expect(await repeatsOf(store)).toEqual([]);
  });
});
