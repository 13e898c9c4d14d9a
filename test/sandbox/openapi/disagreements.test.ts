import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { describedSchema } from '../../../src/sandbox/openapi/description.ts';
import { disagreements } from '../../../src/sandbox/openapi/disagreements.ts';
import { issuesOf } from '../../../src/sandbox/openapi/issues.ts';
import { strictNamed } from '../../../src/sandbox/openapi/strict.ts';

const letters = (count: number) => 'x'.repeat(count);
const command = (more: object) => ({ name: 'coach', description: 'For the admin', ...more });
const notFalse = { takes: { enforce_nonce: false }, refuses: { enforce_nonce: true } };
const notSpoken = { takes: { tts: false }, refuses: { tts: true } };
const permissions = {
  takes: command({ default_member_permissions: '32' }),
  refuses: command({ default_member_permissions: 'ManageGuild' }),
};
const ageRestricted = { takes: command({ nsfw: false }), refuses: command({ nsfw: 'no' }) };

/** For each exception the body that makes it necessary, and the nearest one that is still refused. */
const evidence: Readonly<Record<string, { readonly takes?: unknown; readonly refuses: unknown }>> = {
  'IncomingWebhookInteractionRequest.enforce_nonce': notFalse,
  'IncomingWebhookUpdateForInteractionCallbackRequestPartial.enforce_nonce': notFalse,
  'IncomingWebhookRequestPartial.enforce_nonce': notFalse,
  'IncomingWebhookUpdateRequestPartial.enforce_nonce': notFalse,
  'MessageEditRequestPartial.enforce_nonce': notFalse,
  'IncomingWebhookUpdateForInteractionCallbackRequestPartial.tts': notSpoken,
  'IncomingWebhookUpdateRequestPartial.tts': notSpoken,
  'MessageEditRequestPartial.tts': notSpoken,
  'MessageCreateRequest.content': { refuses: { content: letters(2001) } },
  'MessageEditRequestPartial.content': { refuses: { content: letters(2001) } },
  'MessageAttachmentRequest.id': { takes: { id: 0 }, refuses: { id: 10 } },
  'ComponentEmojiForRequest.animated': {
    takes: { name: '💪', animated: false },
    refuses: { name: '💪', animated: 'no' },
  },
  'ComponentEmojiForRequest.name': {
    takes: { id: '1088510058284990888' },
    refuses: { name: letters(33) },
  },
  'RichEmbed.timestamp': {
    takes: { timestamp: '2026-01-05T07:30:00.000+02:00' },
    refuses: { timestamp: '2026-01-05T07:30:00.000' },
  },
  'ApplicationCommandUpdateRequest.default_member_permissions': permissions,
  'ApplicationCommandCreateRequest.default_member_permissions': permissions,
  'ApplicationCommandPatchRequestPartial.default_member_permissions': permissions,
  'ApplicationCommandUpdateRequest.nsfw': ageRestricted,
  'ApplicationCommandCreateRequest.nsfw': ageRestricted,
  'ApplicationCommandPatchRequestPartial.nsfw': ageRestricted,
  'ApplicationCommandOptionStringChoice.value': { refuses: { name: 'x', value: letters(101) } },
  'InnerErrors._errors': {
    takes: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] },
    refuses: { _errors: [{ code: 50035, message: 'Invalid Form Body' }] },
  },
  'RatelimitedResponse.code': {
    takes: { message: 'You are being rate limited.', retry_after: 0.3, global: false },
    refuses: { message: 'You are being rate limited.', retry_after: 0.3, global: false, code: 'none' },
  },
  'ModalInteractionCallbackRequestData.components': {
    refuses: {
      custom_id: 'x',
      title: 'x',
      components: Array.from({ length: 6 }, () => ({ type: 10, content: 'x' })),
    },
  },
};

/** The schema with the description's own fields, refusing keys that it does not have at its top. */
function asDescribed(name: string): z.core.$ZodType {
  const shapes = (schema: z.core.$ZodType): Record<string, z.core.$ZodType> => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    if (def.type === 'object') return def.shape;
    if (def.type === 'lazy') return shapes(def.getter());
    if (def.type === 'intersection') return { ...shapes(def.left), ...shapes(def.right) };
    throw new Error(`${name} is no object.`);
  };
  return z.strictObject(shapes(describedSchema(name)));
}

describe('the table of disagreements', () => {
  it('has evidence for each of its fields', () => {
    expect(Object.keys(evidence).toSorted()).toEqual(disagreements.flatMap(({ fields }) => fields).toSorted());
  });

  it('gives a reason for each', () => {
    for (const { reason } of disagreements) expect(reason.length).toBeGreaterThan(40);
  });

  it.each(Object.entries(evidence))('is needed for %s, and no wider than it must be', (field, { takes, refuses }) => {
    const [schema = ''] = field.split('.');
    if (takes === undefined) {
      expect(issuesOf(asDescribed(schema), refuses), 'too lax in the description').toEqual([]);
    } else {
      expect(issuesOf(asDescribed(schema), takes).length, 'too strict in the description').toBeGreaterThan(0);
      expect(issuesOf(strictNamed(schema), takes)).toEqual([]);
    }
    expect(issuesOf(strictNamed(schema), refuses).length).toBeGreaterThan(0);
  });
});

describe('a timestamp of Discord’s', () => {
  const call = (timestamp: string) => ({ ended_timestamp: timestamp, participants: [] });

  it('ends in +00:00, which the description refuses', () => {
    const written = call('2026-01-05T07:30:00.123000+00:00');
    expect(issuesOf(describedSchema('MessageCallResponse'), written)).toEqual([
      { path: ['ended_timestamp'], message: 'Invalid ISO datetime' },
    ]);
    expect(issuesOf(strictNamed('MessageCallResponse'), written)).toEqual([]);
    expect(issuesOf(strictNamed('MessageCallResponse'), call('2026-01-05T07:30:00Z'))).toEqual([]);
  });

  it.each(['2026-01-05T07:30:00+02:00', '2026-01-05T07:30:00', '2026-02-30T07:30:00+00:00', '1767598200'])(
    'is not %s',
    (timestamp) => {
      expect(issuesOf(strictNamed('MessageCallResponse'), call(timestamp)).length).toBeGreaterThan(0);
    },
  );
});
