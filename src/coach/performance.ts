import type { Variation } from './content.ts';
import type { Day } from './day.ts';
import type { Grams } from './load.ts';
import type { Effort } from './member.ts';

/** One set as it was done: repetitions or seconds (a side, where the move has sides), and with what. */
export interface SetDone {
  readonly reps?: number;
  readonly seconds?: number;
  /** Absent where the move has none, or the member did not say. */
  readonly load?: Grams;
  /** The colour of the band. */
  readonly band?: string;
}

/** What somebody did of one move in one session. */
export interface Performance {
  readonly move: string;
  readonly day: Day;
  /** At least one. */
  readonly sets: readonly SetDone[];
  readonly variation?: Variation;
  /** Asked for the session as a whole. */
  readonly effort?: Effort;
  /** Nothing is concluded from it: a lighter week, a light day, or the move was set aside that day. */
  readonly held: boolean;
}
