import { card, type MessageBody, words } from '../parts.ts';

/** A plain remark of one or more lines. */
export function note(...lines: readonly (string | undefined)[]): MessageBody {
  return card('plain', words(...lines));
}
