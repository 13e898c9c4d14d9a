import { request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { closeAll, gym } from '../support.ts';

afterEach(closeAll);

/** The status of a request to the stand-in for Discord that calls it by this name. */
function statusAs(apiUrl: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request(`${apiUrl}/v10/gateway`, { headers: { host }, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asking.on('error', reject);
    asking.end();
  });
}

it('answers a bot under its own address, and under no other name that was made to lead there', async () => {
  const { sandbox } = await gym();
  const { host, port } = new URL(sandbox.apiUrl);
  expect(await statusAs(sandbox.apiUrl, host)).toBe(200);
  for (const other of [`evil.example:${port}`, `localhost:${port}`, 'evil.example'])
    expect(await statusAs(sandbox.apiUrl, other), other).toBe(403);
});

it('opens no gateway to a browser, whatever page it is on', async () => {
  const { sandbox } = await gym();
  const { host } = new URL(sandbox.apiUrl);
  const opened = (headers: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`ws://${host}/gateway?v=10&encoding=json`, { headers });
      socket.on('open', () => {
        socket.terminate();
        resolve('open');
      });
      socket.on('error', (error) => resolve(error.message));
    });
  expect(await opened({ origin: 'https://evil.example' })).toBe('Unexpected server response: 403');
  expect(await opened({ origin: `http://${host}` })).toBe('Unexpected server response: 403');
  expect(await opened({})).toBe('open');
});
