import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';

export interface ProgramOptions {
  /** The whole environment; nothing of ours is passed on. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it is started; an empty folder when absent. */
  readonly cwd?: string;
  /** With the program in `dist/`. */
  readonly folder?: string;
}

/** The compiled program as a process of its own. */
export interface Program {
  /** All that it has written so far, to standard output and to standard error. */
  readonly out: string;
  readonly err: string;
  /** The JSON lines of its log. */
  logged(): readonly { readonly level: string; readonly event?: string; readonly msg: string }[];
  /** Resolves when the log has a line with this event. @throws Error with its output when it ends before */
  until(event: string): Promise<void>;
  /** Resolves when it has written something to standard output; `words`, when they are given. */
  speaks(words?: string): Promise<void>;
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coach-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the program; it is killed when the test is over. */
export function startProgram({ env, cwd, folder = inject('programFolder') }: ProgramOptions): Program {
  const child = spawn(process.execPath, [join(folder, 'dist', 'main.js')], {
    env: { ...env },
    cwd: cwd ?? temporaryFolder(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  let isOver = false;
  const ended = new Promise<Awaited<Program['ended']>>((resolve) => {
    child.once('close', (code, signal) => {
      isOver = true;
      resolve({ code, signal });
      wake();
    });
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });

  const when = (isSo: () => boolean, what: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!isSo() && !isOver) return;
        waiting.delete(look);
        if (isSo()) resolve();
        else reject(new Error(`the program ended before ${what}:\n${out}${err}`));
      };
      waiting.add(look);
      look();
    });

  return {
    get out() {
      return out;
    },
    get err() {
      return err;
    },
    logged: () => linesOf(out),
    until: (event) => when(() => out.includes(`"event":"${event}"`), `"${event}"`),
    speaks: (words) => when(() => out !== '' && out.includes(words ?? ''), `it said ${words ?? 'anything'}`),
    signal: (name) => void child.kill(name),
    ended,
  };
}

function linesOf(out: string): ReturnType<Program['logged']> {
  const lines = out.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line));
}
