/**
 * What the files under `data/` say, as the coach reads it. `store/content.ts` checks the files against these
 * shapes and each other; nothing here is computed.
 */

/** What a member may own. A chair, a wall and a towel are taken as given. */
export const KITS = ['mat', 'dumbbells', 'band', 'rope', 'machine'] as const;
export type Kit = (typeof KITS)[number];

export const LEVELS = ['gentle', 'standard', 'strong'] as const;
export type Level = (typeof LEVELS)[number];

/** Lower and upper end, both included. */
export type Range = readonly [low: number, high: number];

/** What one move asks for, before the week and the level change it. Times in seconds, rest between sets in seconds. */
export type Dose =
  | {
      readonly kind: 'reps';
      readonly sets: number;
      readonly reps: Range;
      readonly holdSeconds?: Range;
      readonly perSide?: boolean;
    }
  | { readonly kind: 'time'; readonly sets: number; readonly seconds: Range; readonly perSide?: boolean }
  | {
      readonly kind: 'circuit';
      readonly rounds: Range;
      readonly stations: readonly { readonly move: string; readonly seconds: number }[];
      readonly restSeconds: number;
    };

export const ROLES = ['main', 'companion', 'cardio', 'circuit', 'warm-up', 'cool-down', 'mobility'] as const;
export type Role = (typeof ROLES)[number];

export interface Move {
  /** Kebab-case, for ever: check-ins and programmes refer to it. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly targets: readonly string[];
  /** Any one of these is enough; empty when nothing is needed. A circuit needs all of `kitAll`. */
  readonly kitAny: readonly Kit[];
  readonly kitAll: readonly Kit[];
  readonly dose: Dose;
  /** Where progression starts and ends, in the dose's unit (reps, or seconds). */
  readonly progress: Range;
  readonly cue: string;
  readonly steps: readonly string[];
  readonly fault: string;
  readonly easier: string;
  readonly harder: string;
  /** The first whose kit the member has stands in when the member lacks this move's kit. Ends in one without kit. */
  readonly swaps: readonly string[];
  /** Offered only to a member who chose it (the Superman), never planned by itself. */
  readonly byChoiceOnly?: boolean;
  /** What the project's source article says of this move, where the coach says something else. */
  readonly correction?: string;
}

export type BlockId = 'base' | 'lighter' | 'build' | 'consolidate';

export interface ProgrammeWeek {
  /** 1 to 12. */
  readonly week: number;
  readonly block: BlockId;
  /** Repetitions in reserve that each set should leave; an open upper end is written as the same number twice or more. */
  readonly repsInReserve: Range;
  /** Sets a move. In a lighter week the sets of the block before are multiplied by `setsFactor` instead. */
  readonly sets: number;
  /** At most so many circuits a week; rounds are absent when there is none. */
  readonly circuits: number;
  readonly rounds?: Range;
  readonly retest?: boolean;
}

export interface SessionTemplate {
  readonly id: string;
  readonly name: string;
  readonly kind: 'strength' | 'cardio' | 'mobility';
  /** Move ids in order. */
  readonly moves: readonly string[];
}

export interface Programme {
  readonly id: string;
  readonly name: string;
  readonly blocks: Readonly<Record<BlockId, { readonly name: string; readonly about: string }>>;
  readonly weeks: readonly ProgrammeWeek[];
  readonly sessions: readonly SessionTemplate[];
  /** By number of training days: the templates of each week in turn; the list repeats. `3: [['a','b','a'],['b','a','b']]`. */
  readonly patterns: Readonly<Record<3 | 4 | 5, readonly (readonly string[])[]>>;
  /** From this week on a gentle member may have five training days. Before it the fifth is a rest day. */
  readonly fiveDaysFromWeek: Readonly<Record<Level, number>>;
  readonly levels: Readonly<
    Record<
      Level,
      { readonly name: string; readonly about: string; readonly setsChange: number; readonly roundsChange: number }
    >
  >;
  readonly circuit: string;
  readonly warmUp: readonly string[];
  readonly coolDown: readonly string[];
  /** Move ids of the mobility ideas that rest days take in turn. */
  readonly restDay: readonly string[];
}

export type TipTopic = 'nutrition' | 'lifestyle' | 'mistake' | 'reason' | 'recovery';

export interface Tip {
  readonly id: string;
  readonly topic: TipTopic;
  readonly title: string;
  readonly text: string;
}

/** What members may expect by when; `weeks` both included. */
export interface TimelineEntry {
  readonly weeks: Range;
  readonly text: string;
  /** The project's source article, word for word in substance, where the evidence says something else. */
  readonly source: string;
}

export interface Content {
  readonly programme: Programme;
  readonly moves: ReadonlyMap<string, Move>;
  readonly tips: readonly Tip[];
  readonly timeline: readonly TimelineEntry[];
}
