import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { backUpApart } from '../../src/host/backup-process.ts';
import { openStore } from '../../src/store/database.ts';
import { textOf } from '../support/scene.ts';
import { openGyms, settleIn } from './gyms.ts';
import { startProgram, temporaryFolder } from './program.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `npm run backup` and `npm run restore`, as npm would start them. */
type Command = 'backup' | 'restore';

const PROGRAM = join(inject('programFolder'), 'dist', 'main.js');

function ran(name: Command, given: readonly string[], options: { env: NodeJS.ProcessEnv; cwd: string }): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [PROGRAM, name, ...given], options, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}

describe('the program, in the hands of its host', { timeout: 60_000 }, () => {
  it('tells its health, is backed up while it runs, and gets back what it had', async () => {
    const gyms = await openGyms(1);
    const { databasePath } = gyms;
    const [gym] = gyms.all;
    if (gym === undefined) throw new Error('no gym');
    const env = {
      DISCORD_TOKEN: gyms.sandbox.token,
      DISCORD_API_URL: gyms.sandbox.apiUrl,
      DATABASE_PATH: databasePath,
      BACKUP_PATH: 'off',
      HEALTH_PORT: '0',
    };
    const cwd = temporaryFolder();
    const run = (name: Command, ...given: readonly string[]) => ran(name, given, { env, cwd });
    const enrolled = async () => {
      const store = await openStore(databasePath);
      const count = await store.hostNotes.countEnrolled();
      await store.close();
      return count;
    };

    const first = startProgram({ env });
    await first.until('ready');
    const { port } = first.logged().find(({ event }) => event === 'health') as unknown as { port: number };
    await expect.poll(async () => (await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200);

    const before = join(cwd, 'before.db');
    expect(await run('backup', 'before.db')).toEqual({
      ...{ code: 0, err: '' },
      out: expect.stringMatching(/^\S+coach\.db is backed up to \S+before\.db \(\d+ kB, checked\)\n$/),
    });
    await settleIn(gyms);
    expect(textOf(await gym.admin.slash(gym.channel, 'coach status'))).toMatch(/Backup: <t:\d+:R>, 0\.\d MB/);
    // As the running program does it each day.
    const script = pathToFileURL(PROGRAM);
    const after = join(cwd, 'backups', 'after.db');
    await backUpApart(script, databasePath)(after);
    await expect(backUpApart(script, databasePath)(after)).rejects.toThrow(
      `${after} is there already, and a backup never replaces a file: name another one, or move it away`,
    );

    expect(await run('restore', 'before.db')).toEqual({
      ...{ code: 75, out: '' },
      err: `restore: ${databasePath} is in use: stop the coach, then restore again\n`,
    });
    first.signal('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(first.err).toBe('');
    expect(await enrolled()).toBe(1);

    const restored = await run('restore', before);
    const [, former] = /; the former database is (\S+)\n$/.exec(restored.out) ?? [];
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(dirname(databasePath)).map((name) => join(dirname(databasePath), name))).toEqual([
      former,
      databasePath,
    ]);
    expect(await enrolled()).toBe(0);
    renameSync(former ?? '', join(cwd, 'former.db'));
    expect((await run('restore', after)).code).toBe(0);
    const second = startProgram({ env });
    await second.until('ready');
    second.signal('SIGTERM');
    expect(await second.ended).toEqual({ code: 0, signal: null });
    expect(await enrolled()).toBe(1);
  });

  it('backs up and restores with one line and a code of sysexits for what cannot be done', async () => {
    const cwd = temporaryFolder();
    const run = async (name: Command, ...given: readonly string[]) => {
      const { code, out, err } = await ran(name, given, { env: {}, cwd });
      expect(out).toBe('');
      return [code, err];
    };
    writeFileSync(join(cwd, 'list.txt'), 'eggs, flour, milk\n'.repeat(100));
    const file = (name: string) => join(cwd, name);
    expect(await run('backup')).toEqual([66, 'backup: data/coach.db is not there: check the path\n']);
    expect(await run('restore')).toEqual([64, 'restore: got none, takes one file, a backup: npm run restore <file>\n']);
    expect(await run('backup', '--help')).toEqual([
      64,
      'backup: got --help, takes at most one file: npm run backup [file]\n',
    ]);
    expect(await run('restore', 'nowhere.db')).toEqual([
      66,
      `restore: ${file('nowhere.db')} is not there: check the path\n`,
    ]);
    expect(await run('restore', 'list.txt')).toEqual([
      65,
      `restore: ${file('list.txt')} is not a SQLite database, so it is no backup\n`,
    ]);
    writeFileSync(file('.env'), 'BACKUP_KEEP=all\n');
    expect(await run('backup')).toEqual([
      78,
      'BACKUP_KEEP: got "all", takes how many daily and weekly backups, like 7d 4w\n',
    ]);
    expect(existsSync(file('data'))).toBe(false);
  });
});
