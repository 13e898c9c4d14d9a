import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { type FormErrors, invalidForm } from './errors.ts';
import type { CommandBody } from './interactions/commands.ts';
import { checkRequest, checkResponse, type Issue } from './openapi/check.ts';
import type { MessageBody } from './world/messages.ts';

/** One departure from Discord's rules that the sandbox noticed. */
export interface Departure {
  /** Whose fault it is: the bot's (it was told 50035), or the sandbox's own (a fault in the stand-in). */
  readonly by: 'bot' | 'sandbox';
  readonly what: string;
}

export interface Validation {
  readonly departures: readonly Departure[];
  /** @throws DiscordError 50035 when Discord's description has something against a request. */
  request(method: string, template: string, body: unknown): void;
  /** @throws DiscordError 50035 for what Discord enforces beyond its description, on the body of any message. */
  message(
    body: MessageBody,
    filenames: readonly string[],
    kind: 'create' | 'edit' | 'interaction',
    before?: APIMessage,
  ): void;
  modal(body: APIModalInteractionResponseCallbackData): void;
  commands(bodies: readonly CommandBody[]): void;
  choices(choices: readonly APIApplicationCommandOptionChoice[]): void;
  response(method: string, template: string, status: number, body: unknown): void;
  /** Something that Discord has and the sandbox has not. */
  unimplemented(what: string): void;
  refused(what: string): void;
  /** @throws Error listing what the sandbox cannot do or did wrong. */
  assertFaithful(): void;
}

export function validation(): Validation {
  const departures: Departure[] = [];
  const note = (by: Departure['by'], what: string) => {
    departures.push({ by, what });
  };

  return {
    departures,
    request(method, template, body) {
      const issues = checkRequest(method, template, body);
      if (issues.length === 0) return;
      note('bot', `${method} ${template}: ${issues.map(worded).join('; ')}`);
      throw invalidForm(nested(issues));
    },
    message: () => undefined,
    modal: () => undefined,
    commands: () => undefined,
    choices: () => undefined,
    response(method, template, status, body) {
      const issues = checkResponse(method, template, status, body);
      if (issues.length > 0)
        note('sandbox', `${method} ${template} answered ${status}: ${issues.map(worded).join('; ')}`);
    },
    unimplemented: (what) => note('sandbox', `not implemented: ${what}`),
    refused: (what) => note('bot', what),
    assertFaithful() {
      const own = departures.filter((departure) => departure.by === 'sandbox').map((departure) => departure.what);
      if (own.length > 0) throw new Error(`the sandbox is not like Discord here:\n${own.join('\n')}`);
    },
  };
}

const worded = ({ path, message }: Issue) => `${path.join('.') || 'body'}: ${message}`;

/** Issues as Discord nests them: `{ embeds: { 0: { title: { _errors: [...] } } } }`. */
function nested(issues: readonly Issue[]): FormErrors {
  const root: FormErrors = {};
  for (const { path, message } of issues) {
    let node = root;
    for (const key of path) {
      const next = node[String(key)];
      const child = next === undefined || Array.isArray(next) ? {} : next;
      node[String(key)] = child;
      node = child;
    }
    const known = node['_errors'];
    node['_errors'] = [...(Array.isArray(known) ? known : []), { code: 'BASE_TYPE_INVALID', message }];
  }
  return root;
}
