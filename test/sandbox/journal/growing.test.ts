import { mkdirSync, readFileSync, rmdirSync, statSync } from 'node:fs';
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

/** A server in a world whose file is written anew as soon as it is four times what it was. */
async function tidyGym() {
  const sandbox = await newSandbox();
  const server = sandbox.server({ name: 'Gym' });
  const file = newFile();
  const kept = { world: sandbox.world, commands: sandbox.commands.lists };
  const { origin } = new URL(sandbox.apiUrl);
  const journal = openJournal({ file, kept, origin, now: sandbox.clock.now, smallest: 0 });
  sandbox.onChange(journal.keep);
  /** The sizes of the file after each of so many new names. */
  const rename = (times: number) =>
    Array.from({ length: times }, (_, n) => {
      server.update({ name: `Gym ${n}` });
      return statSync(file).size;
    });
  const isKept = async () => {
    const now = sandbox.clock.now();
    expect(dumpOf(await newSandbox({ keepIn: leftOf(file) }), now)).toEqual(dumpOf(sandbox, now));
  };
  return { file, journal, rename, isKept, whole: statSync(file).size };
}

const shrinks = (sizes: readonly number[]) => sizes.filter((size, n) => size < (sizes[n - 1] ?? 0)).length;

describe('the file of a world', () => {
  it('is written anew when most of it is history, and goes on from there', async () => {
    const { file, journal, rename, isKept, whole } = await tidyGym();
    const sizes = rename(200);
    expect(Math.max(...sizes)).toBeLessThan(4.5 * whole);
    expect(shrinks(sizes)).toBeGreaterThan(10);
    await isKept();
    journal.close();
    rename(1);
    expect(statSync(file).size).toBe(sizes.at(-1));
  });

  it('serves on while no new one can be written, and is written anew later', async () => {
    const { file, rename, isKept } = await tidyGym();
    mkdirSync(`${file}.new`);
    expect(shrinks(rename(100))).toBe(0);
    await isKept();
    rmdirSync(`${file}.new`);
    expect(shrinks(rename(200))).toBeGreaterThan(0);
    await isKept();
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
