import { signal } from '@preact/signals';
import type { TimeAct } from '../../protocol.ts';
import { moveTime } from '../actions.ts';
import { me, now, page, place } from '../store.ts';
import { clockFaces } from '../wall-clock.ts';

/** Whether time is on its way to somewhere; another jump waits until it is there. */
export const isJumping = signal(false);
/** Where the last jump has led to, in a sentence to be read aloud. */
export const arrivedAt = signal('');

export async function jump(act: TimeAct): Promise<void> {
  if (isJumping.value) return;
  isJumping.value = true;
  try {
    await moveTime(act);
  } finally {
    isJumping.value = false;
  }
  arrivedAt.value = whereTimeIs();
}

function whereTimeIs(): string {
  const person = me.value;
  if (person === undefined) return '';
  const [face] = clockFaces(now.value, place.value?.server ?? page.value?.servers[0], person);
  return face === undefined ? '' : `It is ${face.day}, ${face.time} for ${face.whose}.`;
}
