import type { Actor } from './actors/actor.ts';
import type { Core } from './core.ts';
import { bits, type PermissionName } from './world/permissions.ts';
import { deleteChannel, updateChannel, updateRole } from './world/servers.ts';
import type { ChannelState, Overwrite, RoleState, ServerState } from './world/state.ts';

export interface Role {
  readonly kind: 'role';
  readonly id: string;
  readonly state: RoleState;
  permissions(...names: PermissionName[]): void;
}

/** Whom an exception in a channel is for. */
export type Subject = 'everyone' | 'bot' | Role | Actor;

/** A channel's exceptions: `deny: [['everyone', 'SendMessages']]`. */
export interface Exceptions {
  readonly allow?: readonly (readonly [Subject, ...PermissionName[]])[];
  readonly deny?: readonly (readonly [Subject, ...PermissionName[]])[];
}

export interface Channel {
  readonly kind: 'channel';
  readonly id: string;
  readonly state: ChannelState;
  /** Replaces the channel's exceptions to the roles' permissions. */
  permit(exceptions: Exceptions): void;
  /** `overwrites` are all of its exceptions, as Discord keeps them. */
  update(change: { name?: string; topic?: string | null; overwrites?: readonly Overwrite[] }): void;
  delete(): void;
}

export function roleHandle(core: Core, server: ServerState, state: RoleState): Role {
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
      updateChannel(core, state, { overwrites: overwritesOf(core, state.server, exceptions) });
    },
    update: (change) => updateChannel(core, state, change),
    delete: () => deleteChannel(core, state),
  };
}

export function overwritesOf(core: Core, server: ServerState, { allow = [], deny = [] }: Exceptions): Overwrite[] {
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

function subjectOf(core: Core, server: ServerState, subject: Subject): Pick<Overwrite, 'id' | 'type'> {
  if (subject === 'everyone') return { id: server.id, type: 0 };
  if (subject === 'bot') return { id: core.world.bot.id, type: 1 };
  return { id: subject.id, type: subject.kind === 'role' ? 0 : 1 };
}
