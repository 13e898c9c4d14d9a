import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A process takes a second to start, and several on a busy machine. */
export const STARTING = 60_000;

/**
 * Another process that runs a script from this folder; it is gone when the test is over.
 * @param blocks the largest file that it may write, in units of a shell's `ulimit -f`
 */
export function started(script: string, file: string, blocks?: number): ChildProcessByStdio<Writable, Readable, null> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const node = [process.execPath, '--import', 'tsx', path, file];
  const limited = ['/bin/sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', ...node];
  const [command = '', ...args] = blocks === undefined ? node : limited;
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}
