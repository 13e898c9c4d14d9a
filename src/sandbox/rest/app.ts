import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Core } from '../core.ts';
import { DiscordError, notFound, unauthorized } from '../errors.ts';
import type { Form } from '../events.ts';
import type { Fault } from '../faults.ts';
import type { Upload } from '../world/messages.ts';
import { applicationRoutes } from './applications.ts';
import { readBody } from './body.ts';
import { channelRoutes } from './channels.ts';
import { gatewayRoutes } from './gateway.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import type { RestReply, RestRoute } from './route.ts';
import { userRoutes } from './users.ts';
import { webhookRoutes } from './webhooks.ts';

type Env = { Bindings: HttpBindings };
/** `sent`: the request's body, as far as it was read. */
type Answer = RestReply & { readonly headers?: Record<string, string>; readonly sent?: unknown };

const API = '/api/v10';

export const routes: readonly RestRoute[] = [
  ...gatewayRoutes,
  ...userRoutes,
  ...applicationRoutes,
  ...guildRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
];

/** Discord's REST API v10, and the files that messages carry. */
export function restApp(core: () => Core): Hono<Env> {
  const app = new Hono<Env>();
  /** Not as a middleware: with one, each answer would take several turns more. */
  const own =
    (answer: (context: Context<Env>) => Response | Promise<Response>) =>
    (context: Context<Env>): Response | Promise<Response> =>
      isOwnName(core(), context)
        ? answer(context)
        : context.text('The sandbox answers under its own address alone.', 403);
  for (const route of routes) {
    const path = API + route.template.replaceAll(/\{(\w+)\}/g, ':$1');
    app.on(
      route.method,
      path,
      own((context) => serve(core(), route, context)),
    );
  }
  app.get(
    '/attachments/:channel/:id/:name',
    own((context) => {
      const file = core().world.attachments.get(context.req.param('id') ?? '');
      if (file === undefined) return context.notFound();
      return context.body(new Uint8Array(file.bytes), 200, { 'content-type': file.contentType });
    }),
  );
  app.all(
    `${API}/*`,
    own((context) => notImplemented(core(), context)),
  );
  app.notFound((context) => context.json(notFound().body, 404));
  return app;
}

const pathOf = (context: Context<Env>) => decodeURIComponent(context.req.path.slice(API.length));

/** Another name that was made to lead here (DNS rebinding) is how a web page would reach it. */
const isOwnName = (core: Core, context: Context<Env>) =>
  context.req.header('host') === core.origin().slice('http://'.length);

function notImplemented(core: Core, context: Context<Env>): Response {
  const what = `${context.req.method} ${pathOf(context)}`;
  core.validation.fault(`not implemented: ${what}`);
  tell(core, context, { status: 501 }, 'not implemented');
  return context.json({ code: 0, message: `The sandbox does not implement ${what}` }, 501);
}

