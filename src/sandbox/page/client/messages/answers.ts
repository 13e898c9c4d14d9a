import { signal } from '@preact/signals';
import { perform } from '../actions.ts';
import type { Scope } from './scope.ts';

/** How it stands with the last component that was used on a message. */
export type Answer =
  | { readonly kind: 'awaited'; readonly customId: string }
  | { readonly kind: 'failed'; readonly reason: string };

export const answers = signal<ReadonlyMap<string, Answer>>(new Map());

function tell(messageId: string, answer: Answer | undefined): void {
  const next = new Map(answers.value);
  if (answer === undefined) next.delete(messageId);
  else next.set(messageId, answer);
  answers.value = next;
}

/** Presses a button, or picks `values` in a select menu; nothing happens while another answer is awaited. */
export async function operate(scope: Scope, customId: string, values?: readonly string[]): Promise<void> {
  const { messageId, channelId } = scope;
  if (answers.value.get(messageId)?.kind === 'awaited') return;
  tell(messageId, { kind: 'awaited', customId });
  const reply = await perform(
    values === undefined
      ? { kind: 'click', channelId, messageId, customId }
      : { kind: 'select', channelId, messageId, customId, values },
  );
  const hasFailed = reply.kind === 'failed' || reply.kind === 'cannot';
  tell(messageId, hasFailed ? { kind: 'failed', reason: reply.reason } : undefined);
}

/** Takes away a message that only they see. */
export async function dismiss({ channelId, messageId }: Scope): Promise<void> {
  const reply = await perform({ kind: 'dismiss', channelId, messageId });
  const hasFailed = reply.kind === 'failed' || reply.kind === 'cannot';
  tell(messageId, hasFailed ? { kind: 'failed', reason: reply.reason } : undefined);
}
