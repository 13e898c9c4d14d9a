import { z } from 'zod';
import type { Move } from '../coach/content.ts';
import { searchMoves } from '../coach/notation/move-search.ts';
import { type Context, defineCommand, press } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { moveCard, moveChoice } from '../messages/render/move.ts';
import { UserError } from '../messages/user-error.ts';

const t = en.commands.move;

/** How alike two names have to be, from 0 to 1 (Dice's coefficient), for one to be offered for the other. */
const LEAST_LIKENESS = 0.25;

export default defineCommand({
  description: t.description,
  options: z.object({ name: z.string().min(1).max(100).describe(t.name) }),
  suggest: {
    name: (typed, { content, text }) => searchMoves(content.moves, typed).map((move) => moveChoice(text, move)),
  },
  async run(context, { name }) {
    return { to: 'member', body: howTo(context, meant(context, name)) };
  },
  buttons: {
    /** On any card or post: the how-to comes privately. */
    'how-to': press({
      argument: z.string(),
      run: async (context, id) => ({ to: 'member', body: howTo(context, moveOf(context, id)) }),
    }),
    /** On a how-to: it turns into another. */
    'how-to-turn': press({
      argument: z.string(),
      run: async (context, id) => ({ to: 'update', body: howTo(context, moveOf(context, id)) }),
    }),
  },
});

function howTo({ content, text }: Context, move: Move) {
  return moveCard(text, move, content.moves);
}

/** @throws UserError for a move that the programme no longer has. */
function moveOf({ content }: Context, id: string): Move {
  const move = content.moves.get(id);
  if (move === undefined) throw new UserError('staleButton');
  return move;
}

/** The move that was picked from the list, or the best of those that fit what was typed. */
function meant({ content }: Context, typed: string): Move {
  // The search gives everything for no word at all, as the list does before anything is typed.
  const [best] = /[\p{L}\p{N}]/u.test(typed) ? searchMoves(content.moves, typed) : [];
  const move = content.moves.get(typed) ?? best;
  if (move === undefined) throw new UserError('unknownMove', { typed, nearest: nearest(content.moves, typed) });
  return move;
}

/** The names of the moves that are spelt most alike, by the pairs of letters that they share; none where none is. */
function nearest(moves: ReadonlyMap<string, Move>, typed: string): string[] {
  const wanted = pairsOf(typed);
  return [...moves.values()]
    .map(({ name }) => {
      const pairs = pairsOf(name);
      const shared = [...pairs].filter((pair) => wanted.has(pair)).length;
      return { name, likeness: (2 * shared) / (pairs.size + wanted.size) };
    })
    .filter(({ likeness }) => likeness > LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map(({ name }) => name);
}

function pairsOf(name: string): Set<string> {
  const letters = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
}
