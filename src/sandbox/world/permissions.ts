import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChannelState, ServerState } from './state.ts';

export type PermissionName = keyof typeof PermissionFlagsBits;

export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** Names to bits: `bits('ViewChannel', 'SendMessages')`. */
export function bits(...names: readonly PermissionName[]): bigint {
  return names.reduce((all, name) => all | PermissionFlagsBits[name], 0n);
}

/** What everybody may do in a new server. */
export const EVERYONE_DEFAULT = bits(
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'ReadMessageHistory',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseExternalEmojis',
  'UseExternalStickers',
  'UseApplicationCommands',
  'ChangeNickname',
  'Connect',
  'Speak',
);

/** What Discord lets a bot and a person do in their DMs. */
const DM_PERMISSIONS = bits(
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseExternalEmojis',
  'MentionEveryone',
  'UseApplicationCommands',
);

/** A member's permissions in the server as a whole (docs: Permissions, Permission Overwrites). */
function serverPermissions(server: ServerState, userId: string): bigint {
  if (server.ownerId === userId) return ALL_PERMISSIONS;
  const member = server.members.get(userId);
  if (member === undefined) return 0n;
  let permissions = server.roles.get(server.id)?.permissions ?? 0n;
  for (const id of member.roleIds) permissions |= server.roles.get(id)?.permissions ?? 0n;
  return (permissions & PermissionFlagsBits.Administrator) === 0n ? permissions : ALL_PERMISSIONS;
}

/** A person's permissions in a channel: overwrites of @everyone first, then of their roles together, then their own. */
export function channelPermissions(channel: ChannelState, userId: string): bigint {
  const { server } = channel;
  if (server === undefined) return DM_PERMISSIONS;
  let permissions = serverPermissions(server, userId);
  if (permissions === ALL_PERMISSIONS) return permissions;
  const member = server.members.get(userId);
  if (member === undefined) return 0n;

  let allow = 0n;
  let deny = 0n;
  for (const overwrite of channel.overwrites) {
    if (overwrite.id === server.id) permissions = (permissions & ~overwrite.deny) | overwrite.allow;
    else if (overwrite.type === 0 && member.roleIds.includes(overwrite.id)) {
      allow |= overwrite.allow;
      deny |= overwrite.deny;
    }
  }
  permissions = (permissions & ~deny) | allow;
  const own = channel.overwrites.find((overwrite) => overwrite.type === 1 && overwrite.id === userId);
  if (own !== undefined) permissions = (permissions & ~own.deny) | own.allow;
  // Who cannot see a channel, can do nothing in it.
  return (permissions & PermissionFlagsBits.ViewChannel) === 0n ? 0n : permissions;
}

export function may(channel: ChannelState, userId: string, ...names: readonly PermissionName[]): boolean {
  const needed = bits(...names);
  return (channelPermissions(channel, userId) & needed) === needed;
}
