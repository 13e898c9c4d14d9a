import type { Day } from '../../coach/day.ts';
import type { WeekGoal } from '../../coach/goal.ts';
import { count, date, list, weekNames } from './words.ts';

export const daily = {
  title: (day: Day) => `# ${date(day)}`,
  session: (weeks: readonly number[], block: string, name: string) => `### ${weekNames(weeks)} · ${block}: ${name}`,
  rest: (weeks: readonly number[]) => `### ${weekNames(weeks)}: rest day`,
  restIdea: (name: string, dose: string) => `Rest is training. If you would like to move: ${name}, ${dose}.`,
  warmUp: (moves: readonly string[]) => `**Warm-up:** ${list(moves)}.`,
  yours: '-# **My workout** shows your own version: your level, your kit, your week.',
  frozen:
    '**A free day for everybody**, by your admin’s choice: nothing counts today. Training is still fine; this is what there would be.',
  goal: ({ kept, planned }: WeekGoal) =>
    kept === 0
      ? `**Together this week:** ${count(planned, 'session')} to do.`
      : `**Together this week:** ${kept} of ${count(planned, 'session')} done.`,
  callFor: (mentions: readonly string[]) => mentions.join(' '),
  more: (sections: number) => `-# ${count(sections, 'more section')}: press **My workout** for yours.`,
};

export const nudges = {
  sleep:
    '**Time to wind down.** Most adults do well on 7 to 9 hours. Dim the lights, put the phone away, and leave coffee for tomorrow.',
  water: [
    'Sip if you’re thirsty.',
    'A glass of water within reach?',
    'Pause, stretch, and drink if you’re thirsty.',
    'Water check: a sip if you want one.',
  ],
  sleepButton: 'Log last night',
  waterButton: 'Had a glass',
  sleepForm: 'Last night’s sleep',
  sleepField: 'Hours slept',
  sleepHint: 'Halves are fine, such as 7.5',
};

export const milestonePost = (userId: string, words: string) => `🏅 <@${userId}>: ${words}`;
export const streakButton = 'My streak';
/** What a milestone says where the admin wants it brief. */
export const firstSentence = (words: string) => /^.*?\.(?=\s|$)/.exec(words)?.[0] ?? words;
