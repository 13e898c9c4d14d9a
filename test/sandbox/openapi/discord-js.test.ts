import {
  type APIDMChannel,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Client,
  MessageFlags,
  TextDisplayBuilder,
} from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { checkRequest } from '../../../src/sandbox/openapi/check.ts';

const application = '1100000000000000001';
const ana = { id: '1100000000000000002', username: 'ana', discriminator: '0', global_name: 'Ana', avatar: null };
const bot = { ...ana, id: application, username: 'coach', bot: true };
const channel = '1100000000000000010';
const message = {
  id: '1100000000000000100',
  channel_id: channel,
  type: 0,
  content: 'x',
  author: bot,
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  attachments: [],
  embeds: [],
  components: [],
  timestamp: '2026-01-05T07:30:00.000000+00:00',
  edited_timestamp: null,
  flags: 0,
  pinned: false,
  tts: false,
};

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** discord.js, with a Discord that takes everything down and answers at once. */
function listening() {
  const sent: Sent[] = [];
  const client = new Client({
    intents: [],
    rest: {
      makeRequest: async (url, { method = 'GET', body }) => {
        const { pathname } = new URL(url);
        const path = decodeURIComponent(pathname).replace('/api/v10', '');
        sent.push({ method, path, body: typeof body === 'string' ? JSON.parse(body) : undefined });
        if (path.endsWith('/callback')) return new Response(null, { status: 204 });
        return Response.json(path === `/channels/${channel}` ? { id: channel, type: 1, recipients: [ana] } : message);
      },
    },
  });
  client.rest.setToken('a-token');
  const interaction = {
    id: '1100000000000000300',
    application_id: application,
    token: 'an-interaction-token',
    version: 1,
    channel: { id: channel, type: 1 } satisfies Partial<APIDMChannel>,
    channel_id: channel,
    user: ana,
    locale: 'en-GB',
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 1,
  };
  const command: ChatInputCommandInteraction = Reflect.construct(ChatInputCommandInteraction, [
    client,
    { ...interaction, type: 2, data: { id: '1', name: 'today', type: 1 } },
  ]);
  const button: ButtonInteraction = Reflect.construct(ButtonInteraction, [
    client,
    { ...interaction, type: 3, message, data: { component_type: 2, custom_id: 'done' } },
  ]);
  return { client, sent, command, button };
}

const templates: readonly (readonly [RegExp, string])[] = [
  [/^\/interactions\/\d+\/[^/]+\/callback$/, '/interactions/{id}/{token}/callback'],
  [/^\/webhooks\/\d+\/[^/]+$/, '/webhooks/{id}/{token}'],
  [/^\/webhooks\/\d+\/[^/]+\/messages\/@original$/, '/webhooks/{id}/{token}/messages/@original'],
  [/^\/webhooks\/\d+\/[^/]+\/messages\/\d+$/, '/webhooks/{id}/{token}/messages/{message}'],
  [/^\/channels\/\d+$/, '/channels/{id}'],
  [/^\/channels\/\d+\/messages$/, '/channels/{id}/messages'],
  [/^\/channels\/\d+\/messages\/\d+$/, '/channels/{id}/messages/{message}'],
];

const issuesOf = ({ method, path, body }: Sent) => {
  const template = templates.find(([pattern]) => pattern.test(path))?.[1];
  return checkRequest(method, template ?? path, body);
};

describe('what discord.js sends', () => {
  const clients: Client[] = [];
  const start = () => {
    const all = listening();
    clients.push(all.client);
    return all;
  };
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.destroy()));
  });

  it('passes when it answers a command, edits the answer and follows up', async () => {
    const { sent, command } = start();
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    await command.editReply({ content: 'Rest day' });
    await command.followUp({ content: 'Drink when you are thirsty', flags: MessageFlags.Ephemeral });
    await command.deleteReply();
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'POST', 'DELETE']);
    expect(sent.map(issuesOf)).toEqual([[], [], [], []]);
    expect(sent[1]?.body).toMatchObject({ tts: false, enforce_nonce: false });
    expect(sent[2]?.body).toMatchObject({ tts: false, enforce_nonce: false });
  });

  it('passes when it answers at once, in Components V2', async () => {
    const { sent, command } = start();
    const components = [new TextDisplayBuilder().setContent('Week 1, day 1')];
    await command.reply({ components, flags: MessageFlags.IsComponentsV2, allowedMentions: { parse: [] } });
    expect(sent.map(issuesOf)).toEqual([[]]);
    expect(sent[0]?.body).toMatchObject({ type: 4, data: { tts: false, enforce_nonce: false } });
  });

  it('passes when it updates the message of a button', async () => {
    const { sent, button } = start();
    await button.update({ content: 'Done', components: [] });
    expect(sent.map(issuesOf)).toEqual([[]]);
    expect(sent[0]?.body).toMatchObject({ type: 7, data: { tts: false, enforce_nonce: false } });
  });

  it('passes when it writes in a channel, and edits and deletes what it wrote', async () => {
    const { sent, client } = start();
    const dm = await client.channels.fetch(channel);
    if (!dm?.isSendable()) throw new Error('The channel cannot be written in.');
    const written = await dm.send({ content: 'Good morning', nonce: 'daily:2026-01-05', enforceNonce: true });
    Reflect.set(client, 'user', written.author);
    await written.edit({ content: 'Good morning, Ana' });
    await written.delete();
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET /channels/${channel}`,
      `POST /channels/${channel}/messages`,
      `PATCH /channels/${channel}/messages/${message.id}`,
      `DELETE /channels/${channel}/messages/${message.id}`,
    ]);
    expect(sent.map(issuesOf)).toEqual([[], [], [], []]);
    expect(sent[2]?.body).toMatchObject({ tts: false, enforce_nonce: false });
  });
});
