import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A program that the bench started. */
export interface Program {
  /** `performance.now()` of the bench when it was started. */
  readonly startedAt: number;
  /** Resident memory in MB; undefined where the system does not tell. */
  memory(): number | undefined;
  /** Processor time used so far, in ms; undefined where the system does not tell. */
  processorTime(): number | undefined;
  /** What in its output first fits the pattern, once it is there. @throws Error when it ends without */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code and all that it wrote to stdout. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  /** Asks it to end and waits; kills it when it does not. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface ProgramOptions {
  /** Relative to the project. */
  readonly script: string;
  readonly arguments?: readonly string[];
  /** All that it finds in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where it runs, and where its profile goes. */
  readonly folder: string;
  readonly profile?: boolean;
}

const running = new Set<ChildProcess>();
/** Longer than the coach's own grace for requests in flight. */
const PATIENCE_MS = 12_000;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export function run(options: ProgramOptions): Program {
  const profile = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.folder}`] : [];
  const script = fileURLToPath(new URL(`../${options.script}`, import.meta.url));
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...profile, script, ...(options.arguments ?? [])], {
    cwd: options.folder,
    env: { ...options.environment, PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let output = '';
  const hearing = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    for (const hear of hearing) hear();
  });
  const ended = new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, output });
    });
  });
  const pid = child.pid ?? 0;
  return {
    startedAt,
    ended,
    says(pattern) {
      return new Promise((resolve, reject) => {
        const hear = () => {
          const found = pattern.exec(output);
          if (found === null) return;
          hearing.delete(hear);
          resolve(found);
        };
        hearing.add(hear);
        hear();
        ended.then(({ code }) => reject(new Error(`${options.script} ended with ${code}:\n${output}`)), reject);
      });
    },
    memory() {
      const kb = /^VmRSS:\s+(\d+) kB/m.exec(procFile(pid, 'status'))?.[1];
      return kb === undefined ? undefined : Number(kb) / 1024;
    },
    processorTime() {
      // The name of the program, in brackets, may hold spaces. After it, user and system time are the 12th and 13th.
      const fields = procFile(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
      const [user, system] = [fields[11], fields[12]];
      return user === undefined || system === undefined ? undefined : (Number(user) + Number(system)) * TICK_MS;
    },
    async stop() {
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(killer);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function procFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
