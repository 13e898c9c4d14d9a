import type { Outcome } from '../sandbox/interactions/outcome.ts';
import { buttonOf, type Expectation, type Message, messageIn } from './answer.ts';
import { attempt, type Going, type Person, type Play } from './person.ts';

/** Somebody in a session of theirs. */
export interface InSession {
  readonly play: Play;
  readonly person: Person;
  readonly going: Going;
}

/** Presses a button of the message that leads them, or of the card in its place. False when they were let down. */
export function press(at: InSession, name: string, expected: Expectation = 'session'): Promise<boolean> {
  return onMessage(at, name, expected, (message, customId) => at.person.actor.click(message, customId));
}

/** Picks from a menu in the place of the message that leads them. */
export function pick(at: InSession, menu: string, value: string): Promise<boolean> {
  return onMessage(at, menu, 'session', (message, customId) => at.person.actor.select(message, customId, value));
}

async function onMessage(
  { play, person, going }: InSession,
  name: string,
  expected: Expectation,
  act: (message: Message, customId: string) => Promise<Outcome>,
): Promise<boolean> {
  const { customId } = buttonOf(going.message, name) ?? {};
  if (customId === undefined) {
    play.differences.push(`${person.part.name} looked for “${name}” in a session, and it was not there`);
    return false;
  }
  const what = `“${name}” in a session`;
  const message = messageIn(await attempt(play, person.actor, expected, what, () => act(going.message, customId)));
  if (message === undefined) return false;
  going.message = message;
  return true;
}
