import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { startProgram, temporaryFolder } from './program.ts';

const EX_CONFIG = 78;
const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Sandbx.not-a-real-one-0000000000000';
const NOWHERE = 'http://127.0.0.1:1/api';

/** A program that gives up: its words on standard error, and nothing else. */
async function givesUp(options: Parameters<typeof startProgram>[0]): Promise<string> {
  const program = startProgram(options);
  expect(await program.ended).toEqual({ code: EX_CONFIG, signal: null });
  expect(program.out).toBe('');
  expect(program.err.endsWith('\n')).toBe(true);
  return program.err.trimEnd();
}

describe('the program gives up with one line and code 78', () => {
  it('for a variable that is wrong, and does not tell the token', async () => {
    const words = await givesUp({ env: { DISCORD_TOKEN: TOKEN, LOG_LEVEL: 'loud' } });
    expect(words).toBe('LOG_LEVEL: got "loud", takes one of trace, debug, info, warn, error, fatal, silent');
  });

  it('for a token that Discord refuses, read from .env', async () => {
    const sandbox = await createSandbox();
    onTestFinished(() => sandbox.close());
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, '.env'), `DISCORD_TOKEN=${TOKEN}\nDISCORD_API_URL=${sandbox.apiUrl}\n`);
    const words = await givesUp({ cwd, env: {} });
    expect(words).toBe('DISCORD_TOKEN was refused: copy it afresh from the Bot page of the Discord developer portal');
    expect(existsSync(join(cwd, 'data', 'coach.db'))).toBe(true);
  });

  it('for a database that is none, and leaves it as it is', async () => {
    const file = join(temporaryFolder(), 'shopping-list.txt');
    writeFileSync(file, 'eggs, flour, milk\n'.repeat(100));
    const words = await givesUp({ env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: NOWHERE, DATABASE_PATH: file } });
    expect(words).toMatch(/^DATABASE_PATH: .*shopping-list\.txt is not a SQLite database: .*$/);
    expect(readFileSync(file, 'utf8')).toBe('eggs, flour, milk\n'.repeat(100));
  });

  it('for content that is wrong, by file and place', async () => {
    const folder = join(inject('programFolder'), '..', `coach-wrong-${process.pid}`);
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(folder, { recursive: true });
    cpSync(join(inject('programFolder'), 'dist'), join(folder, 'dist'), { recursive: true });
    cpSync(join(inject('programFolder'), 'package.json'), join(folder, 'package.json'));
    // Not by way of the link in the program's folder: some Nodes would copy the link, and this is written to.
    cpSync(resolve('data'), join(folder, 'data'), { recursive: true });
    const moves = readFileSync(join(folder, 'data', 'moves.json'), 'utf8');
    writeFileSync(join(folder, 'data', 'moves.json'), moves.replace('"name":', '"nome":'));
    const words = await givesUp({ folder, env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: NOWHERE } });
    expect(words.split('\n')).toEqual([
      expect.stringMatching(/^moves\.json: \[0\]\.name .*: got nothing, takes text$/),
      expect.stringMatching(/^moves\.json: \[0\]\.nome .*: got a key that is not known here, takes one of /),
    ]);
  });
});

describe('the program keeps trying', () => {
  it('while Discord cannot be reached, a JSON line each time, and stops at once when it is asked to', async () => {
    const program = startProgram({ env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: NOWHERE } });
    await program.until('log-in failed');
    program.signal('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(program.err).toBe('');
    expect(program.logged().map(({ level, event }) => [level, event])).toEqual([
      ['warn', 'log-in failed'],
      ['info', 'stopping'],
      ['info', 'stopped'],
    ]);
    expect(program.logged()[0]?.msg).toMatch(/^Discord cannot be reached \(.*ECONNREFUSED.*\); next try in 1 s$/);
  });
});
