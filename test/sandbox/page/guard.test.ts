import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import { guard, ownHost } from '../../../src/sandbox/page/server/guard.ts';

const KEY = 'k3y-of-the-address';
const PICTURE = { 'content-type': 'image/png' };

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** A page behind the guard, bound to loopback unless told otherwise; and a way to ask it for things with any header. */
async function page(address = '127.0.0.1') {
  let port = 0;
  const acts: unknown[] = [];
  const app = new Hono();
  app.use(guard({ key: KEY, isOwnHost: ownHost(address, () => port) }));
  app.get('/', (context) => context.html('<title>Backbone</title>'));
  app.get('/api/state', (context) => context.json({ people: [] }));
  app.get('/api/stream', (context) => context.body('data: {}\n\n', 200, { 'content-type': 'text/event-stream' }));
  app.get('/api/broken', () => {
    throw new Error('on purpose');
  });
  app.post('/api/act', async (context) => {
    acts.push(await context.req.json());
    return context.json({ kind: 'nothing' });
  });
  app.post('/api/begin-again', (context) => context.json({}));
  app.get('/files/1/2/chart.png', (context) => context.body('bytes', 200, PICTURE));
  app.get('/files/1/2/drawing.svg', (context) => context.body('<svg/>', 200, { 'content-type': 'image/svg+xml' }));
  app.get('/files/1/2/notes.html', (context) => {
    context.header('content-disposition', `inline; filename*=UTF-8''notes.html`);
    return context.html('<script>alert(1)</script>');
  });
  app.get('/files/1/2/odd.png', (context) =>
    context.body('bytes', 200, { 'content-type': 'IMAGE/PNG; charset=utf-7' }),
  );
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  port = (server.address() as AddressInfo).port;

  const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      asking.on('error', reject);
      asking.end(body);
    });
  const withKey = (path: string, headers: OutgoingHttpHeaders = {}) =>
    ask(path, { headers: { 'x-page-key': KEY, ...headers } });
  const act = (headers: OutgoingHttpHeaders, body = '{"kind":"open dm"}') =>
    ask('/api/act', { method: 'POST', headers: { 'x-page-key': KEY, ...headers }, body });
  return { ask, withKey, act, acts, port };
}

describe('by the name it is asked for', () => {
  it('knows the three names of loopback with its port, however they are written', async () => {
    const { withKey, port } = await page();
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LocalHost:${port}`, `[::1]:${port}`])
      expect((await withKey('/api/state', { host })).status, host).toBe(200);
  });

  it('turns away a name that somebody made lead here, the page itself included', async () => {
    const { ask, withKey, port } = await page();
    for (const host of [
      `evil.example:${port}`,
      'localhost',
      `127.0.0.1:${port + 1}`,
      `localhost.evil.example:${port}`,
    ]) {
      const refused = await withKey('/api/state', { host });
      expect([refused.status, JSON.parse(refused.text)], host).toEqual([
        403,
        { error: 'This page is not known by that name. Open the address that the program printed.' },
      ]);
      expect((await ask('/', { headers: { host } })).status, host).toBe(403);
    }
  });

  it('takes any name when the host let it out of loopback, and the key is asked for all the same', async () => {
    const { ask, withKey } = await page('0.0.0.0');
    expect((await withKey('/api/state', { host: 'gym.example' })).status).toBe(200);
    expect((await ask('/api/state', { headers: { host: 'gym.example' } })).status).toBe(401);
  });

  it('is called without its port on port 80', () => {
    const isOwn = ownHost('::1', () => 80);
    expect(['localhost', '[::1]', '127.0.0.1:80', 'localhost:81', 'gym.example', undefined].map(isOwn)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('by the key', () => {
  it('lets everybody fetch the empty page, and nobody without the key what is in it', async () => {
    const { ask, withKey } = await page();
    expect((await ask('/')).status).toBe(200);
    for (const path of ['/api/state', '/api/stream', '/api/nothing', '/api', '/files/1/2/chart.png', '/%61pi/state'])
      expect((await ask(path)).status, path).toBe(401);
    expect((await withKey('/api/state')).text).toBe('{"people":[]}');
    expect((await withKey('/api/state', { 'x-page-key': `${KEY}x` })).status).toBe(401);
    expect((await withKey('/api/state', { 'x-page-key': '' })).status).toBe(401);
  });

  it('takes the key from the address where the browser fetches by itself, and only there', async () => {
    const { ask } = await page();
    expect((await ask(`/api/stream?key=${KEY}`)).status).toBe(200);
    expect((await ask(`/files/1/2/chart.png?key=${KEY}`)).status).toBe(200);
    expect((await ask('/files/1/2/chart.png?key=guess')).status).toBe(401);
    expect((await ask(`/api/state?key=${KEY}`)).status).toBe(401);
    const posted = await ask(`/api/act?key=${KEY}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(posted.status).toBe(401);
  });
});

