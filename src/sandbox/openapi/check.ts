import * as z from 'zod/mini';
import type { Schema } from './description.ts';
import { type Issue, issuesOf } from './issues.ts';
import { type Route, routeOf } from './routes.ts';
import { strictNamed } from './strict.ts';

export type { Issue } from './issues.ts';

/**
 * What Discord's description has against a request. The body is parsed JSON (of a multipart request, its parsed
 * `payload_json`); `undefined`, `null` and `''` are an empty body.
 * @param template as in `/channels/{channel_id}/messages`; the parameters' names do not matter
 * @throws Error naming a route that is not known
 */
export function checkRequest(method: string, template: string, body: unknown): Issue[] {
  const { request } = routeOf(method, template);
  return request === undefined ? mustBeEmpty(body) : issuesOf(schemaOf(request), body);
}

/**
 * What Discord's description has against an answer. It says nothing of 5xx, so neither does this.
 * @throws Error naming a route that is not known
 */
export function checkResponse(method: string, template: string, status: number, body: unknown): Issue[] {
  const answer = answerOf(routeOf(method, template), status);
  if (status >= 500) return [];
  if (answer === undefined) {
    return [{ path: [], message: `${method.toUpperCase()} ${template} has no answer with status ${status}` }];
  }
  return answer === 'none' ? mustBeEmpty(body) : issuesOf(schemaOf(answer), body);
}

function answerOf(route: Route, status: number): string | undefined {
  if (status === 429) return 'RatelimitedResponse';
  if (status >= 400 && status < 500) return 'ErrorResponse';
  return route.responses[status];
}

function mustBeEmpty(body: unknown): Issue[] {
  const isEmpty = body === undefined || body === null || body === '';
  return isEmpty ? [] : [{ path: [], message: 'Must have no body' }];
}

const built = new Map<string, Schema>();

/** The strict schema of a body as the table writes it: `A`, `A | B`, `A[]`, `(A | B)[] | null`. Built at first use. */
function schemaOf(text: string): Schema {
  const known = built.get(text);
  if (known) return known;
  const schema = build(text);
  built.set(text, schema);
  return schema;
}

function build(text: string): Schema {
  const list = /^\(?([^()[\]]+?)\)?\[\]( \| null)?$/.exec(text);
  if (list?.[1] !== undefined) {
    const items = z.array(build(list[1]));
    return list[2] === undefined ? items : z.nullable(items);
  }
  const names = text.split(' | ');
  const [first] = names;
  return names.length === 1 && first !== undefined ? strictNamed(first) : z.union(names.map(strictNamed));
}
