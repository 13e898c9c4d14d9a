import type { Grams } from '../coach/load.ts';
import type { Performance } from '../coach/performance.ts';
import type { Asked } from './asked.ts';

/** A tenth more at most, unless they had first come to so many repetitions: then what they have is too far apart. */
const MOST_UP = 1.1;
const RAISED_TO = 18;
/** Pounds are kept in whole grams. */
const ROUNDING = 2;

/** What of all that was asked of somebody breaks what is promised of loads, in a sentence each. */
export function wrongLoads(
  asked: readonly Asked[],
  hurts: readonly { readonly day: string; readonly move: string }[],
): string[] {
  const wrong: string[] = [];
  for (const one of asked) {
    const { move, day, target, before } = one;
    const from = lastLoad(before);
    if (from !== undefined && target.load !== undefined && target.load - ROUNDING > from * MOST_UP && !isCoarse(one))
      wrong.push(`${move.id} on ${day} went from ${from} g to ${target.load} g at once`);
    const last = before.at(-1);
    const hurt = last && hurts.find((other) => other.move === move.id && other.day === last.day);
    const then = hurt && asked.find((other) => other.day === hurt.day && other.move === move);
    if (then !== undefined && isHarder(one, then))
      wrong.push(`${move.id} went up on ${day}, after it had hurt on ${then.day}`);
  }
  return wrong;
}

/** The heaviest of the last session from which something was concluded, and of those that came after it. */
function lastLoad(before: readonly Performance[]): Grams | undefined {
  const from = Math.max(
    0,
    before.findLastIndex(({ held }) => !held),
  );
  const loads = before.slice(from).flatMap(({ sets }) => sets.flatMap(({ load }) => load ?? []));
  return loads.length === 0 ? undefined : Math.max(...loads);
}

function isCoarse({ target: { why } }: Asked): boolean {
  return why.kind === 'up' && why.did.amount >= RAISED_TO;
}

const BY_DIFFICULTY = ['easier', undefined, 'harder'];

function isHarder({ target: now }: Asked, { target: then, before }: Asked): boolean {
  const load = then.load ?? lastLoad(before);
  if (now.isStep) return true;
  if (now.load !== undefined && load !== undefined && now.load > load) return true;
  // More repetitions of an easier version are nothing harder.
  if (now.variation === then.variation) return now.range[1] > then.range[1];
  return BY_DIFFICULTY.indexOf(now.variation) > BY_DIFFICULTY.indexOf(then.variation);
}
