import type { FormErrors } from './rules/form-error.ts';

/** An answer of Discord's that says no: thrown by a route, worded as Discord words it. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError';
  readonly status: number;
  readonly code: number;
  readonly errors: FormErrors | undefined;

  constructor(status: number, code: number, message: string, errors?: FormErrors) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body(): { message: string; code: number; errors?: FormErrors } {
    const body = { message: this.message, code: this.code };
    return this.errors === undefined ? body : { ...body, errors: this.errors };
  }
}

export const unauthorized = () => new DiscordError(401, 0, '401: Unauthorized');
export const notFound = () => new DiscordError(404, 0, '404: Not Found');
export const unknownApplication = () => new DiscordError(404, 10002, 'Unknown Application');
export const unknownChannel = () => new DiscordError(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new DiscordError(404, 10004, 'Unknown Guild');
export const unknownMember = () => new DiscordError(404, 10007, 'Unknown Member');
export const unknownMessage = () => new DiscordError(404, 10008, 'Unknown Message');
export const unknownUser = () => new DiscordError(404, 10013, 'Unknown User');
export const unknownWebhook = () => new DiscordError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new DiscordError(404, 10062, 'Unknown interaction');
export const unknownCommand = () => new DiscordError(404, 10063, 'Unknown application command');
export const alreadyAcknowledged = () => new DiscordError(400, 40060, 'Interaction has already been acknowledged.');
export const missingAccess = () => new DiscordError(403, 50001, 'Missing Access');
export const authorIsAnother = () => new DiscordError(403, 50005, 'Cannot edit a message authored by another user');
export const emptyMessage = () => new DiscordError(400, 50006, 'Cannot send an empty message');
export const cannotMessageUser = () => new DiscordError(403, 50007, 'Cannot send messages to this user');
export const missingPermissions = () => new DiscordError(403, 50013, 'Missing Permissions');
export const invalidWebhookToken = () => new DiscordError(401, 50027, 'Invalid Webhook Token');
export const invalidForm = (errors: FormErrors) => new DiscordError(400, 50035, 'Invalid Form Body', errors);
export const tooLarge = () => new DiscordError(413, 40005, 'Request entity too large');
export const invalidJson = () => new DiscordError(400, 50109, 'The request body contains invalid JSON.');

/** One wrong field of a body, at the top level. */
export const wrongField = (field: string, code: string, message: string) =>
  invalidForm({ [field]: { _errors: [{ code, message }] } });
