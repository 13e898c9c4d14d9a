import { readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../../src/sandbox/journal/journal.ts';
import { closeAll, newSandbox } from '../support.ts';
import { STARTING, started } from './processes/start.ts';
import { dumpOf, leftOf, newFile } from './support.ts';

afterEach(closeAll);

async function saidIn(file: string, name: string): Promise<string[]> {
  const { world } = await newSandbox({ keepIn: leftOf(file) });
  const channel = [...world.channels.values()].find((candidate) => candidate.name === name);
  return Array.from(channel?.messages.values() ?? [], ({ api }) => api.content);
}

describe('the file of a world', () => {
  it('is written anew when most of it is history, and goes on from there', async () => {
    const sandbox = await newSandbox();
    const server = sandbox.server({ name: 'Lisbon Lifters' });
    const file = newFile();
    const kept = { world: sandbox.world, commands: sandbox.commands.lists };
    const { origin } = new URL(sandbox.apiUrl);
    const journal = openJournal({ file, kept, origin, now: sandbox.clock.now, smallest: 0 });
    sandbox.onChange(journal.keep);
    const size = () => statSync(file).size;
    const whole = size();
    const sizes: number[] = [];
    for (let count = 0; count < 200; count += 1) {
      server.update({ name: `Gym ${count}` });
      sizes.push(size());
      expect(size()).toBeLessThan(4.5 * whole);
    }
    expect(sizes.filter((each, n) => each < (sizes[n - 1] ?? 0)).length).toBeGreaterThan(10);
    const now = sandbox.clock.now();
    expect(dumpOf(await newSandbox({ keepIn: leftOf(file) }), now)).toEqual(dumpOf(sandbox, now));
    journal.close();
    server.update({ name: 'after closing' });
    expect(readFileSync(file, 'utf8')).not.toContain('after closing');
  });

  it('is only added to while it is small', async () => {
    const file = newFile();
    const sandbox = await newSandbox({ keepIn: file });
    const server = sandbox.server({ name: 'Lisbon Lifters' });
    for (let count = 0; count < 100; count += 1) server.update({ name: `Gym ${count}` });
    expect(readFileSync(file, 'utf8').match(/"kind":"server"/g)?.length).toBe(102);
    await sandbox.close();
    await (await newSandbox({ keepIn: file })).close();
    expect(readFileSync(file, 'utf8').match(/"kind":"server"/g)?.length).toBe(1);
  });

  it('that there is no more room for is whole, and has all again once there is', { timeout: STARTING }, async () => {
    const file = newFile();
    const child = started('fills.ts', file, 256);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const { said, why, again } = JSON.parse((await lines.next()).value);
    expect(why).toContain(`${file}: the world cannot be kept there (EFBIG`);
    expect(again).toBe(why);
    expect(said).toBeGreaterThan(10);
    expect((await saidIn(file, 'talk')).length).toBe(said);
    child.stdin.end('go on\n');
    await lines.next();
    expect(await saidIn(file, 'talk')).toEqual([]);
    expect(await saidIn(file, 'training')).toEqual(['is anybody there?', 'there is room again']);
  });
});
