import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  Events,
  GatewayIntentBits,
  Options,
  PermissionsBitField,
  REST,
  RESTEvents,
  type RESTOptions,
} from 'discord.js';
import { type APIInteraction, GatewayDispatchEvents, type GatewayReadyDispatchData } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { NEEDED_PERMISSIONS, type NeededPermission, type Places } from './places.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Without the version: `https://discord.com/api`. The gateway's address is asked from there. */
  readonly apiUrl: string;
  readonly log: Logger;
  /** For a stand-in that has no limits, or is waited for less long. */
  readonly rest?: RestTuning;
  onInteraction(interaction: APIInteraction): void;
  onServerJoined(serverId: string): void;
  /** The bot was removed from the server. Not called for an outage of Discord's. */
  onServerRemoved(serverId: string): void;
  /**
   * A session began: of the servers that `covers` is true for, the bot is in `serverIds` and in no other, those of an
   * outage included.
   */
  onServers(serverIds: readonly string[], covers: (serverId: string) => boolean): void;
  /** Discord will not have us any more. */
  onLost(error: DiscordRefusal): void;
}

export type RestTuning = Partial<Pick<RESTOptions, 'globalRequestsPerSecond' | 'timeout'>>;

/** Discord will not have us: the token or the intents are wrong. Trying again does not help. */
export class DiscordRefusal extends Error {
  override readonly name = 'DiscordRefusal';
}

export interface Discord {
  readonly rest: REST;
  readonly places: Places;
  /**
   * Logs in and resolves when every shard is ready; interactions come in before. A network that is down is tried again
   * until it is up.
   * @throws DiscordRefusal; the signal's reason when it is aborted.
   */
  logIn(signal: AbortSignal): Promise<void>;
  /** Known once Discord has greeted us: when the first interaction is there, it is. */
  self(): { applicationId: string; userId: string };
  /** The servers that Discord says the bot is in. */
  servers(): string[];
  disconnect(): Promise<void>;
}

// Discord's reference of gateway close codes: those after which it does not want to see us again.
const REFUSALS: Readonly<Record<number, string>> = {
  4004: 'DISCORD_TOKEN was refused: copy it afresh from the Bot page of the Discord developer portal',
  4010: 'Discord refused the shard',
  4011: 'Discord asks for more shards',
  4012: 'Discord no longer speaks this version of its gateway: update the coach',
  4013: 'Discord refused the intents',
  4014: 'Discord refused the intents',
};

function refusal(code: number): DiscordRefusal {
  return new DiscordRefusal(REFUSALS[code] ?? `Discord closed the connection for good (${code})`);
}

/** Longer waits that Discord asks for before a post are left to the scheduler: one channel must not hold up the rest. */
const LONGEST_HELD_MS = 30_000;
const LONGEST_BETWEEN_TRIES_S = 60;

/** Everything of Discord's but the messages, which only the outbox sends. Nothing is asked of it before `logIn`. */
export function createDiscord(options: DiscordOptions): Discord {
  const { token, log } = options;
  const restOptions = {
    api: options.apiUrl,
    // discord.js tries again at once and without a pause, so one further try has to do; the scheduler tries later.
    retries: 1,
    // A 429 that names no delay would be repeated in a tight loop.
    rejectOnRateLimit: ({ retryAfter, route }) =>
      retryAfter === 0 || (retryAfter > LONGEST_HELD_MS && route.startsWith('/channels')),
    ...options.rest,
  } satisfies Partial<RESTOptions>;
  const rest = new REST({ version: '10', ...restOptions }).setToken(token);
  // From here on discord.js sends nothing more with this token.
  rest.on(RESTEvents.Response, (request, { status }) => {
    if (status === 401 && request.data.auth !== false) options.onLost(refusal(4004));
  });
  let client: Client | undefined;

  return {
    rest,
    places: {
      missingIn: (serverId, channelId) => (client === undefined ? undefined : missingIn(client, serverId, channelId)),
      isGone(serverId, channelId) {
        const channels = client?.guilds.cache.get(serverId)?.channels.cache;
        // Of a server in an outage since we started, no channel is known.
        return channels !== undefined && channels.size > 0 && !channels.has(channelId);
      },
    },
    async logIn(signal) {
      for (let seconds = 1; ; seconds = Math.min(seconds * 2, LONGEST_BETWEEN_TRIES_S)) {
        // A new one for each try: discord.js's client does not get over a log-in that failed.
        client = createClient(options, restOptions);
        try {
          return await firstReady(client, options, signal);
        } catch (error) {
          void disconnect(client);
          if (signal.aborted) throw signal.reason;
          if (error instanceof DiscordRefusal) throw error;
          if (isRefusal(error)) throw refusal(4004);
          const why = reasonOf(error);
          log.warn({ event: 'log-in failed' }, `Discord cannot be reached (${why}); next try in ${seconds} s`);
          await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined);
          if (signal.aborted) throw signal.reason;
        }
      }
    },
    self() {
      if (!client?.user || !client.application) throw new TypeError('not logged in yet');
      return { applicationId: client.application.id, userId: client.user.id };
    },
    servers: () => [...(client?.guilds.cache.keys() ?? [])],
    async disconnect() {
      if (client !== undefined) await disconnect(client);
    },
  };
}

