import { describe, expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { EFFORTS } from '../../src/coach/member.ts';
import type { NewCheckIn } from '../../src/store/interfaces/check-ins.ts';
import { BEN, LISBON, OSLO } from './people.ts';
import { anaEnrols, at, opened, workout } from './world.ts';

const MONDAY = day('2026-01-05');
const TUESDAY = day('2026-01-06');

function logged(
  memberId: number,
  what: { kind: 'sleep'; hours: number } | { kind: 'water'; glasses: number },
  on = MONDAY,
): NewCheckIn {
  const { day: _, ...rest } = workout(memberId);
  return { memberId, day: on, madeAt: rest.madeAt, sourceId: rest.sourceId, ...what };
}

describe('a check-in', () => {
  it('is kept with its day and the moment it was made', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    const made = await store.checkIns.add(
      workout(memberId, {
        day: TUESDAY,
        madeAt: at('2026-01-07T00:40'),
        effort: '1-2',
        size: 'floor',
        repairs: MONDAY,
      }),
    );

    expect(made).toEqual({
      id: made?.id,
      memberId,
      day: '2026-01-06',
      madeAt: at('2026-01-07T00:40'),
      kind: 'workout',
      size: 'floor',
      effort: '1-2',
      repairs: MONDAY,
    });
    expect(await store.checkIns.byId(made?.id ?? 0)).toEqual(made);
    expect(await store.checkIns.workouts(memberId)).toEqual([
      {
        id: made?.id,
        day: '2026-01-06',
        madeAt: at('2026-01-07T00:40'),
        size: 'floor',
        effort: '1-2',
        repairs: '2026-01-05',
      },
    ]);
  });

  it('counts once when Discord delivers the same interaction twice', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    const asked = workout(memberId);
    await store.checkIns.add(asked);

    expect(await store.checkIns.add(asked)).toBeUndefined();
    expect(await store.checkIns.workouts(memberId)).toHaveLength(1);
  });

  it('can be undone once, and then counts no more', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    const made = await store.checkIns.add(workout(memberId));
    const id = made?.id ?? 0;

    expect(await store.checkIns.undo(id, at('2026-01-05T19:00'))).toBe(true);
    expect(await store.checkIns.undo(id, at('2026-01-05T20:00'))).toBe(false);
    expect(await store.checkIns.byId(id)).toEqual({ ...made, undoneAt: at('2026-01-05T19:00') });
    expect(await store.checkIns.workouts(memberId)).toEqual([]);
    expect(await store.checkIns.count(memberId)).toBe(0);
    expect(await store.checkIns.onDay(memberId, MONDAY)).toEqual({ workouts: [], waterGlasses: 0 });
  });

  it('that never was cannot be found or undone', async () => {
    const store = await opened();
    expect(await store.checkIns.byId(4711)).toBeUndefined();
    expect(await store.checkIns.undo(4711, at('2026-01-05T19:00'))).toBe(false);
  });

  it('of somebody unknown is refused', async () => {
    const store = await opened();
    await expect(store.checkIns.add(workout(4711))).rejects.toThrow(/FOREIGN KEY/);
  });

  it('may say any effort that the coach asks for', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    for (const effort of EFFORTS) await store.checkIns.add(workout(memberId, { effort }));
    expect((await store.checkIns.workouts(memberId)).map((done) => done.effort)).toEqual(EFFORTS);
  });

  it('cannot tell of a quarter of an hour of sleep, of no water, or of a night of 25 hours', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    for (const wrong of [
      logged(memberId, { kind: 'sleep', hours: 7.25 }),
      logged(memberId, { kind: 'sleep', hours: 25 }),
      logged(memberId, { kind: 'water', glasses: 0 }),
    ]) {
      await expect(store.checkIns.add(wrong)).rejects.toThrow(/CHECK/);
    }
  });
});

