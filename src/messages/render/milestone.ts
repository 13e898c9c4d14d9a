import type { MilestoneId } from '../../coach/milestones.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, row, words } from '../parts.ts';

/** Told in the channel, to everybody, without pinging anybody. */
export function milestonePost(text: Text, userId: string, milestone: MilestoneId, key: string): MessageBody {
  const sentence = text.milestonePost(userId, text.milestones[milestone]);
  return card('celebrate', words(sentence), row(button('my-streak', key, text.streakButton)));
}
