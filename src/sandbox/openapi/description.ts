import * as exported from 'discord-api-spec/zod';
import { core } from 'zod/mini';

/** A schema of the description, as zod's core knows it. */
export type Schema = core.$ZodType;

const schemaByName = new Map<string, Schema>();
const nameBySchema = new Map<Schema, string>();
for (const [name, value] of Object.entries(exported)) {
  if (!(value instanceof core.$ZodType) || !name.endsWith('Schema')) continue;
  const short = name.slice(0, -'Schema'.length);
  schemaByName.set(short, value);
  nameBySchema.set(value, short);
}

/** The name under which the description exports this very schema, without the suffix `Schema`. */
export function nameOf(schema: Schema): string | undefined {
  return nameBySchema.get(schema);
}

/** @throws Error naming what the description does not have. */
export function describedSchema(name: string): Schema {
  const schema = schemaByName.get(name);
  if (!schema) throw new Error(`Discord's OpenAPI description has no schema named "${name}".`);
  return schema;
}
