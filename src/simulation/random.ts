/** Chance that can be played again: the same seed gives the same throws. */
export interface Random {
  /** 0 included, 1 not. */
  next(): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  /** @throws RangeError when there is nothing to pick from */
  pick<T>(from: readonly T[]): T;
}

/** A stream of its own for every seed: somebody who joins changes nobody else's throws. */
export function randomFrom(...seed: readonly (string | number)[]): Random {
  let state = hashed(seed.join('/'));
  // mulberry32 (Tommy Ettinger, public domain): 32 bits of state, each value once in a period.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    chance: (p) => next() < p,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick(from) {
      if (from.length === 0) throw new RangeError('there is nothing to pick from');
      return from[Math.floor(next() * from.length)] as (typeof from)[number];
    },
  };
}

/** FNV-1a: one character more or less gives another stream. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
