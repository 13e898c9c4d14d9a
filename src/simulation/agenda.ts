import type { Instant } from '../coach/day.ts';

/** Something that is to happen at an instant. */
export interface Entry {
  readonly at: Instant;
  /** Of a person: it needs a bot that is up. */
  readonly needsBot: boolean;
  run(): Promise<void> | void;
}

/** What is to happen, soonest first; of what falls on one instant, first written, first done. */
export interface Agenda {
  add(entry: Entry): void;
  take(): Entry | undefined;
}

export function newAgenda(): Agenda {
  const entries: Entry[] = [];
  return {
    add(entry) {
      let [low, high] = [0, entries.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((entries[middle]?.at ?? entry.at) <= entry.at) low = middle + 1;
        else high = middle;
      }
      entries.splice(low, 0, entry);
    },
    take: () => entries.shift(),
  };
}
