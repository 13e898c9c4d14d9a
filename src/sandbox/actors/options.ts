import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import type { Command } from '../interactions/commands.ts';
import type { ChannelState, UserState } from '../world/state.ts';
import { cannot, inWords } from './act.ts';

/** What a person types or picks for an option: text, number, yes or no, or somebody or something that has an id. */
export type OptionValue = string | number | boolean | { readonly id: string };
export type OptionValues = Readonly<Record<string, OptionValue>>;

const T = ApplicationCommandOptionType;

export interface FilledOption {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly FilledOption[];
}

/** Follows `checkin workout` down to the subcommand; gives its options and a wrapper for them. */
export function descend(user: UserState, command: Command, path: readonly string[]) {
  let level: readonly APIApplicationCommandOption[] = command.options ?? [];
  const wrappers: { name: string; type: ApplicationCommandOptionType }[] = [];
  for (const name of path) {
    const next = level.find((option) => option.name === name);
    if (next === undefined || (next.type !== T.Subcommand && next.type !== T.SubcommandGroup)) {
      cannot(user, `use /${command.name} ${path.join(' ')}: there is no "${name}"`);
    }
    wrappers.push({ name, type: next.type });
    level = next.options ?? [];
  }
  const deeper = level.find((option) => option.type === T.Subcommand || option.type === T.SubcommandGroup);
  if (deeper !== undefined)
    cannot(user, `use /${[command.name, ...path].join(' ')}: it asks for more, such as "${deeper.name}"`);
  const wrap = (options: readonly FilledOption[]): readonly FilledOption[] =>
    wrappers.reduceRight<readonly FilledOption[]>((inner, wrapper) => [{ ...wrapper, options: inner }], options);
  return { options: level as readonly APIApplicationCommandBasicOption[], wrap };
}

/** The options as the client sends them. @throws CannotError as the client would refuse them */
export function fill(
  user: UserState,
  channel: ChannelState,
  options: readonly APIApplicationCommandBasicOption[],
  values: OptionValues,
  focused?: string,
): FilledOption[] {
  for (const name of Object.keys(values)) {
    if (!options.some((option) => option.name === name)) cannot(user, `fill in "${name}": there is no such option`);
  }
  const missing = options.find((option) => option.required && !(option.name in values));
  if (missing !== undefined && focused === undefined)
    cannot(user, `leave out "${missing.name}": This option is required. Specify a value`);
  return Object.entries(values).flatMap(([name, value]) => {
    const option = options.find((candidate) => candidate.name === name);
    if (option === undefined) return [];
    if (name === focused) return [{ type: option.type, name, value: String(value), focused: true as const }];
    return [{ type: option.type, name, value: checked(user, channel, option, value) }];
  });
}

function checked(
  user: UserState,
  channel: ChannelState,
  option: APIApplicationCommandBasicOption,
  value: OptionValue,
): string | number | boolean {
  const no = (why: string) => cannot(user, `give ${inWords(value)} for "${option.name}": ${why}`);
  switch (option.type) {
    case T.String: {
      if (typeof value !== 'string') return no('it takes text');
      const picked = pick(option, value);
      if (picked !== undefined) return picked;
      if ('choices' in option && option.choices?.length) return no('it is not among the choices');
      if (value.length < (option.min_length ?? 0)) return no(`at least ${option.min_length} characters`);
      if (value.length > (option.max_length ?? 6_000)) return no(`at most ${option.max_length ?? 6_000} characters`);
      return value;
    }
    case T.Integer:
    case T.Number: {
      const picked = pick(option, value);
      if (picked !== undefined) return picked;
      if ('choices' in option && option.choices?.length) return no('it is not among the choices');
      if (typeof value !== 'number' || !Number.isFinite(value)) return no('Input a valid number.');
      if (option.type === T.Integer && !Number.isInteger(value)) return no('Input a valid integer.');
      if (value < (option.min_value ?? -(2 ** 53))) return no(`at least ${option.min_value}`);
      if (value > (option.max_value ?? 2 ** 53)) return no(`at most ${option.max_value}`);
      return value;
    }
    case T.Boolean:
      return typeof value === 'boolean' ? value : no('it takes True or False');
    default: {
      if (typeof value !== 'object') return no('it takes somebody or something from the server');
      if (!exists(option, channel, value.id)) return no('it is not here, or not of a kind that the option takes');
      return value.id;
    }
  }
}

/** The value of a choice, which a person may name by its label. */
function pick(option: APIApplicationCommandBasicOption, value: OptionValue): string | number | undefined {
  if (!('choices' in option)) return undefined;
  const choices: readonly { name: string; value: string | number }[] = option.choices ?? [];
  return choices.find((choice) => choice.name === value || choice.value === value)?.value;
}

function exists(option: APIApplicationCommandBasicOption, { server, recipient }: ChannelState, id: string): boolean {
  const isUser = server === undefined ? recipient?.id === id : server.members.has(id);
  const isRole = server?.roles.has(id) ?? false;
  if (option.type === T.User) return isUser;
  if (option.type === T.Role) return isRole;
  if (option.type === T.Mentionable) return isUser || isRole;
  if (option.type !== T.Channel) return false;
  const channel = server?.channels.get(id);
  const types: readonly number[] | undefined = option.channel_types;
  return channel !== undefined && (types === undefined || types.length === 0 || types.includes(channel.type));
}
