import { unknownMessage, unknownWebhook } from '../errors.ts';
import { editOriginal, say } from '../interactions/callbacks.ts';
import type { Interaction } from '../interactions/pending.ts';
import { deleteMessage, type MessageBody } from '../world/messages.ts';
import type { MessageState } from '../world/state.ts';
import { editedMessage, newMessage } from './checks.ts';
import { idParam, MESSAGES, noContent, ok, type RestRequest, type RestRoute } from './route.ts';

const ORIGINAL = '@original';
const bucket = { by: ['webhook_id', 'webhook_token'], budget: MESSAGES };

/** The interaction whose token stands in the path. An application's webhooks are only those of its interactions. */
function interactionOf(request: RestRequest): Interaction {
  if (idParam(request, 'webhook_id') !== request.core.world.applicationId) throw unknownWebhook();
  return request.core.interactions.forFollowUp(request.params['webhook_token'] ?? '');
}

/** The message of a path: `@original`, or a follow-up that this very interaction made. @throws DiscordError 10008 */
function messageOf(request: RestRequest, interaction: Interaction): MessageState {
  const id = request.params['message_id'];
  const { original, channel } = interaction;
  const message = id === ORIGINAL ? original : channel.messages.get(idParam(request, 'message_id'));
  const gone = message === undefined || !channel.messages.has(message.api.id);
  if (gone || (message.token !== interaction.token && message !== original)) throw unknownMessage();
  return message;
}

function followUp(request: RestRequest) {
  const { core, files } = request;
  const interaction = interactionOf(request);
  const body = (request.body ?? {}) as MessageBody;
  // The first follow-up to a deferral takes the place of "thinking…".
  if (interaction.state === 'deferred' && interaction.original !== undefined) {
    return ok(editOriginal(core, interaction, interaction.original, body, files).api);
  }
  const message = say(core, interaction, body, files, 'follow-up');
  return ok(message.api);
}

function get(request: RestRequest) {
  return ok(messageOf(request, interactionOf(request)).api);
}

function edit(request: RestRequest) {
  const interaction = interactionOf(request);
  const message = messageOf(request, interaction);
  return ok(editOriginal(request.core, interaction, message, (request.body ?? {}) as MessageBody, request.files).api);
}

function remove(request: RestRequest) {
  const interaction = interactionOf(request);
  const message = messageOf(request, interaction);
  deleteMessage(request.core, message);
  if (interaction.state === 'deferred' && message === interaction.original) {
    interaction.state = 'answered';
    interaction.settle({ kind: 'nothing' });
  }
  return noContent;
}

/** The message that a path means, if there is one, whoever may change it. */
function found({ core, params }: RestRequest): MessageState | undefined {
  const interaction = core.interactions.opened(params['webhook_token'] ?? '');
  const id = params['message_id'];
  if (id === undefined || id === ORIGINAL) return interaction?.original;
  return interaction?.channel.messages.get(id);
}

const template = '/webhooks/{webhook_id}/{webhook_token}';
/** Also of `@original`, which clients send percent-encoded. */
const one = `${template}/messages/{message_id}`;

export const webhookRoutes: readonly RestRoute[] = [
  { method: 'POST', template, auth: 'token', bucket, check: newMessage('followup'), handle: followUp },
  { method: 'GET', template: one, auth: 'token', bucket, handle: get },
  { method: 'PATCH', template: one, auth: 'token', bucket, check: editedMessage('followup', found), handle: edit },
  { method: 'DELETE', template: one, auth: 'token', bucket, handle: remove },
];
