import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { Keep } from './host/rotation.ts';

/** Levels of the log, from the most talkative to none. */
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const url = z
  .url({ protocol: /^https?$/, hostname: /./, error: 'an http or https address' })
  // discord.js adds the version itself.
  .transform((address) => address.replace(/\/+$/, '').replace(/\/v\d+$/, ''));

const PORT = 'a port, 1 to 65535, or 0 for any that is free';
const port = z
  .string()
  .regex(/^\d{1,5}$/, PORT)
  .transform(Number)
  .refine((number) => number <= 65_535, PORT);
const address = z.string().regex(/^[\w.:-]+$/, 'an address of this machine, like 127.0.0.1');

/** `7d 4w`: so many daily backups, and so many weekly ones before those. */
const KEEP = /^([1-9]\d{0,2})d(?:\s*(\d{1,3})w)?$/;
const keep = z
  .string()
  .regex(KEEP, 'how many daily and weekly backups, like 7d 4w')
  .transform((text): Keep => {
    const [, daily, weekly = 0] = KEEP.exec(text) ?? [];
    return { daily: Number(daily), weekly: Number(weekly) };
  });

const schema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]+(\.[\w-]+)*$/, 'the token from the Bot page of the Discord developer portal')
    .optional(),
  DISCORD_API_URL: url.default('https://discord.com/api'),
  DATABASE_PATH: z.string().min(1, 'a path of a file').default('data/coach.db'),
  SANDBOX_PATH: z.string().min(1, 'a path of a folder').default('data/sandbox'),
  SANDBOX_HOST: address.default('127.0.0.1'),
  SANDBOX_PORT: port.optional(),
  BACKUP_PATH: z.string().optional(),
  BACKUP_KEEP: keep.prefault('7d 4w'),
  HEALTH_HOST: address.default('127.0.0.1'),
  HEALTH_PORT: port.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

export type Config = z.output<typeof schema>;

/** A variable that cannot be used. The message names it, what it got and what it takes; a token is never repeated. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** sysexits.h: the configuration is at fault, so starting again will not help. */
export const EX_CONFIG = 78;

/**
 * The configuration from the environment and, for what is not set there, from the file `.env`. An empty value counts
 * as not set.
 * @throws ConfigError
 */
export function readConfig(environment: NodeJS.ProcessEnv, dotEnv = '.env'): Config {
  const given = { ...whatIsSet(fromFile(dotEnv)), ...whatIsSet(environment) };
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `${name}: got ${quoted(name, given[name])}, takes ${issue.message}`;
  });
  throw new ConfigError(lines.join('\n'));
}

/** A token is not repeated, wherever it was put by mistake. */
function quoted(name: string, value: string | undefined): string {
  const isSecret = name === 'DISCORD_TOKEN' || /[\w-]{20,}\.[\w-]{6,}\.[\w-]{20,}/.test(value ?? '');
  return isSecret ? 'something else' : JSON.stringify(value);
}

function fromFile(path: string): NodeJS.Dict<string> {
  if (!existsSync(path)) return {};
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(`${path}: got ${(error as NodeJS.ErrnoException).code}, takes a file that can be read`);
  }
}

function whatIsSet(variables: NodeJS.Dict<string>): Record<string, string> {
  const trimmed = Object.entries(variables).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}
