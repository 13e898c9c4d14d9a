import type { BlockId, Content, Tip } from './content.ts';
import { type Day, dayNumber } from './day.ts';
import { exerciseOf, setsOf } from './dose.ts';
import { moveNamed } from './kit.ts';
import type { RestDay } from './plan.ts';

/**
 * What a rest day has to offer: a mobility idea that needs no kit and a thought about recovery, each in its turn by
 * the date, so that everybody who rests on a day reads the same.
 */
export function restDayFor(content: Content, day: Day, week: number, block: BlockId): RestDay {
  const move = moveNamed(content, inTurn(content.programme.restDay, day));
  const recovery = content.tips.filter((tip) => tip.topic === 'recovery');
  return {
    week,
    block,
    idea: exerciseOf({ move }, { sets: setsOf(move), share: 0, restSeconds: 0 }),
    tip: inTurn(recovery, day),
  };
}

/** The day's tip, in turn by the date. Thoughts about recovery are kept for rest days, so no day shows a tip twice. */
export function tipFor(content: Content, day: Day): Tip {
  return inTurn(
    content.tips.filter((tip) => tip.topic !== 'recovery'),
    day,
  );
}

function inTurn<T>(list: readonly T[], day: Day): T {
  const item = list.at(dayNumber(day) % list.length);
  if (item === undefined) throw new RangeError('nothing to take in turn');
  return item;
}
