import type { Performance, SetDone } from '../coach/performance.ts';
import type { SaidSet } from './person.ts';

/** What of somebody's sets, by their own account, is not what the coach has; undefined when all is the same. */
export function differenceOf(said: readonly SaidSet[], kept: readonly SaidSet[]): string | undefined {
  const [theirs, its] = [inWords(said), inWords(kept)];
  return theirs === its ? undefined : `they did ${theirs || 'nothing'}; the coach has ${its || 'nothing'}`;
}

export function setsOf(performances: readonly Pick<Performance, 'move' | 'sets'>[]): SaidSet[] {
  return performances.flatMap(({ move, sets }) => sets.map((set) => ({ move, set })));
}

/** Move by move, and each move's sets in the order in which they were done. */
function inWords(sets: readonly SaidSet[]): string {
  const moves = [...new Set(sets.map(({ move }) => move))].sort();
  const of = (move: string) => sets.filter((said) => said.move === move).map(({ set }) => setInWords(set));
  return moves.map((move) => `${move} ${of(move).join(' ')}`).join('; ');
}

/** `12@10000g`, `30s`, `15@red`. */
export function setInWords({ reps, seconds, load, band }: SetDone): string {
  const amount = seconds === undefined ? `${reps}` : `${seconds}s`;
  if (load !== undefined) return `${amount}@${load}g`;
  return band === undefined ? amount : `${amount}@${band}`;
}
