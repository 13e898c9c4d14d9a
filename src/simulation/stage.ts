import type { Logger } from 'pino';
import { type Bot, type BotOptions, startBot } from '../bot.ts';
import type { Content } from '../coach/content.ts';
import { discoverCommands, type Registry } from '../discord/registry.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox/sandbox.ts';
import { loadContent } from '../store/content.ts';
import { type DatabaseOptions, type OpenStore, openStore } from '../store/database.ts';

export interface StageOptions extends SandboxOptions {
  readonly version: string;
  readonly log: Logger;
  /** A file, or `:memory:`. */
  readonly databasePath: string;
  /** A power cut, as on Discord, when absent. */
  readonly survives?: DatabaseOptions['survives'];
  /** Other commands than those under `src/commands/`. */
  readonly registry?: Registry;
}

/** The sandbox with the real bot in it, on one clock. */
export interface Stage {
  readonly sandbox: Sandbox;
  /** What the bot coaches by. */
  readonly content: Content;
  bot(): Bot;
  /** The store that the bot has open: to look, never to write. */
  store(): OpenStore;
  /** Stops the bot as SIGTERM would. */
  stopBot(): Promise<void>;
  /** Starts it again on the same database. */
  startBot(): Promise<void>;
  close(): Promise<void>;
}

const MINUTE = 60_000;
const GRACE_MS = 10_000;

/** Opens the sandbox; the bot comes in with {@link Stage.startBot}, once there are servers for it to find. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const { version, log, databasePath, survives, registry: given, ...sandboxOptions } = options;
  const sandbox = await createSandbox(sandboxOptions);
  const content = loadContent();
  const registry = given ?? (await discoverCommands());
  let running: { bot: Bot; store: OpenStore; unfollow: () => void } | undefined;

  const now = () => {
    if (running === undefined) throw new Error('the bot is not running');
    return running;
  };

  const stage: Stage = {
    sandbox,
    content,
    bot: () => now().bot,
    store: () => now().store,
    async startBot() {
      const store = await openStore(databasePath, survives && { survives });
      const botOptions: BotOptions = {
        token: sandbox.token,
        apiUrl: sandbox.apiUrl,
        store,
        content,
        registry,
        log,
        version,
        clock: () => sandbox.clock.now(),
        // The sandbox's clock calls it, and skips the minutes in which nothing can be due.
        everyMinute: () => () => undefined,
        ...(sandboxOptions.rateLimits === 'generous' && {
          rest: { globalRequestsPerSecond: Number.POSITIVE_INFINITY },
        }),
        onLost: (error) => log.error({ event: 'refused' }, error.message),
      };
      const bot = await startBot(botOptions, new AbortController().signal);
      const unfollow = follow(sandbox, bot);
      running = { bot, store, unfollow };
      await sandbox.settled();
    },
    async stopBot() {
      const { bot, store, unfollow } = now();
      unfollow();
      await bot.stop(GRACE_MS);
      await store.close();
      running = undefined;
    },
    async close() {
      if (running !== undefined) await stage.stopBot();
      await sandbox.close();
    },
  };
  return stage;
}

/** Lets the sandbox's clock call the bot at each minute in which something is due. Returns what stops it. */
function follow(sandbox: Sandbox, bot: Bot): () => void {
  // What is due next changes only when something happens, and the clock asks at every step.
  let next: Promise<number | undefined> | undefined;
  const forget = () => {
    next = undefined;
  };
  const unlisten = sandbox.on('event', forget);
  const unfollow = sandbox.clock.follow({
    step: MINUTE,
    nextAt() {
      next ??= bot.nextDue();
      return next;
    },
    run: () => bot.beat().finally(forget),
  });
  return () => {
    unlisten();
    unfollow();
  };
}
