import { goTo } from '../actions.ts';
import { drawer, page, placeId, sidebarOpen } from '../store.ts';
import { openChannel } from './go.ts';
import { neighbour, roomOf } from './places.ts';

/** Keys that hold on the whole page, as in Discord: Alt and an arrow for the next channel, Escape to close. */
export function onShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
  if (event.key === 'Escape' && !isWriting(event.target)) close(event);
  const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
  if (!isArrow || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  step(event.key === 'ArrowDown' ? 1 : -1);
}

/** Escape means something else to whoever is writing. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

function close(event: KeyboardEvent): void {
  if (!sidebarOpen.value && drawer.value === 'none') return;
  event.preventDefault();
  if (sidebarOpen.value) sidebarOpen.value = false;
  else drawer.value = 'none';
}

function step(by: 1 | -1): void {
  if (page.value === undefined) return;
  const room = roomOf(page.value, placeId.value);
  const next = neighbour(room, placeId.value, by);
  if (next === undefined) return;
  if (room.kind === 'server') openChannel(room.server, next);
  else goTo(next);
}
