import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Content } from './coach/content.ts';
import type { Instant } from './coach/day.ts';
import { createDiscord, type DiscordRefusal, type RestTuning } from './discord/client.ts';
import { createDispatch } from './discord/dispatch.ts';
import { createOutbox } from './discord/outbox.ts';
import { placesFor } from './discord/places.ts';
import { registerUntilDone, tryToRegister } from './discord/registration.ts';
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
  readonly rest?: RestTuning;
  /** Discord will not have us any more. */
  onLost(error: DiscordRefusal): void;
}

export interface Bot {
  /** See Scheduler: asks what is due by now and sends it. */
  beat(): Promise<void>;
  nextDue(): Promise<Instant | undefined>;
  /** Takes nothing new, waits for what is in hand at most `graceMs`, and disconnects. The store stays open. */
  stop(graceMs: number): Promise<void>;
}

/** How long a goodbye to the gateway may take. */
const GOODBYE_MS = 1_000;

/**
 * Puts the parts together, logs in, starts the scheduler and registers the commands.
 * @throws DiscordRefusal when Discord will not have us; the signal's reason when it is aborted.
 */
export async function startBot(options: BotOptions, signal: AbortSignal): Promise<Bot> {
  const { store, content, registry, clock, log } = options;
  const background = new Set<Promise<void>>();
  /** Work that nobody waits for, but that a stop must not cut off. */
  const inBackground = (what: string, work: Promise<unknown>) => {
    const done = work
      .then(() => undefined)
      .catch((error) => log.error({ event: 'background failed', err: error }, `${what} failed`))
      .finally(() => background.delete(done));
    background.add(done);
  };

  const discord = createDiscord({
    token: options.token,
    apiUrl: options.apiUrl,
    log,
    ...(options.rest && { rest: options.rest }),
    onInteraction: (interaction) => dispatch.handle(interaction),
    onServerJoined: (serverId) => inBackground('noting a server', store.servers.joined(serverId, clock())),
    onServerRemoved: (serverId) => {
      log.info({ event: 'removed', server: serverId }, `removed from server ${serverId}`);
      inBackground('noting a removal', store.servers.removed(serverId, clock()));
    },
    onServers: (serverIds, covers) =>
      inBackground('noting removals', noteRemovals(store, new Set(serverIds), covers, clock())),
    onLost: options.onLost,
  });
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
  let isPosting = false;
  const dispatch = createDispatch({
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
    afterwards: () => {
      if (isPosting) inBackground('posting', scheduler.beat());
    },
  });

  await discord.logIn(signal);
  // Which servers we are in is known before anything is posted.
  await Promise.all(background);
  isPosting = true;
  const tick = async () => {
    await scheduler.beat();
    log.trace({ event: 'tick' }, 'a beat of the scheduler ended');
  };
  const stopBeat = options.everyMinute(() => inBackground('the beat', tick()));
  inBackground('the first beat', tick());

  const stopping = new AbortController();
  const untilStop = AbortSignal.any([signal, stopping.signal]);
  const ours = { rest: discord.rest, applicationId: discord.self().applicationId, definitions: registry.definitions };
  const registered = await tryToRegister(ours, log, untilStop);
  if (!registered) inBackground('registering the commands', registerUntilDone(ours, log, untilStop));
  const servers = discord.servers().length;
  log.info({ event: 'ready', servers }, `ready in ${servers} server(s)`);

  return {
    beat: tick,
    nextDue: () => scheduler.nextDue(),
    async stop(graceMs) {
      stopBeat();
      stopping.abort();
      const inHand = Promise.all([dispatch.drain(), scheduler.drain()]).then(() => Promise.all(background));
      if (!(await within(graceMs, inHand))) {
        log.warn({ event: 'stopped early' }, `some requests were not answered within ${graceMs / 1000} s`);
      }
      await within(GOODBYE_MS, discord.disconnect());
    },
  };
}

/**
 * Servers that removed the bot while it did not listen. A greeting that names no server at all says nothing: it may
 * have come before them, and one that is really gone is found out by the next post.
 */
async function noteRemovals(
  store: Store,
  present: ReadonlySet<string>,
  covers: (serverId: string) => boolean,
  now: Instant,
): Promise<void> {
  if (present.size === 0) return;
  for (const serverId of await store.servers.present()) {
    if (covers(serverId) && !present.has(serverId)) await store.servers.removed(serverId, now);
  }
}

/** Whether `work` ended within so many milliseconds. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  const late = sleep(ms, false, { signal: over.signal }).catch(() => true);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    over.abort();
  }
}
