import type { RESTOptions } from 'discord.js';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Content } from './coach/content.ts';
import type { Instant } from './coach/day.ts';
import { connect, type DiscordRefusal } from './discord/client.ts';
import { createDispatch, type Dispatch } from './discord/dispatch.ts';
import { createOutbox } from './discord/outbox.ts';
import { placesFor } from './discord/places.ts';
import { registerCommands } from './discord/registration.ts';
import type { Registry } from './discord/registry.ts';
import { textFor } from './messages/text.ts';
import { createScheduler } from './scheduler/tick.ts';
import type { Store } from './store/store.ts';

export interface BotOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly store: Store;
  readonly content: Content;
  readonly registry: Registry;
  readonly clock: () => Instant;
  readonly log: Logger;
  readonly version: string;
  /** Calls `beat` at every minute of the clock; what it returns stops it. */
  readonly everyMinute: (beat: () => void) => () => void;
  readonly rest?: Partial<Pick<RESTOptions, 'globalRequestsPerSecond'>>;
  /** Discord closed the connection for good. */
  onLost(error: DiscordRefusal): void;
}

export interface Bot {
  /** See Scheduler: asks what is due by now and sends it. */
  beat(): Promise<void>;
  nextDue(): Promise<Instant | undefined>;
  /** Takes nothing new, waits for what is in hand at most `graceMs`, and disconnects. The store stays open. */
  stop(graceMs: number): Promise<void>;
}

/**
 * Puts the parts together, logs in, registers the commands and starts the scheduler.
 * @throws DiscordRefusal when Discord will not have us; the signal's reason when it is aborted.
 */
export async function startBot(options: BotOptions, signal: AbortSignal): Promise<Bot> {
  const { store, content, registry, clock, log } = options;
  const early: APIInteraction[] = [];
  let dispatch: Dispatch | undefined;
  const background = new Set<Promise<void>>();
  /** Work that nobody waits for, but that a stop must not cut off. */
  const inBackground = (what: string, work: Promise<unknown>) => {
    const done = work
      .then(() => undefined)
      .catch((error) => log.error({ event: 'background failed', err: error }, `${what} failed`))
      .finally(() => background.delete(done));
    background.add(done);
  };

  const discord = await connect(
    {
      token: options.token,
      apiUrl: options.apiUrl,
      log,
      ...(options.rest && { rest: options.rest }),
      onInteraction: (interaction) => (dispatch === undefined ? early.push(interaction) : dispatch.handle(interaction)),
      onServerJoined: (serverId) => inBackground('noting a server', store.servers.joined(serverId, clock())),
      onServerRemoved: (serverId) => {
        log.info({ event: 'removed', server: serverId }, `removed from server ${serverId}`);
        inBackground('noting a removal', store.servers.removed(serverId, clock()));
      },
      onLost: options.onLost,
    },
    signal,
  );
  const outbox = createOutbox(discord.rest, discord.self);
  const scheduler = createScheduler({
    store,
    content,
    log,
    clock,
    text: textFor('en'),
    posts: outbox,
    places: discord.places,
  });
  dispatch = createDispatch({
    registry,
    clock,
    log,
    textFor,
    answers: outbox,
    surroundings: {
      store,
      content,
      version: options.version,
      placesFor: (interaction) => placesFor(interaction, discord.places),
    },
    afterwards: () => inBackground('posting', scheduler.beat()),
  });
  await noteRemovals(store, discord.servers(), clock());
  const written = await registerCommands(discord.rest, discord.self().applicationId, registry.definitions);
  log.info({ event: 'commands' }, written ? 'commands registered with Discord' : 'commands are as Discord has them');
  for (const interaction of early.splice(0)) dispatch.handle(interaction);
  const stopBeat = options.everyMinute(() => inBackground('the beat', scheduler.beat()));
  inBackground('the first beat', scheduler.beat());
  log.info({ event: 'ready', servers: discord.servers().length }, `ready in ${discord.servers().length} server(s)`);

  const answering = dispatch;
  return {
    beat: () => scheduler.beat(),
    nextDue: () => scheduler.nextDue(),
    async stop(graceMs) {
      stopBeat();
      const inHand = Promise.all([answering.drain(), scheduler.drain()]).then(() => Promise.all(background));
      const timedOut = await Promise.race([inHand.then(() => false), passed(graceMs)]);
      if (timedOut) log.warn({ event: 'stopped early' }, `some requests were not answered within ${graceMs / 1000} s`);
      await discord.disconnect();
    },
  };
}

/** Servers that removed the bot while it was away. */
async function noteRemovals(store: Store, present: readonly string[], now: Instant): Promise<void> {
  const here = new Set(present);
  for (const serverId of await store.servers.present()) {
    if (!here.has(serverId)) await store.servers.removed(serverId, now);
  }
}

function passed(ms: number): Promise<true> {
  return new Promise((resolve) => setTimeout(resolve, ms, true as const).unref());
}
