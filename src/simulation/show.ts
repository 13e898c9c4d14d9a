import type { Logger } from 'pino';
import { zone } from '../coach/day.ts';
import { type Config, ConfigError } from '../config.ts';
import type { Reader } from '../log.ts';
import { openPage, type Page } from '../sandbox/page/page.ts';
import { logLines } from './log-lines.ts';
import { openPlayground, type Playground } from './playground.ts';

export interface ShowOptions {
  readonly version: string;
  readonly config: Pick<Config, 'SANDBOX_PATH' | 'SANDBOX_HOST' | 'SANDBOX_PORT'>;
  /** The bot's log, that somebody else reads too. */
  readonly logFor: (reader: Reader) => Logger;
  /** Real time. */
  readonly clock: () => number;
  /** Where a person reads along, a line at a time. */
  readonly write: (line: string) => void;
}

/** The first of those that are tried when the host has not said which. */
const PORT = 7300;
const TRIED = 11;
/** Between two acts of the first day, so that a person can read along (real ms). */
const PACE_MS = 600;

/**
 * Shows the bot in a sandbox on a page, and lets its first day, or what it is in, go on.
 * @throws ConfigError when the port or the folder cannot be used
 */
export async function show(options: ShowOptions): Promise<{ stop(): Promise<void> }> {
  const { config, version, clock, write } = options;
  const lines = logLines();
  const home = zone(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  const playground = await openPlayground({
    ...{ version, clock, write, lines, home, path: config.SANDBOX_PATH, pace: PACE_MS },
    log: options.logFor({ level: 'debug', write: lines.write }),
  });
  let page: Page;
  try {
    page = await openAtFreePort(playground, config);
  } catch (error) {
    await playground.close();
    throw error;
  }
  for (const line of welcome(version, page.address, config.SANDBOX_PATH)) write(line);
  void playground.begin().then(() => {
    // The first day has pushed it off the screen by now.
    if (!playground.isRestored && !isStopping) write(`The page is at ${page.address}`);
  });
  let isStopping = false;
  return {
    async stop() {
      isStopping = true;
      await page.close();
      await playground.close();
    },
  };
}

/** Where the host has named no port, the next that is free will do. */
async function openAtFreePort({ host, key }: Playground, config: ShowOptions['config']): Promise<Page> {
  const { SANDBOX_PORT: wanted, SANDBOX_HOST: hostname } = config;
  const first = wanted ?? PORT;
  const last = wanted === undefined ? first + TRIED - 1 : first;
  for (let port = first; ; port += 1) {
    try {
      return await openPage(host, { port, hostname, key });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && port < last) continue;
      throw inWords(code, { first, last, hostname }) ?? error;
    }
  }
}

interface Tried {
  readonly first: number;
  readonly last: number;
  readonly hostname: string;
}

function inWords(code: string | undefined, { first, last, hostname }: Tried): ConfigError | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return new ConfigError(
        first === last
          ? `SANDBOX_PORT: ${first} is in use by another program; takes a port that is free, or none for the first that is`
          : `SANDBOX_PORT: ${first} to ${last} are all in use; takes a port that is free, or 0 for any`,
      );
    case 'EACCES':
      return new ConfigError(`SANDBOX_PORT: got ${first}, which this user may not use; takes one from 1024 on`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigError(`SANDBOX_HOST: got "${hostname}", takes an address of this machine, like 127.0.0.1`);
    default:
      return undefined;
  }
}

function welcome(version: string, address: string, folder: string): string[] {
  return [
    `Backbone ${version}, on a page of its own: DISCORD_TOKEN is not set, so this is a stand-in for Discord on this machine.`,
    '',
    `  Open   ${address}`,
    '',
    '  There you are Sam, new in the Garden Gym. In #training, type /enroll to join the plan. You can be anybody else',
    '  there too, and turn the clock. Nothing leaves this machine; all of it is kept in',
    `  ${folder} until you begin again. Ctrl+C stops.`,
    '  With DISCORD_TOKEN in .env, npm start is your own bot instead.',
    '',
  ];
}
