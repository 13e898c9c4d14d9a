import { describe, expect, it } from 'vitest';
import { checkMessage, hasTooLargeFile, isEmptyMessage, messageFlag } from '../../../src/sandbox/rules/message.ts';
import { atMost, error, letters, many, messageErrors, numberAtLeast } from './support.ts';

const file = (name: string, size = 10) => ({ name, size });

describe('a message in a channel', () => {
  it('says 2,000 characters, not 2,001', () => {
    expect(messageErrors({ content: letters(2000) })).toEqual({});
    expect(messageErrors({ content: letters(2001) })).toEqual(atMost('content', 2000));
  });

  it('has content that is text', () => {
    expect(messageErrors({ content: 7 })).toEqual(
      error('content', 'STRING_TYPE_CONVERT', 'Could not interpret "7" as string.'),
    );
    expect(messageErrors({ content: null })).toEqual({});
  });

  it('is an object', () => {
    expect(messageErrors('hello')).toEqual(error('', 'MODEL_TYPE_CONVERT', 'Expected an object/dictionary.'));
    expect(messageErrors([])).toEqual(error('', 'MODEL_TYPE_CONVERT', 'Expected an object/dictionary.'));
  });

  it('cannot be ephemeral, as the answer to an interaction can', () => {
    const body = { content: 'only you see this', flags: messageFlag.ephemeral };
    expect(messageErrors(body)).toEqual(
      error('flags', 'MESSAGE_FLAGS_EPHEMERAL_NOT_ALLOWED', 'Only the answer to an interaction can be ephemeral'),
    );
    expect(messageErrors(body, { kind: 'interaction' })).toEqual({});
    expect(messageErrors(body, { kind: 'followup' })).toEqual({});
  });

  it('may be silent, and its flags are a whole number', () => {
    expect(messageErrors({ content: 'psst', flags: messageFlag.silent })).toEqual({});
    expect(messageErrors({ content: 'psst', flags: -1 })).toEqual(numberAtLeast('flags', 0));
    expect(messageErrors({ content: 'psst', flags: 0.5 })).toEqual(
      error('flags', 'NUMBER_TYPE_COERCE', 'Value 0.5 is not int.'),
    );
  });
});

