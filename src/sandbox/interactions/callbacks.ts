import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { type Core, placeOf } from '../core.ts';
import { alreadyAcknowledged, wrongField } from '../errors.ts';
import { textOf } from '../world/content.ts';
import { createMessage, editMessage, type MessageBody, type Upload } from '../world/messages.ts';
import type { MessageState } from '../world/state.ts';
import type { Interaction } from './pending.ts';

export interface CallbackBody {
  readonly type: InteractionResponseType;
  readonly data?: unknown;
}

const R = InteractionResponseType;

/** The answers that each kind of interaction takes. A form's two message updates need a message it was opened from. */
const ALLOWED: Partial<Record<InteractionType, readonly InteractionResponseType[]>> = {
  [InteractionType.ApplicationCommand]: [R.ChannelMessageWithSource, R.DeferredChannelMessageWithSource, R.Modal],
  [InteractionType.MessageComponent]: [
    R.ChannelMessageWithSource,
    R.DeferredChannelMessageWithSource,
    R.DeferredMessageUpdate,
    R.UpdateMessage,
    R.Modal,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [R.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [
    R.ChannelMessageWithSource,
    R.DeferredChannelMessageWithSource,
    R.DeferredMessageUpdate,
    R.UpdateMessage,
  ],
};

/** Does what the first answer to an interaction asks for; gives the message that it made or changed. */
export function answer(
  core: Core,
  interaction: Interaction,
  body: CallbackBody,
  files: readonly Upload[],
): MessageState | undefined {
  if (interaction.state !== 'waiting') throw alreadyAcknowledged();
  const allowed = ALLOWED[interaction.type] ?? [];
  const needsMessage = body.type === R.DeferredMessageUpdate || body.type === R.UpdateMessage;
  if (!allowed.includes(body.type) || (needsMessage && interaction.source === undefined)) {
    throw wrongField(
      'type',
      'INTERACTION_RESPONSE_TYPE_INVALID',
      'This interaction does not take a response of this type.',
    );
  }
  const act = ACTS[body.type];
  if (act === undefined) throw wrongField('type', 'BASE_TYPE_CHOICES', 'This response type is not supported.');
  return act(core, interaction, body.data, files);
}

type Act = (core: Core, interaction: Interaction, data: unknown, files: readonly Upload[]) => MessageState | undefined;

const ACTS: Partial<Record<InteractionResponseType, Act>> = {
  [R.ChannelMessageWithSource](core, interaction, data, files) {
    const body = (data ?? {}) as MessageBody;
    const message = say(core, interaction, body, files, 'answer');
    interaction.original = message;
    interaction.answered('answered');
    settleMessage(interaction, 'message', message);
    return message;
  },

  [R.DeferredChannelMessageWithSource](core, interaction, data) {
    // Of the flags only "ephemeral" is taken with a deferral.
    const flags = ((data as { flags?: number } | undefined)?.flags ?? 0) & MessageFlags.Ephemeral;
    const message = say(core, interaction, { flags }, [], 'thinking');
    interaction.original = message;
    interaction.answered('deferred');
    return message;
  },

  [R.DeferredMessageUpdate](core, interaction) {
    interaction.original = interaction.source;
    interaction.answered('answered');
    // Nothing need follow: when the bot has come to rest without an edit, that was all.
    core.activity.quiet('request').then(
      () => interaction.settle({ kind: 'nothing' }),
      () => interaction.settle({ kind: 'nothing' }),
    );
    return interaction.source;
  },

  [R.UpdateMessage](core, interaction, data, files) {
    const { source } = interaction;
    if (source === undefined) return undefined;
    const body = (data ?? {}) as MessageBody;
    editMessage(core, source, body, files);
    interaction.original = source;
    interaction.answered('answered');
    settleMessage(interaction, 'update', source);
    return source;
  },

  [R.ApplicationCommandAutocompleteResult](core, interaction, data) {
    const { choices = [] } = (data ?? {}) as { choices?: APIApplicationCommandOptionChoice[] };
    interaction.answered('answered');
    tell(core, interaction, 'offered', choices.map((choice) => choice.name).join(', '));
    interaction.settle({ kind: 'choices', choices });
    return undefined;
  },

  [R.Modal](core, interaction, data) {
    const modal = data as APIModalInteractionResponseCallbackData;
    interaction.modal = {
      title: modal.title,
      customId: modal.custom_id,
      data: modal,
      token: interaction.token,
      userId: interaction.user.id,
    };
    interaction.answered('answered');
    tell(core, interaction, 'showed a form to', modal.title);
    interaction.settle({ kind: 'modal', modal: interaction.modal });
    return undefined;
  },
};

/** Fills in "thinking…", or changes the first answer: PATCH @original, or the first follow-up to a deferral. */
export function editOriginal(
  core: Core,
  interaction: Interaction,
  message: MessageState,
  body: MessageBody,
  files: readonly Upload[],
): MessageState {
  editMessage(core, message, body, files);
  if (interaction.state === 'deferred') {
    interaction.state = 'answered';
    settleMessage(interaction, 'message', message);
  } else settleMessage(interaction, 'update', message);
  return message;
}

/** Writes a message in answer to an interaction. Needs no permission of the bot's in the channel. */
export function say(
  core: Core,
  interaction: Interaction,
  body: MessageBody,
  files: readonly Upload[],
  kind: 'answer' | 'thinking' | 'follow-up',
): MessageState {
  const { token, metadata, channel, user, command } = interaction;
  const ephemeral = ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return createMessage(core, {
    channel,
    author: core.world.bot,
    body,
    files,
    onlyFor: ephemeral ? user : undefined,
    loading: kind === 'thinking',
    how: kind === 'thinking' ? 'is thinking' : 'answered',
    interaction: {
      token,
      metadata,
      ...(command && { command }),
      under: kind === 'follow-up' ? interaction.original : interaction.source,
    },
  });
}

function settleMessage(interaction: Interaction, kind: 'message' | 'update', message: MessageState): void {
  interaction.settle({
    kind,
    message: message.api,
    ephemeral: message.onlyFor !== undefined,
    text: textOf(message.api),
  });
}

function tell(core: Core, interaction: Interaction, how: 'offered' | 'showed a form to', text: string): void {
  core.happenings.tell({
    kind: 'coach',
    at: core.clock.now(),
    where: placeOf(interaction.channel),
    how,
    onlyTo: interaction.user.name,
    text,
  });
}
