import { computed, signal } from '@preact/signals';
import { faults, page } from '../store.ts';
import { wire } from '../wire-store.ts';

const brokenAt = signal<{ readonly worldId: string; readonly n: number } | undefined>(undefined);

/** Notes that something is broken by hand: what comes over the wire from here on is what the bot did about it. */
export function noteBreak(): void {
  const worldId = page.value?.worldId;
  if (worldId !== undefined) brokenAt.value = { worldId, n: wire.value.at(-1)?.n ?? 0 };
}

/** The number of the last line before that; undefined when nothing was broken. */
export const brokenSince = computed(() => {
  const { worldId, n } = brokenAt.value ?? {};
  // What another page broke, or this one before it was opened anew, counts from the first line.
  if (worldId !== page.value?.worldId || n === undefined) return faults.value.length === 0 ? undefined : 0;
  return n > (wire.value.at(-1)?.n ?? 0) ? 0 : n;
});
