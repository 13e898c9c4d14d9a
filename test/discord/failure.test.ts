import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../src/discord/failure.ts';

const NOTHING = { files: undefined, body: undefined };

function answer(status: number, code: number | undefined): DiscordAPIError {
  const body = { message: 'words of Discord’s', ...(code !== undefined && { code }) };
  return new DiscordAPIError(body as { message: string; code: number }, code as number, status, 'POST', '/', NOTHING);
}

describe('what follows from Discord’s answer', () => {
  it.each([10003, 10004, 10007, 10013, 50001, 50007, 50008, 50013, 50024, 50083, 50278, 160005])(
    '%i parks the destination',
    (code) => expect(failureOf(answer(403, code))).toEqual({ act: 'park', code }),
  );

  it.each([50035, 50109, 40005, 50045, 200000])('%i is never tried again', (code) => {
    expect(failureOf(answer(400, code))).toEqual({ act: 'never', code: String(code) });
  });

  it.each([130000, 40004, 20028, 20029, 40003])('%i is tried again later', (code) => {
    expect(failureOf(answer(400, code))).toEqual({ act: 'retry', code: String(code) });
  });

  it.each([10062, 40060, 40094, 10015])('%i means that the interaction is gone', (code) => {
    expect(failureOf(answer(404, code))).toEqual({ act: 'gone', code: String(code) });
  });

  it('10008 means that the message was there', () => {
    expect(failureOf(answer(404, 10008))).toEqual({ act: 'delivered', code: '10008' });
  });

  it('a refused token says nothing against the message', () => {
    expect(failureOf(answer(401, 0))).toEqual({ act: 'retry', code: 'HTTP 401' });
  });

  it('an answer without a code of Discord’s came from somebody on the way', () => {
    expect(failureOf(answer(403, undefined))).toEqual({ act: 'retry', code: 'HTTP 403' });
  });

  it('an address that does not exist will not exist later either', () => {
    expect(failureOf(answer(404, 0))).toEqual({ act: 'never', code: 'HTTP 404' });
  });
});

describe('what follows when there was no answer of Discord’s', () => {
  it('a server that is ill gets better', () => {
    const error = new HTTPError(503, 'Service Unavailable', 'POST', '/', NOTHING);
    expect(failureOf(error)).toEqual({ act: 'retry', code: 'HTTP 503' });
  });

  it('a limit passes, after the time that it names', () => {
    const limited = new RateLimitError({
      timeToReset: 0,
      limit: 5,
      method: 'POST',
      hash: '',
      url: '',
      route: '',
      majorParameter: '',
      global: false,
      retryAfter: 90_000,
      sublimitTimeout: 0,
      scope: 'user',
    });
    expect(failureOf(limited)).toEqual({ act: 'retry', code: 'rate limit', after: 90_000 });
  });

  it('a network that is down comes up, and is named by its own code', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(failureOf(refused)).toEqual({ act: 'retry', code: 'ECONNREFUSED' });
    expect(failureOf(new TypeError('fetch failed', { cause: refused }))).toEqual({
      act: 'retry',
      code: 'ECONNREFUSED',
    });
    expect(failureOf(new DOMException('This operation was aborted', 'AbortError'))).toEqual({
      act: 'retry',
      code: 'AbortError',
    });
    expect(failureOf('words')).toEqual({ act: 'retry', code: 'unknown' });
  });
});
