import type { Leaderboard } from '../../coach/leaderboard.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, row, words } from '../parts.ts';

/** So many people are named, of those who have a place and of those who are ready. */
const MOST_NAMED = 20;

/** For one person, who may join or leave it, and show it to the others. */
export function leaderboardCard(text: Text, board: Leaderboard, isOn: boolean): MessageBody {
  const { leaderboard: t } = text;
  return card(
    'plain',
    lines(text, board),
    words(isOn ? t.you.in : t.you.out),
    row(
      isOn ? button('board', 'leave', t.leaveButton) : button('board', 'join', t.joinButton, 'main'),
      // An empty board is nothing to show anybody.
      ...(board.placed.length + board.ready.length === 0 ? [] : [button('board-show', board.from, t.showButton)]),
    ),
  );
}

/** For everybody in the channel. Names are mentions, so that they read well; nobody is pinged by them. */
export function leaderboardPost(text: Text, board: Leaderboard): MessageBody {
  return card('plain', lines(text, board), row(button('board-join', board.from, text.leaderboard.mineButton)));
}

function lines(text: Text, { from, to, placed, ready }: Leaderboard) {
  const { leaderboard: t } = text;
  const named = placed.slice(0, MOST_NAMED).map((week) => t.line(week.place, `<@${week.userId}>`, week));
  const left = placed.length - named.length;
  const names = ready.slice(0, MOST_NAMED).map((userId) => `<@${userId}>`);
  return words(
    t.title(from, to),
    ...(placed.length + ready.length === 0 ? [t.nobody] : named),
    left === 0 ? undefined : t.more(left),
    names.length === 0 ? undefined : t.ready(names, ready.length - names.length),
    t.rules,
  );
}
