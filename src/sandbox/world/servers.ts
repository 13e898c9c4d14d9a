import {
  type APIChannel,
  ChannelType,
  GatewayDispatchEvents,
  type GatewayGuildMemberUpdateDispatchData,
  GatewayIntentBits,
} from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { channelJson, guildCreateJson, guildJson, memberJson, roleJson } from './payloads.ts';
import { EVERYONE_DEFAULT } from './permissions.ts';
import type { ChannelState, MemberState, Overwrite, RoleState, ServerState, UserState } from './state.ts';

const guilds = GatewayIntentBits.Guilds;
type GuildChannelEvent =
  | GatewayDispatchEvents.ChannelCreate
  | GatewayDispatchEvents.ChannelUpdate
  | GatewayDispatchEvents.ChannelDelete;

/** Whether the gateway speaks to the bot about a server at the moment. */
const heard = (server: ServerState) => server.joined && server.available;
const changed = (core: Core, server: ServerState) => core.changes.tell({ kind: 'server', server });
const note = (core: Core, what: string) => core.happenings.tell({ kind: 'world', at: core.clock.now(), what });

export function newServer(
  core: Core,
  name: string,
  owner: UserState,
  locale: ServerState['locale'],
  zone: string,
  invited: bigint,
): ServerState {
  const id = core.ids();
  const everyone: RoleState = { id, name: '@everyone', permissions: EVERYONE_DEFAULT, position: 0, mentionable: false };
  const state: ServerState = {
    id,
    name,
    ownerId: owner.id,
    locale,
    zone,
    invited,
    roles: new Map([[id, everyone]]),
    members: new Map([[owner.id, { user: owner, nick: null, roleIds: [], joinedAt: core.clock.now() }]]),
    channels: new Map(),
    available: true,
    joined: false,
  };
  core.world.servers.set(id, state);
  changed(core, state);
  return state;
}

/** The bot comes in, with a role of its own that holds what it was invited with. */
export function joinServer(core: Core, server: ServerState): void {
  if (server.joined) return;
  const { bot } = core.world;
  const role: RoleState = {
    id: core.ids(),
    name: bot.name,
    permissions: server.invited,
    position: server.roles.size,
    mentionable: false,
    botId: bot.id,
  };
  // Told as one change: nobody is to find a server that the bot is half in.
  server.roles.set(role.id, role);
  server.members.set(bot.id, { user: bot, nick: null, roleIds: [role.id], joinedAt: core.clock.now() });
  server.joined = true;
  changed(core, server);
  note(core, `${bot.name} joins ${server.name}`);
  if (server.available)
    core.gateway.dispatch(GatewayDispatchEvents.GuildCreate, guildCreateJson(core.world, server), {
      serverId: server.id,
      intent: guilds,
    });
}

/** Changes what the bot was invited with: its role holds it from now on, or when it comes in. */
export function setInvited(core: Core, server: ServerState, invited: bigint): void {
  server.invited = invited;
  changed(core, server);
  for (const role of server.roles.values()) {
    if (role.botId !== undefined) updateRole(core, server, role, { permissions: invited });
  }
}

/** The bot is removed, or leaves. */
export function leaveServer(core: Core, server: ServerState): void {
  if (!server.joined) return;
  server.joined = false;
  server.members.delete(core.world.bot.id);
  for (const role of server.roles.values()) if (role.botId === core.world.bot.id) server.roles.delete(role.id);
  changed(core, server);
  note(core, `${core.world.bot.name} is no longer in ${server.name}`);
  core.gateway.dispatch(GatewayDispatchEvents.GuildDelete, { id: server.id }, { serverId: server.id, intent: guilds });
}

/** An outage of Discord's: the server vanishes for the bot without its having left. */
export function setAvailable(core: Core, server: ServerState, available: boolean): void {
  if (server.available === available) return;
  server.available = available;
  changed(core, server);
  note(core, `${server.name} is ${available ? 'back' : 'unavailable'}`);
  if (!server.joined) return;
  const options = { serverId: server.id, intent: guilds };
  if (available) core.gateway.dispatch(GatewayDispatchEvents.GuildCreate, guildCreateJson(core.world, server), options);
  else core.gateway.dispatch(GatewayDispatchEvents.GuildDelete, { id: server.id, unavailable: true }, options);
}

export function updateServer(
  core: Core,
  server: ServerState,
  change: { name?: string; locale?: ServerState['locale'] },
): void {
  Object.assign(server, change);
  changed(core, server);
  if (heard(server))
    core.gateway.dispatch(GatewayDispatchEvents.GuildUpdate, guildJson(server), {
      serverId: server.id,
      intent: guilds,
    });
}

