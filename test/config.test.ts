import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const NO_FILE = '/nowhere/.env';
const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Sandbx.not-a-real-one-0000000000000';

function dotEnv(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'coach-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, '.env'), text);
  return join(folder, '.env');
}

/** What the host reads. */
function complaint(environment: Record<string, string>, file = NO_FILE): string {
  try {
    readConfig(environment, file);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('the configuration', () => {
  it('has a default for everything, and no token plays in the sandbox', () => {
    expect(readConfig({}, NO_FILE)).toEqual({
      DISCORD_API_URL: 'https://discord.com/api',
      DATABASE_PATH: 'data/coach.db',
      SANDBOX_PATH: 'data/sandbox',
      SANDBOX_HOST: '127.0.0.1',
      BACKUP_KEEP: { daily: 7, weekly: 4 },
      HEALTH_HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
    });
  });

  it('takes what the environment says', () => {
    const environment = {
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: 'http://127.0.0.1:4000/api',
      DATABASE_PATH: '/srv/coach.db',
      SANDBOX_PATH: '/srv/sandbox',
      SANDBOX_HOST: '0.0.0.0',
      BACKUP_PATH: '/mnt/backups',
      HEALTH_HOST: '::1',
      LOG_LEVEL: 'debug',
    };
    const numbers = { SANDBOX_PORT: '8080', HEALTH_PORT: '9464', BACKUP_KEEP: '14d' };
    const config = readConfig({ ...environment, ...numbers, PATH: '/bin' }, NO_FILE);
    const read = { SANDBOX_PORT: 8080, HEALTH_PORT: 9464, BACKUP_KEEP: { daily: 14, weekly: 0 } };
    expect(config).toEqual({ ...environment, ...read });
  });

  it.each(['https://discord.com/api/', 'https://discord.com/api/v10', ' https://discord.com/api/v10/ '])(
    'takes %j for an address without version',
    (address) => {
      expect(readConfig({ DISCORD_API_URL: address }, NO_FILE).DISCORD_API_URL).toBe('https://discord.com/api');
    },
  );

  it('knows all that .env.example shows, and has its defaults', () => {
    const shown = parseEnv(readFileSync('.env.example', 'utf8'));
    expect(readConfig(shown, NO_FILE)).toEqual(readConfig({}, NO_FILE));
    expect(Object.keys(shown).sort()).toEqual([
      'BACKUP_KEEP',
      'BACKUP_PATH',
      'DATABASE_PATH',
      'DISCORD_API_URL',
      'DISCORD_TOKEN',
      'HEALTH_HOST',
      'HEALTH_PORT',
      'LOG_LEVEL',
      'SANDBOX_HOST',
      'SANDBOX_PATH',
      'SANDBOX_PORT',
    ]);
  });

  it('takes from .env what the environment does not set, or sets to nothing', () => {
    const file = dotEnv(`# mine\nDISCORD_TOKEN="${TOKEN}"\nLOG_LEVEL=warn\nDATABASE_PATH=mine.db\n`);
    const config = readConfig({ LOG_LEVEL: 'error', DISCORD_TOKEN: '', DATABASE_PATH: '  ' }, file);
    expect(config).toMatchObject({ DISCORD_TOKEN: TOKEN, LOG_LEVEL: 'error', DATABASE_PATH: 'mine.db' });
  });

  it.each([
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: got "loud", takes one of trace, debug, info, warn, error, fatal, silent'],
    ['DISCORD_API_URL', 'discord', 'DISCORD_API_URL: got "discord", takes an http or https address'],
    ['SANDBOX_PORT', '70000', 'SANDBOX_PORT: got "70000", takes a port, 1 to 65535, or 0 for any that is free'],
    ['SANDBOX_PORT', '80 80', 'SANDBOX_PORT: got "80 80", takes a port, 1 to 65535, or 0 for any that is free'],
    ['SANDBOX_HOST', 'my host', 'SANDBOX_HOST: got "my host", takes an address of this machine, like 127.0.0.1'],
    ['BACKUP_KEEP', '0d 4w', 'BACKUP_KEEP: got "0d 4w", takes how many daily and weekly backups, like 7d 4w'],
    ['HEALTH_PORT', '-1', 'HEALTH_PORT: got "-1", takes a port, 1 to 65535, or 0 for any that is free'],
    ['DISCORD_API_URL', 'ftp://x.y/api', 'DISCORD_API_URL: got "ftp://x.y/api", takes an http or https address'],
  ])('names %s, what it got and what it takes', (name, value, line) => {
    expect(complaint({ [name]: value })).toBe(line);
    expect(complaint({}, dotEnv(`${name}=${value}`))).toBe(line);
  });

  it.each([`Bot ${TOKEN}`, `"${TOKEN}"`, `${TOKEN}.`, 'two words'])('never repeats a token: %s', (value) => {
    const line = complaint({ DISCORD_TOKEN: value });
    expect(line).toBe(
      'DISCORD_TOKEN: got something else, takes the token from the Bot page of the Discord developer portal',
    );
  });

  it('does not repeat a token that was put in the wrong place', () => {
    expect(complaint({ LOG_LEVEL: TOKEN })).not.toContain(TOKEN);
    expect(complaint({ DISCORD_API_URL: TOKEN })).toBe(
      'DISCORD_API_URL: got something else, takes an http or https address',
    );
  });

  it('has a line for each variable that is wrong', () => {
    const lines = complaint({ LOG_LEVEL: 'loud', DISCORD_API_URL: 'discord', DISCORD_TOKEN: 'two words' }).split('\n');
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual(['DISCORD_API_URL', 'DISCORD_TOKEN', 'LOG_LEVEL']);
  });

  it('says it when .env cannot be read', () => {
    const file = dotEnv('');
    rmSync(file);
    mkdirSync(file);
    expect(complaint({}, file)).toBe(`${file}: got EISDIR, takes a file that can be read`);
  });
});
