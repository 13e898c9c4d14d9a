import { expect, it } from 'vitest';
import { openGym } from './gym.ts';
import { button, drawer, messages, postOf, toPresent } from './people.ts';
import { visit } from './visit.ts';

it('a newcomer follows the guide: sets the coach up as Olivia, joins as Sam, gets the post and presses Done', async () => {
  const gym = await openGym({ isSetUp: false });
  const page = await visit(gym, { knowsGuide: false });
  const guide = drawer(page);
  const isDone = (step: string) => guide.getByRole('heading', { name: `${step} (done)` }).waitFor();

  await button(guide, 'As Olivia, type /coach setup').click();
  const further = page.getByRole('group', { name: '/coach setup' }).getByRole('listbox', { name: 'Further options' });
  await further.getByRole('option', { name: 'zone' }).click();
  await page.getByRole('combobox', { name: 'zone' }).pressSequentially('lisb');
  await page.getByRole('option', { name: /^Europe\/Lisbon/ }).click();
  await page.keyboard.press('Enter');
  await isDone('Set the coach up');

  await button(guide, 'As Sam, type /enroll').click();
  await page.getByRole('group', { name: '/enroll' }).waitFor();
  await page.getByRole('combobox', { name: 'zone' }).pressSequentially('lisb');
  await page.getByRole('option', { name: /^Europe\/Lisbon/ }).click();
  await page.getByRole('option', { name: /^Gentle/ }).click();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Join the programme' });
  for (const day of ['Mon', 'Wed', 'Fri']) await form.getByRole('checkbox', { name: day }).check();
  await form.getByRole('checkbox', { name: 'I am 18 or over and have read the questions' }).check();
  await button(form, 'Submit').click();
  await isDone('Join the plan');

  await button(guide, 'Turn the clock to what is next').click();
  await isDone('Receive the day’s post');
  await button(postOf(page, 'Mon 5 Jan'), 'Done').click();
  await toPresent(page);
  await messages(page).filter({ hasText: 'Session logged.' }).waitFor();
  await isDone('Press Done');
  expect(await guide.getByRole('heading', { name: /\(done\)$/ }).count()).toBe(4);

  // It is closed once, and stays so.
  await button(guide, 'Close guide').click();
  await page.reload();
  await postOf(page, 'Mon 5 Jan').waitFor();
  expect(await drawer(page).count()).toBe(0);
});