async function serve(core: Core, route: RestRoute, context: Context<Env>): Promise<Response> {
  const path = pathOf(context);
  const done = core.activity.begin('request', () => `${route.method} ${path} is being answered`);
  // The bot goes on only when it has the whole answer.
  context.env.outgoing.once('close', done);
  const fault = core.faults.take(route.method, route.template, path);
  if (fault !== undefined) {
    const what = `${worded(fault)} for ${route.method} ${path}`;
    core.happenings.tell({ kind: 'fault', at: core.clock.now(), what, sent: await readAnyhow(context) });
  }

  const before = early(fault);
  if (before === 'timeout' || before === 'reset') {
    done();
    const { socket } = context.env.incoming;
    if (before === 'reset') socket.destroy();
    else
      context.env.outgoing.once(
        'close',
        core.faults.hold(() => socket.resetAndDestroy()),
      );
    return RESPONSE_ALREADY_SENT;
  }
  const answer = before ?? (await answerTo(core, route, context));
  if (fault === 'accept-then-drop') {
    context.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  tell(core, context, answer);
  if (fault === undefined) core.validation.response(route.method, route.template, answer.status, answer.body);
  const headers = { ...answer.headers, 'content-type': 'application/json' };
  return answer.body === undefined
    ? new Response(null, { status: answer.status, ...(answer.headers ? { headers: answer.headers } : {}) })
    : new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}

async function answerTo(core: Core, route: RestRoute, context: Context<Env>): Promise<Answer> {
  let headers: Record<string, string> = {};
  let sent: unknown;
  try {
    if (route.auth === 'bot' && context.req.header('authorization') !== `Bot ${core.token}`) throw unauthorized();
    const params = context.req.param() as Record<string, string>;
    const verdict = limit(core, route, params);
    headers = verdict.headers;
    if (verdict.retryAfter !== undefined) return tooMany(verdict.retryAfter, verdict.global ?? false, headers);
    const { body, files } = await readBody(context);
    sent = files.length === 0 ? body : formOf(body, files);
    const query = new URL(context.req.url).searchParams;
    const request = { core, params, query, body, files };
    core.validation.request(route.method, route.template, body, route.check?.(request) ?? []);
    return { ...route.handle(request), headers, sent };
  } catch (error) {
    if (error instanceof DiscordError) return { status: error.status, body: error.body, headers, sent };
    core.validation.fault(`${route.method} ${route.template}: ${error instanceof Error ? error.stack : error}`);
    return { status: 500, body: { code: 0, message: '500: Internal Server Error' }, headers, sent };
  }
}

function limit(core: Core, route: RestRoute, params: Readonly<Record<string, string>>) {
  const major = route.bucket?.by.map((name) => params[name]).join(':') ?? '';
  const key = `${route.method}:${route.template} ${major}`;
  return core.rateLimits.count(key, route.bucket?.budget, route.auth === 'bot');
}

const tooMany = (retryAfter: number, global: boolean, headers: Record<string, string>): Answer => ({
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
  headers,
});

/** What a fault makes of a request before it is served. */
function early(fault: Fault | undefined): Answer | 'timeout' | 'reset' | undefined {
  if (fault === undefined || fault === 'accept-then-drop') return undefined;
  if (fault === 'timeout' || fault === 'reset') return fault;
  if (fault.status === 429) {
    const after = fault.retryAfter ?? 1;
    const global = fault.global ?? false;
    if (after === 'none') return tooMany(0, global, {});
    const scope: Record<string, string> = global
      ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }
      : { 'x-ratelimit-scope': 'user' };
    return tooMany(after, global, { ...scope, 'retry-after': String(after), 'x-ratelimit-reset-after': String(after) });
  }
  const message = fault.message ?? `${fault.status}: ${STATUS[fault.status]}`;
  return { status: fault.status, body: { code: fault.code ?? 0, message } };
}

const STATUS = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const;

const worded = (fault: Fault) => (typeof fault === 'string' ? fault : `status ${fault.status}`);

function tell(core: Core, context: Context<Env>, { status, sent, body: got }: Answer, note?: string): void {
  const { method, url } = context.req;
  const queryAt = url.indexOf('?');
  core.happenings.tell({
    kind: 'rest',
    at: core.clock.now(),
    method,
    path: pathOf(context),
    status,
    sent,
    got,
    ...(note === undefined ? {} : { note }),
    ...(queryAt < 0 ? {} : { query: url.slice(queryAt) }),
  });
}

const formOf = (body: unknown, files: readonly Upload[]): Form => ({
  payload_json: body,
  files: files.map((file) => ({ name: file.filename, size: file.bytes.length })),
});

/** What a request carries that is not going to be served; nothing when it cannot be read. */
async function readAnyhow(context: Context<Env>): Promise<unknown> {
  try {
    const { body, files } = await readBody(context);
    return files.length === 0 ? body : formOf(body, files);
  } catch {
    return undefined;
  }
}
