import type { APIMessage, APIUser, Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Command } from '../interactions/commands.ts';
import type { ChannelState } from '../world/state.ts';

/*
 * The lines of a journal, each a JSON object: first a head, then one for each thing as it became. Of several lines about
 * one thing the last counts. What Discord shows of people, messages and commands is kept as it is.
 */

export const VERSION = 1;

const id = z.string().regex(/^\d{15,20}$/);
const bits = z.string().regex(/^\d+$/).transform(BigInt);
/** Sandbox time (ms). */
const instant = z.int();
const shownAs = <T extends { id: string }>(what: string) =>
  z.custom<T>(
    (value) => typeof value === 'object' && value !== null && 'id' in value && id.safeParse(value.id).success,
    `not ${what} with an id`,
  );
const locale = z.custom<`${Locale}`>((value) => typeof value === 'string', 'not a locale');

export const head = z.object({
  journal: z.literal('backbone sandbox'),
  version: z.literal(VERSION),
  /** Where the sandbox listened: the addresses of files in messages begin with it. */
  origin: z.string(),
  at: instant,
  applicationId: id,
  botId: id,
  developerId: id,
});
export type Head = z.infer<typeof head>;

const user = z.object({
  kind: z.literal('user'),
  at: instant,
  id,
  api: shownAs<APIUser>('a user'),
  name: z.string(),
  locale,
  zone: z.string(),
  takesDms: z.boolean(),
});

const server = z.object({
  kind: z.literal('server'),
  at: instant,
  id,
  name: z.string(),
  ownerId: id,
  locale,
  zone: z.string(),
  available: z.boolean(),
  joined: z.boolean(),
  invited: bits,
  roles: z.array(
    z.object({
      id,
      name: z.string(),
      permissions: bits,
      position: z.number(),
      mentionable: z.boolean(),
      botId: id.optional(),
    }),
  ),
  members: z.array(
    z.object({ id, nick: z.string().nullable(), roleIds: z.array(id), /** May be a fraction. */ joinedAt: z.number() }),
  ),
});

const channel = z.object({
  kind: z.literal('channel'),
  at: instant,
  id,
  type: z.custom<ChannelState['type']>((value) => Number.isInteger(value), 'not a type of channel'),
  /** Absent in a DM, which has a recipient instead. */
  serverId: id.optional(),
  recipientId: id.optional(),
  name: z.string(),
  topic: z.string().nullable(),
  position: z.number(),
  overwrites: z.array(z.object({ id, type: z.literal([0, 1]), allow: bits, deny: bits })),
  lastMessageId: id.nullable(),
});

const message = z.object({
  kind: z.literal('message'),
  at: instant,
  channelId: id,
  api: shownAs<APIMessage>('a message'),
  authorId: id,
  onlyFor: id.optional(),
  token: z.string().optional(),
  dismissed: z.literal(true).optional(),
  /** Its nonce brings it back. */
  enforcesNonce: z.literal(true).optional(),
  /** It is deleted, and known by its nonce alone. */
  gone: z.literal(true).optional(),
});

export const entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('time'), at: instant }),
  user,
  server,
  channel,
  z.object({ kind: z.literal('channel gone'), at: instant, id }),
  message,
  z.object({ kind: z.literal('message gone'), at: instant, channelId: id, id }),
  z.object({
    kind: z.literal('file'),
    at: instant,
    id,
    filename: z.string(),
    contentType: z.string(),
    base64: z.string(),
  }),
  z.object({
    kind: z.literal('commands'),
    at: instant,
    /** Global ones under '', those of a server under its id. */
    lists: z.record(z.string(), z.array(shownAs<Command>('a command'))),
  }),
]);
export type Entry = z.output<typeof entry>;
/** An entry as it is written: permissions as text, for JSON has no numbers that long. */
export type Written = z.input<typeof entry>;
