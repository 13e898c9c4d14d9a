import type { Day } from '../../coach/day.ts';
import type { MilestoneId } from '../../coach/milestones.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, row, words } from '../parts.ts';

export interface WorkoutAnswer {
  readonly checkInId: number;
  readonly day: Day;
  readonly isToday: boolean;
  /** The day had no planned session, or had its session already. */
  readonly extra: 'none' | 'unplanned' | 'again';
  readonly streakBefore: number;
  readonly streak: number;
  readonly comeback: boolean;
  /** Absent after the last one. */
  readonly next?: Day;
  /** Those that this check-in crossed and that are told here. */
  readonly milestones: readonly MilestoneId[];
}

export function workoutAnswer(text: Text, answer: WorkoutAnswer): MessageBody {
  const { checkIn: t } = text;
  const first = {
    none: t.workout(answer.day, answer.isToday),
    unplanned: t.extra,
    again: t.again,
  }[answer.extra];
  return card(
    answer.milestones.length > 0 || answer.comeback ? 'celebrate' : 'train',
    words(
      first,
      answer.extra === 'none' ? t.streak(answer.streak, answer.streakBefore) : undefined,
      answer.comeback ? t.comeback : undefined,
      ...milestoneLines(text, answer.milestones),
      answer.next === undefined ? t.lastOne : t.next(answer.next),
    ),
    row(button('undo', String(answer.checkInId), t.undoButton)),
  );
}

export interface NightAnswer {
  readonly checkInId: number;
  readonly day: Day;
  readonly hours: number;
  readonly milestones: readonly MilestoneId[];
}

export function sleepAnswer(text: Text, { checkInId, day, hours, milestones }: NightAnswer): MessageBody {
  const { checkIn: t } = text;
  const remark = hours > 9 ? t.sleepLong : t.sleepWords(hours);
  return card(
    'rest',
    words(t.sleep(hours, day), remark, ...milestoneLines(text, milestones)),
    row(button('undo', String(checkInId), t.undoButton)),
  );
}

export interface WaterAnswer {
  readonly checkInId: number;
  readonly day: Day;
  readonly glasses: number;
  readonly total: number;
  readonly milestones: readonly MilestoneId[];
}

export function waterAnswer(text: Text, { checkInId, day, glasses, total, milestones }: WaterAnswer): MessageBody {
  const { checkIn: t } = text;
  return card(
    'rest',
    words(t.water(glasses, total, day), t.waterWords, ...milestoneLines(text, milestones)),
    row(button('undo', String(checkInId), t.undoButton)),
  );
}

/** `streak` is told when what was taken back was a workout. */
export function undoneAnswer(text: Text, streak: number | undefined): MessageBody {
  const { checkIn: t } = text;
  return card('plain', words(streak === undefined ? t.undoneOther : t.undone(streak)));
}

function milestoneLines(text: Text, milestones: readonly MilestoneId[]): string[] {
  return milestones.map((id) => text.checkIn.milestone(text.milestones[id]));
}
