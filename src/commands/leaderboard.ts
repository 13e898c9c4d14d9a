import { z } from 'zod';
import { type Day, dayOf } from '../coach/day.ts';
import { goalDays } from '../coach/goal.ts';
import { type Leaderboard, leaderboardOf } from '../coach/leaderboard.ts';
import { type Context, defineCommand, press, type Reply } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { leaderboardCard, leaderboardPost } from '../messages/render/leaderboard.ts';
import { note } from '../messages/render/note.ts';
import type { Store } from '../store/store.ts';
import { presentMember } from './training/session.ts';

/** The Monday of the week that a card shows. It is drawn anew whatever is pressed. */
const week = z.string();

export default defineCommand({
  description: en.commands.leaderboard.description,
  options: z.object({}),
  run: (context) => own(context, 'member'),
  buttons: {
    board: press({
      argument: z.enum(['join', 'leave']),
      run: (context, wish) => choose(context, wish === 'join', 'update'),
    }),
    'board-join': press({ argument: week, run: (context) => choose(context, true, 'member') }),
    'board-show': press({ argument: week, run: show }),
  },
});

async function own(context: Context, to: 'member' | 'update'): Promise<Reply> {
  const { store, text, serverId, userId } = context;
  const board = await leaderboard(context, store);
  if (board === undefined) return { to, body: note(text.leaderboard.notSetUp) };
  const file = await store.members.file(serverId, userId);
  return { to, body: leaderboardCard(text, board, file?.member.onLeaderboard === true) };
}

async function choose(context: Context, onLeaderboard: boolean, to: 'member' | 'update'): Promise<Reply> {
  return context.store.transaction(async (store) => {
    const { file } = await presentMember(context, store);
    await store.choices.setPrivacy(file.member.id, { onLeaderboard });
    return own({ ...context, store }, to);
  });
}

async function show(context: Context): Promise<Reply> {
  const { store, text } = context;
  const board = await leaderboard(context, store);
  if (board === undefined) return { to: 'member', body: note(text.leaderboard.notSetUp) };
  return { to: 'channel', body: leaderboardPost(text, board) };
}

/** As of now; undefined where the server has no week of its own, as it has no zone yet. */
async function leaderboard(context: Context, store: Store): Promise<Leaderboard | undefined> {
  const { serverId, now, content } = context;
  const settings = await store.servers.settings(serverId);
  if (settings === undefined) return undefined;
  const today: Day = dayOf(now, settings.zone, 0);
  const days = goalDays(today);
  const files = await store.members.enrolled(serverId);
  const workouts = await store.checkIns.workoutsOfServer(serverId, days.from, days.to);
  return leaderboardOf(content.programme, files, workouts, today, now);
}
