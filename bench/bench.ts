import type { Figure } from './report.ts';

/** What a section is given, and what it gives. */
export interface Bench {
  /** Its own, for databases and profiles. */
  readonly folder: string;
  readonly quick: boolean;
  readonly profile: boolean;
  /** Says what is under way, for whoever waits. */
  readonly say: (what: string) => void;
}

export interface Findings {
  readonly figures: readonly Figure[];
  readonly notes?: readonly string[];
}

export type Section = (bench: Bench) => Promise<Findings>;
