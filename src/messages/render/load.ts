import type { Move } from '../../coach/content.ts';
import type { Grams, Units } from '../../coach/load.ts';
import { loadIn } from '../../coach/notation/load-notation.ts';
import type { SetDone } from '../../coach/performance.ts';
import type { Target } from '../../coach/progression/target.ts';
import type { Text } from '../en.ts';

/** `10 kg each` of dumbbells, `40 kg` of a machine. */
export function loadText(text: Text, units: Units, move: Pick<Move, 'kitAny'>, grams: Grams): string {
  const { amounts } = text;
  const load = amounts.load(loadIn(grams, units), units);
  return move.kitAny.includes('dumbbells') ? amounts.each(load) : load;
}

/** What a set was done with: a load or a band; undefined when neither was said. */
export function resistanceText(
  text: Text,
  units: Units,
  move: Pick<Move, 'kitAny'>,
  { load, band }: Pick<SetDone, 'load' | 'band'>,
): string | undefined {
  if (load !== undefined) return loadText(text, units, move, load);
  return band === undefined ? undefined : text.amounts.band(band);
}

/** The sets of a move in short: `3 × 12 at 10 kg each`, `12, 12 and 10`, `3 × 30 s`. */
export function setsText(text: Text, units: Units, move: Pick<Move, 'kitAny'>, sets: readonly SetDone[]): string {
  const groups: { amount: string; resistance: string | undefined; isBand: boolean; count: number }[] = [];
  for (const set of sets) {
    const amount = set.seconds === undefined ? String(set.reps ?? 0) : text.amounts.seconds(set.seconds);
    const resistance = resistanceText(text, units, move, set);
    const last = groups.at(-1);
    if (last?.amount === amount && last.resistance === resistance) last.count += 1;
    else groups.push({ amount, resistance, isBand: set.load === undefined, count: 1 });
  }
  const same = new Set(groups.map(({ resistance }) => resistance)).size === 1;
  const taken = (sets: string, resistance: string, isBand: boolean) =>
    isBand ? text.amounts.with(sets, resistance) : text.amounts.at(sets, resistance);
  const amounts = groups.map(({ amount, count, resistance, isBand }) => {
    const times = count === 1 ? amount : text.amounts.times(count, amount);
    return same || resistance === undefined ? times : taken(times, resistance, isBand);
  });
  const all = amounts.join(', ');
  const [first] = groups;
  return same && first?.resistance !== undefined ? taken(all, first.resistance, first.isBand) : all;
}

/** What a target asks to take: a known load or band, or a step from what it was; undefined where nothing is known. */
export function takesText(text: Text, units: Units, move: Pick<Move, 'kitAny'>, target: Target): string | undefined {
  if (target.heavier) return text.training.heavier;
  if (target.lighter) return text.training.lighter;
  return resistanceText(text, units, move, target);
}
