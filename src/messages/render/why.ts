import type { Move } from '../../coach/content.ts';
import type { Units } from '../../coach/load.ts';
import type { Change, Did, Why } from '../../coach/progression/target.ts';
import type { Text } from '../en.ts';
import { loadText } from './load.ts';

/** Why a move asks for what it asks for, in one sentence; undefined the first time, when there is nothing to say. */
export function whyText(text: Text, units: Units, move: Pick<Move, 'kitAny'>, why: Why): string | undefined {
  const { why: t } = text;
  const changed = (change: Change) => changeText(text, units, move, change);
  switch (why.kind) {
    case 'first':
      return undefined;
    case 'up':
      return t.up(didText(text, why.did, isTwice(why.did)), changed(why.change));
    case 'top-raised':
      return t.topRaised(didText(text, why.did, isTwice(why.did)), why.to);
    case 'all-there-is':
      return t.allThereIs(didText(text, why.did));
    case 'confirm':
      return t.confirm(didText(text, why.did));
    case 'effort-wanted':
      return t.effortWanted(didText(text, why.did));
    case 'nothing-left':
      return t.nothingLeft(everyText(text, why.did));
    case 'within':
      return t.within(everyText(text, why.did), t.amount(why.aim, why.did.unit));
    case 'again':
      return t.again(lowestText(text, why.did), t.amount(why.wanted, why.did.unit));
    case 'down':
      return t.down(lowestText(text, why.did), changed(why.change));
    case 'held':
    case 'light':
      return t[why.kind];
    case 'back':
      return why.change === undefined ? t.backSame(why.days) : t.back(why.days, changed(why.change));
  }
}

function didText(text: Text, { sets, amount, unit, effort }: Did, again = false): string {
  return text.why.did(sets, amount, unit, effort, again);
}

function everyText(text: Text, { amount, unit }: Did): string {
  return text.why.every(amount, unit);
}

function lowestText(text: Text, { amount, unit }: Did): string {
  return text.why.lowest(amount, unit);
}

/** One or two to spare, and a single set, count when it was so for the second time. */
function isTwice({ effort, unit, sets }: Did): boolean {
  return unit === 'reps' && (effort === '1-2' || sets === 1);
}

function changeText(text: Text, units: Units, move: Pick<Move, 'kitAny'>, change: Change): string {
  const { why: t } = text;
  switch (change.what) {
    case 'load':
      return t.change(loadText(text, units, move, change.from), loadText(text, units, move, change.to));
    case 'band':
      return t.change(text.amounts.band(change.from), text.amounts.band(change.to));
    case 'variation':
      return change.to === undefined ? t.asWritten : t.variations[change.to];
    case 'amount':
      return t.change(t.amount(change.from, change.unit), t.amount(change.to, change.unit));
    case 'heavier':
    case 'lighter':
      return t[change.what];
  }
}