describe('by who is behind a request', () => {
  it('serves its own page and programs', async () => {
    const { act, acts, port, withKey } = await page();
    const own = { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' };
    expect((await act({ ...own, 'content-type': 'application/json' })).status).toBe(200);
    expect((await act({ 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
    expect((await withKey('/api/state', { 'sec-fetch-site': 'none' })).status).toBe(200);
    expect(acts).toHaveLength(2);
  });

  it('does nothing for another page, not even with the key', async () => {
    const { act, acts, port, withKey, ask } = await page();
    const type = { 'content-type': 'application/json' };
    for (const origin of ['https://evil.example', 'null', `http://localhost:${port}`, `http://127.0.0.1:${port + 1}`])
      expect((await act({ ...type, origin })).status, origin).toBe(403);
    expect((await act({ ...type, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await withKey('/api/state', { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await ask('/', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask('/', { headers: { 'sec-fetch-site': 'same-site' } })).status).toBe(200);
    expect(acts).toEqual([]);
  });

  it('reads only JSON: what a form of another page could send is refused', async () => {
    const { act, acts, ask } = await page();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect((await act({ 'content-type': type })).status, type).toBe(415);
    expect((await act({})).status).toBe(415);
    expect((await ask('/api/begin-again', { method: 'POST', headers: { 'x-page-key': KEY } })).status).toBe(200);
    expect(acts).toEqual([]);
  });

  it('never allows another origin anything', async () => {
    const { ask, withKey, port } = await page();
    const asked = await ask('/api/act', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(asked.status).toBe(403);
    const own = await withKey('/api/state', { origin: `http://127.0.0.1:${port}` });
    for (const { headers } of [asked, own])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('what goes out', () => {
  it('may run nothing but its own script and is framed nowhere, whether it is a page, a refusal or a failure', async () => {
    const { ask, withKey } = await page();
    const answers = [
      await ask('/'),
      await ask('/nowhere'),
      await ask('/api/state'),
      await withKey('/api/state'),
      await withKey('/api/broken'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 401, 200, 500]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
          "media-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
          "frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
    }
    expect(answers.map(({ headers }) => headers['cache-control'])).toEqual([
      undefined,
      undefined,
      'no-store',
      'no-store',
      'no-store',
    ]);
  });

  it('shows pictures as what they are, and makes downloads of all that could be markup', async () => {
    const { withKey } = await page();
    const served = async (name: string) => {
      const { headers } = await withKey(`/files/1/2/${name}`);
      return [headers['content-type'], headers['content-disposition'], headers['cache-control']];
    };
    expect(await served('chart.png')).toEqual(['image/png', undefined, 'no-store']);
    expect(await served('odd.png')).toEqual(['image/png', undefined, 'no-store']);
    expect(await served('drawing.svg')).toEqual(['application/octet-stream', 'attachment', 'no-store']);
    const named = "attachment; filename*=UTF-8''notes.html";
    expect(await served('notes.html')).toEqual(['application/octet-stream', named, 'no-store']);
  });
});
