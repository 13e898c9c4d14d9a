/*
 * Renames a server again and again, in a world whose file is written anew every few lines; prints each name once the
 * server has it. Runs until it is killed. Argument: the file in which the world is kept.
 */
import { openJournal } from '../../../../src/sandbox/journal/journal.ts';
import { createSandbox } from '../../../../src/sandbox/sandbox.ts';

const [file = ''] = process.argv.slice(2);
const sandbox = await createSandbox();
const server = sandbox.server({ name: 'Gym 0' });
const journal = openJournal({
  file,
  kept: { world: sandbox.world, commands: sandbox.commands.lists },
  origin: new URL(sandbox.apiUrl).origin,
  now: sandbox.clock.now,
  smallest: 0,
});
sandbox.onChange(journal.keep);
for (let count = 1; ; count += 1) {
  server.update({ name: `Gym ${count}` });
  process.stdout.write(`${count}\n`);
  if (count % 50 === 0) await new Promise(setImmediate);
}
