import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRequest, checkResponse } from '../../../src/sandbox/openapi/check.ts';
import { checkCommands } from '../../../src/sandbox/rules/commands.ts';
import type { Violation } from '../../../src/sandbox/rules/fields.ts';
import { formError } from '../../../src/sandbox/rules/form-error.ts';
import { checkMessage, messageFlag } from '../../../src/sandbox/rules/message.ts';
import { checkModal } from '../../../src/sandbox/rules/modal.ts';

// The same bodies each time: a failure can be looked at again.
fc.configureGlobal({ seed: 20_260_105 });

const messages = '/channels/{channel_id}/messages';
const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
const commandsRoute = '/applications/{application_id}/commands';

/** Mostly what belongs in the field, now and then something else; often left out. */
const field = <T>(usual: fc.Arbitrary<T>) =>
  fc.option(
    fc.oneof(
      { weight: 40, arbitrary: usual as fc.Arbitrary<unknown> },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 7, -1, '', true, [], {}, 0.5) },
    ),
    { nil: undefined, freq: 20 },
  );
const record = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(fields).map((made) => JSON.parse(JSON.stringify(made)) as Record<string, unknown>);

const text = (max: number) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: max + 2 }).map((length) => 'x'.repeat(length)) },
  );
const customId = field(fc.oneof(fc.uuid(), text(100)));
const url = fc.constantFrom('https://example.com/a', 'attachment://row.png', 'attachment://no.png', 'ftp://x', 'x');
const count = (max: number) => fc.integer({ min: 0, max: max + 1 });
const yesOrNo = field(fc.boolean());

const emoji = field(fc.constantFrom({ name: '💪' }, { id: '1088510058284990888' }, { name: 'strong' }));
const button = record({
  type: fc.constant(2),
  style: field(fc.integer({ min: 0, max: 7 })),
  label: field(text(80)),
  custom_id: customId,
  url: fc.option(url, { nil: undefined, freq: 2 }),
  emoji,
  disabled: yesOrNo,
});
const option = record({
  label: field(text(100)),
  value: field(fc.oneof(fc.uuid(), text(100))),
  description: field(text(100)),
  default: fc.option(fc.boolean(), { nil: undefined }),
});
const select = record({
  type: fc.constant(3),
  custom_id: customId,
  placeholder: field(text(150)),
  min_values: field(count(3)),
  max_values: field(count(3)),
  options: field(fc.array(option, { maxLength: 6 })),
  disabled: yesOrNo,
  required: yesOrNo,
});
const people = record({ type: fc.constantFrom(5, 6, 7, 8), custom_id: customId, max_values: field(count(25)) });
const row = record({
  type: fc.constant(1),
  components: field(fc.array(fc.oneof(button, select, people), { maxLength: 6 })),
});
const textDisplay = record({ type: fc.constant(10), content: field(text(4000)) });
const media = field(record({ url: field(url) }));
const thumbnail = record({ type: fc.constant(11), media, description: field(text(1024)) });
const section = record({
  type: fc.constant(9),
  components: field(fc.array(textDisplay, { maxLength: 4 })),
  accessory: field(fc.oneof(button, thumbnail, textDisplay)),
});
const gallery = record({ type: fc.constant(12), items: field(fc.array(record({ media }), { maxLength: 11 })) });
const file = record({ type: fc.constant(13), file: media });
const separator = record({ type: fc.constant(14), spacing: field(count(2)), divider: yesOrNo });
const inContainer = fc.oneof(row, textDisplay, section, gallery, file, separator);
const container = record({
  type: fc.constant(17),
  components: field(fc.array(inContainer, { maxLength: 5 })),
  accent_color: field(fc.integer({ min: -1, max: 0x1000000 })),
});

const embed = record({
  title: field(text(256)),
  description: field(text(4096)),
  url: fc.option(url, { nil: undefined, freq: 2 }),
  color: field(fc.integer({ min: 0, max: 0xffffff })),
  footer: field(record({ text: field(text(2048)) })),
  image: field(record({ url: field(url) })),
  fields: field(fc.array(record({ name: field(text(256)), value: field(text(1024)) }), { maxLength: 4 })),
});
const messageWith = (component: fc.Arbitrary<unknown>) =>
  record({
    content: field(text(2000)),
    embeds: fc.option(field(fc.array(embed, { maxLength: 3 })), { nil: undefined }),
    components: field(fc.array(component, { maxLength: 6 })),
    flags: field(fc.constantFrom(0, messageFlag.v2, messageFlag.ephemeral, messageFlag.silent)),
    allowed_mentions: field(
      record({
        parse: field(fc.subarray(['users', 'roles', 'everyone', 'here'])),
        users: field(fc.array(fc.constantFrom('1', 'ana'), { maxLength: 2 })),
      }),
    ),
    nonce: field(text(25)),
    attachments: field(
      fc.array(record({ id: field(fc.constantFrom('0', 1)), description: field(text(1024)) }), { maxLength: 3 }),
    ),
  });

const layout = record({
  flags: fc.constant(messageFlag.v2),
  components: fc.array(fc.oneof(container, inContainer), { minLength: 1, maxLength: 4 }),
});

