import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  Events,
  GatewayIntentBits,
  Options,
  PermissionsBitField,
  type REST,
  type RESTOptions,
} from 'discord.js';
import { type APIInteraction, GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { NEEDED_PERMISSIONS, type NeededPermission, type Places } from './places.ts';

export interface ConnectOptions {
  readonly token: string;
  /** Without the version: `https://discord.com/api`. The gateway's address is asked from there. */
  readonly apiUrl: string;
  readonly log: Logger;
  /** For a stand-in that has no limits. */
  readonly rest?: Partial<Pick<RESTOptions, 'globalRequestsPerSecond'>>;
  onInteraction(interaction: APIInteraction): void;
  onServerJoined(serverId: string): void;
  /** The bot was removed from the server. Not called for an outage of Discord's. */
  onServerRemoved(serverId: string): void;
  /** Discord closed the connection for good. */
  onLost(error: DiscordRefusal): void;
}

/** Discord will not have us: the token or the intents are wrong. Trying again does not help. */
export class DiscordRefusal extends Error {
  override readonly name = 'DiscordRefusal';
}

export interface Discord {
  readonly rest: REST;
  readonly places: Places;
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

/**
 * Logs in and resolves when every shard is ready. A network that is down is tried again until it is up.
 * @throws DiscordRefusal
 */
export async function connect(options: ConnectOptions, signal: AbortSignal): Promise<Discord> {
  const { log } = options;
  const client = createClient(options);
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const refused = new Promise<never>((_, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const refusal = new DiscordRefusal(REFUSALS[code] ?? `Discord closed the connection for good (${code})`);
      options.onLost(refusal);
      reject(refusal);
    });
  });
  refused.catch(() => undefined);
  client.on(Events.Error, (error) => log.warn({ event: 'discord error' }, `discord: ${error.name}: ${error.message}`));
  client.on(Events.ShardError, (error) => log.warn({ event: 'gateway error' }, `gateway: ${error.message}`));
  client.on(Events.ShardReconnecting, () =>
    log.info({ event: 'gateway reconnecting' }, 'the gateway dropped; connecting again'),
  );
  client.on(Events.ShardResume, () => log.info({ event: 'gateway resumed' }, 'the gateway is back'));
  await Promise.race([login(client, options, signal), refused]);
  await Promise.race([ready, refused, aborted(signal)]);
  return {
    rest: client.rest,
    places: { missingIn: (serverId, channelId) => missingIn(client, serverId, channelId) },
    self: () => {
      if (!client.isReady()) throw new TypeError('not logged in yet');
      return { applicationId: client.application.id, userId: client.user.id };
    },
    servers: () => [...client.guilds.cache.keys()],
    disconnect: () => client.destroy(),
  };
}

function createClient(options: ConnectOptions): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    rest: {
      api: options.apiUrl,
      // discord.js tries again at once and without a pause, so one further try has to do; the scheduler tries later.
      retries: 1,
      // A 429 that names no delay would be repeated in a tight loop.
      rejectOnRateLimit: (data) => data.retryAfter === 0,
      ...options.rest,
    },
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
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
    options.onInteraction(interaction),
  );
  client.ws.on(GatewayDispatchEvents.GuildCreate, (guild: { id: string; unavailable?: boolean }) => {
    if (guild.unavailable !== true) options.onServerJoined(guild.id);
  });
  client.ws.on(GatewayDispatchEvents.GuildDelete, (guild: { id: string; unavailable?: boolean }) => {
    if (guild.unavailable !== true) options.onServerRemoved(guild.id);
  });
  return client;
}

const LONGEST_WAIT_S = 60;

async function login(client: Client, { token, log }: ConnectOptions, signal: AbortSignal): Promise<void> {
  for (let seconds = 1; ; seconds = Math.min(seconds * 2, LONGEST_WAIT_S)) {
    try {
      await client.login(token);
      return;
    } catch (error) {
      if (isRefusal(error)) throw new DiscordRefusal(REFUSALS[4004]);
      log.warn(
        { event: 'log-in failed' },
        `Discord cannot be reached (${(error as Error).message}); next try in ${seconds} s`,
      );
      await Promise.race([new Promise((resolve) => setTimeout(resolve, seconds * 1000)), aborted(signal)]);
    }
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && String(error.code) === 'TokenInvalid';
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function missingIn(client: Client, serverId: string, channelId: string): readonly NeededPermission[] | undefined {
  const server = client.guilds.cache.get(serverId);
  const channel = server?.channels.cache.get(channelId);
  const me = server?.members.me;
  if (channel === undefined || me === undefined || me === null || !('permissionsFor' in channel)) return undefined;
  const has = channel.permissionsFor(me);
  const needed = Object.keys(NEEDED_PERMISSIONS) as NeededPermission[];
  return needed.filter((permission) => !has.has(PermissionsBitField.Flags[permission]));
}
