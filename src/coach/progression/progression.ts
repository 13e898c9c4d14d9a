import { daysBetween } from '../day.ts';
import { conclude, goOnFrom, guess, planAfter, type Standing } from './conclude.ts';
import { type Layoff, LONG_ABSENCE, layoffOf } from './layoff.ts';
import { loadStep, takeOff } from './steps.ts';
import type { Change, Target, TargetInput } from './target.ts';
import { firstBar, type Plan, readingOf, type Track, trackOf } from './track.ts';

export type { Change, Did, Target, TargetInput, Unit, Why } from './target.ts';

/**
 * What a move asks for next, and why: a fold over everything that was done of it.
 *
 * An absence comes before all else, then a light day, then a last session that says nothing; otherwise what was
 * concluded from the last session holds. Nothing is remembered but performances: after an absence the fold goes on from
 * what was then done.
 *
 * Sources: ACSM, Progression models in resistance training for healthy adults (2009): double progression and 2–10% a
 * step; Hackett et al. (2017): repetitions in reserve as a measure of effort.
 * @throws RangeError for a circuit, which progresses by the plan's rounds.
 */
export function targetFor(input: TargetInput): Target {
  const track = trackOf(input);
  const standing = standingAfter(track, input);
  if (standing === undefined) return first(input);
  const layoff = layoffOf(input.daysOff);
  // A few days off ask for nothing that a light day does not.
  const isSame = layoff?.percent === 0 && input.isLight;
  if (layoff !== undefined && !isSame) return afterLayoff(track, standing, input, layoff);
  const rest = withoutStep(standing);
  if (input.isLight) return { ...rest, aim: rest.range[0], why: { kind: 'light' }, isStep: false };
  if (input.performances.at(-1)?.held) return { ...rest, why: { kind: 'held' }, isStep: false };
  return standing.next;
}

function first({ start: { range, variation } }: TargetInput): Target {
  return { range, aim: range[0], ...(variation && { variation }), why: { kind: 'first' }, isStep: false };
}

function standingAfter(track: Track, { performances }: TargetInput): Standing | undefined {
  let standing: Standing | undefined;
  for (const [index, performance] of performances.entries()) {
    const reading = readingOf(track, performance, standing?.use);
    if (reading === undefined) continue;
    const before = performances[index - 1];
    const isAfterGap = before !== undefined && daysBetween(before.day, performance.day) > LONG_ABSENCE;
    if (!performance.held) standing = conclude(track, standing, { reading, isAfterGap });
    else if (standing === undefined || standing.isGuess) standing = guess(track, reading.use);
    else if (isAfterGap) standing = goOnFrom(track, standing, reading);
  }
  return standing;
}

/** What holds when nothing may go up: a step down that is due, otherwise the same again. */
function withoutStep({ next, again }: Standing): Plan {
  if (next.why.kind !== 'down') return again;
  const { why: _why, isStep: _isStep, ...plan } = next;
  return plan;
}

/**
 * Back after so many days: the same once more, or so much lighter, at the low end. When the block begins again, the
 * load is at most what it began with.
 */
function afterLayoff(
  track: Track,
  standing: Standing,
  { daysOff, blockBeganOn, performances }: TargetInput,
  { percent, restarts }: Layoff,
): Target {
  const rest = withoutStep(standing);
  const low: Plan = { ...rest, aim: rest.range[0] };
  if (percent === 0) return { ...rest, why: { kind: 'back', days: daysOff, percent }, isStep: false };
  const lastBar = track.climbs ? standing.again.range[0] : firstBar(track);
  let step = takeOff(track, standing.use, lastBar, percent);
  const begun =
    restarts && blockBeganOn !== undefined
      ? performances.find(({ day, sets }) => day >= blockBeganOn && sets.some(({ load }) => load !== undefined))
      : undefined;
  const beganWith = begun && readingOf(track, begun)?.use.load;
  const { load } = step?.use ?? standing.use;
  if (beganWith !== undefined && load !== undefined && beganWith < load)
    step = loadStep(track, standing.use, beganWith);
  const change: Change | undefined = step?.change;
  return {
    ...(step ? planAfter(track, step) : low),
    why: { kind: 'back', days: daysOff, percent, ...(change && { change }) },
    isStep: false,
  };
}
