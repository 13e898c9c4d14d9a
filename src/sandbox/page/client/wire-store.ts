import { computed, effect, signal } from '@preact/signals';
import type { WireLine } from '../protocol.ts';
import { fetchWire } from './api.ts';
import { following, KEPT } from './drawers/wire-lines.ts';
import { isLost, page } from './store.ts';

/** What went over the wire, oldest first; empty until {@link watchWire}. */
export const wire = signal<readonly WireLine[]>([]);

/** Nobody looks at most pages' wire: lines are kept from when somebody first does. */
const isWatched = signal(false);
const worldId = computed(() => page.value?.worldId);

let arrived: WireLine[] = [];
let asked = 0;
let isFetching = false;

/** Fetches what went over the wire so far, and follows it from then on. */
export function watchWire(): void {
  isWatched.value = true;
}

/** Takes in lines as they come, and shows them once a frame. */
export function tellWire(lines: readonly WireLine[]): void {
  if (!isWatched.value) return;
  if (arrived.length === 0) requestAnimationFrame(show);
  arrived.push(...lines);
}

function show(): void {
  if (isFetching) return;
  const fresh = arrived;
  arrived = [];
  const lines = following(wire.value, fresh);
  if (lines === undefined) void fetchAll();
  else if (fresh.length > 0) wire.value = lines;
}

async function fetchAll(): Promise<void> {
  asked += 1;
  const mine = asked;
  isFetching = true;
  try {
    const lines = await fetchWire(0);
    if (mine !== asked) return;
    const last = lines.at(-1)?.n ?? 0;
    const since = arrived.filter(({ n }) => n > last);
    arrived = [];
    wire.value = [...lines, ...since].slice(-KEPT);
  } catch {
    // The next line that comes does not follow on what is known, and asks again.
    if (mine === asked) arrived = [];
  } finally {
    if (mine === asked) isFetching = false;
  }
}

// Another world has another wire, and what passed while the connection was lost was not told.
effect(() => {
  if (!isWatched.value || isLost.value || worldId.value === undefined) return;
  void fetchAll();
});