export function addChannel(
  core: Core,
  server: ServerState,
  name: string,
  overwrites: readonly Overwrite[],
  topic: string | null,
  type: ChannelState['type'] = ChannelType.GuildText,
): ChannelState {
  const channel: ChannelState = {
    id: core.ids(),
    type,
    server,
    recipient: undefined,
    name,
    topic,
    position: server.channels.size,
    overwrites,
    messages: new Map(),
    lastMessageId: null,
    nonces: new Map(),
  };
  server.channels.set(channel.id, channel);
  core.world.channels.set(channel.id, channel);
  core.changes.tell({ kind: 'channel', channel });
  tellChannel(core, server, GatewayDispatchEvents.ChannelCreate, channel);
  return channel;
}

export function updateChannel(
  core: Core,
  channel: ChannelState,
  change: Partial<Pick<ChannelState, 'name' | 'topic' | 'overwrites'>>,
): void {
  Object.assign(channel, change);
  core.changes.tell({ kind: 'channel', channel });
  if (channel.server !== undefined) tellChannel(core, channel.server, GatewayDispatchEvents.ChannelUpdate, channel);
}

export function deleteChannel(core: Core, channel: ChannelState): void {
  const { server } = channel;
  if (server === undefined) return;
  server.channels.delete(channel.id);
  core.world.channels.delete(channel.id);
  core.changes.tell({ kind: 'channel gone', channel });
  note(core, `#${channel.name} of ${server.name} is deleted`);
  tellChannel(core, server, GatewayDispatchEvents.ChannelDelete, channel);
}

type GuildChannel = Extract<APIChannel, { type: ChannelType.GuildText }>;

function tellChannel(core: Core, server: ServerState, event: GuildChannelEvent, channel: ChannelState): void {
  if (!heard(server)) return;
  const data = { ...(channelJson(channel) as GuildChannel), guild_id: server.id };
  core.gateway.dispatch(event, data, { serverId: server.id, intent: guilds });
}

export function addRole(
  core: Core,
  server: ServerState,
  name: string,
  permissions: bigint,
  mentionable: boolean,
): RoleState {
  const role: RoleState = { id: core.ids(), name, permissions, position: server.roles.size, mentionable };
  server.roles.set(role.id, role);
  changed(core, server);
  tellRole(core, server, GatewayDispatchEvents.GuildRoleCreate, role);
  return role;
}

export function updateRole(
  core: Core,
  server: ServerState,
  role: RoleState,
  change: Partial<Pick<RoleState, 'permissions' | 'mentionable'>>,
): void {
  Object.assign(role, change);
  changed(core, server);
  tellRole(core, server, GatewayDispatchEvents.GuildRoleUpdate, role);
}

function tellRole(
  core: Core,
  server: ServerState,
  event: GatewayDispatchEvents.GuildRoleCreate | GatewayDispatchEvents.GuildRoleUpdate,
  role: RoleState,
): void {
  if (heard(server))
    core.gateway.dispatch(
      event,
      { guild_id: server.id, role: roleJson(role) },
      { serverId: server.id, intent: guilds },
    );
}

export function addMember(
  core: Core,
  server: ServerState,
  user: UserState,
  roleIds: readonly string[],
  nick?: string,
): MemberState {
  const member: MemberState = { user, nick: nick ?? null, roleIds, joinedAt: core.clock.now() };
  server.members.set(user.id, member);
  changed(core, server);
  if (heard(server)) {
    const data = { ...memberJson(member), guild_id: server.id };
    core.gateway.dispatch(GatewayDispatchEvents.GuildMemberAdd, data, {
      serverId: server.id,
      intent: GatewayIntentBits.GuildMembers,
    });
  }
  return member;
}

export function removeMember(core: Core, server: ServerState, user: UserState): void {
  server.members.delete(user.id);
  changed(core, server);
  note(core, `${user.name} leaves ${server.name}`);
  if (!heard(server)) return;
  core.gateway.dispatch(
    GatewayDispatchEvents.GuildMemberRemove,
    { guild_id: server.id, user: user.api },
    { serverId: server.id, intent: GatewayIntentBits.GuildMembers },
  );
}

/** Gives roles to a member. The bot hears of its own even without the members' intent. */
export function setRoles(core: Core, server: ServerState, member: MemberState, roleIds: readonly string[]): void {
  member.roleIds = roleIds;
  changed(core, server);
  if (!heard(server)) return;
  const self = member.user.id === core.world.bot.id;
  core.gateway.dispatch(
    GatewayDispatchEvents.GuildMemberUpdate,
    { ...memberJson(member), guild_id: server.id } as GatewayGuildMemberUpdateDispatchData,
    self ? { serverId: server.id } : { serverId: server.id, intent: GatewayIntentBits.GuildMembers },
  );
}
