import { addDays, type Day, daysBetween } from './day.ts';

/** How the daily post and milestones sound. `brief` leaves out the tip and the idea for a rest day. */
export const TONES = ['warm', 'brief'] as const;
export type Tone = (typeof TONES)[number];

/** Days from `from` to `to`, both included. */
interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Days that count for nobody: how far back they may begin, how many at once, and how far ahead they may end. */
export const FREEZE_DAYS = { back: 3, atOnce: 31, ahead: 366 } as const;

/** Why days cannot be made to count for nobody; undefined when they can. `today` is the server's. */
export function whyNotFrozen(
  { from, to }: Span,
  today: Day,
): 'backwards' | 'tooOld' | 'tooLong' | 'tooFar' | undefined {
  if (to < from) return 'backwards';
  if (from < addDays(today, -FREEZE_DAYS.back)) return 'tooOld';
  if (daysBetween(from, to) >= FREEZE_DAYS.atOnce) return 'tooLong';
  return to > addDays(today, FREEZE_DAYS.ahead) ? 'tooFar' : undefined;
}

/**
 * What is left of a span that is taken back: the days that are too long ago to be changed, so that nobody's streak
 * changes for them. Undefined when the whole span is gone; the span itself when nothing of it can be.
 */
export function leftOfFrozen({ from, to }: Span, today: Day): Span | undefined {
  const oldest = addDays(today, -FREEZE_DAYS.back);
  if (from >= oldest) return undefined;
  const last = addDays(oldest, -1);
  return { from, to: to < last ? to : last };
}
