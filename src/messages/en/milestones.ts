import type { Day } from '../../coach/day.ts';
import type { NextPlan, NextTerms, Totals } from '../../coach/finish.ts';
import type { TableMilestone } from '../../coach/milestones.ts';
import { count, date, list, weekdays } from './words.ts';

/** The weeks have the words of data/timeline.json. The first sentence also stands alone, where the admin wants it brief. */
export const milestones = {
  'first-check-in': 'First check-in. That is how every one of these begins.',
  'streak-3': 'Three planned sessions in a row.',
  'streak-7': 'Seven in a row. This is becoming a habit.',
  'streak-14': 'Fourteen in a row.',
  'streak-21': 'Twenty-one in a row. Steady work.',
  'streak-30': 'Thirty in a row.',
  'streak-40': 'Forty in a row. Few people get here.',
  'streak-50': 'Fifty in a row.',
  'streak-60': 'Sixty in a row: a whole plan without a gap.',
  'week-2':
    'Two weeks in. About now moves begin to feel easier and steadier: your nerves learn them before your muscles grow.',
  'week-4':
    'Four weeks in. From here on strength goes up in a way that you can measure: more reps, more load or longer holds than in week 1.',
  'week-6':
    'Six weeks in. From about here on muscle may begin to change, sooner for some and later for others, and not in one chosen spot.',
  'week-8': 'Eight weeks in. Put a set of today beside one from week 1: that difference is yours.',
  'week-12': 'Week 12 is done. Put your own first numbers beside your last ones; whatever has grown, you built it.',
  'sessions-10': 'Ten planned sessions kept.',
  'sessions-25': 'Twenty-five planned sessions kept.',
  'sessions-50': 'Fifty planned sessions kept.',
  comeback: 'Back after a gap. Coming back is the hardest session, and the one that matters most.',
  completed: 'The plan is complete: twelve weeks, start to end.',
} satisfies Record<TableMilestone, string>;

/** Of one or several moves. */
export const firstSteps = (moves: readonly string[]) => `First step up: ${list(moves)}.`;

/** The end of a plan, and what may come after it. */
export const finish = {
  button: 'Your twelve weeks',
  title: '## Your twelve weeks',
  numbers: '**Your best set of each move, first and last:**',
  line: (move: string, first: string, last: string) => `- **${move}**: ${first}, then **${last}**`,
  more: (moves: number) => `-# And ${count(moves, 'more move')}.`,
  totals: ({ kept, planned, minutes, longest }: Totals) =>
    `**${kept} of ${count(planned, 'planned session')} kept** · about ${minutes} minutes of training · longest streak ${longest}`,
  notYet: 'This opens when the last session of your plan is behind you. `/programme` shows what is left.',
  next: '**What next?** Nothing has to. If you like, from Monday:',
  about: {
    again: '- **Again**: the same level and days once more; your loads go on from where they are.',
    stronger: '- **Stronger**: the next level, on the same days; more sets, and harder variations later on.',
    maintain: '- **Maintain**: three days a week at an even level, to keep what you have built.',
  } satisfies Record<NextPlan, string>,
  nextButton: { again: 'Again', stronger: 'Stronger', maintain: 'Maintain' } satisfies Record<NextPlan, string>,
  confirm: (next: NextPlan, level: string, { trainingDays }: NextTerms, startsOn: Day) =>
    `**${{ again: 'Again', stronger: 'Stronger', maintain: 'Maintain' }[next]}**: twelve weeks from **${date(startsOn)}**, level ${level.toLowerCase()}, on ${list(trainingDays.map((day) => weekdays[day]))}.`,
  meaning: 'The streak begins anew with week 1. All that you logged stays, and so do your loads.',
  beginButton: 'Begin',
  readAndBeginButton: 'I have read this: begin',
  backButton: 'Back',
  begun: 'You are in again.',
};
