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

/** As {@link fitToKit}, of the move that they chose in place of the planned one where they did. */
export function fitChosen(
  content: Content,
  id: string,
  { kit, chosen }: { readonly kit: readonly Kit[]; readonly chosen?: ReadonlyMap<string, string> },
): FittedMove {
  const wanted = chosen?.get(id);
  // A move that a later version of the content has no more is as if it had not been chosen.
  if (wanted === undefined || wanted === id || !content.moves.has(wanted)) return fitToKit(content, id, kit);
  const { move } = fitToKit(content, wanted, kit);
  return move.id === id ? { move } : { move, insteadOf: moveNamed(content, id) };
}

/** @throws RangeError when there is no such move. */
export function moveNamed(content: Content, id: string): Move {
  const move = content.moves.get(id);
  if (move === undefined) throw new RangeError(`no move "${id}"`);
  return move;
}
