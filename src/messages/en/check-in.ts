import type { Day } from '../../coach/day.ts';
import type { Unread } from '../../coach/notation/set-notation.ts';
import { count, date, list } from './words.ts';

const unreadWhy: Readonly<Record<Unread['because'], string>> = {
  'no-move': 'I know no move of that name. `/move` finds them.',
  'which-move': 'more than one move could be meant.',
  'no-sets': 'there are no sets in it. Write them like `3x12`.',
  'too-many-sets': 'that is more than ten sets of one move.',
  'too-much': 'that is more than anybody does in one set.',
  zero: 'there is a set of nothing in it.',
  'not-a-circuit': 'a circuit has no sets of its own. Log its moves, or only the workout.',
  'not-timed': 'this move is counted, not timed. Write repetitions.',
  'no-band': 'this move is not done with a band.',
  'no-load': 'this move is done without a load.',
  'unknown-band': 'I do not know that colour.',
  unclear: 'I am not sure what some of it means. Write it like `row 3x12@10`.',
};

export const checkIn = {
  workout: (day: Day, isToday: boolean) => (isToday ? '**Session logged.**' : `**Session logged for ${date(day)}.**`),
  floor: '**Ten minutes, logged.** They count like any session.',
  repaired: (day: Day) => `**Ten minutes, logged.** They make good ${date(day)}.`,
  doneLine: (move: string, sets: string) => `- **${move}** ${sets}`,
  effort: (words: string) => `Effort: ${words}.`,
  rate: '-# How many more could you have done?',
  rated: 'Noted.',
  addSetsButton: 'Add sets',
  setsForm: 'What you did',
  setsField: 'Moves and sets',
  setsHint: 'row 3x12@10; squat 12,12,10; kicks 3x30s',
  unread: '**I could not read this part.** The rest is in; **Add sets** takes it once more.',
  unreadLine: ({ text, because }: Unread, meant: readonly string[]) => {
    const named = meant.length === 0 ? '' : ` Did you mean ${meant.join(' or ')}?`;
    return `- \`${text.replaceAll('`', "'")}\`: ${unreadWhy[because]}${named}`;
  },
  nextTime: '**Next time**',
  nextTimeLine: (moves: readonly string[], why: string) => `- **${list(moves)}**: ${why}`,
  extra: '**An extra session, logged.** A bonus: it does not count twice, and your streak is as it was.',
  again: 'That day’s session is already in, so this one is kept as a bonus. It does not count twice.',
  already: 'That day’s session is already in. Nothing to do.',
  sleep: (hours: number, day: Day) => `**${hours} h of sleep logged** for ${date(day)}.`,
  sleepWords: (hours: number) =>
    hours < 7
      ? 'A short night happens. An earlier evening helps more than a lie-in.'
      : 'That is within what most adults need.',
  sleepLong: 'A long one. Your body took what it needed.',
  water: (glasses: number, total: number, day: Day) =>
    `**${count(glasses, 'glass', 'glasses')} logged.** ${count(total, 'glass', 'glasses')} on ${date(day)}.`,
  waterWords: 'Drink to thirst; there is no prize for more.',
  streak: (streak: number, before: number) =>
    streak > before ? `Streak: **${streak}** (was ${before}).` : `Streak: **${streak}**.`,
  comeback: 'Good to have you back. Starting again is the part that counts.',
  next: (day: Day) => `Next session: ${date(day)}.`,
  lastOne: 'That was the last planned session.',
  edited: (day: Day) => `**Changed**, for ${date(day)}.`,
  sleepEdited: (hours: number, before: number, day: Day) =>
    hours === before
      ? `**${hours} h of sleep** for ${date(day)}.`
      : `**${hours} h of sleep** for ${date(day)} (was ${before}).`,
  waterEdited: (glasses: number, before: number, total: number, day: Day) =>
    `**${count(glasses, 'glass', 'glasses')}**${glasses === before ? '' : ` (was ${before})`}. ${count(total, 'glass', 'glasses')} on ${date(day)}.`,
  noteLine: (note: string) => `> ${note}`,
  editButton: 'Edit',
  editForm: { workout: 'Your workout', sleep: 'Your night', water: 'Your water' },
  effortField: 'How many more could you have done?',
  glassesField: 'Glasses of about 250 ml',
  noteField: 'A note of your own',
  noteHint: 'Only you see it.',
  undoButton: 'Undo',
  undone: (streak: number) => `Taken back. Streak: **${streak}**.`,
  undoneOther: 'Taken back.',
  milestone: (words: string) => `🏅 ${words}`,
};
