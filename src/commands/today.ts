import { z } from 'zod';
import { todayOf } from '../coach/clock.ts';
import type { Content } from '../coach/content.ts';
import type { Day } from '../coach/day.ts';
import type { MemberFile } from '../coach/member.ts';
import { planOn, termsOn } from '../coach/programme.ts';
import { restDayFor } from '../coach/rest-day.ts';
import { sessionFor } from '../coach/session.ts';
import { type Context, defineCommand, press, type Reply } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { type TodayView, todayCard } from '../messages/render/today.ts';
import { UserError } from '../messages/user-error.ts';

export default defineCommand({
  description: en.commands.today.description,
  options: z.object({}),
  run: (context) => today(context),
  buttons: {
    // The argument is the post's key; what is shown is always the member's own today.
    workout: press({ argument: z.string(), run: (context) => today(context) }),
  },
});

async function today({ store, serverId, userId, now, content, text }: Context): Promise<Reply> {
  const file = await store.members.file(serverId, userId);
  if (file === undefined) throw new UserError('notEnrolled');
  const view = viewOf(content, file, todayOf(file.member.clock, now));
  return { to: 'member', body: todayCard(text, view) };
}

function viewOf(content: Content, { member, enrolment, workouts }: MemberFile, day: Day): TodayView {
  const plan = planOn(content.programme, enrolment, day);
  if (plan.kind === 'session') {
    const who = { level: termsOn(enrolment, day).level, kit: member.kit };
    return {
      kind: 'session',
      day,
      blockName: content.programme.blocks[plan.block].name,
      session: sessionFor(content, plan.session, who),
      done: workouts.some((workout) => workout.day === day),
    };
  }
  if (plan.kind === 'rest') {
    const rest = restDayFor(content, day, plan.week, plan.block);
    return { kind: 'rest', blockName: content.programme.blocks[plan.block].name, rest };
  }
  return plan;
}
