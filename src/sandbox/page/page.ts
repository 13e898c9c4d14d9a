import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { PageHost } from './host.ts';
import { attachmentRoute } from './server/attachments.ts';
import { guard, ownHost } from './server/guard.ts';
import { routes } from './server/routes.ts';
import { type Stage, stageOf } from './server/stage.ts';

export interface PageOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Where it listens; 127.0.0.1 unless others on the network are meant to come in. */
  readonly hostname: string;
  /** Without it nobody sees or does anything; it is part of the address. */
  readonly key: string;
}

/** A page on which people meet a bot in a sandbox. */
export interface Page {
  /** With the key in its fragment, which browsers send nowhere. */
  readonly address: string;
  close(): Promise<void>;
}

/** Where `npm run build:page` puts what the browser loads; from here as from where this file is compiled to. */
const ASSETS = new URL('../../../dist/page/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

/**
 * Serves the page. @throws Error with the code EADDRINUSE when somebody listens there already
 */
export async function openPage(host: PageHost, options: PageOptions): Promise<Page> {
  const build = await buildOf();
  let stage: Stage = stageOf(host, host.shown(), build);
  let beginning: Promise<void> | undefined;
  let port = options.port;

  /** However many ask for it at once, it begins once. */
  const beginAgain = () => {
    beginning ??= (async () => {
      try {
        // The bot is stopped for it, and would wait for requests that hang.
        stage.faults.letThrough();
        const shown = await host.beginAgain();
        stage.close();
        stage = stageOf(host, shown, build);
      } finally {
        beginning = undefined;
      }
    })();
    return beginning;
  };

  const app = new Hono();
  app.use(guard({ key: options.key, isOwnHost: ownHost(options.hostname, () => port) }));
  app.route(
    '/api',
    routes(host, () => stage, beginAgain),
  );
  app.get(
    '/files/:channel/:id/:name',
    attachmentRoute(() => stage.shown.sandbox.world),
  );
  app.get('/', () => asset('index.html'));
  app.get('/assets/:name', (context) => asset(context.req.param('name')));

  const http = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port, options.hostname, resolve);
  });
  port = (http.address() as AddressInfo).port;

  return {
    address: `http://${isLoopback(options.hostname) ? '127.0.0.1' : options.hostname}:${port}/#${options.key}`,
    async close() {
      stage.close();
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      });
    },
  };
}

const isLoopback = (hostname: string) => ['127.0.0.1', 'localhost', '::1'].includes(hostname);

/** Which bundle it is; none before the first build. */
async function buildOf(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['main.js', 'main.css']) hash.update(await readFile(new URL(name, ASSETS)).catch(() => ''));
  return hash.digest('base64url').slice(0, 12);
}

async function asset(name: string): Promise<Response> {
  // Names alone: no path leads out of the folder.
  if (!/^[\w.-]+$/.test(name) || name.includes('..')) return new Response('not found', { status: 404 });
  try {
    const bytes = await readFile(new URL(name, ASSETS));
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'cache-control': 'no-cache' } });
  } catch {
    return new Response('The page is not built: npm run build', { status: 404 });
  }
}
