import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/**
 * What to do about a failed request: park the destination until an admin mends it, give up on this message, try
 * again later, or take the interaction as gone.
 */
export type Failure =
  | { readonly act: 'park'; readonly code: number }
  | { readonly act: 'never'; readonly code: string }
  /** `after`: Discord asked for so many milliseconds of patience. */
  | { readonly act: 'retry'; readonly code: string; readonly after?: number }
  | { readonly act: 'gone'; readonly code: string }
  /** Code 10008 on a create with a nonce: it was delivered, and then deleted by somebody. */
  | { readonly act: 'delivered'; readonly code: string };

// Discord's reference of JSON error codes.
const PARK = new Set([10003, 10004, 10007, 10013, 50001, 50007, 50008, 50013, 50024, 50083, 50278, 160005]);
const GONE = new Set([10062, 40060, 40094, 10015]);
const LATER = new Set([130000, 40004, 20028, 20029, 40003]);

/** Sorts what `rest` threw. A failure that says nothing of Discord's is one of the network's: it is tried again. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DiscordAPIError) return failureOfAnswer(error);
  if (error instanceof HTTPError) return { act: 'retry', code: `HTTP ${error.status}` };
  if (error instanceof RateLimitError) return { act: 'retry', code: 'rate limit', after: error.retryAfter };
  return { act: 'retry', code: networkCode(error) };
}

function failureOfAnswer({ code: given, status }: DiscordAPIError): Failure {
  const code = Number(given);
  // No code: a proxy on the way spoke, not Discord. 401 is about our token and says nothing against the message.
  if (!Number.isInteger(code) || status === 401) return { act: 'retry', code: `HTTP ${status}` };
  if (code === 10008) return { act: 'delivered', code: '10008' };
  if (PARK.has(code)) return { act: 'park', code };
  if (GONE.has(code)) return { act: 'gone', code: String(code) };
  if (LATER.has(code) || status >= 500 || status === 429) return { act: 'retry', code: String(code) };
  return { act: 'never', code: code === 0 ? `HTTP ${status}` : String(code) };
}

function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = (error as { code?: unknown }).code ?? (error.cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : error.name;
}
