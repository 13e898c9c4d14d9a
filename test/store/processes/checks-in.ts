/*
 * Checks Ana in again and again, each in a transaction of its own, and prints the id of each check-in once it was
 * acknowledged. Runs until it is killed. Argument: the database.
 */
import { day } from '../../../src/coach/day.ts';
import { openStore } from '../../../src/store/database.ts';
import { ANA, LISBON } from '../people.ts';

const [path = ''] = process.argv.slice(2);
const store = await openStore(path);
const memberId = (await store.members.file(LISBON, ANA))?.member.id ?? 0;
for (let count = 0; ; count++) {
  const made = await store.transaction(async (inside) => {
    const added = await inside.checkIns.add({
      memberId,
      kind: 'workout',
      size: 'full',
      day: day('2026-01-05'),
      madeAt: Date.parse('2026-01-05T18:00:00Z') + count,
      sourceId: `${process.pid}-${count}`,
    });
    if (added !== undefined) await inside.milestones.add(memberId, `check-in-${added.id}`, added.day, added.id);
    return added;
  });
  process.stdout.write(`${made?.id}\n`);
}