const input = record({
  type: fc.constant(4),
  custom_id: customId,
  style: field(fc.integer({ min: 0, max: 3 })),
  label: fc.option(text(45), { nil: undefined, freq: 2 }),
  value: field(text(4000)),
  min_length: field(count(10)),
  max_length: field(count(4000)),
});
const group = record({
  type: fc.constantFrom(21, 22),
  custom_id: customId,
  options: field(fc.array(option, { maxLength: 11 })),
  required: yesOrNo,
});
const upload = record({ type: fc.constant(19), custom_id: customId, min_values: field(count(10)), required: yesOrNo });
const label = record({
  type: fc.constant(18),
  label: field(text(45)),
  description: field(text(100)),
  component: field(fc.oneof(input, group, select, upload, people, textDisplay)),
});
const modal = record({
  custom_id: customId,
  title: field(text(45)),
  components: field(fc.array(fc.oneof(label, textDisplay, row), { maxLength: 6 })),
});

const commandName = fc.oneof(fc.stringMatching(/^[a-z]{1,10}$/), text(32));
const commandOption = fc.letrec((tie) => ({
  value: record({
    type: field(fc.integer({ min: 3, max: 12 })),
    name: field(commandName),
    description: field(text(100)),
    required: yesOrNo,
    choices: fc.option(
      fc.array(record({ name: field(text(100)), value: fc.oneof(text(100), fc.integer()) }), { maxLength: 3 }),
      { nil: undefined },
    ),
    min_value: fc.option(fc.integer(), { nil: undefined, freq: 2 }),
    max_length: fc.option(count(6000), { nil: undefined, freq: 2 }),
  }),
  nested: record({
    type: fc.constantFrom(1, 2),
    name: field(commandName),
    description: field(text(100)),
    options: field(fc.array(fc.oneof({ depthSize: 'small' }, tie('value'), tie('nested')), { maxLength: 3 })),
  }),
}));
const command = record({
  type: fc.option(fc.constantFrom(1, 2, 3, 9), { nil: undefined, freq: 2 }),
  name: field(commandName),
  description: field(text(100)),
  options: field(fc.array(fc.oneof(commandOption.value, commandOption.nested), { maxLength: 4 })),
});

const files = [{ name: 'row.png', size: 1 }];

/** Discord's answer to what is refused is itself as its description says. */
function expectAnswerable(route: string, violations: readonly Violation[], at: readonly string[] = []): void {
  if (violations.length > 0) expect(checkResponse('POST', route, 400, formError(violations, at))).toEqual([]);
}

describe('whatever is sent', () => {
  it('is answered in a form that the description knows, and never breaks the rules themselves', () => {
    fc.assert(
      fc.property(
        fc.oneof(messageWith(fc.oneof(row, container, inContainer)), layout, fc.anything()),
        fc.boolean(),
        (body, wasV2) => {
          expectAnswerable(messages, checkMessage(body, { kind: 'create', files, wasV2 }));
          expectAnswerable(callback, checkMessage(body, { kind: 'interaction', files, wasV2 }), ['data']);
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.oneof(modal, fc.anything()), (body) => expectAnswerable(callback, checkModal(body), ['data'])),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(command, fc.anything()), { maxLength: 4 }), (bodies) =>
        expectAnswerable(commandsRoute, checkCommands(bodies)),
      ),
      { numRuns: 300 },
    );
  });
});

describe('what the rules take, the description takes', () => {
  /** Counts how often the property was about something: a generator that makes only nonsense proves nothing. */
  function passing(run: (count: () => void) => void): number {
    let taken = 0;
    run(() => {
      taken += 1;
    });
    return taken;
  }

  it('of messages', () => {
    const taken = passing((took) =>
      fc.assert(
        fc.property(messageWith(row), (body) => {
          fc.pre(checkMessage(body, { kind: 'create', files }).length === 0);
          expect(checkRequest('POST', messages, body)).toEqual([]);
          took();
        }),
        { numRuns: 100, maxSkipsPerRun: 1000 },
      ),
    );
    expect(taken).toBe(100);
  });

  it('of messages in Components V2', () => {
    const taken = passing((took) =>
      fc.assert(
        fc.property(layout, (body) => {
          fc.pre(checkMessage(body, { kind: 'create', files }).length === 0);
          expect(checkRequest('POST', messages, body)).toEqual([]);
          took();
        }),
        { numRuns: 100, maxSkipsPerRun: 1000 },
      ),
    );
    expect(taken).toBe(100);
  });

  it('of modals', () => {
    const taken = passing((took) =>
      fc.assert(
        fc.property(modal, (data) => {
          fc.pre(checkModal(data).length === 0);
          expect(checkRequest('POST', callback, { type: 9, data })).toEqual([]);
          took();
        }),
        { numRuns: 100, maxSkipsPerRun: 1000 },
      ),
    );
    expect(taken).toBe(100);
  });

  it('of commands', () => {
    const taken = passing((took) =>
      fc.assert(
        fc.property(command, (body) => {
          fc.pre(checkCommands([body]).length === 0);
          expect(checkRequest('PUT', commandsRoute, [body])).toEqual([]);
          took();
        }),
        { numRuns: 200, maxSkipsPerRun: 1000 },
      ),
    );
    expect(taken).toBe(200);
  });
});
