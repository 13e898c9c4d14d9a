import type { Move } from '../../coach/content.ts';
import type { Exercise } from '../../coach/plan.ts';
import { personalSession } from '../../coach/training/personal.ts';
import { thatStand } from '../../coach/training/progress.ts';
import { chosenOn, plannedMove, swapsFor } from '../../coach/training/swaps.ts';
import { type Context, type Press, press, type Reply } from '../../discord/define-command.ts';
import { hurtsCard, swapThisCard } from '../../messages/render/swap.ts';
import { UserError } from '../../messages/user-error.ts';
import type { Store } from '../../store/store.ts';
import { type InHand, inHand, isCurrent, lead, shown, type TrainingRef, trainingRef } from './lead.ts';

interface Change {
  readonly kind: 'swap' | 'set-aside';
  readonly forGood?: true;
}

const changing = (wish: Change): Press =>
  press({ argument: trainingRef, run: (context, ref, [picked]) => change(context, ref, picked, wish) });

/** Within a session: another move from here on, or none; and back. */
export const guidedSwapButtons: Readonly<Record<string, Press>> = {
  back: press({ argument: trainingRef, run: goBack }),
  'set-swap': press({ argument: trainingRef, run: (context, ref) => offer(context, ref, 'swap') }),
  'set-hurts': press({ argument: trainingRef, run: (context, ref) => offer(context, ref, 'hurts') }),
  'swap-now': changing({ kind: 'swap' }),
  'swap-for-good': changing({ kind: 'swap', forGood: true }),
  'hurts-swap': changing({ kind: 'set-aside' }),
  'hurts-stop': press({
    argument: trainingRef,
    run: (context, ref) =>
      lead(context, ref, ({ progress }) => (progress.place.at === 'set' ? { kind: 'set-aside' } : undefined)),
  }),
  'swap-none': press({
    argument: trainingRef,
    run: async (context, { id }) => shown(context, await inHand(context, context.store, id)),
  }),
};

/** Asks what is to take the place of the move at hand. No step is taken yet. */
async function offer(context: Context, ref: TrainingRef, why: 'swap' | 'hurts'): Promise<Reply> {
  const session = await inHand(context, context.store, ref.id);
  const { place } = session.progress;
  if (!isCurrent(session, ref) || place.at !== 'set') return shown(context, session);
  const { move } = place.exercise;
  const offered = candidates(context, session, place.exercise);
  const argument = `${ref.id}.${ref.seq}`;
  if (why === 'swap') return { to: 'update', body: swapThisCard(context.text, argument, place.exercise, offered) };
  // What the coach leaves to a member's choice is nothing to go on with when something hurts.
  const gentle = offered.filter(({ byChoiceOnly }) => !byChoiceOnly);
  return { to: 'update', body: hurtsCard(context.text, argument, move, gentle) };
}

function candidates({ content }: Context, { file, progress }: InHand, exercise: Exercise): Move[] {
  const session = progress.lines.map((line) => line.exercise);
  return swapsFor(content, exercise, { kit: file.member.kit, session });
}

async function change(
  context: Context,
  ref: TrainingRef,
  picked: string | undefined,
  { kind, forGood }: Change,
): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const inside = { ...context, store };
    const session = await inHand(inside, store, ref.id);
    const { place } = session.progress;
    if (!isCurrent(session, ref) || place.at !== 'set') return shown(inside, session);
    const move = candidates(inside, session, place.exercise).find(({ id }) => id === picked);
    if (move === undefined) throw new UserError('staleButton');
    if (forGood) {
      const { member } = session.file;
      const swap = { move: plannedMove(place.exercise).id, to: move.id, from: session.training.day };
      await store.trainingFiles.swap(member.id, swap);
    }
    const exercise = swapped(inside, session, place.exercise, move);
    return lead(inside, ref, () => (kind === 'swap' && forGood ? { kind, exercise, forGood } : { kind, exercise }));
  });
}

/** Takes the last step back; where it swapped a move for good, that too. */
async function goBack(context: Context, ref: TrainingRef): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const inside = { ...context, store };
    const session = await inHand(inside, store, ref.id);
    const last = thatStand(session.training.steps).at(-1)?.step;
    if (!isCurrent(session, ref) || last === undefined) return shown(inside, session);
    if (last.kind === 'swap' && last.forGood) await swapBack(store, session, last.exercise);
    return lead(inside, ref, () => ({ kind: 'back' }));
  });
}

/** From today on the move is again what it was before it was swapped for good. */
async function swapBack(store: Store, { file, history, training }: InHand, exercise: Exercise): Promise<void> {
  const move = plannedMove(exercise).id;
  const made = history.swaps.findLastIndex((swap) => swap.move === move && swap.until === undefined);
  const others = history.swaps.filter((_, index) => index !== made);
  const to = chosenOn(others, training.day).get(move) ?? move;
  await store.trainingFiles.swap(file.member.id, { move, to, from: training.day });
}

/** The line of the session as it would have been planned with that move. */
function swapped({ content }: Context, { file, history, training }: InHand, line: Exercise, move: Move): Exercise {
  const { planned } = training.plan;
  const swap = { move: plannedMove(line).id, to: move.id, from: planned.day, until: planned.day };
  const { main } = personalSession(
    content,
    file,
    { ...history, swaps: [...history.swaps, swap] },
    planned,
    planned.day,
  );
  const exercise = main.find((other) => plannedMove(other).id === swap.move);
  if (exercise === undefined) throw new RangeError(`no line "${swap.move}" in session ${training.id}`);
  return exercise;
}
