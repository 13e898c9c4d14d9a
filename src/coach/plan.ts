import type { BlockId, Move, Range, Tip, Variation } from './content.ts';
import type { Day } from './day.ts';
import type { Target } from './progression/target.ts';

/** One training day of a member's plan, before level and kit. */
export interface PlannedSession {
  readonly day: Day;
  /** 1 to 12. */
  readonly week: number;
  /** 1 for the first session of the whole plan. */
  readonly ordinal: number;
  /** 0 for the first session of its week. */
  readonly indexInWeek: number;
  /** Id of the session template: `a`, `b`, `cardio` … */
  readonly template: string;
  /** The circuit closes this session. */
  readonly circuit: boolean;
  /** The day after a circuit is light. */
  readonly light: boolean;
}

/** What a day is in a member's plan. */
export type PlannedDay =
  | { readonly kind: 'before'; readonly startsOn: Day }
  | { readonly kind: 'rest'; readonly week: number; readonly block: BlockId }
  | { readonly kind: 'session'; readonly week: number; readonly block: BlockId; readonly session: PlannedSession }
  | { readonly kind: 'paused' }
  | { readonly kind: 'left' }
  | { readonly kind: 'finished' };

/** One line of a session as a member reads it: exactly one of `reps` and `seconds` stands. */
export interface Exercise {
  readonly move: Move;
  /** The move that was planned, when the member's kit asked for another. */
  readonly insteadOf?: Move;
  readonly sets: number;
  readonly reps?: Range;
  readonly seconds?: Range;
  readonly holdSeconds?: Range;
  readonly perSide: boolean;
  /** Each direction in turn, as arm circles go. */
  readonly perDirection?: boolean;
  /** Do it as `move.easier` or `move.harder` says; as written when absent. */
  readonly variation?: Variation;
  /** Seconds to rest after each set; absent where none is needed. */
  readonly restSeconds?: number;
  /** What this member aims for, and why; absent where nothing grows, and in what everybody reads. */
  readonly target?: Target;
}

export interface CircuitPlan {
  readonly move: Move;
  readonly rounds: number;
  readonly restSeconds: number;
  readonly stations: readonly {
    readonly move: Move;
    readonly insteadOf?: Move;
    readonly seconds: number;
    readonly variation?: Variation;
  }[];
}

/** A session for one member: level and kit applied. */
export interface Session {
  readonly name: string;
  readonly week: number;
  readonly block: BlockId;
  readonly light: boolean;
  readonly repsInReserve: Range;
  /** The upper end of `repsInReserve` is open. */
  readonly orMore?: boolean;
  /** The week in which a member compares with their own first numbers. */
  readonly retest?: boolean;
  readonly warmUp: readonly Exercise[];
  readonly main: readonly Exercise[];
  readonly circuit?: CircuitPlan;
  readonly coolDown: readonly Exercise[];
  /** An estimate, rounded to five minutes. */
  readonly minutes: number;
}

export interface RestDay {
  readonly week: number;
  readonly block: BlockId;
  readonly idea: Exercise;
  readonly tip: Tip;
}
