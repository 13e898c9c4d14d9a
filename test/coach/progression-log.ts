import type { Move, Range, Variation } from '../../src/coach/content.ts';
import { addDays, type Day } from '../../src/coach/day.ts';
import { moveNamed } from '../../src/coach/kit.ts';
import type { Ladder, Loads } from '../../src/coach/load.ts';
import type { Effort } from '../../src/coach/member.ts';
import type { Performance, SetDone } from '../../src/coach/performance.ts';
import { type Target, type TargetInput, targetFor } from '../../src/coach/progression/progression.ts';
import { loadContent } from '../../src/store/content.ts';
import { START } from './plan-people.ts';

const content = loadContent();

export const BY_THE_KILO: Ladder = { kind: 'step', step: 1000 };
export const A_PAIR_OF_FIVES: Ladder = { kind: 'list', loads: [5000] };
export const BANDS = ['yellow', 'red', 'black'];

export function moveOf(id: string): Move {
  return moveNamed(content, id);
}

/** Both of a gym's ladders alike. */
export function loadsOf(ladder: Ladder, bands: readonly string[] = BANDS): Loads {
  return { units: 'metric', ladders: { dumbbells: ladder, machine: ladder }, bands };
}

interface Rest {
  readonly kg?: number;
  readonly band?: string;
  readonly effort?: Effort;
  readonly variation?: Variation;
  readonly held?: boolean;
  /** Days after the one before. */
  readonly after?: number;
  /** Sets of their own beside the others. */
  readonly also?: readonly SetDone[];
}

/** One session of a move: the repetitions or seconds of each set. */
export type Entry = readonly [amounts: readonly number[], rest?: Rest];

/** The entries as performances from `START` on, two days apart unless they say otherwise. */
export function logOf(move: Move, entries: readonly Entry[]): Performance[] {
  let day: Day = START;
  return entries.map(([amounts, { kg, band, effort, variation, held = false, after = 2, also = [] } = {}], index) => {
    if (index > 0) day = addDays(day, after);
    const withWhat = { ...(kg !== undefined && { load: kg * 1000 }), ...(band !== undefined && { band }) };
    const sets = amounts.map((amount) => ({
      ...(move.dose.kind === 'time' ? { seconds: amount } : { reps: amount }),
      ...withWhat,
    }));
    return {
      move: move.id,
      day,
      sets: [...sets, ...also],
      ...(variation && { variation }),
      ...(effort && { effort }),
      held,
    };
  });
}

interface World extends Partial<Omit<TargetInput, 'move' | 'performances' | 'loads' | 'start'>> {
  readonly ladder?: Ladder;
  readonly bands?: readonly string[];
  readonly range?: Range;
  readonly variation?: Variation;
}

/** What this move asks for after these sessions. */
export function next(id: string, entries: readonly Entry[], world: World = {}): Target {
  const { ladder = BY_THE_KILO, bands = BANDS, range, variation, ...rest } = world;
  const move = moveOf(id);
  return targetFor({
    move,
    performances: logOf(move, entries),
    loads: loadsOf(ladder, bands),
    start: { range: range ?? move.progress, ...(variation && { variation }) },
    daysOff: 0,
    isLight: false,
    ...rest,
  });
}
