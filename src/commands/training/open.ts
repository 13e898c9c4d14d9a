import type { Progress } from '../../coach/training/progress.ts';
import type { Context } from '../../discord/define-command.ts';
import type { Store } from '../../store/store.ts';
import { type InHand, inHand } from './lead.ts';
import { trainingFrom } from './session.ts';

/** The session that the member left open; one that cannot be read any more is put away. */
export async function openSession(context: Context, store: Store, memberId: number): Promise<InHand | undefined> {
  const kept = await store.trainings.open(memberId);
  if (kept === undefined) return undefined;
  if (trainingFrom(context.content, kept) !== undefined) return inHand(context, store, kept.id);
  await store.trainings.end(kept.id, context.now);
  return undefined;
}

/** Sets and rounds that were done. */
export function setsDone({ lines, rounds }: Progress): number {
  return lines.reduce((sum, { done }) => sum + done.length, rounds);
}
