import { z } from 'zod';
import { DAYS_BACK, nextOpen, standingFor } from '../coach/check-in.ts';
import { todayOf } from '../coach/clock.ts';
import { addDays, type Day, formatDay, nextMonday } from '../coach/day.ts';
import type { Pause } from '../coach/member.ts';
import { withPause } from '../coach/pauses.ts';
import { lastPlannedDay } from '../coach/programme.ts';
import { type NamedDay, parseNamedDay } from '../discord/day-words.ts';
import { type Context, defineCommand, press, type Reply, type Suggest } from '../discord/define-command.ts';
import { namedDayInput } from '../discord/inputs.ts';
import { en } from '../messages/en.ts';
import { pauseAnswer } from '../messages/render/pause.ts';
import { UserError } from '../messages/user-error.ts';
import { presentMember } from './training/session.ts';

const t = en.commands.pause;

/** Days ahead that a pause may reach; without a last day it needs none. */
const FURTHEST = 366;

const daysAhead: Suggest = async (typed, { store, serverId, userId, now, text }) => {
  const file = await store.members.file(serverId, userId);
  if (file === undefined) return [];
  const today = todayOf(file.member.clock, now);
  const meant = parseNamedDay(typed)?.(today);
  if (meant !== undefined) return [{ name: formatDay(meant), value: meant }];
  const { ahead } = text.pause;
  const days = {
    today,
    tomorrow: addDays(today, 1),
    monday: nextMonday(today),
    oneWeek: addDays(today, 7),
    twoWeeks: addDays(today, 14),
  };
  return (Object.keys(days) as (keyof typeof days)[]).map((which) => ({
    name: ahead[which](days[which]),
    value: days[which],
  }));
};

export default defineCommand({
  description: t.description,
  options: z.object({ from: namedDayInput(t.from).optional(), until: namedDayInput(t.until).optional() }),
  suggest: { from: daysAhead, until: daysAhead },
  run: (context, wish) => pause(context, wish, 'member'),
  buttons: {
    // On the way out: a pause without an end, from today.
    'pause-instead': press({ argument: z.string(), run: (context) => pause(context, {}, 'update') }),
  },
});

interface Wish {
  readonly from?: NamedDay | undefined;
  readonly until?: NamedDay | undefined;
}

async function pause(context: Context, wish: Wish, to: 'member' | 'update'): Promise<Reply> {
  const { programme } = context.content;
  return context.store.transaction(async (store) => {
    const { file, today } = await presentMember(context, store);
    const { enrolment, workouts } = file;
    const wished = wishedPause(wish, today, lastPlannedDay(programme, enrolment));
    const paused = withPause(enrolment.pauses, wished, workouts);
    if (paused === undefined) throw new UserError('pauseTrained', { day: wished.to ?? wished.from });
    await store.pauses.save(enrolment.id, paused.pauses);
    const now = await presentMember(context, store);
    const next = nextOpen(programme, now.file, today);
    const answer = {
      pause: paused.pause,
      today,
      streak: standingFor(programme, now.file, today).streak,
      ...(paused.trainedOn !== undefined && { trainedOn: paused.trainedOn }),
      ...(next !== undefined && { next }),
    };
    return { to, body: pauseAnswer(context.text, answer) };
  });
}

/** @param last the plan's last day; undefined while a pause has no end */
function wishedPause({ from: begins, until: ends }: Wish, today: Day, last: Day | undefined): Pause {
  const from = begins?.(today) ?? today;
  const until = ends?.(today);
  const [oldest, latest] = [addDays(today, -DAYS_BACK), addDays(today, FURTHEST)];
  if (from < oldest) throw new UserError('pauseTooOld', { from, oldest });
  if (last !== undefined && from > last) throw new UserError('pauseAfterPlan', { last });
  if (until !== undefined && (until < from || until < today)) {
    throw new UserError('pauseBackwards', { from: from < today ? today : from, until });
  }
  if (from > latest || (until !== undefined && until > latest)) throw new UserError('pauseTooFar', { latest });
  return { from, ...(until !== undefined && { to: until }) };
}
