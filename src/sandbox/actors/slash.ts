import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  InteractionType,
} from 'discord-api-types/v10';
import { type Core, placeOf } from '../core.ts';
import type { Command } from '../interactions/commands.ts';
import type { Outcome } from '../interactions/outcome.ts';
import { metadataOf, resolvedOf } from '../interactions/payload.ts';
import { channelPermissions, may } from '../world/permissions.ts';
import type { ChannelState, UserState } from '../world/state.ts';
import { act, cannot, requireSight } from './act.ts';
import { descend, type FilledOption, fill, type OptionValues } from './options.ts';

/** Types `/checkin workout` with options into the message box and sends it. */
export function slash(
  core: Core,
  user: UserState,
  channel: ChannelState,
  text: string,
  values: OptionValues,
): Promise<Outcome> {
  const { command, options } = prepare(core, user, channel, text, values);
  tell(core, user, channel, `uses /${text}${wordedValues(values)}`);
  const what = `${user.name}'s /${text}`;
  const metadata = metadataOf(InteractionType.ApplicationCommand, user, channel);
  const opening = {
    type: InteractionType.ApplicationCommand,
    user,
    channel,
    source: undefined,
    command: text.replace(/^\//, ''),
    what,
    metadataOf: metadata,
  };
  return act(core, opening, () => dataOf(core, user, channel, command, options));
}

/** Types into one option, with others filled so far: the bot is asked what to offer. */
export function autocomplete(
  core: Core,
  user: UserState,
  channel: ChannelState,
  text: string,
  values: OptionValues,
  focused: string,
): Promise<Outcome> {
  const { command, options } = prepare(core, user, channel, text, values, focused);
  tell(core, user, channel, `types "${String(values[focused] ?? '')}" into ${focused} of /${text}`);
  const what = `${user.name}'s typing into ${focused} of /${text}`;
  // Autocomplete leaves no message; its metadata is never shown.
  const metadata = metadataOf(InteractionType.ApplicationCommand, user, channel);
  const opening = {
    type: InteractionType.ApplicationCommandAutocomplete,
    user,
    channel,
    source: undefined,
    what,
    metadataOf: metadata,
  };
  return act(core, opening, () => dataOf(core, user, channel, command, options));
}

function prepare(
  core: Core,
  user: UserState,
  channel: ChannelState,
  text: string,
  values: OptionValues,
  focused?: string,
) {
  requireSight(user, channel);
  const [name = '', ...path] = text.replace(/^\//, '').split(' ');
  const command = core.commands.find(name, channel.server?.id);
  if (command === undefined) return cannot(user, `use /${name}: there is no such command`);
  requirePermitted(user, channel, command);
  const { options, wrap } = descend(user, command, path);
  if (focused !== undefined) {
    const option = options.find((candidate) => candidate.name === focused);
    const offers = option !== undefined && 'autocomplete' in option && option.autocomplete === true;
    if (!offers) cannot(user, `be offered anything for "${focused}" of /${text}: it has no autocomplete`);
  }
  const given = focused === undefined || focused in values ? values : { ...values, [focused]: '' };
  return { command, options: wrap(fill(user, channel, options, given, focused)) };
}

function requirePermitted(user: UserState, channel: ChannelState, command: Command): void {
  const why = refusalOf(user, channel, command);
  if (why !== undefined) cannot(user, why);
}

/** Why the client does not show somebody a command in a channel; undefined where they may use it. */
export function refusalOf(user: UserState, channel: ChannelState, command: Command): string | undefined {
  const context = channel.server === undefined ? InteractionContextType.BotDM : InteractionContextType.Guild;
  const contexts = command.contexts ?? [
    InteractionContextType.Guild,
    ...(command.dm_permission === false ? [] : [InteractionContextType.BotDM]),
  ];
  if (!contexts.includes(context))
    return `use /${command.name} ${context === InteractionContextType.Guild ? 'in a server' : 'in DMs'}`;
  if (channel.server === undefined) return undefined;
  if (!channel.server.joined) return `use /${command.name}: the bot is not in ${channel.server.name}`;
  if (!may(channel, user.id, 'UseApplicationCommands')) return `use commands in #${channel.name}`;
  const needed = BigInt(command.default_member_permissions ?? '0');
  const adminOnly = command.default_member_permissions === '0';
  const has = channelPermissions(channel, user.id);
  if ((has & needed) !== needed || (adminOnly && !may(channel, user.id, 'Administrator'))) {
    return `use /${command.name}: it is not permitted to them`;
  }
  return undefined;
}

function dataOf(
  core: Core,
  user: UserState,
  channel: ChannelState,
  command: Command,
  options: readonly FilledOption[],
): object {
  const resolved = resolvedOf(core, channel, user.id, idsIn(options));
  return {
    id: command.id,
    name: command.name,
    type: ApplicationCommandType.ChatInput,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    ...(options.length === 0 ? {} : { options }),
    ...(resolved === undefined ? {} : { resolved }),
  };
}

const NAMING: readonly ApplicationCommandOptionType[] = [
  ApplicationCommandOptionType.User,
  ApplicationCommandOptionType.Role,
  ApplicationCommandOptionType.Channel,
  ApplicationCommandOptionType.Mentionable,
];

function idsIn(options: readonly FilledOption[]): string[] {
  return options.flatMap((option) => {
    if (option.options !== undefined) return idsIn(option.options);
    return NAMING.includes(option.type) && option.focused === undefined ? [String(option.value)] : [];
  });
}

function wordedValues(values: OptionValues): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}:${typeof value === 'object' ? value.id : value}`)
    .join('');
}

function tell(core: Core, user: UserState, channel: ChannelState, did: string): void {
  core.happenings.tell({ kind: 'person', at: core.clock.now(), who: user.name, did, where: placeOf(channel) });
}
