import { cannotMessageUser, missingAccess, missingPermissions, unknownChannel, unknownMessage } from '../errors.ts';
import { may, type PermissionName } from '../world/permissions.ts';
import type { ChannelState, MessageState } from '../world/state.ts';
import { sharesServer } from '../world/world.ts';
import { idParam, type RestRequest } from './route.ts';

/** The channel of a path, if the bot can see it. @throws DiscordError 10003, 50001 */
export function visibleChannel(request: RestRequest): ChannelState {
  const { world } = request.core;
  const channel = world.channels.get(idParam(request, 'channel_id'));
  if (channel === undefined) throw unknownChannel();
  if (channel.server !== undefined && !channel.server.joined) throw missingAccess();
  if (!may(channel, world.bot.id, 'ViewChannel')) throw missingAccess();
  return channel;
}

/** @throws DiscordError 50013 */
export function require(request: RestRequest, channel: ChannelState, ...names: readonly PermissionName[]): void {
  if (!may(channel, request.core.world.bot.id, ...names)) throw missingPermissions();
}

/** The message of a path. @throws DiscordError 10008; an ephemeral message is unknown outside its interaction. */
export function listedMessage(request: RestRequest, channel: ChannelState): MessageState {
  const message = channel.messages.get(idParam(request, 'message_id'));
  if (message === undefined || message.onlyFor !== undefined) throw unknownMessage();
  return message;
}

/** @throws DiscordError 50007 when the person takes no DMs, or shares no server with the bot. */
export function requireOpenDm(request: RestRequest, channel: ChannelState): void {
  const { recipient } = channel;
  if (recipient === undefined) return;
  if (!recipient.takesDms || !sharesServer(request.core.world, recipient.id)) throw cannotMessageUser();
}
