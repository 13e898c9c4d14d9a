import { daily, firstSentence, milestonePost, nudges, streakButton } from './en/channel.ts';
import { checkIn } from './en/check-in.ts';
import { coach, coachAlert, coachFreeze, coachPanel, coachPreview } from './en/coach.ts';
import { commands } from './en/commands.ts';
import { errors } from './en/errors.ts';
import { help } from './en/help.ts';
import { leaderboard } from './en/leaderboard.ts';
import { finish, firstSteps, milestones } from './en/milestones.ts';
import { moves } from './en/moves.ts';
import { mydata } from './en/mydata.ts';
import { pause } from './en/pause.ts';
import { dose, enroll, leave, today } from './en/plan.ts';
import { programme } from './en/programme.ts';
import { progress } from './en/progress.ts';
import { reminders } from './en/reminders.ts';
import { review } from './en/review.ts';
import { settings } from './en/settings.ts';
import { ledger, streakCard } from './en/streak.ts';
import { safety, tips } from './en/tips.ts';
import { training } from './en/training.ts';
import { why } from './en/why.ts';
import { amounts, efforts, kits, levels, weekdays } from './en/words.ts';

/** English. Each part stands in a file of its own under `en/`, by where it is read. */
export const en = {
  amounts,
  checkIn,
  coach,
  coachAlert,
  coachFreeze,
  coachPanel,
  coachPreview,
  commands,
  daily,
  dose,
  efforts,
  enroll,
  errors,
  finish,
  firstSentence,
  firstSteps,
  help,
  kits,
  leaderboard,
  leave,
  ledger,
  levels,
  milestonePost,
  milestones,
  moves,
  mydata,
  nudges,
  pause,
  programme,
  progress,
  reminders,
  review,
  safety,
  settings,
  streakButton,
  streakCard,
  tips,
  today,
  training,
  weekdays,
  why,
};

/** Every sentence that a member reads, in one language. A language that lacks one does not compile. */
export type Text = typeof en;
export type ErrorCode = keyof typeof errors;
export type ErrorDetail<C extends ErrorCode> = Parameters<(typeof errors)[C]>;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code);
}
