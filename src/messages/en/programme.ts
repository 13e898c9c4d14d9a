import type { Range } from '../../coach/content.ts';
import type { Day } from '../../coach/day.ts';
import { count, date, list, span } from './words.ts';

const left = (reserve: Range, orMore: boolean) => (orMore ? `${reserve[0]} or more` : span(reserve));

/** What became of a planned session by now. */
const status = {
  done: 'done',
  floor: 'done in ten minutes',
  repaired: 'made good',
  passed: 'not done',
  today: 'today',
};

/** The twelve weeks, and one of them. */
export const programme = {
  title: (name: string) => `## ${name}`,
  asWritten: (days: number) =>
    `As it is written: the standard level, all kit, ${days} days a week. \`/enroll\` makes it yours.`,
  block: (name: string, reserve: Range, orMore: boolean) =>
    `**${name}** · stop each set with ${left(reserve, orMore)} left in you`,
  week: (week: number, isNow: boolean) => `- **Week ${week}${isNow ? ' · you are here' : ''}**`,
  dates: (first: Day, last: Day) => (first === last ? date(first) : `${date(first)} to ${date(last)}`),
  again: (dates: string) => `again ${dates}`,
  noDates: 'date open',
  sets: (sets: number) => count(sets, 'set'),
  lighterSets: (share: number) => `about ${share === 0.5 ? 'half' : `${Math.round(share * 100)}% of`} the sets`,
  circuits: (circuits: number, rounds: number) => `${count(circuits, 'circuit')} of ${count(rounds, 'round')}`,
  retest: 'retest',
  menu: 'A week in detail…',
  menuLine: (week: number, block: string) => `Week ${week} · ${block}`,
  here: 'you are here',
  weekTitle: (week: number, block: string) => `## Week ${week} · ${block}`,
  reserve: (reserve: Range, orMore: boolean) => `Stop each set with ${left(reserve, orMore)} repetitions left in you.`,
  retestWords: 'Retest: note your best clean sets, and put them beside week 1.',
  asItStands: '-# What is still to come is as it stands now: each session that you do may change it.',
  empty: 'No session of yours falls in this week.',
  earlier: (sessions: readonly string[]) => `-# Before your plan went back: ${list(sessions)}.`,
  status,
  sessionStatus: (day: Day, what: string) => `${date(day)} ${what}`,
  session: (when: string, name: string, about: readonly string[]) => [`**${when} · ${name}**`, ...about].join(' · '),
  sessionChoice: (when: string, name: string) => `${when} · ${name}`,
  number: (number: number) => `${number}`,
  minutes: (minutes: number) => `about ${minutes} minutes`,
  lightDay: 'light',
  lightWords: (reserve: Range, orMore: boolean) =>
    `-# Light, as the circuit is the day before: stop with ${left(reserve, orMore)} left.`,
  rounds: (rounds: number) => `circuit of ${count(rounds, 'round')}`,
  didLine: (move: string, sets: string) => `- **${move}** ${sets}`,
  brief: (moves: readonly string[]) => `-# ${moves.join('; ')}`,
  sessionMenu: 'Another session in full…',
  previousButton: (week: number) => `← Week ${week}`,
  nextButton: (week: number) => `Week ${week} →`,
  allButton: 'All weeks',
};

export type SessionStatus = keyof typeof status;
