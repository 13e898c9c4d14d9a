import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { KEY_HEADER } from '../protocol.ts';
import { disarm } from './guard-uploads.ts';

export interface GuardOptions {
  /** The secret of the page's address: whoever has it may look and act. */
  readonly key: string;
  /** Whether a Host header names this page; see {@link ownHost}. */
  readonly isOwnHost: (host: string | undefined) => boolean;
}

/** Nothing but what this server serves: a page that shows what anybody wrote needs no more. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/**
 * Which Host headers name a page that listens on this address: on loopback its own three names, so that no other name
 * can be made to lead there (DNS rebinding); elsewhere any, since only the host knows the names of the machine.
 * @param port asked at each request: it is known once the server listens
 */
export function ownHost(address: string, port: () => number): GuardOptions['isOwnHost'] {
  if (address !== 'localhost' && address !== '::1' && !address.startsWith('127.')) return () => true;
  const names = ['127.0.0.1', 'localhost', '[::1]', address];
  return (host) => {
    const named = host?.toLowerCase();
    const own = names.map((name) => `${name}:${port()}`);
    // Clients leave out the port of plain HTTP.
    return named !== undefined && own.includes(port() === 80 && !/:\d+$/.test(named) ? `${named}:80` : named);
  };
}

/**
 * Lets nobody in but the page itself: no other name, no other page, nobody without the key. What goes out may run
 * nothing, be shown in no frame, and is kept by no cache.
 */
export function guard({ key, isOwnHost }: GuardOptions): MiddlewareHandler {
  const isKey = sameAs(key);

  const refusal = (context: Context): Refusal | undefined => {
    const { req } = context;
    const host = req.header('host');
    if (!isOwnHost(host))
      return [403, 'This page is not known by that name. Open the address that the program printed.'];
    if (!isFromHere(context, host))
      return [403, 'Another page asked for this. Paste the address that the program printed into the address bar.'];
    if (isPrivate(req.path) && !givenKeys(context).some(isKey))
      return [
        401,
        'The key is missing or wrong. Open the address that the program printed, with all that belongs to it.',
      ];
    if (!isReadOnly(req.method) && !hasJson(context)) return [415, 'Send it as application/json.'];
    return undefined;
  };

  return async (context, next) => {
    const refused = refusal(context);
    if (refused === undefined) await next();
    else context.res = said(context, refused);
    const { headers } = context.res;
    for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
    if (isPrivate(context.req.path)) headers.set('cache-control', 'no-store');
    if (isUnder(context.req.path, '/files') && context.res.ok) disarm(headers);
  };
}

type Refusal = readonly [status: 401 | 403 | 415, why: string];

const isUnder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const isPrivate = (path: string) => isUnder(path, '/api') || isUnder(path, '/files');
const isReadOnly = (method: string) => method === 'GET' || method === 'HEAD';

const said = (context: Context, [status, why]: Refusal): Response =>
  isPrivate(context.req.path) ? context.json({ error: why }, status) : context.text(why, status);

/** Whether no other page is behind a request, as far as browsers tell: programs send neither header. */
function isFromHere({ req }: Context, host: string | undefined): boolean {
  const origin = req.header('origin');
  if (origin !== undefined && !isOrigin(origin, host)) return false;
  const site = req.header('sec-fetch-site') ?? 'none';
  if (site === 'same-origin' || site === 'none') return true;
  // A page of another port of this machine may link to ours, and that is all.
  return site === 'same-site' && !isPrivate(req.path);
}

function isOrigin(origin: string, host: string | undefined): boolean {
  if (host === undefined) return false;
  const own = host.toLowerCase();
  return origin === `http://${own}` || origin === `https://${own}`;
}

/** The header; where a browser fetches by itself and cannot send one, the address too. */
function givenKeys({ req }: Context): readonly string[] {
  const byAddress = isReadOnly(req.method) && (req.path === '/api/stream' || isUnder(req.path, '/files'));
  return [req.header(KEY_HEADER), byAddress ? req.query('key') : undefined].filter((given) => given !== undefined);
}

/** Compares in a time that tells nothing of how much was right. */
function sameAs(key: string): (given: string) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const wanted = digest(key);
  return (given) => timingSafeEqual(digest(given), wanted);
}

function hasJson({ req }: Context): boolean {
  const type = req.header('content-type');
  const isEmpty = (req.header('content-length') ?? '0') === '0' && req.header('transfer-encoding') === undefined;
  if (type === undefined) return isEmpty;
  return type.split(';')[0]?.trim().toLowerCase() === 'application/json';
}
