import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import { openFile, pragma } from '../../src/store/sqlite.ts';
import { LISBON } from './people.ts';
import { anaEnrols, opened, SETTINGS, temporaryFolder } from './world.ts';

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** A process takes a second to start, and several on a busy machine. */
const STARTING = 60_000;

/** Another process that runs a script from `processes/`; it is gone when the test is over. */
function started(script: string, ...args: string[]): Child {
  const path = fileURLToPath(new URL(`processes/${script}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

describe('a program that is killed', { timeout: STARTING }, () => {
  it('has lost no check-in that it had acknowledged, and none is half there', async () => {
    const path = join(temporaryFolder(), 'coach.db');
    const before = await openStore(path);
    const { member } = await anaEnrols(before);
    await before.close();
    const acknowledged: number[] = [];

    for (const lives of [3, 150]) {
      const child = started('checks-in.ts', path);
      let lived = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged.push(Number(line));
        lived += 1;
        // Right after an acknowledgement, so somewhere in the next check-in; lines on their way still arrive.
        if (lived === lives) child.kill('SIGKILL');
      }
      expect(lived).toBeGreaterThanOrEqual(lives);

      const raw = openFile(path);
      expect(pragma(raw, 'integrity_check')).toBe('ok');
      raw.close();
      const store = await openStore(path);
      const kept = (await store.checkIns.workouts(member.id)).map(({ id }) => id);
      const milestones = await store.milestones.reached(member.id);
      await store.close();
      expect(kept).toEqual(expect.arrayContaining(acknowledged));
      // The one in hand may have been committed before it could be acknowledged, but then as a whole.
      expect([...milestones].sort()).toEqual(kept.map((id) => `check-in-${id}`).sort());
    }
  });
});

describe('two programs on one database', { timeout: STARTING }, () => {
  it('owe each post once and claim it once, however they race', async () => {
    const posts = 60;
    const path = join(temporaryFolder(), 'coach.db');
    const store = await opened(path);
    await store.servers.saveSettings(SETTINGS, []);

    const racers = [started('claims.ts', path, String(posts)), started('claims.ts', path, String(posts))];
    const told: string[] = [];
    let ready = 0;
    const listen = async (racer: Child) => {
      for await (const line of createInterface({ input: racer.stdout })) {
        if (line !== 'ready') told.push(line);
        else if (++ready === racers.length) for (const { stdin } of racers) stdin.end('go\n');
      }
    };
    await Promise.all(racers.map(listen));

    const expected = Array.from({ length: posts }, (_, count) => [`owed daily.${count}`, `claimed daily.${count}`]);
    expect(told.sort()).toEqual(expected.flat().sort());
    const deliveries = await store.deliveries.latest(LISBON, posts + 1);
    expect(deliveries).toHaveLength(posts);
    expect(deliveries.every(({ status, attempts }) => status === 'sending' && attempts === 1)).toBe(true);
  });
});
