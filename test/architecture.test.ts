import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * What each layer may import: other layers (`coach`), packages (`luxon`), a package in one file alone
 * (`luxon@day.ts`), a layer for its types alone (`store:types`). Node's own modules are free, except in the coach.
 */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  coach: ['luxon@day.ts'],
  messages: ['coach', 'discord-api-types'],
  // Its letters are drawn from the files of @fontsource/figtree.
  pictures: ['coach', '@resvg/resvg-js'],
  store: ['coach', 'kysely', 'better-sqlite3', 'zod'],
  commands: ['coach', 'messages', 'pictures', 'discord', 'store:types', 'zod'],
  scheduler: ['coach', 'messages', 'store:types', 'discord:types', 'node-cron@cron.ts', 'pino:types'],
  discord: ['coach', 'messages', 'store:types', 'discord.js', 'discord-api-types', 'zod', 'pino:types'],
  // Looks after the program rather than the members. The configuration is its own business too.
  host: ['.', 'coach', 'store', 'pino:types'],
  sandbox: ['hono', '@hono/node-server', 'ws', 'zod', 'discord-api-types', 'discord-api-spec'],
  // What runs in the browser: it knows the rest of the sandbox by what the two say to each other alone.
  page: [
    'sandbox/page/protocol.ts',
    'preact',
    '@preact/signals',
    'virtua',
    'discord-markdown-parser',
    '@fontsource-variable/figtree',
    'discord-api-types',
  ],
  // What stands at the root of src: the assembly, the configuration and the log.
  '.': [
    'coach',
    'messages',
    'store',
    'discord',
    'scheduler',
    'host',
    'simulation',
    'zod',
    'pino',
    'pino-pretty',
    'discord.js',
    'discord-api-types:types',
  ],
  // Plays the sandbox's people against the assembled bot.
  simulation: ['.', 'coach', 'store', 'discord', 'scheduler', 'sandbox', 'pino:types'],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typesOnly: boolean;
}

const SRC = 'src';
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
/** A layer of its own inside the sandbox's folder. */
const PAGE = 'sandbox/page/client/';

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gms);
  const dynamic = text.matchAll(/\bimport\('([^']+)'\)/g);
  return [
    ...[...statements].map((match) => ({ file, from: match[2] ?? '', typesOnly: match[1] !== undefined })),
    ...[...dynamic].map((match) => ({ file, from: match[1] ?? '', typesOnly: false })),
  ];
}

function layerOf(path: string): string {
  if (path.startsWith(PAGE)) return 'page';
  const [first, ...rest] = path.split('/');
  return rest.length === 0 ? '.' : (first ?? '.');
}

/** The layer or the package that an import names; undefined inside one layer and for Node's own modules. */
function targetOf({ file, from }: Import): string | undefined {
  if (from.startsWith('node:')) return layerOf(file) === 'coach' ? from : undefined;
  if (from.startsWith('.')) {
    const path = normalize(join(dirname(file), from));
    const layer = layerOf(path);
    if (layer === layerOf(file)) return undefined;
    return layer === 'sandbox' && path === 'sandbox/page/protocol.ts' ? 'sandbox/page/protocol.ts' : layer;
  }
  const parts = from.split('/');
  return from.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

function isAllowed(imported: Import): boolean {
  const target = targetOf(imported);
  if (target === undefined) return true;
  const layer = layerOf(imported.file);
  return (TABLE[layer] ?? []).some((rule) => {
    const [name, only] = rule.split(':');
    const at = name?.indexOf('@', 1) ?? -1;
    const [allowed, place] = at < 0 ? [name, undefined] : [name?.slice(0, at), name?.slice(at + 1)];
    if (rule === target) return true;
    if (allowed !== target) return false;
    if (place !== undefined && relative(layer, imported.file) !== place) return false;
    return only !== 'types' || imported.typesOnly;
  });
}

describe('the house', () => {
  it('has a row in the table for every layer', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => !(layer in TABLE))).toEqual([]);
  });

  it('keeps its import table', () => {
    const imports = files.flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(100);
    const broken = imports.filter((imported) => !isAllowed(imported));
    expect(broken.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });

  it('reads the clock in main.ts alone, the sandbox apart', () => {
    const readers = files.filter((file) => {
      if (file === 'main.ts' || ['sandbox', 'page'].includes(layerOf(file))) return false;
      return /new Date\(\)|Date\.now\(\)|DateTime\.(now|local|utc)\(\)|performance\.now\(\)/.test(
        readFileSync(join(SRC, file), 'utf8'),
      );
    });
    expect(readers).toEqual([]);
  });

  it('holds no circle of imports', () => {
    const edges = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter(({ from, typesOnly }) => from.startsWith('.') && !typesOnly)
          .map(({ from }) => normalize(join(dirname(file), from))),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (path.includes(file) || done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});
