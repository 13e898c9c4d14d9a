import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { startBot } from './bot.ts';
import { type Config, ConfigError, EX_CONFIG, readConfig } from './config.ts';
import { DiscordRefusal } from './discord/client.ts';
import { CommandFileError, discoverCommands } from './discord/registry.ts';
import { createLog } from './log.ts';
import { everyMinute } from './scheduler/cron.ts';
import { ContentError, loadContent } from './store/content.ts';
import { openStore } from './store/database.ts';
import { StoreError } from './store/store-error.ts';

/** How long requests in flight may take after a request to stop. */
const GRACE_MS = 10_000;
/** Between two acts of the first day, so that a person can read along. */
const PACE_MS = 600;

const packageFile = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(packageFile) as { version: string };

/** What runs until it is stopped. */
type Running = { stop(): Promise<void> };

async function runOnDiscord(config: Config, token: string, log: Logger, signal: AbortSignal): Promise<Running> {
  const content = loadContent();
  const registry = await discoverCommands();
  const store = await openStore(config.DATABASE_PATH);
  try {
    const bot = await startBot(
      {
        token,
        apiUrl: config.DISCORD_API_URL,
        store,
        content,
        registry,
        clock: () => Date.now(),
        log,
        version,
        everyMinute,
        onLost: (error) => void shutDown(error.message, EX_CONFIG),
      },
      signal,
    );
    const stop = async () => {
      await bot.stop(GRACE_MS);
      await store.close();
    };
    return { stop };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function runInSandbox(log: Logger): Promise<Running> {
  const { playFirstDay } = await import('./simulation/first-day.ts');
  const write = (line: string) => void process.stdout.write(`${line}\n`);
  const day = await playFirstDay({ version, log, now: Date.now(), write, pace: PACE_MS });
  return { stop: () => day.close() };
}

const aborting = new AbortController();
let running: Running | undefined;

/** Once: what asked first gives the exit code. */
async function shutDown(why: string, code: number): Promise<void> {
  if (aborting.signal.aborted) return;
  aborting.abort(new Error(why));
  log?.info({ event: 'stopping' }, `${why}: finishing what is in hand`);
  await running?.stop();
  log?.info({ event: 'stopped' }, 'stopped');
  process.exit(code);
}

/** One line and EX_CONFIG for what the host can mend; a stack for a fault of ours. */
function fail(error: unknown): never {
  const mendable = [ConfigError, ContentError, CommandFileError, StoreError, DiscordRefusal];
  const isMendable = mendable.some((kind) => error instanceof kind);
  const words = error instanceof Error ? (isMendable ? error.message : error.stack) : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(isMendable ? EX_CONFIG : 1);
}

let log: Logger | undefined;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void shutDown(signal, 0).catch(fail));
try {
  const config = readConfig(process.env);
  const token = config.DISCORD_TOKEN;
  if (token === undefined) {
    // The story is what the terminal is for; the log would talk over it.
    running = await runInSandbox(
      createLog(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL, process.stdout.isTTY),
    );
  } else {
    log = createLog(config.LOG_LEVEL, process.stdout.isTTY, [token]);
    running = await runOnDiscord(config, token, log, aborting.signal);
  }
} catch (error) {
  if (!aborting.signal.aborted) fail(error);
}
