/*
 * One of two bots on the same database: writes down what is owed, then claims all that is open. Prints what it was
 * told that it owed or claimed. Begins when a line comes in. Arguments: the database, the number of posts.
 */
import { once } from 'node:events';
import { addDays, day } from '../../../src/coach/day.ts';
import { openStore } from '../../../src/store/database.ts';
import { LISBON } from '../people.ts';

const [path = '', posts = ''] = process.argv.slice(2);
const store = await openStore(path);
const from = Date.parse('2026-01-05T07:30:00Z');
process.stdout.write('ready\n');
await once(process.stdin, 'data');

for (let count = 0; count < Number(posts); count++) {
  const key = `daily.${count}`;
  const owed = await store.deliveries.owe({
    serverId: LISBON,
    kind: 'daily',
    key,
    day: addDays(day('2026-01-05'), count),
    status: 'pending',
    dueAt: from,
    expiresAt: from,
  });
  if (owed) process.stdout.write(`owed ${key}\n`);
  for (const { id, key, attempts, status } of await store.deliveries.open(from, Number(posts))) {
    if (status !== 'pending') continue;
    if (await store.deliveries.claim(id, 'channel', from, attempts)) process.stdout.write(`claimed ${key}\n`);
  }
}
await store.close();
process.exit(0);
