import { expect, it } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { ANA, BEN, LISBON } from './people.ts';
import { anaEnrols, opened } from './world.ts';

const [MONDAY, FRIDAY, LATER] = ['2026-01-05', '2026-01-09', '2026-02-02'].map(day) as [never, never, never];

it('keeps the pauses of an enrolment in the place of those it had, and those of others apart', async () => {
  const store = await opened();
  const ana = await anaEnrols(store);
  const ben = await anaEnrols(store, { userId: BEN });
  await store.pauses.save(ana.enrolment.id, [{ from: LATER }, { from: MONDAY, to: FRIDAY }]);
  await store.pauses.save(ben.enrolment.id, [{ from: FRIDAY, to: FRIDAY }]);
  const pausesOf = async (userId: string) => (await store.members.file(LISBON, userId))?.enrolment.pauses;
  expect(await pausesOf(ANA)).toEqual([{ from: MONDAY, to: FRIDAY }, { from: LATER }]);

  await store.pauses.save(ana.enrolment.id, [{ from: MONDAY, to: MONDAY }]);
  expect(await pausesOf(ANA)).toEqual([{ from: MONDAY, to: MONDAY }]);
  await store.pauses.save(ana.enrolment.id, []);
  expect(await pausesOf(ANA)).toEqual([]);
  expect(await pausesOf(BEN)).toEqual([{ from: FRIDAY, to: FRIDAY }]);
});

it('refuses a pause that ends before it begins, and keeps what there was', async () => {
  const store = await opened();
  const ana = await anaEnrols(store);
  await store.pauses.save(ana.enrolment.id, [{ from: MONDAY, to: FRIDAY }]);
  await expect(store.pauses.save(ana.enrolment.id, [{ from: FRIDAY, to: MONDAY }])).rejects.toThrow(/CHECK/);
  expect((await store.members.file(LISBON, ANA))?.enrolment.pauses).toEqual([{ from: MONDAY, to: FRIDAY }]);
});
