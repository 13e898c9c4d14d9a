import type { Content, Kit, Move } from './content.ts';

/** A move as a member does it: with `insteadOf` when their kit asked for another. */
export interface FittedMove {
  readonly move: Move;
  readonly insteadOf?: Move;
}

/** Whether this kit is enough for the move. */
export function canDo(move: Move, kit: readonly Kit[]): boolean {
  const any = move.kitAny.length === 0 || move.kitAny.some((item) => kit.includes(item));
  return any && move.kitAll.every((item) => kit.includes(item));
}

/**
 * The move itself, or the first of its swaps that this kit is enough for.
 * @throws RangeError for content that was not checked: an unknown move, or one whose swaps end in kit.
 */
export function fitToKit(content: Content, id: string, kit: readonly Kit[]): FittedMove {
  const planned = moveNamed(content, id);
  if (canDo(planned, kit)) return { move: planned };
  const move = planned.swaps.map((swap) => moveNamed(content, swap)).find((swap) => canDo(swap, kit));
  if (move === undefined) throw new RangeError(`no swap without kit for "${id}"`);
  return { move, insteadOf: planned };
}

/** @throws RangeError when there is no such move. */
export function moveNamed(content: Content, id: string): Move {
  const move = content.moves.get(id);
  if (move === undefined) throw new RangeError(`no move "${id}"`);
  return move;
}
