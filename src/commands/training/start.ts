import { z } from 'zod';
import { progressOf } from '../../coach/training/progress.ts';
import { frozen, type TrainingPlan } from '../../coach/training/training.ts';
import { type Context, type Press, press, type Reply } from '../../discord/define-command.ts';
import { openSessionCard } from '../../messages/render/training.ts';
import { UserError } from '../../messages/user-error.ts';
import { historyOf } from './history.ts';
import { type InHand, inHand, lead, refText, shown, trainingRef } from './lead.ts';
import { openSession, setsDone } from './open.ts';
import { goBackAfterAbsence } from './return.ts';
import { presentMember, trainingPlan } from './session.ts';
import { todayIn } from './today-view.ts';

const beginning = (size: TrainingPlan['size']): Press =>
  // The argument is the day of the card; what is begun is always today's.
  press({ argument: z.string(), run: (context) => begin(context, size) });

/** The buttons that begin a session, or go on with one that was left. */
export const startButtons: Readonly<Record<string, Press>> = {
  start: beginning('full'),
  floor: beginning('floor'),
  continue: press({
    argument: trainingRef,
    run: async (context, { id }) => shown(context, await inHand(context, context.store, id)),
  }),
  // What was done of a session that was left: to its end, where it is logged.
  'log-open': press({
    argument: trainingRef,
    run: (context, ref) =>
      lead(context, ref, ({ progress }) => (progress.place.at === 'end' ? undefined : { kind: 'finish' })),
  }),
};

/** Begins today's session in the place of the card that was pressed; one that is open already goes on instead. */
async function begin(context: Context, size: TrainingPlan['size']): Promise<Reply> {
  const { content } = context;
  return context.store.transaction(async (store) => {
    const present = await goBackAfterAbsence(context, store, await presentMember(context, store));
    // Where the plan goes back just now, they see where to before they begin.
    if (present.isNews) return todayIn(context, store, present, 'update');
    const { file, today } = present;
    const open = await openSession(context, store, file.member.id);
    if (open !== undefined) return open.training.day === today ? shown(context, open) : askAboutOpen(context, open);
    const history = await historyOf(store, content, file.member.id);
    const plan = trainingPlan(content, { file, today }, history, size);
    if (plan === undefined) throw new UserError('noSessionToday');
    const begun = await store.trainings.begin({
      memberId: file.member.id,
      enrolmentId: file.enrolment.id,
      day: today,
      plan: frozen(plan),
      startedAt: context.now,
    });
    if (begun === undefined) throw new UserError('staleButton');
    const training = { ...begun, plan, steps: [] };
    return shown(context, { file, history, training, progress: progressOf(plan, []) });
  });
}

/** A session of another day stands open: what is to become of it? */
function askAboutOpen({ text }: Pick<Context, 'text'>, { training, progress }: InHand): Reply {
  const open = { ref: refText(training), day: training.day, sets: setsDone(progress) };
  return { to: 'update', body: openSessionCard(text, open) };
}
