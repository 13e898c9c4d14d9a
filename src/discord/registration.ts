import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';

/** What Discord adds to a command, and what it may fill in where we said nothing. */
const THEIRS = new Set(['id', 'application_id', 'version', 'guild_id', 'nsfw', 'dm_permission', 'handler']);

/**
 * Makes Discord's set of global commands ours with one bulk overwrite, unless it is so already.
 * @returns true when it had to be written.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  definitions: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[],
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const registered = await rest.get(route);
  if (Array.isArray(registered) && isDeepStrictEqual(byName(registered), byName(definitions))) return false;
  await rest.put(route, { body: definitions });
  return true;
}

function byName(commands: readonly unknown[]): Map<unknown, unknown> {
  return new Map(commands.map((command) => [(command as { name?: unknown }).name, essence(command, true)]));
}

/** What a definition says, without what says nothing: absent, null, false and empty are one. */
function essence(value: unknown, top = false): unknown {
  if (Array.isArray(value)) return value.map((item) => essence(item));
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([key, part]) => !(top && THEIRS.has(key)) && !saysNothing(part));
  return Object.fromEntries(said.map(([key, part]) => [key, essence(part)]).sort());
}

function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
