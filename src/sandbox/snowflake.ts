/** The first instant of 2015, from which Discord counts (docs: Reference, Snowflakes). */
const DISCORD_EPOCH = 1_420_070_400_000;

export type Snowflakes = (at?: number) => string;

/**
 * Makes ids as Discord does: milliseconds since 2015 in the upper 42 bits, so that an id tells when it was made.
 * The lower 22 bits count up, so ids made one after another are ascending even while a clock in hand stands still.
 *
 * @param making told the instant (whole ms) of each id before it is given out
 */
export function snowflakes(now: () => number, making: (at: number) => void = () => undefined): Snowflakes {
  let counter = 0;
  return (at = now()) => {
    making(Math.floor(at));
    counter = (counter + 1) % 0x40_00_00;
    return ((BigInt(Math.floor(at) - DISCORD_EPOCH) << 22n) | BigInt(counter)).toString();
  };
}

/** The instant (ms) at which an id was made. */
export function madeAt(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH;
}

/** Orders ids by age, oldest first; ids of equal length compare as text. */
export function olderFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

export function isSnowflake(text: string): boolean {
  return /^\d{15,20}$/.test(text);
}
