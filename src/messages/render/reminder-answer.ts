import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { WorkoutOutcome } from '../../coach/check-in.ts';
import type { Move } from '../../coach/content.ts';
import type { Day, Instant } from '../../coach/day.ts';
import type { MilestoneId } from '../../coach/milestones.ts';
import type { DirectMessage } from '../../coach/reminders/due.ts';
import type { Text } from '../en.ts';
import { button, card, customId, type MessageBody, row, words } from '../parts.ts';
import { milestoneText } from './milestone.ts';
import { note } from './note.ts';
import { sleepForm } from './nudge.ts';

type Moves = ReadonlyMap<string, Move>;
type Asking = 'workout' | 'sleep' | 'water';

/** What a press logged, in the place of the reminder. */
export function loggedCard(text: Text, key: string, lines: readonly string[]): MessageBody {
  return card('plain', words(...lines), row(button('remind-undo', key, text.checkIn.undoButton)));
}

export interface SessionLogged {
  readonly day: Day;
  readonly isToday: boolean;
  readonly outcome: Pick<WorkoutOutcome, 'before' | 'after' | 'extra' | 'comeback' | 'next'>;
  readonly milestones: readonly MilestoneId[];
}

export function workoutLines(text: Text, moves: Moves, { day, isToday, outcome, milestones }: SessionLogged): string[] {
  const { checkIn: t } = text;
  const { before, after, extra, comeback, next } = outcome;
  return [
    ...(extra === 'none' ? [t.workout(day, isToday), t.streak(after.streak, before.streak)] : [t.extra]),
    ...(comeback ? [t.comeback] : []),
    ...milestoneLines(text, moves, milestones),
    next === undefined ? t.lastOne : t.next(next),
  ];
}

export interface GlassLogged {
  readonly day: Day;
  /** Glasses of that day. */
  readonly total: number;
  readonly milestones: readonly MilestoneId[];
}

export function glassLines(text: Text, moves: Moves, { day, total, milestones }: GlassLogged): string[] {
  return [text.checkIn.water(1, total, day), ...milestoneLines(text, moves, milestones)];
}

export interface NightLogged {
  readonly day: Day;
  readonly hours: number;
  readonly milestones: readonly MilestoneId[];
}

export function nightLines(text: Text, moves: Moves, { day, hours, milestones }: NightLogged): string[] {
  const { checkIn: t } = text;
  return [
    t.sleep(hours, day),
    hours > 9 ? t.sleepLong : t.sleepWords(hours),
    ...milestoneLines(text, moves, milestones),
  ];
}

function milestoneLines(text: Text, moves: Moves, milestones: readonly MilestoneId[]): string[] {
  return milestones.map((id) => text.checkIn.milestone(milestoneText(text, moves, id)));
}

/** Put off until then; it can still be done, or stopped, before. */
export function laterCard(text: Text, key: string, kind: Asking, at: Instant): MessageBody {
  return remindedCard(text, key, kind, text.reminders.later(at));
}

/** A remark in the place of a reminder that cannot be put off, or not again. */
export function remindedCard(text: Text, key: string, kind: Asking, remark: string): MessageBody {
  const { reminders: t } = text;
  return card(
    'plain',
    words(remark),
    row(button('remind-done', key, t.done[kind], 'good'), button('remind-stop', key, t.stopButton)),
  );
}

export function stoppedNote(text: Text, kind: DirectMessage): MessageBody {
  return note(text.reminders.stopped[kind]);
}

/** Asks for the hours of a night; the key of the reminder is handed back with them. */
export function remindedSleepForm(text: Text, key: string): APIModalInteractionResponseCallbackData {
  return { ...sleepForm(text, key), custom_id: customId('remind-sleep', key) };
}
