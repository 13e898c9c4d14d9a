import { z } from 'zod';
import { nextMonday } from '../../coach/day.ts';
import { firstAndLast, isPlanOver, NEXT_PLANS, type NextPlan, termsNext, totalsOf } from '../../coach/finish.ts';
import { termsOn } from '../../coach/programme.ts';
import { READINESS_VERSION } from '../../coach/readiness.ts';
import { type Context, type Press, press, type Reply } from '../../discord/define-command.ts';
import { begunCard, finishCard, type NextPlanView, nextPlanCard } from '../../messages/render/finish.ts';
import { note } from '../../messages/render/note.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';
import { historyOf } from '../training/history.ts';
import { type Present, presentMember } from '../training/session.ts';

/** `again.17`: what is to come next, after which enrolment. */
const nextArgument = z
  .string()
  .transform((text) => ({ next: text.split('.')[0], enrolmentId: text.split('.')[1] }))
  .pipe(z.object({ next: z.enum(NEXT_PLANS), enrolmentId: z.coerce.number<string | undefined>().int().positive() }));

/** The end of a plan: a member's own numbers, and what they may begin next. */
export const finishButtons: Readonly<Record<string, Press>> = {
  // The argument is a check-in's id, or the milestone post's key; whoever presses sees their own numbers.
  'plan-end': press({ argument: z.string(), run: (context) => finish(context, 'member') }),
  'next-back': press({ argument: z.string(), run: (context) => finish(context, 'update') }),
  'next-plan': press({
    argument: nextArgument,
    async run(context, { next, enrolmentId }) {
      const { view } = await planned(context, context.store, next, enrolmentId);
      return { to: 'update', body: nextPlanCard(context.text, view) };
    },
  }),
  'next-begin': press({ argument: nextArgument, run: begin }),
};

async function finish(context: Context, to: 'member' | 'update'): Promise<Reply> {
  const { store, content, text } = context;
  const { programme } = content;
  const { file, today } = await presentMember(context, store);
  if (!isPlanOver(programme, file, today)) return { to, body: note(text.finish.notYet) };
  const { enrolment, member } = file;
  const { performances, loads } = await historyOf(store, content, member.id);
  const terms = termsOn(enrolment, today);
  const view = {
    enrolmentId: enrolment.id,
    numbers: firstAndLast(performances, enrolment.startsOn, programme.bands),
    totals: totalsOf(content, file, today),
    units: loads.units,
    next: NEXT_PLANS.filter((next) => termsNext(next, terms) !== undefined),
  };
  return { to, body: finishCard(text, content.moves, view) };
}

/**
 * What would begin next Monday.
 * @throws UserError `staleButton` when another plan has begun since, or this one is not over
 */
async function planned(
  context: Context,
  store: Store,
  next: NextPlan,
  enrolmentId: number,
): Promise<Present & { readonly view: NextPlanView }> {
  const { programme } = context.content;
  const { file, today } = await presentMember(context, store);
  const { enrolment } = file;
  const terms = termsNext(next, termsOn(enrolment, today));
  const isOver = enrolment.id === enrolmentId && isPlanOver(programme, file, today);
  if (!isOver || terms === undefined) throw new UserError('staleButton');
  const asksReadiness = (await store.boards.readinessOf(enrolmentId)) !== READINESS_VERSION;
  const level = programme.levels[terms.level].name;
  return { file, today, view: { next, enrolmentId, level, terms, startsOn: nextMonday(today), asksReadiness } };
}

/** Begins it: all that the member chose stays, but for the level and the days. */
async function begin(
  context: Context,
  { next, enrolmentId }: { readonly next: NextPlan; readonly enrolmentId: number },
): Promise<Reply> {
  const { now, content, text } = context;
  return context.store.transaction(async (store) => {
    const { file, view } = await planned(context, store, next, enrolmentId);
    const { serverId, userId, clock, kit, notice } = file.member;
    const { terms, startsOn } = view;
    await store.members.enroll({
      serverId,
      userId,
      zone: clock.zone,
      kit,
      notice,
      ...terms,
      programmeId: content.programme.id,
      startsOn,
      // The questions stand above the button where they are others than those that were confirmed.
      readinessVersion: READINESS_VERSION,
      now,
    });
    const fifthDayFromWeek = content.programme.fiveDaysFromWeek[terms.level];
    const waits = terms.trainingDays.length === 5 && fifthDayFromWeek > 1;
    return { to: 'update', body: begunCard(text, { terms, startsOn, ...(waits && { fifthDayFromWeek }) }) };
  });
}
