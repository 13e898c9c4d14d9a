import type { Command } from '../interactions/commands.ts';
import { madeAt, olderFirst } from '../snowflake.ts';
import { NONCE_KEPT } from '../world/messages.ts';
import type { ChannelState, MemberState, MessageState, ServerState, World } from '../world/state.ts';
import type { Entry, Head } from './lines.ts';

/** What a journal keeps: the world, and what is registered in it (as {@link Commands.lists}). */
export interface Kept {
  readonly world: World;
  readonly commands: ReadonlyMap<string, readonly Command[]>;
}

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;
type Growing = Pick<World, 'users' | 'servers' | 'channels' | 'dms' | 'attachments'> & {
  readonly commands: Map<string, readonly Command[]>;
};

/** A world that grows line by line. */
export interface Restoring {
  /** @throws Error when the line is about something that no line before it has told of */
  take(entry: Entry): void;
  /** @throws Error when the bot or its maker is missing */
  done(): Kept;
}

export function restoring({ applicationId, botId, developerId }: Head): Restoring {
  const growing: Growing = {
    users: new Map(),
    servers: new Map(),
    channels: new Map(),
    dms: new Map(),
    attachments: new Map(),
    commands: new Map(),
  };
  let now = 0;
  return {
    take(entry) {
      now = entry.at;
      takeEntry(growing, entry);
    },
    done() {
      for (const channel of growing.channels.values()) forgetOldNonces(channel, now);
      const { commands, ...world } = growing;
      const bot = known(world.users, botId, 'the bot');
      const developer = known(world.users, developerId, 'the developer');
      return { world: { bot, developer, applicationId, ...world }, commands };
    },
  };
}

function takeEntry(growing: Growing, entry: Entry): void {
  switch (entry.kind) {
    case 'time':
      return;
    case 'user':
      takeUser(growing, entry);
      return;
    case 'server':
      takeServer(growing, entry);
      return;
    case 'channel':
      takeChannel(growing, entry);
      return;
    case 'channel gone': {
      known(growing.channels, entry.id, 'the channel').server?.channels.delete(entry.id);
      growing.channels.delete(entry.id);
      return;
    }
    case 'message':
      takeMessage(growing, entry);
      return;
    case 'message gone': {
      known(growing.channels, entry.channelId, 'the channel').messages.delete(entry.id);
      return;
    }
    case 'file': {
      const { id, filename, contentType, base64 } = entry;
      growing.attachments.set(id, { filename, contentType, bytes: Buffer.from(base64, 'base64') });
      return;
    }
    case 'commands': {
      growing.commands.clear();
      for (const [scope, list] of Object.entries(entry.lists)) growing.commands.set(scope, list);
    }
  }
}

function takeUser({ users }: Growing, entry: Of<'user'>): void {
  const { kind: _, at: __, ...user } = entry;
  const before = users.get(user.id);
  if (before === undefined) users.set(user.id, user);
  else Object.assign(before, user);
}

function takeServer({ users, servers }: Growing, entry: Of<'server'>): void {
  const { kind: _, at: __, roles, members, ...plain } = entry;
  const before = servers.get(plain.id);
  const server: ServerState = before ?? { ...plain, roles: new Map(), members: new Map(), channels: new Map() };
  Object.assign(server, plain);
  server.roles.clear();
  for (const { botId, ...role } of roles) server.roles.set(role.id, botId === undefined ? role : { ...role, botId });
  server.members.clear();
  for (const { id, ...member } of members) {
    server.members.set(id, { user: known(users, id, 'the member'), ...member } satisfies MemberState);
  }
  servers.set(server.id, server);
}

function takeChannel({ users, servers, channels, dms }: Growing, entry: Of<'channel'>): void {
  const { kind: _, at: __, serverId, recipientId, ...plain } = entry;
  const before = channels.get(plain.id);
  if (before !== undefined) {
    Object.assign(before, plain);
    return;
  }
  const channel: ChannelState = {
    ...plain,
    server: serverId === undefined ? undefined : known(servers, serverId, 'the server'),
    recipient: recipientId === undefined ? undefined : known(users, recipientId, 'the recipient'),
    messages: new Map(),
    nonces: new Map(),
  };
  channels.set(channel.id, channel);
  channel.server?.channels.set(channel.id, channel);
  if (channel.recipient !== undefined) dms.set(channel.recipient.id, channel);
}

function takeMessage({ channels }: Growing, entry: Of<'message'>): void {
  const { channelId, api, authorId, onlyFor, token, dismissed } = entry;
  const channel = known(channels, channelId, 'the channel');
  const message: MessageState = channel.messages.get(api.id) ?? {
    api,
    channel,
    authorId,
    ...(onlyFor === undefined ? {} : { onlyFor }),
    ...(token === undefined ? {} : { token }),
  };
  message.api = api;
  if (dismissed) message.dismissed = true;
  if (!entry.gone) channel.messages.set(api.id, message);
  if (entry.enforcesNonce) channel.nonces.set(String(api.nonce), message);
  const isLatest = channel.lastMessageId === null || olderFirst(api.id, channel.lastMessageId) > 0;
  if (onlyFor === undefined && isLatest) channel.lastMessageId = api.id;
}

function forgetOldNonces({ nonces }: ChannelState, now: number): void {
  for (const [nonce, { api }] of nonces) if (madeAt(api.id) < now - NONCE_KEPT) nonces.delete(nonce);
}

function known<T>(all: ReadonlyMap<string, T>, id: string, what: string): T {
  const found = all.get(id);
  if (found === undefined) throw new Error(`${what} ${id} was not told of before`);
  return found;
}
