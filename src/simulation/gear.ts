import type { Move } from '../coach/content.ts';
import type { Grams, Loads } from '../coach/load.ts';
import { parseLoad } from '../coach/notation/load-notation.ts';
import type { SetDone } from '../coach/performance.ts';
import type { Exercise } from '../coach/plan.ts';
import type { Part } from './part.ts';
import { type Form, mostOf, type Use } from './strength.ts';

/** What a set is done with: a load, a colour, or nothing. */
export type Taken = Pick<SetDone, 'load' | 'band'>;

/** So many they like to leave in them when they choose for themselves. */
const SPARED = 3;

const row = (from: number, to: number, step: number, unit: string): readonly Grams[] =>
  Array.from(
    { length: (to - from) / step + 1 },
    (_, index) => parseLoad(`${from + index * step} ${unit}`, 'metric') ?? 0,
  );
const DUMBBELLS = { kilos: row(1, 40, 1, 'kg'), pounds: row(2.5, 90, 2.5, 'lb') };
const MACHINE = { kilos: row(5, 120, 5, 'kg'), pounds: row(10, 260, 10, 'lb') };

/** Whether a move takes a load or a band. */
export function takesSomething({ kitAny }: Move): boolean {
  return (['dumbbells', 'machine', 'band'] as const).some((kit) => kitAny.includes(kit));
}

/** What somebody really has at hand for a move, the lightest first; nothing where it takes neither load nor band. */
export function gearFor({ kitAny }: Move, { rack, units }: WithUnits, loads: Loads): readonly Taken[] {
  if (kitAny.includes('dumbbells')) return (rack ?? DUMBBELLS[units ?? 'kilos']).map((load) => ({ load }));
  if (kitAny.includes('machine')) return MACHINE[units ?? 'kilos'].map((load) => ({ load }));
  return kitAny.includes('band') ? loads.bands.map((band) => ({ band })) : [];
}

type WithUnits = Pick<Part, 'rack' | 'units'>;

/** The same, as a body feels it. */
export function useOf({ load, band }: Taken, { bands }: Loads, variation: Use['variation']): Use {
  return {
    ...(load !== undefined && { load }),
    ...(band !== undefined && { band: Math.max(0, bands.indexOf(band)) }),
    ...(variation && { variation }),
  };
}

/**
 * What somebody takes for an exercise: what is asked for, or what they have that is nearest to it; where nothing is
 * asked, what they took the last time, one heavier or lighter if told so; and in the beginning what leaves some in them.
 */
export function takenFor(
  { move, target, reps, variation }: Exercise,
  {
    part,
    loads,
    last,
    form,
    asked,
  }: { part: WithUnits; loads: Loads; last: Taken | undefined; form: Form; asked: Taken },
): Taken {
  const gear = gearFor(move, part, loads);
  if (gear.length === 0) return {};
  if (asked.load !== undefined || asked.band !== undefined) return nearest(gear, asked);
  if (last !== undefined) return beside(gear, last, target?.heavier ? 1 : target?.lighter ? -1 : 0);
  const wanted = (target?.aim ?? reps?.[0] ?? 0) + SPARED;
  return gear.findLast((one) => mostOf(move, form, useOf(one, loads, variation), 0) >= wanted) ?? gear[0] ?? {};
}

/** The lighter of two that are as near. */
function nearest(gear: readonly Taken[], asked: Taken): Taken {
  const { load } = asked;
  if (load === undefined) return asked;
  const away = (one: Taken) => Math.abs((one.load ?? 0) - load);
  return gear.reduce((best, one) => (away(one) < away(best) ? one : best), gear[0] ?? asked);
}

function beside(gear: readonly Taken[], last: Taken, by: 1 | 0 | -1): Taken {
  return gear[gear.findIndex(({ load, band }) => load === last.load && band === last.band) + by] ?? last;
}
