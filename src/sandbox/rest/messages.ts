import { authorIsAnother, DiscordError, unknownMessage, wrongField } from '../errors.ts';
import { madeAt, olderFirst } from '../snowflake.ts';
import { createMessage, deleteMessage, editMessage, type MessageBody, NONCE_KEPT } from '../world/messages.ts';
import { may } from '../world/permissions.ts';
import type { ChannelState, MessageState } from '../world/state.ts';
import { listed } from '../world/world.ts';
import { listedMessage, require, requireOpenDm, visibleChannel } from './access.ts';
import { editedMessage, newMessage } from './checks.ts';
import { MESSAGES, noContent, ORDINARY, ok, type RestRequest, type RestRoute } from './route.ts';

const byChannel = { by: ['channel_id'], budget: MESSAGES };
const reading = { by: ['channel_id'], budget: ORDINARY };

function post(request: RestRequest) {
  const { core } = request;
  const body = (request.body ?? {}) as MessageBody;
  const channel = visibleChannel(request);
  requireOpenDm(request, channel);
  requireToPost(request, channel, body);
  const nonce = body.enforce_nonce && body.nonce !== undefined && body.nonce !== null ? String(body.nonce) : undefined;
  const again = nonce === undefined ? undefined : sameNonce(request, channel, nonce);
  if (again !== undefined) return ok(again.api);
  const author = core.world.bot;
  const enforcesNonce = nonce !== undefined;
  const message = createMessage(core, { channel, author, body, files: request.files, enforcesNonce, how: 'posted' });
  return ok(message.api);
}

function requireToPost(request: RestRequest, channel: ChannelState, body: MessageBody): void {
  require(request, channel, 'SendMessages');
  if (body.embeds?.length) require(request, channel, 'EmbedLinks');
  if (request.files.length > 0) require(request, channel, 'AttachFiles');
  if (body.message_reference) require(request, channel, 'ReadMessageHistory');
}

/** The bot's message with this nonce of the past few minutes, if there is one. @throws DiscordError 10008: deleted since */
function sameNonce({ core }: RestRequest, channel: ChannelState, nonce: string): MessageState | undefined {
  const message = channel.nonces.get(nonce);
  if (message === undefined || madeAt(message.api.id) < core.clock.now() - NONCE_KEPT) return undefined;
  if (!channel.messages.has(message.api.id)) throw unknownMessage();
  return message;
}

function list(request: RestRequest) {
  const channel = visibleChannel(request);
  // Without the permission to read history Discord answers with nothing rather than with an error.
  if (!may(channel, request.core.world.bot.id, 'ReadMessageHistory')) return ok([]);
  const { query } = request;
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw wrongField('limit', 'NUMBER_TYPE_MAX', 'int value should be less than or equal to 100.');
  }
  const all = listed(channel);
  const [before, after, around] = [query.get('before'), query.get('after'), query.get('around')];
  let chosen: MessageState[];
  if (after !== null) chosen = all.filter(({ api }) => olderFirst(api.id, after) > 0).slice(0, limit);
  else if (around !== null) {
    const older = all.filter(({ api }) => olderFirst(api.id, around) < 0).slice(-Math.floor(limit / 2));
    const rest = all.filter(({ api }) => olderFirst(api.id, around) >= 0).slice(0, limit - older.length);
    chosen = [...older, ...rest];
  } else if (before !== null) chosen = all.filter(({ api }) => olderFirst(api.id, before) < 0).slice(-limit);
  else chosen = all.slice(-limit);
  return ok(chosen.reverse().map((message) => message.api));
}

function edit(request: RestRequest) {
  const { core } = request;
  const message = listedMessage(request, visibleChannel(request));
  if (message.authorId !== core.world.bot.id) throw authorIsAnother();
  const body = (request.body ?? {}) as MessageBody;
  return ok(editMessage(core, message, body, request.files).api);
}

function remove(request: RestRequest) {
  const { core } = request;
  const channel = visibleChannel(request);
  const message = listedMessage(request, channel);
  if (message.authorId !== core.world.bot.id) {
    if (channel.server === undefined) throw new DiscordError(403, 50003, 'Cannot execute action on a DM channel');
    require(request, channel, 'ManageMessages');
  }
  deleteMessage(core, message);
  return noContent;
}

const template = '/channels/{channel_id}/messages';
const one = `${template}/{message_id}`;

export const messageRoutes: readonly RestRoute[] = [
  { method: 'POST', template, auth: 'bot', bucket: byChannel, check: newMessage('create'), handle: post },
  { method: 'GET', template, auth: 'bot', bucket: reading, handle: list },
  {
    method: 'GET',
    template: one,
    auth: 'bot',
    bucket: reading,
    handle: (request) => {
      const channel = visibleChannel(request);
      require(request, channel, 'ReadMessageHistory');
      return ok(listedMessage(request, channel).api);
    },
  },
  {
    method: 'PATCH',
    template: one,
    auth: 'bot',
    bucket: byChannel,
    check: editedMessage('edit', ({ core, params }) =>
      core.world.channels.get(params['channel_id'] ?? '')?.messages.get(params['message_id'] ?? ''),
    ),
    handle: edit,
  },
  { method: 'DELETE', template: one, auth: 'bot', bucket: byChannel, handle: remove },
];
