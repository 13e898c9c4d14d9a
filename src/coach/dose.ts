import type { LevelRules, Move, Programme, ProgrammeWeek, Range, Variation } from './content.ts';
import type { FittedMove } from './kit.ts';
import type { Exercise } from './plan.ts';

/**
 * The sets of each of a session's moves, in order. A strength move takes the week's sets as the level changes them, a
 * cardio move at most its own, and any other exactly its own. A lighter week keeps its share of them all together,
 * half rounded up, and the first moves keep the most; a light day takes a set off each strength move.
 */
export function setsFor(
  programme: Programme,
  moves: readonly Move[],
  { week, rules, light }: { week: ProgrammeWeek; rules: LevelRules; light: boolean },
): number[] {
  const full = clamp(week.sets + rules.setsChange, rules.sets);
  const sets = moves.map((move) => {
    if (isStrength(move)) return full;
    return move.role === 'cardio' ? Math.min(full, setsOf(move)) : setsOf(move);
  });
  if (week.setsFactor !== undefined) return lighter(moves, sets, week.setsFactor);
  if (!light) return sets;
  return sets.map((count, index) =>
    isStrength(moves[index]) ? Math.max(1, count + programme.lightDay.setsChange) : count,
  );
}

/** Mobility is left as it is: it is nothing to recover from. */
function lighter(moves: readonly Move[], sets: readonly number[], factor: number): number[] {
  const counts = moves.map((move) => isStrength(move) || move.role === 'cardio');
  const before = sets.filter((_, index) => counts[index]).reduce((sum, count) => sum + count, 0);
  const kept = sets.map((count, index) => (counts[index] ? 1 : count));
  let left = Math.max(Math.ceil(before / 2), Math.floor(before * factor)) - counts.filter(Boolean).length;
  for (let round = 2; left > 0; round++) {
    for (const [index, count] of sets.entries()) {
      if (left === 0 || !counts[index] || count < round) continue;
      kept[index] = round;
      left -= 1;
    }
  }
  return kept;
}

/** One line of a session: what the move asks for at this point of the twelve weeks, `share` from 0 to 1. */
export function exerciseOf(
  { move, insteadOf }: FittedMove,
  { sets, share, variation, restSeconds }: { sets: number; share: number; variation?: Variation; restSeconds: number },
): Exercise {
  const { dose } = move;
  if (dose.kind === 'circuit') throw new RangeError(`the circuit "${move.id}" is no line of a session`);
  const asked = dose.kind === 'reps' ? dose.reps : dose.seconds;
  const range = rangeAt(move, asked, share);
  const rest = dose.restSeconds ?? restSeconds;
  return {
    move,
    ...(insteadOf && { insteadOf }),
    sets,
    ...(dose.kind === 'reps' ? { reps: range } : { seconds: range }),
    ...(dose.kind === 'reps' && dose.holdSeconds && { holdSeconds: dose.holdSeconds }),
    perSide: dose.perSide ?? false,
    ...(dose.perDirection && { perDirection: true }),
    ...(variation && { variation }),
    ...(rest > 0 && { restSeconds: rest }),
  };
}

/**
 * A move that progresses beyond one range climbs through it: a window two steps wide that stands at the low end in
 * week 1 and reaches the source's dose in the last week. Any other asks for its whole range from the start.
 */
function rangeAt(move: Move, asked: Range, share: number): Range {
  const [low, high] = move.progress;
  const window = 2 * move.step;
  if ((asked[0] === low && asked[1] === high) || high - low <= window) return move.progress;
  const from = low + Math.round((share * (high - window - low)) / move.step) * move.step;
  return [from, from + window];
}

/** How far the plan has come in `week`, from 0 in the first week to 1 in the last. A lighter week stands still. */
export function shareOfPlan(programme: Programme, week: ProgrammeWeek): number {
  const climbing = programme.weeks.filter((candidate) => candidate.setsFactor === undefined);
  const climbed = climbing.filter((candidate) => candidate.week <= week.week).length;
  return Math.max(0, climbed - 1) / Math.max(1, climbing.length - 1);
}

export function isStrength(move: Move | undefined): boolean {
  return move?.role === 'main' || move?.role === 'companion';
}

/** The sets that the move itself asks for. */
export function setsOf({ dose }: Move): number {
  return dose.kind === 'circuit' ? 1 : dose.sets;
}

export function clamp(value: number, [low, high]: Range): number {
  return Math.min(high, Math.max(low, value));
}
