import type { DayState } from '../../coach/calendar.ts';
import type { Day } from '../../coach/day.ts';
import { count, date, list, weekdays } from './words.ts';

type Told = Exclude<DayState, 'rest'>;

/** What the marks of the calendar mean, as short as they stand under it. */
const legend = {
  kept: 'kept',
  repaired: 'made good later',
  extra: 'extra session',
  frozen: 'freeze used',
  excused: 'counts for nobody',
  missed: 'missed',
  open: 'open today',
  ahead: 'still to come',
  paused: 'paused',
  rest: 'rest day',
} satisfies Record<DayState, string>;

const inAlt: Readonly<Record<Told, (days: number) => string>> = {
  kept: (days) => `${days} kept`,
  repaired: (days) => `${days} made good later`,
  extra: (days) => count(days, 'extra session'),
  frozen: (days) => `${days} with a freeze used`,
  excused: (days) => `${days} that counted for nobody`,
  missed: (days) => `${days} missed`,
  open: () => 'one open today',
  ahead: (days) => `${days} still to come`,
  paused: (days) => `${count(days, 'day')} of pause`,
};

const from = (first: Day, last: Day) => `from ${date(first)} to ${date(last)}`;

export const progress = {
  title: '## Your progress',
  sessions: (kept: number, due: number, percent: number) =>
    due === 0
      ? 'No session of this plan has been due yet.'
      : `**${kept} of ${due}** planned sessions kept · consistency **${percent}%**`,
  moveTitle: (move: string) => `## ${move}`,
  moveLast: (day: Day, sets: string) => `Best set last time, ${date(day)}: **${sets}**`,
  moveBest: (day: Day, sets: string) => `Best set in the first session, ${date(day)}: ${sets}`,
  moveNext: (day: Day, sets: string) => `Next time, ${date(day)}: **${sets}**`,
  noNext: 'No session with it is planned in the next weeks.',
  private: '-# Only you see this.',
  none: 'There is nothing to draw yet. After your first session, your calendar and your numbers stand here.',
  notLogged: (move: string) =>
    `You have not logged any sets of **${move}** yet. After the first, its numbers stand here.`,
  unknown: (logged: readonly string[]) =>
    `I know no move of that name.${logged.length === 0 ? '' : ` You have logged ${list(logged)}.`}`,
  shared: (who: string, kept: number, due: number) =>
    `${who} shows the plan so far: **${kept} of ${due}** planned sessions kept.`,
  reps: (reps: number) => count(reps, 'repetition'),
  calendarButton: 'Calendar',
  showButton: 'Show it here',
  menu: 'A move, session by session',
  picture: {
    title: 'The plan, day by day',
    moveNote: (unit: string | undefined, sessions: number) =>
      unit === undefined ? count(sessions, 'session') : `${count(sessions, 'session')}, in ${unit}`,
    keptOf: (kept: number, due: number) => `${kept} of ${due} kept`,
    week: (week: number) => `Week ${week}`,
    pause: (weeks: number) => (weeks === 1 ? 'Paused' : `${weeks} weeks`),
    day: (day: Day) => date(day).replace(/^\S+ /, ''),
    weekdays,
    legend,
    consistency: 'Consistency by session',
    heavy: { load: (unit: string) => `Load of the best set, ${unit}`, band: 'Band of the best set' },
    amount: { reps: 'Repetitions of the best set', seconds: 'Seconds of the best set' },
    next: (day: Day) => `next: ${date(day)}`,
  },
  alt: {
    calendar: (first: Day, last: Day, states: readonly (readonly [Told, number])[]) =>
      `A calendar of the plan ${from(first, last)}, a cell a day: ${list(states.map(([state, days]) => inAlt[state](days)))}.`,
    consistency: (sessions: number, percent: number, first: number) =>
      sessions === 1
        ? `Under it the consistency: ${percent}% after one session.`
        : `Under it the consistency over ${count(sessions, 'session')}, from ${first}% to ${percent}%.`,
    move: (move: string, sessions: number, first: string, last: string) =>
      sessions === 1
        ? `${move}, one session: the best set was ${last}.`
        : `${move} over ${count(sessions, 'session')}, by the best set of each: from ${first} to ${last}.`,
    next: (day: Day, sets: string) => `The next session, ${date(day)}, aims for ${sets}.`,
  },
};
