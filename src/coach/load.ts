import type { Kit } from './content.ts';

/** A mass, in whole grams: what the bar, the stack or one dumbbell weighs. */
export type Grams = number;

export const UNITS = ['metric', 'imperial'] as const;
/** How a member reads and types loads: in kilograms or in pounds. */
export type Units = (typeof UNITS)[number];

/** Kit whose load is a number. */
export const LOADED_KITS = ['dumbbells', 'machine'] as const satisfies readonly Kit[];
export type LoadedKit = (typeof LOADED_KITS)[number];

/** The loads that somebody can choose from: every multiple of a step, or just these, ascending. */
export type Ladder =
  | { readonly kind: 'step'; readonly step: Grams }
  | { readonly kind: 'list'; readonly loads: readonly Grams[] };

/** What a member can make a move heavier with. */
export interface Loads {
  readonly units: Units;
  readonly ladders: Readonly<Record<LoadedKit, Ladder>>;
  /** The colours of their bands, the lightest first. */
  readonly bands: readonly string[];
}

/** What a member said about the loads they have; absent where they did not. */
export interface SaidLoads {
  readonly units: Units;
  readonly ladders: { readonly [kit in LoadedKit]?: Ladder };
  readonly bands: readonly string[];
}
