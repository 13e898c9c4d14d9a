import {
  type APIAllowedMentions,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIMessageTopLevelComponent,
  GatewayDispatchEvents,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { type Core, placeOf } from '../core.ts';
import { emptyMessage, wrongField } from '../errors.ts';
import type { SandboxEvent } from '../events.ts';
import { mentionText, textOf } from './content.ts';
import { type Mentions, mentionsIn, mentionsJson, pinged } from './mentions.ts';
import { timestamp } from './payloads.ts';
import { shownComponents, shownEmbeds } from './shown.ts';
import type { ChannelState, MessageState, UserState } from './state.ts';

/** A file of a multipart request; `index` is the n of `files[n]`. */
export interface Upload {
  readonly index: number;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What the bodies of all routes that write a message have in common. */
export interface MessageBody {
  readonly content?: string | null | undefined;
  readonly embeds?: APIEmbed[] | null | undefined;
  readonly components?: APIMessageTopLevelComponent[] | null | undefined;
  readonly attachments?: { id: number | string; filename?: string; description?: string | null }[] | null | undefined;
  readonly allowed_mentions?: APIAllowedMentions | null | undefined;
  readonly flags?: number | null | undefined;
  readonly nonce?: number | string | null | undefined;
  readonly enforce_nonce?: boolean | undefined;
  readonly message_reference?: { message_id: string; fail_if_not_exists?: boolean } | null | undefined;
  readonly tts?: boolean | undefined;
  readonly poll?: unknown;
}

export interface NewMessage {
  readonly channel: ChannelState;
  readonly author: UserState;
  readonly body: MessageBody;
  readonly files: readonly Upload[];
  /** The only person who will see it. */
  readonly onlyFor?: UserState | undefined;
  /** Of an answer to an interaction. */
  readonly interaction?: {
    readonly token: string;
    readonly metadata: APIMessageInteractionMetadata;
    /** The command that it answers, if it answers one. */
    readonly command?: string;
    /** The message that it stands under: the one whose button was pressed, or the first answer for a follow-up. */
    readonly under: MessageState | undefined;
  };
  /** A "thinking…" message, to be filled in later. */
  readonly loading?: boolean;
  /** Its nonce is to bring it back for a while. */
  readonly enforcesNonce?: boolean;
  readonly how: Extract<SandboxEvent, { kind: 'coach' }>['how'];
}

/** "The past few minutes" in which a nonce with enforce_nonce brings back the first message; Discord gives no figure. */
export const NONCE_KEPT = 3 * 60_000;

const SENDABLE_FLAGS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2;

/** Writes a message into the world, and tells whoever listens. */
export function createMessage(core: Core, message: NewMessage): MessageState {
  const { channel, author, body, interaction, onlyFor } = message;
  const id = core.ids();
  const attachments = stored(core, channel, body, message.files, [], onlyFor !== undefined);
  const flags =
    ((body.flags ?? 0) & SENDABLE_FLAGS) |
    (onlyFor === undefined ? 0 : MessageFlags.Ephemeral) |
    (message.loading ? MessageFlags.Loading : 0);
  const shell: APIMessage = {
    id,
    channel_id: channel.id,
    author: author.api,
    content: (body.content ?? '').trim(),
    timestamp: timestamp(core.clock.now()),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mention_roles: [],
    mentions: [],
    attachments,
    embeds: shownEmbeds(body.embeds ?? [], attachments),
    components: shownComponents(body.components ?? [], attachments, core.ids),
    pinned: false,
    flags,
    type: typeOf(message),
    ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
    ...(interaction === undefined
      ? {}
      : {
          webhook_id: core.world.applicationId,
          application_id: core.world.applicationId,
          interaction_metadata: interaction.metadata,
          ...usedCommand(interaction),
        }),
    ...(interaction?.under === undefined ? referenceOf(channel, body) : referenceTo(interaction.under)),
  };
  if (!message.loading) requireSomething(shell);
  const answeredId = interaction === undefined ? shell.referenced_message?.author.id : undefined;
  const repliedTo = answeredId === undefined ? undefined : core.world.users.get(answeredId);
  const allowed = body.allowed_mentions;
  const mentions = mentionsIn(core.world, channel, author.id, mentionText(shell), allowed, repliedTo);
  const state: MessageState = {
    api: { ...shell, ...mentionsJson(mentions) },
    channel,
    authorId: author.id,
    ...(onlyFor === undefined ? {} : { onlyFor: onlyFor.id }),
    ...(interaction === undefined ? {} : { token: interaction.token }),
  };
  channel.messages.set(id, state);
  if (onlyFor === undefined) channel.lastMessageId = id;
  if (message.enforcesNonce) channel.nonces.set(String(body.nonce), state);
  core.changes.tell({ kind: 'message', message: state });
  tellOf(core, state, message.how);
  if (onlyFor !== undefined) return state;

  const silent = (flags & MessageFlags.SuppressNotifications) !== 0;
  // In DMs all that the bot writes makes a sound, but for answers to what the person just did there.
  const heard = channel.server !== undefined || interaction === undefined;
  if (!silent && heard && author === core.world.bot) ping(core, channel, mentions);
  core.gateway.dispatchMessage(GatewayDispatchEvents.MessageCreate, state);
  return state;
}

function ping(core: Core, channel: ChannelState, mentions: Mentions): void {
  for (const user of pinged(channel, mentions)) {
    const where = placeOf(channel);
    core.happenings.tell({ kind: 'ping', at: core.clock.now(), who: user.name, userId: user.id, where });
  }
}

/** Changes what a patch names and leaves the rest (docs: Edit Message). */
export function editMessage(
  core: Core,
  message: MessageState,
  body: MessageBody,
  files: readonly Upload[],
): MessageState {
  const before = message.api;
  const wasV2 = ((before.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const attachments = stored(core, message.channel, body, files, before.attachments, message.onlyFor !== undefined);
  const api: APIMessage = {
    ...before,
    content: body.content === undefined ? before.content : (body.content ?? '').trim(),
    embeds: body.embeds === undefined ? before.embeds : shownEmbeds(body.embeds ?? [], attachments),
    components:
      body.components === undefined
        ? (before.components ?? [])
        : shownComponents(body.components ?? [], attachments, core.ids),
    attachments,
    flags:
      ((before.flags ?? 0) & ~(MessageFlags.Loading | MessageFlags.SuppressEmbeds)) |
      ((body.flags ?? before.flags ?? 0) & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2)) |
      (wasV2 ? MessageFlags.IsComponentsV2 : 0),
    edited_timestamp: timestamp(core.clock.now()),
  };
  requireSomething(api);
  const mentions = mentionsIn(core.world, message.channel, message.authorId, mentionText(api), body.allowed_mentions);
  // An edit notifies nobody, not even when it fills in a deferred answer.
  message.api = { ...api, ...mentionsJson(mentions) };
  core.changes.tell({ kind: 'message', message });
  const filled = ((before.flags ?? 0) & MessageFlags.Loading) !== 0;
  tellOf(core, message, filled ? 'answered' : 'edited');
  if (message.onlyFor === undefined) core.gateway.dispatchMessage(GatewayDispatchEvents.MessageUpdate, message);
  return message;
}

export function deleteMessage(core: Core, message: MessageState): void {
  message.channel.messages.delete(message.api.id);
  core.changes.tell({ kind: 'message gone', message });
  if (message.authorId === core.world.bot.id) tellOf(core, message, 'deleted');
  if (message.onlyFor === undefined) core.gateway.dispatchMessage(GatewayDispatchEvents.MessageDelete, message);
}

function tellOf(core: Core, message: MessageState, how: NewMessage['how']): void {
  const { api, channel, onlyFor, authorId } = message;
  if (authorId !== core.world.bot.id) return;
  const reader = onlyFor === undefined ? undefined : core.world.users.get(onlyFor);
  core.happenings.tell({
    kind: 'coach',
    at: core.clock.now(),
    where: placeOf(channel),
    how,
    messageId: api.id,
    text: textOf(api),
    ...(reader === undefined ? {} : { onlyTo: reader.name }),
  });
}

/** Deprecated, and still the only place in which Discord names the command that a message answers. */
function usedCommand({ metadata, command }: NonNullable<NewMessage['interaction']>): Pick<APIMessage, 'interaction'> {
  if (command === undefined) return {};
  const { id, user } = metadata;
  return { interaction: { id, type: InteractionType.ApplicationCommand, name: command, user } };
}

function requireSomething(api: APIMessage): void {
  const empty =
    api.content === '' && api.embeds.length === 0 && api.attachments.length === 0 && !api.components?.length;
  if (empty) throw emptyMessage();
}

function typeOf({ interaction, body }: NewMessage): MessageType {
  if (interaction?.under !== undefined || body.message_reference) return MessageType.Reply;
  return interaction?.metadata.type === InteractionType.ApplicationCommand
    ? MessageType.ChatInputCommand
    : MessageType.Default;
}

function referenceOf(channel: ChannelState, { message_reference: reference }: MessageBody): Partial<APIMessage> {
  if (reference === undefined || reference === null) return {};
  const answered = channel.messages.get(reference.message_id);
  if (answered !== undefined) return referenceTo(answered);
  if (reference.fail_if_not_exists === false) return {};
  throw wrongField('message_reference', 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}

function referenceTo({ api, channel }: MessageState): Partial<APIMessage> {
  const guild = channel.server === undefined ? {} : { guild_id: channel.server.id };
  const { referenced_message: _, ...referenced } = api;
  return {
    message_reference: { type: 0, channel_id: channel.id, message_id: api.id, ...guild },
    referenced_message: referenced,
  };
}

/** Keeps uploads, and gives the message's attachments: those kept of `before`, then the new ones. */
function stored(
  core: Core,
  channel: ChannelState,
  body: MessageBody,
  files: readonly Upload[],
  before: readonly APIAttachment[],
  ephemeral: boolean,
): APIAttachment[] {
  const named = body.attachments ?? undefined;
  const kept =
    named === undefined ? before : before.filter((file) => named.some((entry) => String(entry.id) === file.id));
  const added = files.map((file): APIAttachment => {
    const entry = named?.find((candidate) => String(candidate.id) === String(file.index));
    const id = core.ids();
    const filename = entry?.filename ?? file.filename;
    core.world.attachments.set(id, { filename, contentType: file.contentType, bytes: file.bytes });
    core.changes.tell({ kind: 'file', id });
    const url = `${core.origin()}/attachments/${channel.id}/${id}/${encodeURIComponent(filename)}`;
    return {
      id,
      filename,
      size: file.bytes.length,
      url,
      proxy_url: url,
      content_type: file.contentType,
      ...(ephemeral ? { ephemeral: true } : {}),
      ...(entry?.description ? { description: entry.description } : {}),
    };
  });
  return [...kept, ...added];
}
