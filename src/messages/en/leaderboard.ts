import type { Day } from '../../coach/day.ts';
import type { OwnWeek } from '../../coach/leaderboard.ts';
import { count, date, list } from './words.ts';

export const leaderboard = {
  title: (from: Day, to: Day) => `## This week\n-# ${date(from)} to ${date(to)}`,
  line: (place: number, who: string, { kept, due, planned }: OwnWeek) =>
    `**${place}.** ${who}: ${kept} of ${due} so far · ${count(planned, 'session')} this week`,
  more: (people: number) => `-# And ${people} more.`,
  ready: (names: readonly string[], more: number) =>
    `**Ready:** ${list(more === 0 ? names : [...names, `${more} more`])}.`,
  nobody: 'Nobody is on the leaderboard with a session this week.',
  rules: '-# By the share of one’s own plan, so three days a week rank like five. Only people who joined it are on it.',
  you: { in: 'You are on it.', out: 'You are not on it; only you see this.' },
  joinButton: 'Join',
  leaveButton: 'Leave it',
  showButton: 'Show it here',
  mineButton: 'Join in',
  notSetUp:
    'There is no week to show yet: the coach is not set up in this server. An admin can do so with `/coach setup`.',
};
