import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Action, Command, Form, Press } from './define-command.ts';
import { optionsOf } from './options.ts';

/** Every command with its listeners, looked up by what Discord sends. */
export interface Registry {
  readonly definitions: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[];
  /** `checkin`, `workout` → the action; undefined when there is none of that name. */
  action(command: string, subcommand: string | undefined): Action | undefined;
  button(name: string): Press | undefined;
  form(name: string): Form | undefined;
}

/** A file under `src/commands/` that cannot be a command. The message names the file and what is wrong with it. */
export class CommandFileError extends Error {
  override readonly name = 'CommandFileError';
}

const HERE = fileURLToPath(new URL('../commands', import.meta.url));

/**
 * Finds the commands by file name: `checkin.ts` is `/checkin`. Folders hold what commands share, or what one has split.
 * @throws CommandFileError for a file that does not define a command, or a name that two files claim.
 */
export async function discoverCommands(folder = HERE): Promise<Registry> {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !/\.(d\.ts|map)$/.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const commands = new Map<string, Command>();
  for (const file of files) {
    if (!/^\.(ts|js)$/.test(extname(file))) throw new CommandFileError(`commands/${file}: takes .ts files alone`);
    const name = basename(file, extname(file));
    if (commands.has(name)) throw new CommandFileError(`commands/${file}: /${name} is another file’s`);
    const module: { default?: unknown } = await import(pathToFileURL(join(folder, file)).href);
    commands.set(name, asCommand(file, module.default));
  }
  return registryOf(commands);
}

function asCommand(file: string, value: unknown): Command {
  const isObject = typeof value === 'object' && value !== null;
  if (!isObject || !('description' in value)) {
    throw new CommandFileError(`commands/${file}: its default export is not a command; takes defineCommand({ … })`);
  }
  if (!('run' in value) && !('actions' in value)) {
    throw new CommandFileError(`commands/${file}: has neither "run" nor "actions"`);
  }
  return value as Command;
}

/** @throws CommandFileError when two commands claim a button or a form, or a definition cannot be made. */
export function registryOf(commands: ReadonlyMap<string, Command>): Registry {
  const buttons = new Map<string, Press>();
  const forms = new Map<string, Form>();
  for (const [name, command] of commands) {
    claim(buttons, command.buttons ?? {}, name, 'button');
    claim(forms, command.forms ?? {}, name, 'form');
  }
  return {
    definitions: [...commands].map(([name, command]) => definitionOf(name, command)),
    action: (name, subcommand) => {
      const command = commands.get(name);
      if (command === undefined) return undefined;
      if ('actions' in command) return subcommand === undefined ? undefined : command.actions[subcommand];
      return command;
    },
    button: (name) => buttons.get(name),
    form: (name) => forms.get(name),
  };
}

function claim<T>(taken: Map<string, T>, listeners: Readonly<Record<string, T>>, command: string, what: string): void {
  for (const [name, listener] of Object.entries(listeners)) {
    if (taken.has(name)) throw new CommandFileError(`commands/${command}: the ${what} "${name}" is another command’s`);
    taken.set(name, listener);
  }
}

function definitionOf(name: string, command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  if (!/^[a-z][a-z-]{0,31}$/.test(name)) {
    throw new CommandFileError(`commands/${name}: a command’s name takes a to z and -, at most 32 characters`);
  }
  try {
    return {
      type: ApplicationCommandType.ChatInput,
      name,
      description: command.description,
      options: 'actions' in command ? Object.entries(command.actions).map(subcommandOf) : basicOptions(command),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      default_member_permissions: command.adminOnly ? String(PermissionFlagsBits.ManageGuild) : null,
    };
  } catch (error) {
    if (error instanceof TypeError) throw new CommandFileError(`commands/${name}: ${error.message}`);
    throw error;
  }
}

function subcommandOf([name, action]: [string, Action]): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: action.description,
    options: basicOptions(action),
  };
}

function basicOptions(action: Action) {
  return optionsOf(action.options, new Set(Object.keys(action.suggest ?? {})));
}
