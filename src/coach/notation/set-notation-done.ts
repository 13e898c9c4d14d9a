import type { Move } from '../content.ts';
import { LOADED_KITS } from '../load.ts';
import type { SetDone } from '../performance.ts';
import type { Group, Grouped } from './set-notation-groups.ts';

export const MOST_SETS = 10;
const MOST_REPS = 200;
const MOST_SECONDS = 7_200;

/**
 * Why an entry was not read. `zero`: a set of nothing; `too-much`: more repetitions, seconds or kilograms than anybody does;
 * `not-timed`: seconds of a move that is counted; `no-band`, `no-load`: the move is not done with one; `unclear`: some of it
 * is no notation, or could mean two things.
 */
export type UnreadReason =
  | 'no-move'
  | 'which-move'
  | 'no-sets'
  | 'too-many-sets'
  | 'too-much'
  | 'zero'
  | 'not-a-circuit'
  | 'not-timed'
  | 'no-band'
  | 'no-load'
  | 'unknown-band'
  | 'unclear';

/** The sets that were said, as sets of this move, which is no circuit; or why they cannot be. */
export function setsDone({ groups, saysSides, words }: Grouped, move: Move): readonly SetDone[] | UnreadReason {
  if (words !== undefined) return takesBand(move) ? 'unknown-band' : 'unclear';
  if (saysSides && !hasSides(move)) return 'unclear';
  if (groups.some(({ times }) => times === 0)) return 'zero';
  if (groups.reduce((sum, { times }) => sum + times, 0) > MOST_SETS) return 'too-many-sets';
  const sets: SetDone[] = [];
  for (const group of groups) {
    const set = setDone(group, move);
    if (typeof set === 'string') return set;
    for (let count = 0; count < group.times; count += 1) sets.push(set);
  }
  return sets;
}

function setDone({ amount, with: used }: Group, move: Move): SetDone | UnreadReason {
  const isTimed = move.dose.kind === 'time';
  if (amount.kind === 'seconds' && !isTimed) return 'not-timed';
  if (used?.kind === 'band' && !takesBand(move)) return 'no-band';
  if (used?.kind === 'load' && !takesLoad(move)) return 'no-load';
  const count =
    amount.kind === 'seconds' ? amount.seconds : isTimed ? plainSeconds(amount.number, move) : amount.number;
  if (count === 0) return 'zero';
  if (count > (isTimed ? MOST_SECONDS : MOST_REPS)) return 'too-much';
  return {
    ...(isTimed ? { seconds: count } : { reps: count }),
    ...(used?.kind === 'load' && { load: used.load }),
    ...(used?.kind === 'band' && { band: used.band }),
  };
}

/**
 * A plain number of a timed move: seconds, but minutes where nobody would mean seconds. That is up to 10 for moves of a
 * minute or more (the rope), and up to 120 for those of ten minutes or more (walks).
 */
function plainSeconds(number: number, { dose }: Move): number {
  const usual = dose.kind === 'time' ? dose.seconds[0] : 0;
  const mostMinutes = usual >= 600 ? 120 : usual >= 60 ? 10 : 0;
  return number <= mostMinutes ? number * 60 : number;
}

/** "Each" may also be said of two dumbbells, whose load is that of one. */
function hasSides({ dose, kitAny }: Move): boolean {
  if (kitAny.includes('dumbbells')) return true;
  return dose.kind !== 'circuit' && (dose.perSide === true || dose.perDirection === true);
}

function takesBand({ kitAny, kitAll }: Move): boolean {
  return kitAny.includes('band') || kitAll.includes('band');
}

/** Anything may be done with a weight in hand, but for what takes a band or a rope instead. */
function takesLoad({ kitAny, kitAll }: Move): boolean {
  const kit = [...kitAny, ...kitAll];
  return LOADED_KITS.some((loaded) => kit.includes(loaded)) || !(kit.includes('band') || kit.includes('rope'));
}
