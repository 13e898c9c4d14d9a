import type { Move } from '../../coach/content.ts';
import type { Exercise } from '../../coach/plan.ts';
import { plannedMove } from '../../coach/training/swaps.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, menu, type Option, row, words } from '../parts.ts';
import { doseOf } from './exercise.ts';

/** In a session: what takes the place of the move at hand, for now or from now on. */
export function swapThisCard(text: Text, ref: string, exercise: Exercise, offered: readonly Move[]): MessageBody {
  const { training: t } = text;
  const { move } = exercise;
  const options = optionsFor(text, exercise, offered);
  return card(
    'train',
    words(t.swapTitle(move.name), offered.length === 0 ? t.swapNone : undefined),
    ...(offered.length === 0
      ? []
      : [menu('swap-now', ref, t.swapTodayMenu, options), menu('swap-for-good', ref, t.swapForGoodMenu, options)]),
    row(button('leave-out', ref, t.leaveOutButton), button('swap-none', ref, t.cancelButton)),
  );
}

/** In a session: the move at hand hurts. It is set aside, with or without another in its place. */
export function hurtsCard(text: Text, ref: string, move: Move, offered: readonly Move[]): MessageBody {
  const { training: t } = text;
  const options = offered.map((other) => optionOf(text, other));
  return card(
    'plain',
    words(t.hurts(move.name), t.hurtsWords, text.today.stopSigns),
    ...(offered.length === 0 ? [] : [menu('hurts-swap', ref, t.swapTodayMenu, options)]),
    row(button('hurts-stop', ref, t.leaveOutButton, 'main'), button('swap-none', ref, t.cancelButton)),
  );
}

/** Before a session: which of its moves is to be another? */
export function whichMoveCard(text: Text, exercises: readonly Exercise[]): MessageBody {
  const { training: t } = text;
  const options = exercises.map((exercise) => ({
    label: exercise.move.name,
    value: plannedMove(exercise).id,
    description: doseOf(text, exercise),
  }));
  return card(
    'train',
    words(t.swapWhich),
    menu('swap-which', 'today', t.swapWhichMenu, options),
    row(button('workout-back', 'today', t.cancelButton)),
  );
}

/** Before a session: what takes the place of one of its moves, today or from now on. */
export function swapPlannedCard(text: Text, exercise: Exercise, offered: readonly Move[]): MessageBody {
  const { training: t } = text;
  const planned = plannedMove(exercise);
  const options = optionsFor(text, exercise, offered);
  return card(
    'train',
    words(t.swapTitle(exercise.move.name), offered.length === 0 ? t.swapNone : undefined),
    ...(offered.length === 0
      ? []
      : [
          menu('swap-today', planned.id, t.swapTodayMenu, options),
          menu('swap-always', planned.id, t.swapForGoodMenu, options),
        ]),
    row(button('workout-back', 'today', t.cancelButton)),
  );
}

/** The move that was planned there is named as that. */
function optionsFor(text: Text, exercise: Exercise, offered: readonly Move[]): Option[] {
  const planned = plannedMove(exercise);
  return offered.map((move) => {
    const option = optionOf(text, move);
    return move.id === planned.id ? { ...option, label: text.training.swapBack(move.name) } : option;
  });
}

function optionOf(text: Text, move: Move): Option {
  return { label: move.name, value: move.id, description: text.moves.targets(move.targets) };
}
