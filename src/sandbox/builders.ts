import type { Locale } from 'discord-api-types/v10';
import { type Actor, actor } from './actors/actor.ts';
import type { Core } from './core.ts';
import { userJson } from './world/payloads.ts';
import { ALL_PERMISSIONS, bits, EVERYONE_DEFAULT, type PermissionName } from './world/permissions.ts';
import {
  addChannel,
  addMember,
  addRole,
  deleteChannel,
  joinServer,
  leaveServer,
  newServer,
  removeMember,
  setAvailable,
  setRoles,
  updateChannel,
  updateRole,
  updateServer,
} from './world/servers.ts';
import type { ChannelState, Overwrite, RoleState, ServerState, UserState } from './world/state.ts';

export interface PersonOptions {
  readonly locale?: `${Locale}`;
  /** False: their DMs are closed. */
  readonly takesDms?: boolean;
}

export interface ServerOptions {
  readonly name: string;
  readonly locale?: `${Locale}`;
  /** What the bot was invited with; by default what it needs to post and read. `'all'` is Administrator. */
  readonly botPermissions?: readonly PermissionName[] | 'all';
  /** False: the server exists, and the bot comes in later with `join()`. */
  readonly joined?: boolean;
}

export interface MemberOptions extends PersonOptions {
  readonly roles?: readonly Role[];
  /** Given by a role made for this member. */
  readonly permissions?: readonly PermissionName[];
  readonly nick?: string;
}

/** Whom an exception in a channel is for. */
export type Subject = 'everyone' | 'bot' | Role | Actor;
export interface ChannelOptions {
  readonly topic?: string;
  readonly allow?: readonly (readonly [Subject, ...PermissionName[]])[];
  readonly deny?: readonly (readonly [Subject, ...PermissionName[]])[];
}

export interface Role {
  readonly kind: 'role';
  readonly id: string;
  readonly state: RoleState;
  permissions(...names: PermissionName[]): void;
}

export interface Channel {
  readonly kind: 'channel';
  readonly id: string;
  readonly state: ChannelState;
  /** Replaces the channel's exceptions to the roles' permissions. */
  permit(exceptions: Pick<ChannelOptions, 'allow' | 'deny'>): void;
  update(change: { name?: string; topic?: string }): void;
  delete(): void;
}

export interface Server {
  readonly id: string;
  readonly state: ServerState;
  readonly everyone: Role;
  /** The person who made it. */
  readonly owner: Actor;
  channel(name: string, options?: ChannelOptions): Channel;
  role(name: string, options?: { permissions?: readonly PermissionName[]; mentionable?: boolean }): Role;
  /** Somebody new by this name, or a person who is known already. */
  member(who: string | Actor, options?: MemberOptions): Actor;
  /** The person leaves the server. */
  remove(who: Actor): void;
  give(who: Actor, ...roles: Role[]): void;
  botPermissions(names: readonly PermissionName[] | 'all'): void;
  update(change: { name?: string; locale?: `${Locale}` }): void;
  /** The bot is invited; removed; the server is lost in an outage; and comes back. */
  join(): void;
  leave(): void;
  outage(): void;
  recover(): void;
}

const BOT_DEFAULT: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
];

const granted = (names: readonly PermissionName[] | 'all') => (names === 'all' ? ALL_PERMISSIONS : bits(...names));

/** Somebody with an account, in no server yet. */
export function buildPerson(core: Core, name: string, options: PersonOptions = {}): Actor {
  const id = core.ids();
  const username = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}_${id.slice(-4)}`;
  const user: UserState = {
    id,
    api: userJson(id, username, name, false),
    name,
    locale: options.locale ?? 'en-US',
    takesDms: options.takesDms ?? true,
  };
  core.world.users.set(id, user);
  return actor(core, user);
}

export function buildServer(core: Core, options: ServerOptions): Server {
  const owner = buildPerson(core, `${options.name}'s owner`);
  const state = newServer(core, options.name, owner.state, options.locale ?? 'en-US');
  let invited = granted(options.botPermissions ?? BOT_DEFAULT);
  if (options.joined !== false) joinServer(core, state, invited);

  const handle: Server = {
    id: state.id,
    state,
    owner,
    everyone: roleHandle(
      core,
      state,
      state.roles.get(state.id) ?? {
        id: state.id,
        name: '@everyone',
        permissions: EVERYONE_DEFAULT,
        position: 0,
        mentionable: false,
      },
    ),
    channel(name, { topic, ...exceptions } = {}) {
      return channelHandle(core, addChannel(core, state, name, overwrites(core, state, exceptions), topic ?? null));
    },
    role(name, { permissions = [], mentionable = false } = {}) {
      return roleHandle(core, state, addRole(core, state, name, bits(...permissions), mentionable));
    },
    member(who, { roles = [], permissions, nick, ...person } = {}) {
      const someone = typeof who === 'string' ? buildPerson(core, who, person) : who;
      const own = permissions === undefined ? [] : [handle.role(`${someone.name}'s`, { permissions })];
      const member = addMember(
        core,
        state,
        someone.state,
        [...roles, ...own].map((role) => role.id),
      );
      member.nick = nick ?? null;
      return someone;
    },
    remove: (who) => removeMember(core, state, who.state),
    give(who, ...roles) {
      const member = state.members.get(who.id);
      if (member === undefined) throw new Error(`${who.name} is not a member of ${state.name}`);
      setRoles(core, state, member, [...member.roleIds, ...roles.map((role) => role.id)]);
    },
    botPermissions(names) {
      invited = granted(names);
      for (const role of state.roles.values()) {
        if (role.botId !== undefined) updateRole(core, state, role, { permissions: invited });
      }
    },
    update: (change) => updateServer(core, state, change),
    join: () => joinServer(core, state, invited),
    leave: () => leaveServer(core, state),
    outage: () => setAvailable(core, state, false),
    recover: () => setAvailable(core, state, true),
  };
  return handle;
}

function roleHandle(core: Core, server: ServerState, state: RoleState): Role {
  return {
    kind: 'role',
    id: state.id,
    state,
    permissions: (...names) => updateRole(core, server, state, { permissions: bits(...names) }),
  };
}

export function channelHandle(core: Core, state: ChannelState): Channel {
  return {
    kind: 'channel',
    id: state.id,
    state,
    permit(exceptions) {
      if (state.server === undefined) throw new Error('a DM has no permissions to set');
      updateChannel(core, state, { overwrites: overwrites(core, state.server, exceptions) });
    },
    update: (change) => updateChannel(core, state, change),
    delete: () => deleteChannel(core, state),
  };
}

function overwrites(
  core: Core,
  server: ServerState,
  { allow = [], deny = [] }: Pick<ChannelOptions, 'allow' | 'deny'>,
): Overwrite[] {
  const byId = new Map<string, Overwrite>();
  const add = ([subject, ...names]: readonly [Subject, ...PermissionName[]], side: 'allow' | 'deny') => {
    const { id, type } = subjectOf(core, server, subject);
    const known = byId.get(id) ?? { id, type, allow: 0n, deny: 0n };
    byId.set(id, { ...known, [side]: known[side] | bits(...names) });
  };
  for (const entry of allow) add(entry, 'allow');
  for (const entry of deny) add(entry, 'deny');
  return [...byId.values()];
}

function subjectOf(core: Core, server: ServerState, subject: Subject): { id: string; type: 0 | 1 } {
  if (subject === 'everyone') return { id: server.id, type: 0 };
  if (subject === 'bot') return { id: core.world.bot.id, type: 1 };
  return { id: subject.id, type: subject.kind === 'role' ? 0 : 1 };
}
