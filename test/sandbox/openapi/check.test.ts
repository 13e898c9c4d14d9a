import { describe, expect, it } from 'vitest';
import { checkRequest, checkResponse } from '../../../src/sandbox/openapi/check.ts';

const coach = {
  id: '1100000000000000001',
  username: 'coach',
  discriminator: '0000',
  global_name: null,
  avatar: null,
  bot: true,
  public_flags: 0,
  flags: 0,
  primary_guild: null,
};

const message = {
  id: '1100000000000000100',
  channel_id: '1100000000000000010',
  type: 0,
  content: '',
  author: coach,
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  attachments: [],
  embeds: [],
  timestamp: '2026-01-05T07:30:00.000000+00:00',
  edited_timestamp: null,
  flags: 32768,
  pinned: false,
  tts: false,
  components: [
    {
      type: 17,
      id: 1,
      accent_color: null,
      spoiler: false,
      components: [
        { type: 10, id: 2, content: 'Week 1, day 1' },
        { type: 1, id: 3, components: [{ type: 2, id: 4, style: 3, label: 'Done', custom_id: 'done' }] },
      ],
    },
  ],
};

const messages = '/channels/{channel_id}/messages';
const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
const commands = '/applications/{application_id}/commands';

describe('a request', () => {
  it('passes when it is as described', () => {
    expect(checkRequest('POST', messages, { content: 'Good morning', nonce: 'a', enforce_nonce: true })).toEqual([]);
    expect(checkRequest('POST', callback, { type: 5, data: { flags: 64 } })).toEqual([]);
    expect(checkRequest('POST', callback, { type: 6 })).toEqual([]);
    expect(checkRequest('PUT', commands, [{ name: 'today', description: 'Today’s session' }])).toEqual([]);
    expect(checkRequest('POST', '/users/@me/channels', { recipient_id: '1' })).toEqual([]);
  });

  it('is refused for each unknown key, at the place where it stands', () => {
    const button = { type: 2, style: 3, label: 'Done', custom_id: 'done', colour: 'green' };
    const section = { type: 9, components: [{ type: 10, content: 'x' }], accessory: button };
    const body = { contents: 'x', flags: 32768, components: [{ type: 17, components: [section] }] };
    expect(checkRequest('POST', messages, body)).toEqual([
      { path: ['components', 0, 'components', 0, 'accessory', 'colour'], message: 'Unknown key' },
      { path: ['contents'], message: 'Unknown key' },
    ]);
  });

  it('is refused in the words of the component that was meant', () => {
    const row = { type: 1, components: [{ type: 2, style: 3, label: 7 }] };
    expect(checkRequest('POST', messages, { components: [row] })).toEqual([
      {
        path: ['components', 0, 'components', 0, 'label'],
        message: 'Invalid input: expected string, received number',
      },
    ]);
  });

  it('is refused in the words of the callback that was meant', () => {
    const modal = { type: 9, data: { custom_id: 'x', title: 'x', components: [{ type: 18, label: 'x' }] } };
    expect(checkRequest('POST', callback, modal).map(({ path }) => path.join('.'))).toEqual([
      'data.components.0.component',
    ]);
  });

  it('names no option that Discord does not have', () => {
    const option = { type: 3, name: 'zone', description: 'x', minLength: 1 };
    expect(checkRequest('PUT', commands, [{ name: 'x', description: 'x', options: [option] }])).toEqual([
      { path: [0, 'options', 0, 'minLength'], message: 'Unknown key' },
    ]);
  });

  it('has a body where there must be one, and none where there is none', () => {
    expect(checkRequest('POST', messages, undefined)).toEqual([
      { path: [], message: 'Invalid input: expected object, received undefined' },
    ]);
    expect(checkRequest('GET', messages, undefined)).toEqual([]);
    expect(checkRequest('DELETE', '/channels/{channel_id}/messages/{message_id}', '')).toEqual([]);
    expect(checkRequest('GET', messages, { limit: 1 })).toEqual([{ path: [], message: 'Must have no body' }]);
  });

  it('on a route that is not known is an error', () => {
    expect(() => checkRequest('POST', '/channels/{channel_id}/jokes', {})).toThrow('POST /channels/{channel_id}/jokes');
  });
});

describe('an answer', () => {
  it('with a message passes, and one with a key more or less does not', () => {
    expect(checkResponse('POST', messages, 200, message)).toEqual([]);
    expect(checkResponse('GET', messages, 200, [message, message])).toEqual([]);
    const { pinned: _, ...unpinned } = message;
    expect(checkResponse('POST', messages, 200, unpinned)).toEqual([
      { path: ['pinned'], message: 'Invalid input: expected boolean, received undefined' },
    ]);
    expect(checkResponse('GET', messages, 200, [message, { ...message, seen: true }])).toEqual([
      { path: [1, 'seen'], message: 'Unknown key' },
    ]);
  });

  it('with commands passes, and one with a key more does not', () => {
    const command = {
      id: '1100000000000000200',
      application_id: coach.id,
      version: '1100000000000000201',
      type: 1,
      name: 'checkin',
      description: 'Log what you did',
      default_member_permissions: null,
      nsfw: false,
      options: [{ type: 4, name: 'sets', description: 'How many', required: true, min_value: 1, max_value: 10 }],
    };
    expect(checkResponse('PUT', commands, 200, [command])).toEqual([]);
    expect(checkResponse('PUT', commands, 200, [{ ...command, runs: 1 }])).toEqual([
      { path: [0, 'runs'], message: 'Unknown key' },
    ]);
  });

  it('to a callback is empty, or tells of the message', () => {
    const told = {
      interaction: { id: '1100000000000000300', type: 2, response_message_id: message.id },
      resource: { type: 4, message },
    };
    expect(checkResponse('POST', callback, 204, undefined)).toEqual([]);
    expect(checkResponse('POST', callback, 204, {})).toEqual([{ path: [], message: 'Must have no body' }]);
    expect(checkResponse('POST', callback, 200, told)).toEqual([]);
    expect(checkResponse('POST', callback, 200, { ...told, ok: true })).toEqual([
      { path: ['ok'], message: 'Unknown key' },
    ]);
  });

  it('that says no has a code and words, and nested errors when a form is wrong', () => {
    const wrong = { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] };
    const form = {
      code: 50035,
      message: 'Invalid Form Body',
      errors: { data: { components: { 0: { label: wrong } } } },
    };
    expect(checkResponse('POST', callback, 404, { code: 10062, message: 'Unknown interaction' })).toEqual([]);
    expect(checkResponse('POST', callback, 400, form)).toEqual([]);
    expect(checkResponse('POST', callback, 400, { ...form, errors: wrong })).toEqual([]);
    expect(checkResponse('POST', callback, 400, { message: 'Bad' })).toEqual([
      { path: ['code'], message: 'Invalid input: expected number, received undefined' },
    ]);
    expect(checkResponse('POST', callback, 400, { ...form, errors: { data: [wrong] } }).length).toBeGreaterThan(0);
  });

  it('that says slower says for how long', () => {
    const limited = { message: 'You are being rate limited.', retry_after: 0.5, global: false };
    expect(checkResponse('POST', messages, 429, limited)).toEqual([]);
    expect(checkResponse('POST', messages, 429, { message: 'You are being rate limited.' }).length).toBe(2);
  });

  it('with a status that the route does not have is refused; of 5xx the description says nothing', () => {
    expect(checkResponse('POST', messages, 201, message)).toEqual([
      { path: [], message: `POST ${messages} has no answer with status 201` },
    ]);
    expect(checkResponse('POST', messages, 502, '<html>Bad gateway</html>')).toEqual([]);
  });
});
