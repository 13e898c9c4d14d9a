import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { unknownCommand } from '../errors.ts';
import type { Snowflakes } from '../snowflake.ts';

/** A registered chat-input command, user or message command. */
export type Command = APIApplicationCommand;
export type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

type Localizations = Command['name_localizations'];
const named = (names: CommandBody['name_localizations']): NonNullable<Localizations> | null =>
  (names ?? null) as NonNullable<Localizations> | null;

/** The commands of the application: global ones, and those of single servers. */
export interface Commands {
  /** How often a whole list was overwritten. */
  readonly overwrites: number;
  /** All that is registered: global commands under '', those of a server under its id. */
  readonly lists: ReadonlyMap<string, readonly Command[]>;
  list(serverId?: string): Command[];
  /** @throws DiscordError 10063 */
  get(id: string, serverId?: string): Command;
  /** Replaces the whole list; a command that keeps its name keeps its id. */
  overwrite(bodies: readonly CommandBody[], serverId?: string): Command[];
  /** Creates, or replaces the one of that name. */
  put(body: CommandBody, serverId?: string): { command: Command; isNew: boolean };
  edit(id: string, patch: Partial<CommandBody>, serverId?: string): Command;
  remove(id: string, serverId?: string): void;
  /** What a person finds under a name in a server (its own commands first) or in DMs. */
  find(name: string, serverId: string | undefined): Command | undefined;
}

/**
 * @param changed called when what is registered became different
 * @param before what was registered in an earlier life of the same world, as {@link Commands.lists} had it
 */
export function commands(
  applicationId: string,
  ids: Snowflakes,
  changed: () => void,
  before: ReadonlyMap<string, readonly Command[]> = new Map(),
): Commands {
  const scopes = new Map(Array.from(before, ([scope, list]): [string, Command[]] => [scope, [...list]]));
  let overwrites = 0;
  const of = (serverId?: string) => scopes.get(serverId ?? '') ?? [];
  const set = (list: Command[], serverId?: string) => {
    scopes.set(serverId ?? '', list);
    changed();
  };
  const typeOf = (body: { type?: ApplicationCommandType | undefined }) => body.type ?? ApplicationCommandType.ChatInput;

  const build = (body: CommandBody, serverId: string | undefined, id: string): Command => {
    const options = ('options' in body ? body.options : undefined) as APIApplicationCommandOption[] | undefined;
    return {
      id,
      application_id: applicationId,
      version: ids(),
      type: typeOf(body),
      name: body.name,
      name_localizations: named(body.name_localizations),
      description: 'description' in body ? (body.description ?? '') : '',
      description_localizations: named('description_localizations' in body ? body.description_localizations : null),
      default_member_permissions: body.default_member_permissions?.toString() ?? null,
      integration_types: body.integration_types ?? [0],
      contexts: body.contexts ?? null,
      nsfw: body.nsfw ?? false,
      ...(options === undefined || options.length === 0 ? {} : { options }),
      ...(serverId === undefined ? { dm_permission: body.dm_permission ?? true } : { guild_id: serverId }),
    };
  };

  const get = (id: string, serverId?: string) => {
    const command = of(serverId).find((candidate) => candidate.id === id);
    if (command === undefined) throw unknownCommand();
    return command;
  };
  const known = (body: CommandBody, serverId?: string) =>
    of(serverId).find((command) => command.name === body.name && command.type === typeOf(body));
  const replace = (command: Command, serverId?: string) => {
    set([...of(serverId).filter((other) => other.id !== command.id), command], serverId);
    return command;
  };

  return {
    get overwrites() {
      return overwrites;
    },
    lists: scopes,
    list: of,
    get,
    overwrite(bodies, serverId) {
      overwrites += 1;
      const list = bodies.map((body) => build(body, serverId, known(body, serverId)?.id ?? ids()));
      set(list, serverId);
      return list;
    },
    put(body, serverId) {
      const before = known(body, serverId);
      return { command: replace(build(body, serverId, before?.id ?? ids()), serverId), isNew: before === undefined };
    },
    edit(id, patch, serverId) {
      const before = get(id, serverId);
      return replace(build({ ...(before as CommandBody), ...patch } as CommandBody, serverId, id), serverId);
    },
    remove(id, serverId) {
      get(id, serverId);
      set(
        of(serverId).filter((command) => command.id !== id),
        serverId,
      );
    },
    find: (name, serverId) =>
      [...(serverId === undefined ? [] : of(serverId)), ...of()].find(
        (command) => command.name === name && command.type === ApplicationCommandType.ChatInput,
      ),
  };
}
