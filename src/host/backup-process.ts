import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MINUTE } from '../coach/day.ts';

const LONGEST = 10 * MINUTE;

/**
 * Backs up in a process of its own, `program backup`: reading a large database stops the event loop for longer than a member
 * waits for an answer.
 * @returns what makes the backup at a path, and rejects with one line for the host
 */
export function backUpApart(program: URL, databasePath: string): (target: string) => Promise<void> {
  return async (target) => {
    const given = [...process.execArgv, fileURLToPath(program), 'backup', resolve(target)];
    // It is to back up what is open here, whatever its own configuration says, and has no use for the token.
    const env = { ...process.env, DATABASE_PATH: resolve(databasePath), DISCORD_TOKEN: '' };
    try {
      await promisify(execFile)(process.execPath, given, { env, timeout: LONGEST });
    } catch (error) {
      const { stderr = '' } = error as { stderr?: string };
      const line = stderr.trim().split('\n').at(-1);
      throw new Error(line?.replace(/^backup: /, '') || 'the process that makes it ended without a word');
    }
  };
}
