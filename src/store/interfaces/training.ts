import type { Day, Instant } from '../../coach/day.ts';
import type { Ladder, LoadedKit, SaidLoads, Units } from '../../coach/load.ts';
import type { Repeat } from '../../coach/member.ts';
import type { Performance } from '../../coach/performance.ts';
import type { MoveSwap } from '../../coach/training/swaps.ts';

/** A session that is led set by set. Its plan and its steps are kept as the coach's `training.ts` freezes them. */
export interface KeptTraining {
  readonly id: number;
  readonly memberId: number;
  readonly day: Day;
  readonly plan: string;
  readonly steps: readonly { readonly step: string; readonly at: Instant }[];
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  /** What it was logged as. */
  readonly checkInId?: number;
}

export type NewTraining = Pick<KeptTraining, 'memberId' | 'day' | 'plan' | 'startedAt'> & {
  readonly enrolmentId: number;
};

export interface Trainings {
  /** Begins one; undefined when the member has one that is not ended. */
  begin(training: NewTraining): Promise<KeptTraining | undefined>;
  byId(id: number): Promise<KeptTraining | undefined>;
  /** The one that is not ended. A member has one at most. */
  open(memberId: number): Promise<KeptTraining | undefined>;
  /**
   * Appends a step as number `seq`, from 0. False when there is such a step already, when the interaction that asks for
   * it (`sourceId`) has taken one, or when the session is over: whoever asked saw an older state.
   */
  take(id: number, seq: number, step: string, now: Instant, sourceId: string): Promise<boolean>;
  /** Ends it, with the check-in that it led to. False when it was ended already. */
  end(id: number, now: Instant, checkInId?: number): Promise<boolean>;
}

/** What a member trained with, and how. */
export interface TrainingFiles {
  /** What was done of every move, of all time and without what was undone, by day and then in the order it was logged. */
  performances(memberId: number): Promise<Performance[]>;
  /** Those of one check-in, undone or not. */
  ofCheckIn(checkInId: number): Promise<Performance[]>;
  /** Writes down the sets of a check-in; a move's further sets are added to those that it has. */
  addSets(checkInId: number, performances: readonly Omit<Performance, 'day' | 'effort'>[]): Promise<void>;
  /** In the order in which they were made: of those that hold on a day, the last counts. */
  swaps(memberId: number): Promise<MoveSwap[]>;
  swap(memberId: number, swap: MoveSwap): Promise<void>;
  loads(memberId: number): Promise<SaidLoads>;
  setUnits(memberId: number, units: Units): Promise<void>;
  /** Undefined: as the programme says. */
  setLadder(memberId: number, kit: LoadedKit, ladder: Ladder | undefined): Promise<void>;
  setBands(memberId: number, bands: readonly string[]): Promise<void>;
  /** Where the plan goes back from a day on; a second one for the same day takes the place of the first. */
  repeat(enrolmentId: number, repeat: Repeat): Promise<void>;
}
