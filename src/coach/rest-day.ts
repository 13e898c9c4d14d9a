import type { BlockId, Content, Tip } from './content.ts';
import { type Day, dayNumber } from './day.ts';
import { exerciseOf, setsOf } from './dose.ts';
import { moveNamed } from './kit.ts';
import type { RestDay } from './plan.ts';

/**
 * What a rest day has to offer: a mobility idea that needs no kit and a thought about recovery, each in its turn by
 * the date, so that everybody who rests on a day reads the same.
 */
export function restDayFor(
  content: Content,
  day: Day,
  week: number,
  block: BlockId,
  reader: TipReader = EVERYBODY,
): RestDay {
  const move = moveNamed(content, inTurn(content.programme.restDay, day));
  const recovery = content.tips.filter((tip) => tip.topic === 'recovery');
  return {
    week,
    block,
    idea: exerciseOf({ move }, { sets: setsOf(move), share: 0, restSeconds: 0 }),
    tip: inTurn(tipsFor(recovery, reader), day),
  };
}

/**
 * The day's tip, in turn by the date. Thoughts about recovery are kept for rest days, so no day shows a tip twice. Who
 * hides what is about bodies has the day's tip as everybody has it, or on such a day the next one.
 */
export function tipFor(content: Content, day: Day, reader: TipReader = EVERYBODY): Tip {
  const tips = content.tips.filter((tip) => tip.topic !== 'recovery');
  const theirs = tipsFor(tips, reader);
  const after = [...tips, ...tips].slice(tips.indexOf(inTurn(tips, day)));
  return after.find((tip) => theirs.includes(tip)) ?? inTurn(theirs, day);
}

/** Whoever reads a tip, and whether tips about how bodies look are kept from them. */
export interface TipReader {
  readonly hideBody?: boolean;
}

/** The daily post is read by all. */
const EVERYBODY: TipReader = {};

/** The tips that are shown to somebody, in the same order. */
export function tipsFor(tips: readonly Tip[], { hideBody = false }: TipReader): readonly Tip[] {
  return hideBody ? tips.filter((tip) => tip.body !== true) : tips;
}

function inTurn<T>(list: readonly T[], day: Day): T {
  const item = list.at(dayNumber(day) % list.length);
  if (item === undefined) throw new RangeError('nothing to take in turn');
  return item;
}
