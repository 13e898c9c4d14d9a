import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { startBot } from './bot.ts';
import { type Config, ConfigError, EX_CONFIG, readConfig } from './config.ts';
import { DiscordRefusal } from './discord/client.ts';
import { CommandFileError, discoverCommands } from './discord/registry.ts';
import { backUpApart } from './host/backup-process.ts';
import { runBackup, runRestore } from './host/command.ts';
import { type Host, openHost } from './host/host.ts';
import { createLog, type Reader } from './log.ts';
import { everyMinute } from './scheduler/cron.ts';
import { ContentError, loadContent } from './store/content.ts';
import { openStore } from './store/database.ts';
import { StoreError } from './store/store-error.ts';

/** How long requests in flight may take after a request to stop. */
const GRACE_MS = 10_000;

const packageFile = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(packageFile) as { version: string };

const clock = () => Date.now();

/** What runs until it is stopped. */
type Running = { stop(): Promise<void> };

async function runOnDiscord(config: Config, token: string, log: Logger, signal: AbortSignal): Promise<Running> {
  const content = loadContent();
  const registry = await discoverCommands();
  const store = await openStore(config.DATABASE_PATH);
  let host: Host | undefined;
  try {
    const opened = await openHost({
      config,
      store,
      version,
      clock,
      log,
      backUp: backUpApart(new URL(import.meta.url), config.DATABASE_PATH),
    });
    host = opened;
    const bot = await startBot(
      {
        token,
        apiUrl: config.DISCORD_API_URL,
        store,
        content,
        registry,
        clock,
        log: opened.log,
        version,
        everyMinute: (beat) =>
          everyMinute(() => {
            beat();
            void opened.beat();
          }),
        onLost: (error) => {
          log.fatal({ event: 'refused' }, error.message);
          stopOnce('Discord will not have us any more', EX_CONFIG);
        },
      },
      signal,
    );
    const stop = async () => {
      await bot.stop(GRACE_MS);
      await opened.stop();
      await store.close();
    };
    return { stop };
  } catch (error) {
    await host?.stop();
    await store.close();
    throw error;
  }
}

async function runInSandbox(config: Config): Promise<Running> {
  const { show } = await import('./simulation/show.ts');
  const write = (line: string) => void process.stdout.write(`${line}\n`);
  const shown = await show({
    ...{ version, config, write, clock },
    logFor(reader) {
      log = logFor(config, reader);
      return log;
    },
  });
  // Whoever is at the page loses nothing by a fault of the bot's; they see it in its log.
  onFault = (error) => log?.error({ event: 'fault', err: error }, 'the bot had a fault of its own');
  return shown;
}

function start(config: Config, log: Logger, signal: AbortSignal): Promise<Running> {
  const { DISCORD_TOKEN: token } = config;
  return token === undefined ? runInSandbox(config) : runOnDiscord(config, token, log, signal);
}

function logFor({ DISCORD_TOKEN: token, LOG_LEVEL: level }: Config, reader?: Reader): Logger {
  const { isTTY } = process.stdout;
  if (token !== undefined) return createLog(level, isTTY, [token]);
  // The story is what the terminal is for; the log would talk over it.
  return createLog(level === 'info' ? 'warn' : level, isTTY, [], undefined, reader);
}

const aborting = new AbortController();
let log: Logger | undefined;
let starting: Promise<Running> | undefined;

/** Once: what asked first gives the exit code, and asking again changes nothing. */
function stopOnce(why: string, code: number): void {
  if (aborting.signal.aborted) return;
  log?.info({ event: 'stopping' }, `${why}: finishing what is in hand`);
  aborting.abort(new Error(why));
  stop().then(() => {
    log?.info({ event: 'stopped' }, 'stopped');
    process.exit(code);
  }, fail);
}

async function stop(): Promise<void> {
  // A start that was cut short has cleared up after itself.
  const running = await starting?.catch(() => undefined);
  await running?.stop();
}

/** One line and EX_CONFIG for what the host can mend; a stack for a fault of ours. */
function fail(error: unknown): never {
  const mendable = [ConfigError, ContentError, CommandFileError, StoreError, DiscordRefusal];
  const isMendable = mendable.some((kind) => error instanceof kind);
  const words = error instanceof Error ? (isMendable ? error.message : error.stack) : String(error);
  const where = error instanceof StoreError ? 'DATABASE_PATH: ' : '';
  process.stderr.write(`${where}${words}\n`);
  process.exit(isMendable ? EX_CONFIG : 1);
}

// Whoever runs us starts us again, and what was in hand is made good: going on in an unknown state would not be.
let onFault = (error: unknown): void => {
  if (log === undefined) fail(error);
  log.fatal({ event: 'crashed', err: error }, 'stopped by a fault of its own');
  process.exit(1);
};

async function run(): Promise<void> {
  process.on('uncaughtException', (error) => onFault(error));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopOnce(signal, 0));
  try {
    const config = readConfig(process.env);
    log = logFor(config);
    starting = start(config, log, aborting.signal);
    await starting;
  } catch (error) {
    if (!aborting.signal.aborted) fail(error);
  }
}

/** What the host does by hand: `npm run backup`, `npm run restore`. Done when its one line is said. */
const COMMANDS = new Map([
  ['backup', runBackup],
  ['restore', runRestore],
]);

const [name = '', ...given] = process.argv.slice(2);
const command = COMMANDS.get(name);
if (command === undefined) await run();
else {
  const { code, line } = command({ given, environment: process.env, now: Date.now() });
  (code === 0 ? process.stdout : process.stderr).write(`${line}\n`);
  process.exitCode = code;
}
