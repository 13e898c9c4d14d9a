import { expect, it } from 'vitest';
import { openGym } from './gym.ts';
import { button, composer, drawer, enrolSam, messages, postOf, toPresent } from './people.ts';
import { visit } from './visit.ts';

it('Olivia silences the channel, sees the post refused, mends it, and the next day is posted again', async () => {
  const gym = await openGym();
  await enrolSam(gym.world);
  const page = await visit(gym, { as: gym.world.olivia });
  await button(page, 'Faults').click();
  await drawer(page).getByText('Nothing is broken.').waitFor();
  await button(drawer(page), 'Break Channel silenced').click();
  const broken = drawer(page).getByRole('region', { name: 'Broken now' });
  await broken.getByText('Channel silenced: #training of Garden Gym, until you mend it').waitFor();

  await button(page, '+1 hour').click();
  const deeds = drawer(page).getByRole('region', { name: 'What the bot did about it' }).getByRole('listitem');
  await deeds.filter({ hasText: 'Discord refused the bot.403 Not allowed' }).first().waitFor();
  await deeds.filter({ hasText: 'The bot wrote in its log:warn' }).first().waitFor();
  expect(await postOf(page, 'Mon 5 Jan').count()).toBe(0);

  await button(broken, 'Mend Channel silenced: #training of Garden Gym').click();
  await drawer(page).getByText('Nothing is broken.').waitFor();
  await button(page, '+1 day').click();
  await postOf(page, 'Tue 6 Jan').waitFor();
});

it('Discord answers with errors: Sam reads that it failed, and once they are few the bot tries again by itself', async () => {
  const gym = await openGym({ patience: 1_500 });
  await enrolSam(gym.world);
  const page = await visit(gym);
  await button(page, 'Next event').click();
  const post = postOf(page, 'Mon 5 Jan');
  await post.waitFor();
  await button(page, 'Faults').click();
  const deeds = drawer(page).getByRole('region', { name: 'What the bot did about it' }).getByRole('listitem');
  await drawer(page).getByRole('radio', { name: 'until I mend it' }).check();
  await button(drawer(page), 'Break Error 500').click();
  await drawer(page).getByText('Error 500, until you mend it').waitFor();
  await button(post, 'My workout').click();
  await post.getByText('This interaction failed').waitFor();
  await deeds.filter({ hasText: 'did not reach Discord' }).waitFor();

  await button(drawer(page), 'Mend all').click();
  await drawer(page).getByRole('spinbutton', { name: 'Requests' }).fill('1');
  await button(drawer(page), 'Break Error 500').click();
  await button(post, 'My workout').click();
  await toPresent(page);
  await messages(page).filter({ hasText: 'About 25 minutes.' }).waitFor();
  await drawer(page).getByText('Nothing is broken.').waitFor();
  await deeds.filter({ hasText: 'The bot tried again, and it worked.' }).waitFor();
});

it('whatever is broken, the bot comes back to a line that dropped, and all is mended at once', async () => {
  const gym = await openGym();
  const page = await visit(gym);
  await button(page, 'Faults').click();
  const deeds = drawer(page).getByRole('region', { name: 'What the bot did about it' }).getByRole('listitem');
  await button(drawer(page), 'Break Line drops').click();
  await deeds.filter({ hasText: 'It has all that it had missed.' }).waitFor();

  const lasting = ['Error 500', 'Rate limit', 'Answer lost', 'DMs closed', 'Outage', 'Bot removed', 'Channel deleted'];
  for (const fault of lasting) await button(drawer(page), `Break ${fault}`).click();
  const broken = drawer(page).getByRole('region', { name: 'Broken now' });
  await broken.getByText('Channel deleted: #training of Garden Gym, until you mend it').waitFor();
  await expect.poll(() => broken.getByRole('listitem').count()).toBe(lasting.length);
  await page
    .getByRole('navigation', { name: 'Channels' })
    .getByRole('link', { name: 'training' })
    .waitFor({ state: 'hidden' });

  await button(broken, 'Mend all').click();
  await broken.getByText('Nothing is broken.').waitFor();
  expect(gym.world.sam.state.takesDms).toBe(true);
  expect(gym.world.server.state.available).toBe(true);
  await page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: 'training' }).click();
  await composer(page).fill('All well again.');
  await page.keyboard.press('Enter');
  await messages(page).filter({ hasText: 'All well again.' }).waitFor();
});
