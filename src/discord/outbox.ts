import { type RawFile, type REST, Routes, SnowflakeUtil } from 'discord.js';
import {
  type APIInteractionResponse,
  type APIMessage,
  MessageFlags,
  type RESTPatchAPIInteractionOriginalResponseJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIInteractionFollowupJSONBody,
} from 'discord-api-types/v10';
import type { Instant } from '../coach/day.ts';
import { type AttachedFile, type MessageBody, parseCustomId } from '../messages/parts.ts';
import { type OpenedDm, openDm } from './dms.ts';
import { type Failure, failureOf } from './failure.ts';
import { type OwnPosts, ownPosts } from './own-posts.ts';

/** What became of a post. */
export type Posted = { readonly act: 'posted'; readonly messageId: string } | Failure;
/** What the channel's history says of a post. Not `certain`: no message was shown, as where we may not read it. */
export type Found =
  | { readonly act: 'found'; readonly messageId: string }
  | { readonly act: 'absent'; readonly certain: boolean }
  | Failure;

/** Messages in channels and to people: what the scheduler needs of Discord. None throws for anything that Discord or the network does. */
export interface Posts extends OwnPosts {
  /** Sends one message. Discord gives the first one back when the same nonce was used within the past few minutes. */
  post(channelId: string, body: MessageBody, nonce: string): Promise<Posted>;
  /** Looks for our own message in the channel, sent between the two instants, one of whose buttons carries `key`. */
  find(channelId: string, key: string, from: Instant, to: Instant): Promise<Found>;
  /** Opens the channel to one person. Bots that do this too often are stopped by Discord: see `dm-channels.ts`. */
  openDm(userId: string): Promise<OpenedDm>;
}

/** Answers to interactions. What dispatch needs of Discord. */
export interface Answers {
  /** @param files what its message carries */
  respond(
    interaction: { id: string; token: string },
    response: APIInteractionResponse,
    files?: MessageBody['files'],
  ): Promise<void>;
  /** Gives the answer that was announced by a deferral. */
  complete(token: string, body: MessageBody): Promise<void>;
  /** A further message that only the member sees. */
  followUp(token: string, body: MessageBody): Promise<void>;
}

/** The most that Discord lists at once. */
const PAGE = 100;
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

    async find(channelId, key, from, to) {
      const isOurs = (message: APIMessage) => message.author.id === self().userId && carries(message, key);
      try {
        return await search((query) => page(rest, channelId, query), isOurs, from, to);
      } catch (error) {
        return failureOf(error);
      }
    },

    openDm: (userId) => openDm(rest, userId),

    ...ownPosts(rest),

    async respond(interaction, response, files) {
      const route = Routes.interactionCallback(interaction.id, interaction.token);
      const send = () => rest.post(route, { body: response, ...carried(files), auth: false });
      try {
        await send();
      } catch (error) {
        // A kept connection may end just as it is used again. discord.js tries again for a reset alone.
        if (failureOf(error).code !== 'UND_ERR_SOCKET') throw error;
        await send().catch(unlessAnswered);
      }
    },

    async complete(token, body) {
      const edit: RESTPatchAPIInteractionOriginalResponseJSONBody = wire(body);
      const route = Routes.webhookMessage(self().applicationId, token, '@original');
      await rest.patch(route, { body: edit, ...carried(body.files), auth: false });
    },

    async followUp(token, body) {
      const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
      const message: RESTPostAPIInteractionFollowupJSONBody = { ...wire(body), flags };
      const route = Routes.webhook(self().applicationId, token);
      await rest.post(route, { body: message, ...carried(body.files), auth: false });
    },
  };
}

/** Files as discord.js takes them: with any, the request is multipart (`payload_json`, `files[n]`). */
function carried(files: MessageBody['files'] = []): { files?: RawFile[] } {
  if (files.length === 0) return {};
  return { files: files.map(({ name, type, content }) => ({ name, contentType: type, data: Buffer.from(content) })) };
}

/** Interaction has already been acknowledged. */
const ANSWERED = '40060';

function unlessAnswered(error: unknown): void {
  if (failureOf(error).code !== ANSWERED) throw error;
}

type Page = (query: Readonly<Record<string, string>>) => Promise<APIMessage[]>;

/** The newest first, as Discord lists them. */
async function page(rest: REST, channelId: string, query: Readonly<Record<string, string>>): Promise<APIMessage[]> {
  const asked = new URLSearchParams({ limit: String(PAGE), ...query });
  return (await rest.get(Routes.channelMessages(channelId), { query: asked })) as APIMessage[];
}

/**
 * Looks at the newest messages, where nearly every search ends, whatever our clock shows; and, where the channel has
 * been busy since, onward from where the message would stand: thousands may have come while we were down.
 */
async function search(
  list: Page,
  isOurs: (message: APIMessage) => boolean,
  from: Instant,
  to: Instant,
): Promise<Found> {
  const newest = await list({});
  const oldest = newest.at(-1);
  const goesBackFurther = newest.length === PAGE && oldest !== undefined && timeOf(oldest) >= from;
  const found = newest.find(isOurs) ?? (goesBackFurther ? await searchOnward(list, isOurs, from, to) : undefined);
  if (found !== undefined) return { act: 'found', messageId: found.id };
  return { act: 'absent', certain: newest.length > 0 };
}

async function searchOnward(list: Page, isOurs: (message: APIMessage) => boolean, from: Instant, to: Instant) {
  let after = String(SnowflakeUtil.generate({ timestamp: from }));
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const messages = await list({ after });
    const found = messages.find(isOurs);
    const [latest] = messages;
    if (found !== undefined || latest === undefined || messages.length < PAGE || timeOf(latest) > to) return found;
    after = latest.id;
  }
  return undefined;
}

function timeOf(message: APIMessage): Instant {
  return Date.parse(message.timestamp);
}

/** A body as Discord takes it. Who may be pinged is always stated: Discord's default is everybody named. */
export function wire(body: MessageBody) {
  return {
    components: [...body.components],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [], users: [...(body.mentions ?? [])] },
    ...(body.files && { attachments: body.files.map(attachment) }),
  } as const satisfies RESTPostAPIChannelMessageJSONBody;
}

/** A file by its place in the request. What an edit does not list here is taken off the message. */
function attachment({ name, alt }: AttachedFile, id: number) {
  return { id, filename: name, ...(alt !== undefined && { description: alt }) };
}

/** Looks through all components, however deep they stand. */
function carries(component: object, key: string): boolean {
  if ('custom_id' in component && typeof component.custom_id === 'string') {
    return parseCustomId(component.custom_id)?.argument === key;
  }
  if (!('components' in component) || !Array.isArray(component.components)) return false;
  return component.components.some((child) => carries(child, key));
}
