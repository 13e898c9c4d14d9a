import { z } from 'zod';
import { nextOpen, standingFor } from '../coach/check-in.ts';
import { type Day, parseDay } from '../coach/day.ts';
import { pauseAt, withoutPause } from '../coach/pauses.ts';
import { type Context, defineCommand, press, type Reply } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { resumeAnswer } from '../messages/render/pause.ts';
import { UserError } from '../messages/user-error.ts';
import { presentMember } from './training/session.ts';

export default defineCommand({
  description: en.commands.resume.description,
  options: z.object({}),
  run: (context) => resume(context, undefined, 'member'),
  buttons: {
    // The argument is the day on which the pause begins that the button speaks of.
    resume: press({
      argument: z.string().transform((text, issues): Day => {
        const day = parseDay(text);
        if (day === undefined) issues.issues.push({ code: 'custom', input: text, message: 'no day' });
        return day ?? z.NEVER;
      }),
      run: (context, from) => resume(context, from, 'update'),
    }),
  },
});

/** Ends the pause under way from today on, or cancels the next one to come; only the one that begins on `from`, if given. */
async function resume(context: Context, from: Day | undefined, to: 'member' | 'update'): Promise<Reply> {
  const { programme } = context.content;
  return context.store.transaction(async (store) => {
    const { file, today } = await presentMember(context, store);
    const { enrolment } = file;
    const found = pauseAt(enrolment.pauses, today);
    if (found === undefined || (from !== undefined && found.from !== from)) throw new UserError('notPaused');
    await store.pauses.save(enrolment.id, withoutPause(enrolment.pauses, found, today));
    const now = await presentMember(context, store);
    const next = nextOpen(programme, now.file, today);
    const answer = {
      today,
      streak: standingFor(programme, now.file, today).streak,
      ...(found.from > today && { cancelled: found.from }),
      ...(next !== undefined && { next }),
    };
    return { to, body: resumeAnswer(context.text, answer) };
  });
}
