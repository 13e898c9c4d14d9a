import type { Text } from '../en.ts';
import { card, divider, type MessageBody, words } from '../parts.ts';

/** When to stop, when to get help, and how much to drink: the same for everybody. */
export function safetyCard({ safety: t }: Text): MessageBody {
  return card(
    'plain',
    words(t.title, t.stop),
    divider(),
    words(t.emergency),
    divider(),
    words(t.doctor),
    divider(),
    words(t.hurts, t.water, t.noDiagnosis),
  );
}
