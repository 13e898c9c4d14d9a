import type { APIMessage, APIUser, ChannelType, Locale } from 'discord-api-types/v10';

/** A person or the bot, as the sandbox keeps them; `api` is what Discord shows of them. */
export interface UserState {
  readonly id: string;
  readonly api: APIUser;
  /** The name that transcripts use. */
  readonly name: string;
  locale: `${Locale}`;
  /** The time zone of their device (IANA). Discord never tells a bot. */
  zone: string;
  /** False when they take no DMs from servers' members: a DM is then refused with 50007. */
  takesDms: boolean;
}

export interface RoleState {
  readonly id: string;
  name: string;
  permissions: bigint;
  position: number;
  mentionable: boolean;
  readonly botId?: string;
}

export interface MemberState {
  readonly user: UserState;
  nick: string | null;
  roleIds: readonly string[];
  readonly joinedAt: number;
}

/** Permissions that a channel changes for a role (type 0) or a member (type 1). */
export interface Overwrite {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface MessageState {
  /** Replaced, never changed, when the message is edited: what a person was shown stays what they were shown. */
  api: APIMessage;
  readonly channel: ChannelState;
  readonly authorId: string;
  /** The only person who sees an ephemeral message. */
  readonly onlyFor?: string;
  /** Of an answer to an interaction: its token, by which alone an ephemeral message can be changed. */
  readonly token?: string;
  /** Its reader dismissed it, and no longer sees it, whatever becomes of it. */
  dismissed?: true;
}

export interface ChannelState {
  readonly id: string;
  readonly type:
    | ChannelType.GuildText
    | ChannelType.GuildAnnouncement
    | ChannelType.GuildVoice
    | ChannelType.GuildCategory
    | ChannelType.DM;
  readonly server: ServerState | undefined;
  /** The person at the other end of a DM. */
  readonly recipient: UserState | undefined;
  name: string;
  topic: string | null;
  position: number;
  overwrites: readonly Overwrite[];
  /** Oldest first, ephemeral ones included. */
  readonly messages: Map<string, MessageState>;
  lastMessageId: string | null;
  /** Messages that were sent with enforce_nonce, by nonce; kept when a message is deleted. */
  readonly nonces: Map<string, MessageState>;
}

export interface ServerState {
  readonly id: string;
  name: string;
  ownerId: string;
  locale: `${Locale}`;
  /** Where most of its people are at home (IANA). Discord knows no such thing; the page shows its clock. */
  readonly zone: string;
  readonly roles: Map<string, RoleState>;
  readonly members: Map<string, MemberState>;
  readonly channels: Map<string, ChannelState>;
  /** False during an outage. */
  available: boolean;
  /** Whether the bot is in it. */
  joined: boolean;
  /** What the bot's role holds when it is invited. */
  invited: bigint;
}

export interface AttachmentState {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** All that the stand-in knows: who exists, where, and what was said. Read it freely; change it through builders and actors. */
export interface World {
  readonly bot: UserState;
  readonly applicationId: string;
  /** The person to whom the application belongs. */
  readonly developer: UserState;
  readonly users: Map<string, UserState>;
  readonly servers: Map<string, ServerState>;
  /** Of all servers, and DMs. */
  readonly channels: Map<string, ChannelState>;
  readonly dms: Map<string, ChannelState>;
  readonly attachments: Map<string, AttachmentState>;
}
