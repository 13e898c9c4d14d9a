import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { day } from '../../src/coach/day.ts';
import { openDatabase, storeOn } from '../../src/store/database.ts';
import { atomically } from '../../src/store/tables.ts';
import { ANA, BEN, LISBON } from './people.ts';
import { anaEnrols, opened, workout } from './world.ts';

describe('a transaction', () => {
  it('keeps nothing when its work breaks half-way, and the store works on', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    const broken = store.transaction(async (inside) => {
      const made = await inside.checkIns.add(workout(member.id));
      await inside.milestones.add(member.id, 'first-check-in', day('2026-01-05'), made?.id ?? 0);
      throw new Error('the message could not be rendered');
    });

    await expect(broken).rejects.toThrow('the message could not be rendered');
    expect(await store.checkIns.count(member.id)).toBe(0);
    expect(await store.milestones.reached(member.id)).toEqual(new Set());
    await store.checkIns.add(workout(member.id));
    expect(await store.checkIns.count(member.id)).toBe(1);
  });

  it('keeps nothing when SQLite itself gave it up, even if its work makes light of that and goes on', async () => {
    const db = await openDatabase(':memory:');
    onTestFinished(() => db.destroy());
    await anaEnrols(storeOn(db));
    const careless = atomically(db, async (inside) => {
      await anaEnrols(storeOn(inside), { userId: BEN });
      const givenUp = sql`insert or rollback into servers (server_id) values (${LISBON})`.execute(inside);
      await givenUp.catch(() => undefined);
      await anaEnrols(storeOn(inside), { userId: '2200000000000000003' }).catch(() => undefined);
    });

    await expect(careless).rejects.toThrow(/UNIQUE/);
    expect(await storeOn(db).members.countEnrolled(LISBON)).toBe(1);
  });

  it('gives back what its work gives, and sees its own writes', async () => {
    const store = await opened();
    const workouts = await store.transaction(async (inside) => {
      const { member } = await anaEnrols(inside);
      await inside.checkIns.add(workout(member.id));
      return (await inside.members.fileOf(member.id))?.workouts;
    });
    expect(workouts).toHaveLength(1);
  });

  it('within a transaction is part of it: both stand or neither', async () => {
    const store = await opened();
    const broken = store.transaction(async (outer) => {
      await outer.transaction((inner) => anaEnrols(inner));
      expect(await outer.members.countEnrolled(LISBON)).toBe(1);
      throw new Error('and yet');
    });

    await expect(broken).rejects.toThrow('and yet');
    expect(await store.members.countEnrolled(LISBON)).toBe(0);
  });

  it('says so at once when its work uses the outer store, rather than wait for ever', async () => {
    const store = await opened();
    const wrong = store.transaction(async () => store.members.file(LISBON, ANA));
    await expect(wrong).rejects.toThrow('within a transaction, use the store that it gives');
    const nested = store.transaction(async () => store.transaction((inside) => anaEnrols(inside)));
    await expect(nested).rejects.toThrow('within a transaction, use the store that it gives');

    expect(await store.members.file(LISBON, ANA)).toBeUndefined();
  });

  it('lets what it started go on with the outer store once it is over', async () => {
    const store = await opened();
    let over = () => {};
    const after = new Promise<void>((resolve) => {
      over = resolve;
    });
    let later: Promise<number> | undefined;
    await store.transaction(async (inside) => {
      await anaEnrols(inside);
      later = after.then(() => store.members.countEnrolled(LISBON));
    });
    over();
    expect(await later).toBe(1);
  });

  it('of one command waits for the one of another: ten at once lose no update', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    await Promise.all(
      Array.from({ length: 10 }, () =>
        store.transaction(async (inside) => {
          const seen = await inside.checkIns.count(member.id);
          await inside.checkIns.add(workout(member.id));
          expect(await inside.checkIns.count(member.id)).toBe(seen + 1);
        }),
      ),
    );
    expect(await store.checkIns.count(member.id)).toBe(10);
  });

  it('under way is finished before the store closes', async () => {
    const store = await opened();
    let saved = false;
    const work = store.transaction(async (inside) => {
      await anaEnrols(inside);
      await anaEnrols(inside, { userId: BEN });
      saved = true;
    });
    await store.close();
    expect(saved).toBe(true);
    await work;
    await expect(store.members.countEnrolled(LISBON)).rejects.toThrow(/destroyed/);
  });
});
