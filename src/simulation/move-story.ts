import type { Range, Variation } from '../coach/content.ts';
import type { Grams, Units } from '../coach/load.ts';
import type { Target, Unit, Why } from '../coach/progression/target.ts';
import type { TrainingHistory } from '../coach/training/personal.ts';
import type { Asked } from './asked.ts';

/** What was asked of somebody with a move, at one time. */
export interface Ask {
  readonly range: Range;
  readonly aim: number;
  readonly load?: Grams;
  readonly band?: string;
  readonly variation?: Variation;
}

/** A move over the weeks of a member: where it began and where it came to. */
export interface MoveStory {
  readonly move: string;
  readonly unit: Unit;
  readonly units: Units;
  /** Sessions in which they told its sets. */
  readonly times: number;
  /** The first ask, with what they then took for it. */
  readonly first: Ask;
  readonly last: Ask;
  readonly ups: number;
  readonly downs: number;
  /** Why the last ask is what it is. */
  readonly reason: Why;
}

/** Each move of which they told some sets, in the order in which the plan first had it. */
export function storiesOf(asked: readonly Asked[], { performances, loads }: TrainingHistory): MoveStory[] {
  const moves = [...new Set(asked.map(({ move }) => move))];
  return moves.flatMap((move): MoveStory[] => {
    const asks = asked.filter((one) => one.move === move);
    const done = performances.filter((past) => past.move === move.id);
    const [first, last] = [asks[0], asks.at(-1)];
    if (first === undefined || last === undefined || done.length === 0) return [];
    const { load, band } = done[0]?.sets[0] ?? {};
    const steps = asks.filter((one, index) => isNews(one, asks[index - 1]));
    return [
      {
        move: move.id,
        unit: move.dose.kind === 'time' ? 'seconds' : 'reps',
        units: loads.units,
        times: done.length,
        first: { ...(load !== undefined && { load }), ...(band !== undefined && { band }), ...askOf(first.target) },
        last: askOf(last.target),
        ups: steps.filter(({ target }) => target.isStep).length,
        downs: steps.filter(({ target: { why } }) => isDown(why)).length,
        reason: last.target.why,
      },
    ];
  });
}

/** Not the same once more because nothing was done in between. */
function isNews({ before, target }: Asked, earlier: Asked | undefined): boolean {
  return before.length !== earlier?.before.length || target.why.kind !== earlier.target.why.kind;
}

function isDown(why: Why): boolean {
  return why.kind === 'down' || (why.kind === 'back' && why.change !== undefined);
}

function askOf({ range, aim, load, band, variation }: Target): Ask {
  return {
    ...{ range, aim },
    ...(load !== undefined && { load }),
    ...(band !== undefined && { band }),
    ...(variation && { variation }),
  };
}
