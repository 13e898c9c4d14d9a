import type { Day } from '../../coach/day.ts';
import type { Suggestion, WeekReview } from '../../coach/review.ts';
import { count, date, list, weekdays } from './words.ts';

export const review = {
  button: (week: number) => `Week ${week} in review`,
  title: (week: number, from: Day, to: Day) => `## Week ${week} in review\n-# ${date(from)} to ${date(to)}`,
  sessions: ({ kept, missed, ahead, extras }: Pick<WeekReview, 'kept' | 'missed' | 'ahead' | 'extras'>) => {
    const planned = kept + missed.length + ahead;
    const more = extras === 0 ? '' : `, and ${count(extras, 'extra')}`;
    const toCome = ahead === 0 ? '' : `; ${ahead} still to come`;
    return planned === 0
      ? `No session was planned${extras === 0 ? '' : `; ${count(extras, 'extra')} all the same`}.`
      : `**${kept} of ${count(planned, 'session')} kept**${more}${toCome}.`;
  },
  missed: (days: readonly Day[]) => `Missed: ${list(days.map(date))}.`,
  sleep: (nights: number, average: number) =>
    nights === 1
      ? `Sleep: ${average} h, in the one night that you logged.`
      : `Sleep: ${average} h on average, over ${nights} logged nights.`,
  water: (days: number) => `Water: logged on ${count(days, 'day')}.`,
  consistency: (percent: number) => `Consistency: ${percent}%.`,
  suggestion: (suggestion: Suggestion) => {
    switch (suggestion.kind) {
      case 'other-day':
        return `**One idea:** ${weekdays[suggestion.weekday]} has not fitted lately. \`/settings\` can give that session another day.`;
      case 'wind-down':
        return '**One idea:** most of your nights were under 7 h. A wind-down at the same time each evening helps; `/settings` can remind you of it.';
      case 'more-reserve':
        return '**One idea:** every session took all you had. Stop each set with a few repetitions left in you; that builds as much, and lasts longer.';
      case 'keep-going':
        return '**One idea:** keep going just like this.';
      case 'ten-minutes':
        return '**One idea:** on a full day, ten minutes count too. `/today` has a short version.';
      case 'next-one':
        return '**One idea:** look at no more than the next session. It is the one that counts.';
      case 'nothing-planned':
        return '**One idea:** enjoy the rest. It belongs to the plan.';
    }
  },
};
