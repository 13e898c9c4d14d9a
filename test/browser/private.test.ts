import { expect, it } from 'vitest';
import { openGym } from './gym.ts';
import { button, command, composer, enrolSam, messages, play } from './people.ts';
import { visit } from './visit.ts';

it('what only Sam may see is seen by Sam alone, until Sam dismisses it', async () => {
  const gym = await openGym();
  await enrolSam(gym.world);
  const page = await visit(gym);
  const others = await visit(gym, { as: gym.world.ana });
  await command(page, '/streak');
  const streak = messages(page).filter({ hasText: 'Streak:' });
  await streak.getByText('Only you can see this').waitFor();

  await composer(page).fill('Did you see that?');
  await page.keyboard.press('Enter');
  await messages(others).filter({ hasText: 'Did you see that?' }).waitFor();
  expect(await messages(others).count()).toBe(1);

  await play(page, 'Ana');
  await messages(page).filter({ hasText: 'Did you see that?' }).waitFor();
  expect(await messages(page).count()).toBe(1);

  await play(page, 'Sam');
  await button(streak, 'Dismiss message').click();
  await streak.waitFor({ state: 'hidden' });
  await page.reload();
  await messages(page).filter({ hasText: 'Did you see that?' }).waitFor();
  expect(await streak.count()).toBe(0);
});

it('what Ana writes elsewhere is marked for Sam until Sam looks', async () => {
  const gym = await openGym();
  const { ana, general } = gym.world;
  const page = await visit(gym);
  const channels = page.getByRole('navigation', { name: 'Channels' });
  ana.say(general, 'Is anybody here?');
  await channels.getByRole('link', { name: /^general.*unread$/ }).click();
  await messages(page).filter({ hasText: 'Is anybody here?' }).waitFor();
  await channels.getByRole('link', { name: 'training', exact: true }).click();
  await channels.getByRole('link', { name: 'general', exact: true }).waitFor();
});
