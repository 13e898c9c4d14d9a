import type { Locale } from 'discord-api-types/v10';
import { type Actor, actor } from './actors/actor.ts';
import { type Channel, channelHandle, type Exceptions, overwritesOf, type Role, roleHandle } from './channel.ts';
import type { Core } from './core.ts';
import { userJson } from './world/payloads.ts';
import { ALL_PERMISSIONS, bits, type PermissionName } from './world/permissions.ts';
import {
  addChannel,
  addMember,
  addRole,
  joinServer,
  leaveServer,
  newServer,
  removeMember,
  setAvailable,
  setInvited,
  setRoles,
  updateServer,
} from './world/servers.ts';
import type { ServerState, UserState } from './world/state.ts';

export type { Channel, Role } from './channel.ts';

export interface PersonOptions {
  readonly locale?: `${Locale}`;
  /** The time zone of their device (IANA); UTC by default. */
  readonly zone?: string;
  /** False: their DMs are closed. */
  readonly takesDms?: boolean;
}

export interface ServerOptions {
  readonly name: string;
  readonly locale?: `${Locale}`;
  /** Where most of its people are at home (IANA), for the page's clock; UTC by default. */
  readonly zone?: string;
  /** The person who made it; `NAME's owner` by default. */
  readonly owner?: string | Actor;
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

export interface ChannelOptions extends Exceptions {
  readonly topic?: string;
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
  /** The bot is invited; is removed; the server is lost to it in an outage; and comes back. */
  join(): void;
  leave(): void;
  outage(): void;
  recover(): void;
}

const BOT_DEFAULT = ['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory'] as const;

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
    zone: options.zone ?? 'UTC',
    takesDms: options.takesDms ?? true,
  };
  core.world.users.set(id, user);
  core.changes.tell({ kind: 'user', user });
  return actor(core, user);
}

export function buildServer(core: Core, options: ServerOptions): Server {
  const { name, locale = 'en-US', zone = 'UTC', botPermissions = BOT_DEFAULT } = options;
  const owner = options.owner ?? `${name}'s owner`;
  const ownerState = typeof owner === 'string' ? buildPerson(core, owner, { zone }).state : owner.state;
  const state = newServer(core, name, ownerState, locale, zone, granted(botPermissions));
  if (options.joined !== false) joinServer(core, state);
  return serverHandle(core, state);
}

/** @throws Error when the server has nobody for an owner, or no @everyone: no server is without */
export function serverHandle(core: Core, state: ServerState): Server {
  const owner = core.world.users.get(state.ownerId);
  const everyone = state.roles.get(state.id);
  if (owner === undefined || everyone === undefined) throw new Error(`${state.name} is not a whole server`);

  const role: Server['role'] = (name, { permissions = [], mentionable = false } = {}) =>
    roleHandle(core, state, addRole(core, state, name, bits(...permissions), mentionable));

  return {
    id: state.id,
    state,
    owner: actor(core, owner),
    everyone: roleHandle(core, state, everyone),
    role,
    channel(name, { topic, ...exceptions } = {}) {
      return channelHandle(core, addChannel(core, state, name, overwritesOf(core, state, exceptions), topic ?? null));
    },
    member(who, { roles = [], permissions, nick, ...person } = {}) {
      const someone = typeof who === 'string' ? buildPerson(core, who, person) : who;
      const own = permissions === undefined ? [] : [role(`${someone.name}'s`, { permissions })];
      const ids = [...roles, ...own].map((each) => each.id);
      addMember(core, state, someone.state, ids, nick);
      return someone;
    },
    remove: (who) => removeMember(core, state, who.state),
    give(who, ...roles) {
      const member = state.members.get(who.id);
      if (member === undefined) throw new Error(`${who.name} is not a member of ${state.name}`);
      setRoles(core, state, member, [...member.roleIds, ...roles.map((each) => each.id)]);
    },
    botPermissions: (names) => setInvited(core, state, granted(names)),
    update: (change) => updateServer(core, state, change),
    join: () => joinServer(core, state),
    leave: () => leaveServer(core, state),
    outage: () => setAvailable(core, state, false),
    recover: () => setAvailable(core, state, true),
  };
}
