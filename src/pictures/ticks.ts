const MOST_STEPS = 4;

/**
 * For numbers from 0 up: round ones, ascending, that take in everything from `low` to `high`: steps of 1, 2, 2.5 or 5 by tens, at most five
 * of them. Two at least, so that a scale has a height.
 */
export function ticksOf(low: number, high: number): number[] {
  const [from, to] = low === high ? [Math.max(0, low - 1), high + 1] : [low, high];
  const least = 10 ** Math.floor(Math.log10((to - from) / MOST_STEPS));
  for (const factor of [1, 2, 2.5, 5, 10, 20]) {
    const step = least * factor;
    const first = Math.floor(clean(from / step));
    const last = Math.ceil(clean(to / step));
    // Names and repetitions come whole.
    if (last - first > MOST_STEPS || (step < 1 && isWhole(low) && isWhole(high))) continue;
    return Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
  }
  return [from, to];
}

const isWhole = Number.isInteger;

/** Without what floating point leaves behind. */
function clean(number: number): number {
  return Number(number.toPrecision(12));
}