describe("a member's log", () => {
  it('lists workouts by their day, not by when they were logged', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    await store.checkIns.add(workout(memberId, { day: TUESDAY, madeAt: at('2026-01-06T18:00') }));
    await store.checkIns.add(workout(memberId, { day: MONDAY, madeAt: at('2026-01-06T18:05') }));

    expect((await store.checkIns.workouts(memberId)).map((done) => done.day)).toEqual([MONDAY, TUESDAY]);
  });

  it('of one day has its workouts, the last night that was told, and all the water', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    await store.checkIns.add(logged(memberId, { kind: 'water', glasses: 2 }));
    await store.checkIns.add(logged(memberId, { kind: 'sleep', hours: 6 }));
    await store.checkIns.add(logged(memberId, { kind: 'sleep', hours: 7.5 }));
    await store.checkIns.add(logged(memberId, { kind: 'water', glasses: 3 }));
    await store.checkIns.add(logged(memberId, { kind: 'water', glasses: 9 }, TUESDAY));
    const done = await store.checkIns.add(workout(memberId));

    const log = await store.checkIns.onDay(memberId, MONDAY);
    expect(log.workouts.map(({ id }) => id)).toEqual([done?.id]);
    expect(log.sleepHours).toBe(7.5);
    expect(log.waterGlasses).toBe(5);
    expect(await store.checkIns.count(memberId)).toBe(6);
  });

  it('falls back to the night told before when the last one was undone', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    await store.checkIns.add(logged(memberId, { kind: 'sleep', hours: 6 }));
    const wrong = await store.checkIns.add(logged(memberId, { kind: 'sleep', hours: 9 }));
    await store.checkIns.undo(wrong?.id ?? 0, at('2026-01-05T19:00'));

    expect((await store.checkIns.onDay(memberId, MONDAY)).sleepHours).toBe(6);
  });
});

describe('those who logged something already', () => {
  it('are the enrolled members of this server who logged this kind for this day', async () => {
    const store = await opened();
    const ana = (await anaEnrols(store)).member.id;
    const ben = (await anaEnrols(store, { userId: BEN })).member.id;
    const oslo = (await anaEnrols(store, { serverId: OSLO })).member.id;
    const gone = (await anaEnrols(store, { userId: '2200000000000000003' })).member.id;
    for (const memberId of [ana, oslo, gone]) {
      await store.checkIns.add(logged(memberId, { kind: 'water', glasses: 1 }));
      await store.checkIns.add(logged(memberId, { kind: 'water', glasses: 1 }));
    }
    await store.checkIns.add(logged(ben, { kind: 'sleep', hours: 7 }));
    const undone = await store.checkIns.add(logged(ben, { kind: 'water', glasses: 1 }));
    await store.checkIns.undo(undone?.id ?? 0, at('2026-01-05T19:00'));
    await store.members.leave(gone, TUESDAY);

    expect(await store.checkIns.loggedOn(LISBON, 'water', MONDAY)).toEqual(new Set([ana]));
    expect(await store.checkIns.loggedOn(LISBON, 'sleep', MONDAY)).toEqual(new Set([ben]));
    expect(await store.checkIns.loggedOn(LISBON, 'water', TUESDAY)).toEqual(new Set());
  });
});

