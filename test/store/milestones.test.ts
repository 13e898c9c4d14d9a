import { expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { BEN } from './people.ts';
import { anaEnrols, at, opened, workout } from './world.ts';

const MONDAY = day('2026-01-05');

it('reaches a milestone once for ever, even when the check-in is undone and made again', async () => {
  const store = await opened();
  const ana = (await anaEnrols(store)).member.id;
  const first = await store.checkIns.add(workout(ana));
  expect(await store.milestones.add(ana, 'first-check-in', MONDAY, first?.id ?? 0)).toBe(true);

  await store.checkIns.undo(first?.id ?? 0, at('2026-01-05T19:00'));
  const second = await store.checkIns.add(workout(ana));
  expect(await store.milestones.add(ana, 'first-check-in', MONDAY, second?.id ?? 0)).toBe(false);
  expect(await store.milestones.reached(ana)).toEqual(new Set(['first-check-in']));
});

it("keeps Ana's milestones apart from Ben's", async () => {
  const store = await opened();
  const ana = (await anaEnrols(store)).member.id;
  const ben = (await anaEnrols(store, { userId: BEN })).member.id;
  const done = await store.checkIns.add(workout(ana));
  await store.milestones.add(ana, 'first-check-in', MONDAY, done?.id ?? 0);
  await store.milestones.add(ana, 'streak-3', MONDAY, done?.id ?? 0);

  expect(await store.milestones.reached(ana)).toEqual(new Set(['first-check-in', 'streak-3']));
  expect(await store.milestones.reached(ben)).toEqual(new Set());
});
