import { authorIsAnother, DiscordError, wrongField } from '../errors.ts';
import { olderFirst } from '../snowflake.ts';
import { createMessage, deleteMessage, editMessage, type MessageBody } from '../world/messages.ts';
import { may } from '../world/permissions.ts';
import type { ChannelState, MessageState } from '../world/state.ts';
import { listed } from '../world/world.ts';
import { listedMessage, require, requireOpenDm, visibleChannel } from './access.ts';
import { editedMessage, newMessage } from './checks.ts';
import { MESSAGES, noContent, ORDINARY, ok, type RestRequest, type RestRoute } from './route.ts';

const byChannel = { by: ['channel_id'], budget: MESSAGES };
const reading = { by: ['channel_id'], budget: ORDINARY };

/** "The past few minutes" in which a nonce with enforce_nonce brings back the first message; Discord gives no figure. */
const NONCE_KEPT = 3 * 60_000;

function post(request: RestRequest) {
  const { core } = request;
  const body = (request.body ?? {}) as MessageBody;
  const channel = visibleChannel(request);
  requireOpenDm(request, channel);
  requireToPost(request, channel, body);
  const again = body.enforce_nonce ? sameNonce(request, channel, body) : undefined;
  if (again !== undefined) return ok(again.api);
  const message = createMessage(core, {
    channel,
    author: core.world.bot,
    body,
    files: request.files,
    how: 'posted',
  });
  return ok(message.api);
}

function requireToPost(request: RestRequest, channel: ChannelState, body: MessageBody): void {
  require(request, channel, 'SendMessages');
  if (body.embeds?.length) require(request, channel, 'EmbedLinks');
  if (request.files.length > 0) require(request, channel, 'AttachFiles');
  if (body.message_reference) require(request, channel, 'ReadMessageHistory');
}

/** The bot's message with this nonce of the past few minutes, if there is one; newest messages are looked at first. */
function sameNonce({ core }: RestRequest, channel: ChannelState, body: MessageBody): MessageState | undefined {
  if (body.nonce === undefined || body.nonce === null) return undefined;
  const since = core.clock.now() - NONCE_KEPT;
  const recent = [...channel.messages.values()].reverse();
  for (const message of recent) {
    if (Date.parse(message.api.timestamp) < since) return undefined;
    const same = message.api.nonce !== undefined && String(message.api.nonce) === String(body.nonce);
    if (same && message.authorId === core.world.bot.id) return message;
  }
  return undefined;
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
