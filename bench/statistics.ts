/** A figure of `n` measurements. Spread: the 10th to the 90th percentile; of fewer than ten, the least and the most. */
export interface Summary {
  readonly n: number;
  readonly median: number;
  readonly spread: readonly [number, number];
}

/** The value that a share `p` (0 to 1) of the values does not exceed: the nearest rank. NaN of none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(Math.ceil(p * sorted.length) - 1, 0)] ?? Number.NaN;
}

/** The middle one, or the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** @param n how many measurements stand behind the values, when each value is one of many already */
export function summary(values: readonly number[], n = values.length): Summary {
  const ends: [number, number] = values.length < 10 ? [0, 1] : [0.1, 0.9];
  return { n, median: median(values), spread: [percentile(values, ends[0]), percentile(values, ends[1])] };
}

/** Round by round, so that what slowed the machine down in one round slowed both. */
export function ratios(values: readonly number[], base: readonly number[]): Summary {
  const pairs = values.slice(0, base.length).map((value, round) => value / (base[round] ?? Number.NaN));
  return summary(pairs);
}
