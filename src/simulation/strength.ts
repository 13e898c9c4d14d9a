import type { Move, Variation } from '../coach/content.ts';
import type { Grams } from '../coach/load.ts';
import type { Effort } from '../coach/member.ts';
import type { Random } from './random.ts';

/**
 * A body, simply: for each move a most that it can do once, which grows with sessions and falls with time off. What it
 * can do with less follows Epley's formula (most = load × (1 + repetitions / 30)); a move without a load weighs 1, and
 * its easier and harder versions less and more.
 */
export interface Body {
  /** 1 is an ordinary adult who has not trained this before. */
  readonly power: number;
  /** A stream of its own, for the ups and downs of days. */
  readonly random: Random;
  readonly shapes: Map<string, Shape>;
}

/** What training a move has brought: the share that the most has grown by, and when it was last trained. */
export interface Shape {
  readonly gain: number;
  readonly on: string;
}

/** What a set is done with. */
export interface Use {
  readonly load?: Grams;
  /** 0 is the lightest colour. */
  readonly band?: number;
  readonly variation?: Variation;
}

/** The most with a load, in kilograms for one repetition. */
const LIFTS: Readonly<Record<string, number>> = { row: 19, 'reverse-fly': 8.5, 'lat-pulldown': 55 };
/** The lightest band, and how much heavier each next colour is. */
const BAND = { lightest: 4, ratio: 1.35 };
const BAND_LIFTS: Readonly<Record<string, number>> = { 'band-row': 10, 'band-pulldown': 9, 'band-pull-apart': 7 };
/** Repetitions of the move as written, without a load. */
const REPS: Readonly<Record<string, number>> = {
  squat: 24,
  'push-up': 11,
  'glute-bridge': 22,
  'bird-dog': 15,
  superman: 17,
  'shoulder-taps': 20,
  'wall-shoulder-taps': 30,
  'wall-push-up': 24,
  'sit-to-stand': 18,
  'hip-hinge': 22,
  'standing-bird-dog': 16,
};
/** Seconds of what is timed, as written. */
const SECONDS: Readonly<Record<string, number>> = {
  'swimming-kicks': 32,
  'standing-back-kick': 45,
  'jump-rope': 75,
  'high-knees': 60,
  'low-impact-march': 240,
  'brisk-walk': 3600,
};
const WEIGHT: Readonly<Record<Variation, number>> = { easier: 0.85, harder: 1.12 };

/** A session of a move brings so much of what is left up to the ceiling. */
const GROWTH = 0.04;
const CEILING = 0.35;
/** Nothing is lost in the first days off; then half a percent a day, fifteen percent at most. */
const KEPT_DAYS = 7;
const LOST_A_DAY = 0.005;
const MOST_LOST = 0.15;
/** Each set takes so much off the next of the same move. */
const TIRING = 0.02;
/** What is timed grows and tires faster than what is lifted. */
const TIMED = 2.5;
/** Of a move that is not among those above, so many times the end of its progress. */
const ROOM = 1.2;
const EPLEY = 30;

const DAY = 86_400_000;

export function afterSession(shape: Shape | undefined, on: string): Shape {
  const gain = gainOn(shape, on);
  return { gain: gain + GROWTH * (CEILING - gain), on };
}

export function gainOn(shape: Shape | undefined, on: string): number {
  if (shape === undefined) return 0;
  const daysOff = (Date.parse(on) - Date.parse(shape.on)) / DAY - 1;
  return shape.gain - Math.min(MOST_LOST, Math.max(0, daysOff - KEPT_DAYS) * LOST_A_DAY);
}

/** How a body is on a day, with a move: times what an ordinary adult can do in the beginning. */
export interface Form {
  readonly lifting: number;
  /** With one's own weight: who is stronger has more of it to move. */
  readonly own: number;
}

/** What training has brought, and the day: two percent up or down. */
export function formOn({ power, random, shapes }: Body, move: string, on: string): Form {
  const day = (1 + gainOn(shapes.get(move), on)) * (0.98 + 0.04 * random.next());
  return { lifting: power * day, own: Math.sqrt(power) * day };
}

/** Repetitions, or seconds, of a set that comes after so many others: to the last one that would still be well done. */
export function mostOf(move: Move, { lifting, own }: Form, use: Use, setsBefore: number): number {
  const weight = use.variation === undefined ? 1 : WEIGHT[use.variation];
  if (move.dose.kind === 'time') {
    const asWritten = SECONDS[move.id] ?? move.progress[1] * ROOM;
    return Math.floor((asWritten * own ** TIMED * (1 - TIMED * TIRING * setsBefore)) / weight);
  }
  const tired = 1 - TIRING * setsBefore;
  const resisted = resistanceOf(use);
  const most =
    resisted === undefined
      ? (1 + (REPS[move.id] ?? move.progress[1] * ROOM) / EPLEY) * own * tired
      : ((LIFTS[move.id] ?? BAND_LIFTS[move.id] ?? BAND.lightest * 2) * lifting * tired) / resisted;
  return Math.max(0, Math.floor(EPLEY * (most / weight - 1)));
}

/** In kilograms; undefined where there is nothing but the body. */
function resistanceOf({ load, band }: Use): number | undefined {
  if (load !== undefined) return load / 1000;
  return band === undefined ? undefined : BAND.lightest * BAND.ratio ** band;
}

/** What somebody says of a session whose sets left so much in them: what most of them did. */
export function effortOf(spares: readonly number[]): Effort | undefined {
  const middle = [...spares].sort((a, b) => a - b)[Math.floor(spares.length / 2)];
  if (middle === undefined) return undefined;
  if (middle <= 0) return '0';
  return middle <= 2 ? '1-2' : middle <= 4 ? '3-4' : '5+';
}
