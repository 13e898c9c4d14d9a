import type { LoadedKit } from './load.ts';

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

/**
 * What one move asks for, before the week and the level change it. Times in seconds. `restSeconds` stands where a move
 * rests otherwise than the programme's pace says. `perSide` and `perDirection` both double the work.
 */
export type Dose =
  | {
      readonly kind: 'reps';
      readonly sets: number;
      readonly reps: Range;
      readonly holdSeconds?: Range;
      readonly perSide?: boolean;
      readonly perDirection?: boolean;
      readonly restSeconds?: number;
    }
  | {
      readonly kind: 'time';
      readonly sets: number;
      readonly seconds: Range;
      readonly perSide?: boolean;
      readonly perDirection?: boolean;
      readonly restSeconds?: number;
    }
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
  /** Where progression starts and ends, in the dose's unit (reps, seconds or rounds). */
  readonly progress: Range;
  /** One step of progress, in the same unit: 1 rep, 2 taps, 5 s of a hold, 15 s of rope. */
  readonly step: number;
  readonly cue: string;
  readonly steps: readonly string[];
  readonly fault: string;
  readonly easier: string;
  readonly harder: string;
  /** The first whose kit the member has stands in when the member lacks this move's kit. Ends in one without kit. */
  readonly swaps: readonly string[];
  /** Offered only to a member who chose it (the Superman), never planned by itself. */
  readonly byChoiceOnly?: boolean;
  /** What the coach plans where the source has this move. Stands with `byChoiceOnly`. */
  readonly plannedInstead?: string;
  /** What the project's source article says of this move, where the coach says something else. */
  readonly correction?: string;
  /** Shown above the how-to: where it lies on the web (https), and in words what it shows. */
  readonly picture?: { readonly url: string; readonly alt: string };
}

export const BLOCKS = ['base', 'lighter', 'build', 'consolidate'] as const;
export type BlockId = (typeof BLOCKS)[number];

export interface ProgrammeWeek {
  /** 1 to 12. */
  readonly week: number;
  readonly block: BlockId;
  /** Repetitions in reserve that each set should leave. */
  readonly repsInReserve: Range;
  /** The upper end of `repsInReserve` is open: `[4, 4]` with it reads "4 or more". */
  readonly orMore?: boolean;
  /** Sets a move; in a lighter week, those of the week before. */
  readonly sets: number;
  /** A lighter week keeps this share of a session's sets. */
  readonly setsFactor?: number;
  /** At most so many circuits a week; rounds are absent when there is none. */
  readonly circuits: number;
  readonly rounds?: Range;
  readonly retest?: boolean;
}

export const SESSION_KINDS = ['strength', 'cardio', 'mobility'] as const;

export interface SessionTemplate {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof SESSION_KINDS)[number];
  /** Move ids in order. */
  readonly moves: readonly string[];
  /** A cardio move that ends the session; it gives way to the circuit, and to a light day. */
  readonly finisher?: string;
}

export const VARIATIONS = ['easier', 'harder'] as const;
export type Variation = (typeof VARIATIONS)[number];

export interface LevelRules {
  readonly name: string;
  readonly about: string;
  /** Added to the week's sets a move, and what that may come to. */
  readonly setsChange: number;
  readonly sets: Range;
  /** Added to the week's rounds of the circuit, which stay within the circuit's own progress. */
  readonly roundsChange: number;
  /** The variation of each move that a block asks for; the move as written where none stands. */
  readonly variations: { readonly [block in BlockId]?: Variation };
}

/** What the length of a session is estimated with, and how long to rest. All in seconds. */
export interface Pace {
  readonly secondsPerRep: number;
  /** After each set of a strength move. */
  readonly restSeconds: number;
  /** To get from one move to the next. */
  readonly changeSeconds: number;
}

/** The smallest step of a loaded kit where the member has not said theirs, as members of either units know it. */
export interface DefaultStep {
  readonly kg: number;
  readonly lb: number;
}

/** The version for a day without time, which counts as a session. */
export interface FloorRules {
  /** What it may come to, all told. */
  readonly minutes: number;
  /** How many moves of the warm-up and of the cool-down it keeps. */
  readonly warmUp: number;
  readonly coolDown: number;
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
  readonly levels: Readonly<Record<Level, LevelRules>>;
  /** The day after a circuit: added to the sets a move, and the reserve that it leaves at least. */
  readonly lightDay: { readonly setsChange: number; readonly repsInReserve: Range; readonly orMore?: boolean };
  readonly pace: Pace;
  readonly floor: FloorRules;
  readonly loads: Readonly<Record<LoadedKit, DefaultStep>>;
  /** The colours of bands, the lightest first. */
  readonly bands: readonly string[];
  readonly circuit: string;
  readonly warmUp: readonly string[];
  readonly coolDown: readonly string[];
  /** Move ids of the mobility ideas that rest days take in turn. */
  readonly restDay: readonly string[];
}

export const TIP_TOPICS = ['nutrition', 'lifestyle', 'mistake', 'reason', 'recovery'] as const;
export type TipTopic = (typeof TIP_TOPICS)[number];

export interface Tip {
  readonly id: string;
  readonly topic: TipTopic;
  readonly title: string;
  readonly text: string;
  /** Speaks of the body's looks or make-up, so "hide body content" hides it. */
  readonly body?: boolean;
  /** What the project's source article says, where the coach says something else. */
  readonly correction?: string;
}

/** What members may expect by when; `weeks` both included. */
export interface TimelineEntry {
  readonly weeks: Range;
  readonly text: string;
  /** What the project's source article promises for these weeks, in substance; absent where it promises nothing. */
  readonly source?: string;
}

export interface Content {
  readonly programme: Programme;
  readonly moves: ReadonlyMap<string, Move>;
  readonly tips: readonly Tip[];
  readonly timeline: readonly TimelineEntry[];
}
