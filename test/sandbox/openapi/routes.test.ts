import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Route, routeOf, routes } from '../../../src/sandbox/openapi/routes.ts';

/** Loaded by its address: the package's types are TypeScript of its own, which our settings would have to pass. */
const { pathsList }: { pathsList: Readonly<Record<string, readonly string[]>> } = await import(
  import.meta.resolve('discord-api-spec')
);

/** The package's type of all its routes, as text: the one place where it says which schema travels where. */
const paths = (() => {
  const types = fileURLToPath(import.meta.resolve('discord-api-spec')).replace(/\.js$/, '.ts');
  const source = readFileSync(types, 'utf8');
  return source.slice(source.indexOf('export interface Paths {'), source.indexOf('// Paths list'));
})();

/** One route as the package describes it, in the words of our table. */
function described(name: string): Route {
  const [method = '', template = ''] = name.split(' ');
  const path = block(paths, `  "${template}": {`, '\n  };');
  const operation = block(path, `\n    ${method.toLowerCase()}: {`, '\n    };');
  const request = /\n {6}requestBody\?:\s*([\s\S]*?);\n {6}responses/.exec(operation)?.[1];
  const responses = [...operation.matchAll(/\n {8}"(2\d\d)":\s*([\s\S]*?);(?=\n {8}(?:\/\*\*|"|$)|\n {6}\})/g)];
  return {
    ...(request === undefined || request === 'undefined' ? {} : { request: oneLine(request) }),
    responses: Object.fromEntries(responses.map(([, status, body = '']) => [status, oneLine(body)])),
  };
}

function block(source: string, start: string, end: string): string {
  const from = source.indexOf(start);
  if (from < 0) throw new Error(`The package has no "${start.trim()}".`);
  return source.slice(from, source.indexOf(end, from) + end.length);
}

/** `unknown` is the package's word for an empty body, and it breaks long unions over lines. */
const oneLine = (body: string): string =>
  body
    .replace(/\s+/g, ' ')
    .replace(/(^|\()[ |]+/g, '$1')
    .replace(/ \)/g, ')')
    .replace(/^unknown$/, 'none')
    .trim();

describe('the table of routes', () => {
  it.each(Object.keys(routes))('says of %s what the package says', (name) => {
    expect(routes[name]).toEqual(described(name));
  });

  it('has only routes that the description lists', () => {
    const listed = Object.entries(pathsList).flatMap(([method, templates]) =>
      templates.map((template) => `${method.toUpperCase()} ${template}`),
    );
    expect(Object.keys(routes).filter((name) => !listed.includes(name))).toEqual([]);
  });
});

describe('a route', () => {
  it('is found whatever its parameters are called, and whatever the case of the method', () => {
    const message = routes['GET /channels/{channel_id}/messages/{message_id}'];
    expect(routeOf('get', '/channels/{id}/messages/{mid}')).toBe(message);
    expect(routeOf('POST', '/webhooks/{application_id}/{interaction_token}')).toBe(
      routes['POST /webhooks/{webhook_id}/{webhook_token}'],
    );
  });

  it('that is not known is an error that names it', () => {
    expect(() => routeOf('post', '/channels/{channel_id}/jokes')).toThrow(
      'No route "POST /channels/{channel_id}/jokes" is known of Discord\'s OpenAPI description.',
    );
    expect(() => routeOf('PUT', '/gateway')).toThrow('No route "PUT /gateway" is known');
  });
});
