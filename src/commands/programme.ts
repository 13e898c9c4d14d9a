import { z } from 'zod';
import { todayOf } from '../coach/clock.ts';
import { type Context, defineCommand, press, type Reply } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { programmeCard, weekCard } from '../messages/render/programme.ts';
import { UserError } from '../messages/user-error.ts';
import { programmeView, type Reader, weekView } from './programme/weeks.ts';
import { historyOf } from './training/history.ts';

const t = en.commands.programme;

/** The programme's check at the start makes sure that there are as many. */
const week = z.int().min(1).max(12);
const weekNamed = z.coerce.number<string>().pipe(week);

export default defineCommand({
  description: t.description,
  options: z.object({ week: week.describe(t.week).optional() }),
  run: (context, { week: wanted }) => show(context, 'member', wanted),
  buttons: {
    'programme-all': press({ argument: z.string(), run: (context) => show(context, 'update') }),
    'programme-week': press({ argument: weekNamed, run: (context, wanted) => show(context, 'update', wanted) }),
    'programme-pick': press({
      argument: z.string(),
      async run(context, _argument, [picked]) {
        const wanted = weekNamed.safeParse(picked ?? '');
        if (!wanted.success) throw new UserError('staleButton');
        return show(context, 'update', wanted.data);
      },
    }),
    'programme-session': press({
      argument: weekNamed,
      run: (context, wanted, [picked]) => show(context, 'update', wanted, Number(picked)),
    }),
  },
});

/** All weeks, or one of them with one session in full. */
async function show(context: Context, to: 'member' | 'update', wanted?: number, chosen?: number): Promise<Reply> {
  const { content, text } = context;
  const reader = await readerOf(context);
  if (wanted === undefined) return { to, body: programmeCard(text, programmeView(content, reader)) };
  return { to, body: weekCard(text, weekView(content, reader, wanted, chosen)) };
}

/** Undefined for somebody who is not in the plan. */
async function readerOf({ store, content, serverId, userId, now }: Context): Promise<Reader | undefined> {
  const file = await store.members.file(serverId, userId);
  if (file === undefined) return undefined;
  const history = await historyOf(store, content, file.member.id);
  return { file, history, today: todayOf(file.member.clock, now) };
}
