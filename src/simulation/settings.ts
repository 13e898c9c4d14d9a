import { buttonsOf, formIn, messageIn } from './answer.ts';
import { attempt, type Person, type Play } from './person.ts';

/** Tells what they have to train with, in `/settings`: their units, and their dumbbells. */
export async function tellGear(play: Play, { actor, ground, part }: Person): Promise<void> {
  const { units, dumbbells } = part;
  if (units === undefined && dumbbells === undefined) return;
  let panel = messageIn(
    await attempt(play, actor, 'card', '/settings', () => actor.slash(ground.channel, 'settings', { page: 'gear' })),
  );
  const press = (expected: 'card' | 'form', name: string, argument: string) => {
    const on = panel;
    const button = on && buttonsOf(on).find((each) => each.name === name && each.argument === argument);
    if (on === undefined || button === undefined) {
      play.differences.push(`${part.name} looked for “${name}” in /settings, and it was not there`);
      return undefined;
    }
    return attempt(play, actor, expected, `“${name}” in /settings`, () => actor.click(on, button.customId));
  };
  if (units === 'pounds') panel = messageIn(await press('card', 'settings-units', 'imperial'));
  if (dumbbells === undefined) return;
  const form = formIn(await press('form', 'settings-loads', 'mine'));
  if (form === undefined) return;
  await attempt(play, actor, 'card', 'the form of /settings', () => actor.submit(form, { dumbbells }));
}
