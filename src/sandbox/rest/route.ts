import type { Core } from '../core.ts';
import { wrongField } from '../errors.ts';
import type { Budget } from '../rate-limits.ts';
import type { Violation } from '../rules/fields.ts';
import { isSnowflake } from '../snowflake.ts';
import type { Upload } from '../world/messages.ts';

export interface RestRequest {
  readonly core: Core;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON; of a multipart request its `payload_json`. Undefined when there is none. */
  readonly body: unknown;
  readonly files: readonly Upload[];
}

export interface RestReply {
  readonly status: number;
  readonly body?: unknown;
}

export interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As Discord's OpenAPI description writes it: `/channels/{channel_id}/messages`. */
  readonly template: string;
  /** What Discord enforces on the body beyond its OpenAPI description; paths start at the body. */
  readonly check?: (request: RestRequest) => readonly Violation[];
  readonly handle: (request: RestRequest) => RestReply;
  /** Whose limit it draws on: the parameters that have buckets of their own; absent for routes without a limit of their own. */
  readonly bucket?: { readonly by: readonly string[]; readonly budget: Budget };
  /** `bot`: asks for the bot's token. `token`: the path holds one. */
  readonly auth: 'bot' | 'token';
}

/** About what a channel allows in practice; announced in headers, never to be relied on. */
export const MESSAGES: Budget = { limit: 5, window: 5_000 };
export const ORDINARY: Budget = { limit: 20, window: 5_000 };

export const ok = (body: unknown): RestReply => ({ status: 200, body });
export const created = (body: unknown): RestReply => ({ status: 201, body });
export const noContent: RestReply = { status: 204 };

/** A parameter of the path. @throws DiscordError 50035 when it is no id. */
export function idParam(request: RestRequest, name: string): string {
  const value = request.params[name] ?? '';
  if (!isSnowflake(value)) throw wrongField(name, 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
  return value;
}
