import { invalidForm } from './errors.ts';
import { checkRequest, checkResponse, type Issue } from './openapi/check.ts';
import type { Violation } from './rules/fields.ts';
import { formErrors } from './rules/form-error.ts';

/** One departure from Discord's rules that the sandbox noticed. */
export interface Departure {
  /** Whose fault it is: the bot's (it was told 50035), or the sandbox's own (a fault in the stand-in). */
  readonly by: 'bot' | 'sandbox';
  readonly what: string;
}

/** Holds bodies of both ways against Discord's rules, and remembers what departed from them. */
export interface Validation {
  readonly departures: readonly Departure[];
  /**
   * @param violations of the rules that the description does not know; they come first, being in Discord's own words
   * @throws DiscordError 50035
   */
  request(method: string, template: string, body: unknown, violations: readonly Violation[]): void;
  response(method: string, template: string, status: number, body: unknown): void;
  /** Something that Discord has and the sandbox has not, or that it stumbled over. */
  fault(what: string): void;
  /** @throws Error listing what the sandbox cannot do or did wrong */
  assertFaithful(): void;
}

export function validation(): Validation {
  const departures: Departure[] = [];

  return {
    departures,
    request(method, template, body, violations) {
      const found = violations.length > 0 ? violations : checkRequest(method, template, body).map(asViolation);
      if (found.length === 0) return;
      const what = found.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
      departures.push({ by: 'bot', what: `${method} ${template}: ${what}` });
      throw invalidForm(formErrors(found));
    },
    response(method, template, status, body) {
      const issues = checkResponse(method, template, status, body);
      if (issues.length === 0) return;
      const what = issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
      departures.push({ by: 'sandbox', what: `${method} ${template} answered ${status}: ${what}` });
    },
    fault(what) {
      departures.push({ by: 'sandbox', what });
    },
    assertFaithful() {
      const own = departures.filter((departure) => departure.by === 'sandbox').map((departure) => departure.what);
      if (own.length > 0) throw new Error(`the sandbox is not like Discord here:\n${own.join('\n')}`);
    },
  };
}

const asViolation = ({ path, message }: Issue): Violation => ({ path, code: 'BASE_TYPE_INVALID', message });
