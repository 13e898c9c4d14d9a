import type { Range, Variation } from '../content.ts';
import type { Grams, Ladder } from '../load.ts';
import type { Effort } from '../member.ts';
import type { Performance, SetDone } from '../performance.ts';
import { ladderOf } from './ladder.ts';
import type { Target, TargetInput, Unit } from './target.ts';

/** How one move progresses for one member. */
export interface Track {
  readonly unit: Unit;
  /** Beyond one range, by an aim of its own: whatever is timed, and taps. */
  readonly climbs: boolean;
  /** The range that holds unless its top is raised. */
  readonly normal: Range;
  /** Where an aim that climbs starts and ends, and one step of it. */
  readonly progress: Range;
  readonly step: number;
  readonly means:
    | { readonly kind: 'load'; readonly ladder: Ladder }
    | { readonly kind: 'band'; readonly bands: readonly string[] }
    | { readonly kind: 'body' };
}

/** What a move was, or is to be, done with. */
export interface Use {
  readonly load: Grams | undefined;
  readonly band: string | undefined;
  readonly variation: Variation | undefined;
}

/** A performance, as far as conclusions are drawn from it: the sets that were done with what most sets were done with. */
export interface Reading {
  readonly use: Use;
  readonly sets: number;
  readonly lowest: number;
  readonly effort: Effort | undefined;
}

/** @throws RangeError for a circuit, which progresses by the plan's rounds. */
export function trackOf({ move, performances, loads, start }: TargetInput): Track {
  if (move.dose.kind === 'circuit') throw new RangeError(`the circuit "${move.id}" has no target of its own`);
  const unit = move.dose.kind === 'time' ? 'seconds' : 'reps';
  const isWhole = start.range[0] === move.progress[0] && start.range[1] === move.progress[1];
  const ladder = ladderOf(move, loads);
  const lastSaid = performances
    .flatMap(({ sets }) => sets)
    .findLast(({ load, band }) => load !== undefined || band !== undefined);
  const isBand = move.kitAny.includes('band') && (ladder === undefined || lastSaid?.band !== undefined);
  return {
    unit,
    climbs: unit === 'seconds' || !isWhole,
    normal: start.range,
    progress: move.progress,
    step: move.step,
    means: isBand ? { kind: 'band', bands: loads.bands } : ladder ? { kind: 'load', ladder } : { kind: 'body' },
  };
}

/**
 * What a performance says on this track; undefined when no set has the track's unit. Of several loads the one of most
 * sets counts, the lighter of two that are even. Sets of which no load was said go with it; where none was said at
 * all, it is the one of the time before, or the only one that the member has.
 */
export function readingOf(track: Track, performance: Performance, before?: Use): Reading | undefined {
  const counted = performance.sets.filter((set) => set[track.unit] !== undefined);
  const { load, band } = useOf(track, counted);
  const amounts = counted
    .filter((set) => (set.load ?? load) === load || track.means.kind !== 'load')
    .filter((set) => (set.band ?? band) === band || track.means.kind !== 'band')
    .map((set) => set[track.unit] ?? 0);
  if (amounts.length === 0) return undefined;
  return {
    use: {
      load: track.means.kind === 'load' ? (load ?? before?.load ?? onlyLoad(track.means.ladder)) : undefined,
      band: track.means.kind === 'band' ? (band ?? before?.band) : undefined,
      variation: performance.variation,
    },
    sets: amounts.length,
    lowest: Math.min(...amounts),
    effort: performance.effort,
  };
}

function useOf({ means }: Track, sets: readonly SetDone[]): { load: Grams | undefined; band: string | undefined } {
  const said = <T>(value: T | undefined): value is T => value !== undefined;
  const loads = sets.map(({ load }) => load).filter(said);
  const bands = sets.map(({ band }) => band).filter(said);
  return {
    load: means.kind === 'load' ? mostFrequent(loads, (load) => load) : undefined,
    band: means.kind === 'band' ? mostFrequent(bands, (band) => means.bands.indexOf(band)) : undefined,
  };
}

/** The lightest of those that occur most often. */
function mostFrequent<T>(values: readonly T[], weight: (value: T) => number): T | undefined {
  const times = (value: T) => values.filter((other) => other === value).length;
  return [...new Set(values)].sort((one, other) => times(other) - times(one) || weight(one) - weight(other))[0];
}

function onlyLoad(ladder: Ladder): Grams | undefined {
  return ladder.kind === 'list' && ladder.loads.length === 1 ? ladder.loads[0] : undefined;
}

export function isSameUse(one: Use, other: Use): boolean {
  return one.load === other.load && one.band === other.band && one.variation === other.variation;
}

/**
 * What all sets have to reach for a step up, where nothing was reached yet: the top of the range, or the lowest aim of a
 * move that climbs.
 */
export function firstBar(track: Track): number {
  return track.climbs ? track.progress[0] : track.normal[1];
}

/** The range that belongs to a bar: up to it, or from it on where the move climbs. */
export function rangeTo(track: Track, bar: number): Range {
  if (!track.climbs) return [track.normal[0], bar];
  return track.unit === 'seconds' ? [bar, bar] : [bar, Math.min(bar + track.step, track.progress[1])];
}

/** The aim of a climbing move that is no higher than `amount`, in whole steps and within its progress. */
export function aimBelow({ progress: [low, high], step }: Track, amount: number): number {
  return Math.max(low, Math.min(high, low + Math.floor((amount - low) / step) * step));
}

export type Plan = Omit<Target, 'why' | 'isStep'>;

export function planOf(track: Track, { load, band, variation }: Use, bar: number, aim?: number): Plan {
  const range = rangeTo(track, bar);
  return {
    range,
    aim: aim === undefined ? range[0] : Math.max(range[0], Math.min(range[1], aim)),
    ...(load !== undefined && { load }),
    ...(band !== undefined && { band }),
    ...(variation && { variation }),
  };
}
