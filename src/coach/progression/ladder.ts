import type { Move } from '../content.ts';
import { type Grams, type Ladder, LOADED_KITS, type Loads } from '../load.ts';

/** The least that a load goes up by, and the most without more repetitions first, in percent (ACSM 2009: 2–10%). */
const LEAST_UP = 2;
const MOST_UP = 10;

/** Pounds are kept as whole grams, so that two loads may miss their true distance by so much. */
const ROUNDING: Grams = 2;

/** What this move is loaded from; undefined for a move whose load is not a number. */
export function ladderOf(move: Move, loads: Loads): Ladder | undefined {
  const kit = LOADED_KITS.find((candidate) => move.kitAny.includes(candidate));
  return kit && loads.ladders[kit];
}

/**
 * The smallest load of the ladder that is at least 2% over `load`, which itself need not be on the ladder; undefined
 * when a list ends before it.
 */
export function nextLoad(ladder: Ladder, load: Grams): Grams | undefined {
  const least = load * (100 + LEAST_UP);
  if (ladder.kind === 'step') return Math.ceil(least / (100 * ladder.step)) * ladder.step;
  return ladder.loads.find((candidate) => candidate > load && candidate * 100 >= least);
}

/** Whether this step up is over 10%: more than the next session should take on at once. */
export function isCoarse(from: Grams, to: Grams): boolean {
  return (to - ROUNDING) * 100 > from * (100 + MOST_UP);
}

/**
 * The load that is `percent` lighter, rounded down to the ladder, or the ladder's lightest when that is still too
 * heavy. Never above `load`; the same as `load` only when the ladder has nothing below it.
 */
export function lighterLoad(ladder: Ladder, load: Grams, percent: number): Grams {
  const most = load * (100 - percent);
  if (ladder.kind === 'step') return Math.min(load, Math.max(1, Math.floor(most / (100 * ladder.step))) * ladder.step);
  const fitting = ladder.loads.findLast((candidate) => candidate * 100 <= most);
  return Math.min(load, fitting ?? ladder.loads[0] ?? load);
}

/** The colour after this one; undefined for the last, and for a colour that is not among them. */
export function nextBand(bands: readonly string[], colour: string): string | undefined {
  return bands.includes(colour) ? bands[bands.indexOf(colour) + 1] : undefined;
}

/** The colour before this one; undefined for the first, and for a colour that is not among them. */
export function lighterBand(bands: readonly string[], colour: string): string | undefined {
  return bands[bands.indexOf(colour) - 1];
}
