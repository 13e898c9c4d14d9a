import { InteractionResponseType } from 'discord-api-types/v10';
import { answer, type CallbackBody } from '../interactions/callbacks.ts';
import type { Interaction } from '../interactions/pending.ts';
import type { MessageState } from '../world/state.ts';
import { callbackData } from './checks.ts';
import { noContent, ok, type RestRequest, type RestRoute } from './route.ts';

function callback(request: RestRequest) {
  const { core, params, files } = request;
  const interaction = core.interactions.forCallback(params['interaction_id'] ?? '', params['interaction_token'] ?? '');
  const body = request.body as CallbackBody;
  const message = answer(core, interaction, body, files);
  if (request.query.get('with_response') !== 'true') return noContent;
  return ok(response(interaction, body.type, message));
}

/** What `with_response=true` brings back (docs: Interaction Callback Response Object). */
function response(interaction: Interaction, type: InteractionResponseType, message: MessageState | undefined) {
  const deferred = type === InteractionResponseType.DeferredChannelMessageWithSource;
  const about =
    message === undefined
      ? {}
      : {
          response_message_id: message.api.id,
          response_message_loading: deferred,
          response_message_ephemeral: message.onlyFor !== undefined,
        };
  return {
    interaction: { id: interaction.id, type: interaction.type, ...about },
    resource: message === undefined ? { type } : { type, message: message.api },
  };
}

export const interactionRoutes: readonly RestRoute[] = [
  {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    auth: 'token',
    check: callbackData,
    handle: callback,
  },
];
