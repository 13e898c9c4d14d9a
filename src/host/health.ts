import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Instant, MINUTE } from '../coach/day.ts';
import { ConfigError } from '../config.ts';
import type { Observed } from './observed.ts';

/** A beat comes each minute: by then three were missed. */
const LATEST_TICK = 3 * MINUTE;

export interface HealthOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly clock: () => Instant;
  readonly observed: Pick<Observed, 'isConnected' | 'lastTick'>;
  /** @throws when the database cannot be written */
  readonly proveWritable: (now: Instant) => Promise<void>;
  readonly metrics: () => Promise<string>;
}

export interface Health {
  readonly port: number;
  close(): Promise<void>;
}

/** What `/ready` answers: which of the three conditions hold, in words. */
export interface Readiness {
  readonly ready: boolean;
  readonly failing: readonly string[];
  readonly database: string;
  readonly gateway: string;
  readonly tick: string;
}

/**
 * Answers `/live`, `/ready` and `/metrics` for whoever watches over the program.
 * @throws ConfigError when the address cannot be used
 */
export async function openHealth(options: HealthOptions): Promise<Health> {
  let asking: Promise<Readiness> | undefined;
  // However often it is asked, the database is written once at a time.
  const readiness = () => {
    asking ??= readinessOf(options).finally(() => {
      asking = undefined;
    });
    return asking;
  };

  async function answer(path: string, response: ServerResponse): Promise<void> {
    switch (path) {
      case '/live':
        return json(response, 200, { live: true });
      case '/ready': {
        const state = await readiness();
        return json(response, state.ready ? 200 : 503, state);
      }
      case '/metrics':
        return send(response, 200, 'text/plain; version=0.0.4; charset=utf-8', await options.metrics());
      default:
        return json(response, 404, { paths: ['/live', '/ready', '/metrics'] });
    }
  }

  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return json(response, 405, { methods: ['GET', 'HEAD'] });
    const [path = ''] = (request.url ?? '').split('?');
    answer(path, response).catch(() => json(response, 500, { failing: ['health'] }));
  });
  try {
    server.listen(options.port, options.host);
    await once(server, 'listening');
  } catch (error) {
    throw inWords(error, options);
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readinessOf({ clock, observed, proveWritable }: HealthOptions): Promise<Readiness> {
  const now = clock();
  const database = await proveWritable(now).then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : 'cannot be written'),
  );
  const gateway = observed.isConnected() ? 'ok' : 'not connected';
  const last = observed.lastTick();
  const since = last === undefined ? undefined : Math.round((now - last) / 1000);
  const isFresh = last !== undefined && now - last < LATEST_TICK;
  const tick = isFresh ? 'ok' : since === undefined ? 'none yet' : `the last one ended ${since} s ago`;
  const failing = Object.entries({ database, gateway, tick }).flatMap(([name, state]) =>
    state === 'ok' ? [] : [name],
  );
  return { ready: failing.length === 0, failing, database, gateway, tick };
}

function json(response: ServerResponse, status: number, body: object): void {
  send(response, status, 'application/json', `${JSON.stringify(body)}\n`);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

function inWords(error: unknown, { host, port }: HealthOptions): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new ConfigError(`HEALTH_PORT: ${port} is in use by another program; takes one that is free`);
    case 'EACCES':
      return new ConfigError(`HEALTH_PORT: got ${port}, which this user may not use; takes one from 1024 on`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigError(`HEALTH_HOST: got "${host}", takes an address of this machine, like 127.0.0.1`);
    default:
      return error;
  }
}
