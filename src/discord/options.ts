import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ChannelType,
} from 'discord-api-types/v10';
import { z } from 'zod';

declare module 'zod' {
  interface GlobalMeta {
    /** What a member reads for each value of an enum; the value itself when absent. */
    labels?: Readonly<Record<string, string>>;
    /** An id that Discord lets the member pick instead of type. */
    picks?: 'textChannel';
  }
}

interface FieldSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly picks?: 'textChannel';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/**
 * The options that Discord shows for a zod object, required ones first. Types, limits, choices and descriptions
 * are read from the schema; names are its keys.
 * @throws TypeError naming the option when the schema says something that Discord has no option for.
 */
export function optionsOf(fields: z.ZodObject, suggested: ReadonlySet<string>): APIApplicationCommandBasicOption[] {
  const json = z.toJSONSchema(fields, { io: 'input', unrepresentable: 'any' });
  const required = new Set(json.required ?? []);
  const options = Object.entries(json.properties ?? {}).map(([name, field]) =>
    optionOf(name, field as FieldSchema, required.has(name), suggested.has(name)),
  );
  return options.sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
}

function optionOf(
  name: string,
  field: FieldSchema,
  required: boolean,
  suggested: boolean,
): APIApplicationCommandBasicOption {
  if (field.description === undefined) throw new TypeError(`option "${name}" has no description`);
  const base = { name, description: field.description, ...(required && { required }) };
  if (field.picks === 'textChannel') {
    const channel_types = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;
    return { ...base, type: ApplicationCommandOptionType.Channel, channel_types: [...channel_types] };
  }
  switch (field.type) {
    case 'boolean':
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case 'integer':
      return { ...base, type: ApplicationCommandOptionType.Integer, ...numberLimits(field) };
    case 'number':
      return { ...base, type: ApplicationCommandOptionType.Number, ...numberLimits(field) };
    case 'string':
      return stringOption(base, field, suggested);
    default:
      throw new TypeError(`option "${name}" is of type "${field.type}"; takes a string, number, boolean or channel`);
  }
}

function numberLimits(field: FieldSchema) {
  return {
    ...(field.minimum !== undefined && { min_value: field.minimum }),
    ...(field.maximum !== undefined && { max_value: field.maximum }),
  };
}

function stringOption(
  base: { name: string; description: string; required?: boolean },
  field: FieldSchema,
  suggested: boolean,
): APIApplicationCommandBasicOption {
  const type = ApplicationCommandOptionType.String as const;
  if (field.enum !== undefined) {
    return { ...base, type, choices: field.enum.map((value) => ({ name: field.labels?.[value] ?? value, value })) };
  }
  return {
    ...base,
    type,
    ...(field.minLength !== undefined && { min_length: field.minLength }),
    ...(field.maxLength !== undefined && { max_length: field.maxLength }),
    ...(suggested && { autocomplete: true as const }),
  };
}
