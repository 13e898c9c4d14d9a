import { DiscordAPIError, HTTPError, REST, Routes } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, codeOf, forgive, gym } from './support.ts';

afterEach(closeAll);

const MESSAGES = '/channels/{channel_id}/messages';
const hello = { body: { content: 'hello' } };

describe('a fault', () => {
  it('is an answer of Discord that fails, once', async () => {
    const { sandbox, client, training } = await gym();
    sandbox.faults.next({ method: 'POST', route: MESSAGES }, { status: 500 });
    const send = () => client.rest.post(Routes.channelMessages(training.id), hello);
    await expect(send()).rejects.toBeInstanceOf(HTTPError);
    await send();
    expect(training.state.messages.size).toBe(1);
    expect(sandbox.transcript.text('fault')).toContain('status 500 for POST /channels/');
  });

  it('is an error code of choice, several times', async () => {
    const { sandbox, client, training } = await gym();
    sandbox.faults.next({ route: /messages$/, times: 2 }, { status: 403, code: 50278, message: 'No mutual guilds' });
    const send = () => codeOf(client.rest.post(Routes.channelMessages(training.id), hello));
    expect([await send(), await send(), await send()]).toEqual([50278, 50278, undefined]);
  });

  it('is a 429, with and without Retry-After', async () => {
    const { sandbox, client, training } = await gym();
    sandbox.faults.next({ route: MESSAGES }, { status: 429, retryAfter: 0.02 });
    await client.rest.post(Routes.channelMessages(training.id), hello);
    sandbox.faults.next({ route: MESSAGES }, { status: 429, retryAfter: 'none' });
    const raw = await fetch(`${sandbox.apiUrl}/v10${Routes.channelMessages(training.id)}`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}` },
    });
    expect([raw.status, raw.headers.get('retry-after')]).toEqual([429, null]);
    expect(training.state.messages.size).toBe(1);
  });

  it('is a broken connection, or no answer at all', async () => {
    const { sandbox, training } = await gym();
    const rest = new REST({ api: sandbox.apiUrl, retries: 0, timeout: 50 }).setToken(sandbox.token);
    const send = () => rest.post(Routes.channelMessages(training.id), hello);
    sandbox.faults.next({ route: MESSAGES }, 'reset');
    await expect(send()).rejects.not.toBeInstanceOf(DiscordAPIError);
    sandbox.faults.next({ route: MESSAGES }, 'timeout');
    await expect(send()).rejects.toThrow('aborted');
    expect(training.state.messages.size).toBe(0);
  });

  it('is an answer that is lost after the message was posted, which a nonce heals', async () => {
    const { sandbox, client, training } = await gym();
    const once = { body: { content: 'hello', nonce: 'daily', enforce_nonce: true } };
    const send = () => client.rest.post(Routes.channelMessages(training.id), once);
    sandbox.faults.next({ route: MESSAGES }, 'accept-then-drop');
    await expect(send()).rejects.toBeInstanceOf(Error);
    expect(training.state.messages.size).toBe(1);
    await send();
    expect(training.state.messages.size).toBe(1);
  });

  it('can be taken back', async () => {
    const { sandbox, client, training } = await gym();
    const takeBack = sandbox.faults.next({}, { status: 500 });
    takeBack();
    sandbox.faults.next({}, { status: 500 });
    sandbox.faults.clear();
    await client.rest.post(Routes.channelMessages(training.id), hello);
    expect(training.state.messages.size).toBe(1);
  });
});

describe('what the sandbox cannot do', () => {
  it('is answered with 501 by name, and fails the test that met it', async () => {
    const { sandbox, client, training } = await gym();
    forgive(sandbox);
    const pins = client.rest.get(Routes.channelPins(training.id));
    await expect(pins).rejects.toMatchObject({ status: 501 });
    expect(() => sandbox.assertFaithful()).toThrow(`not implemented: GET /channels/${training.id}/pins`);
    const body: unknown = await (await fetch(`${sandbox.apiUrl}/v10/voice/regions`)).json();
    expect(body).toEqual({ code: 0, message: 'The sandbox does not implement GET /voice/regions' });
  });

  it('is not there at all under other versions and addresses', async () => {
    const { sandbox } = await gym();
    expect((await fetch(`${sandbox.apiUrl}/v6/gateway`)).status).toBe(404);
    expect(() => sandbox.assertFaithful()).not.toThrow();
  });
});

describe('a request', () => {
  it('without the token, with broken JSON or a wrong id is refused', async () => {
    const { sandbox, client } = await gym();
    const url = `${sandbox.apiUrl}/v10/channels/abc/messages`;
    const bare = await fetch(url);
    expect([bare.status, await bare.json()]).toEqual([401, { code: 0, message: '401: Unauthorized' }]);
    const headers = { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' };
    const broken = await fetch(url, { method: 'POST', headers, body: '{' });
    expect([broken.status, await broken.json()]).toMatchObject([400, { code: 50109 }]);
    const error = await client.rest.get('/channels/abc').catch((refusal: unknown) => refusal);
    if (!(error instanceof DiscordAPIError)) throw error;
    expect(error.rawError).toEqual({
      code: 50035,
      message: 'Invalid Form Body',
      errors: { channel_id: { _errors: [{ code: 'NUMBER_TYPE_COERCE', message: 'Value "abc" is not snowflake.' }] } },
    });
  });
});
