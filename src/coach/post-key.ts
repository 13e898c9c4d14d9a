import { type Day, type Instant, parseDay } from './day.ts';

/**
 * What makes a post unique in its server for ever: `daily.2026-01-05`, `water.2026-01-05.2`. The post's own buttons
 * carry it, so that the post can be found again in its channel and a press tells which day it meant.
 */
export function postKey(kind: 'daily' | 'sleep' | 'water', day: Day, slot: number): string {
  return kind === 'water' ? `${kind}.${day}.${slot}` : `${kind}.${day}`;
}

export function milestoneKey(memberId: number, milestone: string): string {
  return `milestone.${memberId}.${milestone}`;
}

/** The key under which a server's admin is told, by direct message, that posting fails since then. */
export function alertKey(since: Instant): string {
  return `alert.${since}`;
}

/** The key of a member's own card for a day: nothing is posted under it. */
export function ownDayKey(day: Day): string {
  return `day.${day}`;
}

/** The day that a key speaks of; undefined when it is none of ours, or of no day. */
export function dayOfKey(key: string): Day | undefined {
  const match = /^(?:daily|sleep|water|day)\.(\d{4}-\d{2}-\d{2})(?:\.\d)?$/.exec(key);
  return match?.[1] === undefined ? undefined : parseDay(match[1]);
}

/** Which of the day's posts of its kind a key speaks of; 0 where there is only one. */
export function slotOfKey(key: string): number {
  return Number(/\.\d{4}-\d{2}-\d{2}\.(\d)$/.exec(key)?.[1] ?? 0);
}
