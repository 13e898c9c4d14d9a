import { type REST, Routes } from 'discord.js';
import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  MessageFlags,
  type RESTPatchAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { type Failure, failureOf } from './failure.ts';

/** A message of ours was cleared, now or before; or why it was not. */
export type Cleared = { readonly act: 'cleared' } | Failure;
/** Whether somebody is in a server. */
export type Sought = { readonly act: 'there' } | { readonly act: 'left' } | Failure;

/** What is taken back of what we sent, and who is still there to be kept in mind. None throws for what Discord does. */
export interface OwnPosts {
  /** Deletes a message of ours. Cleared, too, when it or its channel is gone. */
  removePost(channelId: string, messageId: string): Promise<Cleared>;
  /** Changes what a message of ours shows. Cleared, too, when `change` gives nothing: then there is nothing to change. */
  editPost(
    channelId: string,
    messageId: string,
    change: (components: readonly APIMessageTopLevelComponent[]) => readonly APIMessageTopLevelComponent[] | undefined,
  ): Promise<Cleared>;
  /** Asks for one member of a server, which needs no privileged intent. */
  seek(serverId: string, userId: string): Promise<Sought>;
}

/** Unknown channel, unknown message. */
const GONE = ['10003', '10008'];
/** Unknown member; unknown user, when the account is deleted. */
const LEFT = ['10007', '10013'];

export function ownPosts(rest: REST): OwnPosts {
  return {
    async removePost(channelId, messageId) {
      try {
        await rest.delete(Routes.channelMessage(channelId, messageId));
        return { act: 'cleared' };
      } catch (error) {
        return unlessGone(error);
      }
    },

    async editPost(channelId, messageId, change) {
      const route = Routes.channelMessage(channelId, messageId);
      try {
        const { components = [] } = (await rest.get(route)) as APIMessage;
        const changed = change(components);
        if (changed === undefined) return { act: 'cleared' };
        const edit: RESTPatchAPIChannelMessageJSONBody = {
          components: [...changed],
          flags: MessageFlags.IsComponentsV2,
          allowed_mentions: { parse: [] },
        };
        await rest.patch(route, { body: edit });
        return { act: 'cleared' };
      } catch (error) {
        return unlessGone(error);
      }
    },

    async seek(serverId, userId) {
      try {
        await rest.get(Routes.guildMember(serverId, userId));
        return { act: 'there' };
      } catch (error) {
        const failure = failureOf(error);
        return LEFT.includes(String(failure.code)) ? { act: 'left' } : failure;
      }
    },
  };
}

function unlessGone(error: unknown): Cleared {
  const failure = failureOf(error);
  return GONE.includes(String(failure.code)) ? { act: 'cleared' } : failure;
}
