import type { GatewayMessageCreateDispatchData, GatewayMessageDeleteDispatchData } from 'discord-api-types/v10';
import { memberJson } from '../world/payloads.ts';
import type { MessageState, World } from '../world/state.ts';

/** A message as the gateway tells it to a bot without the message content intent. */
export function gatewayMessageJson(world: World, message: MessageState): GatewayMessageCreateDispatchData {
  const { api, channel } = message;
  const { server } = channel;
  const known = server?.members.get(api.author.id);
  const { user: _, ...author } = known === undefined ? { user: undefined } : memberJson(known);
  const data = {
    ...api,
    ...(server === undefined ? {} : { guild_id: server.id }),
    ...(known === undefined ? {} : { member: author }),
  } as GatewayMessageCreateDispatchData;
  return mayRead(world, message) ? data : { ...data, content: '', embeds: [], attachments: [], components: [] };
}

/** Without the intent a bot reads its own messages, those in DMs, and those that mention it. */
function mayRead({ bot }: World, { api, authorId, channel }: MessageState): boolean {
  return channel.server === undefined || authorId === bot.id || api.mentions.some((user) => user.id === bot.id);
}

export function deletionJson({ api, channel }: MessageState): GatewayMessageDeleteDispatchData {
  const data = { id: api.id, channel_id: channel.id };
  return channel.server === undefined ? data : { ...data, guild_id: channel.server.id };
}
