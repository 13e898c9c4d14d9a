import type * as z from 'zod/mini';
import type { Schema } from '../../../src/sandbox/openapi/description.ts';

/** A value that a schema takes, and where in it the objects with fixed keys are. */
export interface Sample {
  readonly value: unknown;
  readonly objects: readonly (readonly (string | number)[])[];
}

const leaf = (value: unknown): Sample => ({ value, objects: [] });

/**
 * A value with every optional field in it, down to `depth` levels; below, only what is required. Of a union,
 * the member at `pick` (or the last).
 */
export function sample(schema: Schema, depth: number, pick = 0): Sample {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      const entries = Object.entries(def.shape).filter(([, field]) => depth > 0 || field._zod.optin !== 'optional');
      const fields = entries.map(([key, field]) => [key, sample(field, depth - 1, pick)] as const);
      return {
        value: Object.fromEntries(fields.map(([key, inner]) => [key, inner.value])),
        objects: [[], ...fields.flatMap(([key, inner]) => inner.objects.map((path) => [key, ...path]))],
      };
    }
    case 'array': {
      const min = bound(schema, 'min_length', 'minimum') ?? 0;
      const items = Array.from({ length: Math.max(min, depth > 0 ? 1 : 0) }, () =>
        sample(def.element, depth - 1, pick),
      );
      return {
        value: items.map(({ value }) => value),
        objects: items.flatMap(({ objects }, index) => objects.map((path) => [index, ...path])),
      };
    }
    case 'record': {
      if (depth <= 0) return leaf({});
      const { value, objects } = sample(def.valueType, depth - 1, pick);
      return { value: { key: value }, objects: objects.map((path) => ['key', ...path]) };
    }
    case 'union':
      return sample(def.options[Math.min(pick, def.options.length - 1)] as Schema, depth, pick);
    case 'optional':
    case 'nullable':
      return sample(def.innerType, depth, pick);
    case 'lazy':
      return sample(def.getter(), depth, pick);
    case 'literal':
      return leaf(def.values[0]);
    case 'boolean':
      return leaf(true);
    case 'null':
      return leaf(null);
    case 'undefined':
      return leaf(undefined);
    case 'unknown':
      return leaf('anything');
    case 'number':
      return leaf(Math.max(bound(schema, 'greater_than', 'value') ?? 1, 1));
    case 'string':
      return leaf(text(schema));
    default:
      throw new Error(`No sample of "${def.type}".`);
  }
}

function text(schema: Schema): string {
  const formats = (schema._zod.def.checks ?? []).map((check) => Reflect.get(check._zod.def, 'format'));
  const own = Reflect.get(schema._zod.def, 'format');
  const has = (format: string): boolean => own === format || formats.includes(format);
  if (has('datetime')) return '2026-01-05T07:30:00.000Z';
  if (has('url')) return 'https://example.com/a.png';
  if (has('regex')) return bound(schema, 'max_length', 'maximum') === 7 ? '#ffffff' : '42';
  return 'x'.repeat(Math.max(bound(schema, 'min_length', 'minimum') ?? 1, 1));
}

function bound(schema: Schema, kind: string, key: string): number | undefined {
  const checks = schema._zod.def.checks ?? [];
  const check = checks.find((candidate) => candidate._zod.def.check === kind);
  const value: unknown = check ? Reflect.get(check._zod.def, key) : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** The same value with one key more in the object at `path`. */
export function withKey(value: unknown, path: readonly (string | number)[], key: string): unknown {
  const copy: unknown = structuredClone(value);
  const owner = path.reduce((inner: unknown, step) => Reflect.get(Object(inner), step), copy);
  Reflect.set(Object(owner), key, 1);
  return copy;
}
