import { type Signal, signal } from '@preact/signals';
import { type Draft, EMPTY } from './draft.ts';

/** What went wrong with something that was sent; said near the box until it is dismissed. */
export interface Trouble {
  readonly id: number;
  /** `/checkin workout`, or the beginning of a message. */
  readonly about: string;
  readonly reason: string;
}

/** The message box of one person in one channel: it is as they left it when they come back. */
export interface Box {
  readonly draft: Signal<Draft>;
  readonly troubles: Signal<readonly Trouble[]>;
  /** How many acts have no answer yet. */
  readonly pending: Signal<number>;
}

const boxes = new Map<string, Box>();
let count = 0;
/** At once; older ones have been read or never will be. */
const TROUBLES = 3;

export function boxOf(worldId: string, who: string, channelId: string): Box {
  const key = `${worldId}/${who}/${channelId}`;
  const known = boxes.get(key);
  if (known !== undefined) return known;
  const box: Box = { draft: signal<Draft>(EMPTY), troubles: signal([]), pending: signal(0) };
  boxes.set(key, box);
  return box;
}

export function addTrouble({ troubles }: Box, about: string, reason: string): void {
  count += 1;
  troubles.value = [...troubles.value, { id: count, about, reason }].slice(-TROUBLES);
}

export function dismissTrouble({ troubles }: Box, id: number): void {
  troubles.value = troubles.value.filter((trouble) => trouble.id !== id);
}
