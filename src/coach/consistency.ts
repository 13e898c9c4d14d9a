/**
 * After how many planned sessions a kept or missed one counts half: about a month on three days a week.
 * Loop's figure, where it is 13 repetitions of a daily habit.
 */
export const HALF_LIFE = 13;

/** What is left of a session's weight when one more is over. */
const REMAINING = 0.5 ** (1 / HALF_LIFE);

/**
 * The consistency after one more planned session, from 0 to 1. Exponential smoothing as in Loop Habit Tracker
 * (iSoron/uhabits, `Score.kt`): score = previous · m + value · (1 − m), with m = 0.5^(√frequency / 13). The unit of
 * time here is the planned session, not the day, so that rest days change nothing; the frequency is thus 1.
 * It begins at 0; thirteen kept sessions make 0.5, and one miss takes a twentieth of what there is.
 */
export function smoothed(previous: number, kept: boolean): number {
  return previous * REMAINING + (kept ? 1 - REMAINING : 0);
}

/**
 * A smoothed score as a share of the one that a plan without a miss would have after as many planned sessions, from 0
 * to 1; 0 before the first. Loop's score climbs for months whatever is kept; twelve weeks are too short for that, and
 * nobody should read 85% at the end of a plan without a gap.
 */
export function shareOfPerfect(score: number, sessions: number): number {
  return sessions === 0 ? 0 : score / (1 - REMAINING ** sessions);
}
