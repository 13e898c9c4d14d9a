import type { Content, Kit, Move } from '../content.ts';
import type { Day } from '../day.ts';
import { isStrength } from '../dose.ts';
import { canDo } from '../kit.ts';
import type { Exercise } from '../plan.ts';

/** A move in place of another from a day on, until a day, included, or for good. */
export interface MoveSwap {
  readonly move: string;
  readonly to: string;
  readonly from: Day;
  readonly until?: Day;
}

/** The moves that are done in place of planned ones on a day: of the swaps that hold, the last made counts. */
export function chosenOn(swaps: readonly MoveSwap[], day: Day): ReadonlyMap<string, string> {
  const holding = swaps.filter(({ from, until }) => from <= day && (until === undefined || day <= until));
  return new Map(holding.map(({ move, to }) => [move, to]));
}

/** The move that the programme has on this line, whatever stands in for it. */
export function plannedMove({ move, insteadOf }: Exercise): Move {
  return insteadOf ?? move;
}

/**
 * What may take the place of a session's move, the likeliest first: what was planned there, what its and the planned
 * move's own swaps name, what would be swapped for it, what trains the same, and last what the coach leaves to a
 * member's choice. Only what this kit is enough for, and nothing that the session has already.
 */
export function swapsFor(
  content: Content,
  exercise: Exercise,
  { kit, session }: { readonly kit: readonly Kit[]; readonly session: readonly Exercise[] },
): Move[] {
  const planned = plannedMove(exercise);
  const { move } = exercise;
  const all = [...content.moves.values()];
  const named = [planned.id, ...planned.swaps, ...move.swaps];
  const standInFor = all.filter(
    ({ swaps, byChoiceOnly }) => !byChoiceOnly && (swaps.includes(planned.id) || swaps.includes(move.id)),
  );
  const byChoice = all.filter(({ plannedInstead }) => plannedInstead === planned.id);
  const likely = named.flatMap((id) => content.moves.get(id) ?? []);
  const alike = all
    .filter(({ byChoiceOnly, role }) => !byChoiceOnly && SWAPPED.has(role))
    .filter((other) => shared(other, planned) > 1 || other.targets[0] === planned.targets[0])
    .sort((a, b) => shared(b, planned) - shared(a, planned));
  const taken = new Set(session.map((other) => other.move.id));
  return [...new Set([...likely, ...standInFor, ...alike, ...byChoice])].filter(
    (candidate) => !taken.has(candidate.id) && canDo(candidate, kit) && isOfOneKind(candidate, planned),
  );
}

/** Strength for strength, cardio for cardio, and a stretch for a stretch. */
function isOfOneKind(one: Move, other: Move): boolean {
  return isStrength(one) ? isStrength(other) : one.role === other.role;
}

/** What a session's lines are made of. */
const SWAPPED: ReadonlySet<Move['role']> = new Set(['main', 'companion', 'cardio']);

/** How many targets two moves have in common. */
function shared(one: Move, other: Move): number {
  return one.targets.filter((target) => other.targets.includes(target)).length;
}
