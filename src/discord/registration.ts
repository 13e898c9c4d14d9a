import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { failureOf } from './failure.ts';

export interface Registration {
  readonly rest: REST;
  readonly applicationId: string;
  readonly definitions: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[];
}

/** What one may say of a command, an option or a choice; Discord answers with more, and with more as it grows. */
const OURS = new Set([
  'autocomplete',
  'channel_types',
  'choices',
  'contexts',
  'default_member_permissions',
  'description',
  'description_localizations',
  'integration_types',
  'max_length',
  'max_value',
  'min_length',
  'min_value',
  'name',
  'name_localizations',
  'options',
  'required',
  'type',
  'value',
]);

/** A map of languages, whose keys are nobody's fields. */
const isMap = (key: string) => key.endsWith('_localizations');

/**
 * Makes Discord's set of global commands ours with one bulk overwrite, unless it is so already.
 * @returns true when it had to be written.
 * @throws whatever `rest` throws.
 */
export async function registerCommands(
  { rest, applicationId, definitions }: Registration,
  signal?: AbortSignal,
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const options = signal === undefined ? {} : { signal };
  const registered = await rest.get(route, options);
  if (Array.isArray(registered) && isDeepStrictEqual(byName(registered), byName(definitions))) return false;
  await rest.put(route, { ...options, body: definitions });
  return true;
}

/**
 * Registers the commands, and says in the log what came of it. The bot is of use meanwhile: Discord keeps those of the
 * last time.
 * @returns false when it is worth trying again.
 */
export async function tryToRegister(ours: Registration, log: Logger, signal: AbortSignal): Promise<boolean> {
  try {
    const written = await registerCommands(ours, signal);
    log.info({ event: 'commands' }, written ? 'commands registered with Discord' : 'commands are as Discord has them');
    return true;
  } catch (error) {
    if (signal.aborted) return true;
    const { act, code } = failureOf(error);
    if (act === 'retry') {
      log.warn({ event: 'commands failed', code }, `the commands could not be registered (${code}); trying again`);
      return false;
    }
    const why = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : code;
    log.error({ event: 'commands failed', code }, `Discord refused the commands, and those of before stay: ${why}`);
    return true;
  }
}

const LONGEST_BETWEEN_TRIES_MS = 60_000;

/** Tries again, less and less often, until it is done or the signal is aborted. */
export async function registerUntilDone(ours: Registration, log: Logger, signal: AbortSignal): Promise<void> {
  for (let wait = 1_000; !signal.aborted; wait = Math.min(wait * 2, LONGEST_BETWEEN_TRIES_MS)) {
    await sleep(wait, undefined, { signal }).catch(() => undefined);
    if (signal.aborted || (await tryToRegister(ours, log, signal))) return;
  }
}

function byName(commands: readonly unknown[]): Map<unknown, unknown> {
  return new Map(commands.map((command) => [(command as { name?: unknown }).name, essence(command)]));
}

/** What a definition says, without what says nothing: absent, null, false and empty are one. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => essence(item));
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([key, part]) => OURS.has(key) && !saysNothing(part));
  return Object.fromEntries(said.map(([key, part]) => [key, isMap(key) ? part : essence(part)]).sort());
}

function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
