import { z } from 'zod';
import { KITS, LEVELS, type Level } from '../../coach/content.ts';
import { dailyPost } from '../../coach/daily.ts';
import { addDays, type Day, dayOf, nextMonday, type Zone } from '../../coach/day.ts';
import type { Enrolment } from '../../coach/member.ts';
import { ownDayKey } from '../../coach/post-key.ts';
import { planOn } from '../../coach/programme.ts';
import { restDayFor } from '../../coach/rest-day.ts';
import { sessionFor } from '../../coach/session.ts';
import { action, type Context, press, type Reply } from '../../discord/define-command.ts';
import { en } from '../../messages/en.ts';
import type { MessageBody } from '../../messages/parts.ts';
import { previewCard, type Shown } from '../../messages/render/coach-preview.ts';
import { dailyPostOf } from '../../messages/render/daily-post.ts';
import { todayCard } from '../../messages/render/today.ts';
import { UserError } from '../../messages/user-error.ts';
import { withAlert } from './told.ts';

const t = en.commands.coach;
const DAYS_IN_WEEK = 7;
const WEEKS = 12;
const WEEKDAY_CHOICES = ['1', '2', '3', '4', '5', '6', '7'] as const;

export const previewAction = action({
  description: t.preview,
  options: z.object({
    week: z.int().min(1).max(WEEKS).describe(t.week).optional(),
    day: z.enum(WEEKDAY_CHOICES).meta({ description: t.weekday, labels: t.weekdays }).optional(),
    level: z.enum(LEVELS).meta({ description: t.level, labels: en.coachPreview.levels }).optional(),
  }),
  async run(context, { week = 1, day = '1', level }) {
    const index = (week - 1) * DAYS_IN_WEEK + Number(day) - 1;
    return withAlert(context, await preview(context, { as: level ?? 'post', index }, 'member'));
  },
});

/** What is shown, and of which of the programme's days, from 0: `gentle.17`. */
const shown = z.string().transform((text, context): Shown => {
  const [, as, digits] = /^([a-z]+)\.(\d{1,3})$/.exec(text) ?? [];
  const known = (['post', ...LEVELS] as const).find((each) => each === as);
  if (known !== undefined) return { as: known, index: Number(digits) };
  context.issues.push({ code: 'custom', input: text, message: 'nothing to show' });
  return z.NEVER;
});

export const previewButtons = {
  'coach-preview': press({
    argument: z.string(),
    run: (context) => preview(context, { as: 'post', index: 0 }, 'member'),
  }),
  'coach-show': press({ argument: shown, run: (context, wanted) => preview(context, wanted, 'update') }),
};

/** A day as it will be, for an admin's eyes alone: nothing is sent, owed or written. */
async function preview(context: Context, { as, index }: Shown, to: 'member' | 'update'): Promise<Reply> {
  const { text, content, store, serverId, now } = context;
  const last = content.programme.weeks.length * DAYS_IN_WEEK - 1;
  if (index > last) throw new UserError('staleButton');
  const settings = await store.servers.settings(serverId);
  const monday = lastMonday(dayOf(now, settings?.zone ?? ('UTC' as Zone)));
  const day = addDays(monday, index);
  const somebody = planFrom(monday, as === 'post' ? 'standard' : as);
  const body = as === 'post' ? post(context, somebody, day, settings?.tone) : ownCard(context, somebody, as, day);
  const week = Math.floor(index / DAYS_IN_WEEK) + 1;
  return { to, body: previewCard(text, body, { as, index, day, week, last }) };
}

function post({ text, content }: Context, enrolment: Enrolment, day: Day, tone: 'warm' | 'brief' = 'warm') {
  const found = dailyPost(content, [{ member: { userId: '', notice: 'nothing' }, enrolment }], day);
  if (found === undefined) throw new UserError('staleButton');
  return dailyPostOf(text, content, found, { key: ownDayKey(day), tone });
}

function ownCard({ text, content }: Context, enrolment: Enrolment, level: Level, day: Day): MessageBody {
  const plan = planOn(content.programme, enrolment, day);
  if (plan.kind !== 'session' && plan.kind !== 'rest') throw new UserError('staleButton');
  const common = { day, blockName: content.programme.blocks[plan.block].name };
  if (plan.kind === 'rest') {
    return todayCard(text, { kind: 'rest', ...common, rest: restDayFor(content, day, plan.week, plan.block) });
  }
  const session = sessionFor(content, plan.session, { level, kit: KITS });
  return todayCard(text, { kind: 'session', ...common, session, done: false, units: 'metric' });
}

function lastMonday(today: Day): Day {
  return addDays(nextMonday(today), -DAYS_IN_WEEK);
}

/** The plan of nobody in particular who began on this Monday. */
function planFrom(startsOn: Day, level: Level): Enrolment {
  return { id: 0, startsOn, terms: [{ fromDay: startsOn, level, trainingDays: [1, 3, 5] }], pauses: [] };
}
