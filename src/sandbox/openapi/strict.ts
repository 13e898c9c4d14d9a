import * as z from 'zod/mini';
import { describedSchema, nameOf, type Schema } from './description.ts';
import { amendFields, amendString } from './disagreements.ts';

const { clone } = z.core;

/** Each schema is rebuilt once; sharing also ends the cycles, which the description always closes with a lazy. */
const rebuilt = new Map<Schema, Schema>();

/**
 * The same schema, refusing unknown keys at every depth and amended where Discord disagrees with its own description.
 * The package's `setStrictObject` comes too late for this: its schemas are built while the module loads.
 * @throws Error naming a kind of schema that this walk does not know.
 */
export function strict(schema: Schema): Schema {
  const known = rebuilt.get(schema);
  if (known) return known;
  const result = rebuild(schema);
  rebuilt.set(schema, result);
  return result;
}

/** The strict schema that the description exports under `name`. */
export function strictNamed(name: string): Schema {
  return strict(describedSchema(name));
}

function rebuild(schema: Schema): Schema {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return strictObject(nameOf(schema), def.shape);
    case 'array':
      return clone(schema, { ...def, element: strict(def.element) } as typeof def);
    case 'record':
      return clone(schema, { ...def, valueType: strict(def.valueType) } as typeof def);
    case 'union':
      return clone(schema, { ...def, options: def.options.map(strict) } as typeof def);
    case 'intersection':
      // Two strict halves would refuse each other's keys, so an intersection of objects becomes one object.
      return strictObject(nameOf(schema), { ...shapeOf(def.left), ...shapeOf(def.right) });
    case 'optional':
    case 'nullable':
      return clone(schema, { ...def, innerType: strict(def.innerType) } as typeof def);
    case 'lazy':
      return z.lazy(() => strict(def.getter()));
    case 'string':
      return amendString(schema);
    case 'number':
    case 'boolean':
    case 'literal':
    case 'null':
    case 'undefined':
    case 'unknown':
      return schema;
    default:
      throw new Error(`The description holds a schema of kind "${def.type}", which the strict copy does not know.`);
  }
}

function strictObject(name: string | undefined, shape: Readonly<Record<string, Schema>>): Schema {
  const fields: Record<string, Schema> = {};
  for (const [key, field] of Object.entries(shape)) fields[key] = strict(field);
  return z.strictObject(name === undefined ? fields : amendFields(name, fields));
}

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'lazy') return shapeOf(def.getter());
  if (def.type === 'object') return def.shape;
  if (def.type === 'intersection') return { ...shapeOf(def.left), ...shapeOf(def.right) };
  throw new Error(`The description intersects a schema of kind "${def.type}", which the strict copy does not know.`);
}
