import { z } from 'zod';
import { weekBegun } from '../../coach/plan-weeks.ts';
import { reviewOf } from '../../coach/review.ts';
import { type Context, type Press, press, type Reply } from '../../discord/define-command.ts';
import { reviewCard } from '../../messages/render/review.ts';
import { UserError } from '../../messages/user-error.ts';
import { presentMember } from '../training/session.ts';

/** A week of one's own plan in review: the argument is its number. */
export const weekButtons: Readonly<Record<string, Press>> = {
  review: press({ argument: z.coerce.number().int().positive(), run: review }),
};

/** @throws UserError `staleButton` for a week that has not begun, as in a plan that was begun anew since */
async function review(context: Context, week: number): Promise<Reply> {
  const { store, content, text } = context;
  const { file, today } = await presentMember(context, store);
  const days = weekBegun(content.programme, file.enrolment, week, today)?.days ?? [];
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) throw new UserError('staleButton');
  const logs = await store.boards.bodyLogs(file.member.id, from, to);
  const found = reviewOf(content.programme, file, logs, week, today);
  if (found === undefined) throw new UserError('staleButton');
  return { to: 'member', body: reviewCard(text, found) };
}
