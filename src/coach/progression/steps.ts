import type { Variation } from '../content.ts';
import { isCoarse, lighterBand, lighterLoad, nextBand, nextLoad } from './ladder.ts';
import type { Change } from './target.ts';
import { aimBelow, firstBar, type Track, type Use } from './track.ts';

/** Where the range goes before a step that is over 10%, or without a load or a colour to go to. */
const RAISED_TOP = 18;

/** One step: what is used from now on, the bar to reach there, and what that changes. */
export interface Step {
  readonly use: Use;
  readonly bar: number;
  readonly change: Change;
}

/**
 * The one step that a session with reserve earns: the aim of a climbing move, then the load or the colour, then the
 * variation. Instead of a step over 10%, and where there is no heavier load, the top is raised once. Undefined where nothing is left.
 *
 * Source: ACSM, Progression models in resistance training for healthy adults (2009): 2–10% once the load allows one to
 * two repetitions over the desired number.
 */
export function stepUp(track: Track, use: Use, bar: number): Step | { readonly raisedTo: number } | undefined {
  const canRaise = !track.climbs && bar < RAISED_TOP;
  if (track.climbs && bar < track.progress[1]) {
    return amountStep(track, use, bar, Math.min(bar + track.step, track.progress[1]));
  }
  if (track.means.kind === 'load') {
    if (use.load === undefined) return { use, bar: firstBar(track), change: { what: 'heavier' } };
    const to = nextLoad(track.means.ladder, use.load);
    if (canRaise && (to === undefined || isCoarse(use.load, to))) return { raisedTo: RAISED_TOP };
    if (to !== undefined) return loadStep(track, use, to);
  }
  if (track.means.kind === 'band') {
    if (use.band === undefined) return { use, bar: firstBar(track), change: { what: 'heavier' } };
    const to = nextBand(track.means.bands, use.band);
    if (to) return bandStep(track, use, to);
    if (canRaise) return { raisedTo: RAISED_TOP };
  }
  return variationStep(track, use, 1) ?? lastRaise(track, bar);
}

/** A move without load that has no harder version left: half as many repetitions again, where that is not too many. */
function lastRaise({ means, climbs, normal }: Track, bar: number): { readonly raisedTo: number } | undefined {
  const to = Math.min(RAISED_TOP, Math.round(normal[1] * 1.5));
  return means.kind === 'body' && !climbs && bar < to ? { raisedTo: to } : undefined;
}

/** What two failed sessions in a row take off: load, colour or aim, and without those the variation. */
export function stepDown(track: Track, use: Use, bar: number, percent: number): Step | undefined {
  return takeOff(track, use, bar, percent) ?? variationStep(track, use, -1);
}

/** So much less load (a colour where it has no figure), or else aim where the move climbs; undefined at the lightest. */
export function takeOff(track: Track, use: Use, bar: number, percent: number): Step | undefined {
  if (track.means.kind === 'load') {
    if (use.load === undefined) return { use, bar: firstBar(track), change: { what: 'lighter' } };
    const to = lighterLoad(track.means.ladder, use.load, percent);
    if (to < use.load) return loadStep(track, use, to);
  }
  if (track.means.kind === 'band') {
    if (use.band === undefined) return { use, bar: firstBar(track), change: { what: 'lighter' } };
    const to = lighterBand(track.means.bands, use.band);
    if (to) return bandStep(track, use, to);
  }
  const to = aimBelow(track, (bar * (100 - percent)) / 100);
  return track.climbs && to < bar ? amountStep(track, use, bar, to) : undefined;
}

export function loadStep(track: Track, use: Use, to: number): Step {
  return { use: { ...use, load: to }, bar: firstBar(track), change: { what: 'load', from: use.load ?? to, to } };
}

function bandStep(track: Track, use: Use, to: string): Step {
  return { use: { ...use, band: to }, bar: firstBar(track), change: { what: 'band', from: use.band ?? to, to } };
}

function amountStep({ unit }: Track, use: Use, from: number, to: number): Step {
  return { use, bar: to, change: { what: 'amount', unit, from, to } };
}

const BY_DIFFICULTY: readonly (Variation | undefined)[] = ['easier', undefined, 'harder'];

function variationStep(track: Track, use: Use, by: 1 | -1): Step | undefined {
  const index = BY_DIFFICULTY.indexOf(use.variation) + by;
  if (index < 0 || index >= BY_DIFFICULTY.length) return undefined;
  const to = BY_DIFFICULTY[index];
  return {
    use: { ...use, variation: to },
    bar: firstBar(track),
    change: { what: 'variation', ...(use.variation && { from: use.variation }), ...(to && { to }) },
  };
}
