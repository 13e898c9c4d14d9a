import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openGym } from './gym.ts';
import { button, chooseCommand, composer, drawer, enrolSam, messages, postOf, toPresent } from './people.ts';
import { visit } from './visit.ts';

const isFocused = async (page: Page, locator: Locator): Promise<boolean> =>
  (await locator.and(page.locator(':focus')).count()) === 1;

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await isFocused(page, goal)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${goal}`);
}

it('Sam enrols without a mouse', async () => {
  const gym = await openGym();
  const page = await visit(gym);
  const { keyboard } = page;
  await tabTo(page, button(page, 'Skip to the message box'));
  await keyboard.press('Enter');
  await expect.poll(() => isFocused(page, composer(page))).toBe(true);

  await keyboard.type('/enr');
  await page.getByRole('option', { name: /^\/enroll/ }).waitFor();
  await keyboard.press('Enter');
  await keyboard.type('lisb');
  await page.getByRole('option', { name: /^Europe\/Lisbon/ }).waitFor();
  await keyboard.press('Enter');
  await keyboard.type('gent');
  await page.getByRole('option', { name: /^Gentle/ }).waitFor();
  await keyboard.press('Enter');
  await keyboard.press('Enter');

  const form = page.getByRole('dialog', { name: 'Join the programme' });
  for (const day of ['Mon', 'Wed', 'Fri']) {
    await tabTo(page, form.getByRole('checkbox', { name: day }));
    await keyboard.press('Space');
  }
  await tabTo(page, form.getByRole('radio', { name: 'Today' }));
  await keyboard.press('ArrowDown');
  await tabTo(page, form.getByRole('checkbox', { name: 'I am 18 or over and have read the questions' }));
  await keyboard.press('Space');
  await tabTo(page, button(form, 'Submit'));
  await keyboard.press('Enter');
  await messages(page).filter({ hasText: 'Week 1 begins on Mon 12 Jan' }).waitFor();
  await expect.poll(() => isFocused(page, composer(page))).toBe(true);
});

it('a drawer takes the focus when it is opened by keys, and gives it back when Escape closes it', async () => {
  const gym = await openGym();
  const page = await visit(gym);
  for (const name of ['Faults', 'Wire', 'Guide']) {
    await button(page, name).focus();
    await page.keyboard.press('Enter');
    const heading = drawer(page).getByRole('heading', { name, level: 2 });
    await expect.poll(() => isFocused(page, heading)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'hidden' });
    await expect.poll(() => isFocused(page, button(page, name))).toBe(true);
  }
});

it('in the wire Escape empties the filter, then closes the drawer; a closed detail gives the focus back', async () => {
  const gym = await openGym();
  const page = await visit(gym);
  await enrolSam(gym.world);
  await button(page, 'Wire').click();
  const lines = drawer(page).getByRole('listbox', { name: 'Lines' });
  await lines.press('End');
  await button(page, 'Close detail').press('Enter');
  await expect.poll(() => isFocused(page, lines)).toBe(true);
  const filter = drawer(page).getByRole('searchbox', { name: 'Filter the wire' });
  await filter.fill('nothing like it');
  await drawer(page).getByText('No line fits.').waitFor();
  await filter.press('Escape');
  await lines.waitFor();
  await filter.press('Escape');
  await drawer(page).waitFor({ state: 'hidden' });
});

it('on a phone Sam enrols, gets the post and says that it is done', async () => {
  const gym = await openGym();
  const page = await visit(gym, { viewport: { width: 360, height: 740 }, hasTouch: true });
  const fits = async () => expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await fits();
  await chooseCommand(page, '/enroll');
  await page.keyboard.type('lisb');
  await page.getByRole('option', { name: /^Europe\/Lisbon/ }).tap();
  await page.getByRole('option', { name: /^Standard/ }).tap();
  await fits();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Join the programme' });
  for (const day of ['Mon', 'Wed', 'Fri']) await form.getByRole('checkbox', { name: day }).tap();
  await form.getByRole('checkbox', { name: 'I am 18 or over and have read the questions' }).tap();
  await fits();
  await button(form, 'Submit').tap();
  await messages(page).filter({ hasText: 'You are in.' }).waitFor();

  await button(page, 'Next event').tap();
  await button(postOf(page, 'Mon 5 Jan'), 'Done').tap();
  await toPresent(page);
  await messages(page).filter({ hasText: 'Session logged.' }).waitFor();
  await fits();
});