describe('a nonce', () => {
  it('is 25 characters long at most, or a whole number', () => {
    expect(messageErrors({ content: 'x', nonce: letters(25), enforce_nonce: true })).toEqual({});
    expect(messageErrors({ content: 'x', nonce: 1234 })).toEqual({});
    expect(messageErrors({ content: 'x', nonce: letters(26) })).toEqual(
      error('nonce', 'NONCE_TYPE_TOO_LONG', 'Must be 25 or fewer characters long.'),
    );
    expect(messageErrors({ content: 'x', nonce: true })).toEqual(
      error('nonce', 'NONCE_TYPE_INVALID_TYPE', 'This field must be a string or integer.'),
    );
  });

  it('is enforced or not, nothing between', () => {
    expect(messageErrors({ content: 'x', enforce_nonce: 'yes' })).toEqual(
      error('enforce_nonce', 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'),
    );
  });
});

describe('allowed mentions', () => {
  const ids = (count: number) => many(count, (index) => String(100_000_000_000_000_000n + BigInt(index)));

  it.each(['users', 'roles'])('name 100 %s, not 101', (key) => {
    expect(messageErrors({ content: 'hi', allowed_mentions: { parse: [], [key]: ids(100) } })).toEqual({});
    expect(messageErrors({ content: 'hi', allowed_mentions: { parse: [], [key]: ids(101) } })).toEqual(
      atMost(`allowed_mentions.${key}`, 100),
    );
  });

  it('name people or parse for people, not both', () => {
    expect(messageErrors({ content: 'hi', allowed_mentions: { parse: ['users'], users: ids(1) } })).toEqual(
      error(
        'allowed_mentions',
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        'parse:["users"] and users: [ids...] are mutually exclusive.',
      ),
    );
    expect(messageErrors({ content: 'hi', allowed_mentions: { parse: ['users', 'roles'], users: [] } })).toEqual({});
    expect(messageErrors({ content: 'hi', allowed_mentions: { parse: ['everyone'], users: ids(2) } })).toEqual({});
  });

  it('parse only for users, roles and everyone, and name snowflakes', () => {
    expect(messageErrors({ content: 'hi', allowed_mentions: { parse: ['here'] } })).toEqual(
      error('allowed_mentions.parse.0', 'BASE_TYPE_CHOICES', "Value must be one of ('roles', 'users', 'everyone')."),
    );
    expect(messageErrors({ content: 'hi', allowed_mentions: { users: ['ana'] } })).toEqual(
      error('allowed_mentions.users.0', 'NUMBER_TYPE_COERCE', 'Value "ana" is not snowflake.'),
    );
  });
});

describe('attachments', () => {
  it('are ten at most, whether listed or merely sent', () => {
    const files = (count: number) => many(count, (index) => file(`${index}.png`));
    const listed = (count: number) => ({ attachments: many(count, (id) => ({ id: String(id) })) });
    expect(messageErrors({}, { files: files(10) })).toEqual({});
    expect(messageErrors({}, { files: files(11) })).toEqual(atMost('attachments', 10));
    expect(messageErrors(listed(10), { files: files(10) })).toEqual({});
    expect(messageErrors(listed(11))).toEqual(atMost('attachments', 10));
  });

  it('are described in 1,024 characters, not 1,025', () => {
    const described = (count: number) => ({ attachments: [{ id: '0', description: letters(count) }] });
    expect(messageErrors(described(1024), { files: [file('a.png')] })).toEqual({});
    expect(messageErrors(described(1025), { files: [file('a.png')] })).toEqual(
      atMost('attachments.0.description', 1024),
    );
  });

  it('are 10 MiB each at most', () => {
    expect(hasTooLargeFile([file('a.png', 10 * 1024 * 1024)])).toBe(false);
    expect(hasTooLargeFile([file('a.png'), file('b.png', 10 * 1024 * 1024 + 1)])).toBe(true);
  });
});

describe('an empty message', () => {
  it.each([
    ['nothing', {}],
    ['blanks', { content: ' \n ' }],
    ['empty lists', { content: '', embeds: [], components: [], sticker_ids: [] }],
    ['a reply without words', { message_reference: { message_id: '1' } }],
    ['no object at all', null],
  ])('is %s', (_, body) => {
    expect(isEmptyMessage(body, [])).toBe(true);
  });

  it.each([
    ['words', { content: 'x' }],
    ['an embed', { embeds: [{ title: 'x' }] }],
    ['a component', { components: [{ type: 10 }] }],
    ['a sticker', { sticker_ids: ['1'] }],
    ['a poll', { poll: {} }],
    ['a forwarded message', { message_reference: { type: 1, message_id: '1' } }],
  ])('is not one with %s', (_, body) => {
    expect(isEmptyMessage(body, [])).toBe(false);
  });

  it('is not one with a file', () => {
    expect(isEmptyMessage({}, [file('a.png')])).toBe(false);
  });
});

describe('Components V2 and the fields of old', () => {
  const shown = [{ type: 10, content: 'Week 1' }];
  const refused = (key: string) =>
    error(
      key,
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );

  it.each([
    ['content', { content: 'x' }],
    ['embeds', { embeds: [{ title: 'x' }] }],
    ['sticker_ids', { sticker_ids: ['1'] }],
    ['poll', { poll: {} }],
  ])('do not go together: %s', (key, field) => {
    expect(messageErrors({ flags: messageFlag.v2, components: shown, ...field })).toEqual(refused(key));
    expect(messageErrors({ components: shown, ...field }, { kind: 'edit', wasV2: true })).toEqual(refused(key));
  });

  it('go together when the old fields are emptied', () => {
    const body = { flags: messageFlag.v2, components: shown, content: null, embeds: [] };
    expect(messageErrors(body)).toEqual({});
    expect(messageErrors(body, { kind: 'edit', carried: ['content', 'embeds'] })).toEqual({});
  });

  it('does not turn a message of old into V2 without emptying it', () => {
    const body = { flags: messageFlag.v2, components: shown };
    expect(messageErrors(body, { kind: 'edit', carried: ['content'] })).toEqual(refused('content'));
    expect(messageErrors(body, { kind: 'edit', carried: [] })).toEqual({});
  });

  it('keeps V2 on an edit that does not speak of flags, and reads one that drops the flag as of old', () => {
    expect(messageErrors({ components: shown }, { kind: 'edit', wasV2: true })).toEqual({});
    expect(messageErrors({ components: shown, flags: 0 }, { kind: 'edit', wasV2: true })).toEqual(
      error('components.0', 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).'),
    );
    expect(messageErrors({ flags: 0 }, { kind: 'edit', wasV2: true })).toEqual({});
  });

  it('tells everything at once that is wrong in different fields', () => {
    const violations = checkMessage({ content: letters(2001), nonce: letters(26) }, { kind: 'create', files: [] });
    expect(violations.map(({ path }) => path.join('.'))).toEqual(['content', 'nonce']);
  });
});
