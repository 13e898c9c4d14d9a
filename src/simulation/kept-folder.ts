import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '../config.ts';

/** What a sandbox's folder says of itself, apart from the world and the bot's database. */
export interface Keeping {
  /** Of the page's address: whoever has it may look and act. */
  readonly key: string;
  readonly worldId: string;
  /** The story that was begun in this world. */
  readonly story?: { readonly from: number; readonly until: number; readonly weeks: number };
}

/** The folder in which a sandbox is kept between starts. One process has it at a time. */
export interface KeptFolder {
  readonly path: string;
  readonly worldFile: string;
  readonly databaseFile: string;
  readonly keeping: Keeping;
  note(change: Partial<Keeping>): void;
  /** Takes the world and the database away, and gives the next world an id of its own. */
  clear(): void;
  /** Lets another process have it. */
  close(): void;
}

const MARK = 'sandbox.json';
const LOCK = 'running.pid';
const WORLD = 'world.ndjson';
const DATABASE = 'coach.db';

/** Folders that this very process has open: a lock with its own number in it may be left from before. */
const open = new Set<string>();

/**
 * Opens the folder, making it when there is none. Only a folder with our mark in it is ever cleared, so one that holds
 * something else is not taken.
 * @throws ConfigError naming SANDBOX_PATH: it is in use, is not ours, or cannot be read or written
 */
export function openFolder(given: string): KeptFolder {
  const path = resolve(given);
  const file = (name: string) => join(path, name);
  try {
    // What people type in the sandbox is nobody else's to read.
    mkdirSync(path, { recursive: true, mode: 0o700 });
    lock(path, given);
  } catch (error) {
    throw asConfigError(error, given);
  }
  try {
    let keeping = readMark(path, given) ?? { key: randomBytes(24).toString('base64url'), worldId: newWorldId() };
    const write = () => {
      writeFileSync(file(`${MARK}.new`), `${JSON.stringify(keeping, null, 2)}\n`, { mode: 0o600 });
      renameSync(file(`${MARK}.new`), file(MARK));
    };
    write();
    return {
      path,
      worldFile: file(WORLD),
      databaseFile: file(DATABASE),
      get keeping() {
        return keeping;
      },
      note(change) {
        keeping = { ...keeping, ...change };
        write();
      },
      clear() {
        // With what stands beside them: journals of the database, a world that was being written anew.
        const theirs = readdirSync(path).filter((name) => name.startsWith(WORLD) || name.startsWith(DATABASE));
        for (const name of theirs) rmSync(file(name));
        keeping = { key: keeping.key, worldId: newWorldId() };
        write();
      },
      close: () => unlock(path),
    };
  } catch (error) {
    unlock(path);
    throw asConfigError(error, given);
  }
}

const newWorldId = () => randomBytes(9).toString('base64url');

/** Undefined in a new folder. */
function readMark(path: string, given: string): Keeping | undefined {
  const names = readdirSync(path).filter((name) => name !== LOCK && name !== `${MARK}.new`);
  if (names.length === 0) return undefined;
  if (!names.includes(MARK))
    throw new ConfigError(`SANDBOX_PATH: ${given} holds something else already; takes a folder that is new or empty`);
  let mark: Partial<Keeping> | null = null;
  try {
    mark = JSON.parse(readFileSync(join(path, MARK), 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const { key, worldId, story } = mark ?? {};
  const isWhole = typeof key === 'string' && /^[\w-]{32}$/.test(key) && typeof worldId === 'string';
  if (!isWhole) throw new ConfigError(cannotBeRead(given, `${MARK} is damaged`));
  return { key, worldId, ...(story && { story }) };
}

/** What can be done about a folder that is of no use any more. */
export const ANEW = 'Or delete the whole folder, or set SANDBOX_PATH to another.';

export function cannotBeRead(given: string, why: string): string {
  return `SANDBOX_PATH: what is kept in ${given} cannot be used (${why}); delete the folder, or set SANDBOX_PATH to another`;
}

function lock(path: string, given: string): void {
  const file = join(path, LOCK);
  for (let isOurs = false; !isOurs; ) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      isOurs = true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = readFileSync(file, 'utf8');
      if (isRunning(pid, path))
        throw new ConfigError(
          `SANDBOX_PATH: ${given} is in use by process ${pid}; stop that one, or set SANDBOX_PATH to another folder ` +
            `(if process ${pid} is something else, delete ${join(given, LOCK)})`,
        );
      rmSync(file, { force: true });
    }
  }
  open.add(path);
}

function unlock(path: string): void {
  if (open.delete(path)) rmSync(join(path, LOCK), { force: true });
}

/** Whether the process that wrote the lock is there. One that is just being written is. */
function isRunning(written: string, path: string): boolean {
  const pid = Number(written);
  if (!Number.isInteger(pid) || pid <= 0) return true;
  // After the restart of a container the numbers are the same again.
  if (pid === process.pid) return open.has(path);
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function asConfigError(error: unknown, given: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof ConfigError || code === undefined) return error;
  return new ConfigError(`SANDBOX_PATH: got ${given} (${code}), takes a folder that can be read and written`);
}
