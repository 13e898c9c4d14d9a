import type { Tone } from '../../coach/admin.ts';
import type { Move } from '../../coach/content.ts';
import { isTableMilestone, type MilestoneId, movesOfFirstStep } from '../../coach/milestones.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, row, words } from '../parts.ts';
import { finishButton } from './finish.ts';

type Moves = ReadonlyMap<string, Move>;

/** Told in the channel, to everybody, without pinging anybody. Numbers are for whoever presses for their own. */
export function milestonePost(
  text: Text,
  moves: Moves,
  userId: string,
  milestone: MilestoneId,
  key: string,
  tone: Tone = 'warm',
): MessageBody {
  const said = milestoneText(text, moves, milestone);
  const sentence = text.milestonePost(userId, tone === 'brief' ? text.firstSentence(said) : said);
  const own = button('my-streak', key, text.streakButton);
  const isEnd = milestone === 'week-12' || milestone === 'completed';
  return card('celebrate', words(sentence), row(own, ...(isEnd ? [finishButton(text, key)] : [])));
}

/** What a milestone says. A move that the content has no more is named by its id. */
export function milestoneText(text: Text, moves: Moves, id: MilestoneId): string {
  if (isTableMilestone(id)) return text.milestones[id];
  return text.firstSteps((movesOfFirstStep(id) ?? []).map((move) => moves.get(move)?.name ?? move));
}
