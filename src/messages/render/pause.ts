import type { Day } from '../../coach/day.ts';
import type { Pause } from '../../coach/member.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, row, words } from '../parts.ts';

export interface PauseAnswer {
  readonly pause: Pause;
  readonly today: Day;
  readonly streak: number;
  /** A day that was trained on, after which the pause begins. */
  readonly trainedOn?: Day;
  /** Absent when there is none until the member comes back. */
  readonly next?: Day;
}

export function pauseAnswer(text: Text, { pause, today, streak, trainedOn, next }: PauseAnswer): MessageBody {
  const { pause: t } = text;
  const { from, to } = pause;
  const isUnderWay = from <= today;
  return card(
    'rest',
    words(
      isUnderWay ? t.underWay(from, to, today) : t.toCome(from, to),
      trainedOn === undefined ? undefined : t.trained(trainedOn),
      t.meaning(streak),
      next === undefined ? t.comeBack : t.next(next),
    ),
    row(button('resume', from, isUnderWay ? t.resumeButton : t.cancelButton)),
  );
}

export interface ResumeAnswer {
  /** The beginning of a pause that was to come; absent when one under way was ended. */
  readonly cancelled?: Day;
  readonly today: Day;
  readonly streak: number;
  readonly next?: Day;
}

export function resumeAnswer(text: Text, { cancelled, today, streak, next }: ResumeAnswer): MessageBody {
  const { pause: t } = text;
  return card(
    'train',
    words(
      cancelled === undefined ? t.resumed : t.cancelled(cancelled),
      streak === 0 ? undefined : t.streak(streak),
      next === undefined ? undefined : t.next(next),
    ),
    row(button('workout', `day.${today}`, text.today.workoutButton, 'main')),
  );
}
