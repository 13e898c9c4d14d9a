import { type Logger, pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type Bot, startBot } from '../../src/bot.ts';
import type { RestTuning } from '../../src/discord/client.ts';
import { discoverCommands, type Registry } from '../../src/discord/registry.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { loadContent } from '../../src/store/content.ts';
import type { Store } from '../../src/store/store.ts';

const content = loadContent();
const commands = await discoverCommands();

export interface HostOptions {
  readonly store: Store;
  readonly log?: Logger;
  /** The sandbox's clock, when absent. */
  readonly clock?: () => number;
  readonly rest?: RestTuning;
  readonly registry?: Registry;
  readonly token?: string;
  readonly onLost?: (error: Error) => void;
  readonly signal?: AbortSignal;
}

/**
 * A further bot against the sandbox, on a store of one's choice. Nothing beats for it but `beat()` and its own start.
 * Stopped when the test ends.
 */
export async function hostBot(sandbox: Sandbox, options: HostOptions): Promise<Bot> {
  const bot = await startBot(
    {
      token: options.token ?? sandbox.token,
      apiUrl: sandbox.apiUrl,
      store: options.store,
      content,
      registry: options.registry ?? commands,
      clock: options.clock ?? (() => sandbox.clock.now()),
      log: options.log ?? pino({ level: 'silent' }),
      version: '0.0.0-test',
      everyMinute: () => () => undefined,
      ...(options.rest && { rest: options.rest }),
      onLost: options.onLost ?? ((error) => Promise.reject(error)),
    },
    options.signal ?? new AbortController().signal,
  );
  onTestFinished(() => bot.stop(1_000));
  return bot;
}
