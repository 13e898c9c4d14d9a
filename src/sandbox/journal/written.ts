import { madeAt, olderFirst } from '../snowflake.ts';
import type { Change } from '../world/changes.ts';
import { NONCE_KEPT } from '../world/messages.ts';
import type { ChannelState, MessageState, ServerState, UserState } from '../world/state.ts';
import { type Head, VERSION, type Written } from './lines.ts';
import type { Kept } from './restored.ts';

/** What a change leaves in the journal; undefined where it is about a place that is gone from the world. */
export function entryOf(kept: Kept, at: number, change: Change): Written | undefined {
  switch (change.kind) {
    case 'user':
      return userEntry(at, change.user);
    case 'server':
      return serverEntry(at, change.server);
    case 'channel':
      return isThere(kept, change.channel) ? channelEntry(at, change.channel) : undefined;
    case 'channel gone':
      return { kind: 'channel gone', at, id: change.channel.id };
    case 'message':
      return isThere(kept, change.message.channel) ? messageEntry(at, change.message) : undefined;
    case 'message gone': {
      const { api, channel } = change.message;
      return isThere(kept, channel) ? { kind: 'message gone', at, channelId: channel.id, id: api.id } : undefined;
    }
    case 'file':
      return fileEntry(kept, at, change.id);
    case 'commands':
      return commandsEntry(kept, at);
  }
}

/** All that is in a world, each thing once, in an order in which it can be built again. */
export function* allEntries(kept: Kept, at: number): Generator<Written> {
  const { world } = kept;
  for (const user of world.users.values()) yield userEntry(at, user);
  for (const server of world.servers.values()) yield serverEntry(at, server);
  for (const channel of world.channels.values()) {
    yield channelEntry(at, channel);
    const deleted = [...channel.nonces.values()].filter(
      ({ api }) => !channel.messages.has(api.id) && madeAt(api.id) >= at - NONCE_KEPT,
    );
    const messages = [...channel.messages.values(), ...deleted];
    if (deleted.length > 0) messages.sort((a, b) => olderFirst(a.api.id, b.api.id));
    for (const message of messages) yield messageEntry(at, message);
  }
  for (const id of world.attachments.keys()) {
    const file = fileEntry(kept, at, id);
    if (file !== undefined) yield file;
  }
  yield commandsEntry(kept, at);
}

export function headOf({ world }: Kept, at: number, origin: string): Head {
  return {
    journal: 'backbone sandbox',
    version: VERSION,
    origin,
    at,
    applicationId: world.applicationId,
    botId: world.bot.id,
    developerId: world.developer.id,
  };
}

/** What becomes of a channel that is deleted concerns nobody any more. */
const isThere = ({ world }: Kept, channel: ChannelState) => world.channels.get(channel.id) === channel;

function userEntry(at: number, { id, api, name, locale, zone, takesDms }: UserState): Written {
  return { kind: 'user', at, id, api, name, locale, zone, takesDms };
}

function serverEntry(at: number, server: ServerState): Written {
  const { id, name, ownerId, locale, zone, available, joined } = server;
  return {
    ...{ kind: 'server', at, id, name, ownerId, locale, zone, available, joined },
    invited: server.invited.toString(),
    roles: Array.from(server.roles.values(), (role) => ({ ...role, permissions: role.permissions.toString() })),
    members: Array.from(server.members.values(), ({ user, nick, roleIds, joinedAt }) => ({
      id: user.id,
      nick,
      roleIds: [...roleIds],
      joinedAt,
    })),
  };
}

function channelEntry(at: number, channel: ChannelState): Written {
  const { id, type, server, recipient, name, topic, position, lastMessageId } = channel;
  return {
    ...{ kind: 'channel', at, id, type, name, topic, position, lastMessageId },
    serverId: server?.id,
    recipientId: recipient?.id,
    overwrites: channel.overwrites.map(({ allow, deny, ...whose }) => ({
      ...whose,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
  };
}

function messageEntry(at: number, message: MessageState): Written {
  const { api, channel, authorId, onlyFor, token, dismissed } = message;
  const enforcesNonce = api.nonce !== undefined && channel.nonces.get(String(api.nonce)) === message;
  return {
    ...{ kind: 'message', at, channelId: channel.id, api, authorId, onlyFor, token, dismissed },
    enforcesNonce: enforcesNonce || undefined,
    gone: !channel.messages.has(api.id) || undefined,
  };
}

function fileEntry({ world }: Kept, at: number, id: string): Written | undefined {
  const file = world.attachments.get(id);
  if (file === undefined) return undefined;
  const { filename, contentType, bytes } = file;
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return { kind: 'file', at, id, filename, contentType, base64 };
}

const commandsEntry = ({ commands }: Kept, at: number): Written => ({
  kind: 'commands',
  at,
  lists: Object.fromEntries(Array.from(commands, ([scope, list]) => [scope, [...list]])),
});
