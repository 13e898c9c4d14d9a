import type { Act, ActReply, FaultAct, TimeAct } from '../protocol.ts';
import { ApiError, postAct, postBeginAgain, postFault, postStory, postTime } from './api.ts';
import { refresh } from './session.ts';
import { asId, clock, drawer, faults, notices, now, openForm, placeId, sidebarOpen, story } from './store.ts';

const SHOWN_FOR = 6_000;
let count = 0;

/** Says something in the corner, aloud for those who listen; it goes away by itself. */
export function notify(text: string, isError = false): void {
  count += 1;
  const id = count;
  notices.value = [...notices.value, { id, text, isError }];
  setTimeout(() => {
    notices.value = notices.value.filter((notice) => notice.id !== id);
  }, SHOWN_FOR);
}

/** Does something as who is played. A form that comes of it opens; what else comes of it is for the caller to show. */
export async function perform(act: Act): Promise<ActReply> {
  const who = asId.value;
  if (who === undefined) return { kind: 'cannot', reason: 'Nobody is played.' };
  try {
    const reply = await postAct(who, act);
    if (reply.kind === 'modal' && 'channelId' in act) openForm.value = { ...reply.modal, channelId: act.channelId };
    else if (reply.kind === 'modal') openForm.value = { ...reply.modal, channelId: placeId.value ?? '' };
    return reply;
  } catch (error) {
    return { kind: 'failed', reason: wordsOf(error) };
  }
}

const wordsOf = (error: unknown) => (error instanceof ApiError ? error.message : 'Something broke on this page.');

/** Does something that has no place of its own to fail in: a failure is said in the corner. */
async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    notify(wordsOf(error), true);
    return undefined;
  }
}

export async function moveTime(act: TimeAct): Promise<void> {
  const view = await attempt(postTime(act));
  if (view === undefined) return;
  clock.value = { ...view, toldAt: performance.now() };
  now.value = view.now;
}

export async function setFault(act: FaultAct): Promise<void> {
  const view = await attempt(postFault(act));
  if (view !== undefined) faults.value = view;
}

export async function tellStory(): Promise<void> {
  const view = await attempt(postStory());
  if (view === undefined) return;
  story.value = view;
  await attempt(refresh());
}

export async function beginAgain(): Promise<void> {
  if ((await attempt(postBeginAgain())) === undefined) return;
  drawer.value = 'none';
  openForm.value = undefined;
  asId.value = undefined;
  await attempt(refresh());
}

export async function play(who: string): Promise<void> {
  openForm.value = undefined;
  asId.value = who;
  await attempt(refresh());
}

export function goTo(channelId: string): void {
  placeId.value = channelId;
  sidebarOpen.value = false;
}