describe('a check-in in the place of another', () => {
  const EVENING = at('2026-01-05T21:00');

  it('says what it says, on the same day and from the same first moment, and the former is undone', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    const first = await store.checkIns.add(workout(memberId, { effort: '0', size: 'floor', repairs: MONDAY }));
    const said = { kind: 'workout', size: 'floor', repairs: MONDAY, effort: '3-4', note: 'slept badly' } as const;
    const second = await store.checkIns.replace(first?.id ?? 0, said, EVENING, 'edit-1');

    expect(second).toEqual({ ...first, id: second?.id, effort: '3-4', note: 'slept badly' });
    expect(await store.checkIns.byId(first?.id ?? 0)).toEqual({ ...first, undoneAt: EVENING });
    expect((await store.checkIns.workouts(memberId)).map(({ id, effort }) => [id, effort])).toEqual([
      [second?.id, '3-4'],
    ]);
    expect(await store.checkIns.count(memberId)).toBe(1);
  });

  it('is found under the first one’s id, however often it was changed', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    const first = await store.checkIns.add(logged(memberId, { kind: 'sleep', hours: 6 }));
    let last = first;
    for (const hours of [6.5, 7, 7.5]) {
      last = await store.checkIns.replace(last?.id ?? 0, { kind: 'sleep', hours }, EVENING, `edit-${hours}`);
    }
    expect(await store.checkIns.latest(first?.id ?? 0)).toMatchObject({ id: last?.id, hours: 7.5 });
    expect(await store.checkIns.latest(last?.id ?? 0)).toEqual(last);
    expect(await store.checkIns.latest(4711)).toBeUndefined();
    expect(await store.checkIns.onDay(memberId, MONDAY)).toMatchObject({ sleepHours: 7.5 });
  });

  it('keeps its turn among the nights that were told of one day', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    const early = await store.checkIns.add(logged(memberId, { kind: 'sleep', hours: 5 }));
    await store.checkIns.add({ ...logged(memberId, { kind: 'sleep', hours: 8 }), madeAt: at('2026-01-05T19:00') });
    await store.checkIns.replace(early?.id ?? 0, { kind: 'sleep', hours: 5.5 }, EVENING, 'edit-1');
    expect((await store.checkIns.onDay(memberId, MONDAY)).sleepHours).toBe(8);
  });

  it('takes the sets and the guided session with it', async () => {
    const store = await opened();
    const { member, enrolment } = await anaEnrols(store);
    const first = await store.checkIns.add(workout(member.id));
    const id = first?.id ?? 0;
    await store.trainingFiles.addSets(id, [{ move: 'row', sets: [{ reps: 12 }, { reps: 11 }], held: false }]);
    const begun = await store.trainings.begin({
      memberId: member.id,
      enrolmentId: enrolment.id,
      day: MONDAY,
      plan: '{}',
      startedAt: at('2026-01-05T17:00'),
    });
    await store.trainings.end(begun?.id ?? 0, at('2026-01-05T18:00'), id);
    const second = await store.checkIns.replace(
      id,
      { kind: 'workout', size: 'full', effort: '1-2' },
      EVENING,
      'edit-1',
    );

    expect(await store.trainingFiles.ofCheckIn(id)).toEqual([]);
    const sets = { move: 'row', day: MONDAY, sets: [{ reps: 12 }, { reps: 11 }], effort: '1-2', held: false };
    expect(await store.trainingFiles.performances(member.id)).toEqual([sets]);
    await store.checkIns.undo(second?.id ?? 0, EVENING);
    expect(await store.trainingFiles.performances(member.id)).toEqual([]);
  });

  it('is not made of one that was undone or changed already, of none, or twice for one interaction', async () => {
    const store = await opened();
    const memberId = (await anaEnrols(store)).member.id;
    const first = await store.checkIns.add(logged(memberId, { kind: 'water', glasses: 2 }));
    const id = first?.id ?? 0;
    const three = { kind: 'water', glasses: 3 } as const;
    const second = await store.checkIns.replace(id, three, EVENING, 'edit-1');
    expect(await store.checkIns.replace(id, three, EVENING, 'edit-2')).toBeUndefined();
    expect(await store.checkIns.replace(second?.id ?? 0, three, EVENING, 'edit-1')).toBeUndefined();
    expect(await store.checkIns.onDay(memberId, MONDAY)).toMatchObject({ waterGlasses: 3 });
    await store.checkIns.undo(second?.id ?? 0, EVENING);
    expect(await store.checkIns.replace(second?.id ?? 0, three, EVENING, 'edit-3')).toBeUndefined();
    expect(await store.checkIns.replace(4711, three, EVENING, 'edit-4')).toBeUndefined();
    expect(await store.checkIns.onDay(memberId, MONDAY)).toMatchObject({ waterGlasses: 0 });
  });
});
