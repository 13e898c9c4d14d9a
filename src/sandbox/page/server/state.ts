import { ApplicationCommandType } from 'discord-api-types/v10';
import { refusalOf } from '../../actors/slash.ts';
import type { Command } from '../../interactions/commands.ts';
import { olderFirst } from '../../snowflake.ts';
import { may } from '../../world/permissions.ts';
import type { ChannelState, ServerState, UserState } from '../../world/state.ts';
import { visibleTo } from '../../world/world.ts';
import type { Shown } from '../host.ts';
import type { ChannelView, MessagesPage, PageState, PersonView, RosterView, ServerView } from '../protocol.ts';

type View = Omit<PageState, 'clock' | 'story' | 'faults'>;

/** What one person sees of a world: the people, and only the places and commands that are theirs to see. */
export function stateFor({ sandbox, worldId }: Shown, me: UserState): View {
  const { world } = sandbox;
  const servers = [...world.servers.values()].filter((server) => server.members.has(me.id));
  const dm = world.dms.get(me.id);
  return {
    worldId,
    me: personView(me),
    people: [...world.users.values()].filter((user) => user !== world.developer).map(personView),
    rosters: [...world.servers.values()].map(rosterView),
    bot: {
      id: world.bot.id,
      name: world.bot.name,
      isConnected: [...sandbox.gateway.sessions.values()].some(({ socket }) => socket !== undefined),
    },
    servers: servers.map((server) => serverView(server, me, world.bot, sandbox.commands.list)),
    dm: dm === undefined ? null : channelView(dm, me, world.bot),
    dmCommands: dm === undefined ? [] : commandsIn([dm], me, sandbox.commands.list()),
  };
}

export function personView({ id, name, api, zone, locale, takesDms }: UserState): PersonView {
  return { id, name, username: api.username, isBot: api.bot === true, zone, locale, takesDms };
}

function rosterView({ id, name, zone, ownerId, members, channels }: ServerState): RosterView {
  const memberIds = [...members.values()].filter(({ user }) => user.api.bot !== true).map(({ user }) => user.id);
  const managerIds = memberIds.filter((userId) =>
    [...channels.values()].some((channel) => may(channel, userId, 'ManageGuild')),
  );
  return { id, name, zone, ownerId, managerIds, memberIds };
}

function serverView(
  server: ServerState,
  me: UserState,
  bot: UserState,
  commands: (serverId?: string) => Command[],
): ServerView {
  const channels = [...server.channels.values()]
    .filter((channel) => may(channel, me.id, 'ViewChannel'))
    .toSorted((a, b) => a.position - b.position || olderFirst(a.id, b.id));
  return {
    id: server.id,
    name: server.name,
    zone: server.zone,
    ownerId: server.ownerId,
    canManage: channels.some((channel) => may(channel, me.id, 'ManageGuild')),
    hasBot: server.joined,
    isAvailable: server.available,
    channels: channels.map((channel) => channelView(channel, me, bot)),
    roles: [...server.roles.values()].map(({ id, name }) => ({ id, name })),
    members: [...server.members.values()].map(({ user, nick, roleIds }) => ({ id: user.id, nick, roleIds })),
    commands: commandsIn(channels, me, [...commands(server.id), ...commands()]),
  };
}

function commandsIn(channels: readonly ChannelState[], me: UserState, commands: readonly Command[]): Command[] {
  return commands.filter(
    (command) =>
      command.type === ApplicationCommandType.ChatInput &&
      channels.some((channel) => refusalOf(me, channel, command) === undefined),
  );
}

function channelView(channel: ChannelState, me: UserState, bot: UserState): ChannelView {
  const { id, name, topic, type } = channel;
  return {
    id,
    name,
    topic,
    type,
    canWrite: may(channel, me.id, 'SendMessages'),
    botCanWrite: channel.server === undefined ? me.takesDms : may(channel, bot.id, 'ViewChannel', 'SendMessages'),
    lastMessageId: visibleTo(channel, me.id).at(-1)?.api.id ?? null,
  };
}

/** The latest messages of a channel that a person sees, or those before one of them. */
export function messagesFor(channel: ChannelState, me: UserState, limit: number, before?: string): MessagesPage {
  const inside = channel.server === undefined ? channel.recipient === me : may(channel, me.id, 'ViewChannel');
  if (!inside) return { messages: [], more: false };
  const seen = visibleTo(channel, me.id);
  const end = before === undefined ? seen.length : seen.findIndex(({ api }) => olderFirst(api.id, before) >= 0);
  const until = end === -1 ? seen.length : end;
  const from = Math.max(0, until - limit);
  return { messages: seen.slice(from, until).map(({ api }) => api), more: from > 0 };
}
