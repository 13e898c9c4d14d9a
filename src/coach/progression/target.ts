import type { Move, Range, Variation } from '../content.ts';
import type { Day } from '../day.ts';
import type { Grams, Loads } from '../load.ts';
import type { Effort } from '../member.ts';
import type { Performance } from '../performance.ts';

export interface TargetInput {
  readonly move: Move;
  /** All of this move, oldest first, each before the day that is asked for. */
  readonly performances: readonly Performance[];
  readonly loads: Loads;
  /** What the plan asks for by week and level where nothing is known. */
  readonly start: { readonly range: Range; readonly variation?: Variation };
  /** Whole days without any session before this one, as `daysOffBefore` counts them. */
  readonly daysOff: number;
  /** After an absence of more than 28 days: the day of the first session of the block that begins again, if known. */
  readonly blockBeganOn?: Day;
  /** A lighter week or a light day: nothing goes up, and the aim is the low end. */
  readonly isLight: boolean;
}

/** What a move asks of a member next. */
export interface Target {
  /** Repetitions or seconds to stay within, both ends included. */
  readonly range: Range;
  /** What each set aims for, within the range. */
  readonly aim: number;
  /** The load to use, where it is known. */
  readonly load?: Grams;
  /** The load was never said: take the next heavier one than last time. */
  readonly heavier?: true;
  /** The load was never said: take a lighter one than last time. */
  readonly lighter?: true;
  /** The colour to use, where it is known. */
  readonly band?: string;
  readonly variation?: Variation;
  readonly why: Why;
  /** A step up from the last time: load, colour, variation, seconds or taps. Not a mere aim within the range. */
  readonly isStep: boolean;
}

export type Unit = 'reps' | 'seconds';

/** The last session, as far as a sentence needs it: the sets at the load that counts. */
export interface Did {
  readonly sets: number;
  readonly unit: Unit;
  /** What every set came to at least; no more than was asked for. */
  readonly amount: number;
  readonly effort?: Effort;
}

/** What changes. A variation is the move as written where it is absent. */
export type Change =
  | { readonly what: 'load'; readonly from: Grams; readonly to: Grams }
  | { readonly what: 'band'; readonly from: string; readonly to: string }
  | { readonly what: 'variation'; readonly from?: Variation; readonly to?: Variation }
  | { readonly what: 'amount'; readonly unit: Unit; readonly from: number; readonly to: number }
  /** By how much is unknown, as the load was never said. */
  | { readonly what: 'heavier' | 'lighter' };

/** Why a target is what it is: what one sentence needs. */
export type Why =
  /** Nothing is known yet. */
  | { readonly kind: 'first' }
  /** All sets at the top with reserve. Repetitions with effort '1-2', and a single set, were so for the second time. */
  | { readonly kind: 'up'; readonly did: Did; readonly change: Change }
  /** The same, but the next step is over 10% or there is none: more repetitions first. */
  | { readonly kind: 'top-raised'; readonly did: Did; readonly to: number }
  /** The same, with nothing left to step up to. */
  | { readonly kind: 'all-there-is'; readonly did: Did }
  /** All sets at the top with one or two to spare, or a single set, for the first time: once more the same. */
  | { readonly kind: 'confirm'; readonly did: Did }
  /** All sets at the top, and nobody said how hard it was. */
  | { readonly kind: 'effort-wanted'; readonly did: Did }
  /** Within the range or at its top, with nothing to spare: the same again. */
  | { readonly kind: 'nothing-left'; readonly did: Did }
  /** Within the range: the aim goes up to `aim`. */
  | { readonly kind: 'within'; readonly did: Did; readonly aim: number }
  /** A set fell short of `wanted`: the same again. */
  | { readonly kind: 'again'; readonly did: Did; readonly wanted: number }
  /** That happened twice in a row. */
  | { readonly kind: 'down'; readonly did: Did; readonly change: Change }
  /** The last session was light, or the move was set aside: nothing is concluded, and what held before it holds on. */
  | { readonly kind: 'held' }
  /** Today is light. */
  | { readonly kind: 'light' }
  /** After so many whole days off; `change` is absent where nothing is taken off. */
  | { readonly kind: 'back'; readonly days: number; readonly percent: 0 | 10 | 20; readonly change?: Change };
