import { z } from 'zod';
import { repairableOn, standingFor } from '../coach/check-in.ts';
import { todayOf } from '../coach/clock.ts';
import { weekOf } from '../coach/programme.ts';
import { type Context, defineCommand, press, type Reply } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { streakCard } from '../messages/render/streak.ts';
import { UserError } from '../messages/user-error.ts';

export default defineCommand({
  description: en.commands.streak.description,
  options: z.object({}),
  run: (context) => streak(context, 'member', 0),
  buttons: {
    // The argument is the milestone post's key; whoever presses sees their own streak.
    'my-streak': press({ argument: z.string(), run: (context) => streak(context, 'member', 0) }),
    'streak-page': press({
      argument: z.coerce.number().int().nonnegative(),
      run: (context, page) => streak(context, 'update', page),
    }),
  },
});

async function streak(context: Context, to: 'member' | 'update', page: number): Promise<Reply> {
  const { store, serverId, userId, now, content, text } = context;
  const file = await store.members.file(serverId, userId);
  if (file === undefined) throw new UserError('notEnrolled');
  const today = todayOf(file.member.clock, now);
  const standing = standingFor(content.programme, file, today);
  const repairable = repairableOn(content.programme, file, today, today);
  const week = weekOf(content.programme, file.enrolment, today);
  const more = { ...(repairable !== undefined && { repairable }), ...(week !== undefined && { week }) };
  return { to, body: streakCard(text, { standing, page, ...more }) };
}
