import { signal } from '@preact/signals';
import type { WireLine } from '../protocol.ts';

/** How many lines are kept on the page. */
const KEPT = 2_000;

/** What went over the wire, oldest first. */
export const wire = signal<readonly WireLine[]>([]);

let arrived: WireLine[] = [];

/** Takes in lines as they come, and shows them once a frame. */
export function tellWire(lines: readonly WireLine[]): void {
  if (arrived.length === 0) requestAnimationFrame(show);
  arrived.push(...lines);
}

function show(): void {
  const last = wire.value.at(-1)?.n ?? 0;
  const fresh = arrived.filter(({ n }) => n > last);
  arrived = [];
  if (fresh.length > 0) wire.value = [...wire.value, ...fresh].slice(-KEPT);
}
