import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day, day, daysFrom } from '../../src/coach/day.ts';
import { ANA, LISBON, OSLO } from './people.ts';
import { anaEnrols, opened } from './world.ts';

const MONDAY = day('2026-01-05');
const span = (from: number, to: number) => ({ from: addDays(MONDAY, from), to: addDays(MONDAY, to) });

it('keeps days that count for nobody, those that overlap or touch as one, each server its own', async () => {
  const store = await opened();
  await store.freezes.add(LISBON, span(10, 12));
  await store.freezes.add(LISBON, span(0, 2));
  expect(await store.freezes.of(LISBON)).toEqual([span(0, 2), span(10, 12)]);
  expect(await store.freezes.add(LISBON, span(3, 4))).toEqual(span(0, 4));
  expect(await store.freezes.add(LISBON, span(4, 10))).toEqual(span(0, 12));
  expect(await store.freezes.of(LISBON)).toEqual([span(0, 12)]);
  expect(await store.freezes.of(OSLO)).toEqual([]);
  expect(await store.freezes.remove(OSLO, MONDAY)).toBe(false);
  expect(await store.freezes.remove(LISBON, addDays(MONDAY, 1))).toBe(false);
  expect(await store.freezes.remove(LISBON, MONDAY)).toBe(true);
  expect(await store.freezes.of(LISBON)).toEqual([]);
});

it('hands them to the files of the server’s members, and of nobody else', async () => {
  const store = await opened();
  const ana = await anaEnrols(store);
  await anaEnrols(store, { serverId: OSLO });
  expect(ana).not.toHaveProperty('frozenDays');
  await store.freezes.add(LISBON, span(2, 4));
  const frozen = new Set(daysFrom(addDays(MONDAY, 2), addDays(MONDAY, 4)));
  expect((await store.members.file(LISBON, ANA))?.frozenDays).toEqual(frozen);
  expect((await store.members.fileOf(ana.member.id))?.frozenDays).toEqual(frozen);
  expect((await store.members.enrolled(LISBON))[0]?.frozenDays).toEqual(frozen);
  expect(await store.members.file(OSLO, ANA)).not.toHaveProperty('frozenDays');
});

it('whatever is added in whatever order, the days are those that were added, in spans apart', async () => {
  const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(6)), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(spans, async (drawn) => {
      const store = await opened();
      const wanted = new Set<Day>();
      for (const [from, length] of drawn) {
        await store.freezes.add(LISBON, span(from, from + length));
        for (const each of daysFrom(addDays(MONDAY, from), addDays(MONDAY, from + length))) wanted.add(each);
      }
      const kept = await store.freezes.of(LISBON);
      expect(kept.flatMap(({ from, to }) => daysFrom(from, to))).toEqual([...wanted].sort());
      for (const [index, { from }] of kept.entries()) {
        const before = kept[index - 1];
        if (before !== undefined) expect(addDays(before.to, 1) < from).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
});
