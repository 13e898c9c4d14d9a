import { type Day, dayNumber, weekdayOf } from '../coach/day.ts';

/** How many daily backups are kept, and how many weekly ones before those. */
export interface Keep {
  readonly daily: number;
  readonly weekly: number;
}

/**
 * Which of the daily backups may go: all but the newest `daily` and, of what is older, the last of each of the newest
 * `weekly` weeks (Monday to Sunday) that there are. Counted by backups rather than by the calendar, so that a time
 * without any costs none of the old ones.
 */
export function outdated(days: readonly Day[], keep: Keep): Day[] {
  const newestFirst = [...new Set(days)].sort().reverse();
  const older = newestFirst.slice(keep.daily);
  const lastOfWeek = new Map<number, Day>();
  for (const day of older) {
    const monday = dayNumber(day) - weekdayOf(day);
    if (!lastOfWeek.has(monday)) lastOfWeek.set(monday, day);
  }
  const weekly = new Set([...lastOfWeek.values()].slice(0, keep.weekly));
  return older.filter((day) => !weekly.has(day));
}
