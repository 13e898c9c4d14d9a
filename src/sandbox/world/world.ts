import { ChannelType } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import type { Snowflakes } from '../snowflake.ts';
import { userJson } from './payloads.ts';
import type { ChannelState, MessageState, UserState, World } from './state.ts';

const DAY = 86_400_000;

/** A world with nobody in it but the bot and who made it, a month before it starts. */
export function newWorld(ids: Snowflakes, startsAt: number, botName: string): World {
  const before = startsAt - 30 * DAY;
  const developer = user(ids(before), 'Developer', false);
  const bot = user(ids(before), botName, true);
  return {
    bot,
    developer,
    // A bot's user and application have had the same id since 2016.
    applicationId: bot.id,
    users: new Map([developer, bot].map((each) => [each.id, each])),
    servers: new Map(),
    channels: new Map(),
    dms: new Map(),
    attachments: new Map(),
  };
}

function user(id: string, name: string, isBot: boolean): UserState {
  const api = isBot ? userJson(id, name, null, true) : userJson(id, name.toLowerCase(), name, false);
  return { id, api, name, locale: 'en-US', zone: 'UTC', takesDms: true };
}

/** The DM channel between a person and the bot, made when it is first needed. */
export function dmOf({ world, ids, changes }: Pick<Core, 'world' | 'ids' | 'changes'>, user: UserState): ChannelState {
  const known = world.dms.get(user.id);
  if (known !== undefined) return known;
  const channel: ChannelState = {
    id: ids(),
    type: ChannelType.DM,
    server: undefined,
    recipient: user,
    name: '',
    topic: null,
    position: 0,
    overwrites: [],
    messages: new Map(),
    lastMessageId: null,
    nonces: new Map(),
  };
  world.dms.set(user.id, channel);
  world.channels.set(channel.id, channel);
  changes.tell({ kind: 'channel', channel });
  return channel;
}

/** The people who share a server with the bot may be written to; others may not. */
export function sharesServer(world: World, userId: string): boolean {
  for (const server of world.servers.values()) if (server.joined && server.members.has(userId)) return true;
  return false;
}

/** The messages of a channel that a person sees, oldest first: all but the ephemeral ones of others. */
export function visibleTo(channel: ChannelState, userId: string): MessageState[] {
  return [...channel.messages.values()].filter((message) => isVisibleTo(message, userId));
}

/** Whether a person who sees the channel sees this message in it. */
export function isVisibleTo({ onlyFor, dismissed }: MessageState, userId: string): boolean {
  return onlyFor === undefined || (onlyFor === userId && dismissed !== true);
}

/** As REST lists them: ephemeral messages are never in it. */
export function listed(channel: ChannelState): MessageState[] {
  return [...channel.messages.values()].filter(({ onlyFor }) => onlyFor === undefined);
}
