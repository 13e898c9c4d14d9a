import { isPaused } from '../../coach/plan-days.ts';
import { weekOf } from '../../coach/programme.ts';
import { setbackOf } from '../../coach/progression/layoff.ts';
import { daysOff, lastTrained } from '../../coach/training/personal.ts';
import type { Context } from '../../discord/define-command.ts';
import type { Store } from '../../store/store.ts';
import { type Present, presentMember } from './session.ts';

/** A member as their plan stands today, and by how many weeks it went back because they were away. */
export interface Returned extends Present {
  /** Whole days off before today; 0 within the plan's own rest. */
  readonly daysOff: number;
  /** The week that the plan would be in, had it gone on; absent where it did not go back today. */
  readonly insteadOfWeek?: number;
  /** It went back just now. */
  readonly isNews?: true;
}

/**
 * Looks after somebody who comes back: after more than two weeks away, the plan goes back to the week in which they
 * left it, or to the beginning of its block. It does so once, on the first day that they are seen again; a member who
 * would rather go on has said so by a repeat of no days.
 */
export async function goBackAfterAbsence(context: Context, store: Store, present: Present): Promise<Returned> {
  const { programme } = context.content;
  const { file, today } = present;
  const { enrolment } = file;
  const off = daysOff(context.content, file, today);
  // Nobody is back while the plan is paused.
  if (isPaused(enrolment, today)) return { ...present, daysOff: off };
  const known = (enrolment.repeats ?? []).find(({ from }) => from === today);
  const week = weekOf(programme, enrolment, today);
  if (known !== undefined) {
    const went = known.days / 7;
    return { ...present, daysOff: off, ...(went > 0 && week !== undefined && { insteadOfWeek: week + went }) };
  }
  const last = lastTrained(file, today);
  const lastWeek = last === undefined ? undefined : weekOf(programme, enrolment, last);
  if (week === undefined || lastWeek === undefined || last === undefined || last < enrolment.startsOn) {
    return { ...present, daysOff: off };
  }
  const isSeenAgain = (enrolment.repeats ?? []).some(({ from }) => from > last);
  const back = isSeenAgain ? 0 : setbackOf({ programme, daysOff: off, lastWeek, week });
  if (back === 0) return { ...present, daysOff: off };
  await store.trainingFiles.repeat(enrolment.id, { from: today, days: back * 7 });
  return { ...(await presentMember(context, store)), daysOff: off, insteadOfWeek: week, isNews: true };
}
