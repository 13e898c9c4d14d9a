import { textOf } from '../sandbox/world/content.ts';
import { buttonOf, type Message, messageIn } from './answer.ts';
import { attempt, type Person, type Play } from './person.ts';

/** Looks at the leaderboard, joining it there if that is their way; shows it to all if they like. */
export async function lookAtBoard(play: Play, person: Person, shows: boolean): Promise<void> {
  const { actor, ground, part } = person;
  const ask = () => attempt(play, actor, 'board', '/leaderboard', () => actor.slash(ground.channel, 'leaderboard'));
  let card = messageIn(await ask());
  const button = card && buttonOf(card, 'board');
  if (card !== undefined && button?.argument === 'join') {
    const seen = card;
    if (part.board !== 'command') play.differences.push(`${part.name} had joined the leaderboard, and is not on it`);
    card = messageIn(
      await attempt(play, actor, 'board', 'joining the leaderboard', () => actor.click(seen, button.customId)),
    );
  }
  if (card === undefined) return;
  checkNames(play, person, card);
  const seen = card;
  const { customId = 'board-show' } = buttonOf(card, 'board-show') ?? {};
  if (!shows) return;
  const shown = await attempt(play, actor, 'board for all', 'Show it here', () => actor.click(seen, customId));
  const post = messageIn(shown);
  if (post !== undefined) checkNames(play, person, post);
}

/** It names those who joined it, and nobody else. */
function checkNames(play: Play, { ground }: Person, message: Message): void {
  const text = textOf(message);
  for (const { part, actor, ground: other } of play.people) {
    if (other === ground && part.board === undefined && text.includes(`<@${actor.id}>`))
      play.differences.push(`${part.name} is on the leaderboard, and never joined it`);
  }
}
