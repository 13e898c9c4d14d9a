import type { Day } from '../../coach/day.ts';
import type { LedgerLine, Unguarded } from '../../coach/ledger.ts';
import { count, date, freezesOf } from './words.ts';

const missedWhy: Readonly<Record<Unguarded, string>> = {
  'no-streak': 'missed; there was no streak to guard, so no freeze was used',
  'none-left': 'missed; a new streak starts with the next session, as no freeze was left',
  'two-in-a-row': 'missed; a new streak starts with the next session, as freezes cover two in a row at most',
};

/** One step each, in words. */
export const ledger = {
  kept: ({ streak }) => `kept, streak ${streak}`,
  repaired: ({ streak, repairedOn }) =>
    `made good with a short session, streak ${streak}${repairedOn === undefined ? '' : ` (done on ${date(repairedOn)})`}`,
  frozen: ({ streak, freezes }) => `missed; a freeze kept your streak at ${streak} (${freezesOf(freezes)} left)`,
  missed: ({ because }) => missedWhy[because ?? 'none-left'],
  extra: () => 'extra session, a bonus that does not count twice',
  excused: () => 'did not count for anybody in this server',
  'freeze-earned': ({ freezes }) => `four kept weeks earned a freeze (${freezes} held)`,
  open: () => 'planned, still open today',
  paused: ({ day, until }) => {
    if (until === undefined) return 'paused until further notice, with the plan standing still';
    return until === day
      ? 'paused for the day, with the plan standing still'
      : `paused through ${date(until)}, with the plan standing still`;
  },
} satisfies Record<LedgerLine['event'], (line: LedgerLine) => string>;

export const streakCard = {
  title: (streak: number) => `## Streak: ${count(streak, 'session')}`,
  facts: (longest: number, freezes: number, kept: number, due: number) =>
    `Longest ${longest} · ${freezesOf(freezes)} · ${kept} of ${due} planned sessions kept`,
  consistency: (percent: number) =>
    `Consistency: **${percent}%**. ${percent < 50 ? 'Each session brings it up.' : 'One miss does not zero it.'}`,
  comeback: 'You came back after a gap. That is the hardest session of all.',
  openToday: 'Today’s session is still open.',
  repairable: (day: Day) => `Ten minutes would still make good ${date(day)}: \`/checkin workout\` with **short**.`,
  none: 'No session has been due yet. The first one starts your streak.',
  why: '**How it came about**',
  page: (page: number, pages: number) => `**How it came about** (${page} of ${pages})`,
  line: (day: Day, words: string) => `- ${date(day)}: ${words}`,
  rules: '-# Only planned sessions count; rest days never break a streak. Freezes are used by themselves.',
  olderButton: 'Older',
  newerButton: 'Newer',
};
