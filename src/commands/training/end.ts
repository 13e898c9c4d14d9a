import { EFFORTS, type Effort } from '../../coach/member.ts';
import type { Performance } from '../../coach/performance.ts';
import type { LineProgress } from '../../coach/training/progress.ts';
import { asksEffort } from '../../coach/training/session-moves.ts';
import { type Context, type Press, press, type Reply } from '../../discord/define-command.ts';
import { workoutAnswer } from '../../messages/render/check-in.ts';
import { note } from '../../messages/render/note.ts';
import { UserError } from '../../messages/user-error.ts';
import { inHand, isCurrent, shown, type TrainingRef, trainingRef } from './lead.ts';
import { logWorkout } from './log.ts';
import { presentMember } from './session.ts';
import { answerOf } from './workout.ts';

/** The buttons with which a session ends: how hard it was, which logs it, or nothing of it. */
export const endButtons: Readonly<Record<string, Press>> = {
  effort: press({
    argument: trainingRef,
    run: (context, { own, ...ref }) => end(context, ref, effortNamed(own)),
  }),
  drop: press({
    argument: trainingRef,
    run: ({ store, ...context }, { id }) =>
      store.transaction(async (inside) => {
        const { training } = await inHand({ ...context, store: inside }, inside, id);
        const dropped = await inside.trainings.end(training.id, context.now);
        const { training: t } = context.text;
        return { to: 'update', body: note(dropped ? t.dropped : t.over) };
      }),
  }),
};

/** @throws UserError `staleButton` for what is neither an effort nor `none` */
function effortNamed(text: string): Effort | undefined {
  const effort = EFFORTS.find((known) => known === text);
  if (effort === undefined && text !== 'none') throw new UserError('staleButton');
  return effort;
}

/** Logs the session as a check-in of its own day, with all its sets. Whatever it was pressed on, it is logged once. */
async function end(context: Context, { id, seq }: TrainingRef, effort: Effort | undefined): Promise<Reply> {
  const { content, text, now } = context;
  return context.store.transaction(async (store) => {
    const session = await inHand(context, store, id);
    const { training, progress, history, file } = session;
    if (!isCurrent(session, { seq }) || progress.place.at !== 'end') return shown(context, session);
    const { today } = await presentMember(context, store);
    const { size, repairs, held } = training.plan;
    const performances = progress.lines.flatMap((line) => performancesOf(line, held));
    const said = { size, performances, ...(effort && { effort }), ...(repairs && { repairs }) };
    const who = { file, today, day: training.day };
    const logged = await logWorkout(context, store, who, said);
    await store.trainings.end(id, now, logged.checkIn.id);
    const also = { rounds: progress.rounds, asksEffort: asksEffort(training.plan.session) };
    const answer = answerOf(content, who, logged, { ...said, ...also, units: history.loads.units, unread: [] });
    return { to: 'update', body: workoutAnswer(text, answer) };
  });
}

/**
 * What was done on a line, a performance for each move that it had. One of which sets were left out is not all sets at
 * anything: nothing is concluded from it.
 */
function performancesOf(
  { exercise, done, isSetAside }: LineProgress,
  isLight: boolean,
): Omit<Performance, 'day' | 'effort'>[] {
  const moves = [...new Set(done.map(({ exercise }) => exercise.move))];
  return moves.map((move) => {
    const of = done.filter(({ exercise }) => exercise.move === move);
    const variation = of[0]?.exercise.variation;
    return {
      move: move.id,
      sets: of.map(({ set }) => set),
      held: isLight || isSetAside || of.length < exercise.sets,
      ...(variation && { variation }),
    };
  });
}
