import type { Units } from '../../coach/load.ts';
import type { NextTime } from '../../coach/training/personal.ts';
import type { Text } from '../en.ts';
import { whyText } from './why.ts';

/** What comes of each move the next time, and why; moves of which the same is to be said share a line. */
export function nextTimeLines(text: Text, units: Units, next: readonly NextTime[]): string[] {
  const lines = new Map<string, string[]>();
  for (const { exercise } of next) {
    const { move, target } = exercise;
    const why = target && whyText(text, units, move, target.why);
    if (why !== undefined) lines.set(why, [...(lines.get(why) ?? []), move.name]);
  }
  if (lines.size === 0) return [];
  return ['', text.checkIn.nextTime, ...[...lines].map(([why, moves]) => text.checkIn.nextTimeLine(moves, why)), ''];
}
