import { describe, expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import type { OpenStore } from '../../src/store/database.ts';
import type { NewTraining } from '../../src/store/interfaces/training.ts';
import { BEN } from './people.ts';
import { anaEnrols, at, opened, workout } from './world.ts';

const SIX = at('2026-01-05T18:00');
const PLAN = '{"size":"full"}';
const PART = '{"kind":"part"}';
const SKIP = '{"kind":"skip"}';

async function ana(store: OpenStore): Promise<NewTraining> {
  const { member, enrolment } = await anaEnrols(store);
  return { memberId: member.id, enrolmentId: enrolment.id, day: day('2026-01-05'), plan: PLAN, startedAt: SIX };
}

/** Ana, with a session begun. */
async function begun(store: OpenStore) {
  const wanted = await ana(store);
  const training = await store.trainings.begin(wanted);
  if (training === undefined) throw new Error('nothing begun');
  return { wanted, training };
}

describe('a session that is begun', () => {
  it('is the one that is open, with nothing done', async () => {
    const store = await opened();
    const { wanted, training } = await begun(store);
    expect(training).toEqual({
      id: expect.any(Number),
      memberId: wanted.memberId,
      day: '2026-01-05',
      plan: PLAN,
      steps: [],
      startedAt: SIX,
    });
    expect(await store.trainings.open(wanted.memberId)).toEqual(training);
    expect(await store.trainings.byId(training.id)).toEqual(training);
  });

  it('is not begun a second time while it is open, and leaves the first as it was', async () => {
    const store = await opened();
    const { wanted, training } = await begun(store);
    expect(await store.trainings.begin({ ...wanted, day: day('2026-01-07'), plan: '{}' })).toBeUndefined();
    expect(await store.trainings.open(wanted.memberId)).toEqual(training);
  });

  it('is one of a member’s own: another has theirs', async () => {
    const store = await opened();
    const { wanted, training } = await begun(store);
    const ben = await anaEnrols(store, { userId: BEN });
    expect(await store.trainings.open(ben.member.id)).toBeUndefined();
    const his = await store.trainings.begin({ ...wanted, memberId: ben.member.id, enrolmentId: ben.enrolment.id });
    expect(his?.id).not.toBe(training.id);
    expect((await store.trainings.open(wanted.memberId))?.id).toBe(training.id);
  });

  it('is none where none was begun', async () => {
    const store = await opened();
    const { memberId } = await ana(store);
    expect(await store.trainings.open(memberId)).toBeUndefined();
    expect(await store.trainings.byId(1)).toBeUndefined();
  });

  it('refuses a plan that is no JSON', async () => {
    const store = await opened();
    await expect(store.trainings.begin({ ...(await ana(store)), plan: 'row 3x12' })).rejects.toThrow(/CHECK/);
  });
});

describe('a step', () => {
  it('is kept with its instant, in the order of the steps', async () => {
    const store = await opened();
    const { wanted, training } = await begun(store);
    expect(await store.trainings.take(training.id, 0, PART, SIX + 1, 'press-1')).toBe(true);
    expect(await store.trainings.take(training.id, 1, SKIP, SIX + 2, 'press-2')).toBe(true);
    const steps = [
      { step: PART, at: SIX + 1 },
      { step: SKIP, at: SIX + 2 },
    ];
    expect((await store.trainings.open(wanted.memberId))?.steps).toEqual(steps);
    expect((await store.trainings.byId(training.id))?.steps).toEqual(steps);
  });

  it('is counted, not sorted as text: the eleventh comes after the tenth', async () => {
    const store = await opened();
    const { training } = await begun(store);
    const all = Array.from({ length: 12 }, (_, seq) => `{"kind":"set","set":{"reps":${seq}}}`);
    for (const [seq, step] of all.entries()) await store.trainings.take(training.id, seq, step, SIX, `press-${seq}`);
    expect((await store.trainings.byId(training.id))?.steps.map(({ step }) => step)).toEqual(all);
  });

  it('is taken once as its number: the second of two presses of one button changes nothing', async () => {
    const store = await opened();
    const { training } = await begun(store);
    expect(await store.trainings.take(training.id, 0, PART, SIX, 'press-1')).toBe(true);
    expect(await store.trainings.take(training.id, 0, SKIP, SIX, 'press-2')).toBe(false);
    expect((await store.trainings.byId(training.id))?.steps).toEqual([{ step: PART, at: SIX }]);
  });

  it('is taken once for an interaction, whatever number it asks for, in any session', async () => {
    const store = await opened();
    const { wanted, training } = await begun(store);
    await store.trainings.take(training.id, 0, PART, SIX, 'press-1');
    expect(await store.trainings.take(training.id, 1, PART, SIX, 'press-1')).toBe(false);
    await store.trainings.end(training.id, SIX);
    const next = await store.trainings.begin(wanted);
    expect(await store.trainings.take(next?.id ?? 0, 0, PART, SIX, 'press-1')).toBe(false);
    expect(await store.trainings.take(next?.id ?? 0, 0, PART, SIX, 'press-2')).toBe(true);
  });

  it('is not taken in a session that is over, or in one that never was', async () => {
    const store = await opened();
    const { training } = await begun(store);
    await store.trainings.end(training.id, SIX);
    expect(await store.trainings.take(training.id, 0, PART, SIX, 'press-1')).toBe(false);
    expect(await store.trainings.take(4711, 0, PART, SIX, 'press-2')).toBe(false);
    expect((await store.trainings.byId(training.id))?.steps).toEqual([]);
  });

  it('of two that come at once, one is taken', async () => {
    const store = await opened();
    const { training } = await begun(store);
    const both = await Promise.all(['a', 'b'].map((id) => store.trainings.take(training.id, 0, PART, SIX, id)));
    expect(both.sort()).toEqual([false, true]);
  });

  it('is gone when its transaction is', async () => {
    const store = await opened();
    const { training } = await begun(store);
    const lost = store.transaction(async (inside) => {
      await inside.trainings.take(training.id, 0, PART, SIX, 'press-1');
      throw new Error('the power went');
    });
    await expect(lost).rejects.toThrow('the power went');
    expect((await store.trainings.byId(training.id))?.steps).toEqual([]);
    expect(await store.trainings.take(training.id, 0, PART, SIX, 'press-1')).toBe(true);
  });
});

describe('a session that is ended', () => {
  it('is open no more, and another can be begun', async () => {
    const store = await opened();
    const { wanted, training } = await begun(store);
    await store.trainings.take(training.id, 0, PART, SIX, 'press-1');
    expect(await store.trainings.end(training.id, SIX + 60_000)).toBe(true);
    expect(await store.trainings.open(wanted.memberId)).toBeUndefined();
    expect(await store.trainings.byId(training.id)).toEqual({
      ...training,
      steps: [{ step: PART, at: SIX }],
      endedAt: SIX + 60_000,
    });
    const next = await store.trainings.begin(wanted);
    expect(next?.id).toBeGreaterThan(training.id);
    expect((await store.trainings.open(wanted.memberId))?.id).toBe(next?.id);
  });

  it('is ended once', async () => {
    const store = await opened();
    const { training } = await begun(store);
    expect(await store.trainings.end(training.id, SIX + 1)).toBe(true);
    expect(await store.trainings.end(training.id, SIX + 2)).toBe(false);
    expect((await store.trainings.byId(training.id))?.endedAt).toBe(SIX + 1);
  });

  it('may have led to a check-in, which must be one', async () => {
    const store = await opened();
    const { wanted, training } = await begun(store);
    await expect(store.trainings.end(training.id, SIX, 4711)).rejects.toThrow(/FOREIGN KEY/);
    const made = await store.checkIns.add(workout(wanted.memberId));
    expect(await store.trainings.end(training.id, SIX, made?.id)).toBe(true);
  });
});
