import type { StoryView } from '../../protocol.ts';

const WEEK = 7 * 86_400_000;
/** Real ms in which the story is told. */
const TAKES = 60_000;

/** How far a story is that was begun. */
export interface StoryProgress {
  readonly week: number;
  readonly weeks: number;
  /** 0 to 1 */
  readonly share: number;
}

/** Reckoned from the time, which the page is told far more often than the story. Undefined unless one is being told. */
export function progressOf(story: StoryView, now: number): StoryProgress | undefined {
  if (story.state !== 'playing' || now >= story.until) return undefined;
  const { from, until, weeks } = story;
  const week = Math.min(Math.max(Math.floor((now - from) / WEEK) + 1, 1), weeks);
  return { week, weeks, share: Math.max((now - from) / (until - from), 0) };
}

/** The speed at which a story goes on that was held: sandbox seconds in a real one. */
export function storySpeed(story: StoryView & { readonly state: 'playing' }): number {
  return Math.max((story.until - story.from) / TAKES, 1);
}

/** Whether a story was told to its end, as far as the page can tell. */
export const isOver = (story: StoryView, now: number): boolean =>
  story.state === 'over' || (story.state === 'playing' && now >= story.until);