/** Resolves when the client is ready for the first time; what happens after that goes to `onLost` and the log. */
async function firstReady(client: Client, { token, log, onLost }: DiscordOptions, signal: AbortSignal): Promise<void> {
  let isReady = false;
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const refused = new Promise<never>((_, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => (isReady ? onLost(refusal(code)) : reject(refusal(code))));
  });
  const over = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: over.signal });
    if (signal.aborted) reject(signal.reason);
  });
  logConnection(client, log);
  try {
    await Promise.race([client.login(token).then(() => ready), refused, aborted]);
    isReady = true;
  } finally {
    over.abort();
  }
}

async function disconnect(client: Client): Promise<void> {
  // To discord.js every end of a connection is the beginning of the next.
  client.removeAllListeners(Events.ShardReconnecting);
  await client.destroy();
}

/** A line when the gateway is lost and one when it is back; not one for each of discord.js's tries, two a second. */
function logConnection(client: Client, log: Logger): void {
  const down = new Set<number>();
  client.on(Events.Error, (error) => log.warn({ event: 'discord error' }, `discord: ${error.name}: ${error.message}`));
  client.on(Events.ShardError, (error, shard) => {
    log[down.has(shard) ? 'debug' : 'warn']({ event: 'gateway error', shard }, `gateway: ${error.message}`);
  });
  // An end for good has a line of its own, and discord.js tells of it twice.
  client.on(Events.ShardDisconnect, (_, shard) => down.add(shard));
  client.on(Events.ShardReconnecting, (shard) => {
    const known = down.has(shard);
    down.add(shard);
    const line = 'the gateway dropped; connecting again until it is back';
    log[known ? 'debug' : 'info']({ event: 'gateway reconnecting', shard }, line);
  });
  const back = (shard: number) => {
    if (down.delete(shard)) log.info({ event: 'gateway resumed', shard }, 'the gateway is back');
  };
  client.on(Events.ShardResume, back);
  client.on(Events.ShardReady, back);
}

/** An event as the gateway tells it, before discord.js looks at it. */
interface Packet {
  t: string | null;
  readonly d: unknown;
}

function createClient(options: DiscordOptions, rest: Partial<RESTOptions>): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    rest,
    // A server in an outage is not waited for: its channels are learned when it is back.
    waitGuildTimeout: 3_000,
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      VoiceStateManager: 0,
      PresenceManager: 0,
      ThreadManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
  });
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds }: GatewayReadyDispatchData, shardId) => {
    const { shardCount = 1 } = client.options;
    options.onServers(
      guilds.map(({ id }) => id),
      (serverId) => Number((BigInt(serverId) >> 22n) % BigInt(shardCount)) === shardId,
    );
  });
  client.on(Events.Raw, (packet: Packet) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
    // Taken from discord.js, which would build objects from it that nobody reads, and ends the process over a field
    // that it misses.
    packet.t = null;
    options.onInteraction(packet.d as APIInteraction);
  });
  client.ws.on(GatewayDispatchEvents.GuildCreate, (guild: { id: string; unavailable?: boolean }) => {
    if (guild.unavailable !== true) options.onServerJoined(guild.id);
  });
  client.ws.on(GatewayDispatchEvents.GuildDelete, (guild: { id: string; unavailable?: boolean }) => {
    if (guild.unavailable !== true) options.onServerRemoved(guild.id);
  });
  return client;
}

/** For the host. discord.js trips over an answer that is none of Discord's. */
function reasonOf(error: unknown): string {
  if (error instanceof TypeError) return 'what answers there is not Discord: check DISCORD_API_URL';
  return error instanceof Error ? error.message : 'no reason given';
}

function isRefusal(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && String(error.code) === 'TokenInvalid';
}

function missingIn(client: Client, serverId: string, channelId: string): readonly NeededPermission[] | undefined {
  const server = client.guilds.cache.get(serverId);
  const channel = server?.channels.cache.get(channelId);
  const me = server?.members.me;
  if (channel === undefined || me === undefined || me === null || !('permissionsFor' in channel)) return undefined;
  // Permissions begin with those of everyone's role, which has the server's own id.
  if (!server?.roles.cache.has(serverId)) return undefined;
  const has = channel.permissionsFor(me);
  const needed = Object.keys(NEEDED_PERMISSIONS) as NeededPermission[];
  return needed.filter((permission) => !has.has(PermissionsBitField.Flags[permission]));
}
