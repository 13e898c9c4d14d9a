import { type Day, daysBetween } from '../day.ts';

/** Days from one reminder of a kind to the next. */
export type Pace = 1 | 3 | 7;

/** Nobody answers for so many days: rarer, and then rarer still. */
const RARER_AFTER_DAYS = 7;
const RAREST_AFTER_DAYS = 21;

export interface Paced {
  readonly every: Pace;
  /** No reminder came at this pace yet: the first says so. */
  readonly isNew: boolean;
  /** There is to be one today. */
  readonly isTurn: boolean;
}

/**
 * How often reminders of a kind come, and whether it is their turn today.
 * @param unanswered the days, ascending, on which they came since something of the kind was answered or logged
 */
export function pacedOn(today: Day, unanswered: readonly Day[]): Paced {
  const [first, last] = [unanswered[0], unanswered.at(-1)];
  if (first === undefined || last === undefined) return { every: 1, isNew: false, isTurn: true };
  const every = paceAfter(daysBetween(first, today));
  const since = daysBetween(last, today);
  return { every, isNew: every !== paceAfter(daysBetween(first, last)), isTurn: since <= 0 || since >= every };
}

function paceAfter(days: number): Pace {
  if (days < RARER_AFTER_DAYS) return 1;
  return days < RAREST_AFTER_DAYS ? 3 : 7;
}
