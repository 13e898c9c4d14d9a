import { z } from 'zod';
import { calendarOf } from '../coach/calendar.ts';
import { standingFor } from '../coach/check-in.ts';
import type { Content, Move } from '../coach/content.ts';
import { searchMoves } from '../coach/notation/move-search.ts';
import { consistencyCourse, loggedMoves, moveCourse, nextTarget } from '../coach/progress.ts';
import type { TrainingHistory } from '../coach/training/personal.ts';
import { type Context, defineCommand, press, type Reply } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import type { Option } from '../messages/parts.ts';
import { moveChoice } from '../messages/render/move.ts';
import {
  noProgress,
  type PlanProgress,
  planAlt,
  planPicture,
  progressCard,
  progressPost,
  withPicture,
} from '../messages/render/progress.ts';
import { moveAlt, moveLines, movePicture } from '../messages/render/progress-move.ts';
import { UserError } from '../messages/user-error.ts';
import { progressPng } from '../pictures/progress.ts';
import { historyOf } from './training/history.ts';
import { type Present, presentMember } from './training/session.ts';

const t = en.commands.progress;

/** So many of the member's moves are named to who typed another. */
const MOST_NAMED = 4;

/** Whatever is pressed, it is drawn anew. */
const now = z.string();

export default defineCommand({
  description: t.description,
  options: z.object({ move: z.string().min(1).max(100).optional().describe(t.move) }),
  suggest: {
    async move(typed, context) {
      const { content, text, store } = context;
      const file = await store.members.file(context.serverId, context.userId);
      if (file === undefined) return [];
      const { performances } = await historyOf(store, content, file.member.id);
      return searchMoves(logged(content.moves, performances), typed).map((move) => moveChoice(text, move));
    },
  },
  async run(context, { move }) {
    const seen = await look(context);
    if (move === undefined) return plan(context, seen, 'member');
    const id = meant(context.content, seen.history, move);
    if (id !== undefined) return ofMove(context, seen, id, 'member');
    const names = moveOptions(context.content, seen.history).map(({ label }) => label);
    return { to: 'member', body: noProgress(context.text.progress.unknown(names.slice(0, MOST_NAMED))) };
  },
  buttons: {
    'progress-calendar': press({ argument: now, run: async (context) => plan(context, await look(context), 'update') }),
    'progress-show': press({ argument: now, run: async (context) => shared(context, await look(context)) }),
    'progress-move': press({
      argument: now,
      async run(context, _, [move]) {
        if (move === undefined) throw new UserError('staleButton');
        return ofMove(context, await look(context), move, 'update');
      },
    }),
  },
});

/** All that is drawn from. */
interface Seen extends Present {
  readonly progress: PlanProgress;
  readonly history: TrainingHistory;
  /** Nothing was ever done, so there is nothing to draw. */
  readonly isBlank: boolean;
}

/** @throws UserError `notEnrolled` */
async function look(context: Context): Promise<Seen> {
  const { store, content } = context;
  const { file, today } = await presentMember(context, store);
  const history = await historyOf(store, content, file.member.id);
  const standing = standingFor(content.programme, file, today);
  const calendar = calendarOf(content.programme, file, standing, today);
  return {
    file,
    today,
    history,
    progress: { calendar, standing, consistency: consistencyCourse(standing) },
    isBlank: file.workouts.length + history.performances.length === 0,
  };
}

function plan({ text, content }: Context, { progress, history, isBlank }: Seen, to: 'member' | 'update'): Reply {
  if (isBlank) return { to, body: noProgress(text.progress.none) };
  const drawn = { png: progressPng(planPicture(text, progress, false)), alt: planAlt(text, progress, false) };
  return { to, body: progressCard(text, progress, drawn, moveOptions(content, history)) };
}

/** The calendar alone: what somebody lifts is nobody else's. */
function shared({ text, userId }: Context, { progress, isBlank }: Seen): Reply {
  if (isBlank) return { to: 'member', body: noProgress(text.progress.none) };
  const drawn = { png: progressPng(planPicture(text, progress, true)), alt: planAlt(text, progress, true) };
  return { to: 'channel', body: progressPost(text, progress, userId, drawn) };
}

function ofMove({ text, content }: Context, seen: Seen, id: string, to: 'member' | 'update'): Reply {
  const { file, today, history, progress } = seen;
  const { bands } = content.programme;
  const move = content.moves.get(id) ?? { name: id, kitAny: [] };
  const course = moveCourse(history.performances, id, bands);
  if (course === undefined) return { to, body: noProgress(text.progress.notLogged(move.name)) };
  const next = nextTarget(content, file, history, id, today, progress.standing.openToday);
  const { units } = history.loads;
  const view = { move, course, units, bands, ...(next !== undefined && { next }) };
  const drawn = { png: progressPng(movePicture(text, view)), alt: moveAlt(text, view) };
  return { to, body: withPicture(text, drawn, moveOptions(content, history), moveLines(text, view)) };
}

/** Those that the content no longer has stand under their ids. */
function moveOptions({ moves }: Content, { performances }: TrainingHistory): Option[] {
  return loggedMoves(performances).map((id) => ({ label: moves.get(id)?.name ?? id, value: id }));
}

function logged(moves: Content['moves'], performances: TrainingHistory['performances']): ReadonlyMap<string, Move> {
  const known = loggedMoves(performances).map((id) => moves.get(id));
  return new Map(known.flatMap((move) => (move === undefined ? [] : [[move.id, move] as const])));
}

/** The move that was picked from the list, or the best of those that fit what was typed: first of the logged ones. */
function meant({ moves }: Content, { performances }: TrainingHistory, typed: string): string | undefined {
  if (moves.has(typed) || loggedMoves(performances).includes(typed)) return typed;
  // The search gives everything for no word at all.
  if (!/[\p{L}\p{N}]/u.test(typed)) return undefined;
  return (searchMoves(logged(moves, performances), typed)[0] ?? searchMoves(moves, typed)[0])?.id;
}
