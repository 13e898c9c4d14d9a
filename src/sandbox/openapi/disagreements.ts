import * as z from 'zod/mini';
import type { Schema } from './description.ts';

/** One place where Discord and its own OpenAPI description differ, and what holds instead. */
export interface Disagreement {
  /** Fields, each as `Schema.key` (without the suffix `Schema`); a field that is new to its schema may be named too. */
  readonly fields: readonly string[];
  /** Why the description is not followed here. */
  readonly reason: string;
  readonly holds: Schema | ((described: Schema) => Schema);
}

const atMost = (max: number) => (described: Schema) =>
  z.core.clone(described, {
    ...described._zod.def,
    checks: [...(described._zod.def.checks ?? []), z.maxLength(max)],
  });

const onlyFalse = z.optional(z.literal(false));

/** Every exception from the description, as narrow as it could be made. Timestamps, being a format, stand below. */
export const disagreements: readonly Disagreement[] = [
  {
    fields: [
      'IncomingWebhookInteractionRequest.enforce_nonce',
      'IncomingWebhookUpdateForInteractionCallbackRequestPartial.enforce_nonce',
      'IncomingWebhookRequestPartial.enforce_nonce',
      'IncomingWebhookUpdateRequestPartial.enforce_nonce',
      'MessageEditRequestPartial.enforce_nonce',
    ],
    reason: 'discord.js writes enforce_nonce: false into every message body; Discord takes it where it means nothing.',
    holds: onlyFalse,
  },
  {
    fields: [
      'IncomingWebhookUpdateForInteractionCallbackRequestPartial.tts',
      'IncomingWebhookUpdateRequestPartial.tts',
      'MessageEditRequestPartial.tts',
    ],
    reason: 'discord.js writes tts: false into edits as well; Discord takes it where it means nothing.',
    holds: onlyFalse,
  },
  {
    fields: ['MessageCreateRequest.content', 'MessageEditRequestPartial.content'],
    reason:
      'The description says 4,000 characters, which only people with Nitro may write: for an application 2,000 hold.',
    holds: z.nullish(z.string().check(z.maxLength(2000))),
  },
  {
    fields: ['ModalInteractionCallbackRequestData.components'],
    reason:
      'The description says 40 components, as a message may have; the documentation 5, which is what is enforced.',
    holds: atMost(5),
  },
  {
    fields: ['MessageAttachmentRequest.id'],
    reason:
      'A new file is named by its index, which the documentation writes as a number ("id": 0); the description has only strings.',
    holds: z.union([z.string().check(z.regex(/^(0|[1-9][0-9]*)$/)), z.int().check(z.minimum(0), z.maximum(9))]),
  },
  {
    fields: ['ComponentEmojiForRequest.animated'],
    reason: 'Documented as part of the emoji of a button or option, and sent by discord.js with each; missing here.',
    holds: z.nullish(z.boolean()),
  },
  {
    fields: ['ComponentEmojiForRequest.name'],
    reason: 'A custom emoji is known by its id, so discord.js sends that alone; the description demands a name too.',
    holds: z.nullish(z.string().check(z.maxLength(32))),
  },
  {
    fields: ['RichEmbed.timestamp'],
    reason: 'The description takes only a Z; the documentation asks for ISO 8601, where an offset is as good.',
    holds: z.nullish(z.iso.datetime({ offset: true })),
  },
  {
    fields: [
      'ApplicationCommandUpdateRequest.default_member_permissions',
      'ApplicationCommandCreateRequest.default_member_permissions',
      'ApplicationCommandPatchRequestPartial.default_member_permissions',
    ],
    reason: 'Permissions are bit sets that outgrow a double: discord.js and the documentation send digits in a string.',
    holds: z.nullish(z.union([z.string().check(z.regex(/^[0-9]{1,20}$/)), z.number().check(z.minimum(0))])),
  },
  {
    fields: [
      'ApplicationCommandUpdateRequest.nsfw',
      'ApplicationCommandCreateRequest.nsfw',
      'ApplicationCommandPatchRequestPartial.nsfw',
    ],
    reason:
      'Documented, sent by discord.js and present in the description of the answer; missing in that of the request.',
    holds: z.nullish(z.boolean()),
  },
  {
    fields: ['ApplicationCommandOptionStringChoice.value'],
    reason: 'The description says 6,000 characters; the documentation 100, which is what is enforced.',
    holds: z.string().check(z.maxLength(100)),
  },
  {
    fields: ['InnerErrors._errors'],
    reason:
      'The description reuses the numeric code of a whole answer; the code of a field is a word (BASE_TYPE_REQUIRED).',
    holds: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  },
  {
    fields: ['RatelimitedResponse.code'],
    reason: 'The description demands a code; most answers of 429 carry none, as the documentation says.',
    holds: z.optional(z.number()),
  },
];

/** Timestamps: the description allows only a Z, while Discord itself writes 2026-01-05T07:30:00.123000+00:00. */
const utcTimestamp = z.iso.datetime({ offset: true }).check(z.regex(/(Z|\+00:00)$/));

const holdsByField = new Map(disagreements.flatMap(({ fields, holds }) => fields.map((field) => [field, holds])));

/** The fields of the schema `name` with what holds in place of what the description says. */
export function amendFields(name: string, fields: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const amended = { ...fields };
  const prefix = `${name}.`;
  for (const [field, holds] of holdsByField) {
    if (!field.startsWith(prefix)) continue;
    const key = field.slice(prefix.length);
    const described = fields[key];
    if (typeof holds !== 'function') amended[key] = holds;
    else if (described) amended[key] = holds(described);
  }
  return amended;
}

/** A string schema, taking `+00:00` where the description takes only `Z`. */
export function amendString(schema: Schema): Schema {
  const checks = schema._zod.def.checks ?? [];
  const isTimestamp = checks.some((check) => 'format' in check._zod.def && check._zod.def.format === 'datetime');
  return isTimestamp ? utcTimestamp : schema;
}
