import { type REST, Routes } from 'discord.js';
import {
  type APIInteractionResponse,
  type APIMessage,
  MessageFlags,
  type RESTPatchAPIInteractionOriginalResponseJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIInteractionFollowupJSONBody,
} from 'discord-api-types/v10';
import type { Instant } from '../coach/day.ts';
import { type MessageBody, parseCustomId } from '../messages/parts.ts';
import { type Failure, failureOf } from './failure.ts';

/** What became of a post. */
export type Posted = { readonly act: 'posted'; readonly messageId: string } | Failure;
/** What the channel's history says of a post. */
export type Found = { readonly act: 'found'; readonly messageId: string } | { readonly act: 'absent' } | Failure;

/** Posts in channels: what the scheduler needs of Discord. Neither throws for anything that Discord or the network does. */
export interface Posts {
  /** Sends one message. Discord gives the first one back when the same nonce was used within the past few minutes. */
  post(channelId: string, body: MessageBody, nonce: string): Promise<Posted>;
  /** Looks for our own message in the channel, sent since `since`, one of whose buttons carries `key`. */
  find(channelId: string, key: string, since: Instant): Promise<Found>;
}

/** Answers to interactions. What dispatch needs of Discord. */
export interface Answers {
  respond(interaction: { id: string; token: string }, response: APIInteractionResponse): Promise<void>;
  /** Gives the answer that was announced by a deferral. */
  complete(token: string, body: MessageBody): Promise<void>;
  /** A further message that only the member sees. */
  followUp(token: string, body: MessageBody): Promise<void>;
}

const PAGE = 100;
/** A busy channel has thousands of messages in the hours a bot may be down. */
const MOST_PAGES = 30;

/** The only mouth: every message and every answer leaves from here. */
export function createOutbox(rest: REST, self: () => { applicationId: string; userId: string }): Posts & Answers {
  return {
    async post(channelId, body, nonce) {
      const message: RESTPostAPIChannelMessageJSONBody = { ...wire(body), nonce, enforce_nonce: true };
      try {
        const { id } = (await rest.post(Routes.channelMessages(channelId), { body: message })) as APIMessage;
        return { act: 'posted', messageId: id };
      } catch (error) {
        return failureOf(error);
      }
    },

    async find(channelId, key, since) {
      try {
        const messageId = await search(rest, self().userId, channelId, key, since);
        return messageId === undefined ? { act: 'absent' } : { act: 'found', messageId };
      } catch (error) {
        return failureOf(error);
      }
    },

    async respond(interaction, response) {
      const route = Routes.interactionCallback(interaction.id, interaction.token);
      await rest.post(route, { body: response, auth: false });
    },

    async complete(token, body) {
      const edit: RESTPatchAPIInteractionOriginalResponseJSONBody = wire(body);
      await rest.patch(Routes.webhookMessage(self().applicationId, token, '@original'), { body: edit, auth: false });
    },

    async followUp(token, body) {
      const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
      const message: RESTPostAPIInteractionFollowupJSONBody = { ...wire(body), flags };
      await rest.post(Routes.webhook(self().applicationId, token), { body: message, auth: false });
    },
  };
}

async function search(rest: REST, userId: string, channelId: string, key: string, since: Instant) {
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before !== undefined && { before }) });
    const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
    const found = messages.find((message) => message.author.id === userId && carries(message, key));
    if (found !== undefined) return found.id;
    const oldest = messages.at(-1);
    if (oldest === undefined || messages.length < PAGE || Date.parse(oldest.timestamp) < since) return undefined;
    before = oldest.id;
  }
  return undefined;
}

/** A body as Discord takes it. Who may be pinged is always stated: Discord's default is everybody named. */
export function wire(body: MessageBody) {
  return {
    components: [...body.components],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [], users: [...(body.mentions ?? [])] },
  } as const satisfies RESTPostAPIChannelMessageJSONBody;
}

/** Looks through all components, however deep they stand. */
function carries(component: object, key: string): boolean {
  if ('custom_id' in component && typeof component.custom_id === 'string') {
    return parseCustomId(component.custom_id)?.argument === key;
  }
  if (!('components' in component) || !Array.isArray(component.components)) return false;
  return component.components.some((child) => carries(child, key));
}
