import { z } from 'zod';
import type { Exercise } from '../../coach/plan.ts';
import { planOn } from '../../coach/programme.ts';
import { personalSession } from '../../coach/training/personal.ts';
import { plannedMove, swapsFor } from '../../coach/training/swaps.ts';
import { type Context, type Press, press, type Reply } from '../../discord/define-command.ts';
import { swapPlannedCard, whichMoveCard } from '../../messages/render/swap.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';
import { historyOf } from './history.ts';
import { type Present, presentMember } from './session.ts';
import { today } from './today-view.ts';

const plannedId = z.string();

/** Before a session: one of today's moves for another, today or from now on. */
export const plannedSwapButtons: Readonly<Record<string, Press>> = {
  swap: press({
    argument: z.string(),
    async run(context) {
      const { exercises } = await todays(context, context.store);
      return { to: 'update', body: whichMoveCard(context.text, exercises) };
    },
  }),
  'swap-which': press({
    argument: z.string(),
    async run(context, _argument, [picked]) {
      const { exercises, file } = await todays(context, context.store);
      const exercise = lineOf(exercises, picked);
      const offered = swapsFor(context.content, exercise, { kit: file.member.kit, session: exercises });
      return { to: 'update', body: swapPlannedCard(context.text, exercise, offered) };
    },
  }),
  'swap-today': press({ argument: plannedId, run: (context, id, [picked]) => swap(context, id, picked, 'today') }),
  'swap-always': press({ argument: plannedId, run: (context, id, [picked]) => swap(context, id, picked, 'always') }),
};

interface Todays extends Present {
  readonly exercises: readonly Exercise[];
}

/** @throws UserError `noSessionToday` */
async function todays(context: Context, store: Store): Promise<Todays> {
  const { content } = context;
  const present = await presentMember(context, store);
  const { file, today: day } = present;
  const plan = planOn(content.programme, file.enrolment, day);
  if (plan.kind !== 'session') throw new UserError('noSessionToday');
  const history = await historyOf(store, content, file.member.id);
  return { ...present, exercises: personalSession(content, file, history, plan.session, day).main };
}

/** @throws UserError `staleButton` when the session has no such line any more */
function lineOf(exercises: readonly Exercise[], planned: string | undefined): Exercise {
  const exercise = exercises.find((candidate) => plannedMove(candidate).id === planned);
  if (exercise === undefined) throw new UserError('staleButton');
  return exercise;
}

async function swap(
  context: Context,
  planned: string,
  picked: string | undefined,
  until: 'today' | 'always',
): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const inside = { ...context, store };
    const { exercises, file, today: day } = await todays(inside, store);
    const exercise = lineOf(exercises, planned);
    const offered = swapsFor(context.content, exercise, { kit: file.member.kit, session: exercises });
    const to = offered.find(({ id }) => id === picked);
    if (to === undefined) throw new UserError('staleButton');
    const swapped = { move: planned, to: to.id, from: day, ...(until === 'today' && { until: day }) };
    await store.trainingFiles.swap(file.member.id, swapped);
    return today(inside, 'update');
  });
}
