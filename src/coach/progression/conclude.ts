import type { Effort } from '../member.ts';
import { type Step, stepDown, stepUp } from './steps.ts';
import type { Did, Target } from './target.ts';
import { aimBelow, firstBar, isSameUse, type Plan, planOf, type Reading, type Track, type Use } from './track.ts';

/** Where a member stands with a move after some performances. */
export interface Standing {
  /** What it was last done with. */
  readonly use: Use;
  /** What all sets have to reach with that for a step up. */
  readonly bar: number;
  /** Failed sessions in a row. */
  readonly failures: 0 | 1;
  /** The last session was at the bar with at least one to spare: once more, and it counts. */
  readonly isConfirming: boolean;
  /** Only known from held performances: the first other one says where the member really is. */
  readonly isGuess: boolean;
  /** What was concluded. */
  readonly next: Target;
  /** The same again, without a step. */
  readonly again: Plan;
}

/** Repetitions more to aim for within the range, by how many more there could have been. */
const MORE: Readonly<Record<Effort, number>> = { '0': 0, '1-2': 1, '3-4': 1, '5+': 2 };

/**
 * What follows from one performance that is not held.
 *
 * Sources: ACSM 2009 progression models (double progression, the second session over the top confirms); Hackett 2017
 * (repetitions in reserve are told well near failure, and underestimated by two or more far from it).
 */
export function conclude(
  track: Track,
  before: Standing | undefined,
  { reading, isAfterGap }: { reading: Reading; isAfterGap: boolean },
): Standing {
  const { use, lowest, effort } = reading;
  const known = before !== undefined && !before.isGuess && isSameUse(before.use, use) ? before : undefined;
  const bar = barToReach(track, known, { lowest, isAfterGap });
  const plain: Omit<Standing, 'next'> = {
    use,
    bar,
    failures: 0,
    isConfirming: false,
    isGuess: false,
    again: planOf(track, use, bar, track.climbs ? bar : lowest),
  };
  const did = didOf(track, reading, bar);
  const same = planOf(track, use, bar, bar);
  if (lowest < leastOf(track, bar)) return failed(track, plain, { did, isSecond: before?.failures === 1 });
  if (lowest < bar && track.climbs) return { ...plain, next: stay(same, { kind: 'again', did, wanted: bar }) };
  if (lowest < bar) {
    const aim = Math.min(bar, lowest + MORE[effort ?? '1-2'] * track.step);
    const why = effort === '0' ? ({ kind: 'nothing-left', did } as const) : ({ kind: 'within', did, aim } as const);
    return { ...plain, next: stay({ ...same, aim }, why) };
  }
  if (effort === undefined) return { ...plain, next: stay(same, { kind: 'effort-wanted', did }) };
  if (effort === '0') return { ...plain, next: stay(same, { kind: 'nothing-left', did }) };
  // One or two to spare is little for repetitions, and so is a single set: a second session has to say it too. What is
  // timed has no such count.
  const isClear = track.unit === 'seconds' || (effort !== '1-2' && reading.sets > 1);
  const isEnough = isClear || known?.isConfirming === true;
  if (!isEnough) return { ...plain, isConfirming: true, next: stay(same, { kind: 'confirm', did }) };
  return earned(track, plain, { did, lowest });
}

/**
 * What all sets had to reach. A climbing move begins where the member is the first time; and after so long a gap that
 * the aim was lowered for it, it goes on from what was done.
 */
function barToReach(
  track: Track,
  known: Standing | undefined,
  { lowest, isAfterGap }: { lowest: number; isAfterGap: boolean },
): number {
  if (!track.climbs) return known?.bar ?? firstBar(track);
  if (known === undefined) return aimBelow(track, lowest);
  return isAfterGap ? Math.min(known.bar, aimBelow(track, lowest)) : known.bar;
}

/** A set below this makes the session a failed one. */
function leastOf(track: Track, bar: number): number {
  if (!track.climbs) return track.normal[0];
  return track.unit === 'seconds' ? bar - track.step : bar;
}

