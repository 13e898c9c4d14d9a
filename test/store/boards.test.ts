import { describe, expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { BEN } from './people.ts';
import { anaEnrols, at, opened, workout } from './world.ts';

const day5 = day('2026-01-05');

describe('what a week in review is told from', () => {
  it('has the nights and the water days of one member, without what was undone; the last sleep of a day counts', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    const ben = await anaEnrols(store, { userId: BEN });
    let ids = 0;
    const log = (
      on: string,
      said: { kind: 'sleep'; hours: number } | { kind: 'water'; glasses: number },
      of = member,
    ) => {
      ids += 1;
      return store.checkIns.add({
        memberId: of.id,
        day: day(on),
        madeAt: at('2026-01-07T08:00') + ids,
        sourceId: `${ids}`,
        ...said,
      });
    };
    await store.checkIns.add(workout(member.id));
    await log('2026-01-07', { kind: 'water', glasses: 2 });
    await log('2026-01-05', { kind: 'sleep', hours: 6 });
    const corrected = await log('2026-01-05', { kind: 'sleep', hours: 7.5 });
    await log('2026-01-12', { kind: 'sleep', hours: 9 });
    await log('2026-01-06', { kind: 'sleep', hours: 9 }, ben.member);
    const undone = await log('2026-01-08', { kind: 'water', glasses: 1 });
    await store.checkIns.undo(undone?.id ?? 0, at('2026-01-08T09:00'));
    const logs = () => store.boards.bodyLogs(member.id, day5, day('2026-01-11'));
    expect(await logs()).toEqual([
      { day: '2026-01-05', sleepHours: 7.5, hasWater: false },
      { day: '2026-01-07', hasWater: true },
    ]);
    await store.checkIns.replace(corrected?.id ?? 0, { kind: 'sleep', hours: 8 }, at('2026-01-07T10:00'), 'edit');
    expect((await logs())[0]?.sleepHours).toBe(8);
  });

  it('has the version of the readiness questions that an enrolment confirmed', async () => {
    const store = await opened();
    const { enrolment } = await anaEnrols(store, { readinessVersion: 4 });
    expect(await store.boards.readinessOf(enrolment.id)).toBe(4);
    expect(await store.boards.readinessOf(999)).toBe(undefined);
  });
});
