import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { checkChoices } from '../rules/choices.ts';
import { checkCommand, checkCommands } from '../rules/commands.ts';
import type { Violation } from '../rules/fields.ts';
import { checkMessage, type MessageContext } from '../rules/message.ts';
import { checkModal } from '../rules/modal.ts';
import type { Upload } from '../world/messages.ts';
import type { MessageState } from '../world/state.ts';
import type { RestRequest } from './route.ts';

/** What Discord enforces on a body beyond its OpenAPI description, as a route asks for it. */
export type BodyCheck = (request: RestRequest) => readonly Violation[];

const filesOf = (files: readonly Upload[]) =>
  files.map(({ filename, bytes }) => ({ name: filename, size: bytes.length }));

export const newMessage =
  (kind: MessageContext['kind']): BodyCheck =>
  ({ body, files }) =>
    checkMessage(body ?? {}, { kind, files: filesOf(files) });

/** @param find the message that is edited; a missing one is another error, told by the route itself */
export const editedMessage =
  (kind: MessageContext['kind'], find: (request: RestRequest) => MessageState | undefined): BodyCheck =>
  (request) =>
    checkMessage(request.body ?? {}, contextOf(kind, request.files, find(request)));

function contextOf(
  kind: MessageContext['kind'],
  files: readonly Upload[],
  before: MessageState | undefined,
): MessageContext {
  if (before === undefined) return { kind, files: filesOf(files) };
  const { api } = before;
  const carried = [...(api.content === '' ? [] : ['content']), ...(api.embeds.length === 0 ? [] : ['embeds'])];
  return {
    kind,
    files: filesOf(files),
    kept: api.attachments.map((file) => file.filename),
    wasV2: ((api.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0,
    carried,
  };
}

export const commandList: BodyCheck = ({ body }) => (Array.isArray(body) ? checkCommands(body) : []);
export const oneCommand: BodyCheck = ({ body }) => checkCommand(body);

const under =
  (...at: readonly string[]) =>
  (violation: Violation): Violation => ({ ...violation, path: [...at, ...violation.path] });

/** The `data` of an answer to an interaction, by the answer's type. */
export const callbackData: BodyCheck = ({ core, body, files, params }) => {
  if (typeof body !== 'object' || body === null || !('type' in body)) return [];
  const data: unknown = 'data' in body ? body.data : undefined;
  const checked = () => {
    switch (body.type) {
      case InteractionResponseType.ChannelMessageWithSource:
        return checkMessage(data ?? {}, { kind: 'interaction', files: filesOf(files) });
      case InteractionResponseType.UpdateMessage: {
        const source = core.interactions.opened(params['interaction_token'] ?? '')?.source;
        return checkMessage(data ?? {}, contextOf('edit', files, source));
      }
      case InteractionResponseType.Modal:
        return checkModal(data ?? {});
      case InteractionResponseType.ApplicationCommandAutocompleteResult: {
        const choices: unknown = typeof data === 'object' && data !== null && 'choices' in data ? data.choices : [];
        return checkChoices(choices).map(under('choices'));
      }
      default:
        return [];
    }
  };
  return checked().map(under('data'));
};
