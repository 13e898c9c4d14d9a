import type { Variation } from '../../coach/content.ts';
import type { Effort } from '../../coach/member.ts';
import type { Unit } from '../../coach/progression/target.ts';
import { count, duration } from './words.ts';

const spare: Readonly<Record<Effort, string>> = {
  '0': 'with nothing to spare',
  '1-2': 'with one or two to spare',
  '3-4': 'with three or four to spare',
  '5+': 'with five or more to spare',
};

const amountOf = (amount: number, unit: Unit) => (unit === 'reps' ? `${amount}` : duration([amount, amount]));

function howMany(sets: number): string {
  if (sets === 1) return 'One set';
  if (sets === 2) return 'Both sets';
  return `All ${['three', 'four', 'five', 'six'][sets - 3] ?? sets} sets`;
}

/** Why a move asks for what it asks for: one sentence each. */
export const why = {
  /** `All three sets of 15 with three or four to spare`. */
  did: (sets: number, amount: number, unit: Unit, effort: Effort | undefined, again: boolean) => {
    const done = `${howMany(sets)} of ${amountOf(amount, unit)}`;
    return [done, effort && unit === 'reps' ? spare[effort] : undefined, again ? '(twice now)' : undefined]
      .filter(Boolean)
      .join(' ');
  },
  /** `At least 12 in every set`. */
  every: (amount: number, unit: Unit) => `At least ${amountOf(amount, unit)} in every set`,
  lowest: (amount: number, unit: Unit) => `Your lowest set was ${amountOf(amount, unit)}`,
  up: (did: string, change: string) => `${did}: ${change}.`,
  topRaised: (did: string, to: number) =>
    `${did}: first up to ${to} repetitions with this one, before anything harder.`,
  allThereIs: (did: string) => `${did}. That is all there is to this move: keep it, slowly and well.`,
  confirm: (did: string) => `${did}: once more like that, then it goes up.`,
  effortWanted: (did: string) => `${did}. Tell me how hard it was, and it can go up.`,
  nothingLeft: (did: string) => `${did}: the same again until there is a little to spare.`,
  within: (did: string, aim: string) => `${did}: aim for ${aim} now.`,
  again: (did: string, wanted: string) => `${did}, short of ${wanted}: the same again.`,
  down: (did: string, change: string) => `${did}, twice in a row: ${change}, to build up again.`,
  held: 'Last time was light, cut short or set aside, so it is the same as before.',
  light: 'Light on purpose: nothing goes up, and you stop early.',
  back: (days: number, change: string) => `Back after ${days} days: ${change}.`,
  backSame: (days: number) => `Back after ${days} days: the same as last time.`,
  change: (from: string, to: string) => `${from} → ${to}`,
  variations: { easier: 'the easier version', harder: 'the harder version' } satisfies Record<Variation, string>,
  asWritten: 'the move as written',
  heavier: 'one step heavier',
  lighter: 'a step lighter',
  amount: (amount: number, unit: Unit) => (unit === 'reps' ? count(amount, 'repetition') : duration([amount, amount])),
};