function didOf({ unit }: Track, { sets, lowest, effort }: Reading, bar: number): Did {
  return { sets, unit, amount: Math.min(lowest, bar), ...(effort && { effort }) };
}

function stay(plan: Plan, why: Target['why']): Target {
  return { ...plan, why, isStep: false };
}

function failed(
  track: Track,
  plain: Omit<Standing, 'next'>,
  { did, isSecond }: { did: Did; isSecond: boolean },
): Standing {
  const step = isSecond ? stepDown(track, plain.use, plain.bar, 10) : undefined;
  if (step === undefined) {
    const same = planOf(track, plain.use, plain.bar);
    const next = stay(same, { kind: 'again', did, wanted: same.range[0] });
    return { ...plain, failures: isSecond ? 0 : 1, next };
  }
  const { change } = step;
  const next = stay(planAfter(track, step), { kind: 'down', did, change });
  return { ...plain, bar: change.what === 'amount' ? step.bar : plain.bar, next };
}

function earned(track: Track, plain: Omit<Standing, 'next'>, { did, lowest }: { did: Did; lowest: number }): Standing {
  const step = stepUp(track, plain.use, plain.bar);
  if (step === undefined) {
    const next = stay(planOf(track, plain.use, plain.bar, plain.bar), { kind: 'all-there-is', did });
    return { ...plain, isConfirming: true, next };
  }
  if ('raisedTo' in step) {
    const to = step.raisedTo;
    const again = planOf(track, plain.use, to, lowest);
    const aim = Math.min(to, again.aim + MORE[did.effort ?? '1-2'] * track.step);
    const next = stay({ ...again, aim }, { kind: 'top-raised', did, to });
    return { ...plain, bar: to, again, next };
  }
  const { change } = step;
  const next: Target = { ...planAfter(track, step), why: { kind: 'up', did, change }, isStep: true };
  if (change.what === 'amount') return { ...plain, bar: step.bar, next };
  // Who stays where they are has confirmed it already; behind a load that is never said nobody knows.
  return { ...plain, isConfirming: change.what !== 'heavier', next };
}

/** What a step asks for: the low end of what belongs to it. */
export function planAfter(track: Track, { use, bar, change }: Step): Plan {
  return {
    ...planOf(track, use, bar),
    ...(change.what === 'heavier' && { heavier: true as const }),
    ...(change.what === 'lighter' && { lighter: true as const }),
  };
}

/** What a held performance says where nothing else is known: what it was done with, and no more. */
export function guess(track: Track, use: Use): Standing {
  const bar = track.climbs ? track.normal[0] : firstBar(track);
  const again = planOf(track, use, bar);
  const next = stay(again, { kind: 'held' });
  return { use, bar, failures: 0, isConfirming: false, isGuess: true, again, next };
}

/**
 * A held performance after so long a gap that the load or the aim was lowered for it: nothing is concluded from it, but
 * what holds from now on is no more than what was done.
 */
export function goOnFrom(track: Track, before: Standing, { use: done, lowest }: Reading): Standing {
  const { load, band } = before.use;
  const use = {
    ...before.use,
    ...(load !== undefined && done.load !== undefined && { load: Math.min(load, done.load) }),
    ...(band !== undefined && done.band !== undefined && { band: lighterOf(track, band, done.band) }),
  };
  const isLighter = !isSameUse(before.use, use);
  const bar = track.climbs ? Math.min(before.bar, aimBelow(track, lowest)) : isLighter ? firstBar(track) : before.bar;
  const again = planOf(track, use, bar, isLighter ? undefined : before.again.aim);
  return { ...before, use, bar, isConfirming: false, again, next: stay(again, { kind: 'held' }) };
}

function lighterOf({ means }: Track, one: string, other: string): string {
  const weight = (band: string) => (means.kind === 'band' ? means.bands.indexOf(band) : -1);
  return weight(other) !== -1 && weight(other) < weight(one) ? other : one;
}
