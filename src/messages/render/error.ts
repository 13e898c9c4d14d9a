import type { ErrorCode, Text } from '../en.ts';
import { card, type MessageBody, words } from '../parts.ts';
import type { UserError } from '../user-error.ts';

/** What went wrong and what to do, in the member's language. */
export function errorCard(text: Text, error: UserError): MessageBody {
  const word = text.errors[error.code as ErrorCode] as (...detail: readonly unknown[]) => string;
  return card('plain', words(word(...error.detail)));
}
