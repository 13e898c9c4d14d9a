import { z } from 'zod';
import { weekOf } from '../coach/programme.ts';
import { defineCommand, press } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { howTosCard, moveCard } from '../messages/render/move.ts';
import { note } from '../messages/render/note.ts';
import { UserError } from '../messages/user-error.ts';
import { endButtons } from './training/end.ts';
import { guidedButtons, guidedForms } from './training/guided.ts';
import { guidedSwapButtons } from './training/guided-swap.ts';
import { plannedSwapButtons } from './training/planned-swap.ts';
import { presentMember } from './training/session.ts';
import { startButtons } from './training/start.ts';
import { movesOfToday, today } from './training/today-view.ts';

/** What a button of a card says of itself; what is shown is always the member's own today. */
const anything = z.string();

export default defineCommand({
  description: en.commands.today.description,
  options: z.object({}),
  run: (context) => today(context, 'member'),
  buttons: {
    workout: press({ argument: anything, run: (context) => today(context, 'member') }),
    'workout-back': press({ argument: anything, run: (context) => today(context, 'update') }),
    'how-to-pick': press({
      argument: anything,
      async run({ content, text }, _argument, [picked]) {
        const move = content.moves.get(picked ?? '');
        if (move === undefined) throw new UserError('staleButton');
        return { to: 'member', body: moveCard(text, move, content.moves) };
      },
    }),
    // The daily post's: for whoever reads it, in the plan or not.
    'how-tos': press({
      argument: anything,
      run: async (context) => ({ to: 'member', body: howTosCard(context.text, await movesOfToday(context)) }),
    }),
    // Rather on with the plan's own week than back to an earlier one.
    'stay-on': press({
      argument: anything,
      run: (context) =>
        context.store.transaction(async (store) => {
          const { file, today: day } = await presentMember(context, store);
          // On a later day there is no going on: what was done since belongs to the weeks that came again.
          if (!file.enrolment.repeats?.some(({ from }) => from === day)) throw new UserError('staleButton');
          await store.trainingFiles.repeat(file.enrolment.id, { from: day, days: 0 });
          const { file: now } = await presentMember(context, store);
          const week = weekOf(context.content.programme, now.enrolment, day) ?? 1;
          return { to: 'update', body: note(context.text.today.stayed(week)) };
        }),
    }),
    ...startButtons,
    ...plannedSwapButtons,
    ...guidedButtons,
    ...guidedSwapButtons,
    ...endButtons,
  },
  forms: guidedForms,
});
