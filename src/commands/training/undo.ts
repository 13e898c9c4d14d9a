import { standingFor } from '../../coach/check-in.ts';
import { todayOf } from '../../coach/clock.ts';
import { HOUR } from '../../coach/day.ts';
import type { Context, Reply } from '../../discord/define-command.ts';
import { undoneAnswer } from '../../messages/render/check-in.ts';
import { UserError } from '../../messages/user-error.ts';

/** For so long a check-in can be taken back, or something added to it. */
export const CHANGEABLE_FOR_MS = 24 * HOUR;

/** Takes a check-in of the member's back. */
export async function undo(context: Context, checkInId: number): Promise<Reply> {
  const { store, serverId, userId, now, content, text } = context;
  const file = await store.members.file(serverId, userId);
  // The button may be on an answer from before an edit.
  const checkIn = await store.checkIns.latest(checkInId);
  if (file === undefined || checkIn?.memberId !== file.member.id) throw new UserError('notYours');
  if (now - checkIn.madeAt > CHANGEABLE_FOR_MS) throw new UserError('undoTooLate');
  if (!(await store.checkIns.undo(checkIn.id, now))) throw new UserError('undoneAlready');
  if (checkIn.kind !== 'workout') return { to: 'update', body: undoneAnswer(text, undefined) };
  const workouts = file.workouts.filter(({ id }) => id !== checkIn.id);
  const standing = standingFor(content.programme, { ...file, workouts }, todayOf(file.member.clock, now));
  return { to: 'update', body: undoneAnswer(text, standing.streak) };
}
