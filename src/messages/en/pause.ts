import type { Day } from '../../coach/day.ts';
import { date } from './words.ts';

/** `today`, or the date after a word that fits it. */
const since = (from: Day, today: Day) => (from === today ? 'from today' : `since ${date(from)}`);
const through = (until: Day | undefined) => (until === undefined ? ', until you come back' : ` through ${date(until)}`);

export const pause = {
  underWay: (from: Day, until: Day | undefined, today: Day) => `**Paused ${since(from, today)}${through(until)}.**`,
  toCome: (from: Day, until: Day | undefined) => `**Your pause is set: from ${date(from)}${through(until)}.**`,
  trained: (day: Day) => `What you did on ${date(day)} counts, so the pause begins the day after.`,
  meaning: (streak: number) =>
    `The plan stands still and goes on where you left it. ${streak > 0 ? `Your streak of ${streak} is safe.` : 'Nothing counts as missed.'}`,
  next: (day: Day) => `Next session: ${date(day)}.`,
  comeBack:
    '`/resume` brings the plan back whenever you like. After more than two weeks it repeats a week, to ease you in.',
  resumeButton: 'Resume now',
  cancelButton: 'Cancel the pause',
  insteadButton: 'Pause instead',
  resumed: '**Welcome back.** Your plan goes on from today.',
  cancelled: (from: Day) => `**The pause from ${date(from)} is off.** Your plan goes on as it was.`,
  streak: (streak: number) => `Streak: **${streak}**.`,
  /** Days to pick from, each with its date. */
  ahead: {
    today: (day: Day) => `Today, ${date(day)}`,
    tomorrow: (day: Day) => `Tomorrow, ${date(day)}`,
    monday: (day: Day) => `Next Monday, ${date(day)}`,
    oneWeek: (day: Day) => `In one week, ${date(day)}`,
    twoWeeks: (day: Day) => `In two weeks, ${date(day)}`,
  },
};
