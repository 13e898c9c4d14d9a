import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, newSandbox } from '../support.ts';
import { STARTING, started } from './processes/start.ts';
import { newFile } from './support.ts';

afterEach(closeAll);

/** All that a process printed until it was killed, right after so many lines. */
async function printed(script: string, file: string, lives: number): Promise<string[]> {
  const child = started(script, file);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === lives) child.kill('SIGKILL');
  }
  expect(lines.length).toBeGreaterThanOrEqual(lives);
  return lines;
}

describe('a sandbox that is killed', { timeout: STARTING }, () => {
  it('has lost no message that anybody was told of, and no edit', async () => {
    const file = newFile();
    const told = new Map<string, string>();
    for (const lives of [1, 2, 150]) {
      for (const line of await printed('talks.ts', file, lives)) {
        const [id = '', ...words] = line.split(' ');
        told.set(id, words.join(' '));
      }
    }
    const { world } = await newSandbox({ keepIn: file });
    const [training] = [...world.channels.values()];
    const kept = [...(training?.messages.values() ?? [])].map(({ api }) => [api.id, api.content] as const);
    expect(kept.map(([id]) => id)).toEqual(expect.arrayContaining([...told.keys()]));
    // What was in hand may be kept before anybody could be told, but then it is the next of its kind.
    const differs = kept.filter(([id, content]) => told.get(id) !== content && content !== `${told.get(id)}, edited`);
    expect(differs.length).toBeLessThanOrEqual(3);
    expect(differs.filter(([id]) => told.has(id))).toEqual([]);
    expect(world.servers.size).toBe(1);
  });

  it('has the world whole, though its file was being written anew all the time', async () => {
    for (const lives of [1, 40, 2_000]) {
      const file = newFile();
      const lines = await printed('renames.ts', file, lives);
      const sandbox = await newSandbox({ keepIn: file });
      const [server] = [...sandbox.world.servers.values()];
      expect(sandbox.isRestored).toBe(true);
      expect(Number(server?.name.slice('Gym '.length))).toBeGreaterThanOrEqual(Number(lines.at(-1)));
      expect(server?.members.size).toBe(2);
    }
  });
});
