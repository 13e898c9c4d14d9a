import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openGym } from './gym.ts';
import { button, chooseCommand, composer, messages } from './people.ts';
import { visit } from './visit.ts';

/** What the coach says to somebody who is in. */
const welcome = (page: Page) => messages(page).filter({ hasText: 'You are in.' });

/** Picks a further option of the command, which asks for its value then. */
const further = (page: Page, option: string) =>
  page.getByRole('listbox', { name: 'Further options' }).getByRole('option', { name: option }).click();

it('Sam enrols by a command with all that it asks for', async () => {
  const gym = await openGym();
  const page = await visit(gym);
  await chooseCommand(page, '/enroll');

  await page.getByRole('combobox', { name: 'zone' }).pressSequentially('lisb');
  await page.getByRole('option', { name: /^Europe\/Lisbon/ }).click();
  await page.getByRole('option', { name: /^Standard/ }).click();
  await further(page, 'days');
  await page.getByRole('textbox', { name: 'days' }).pressSequentially('Mon Wed Fri');
  await page.keyboard.press('Tab');
  await further(page, 'kit');
  await page.getByRole('textbox', { name: 'kit' }).pressSequentially('none');
  await page.keyboard.press('Tab');
  await further(page, 'start');
  await page.getByRole('option', { name: 'Today' }).click();
  await further(page, 'ready');
  await page.getByRole('option', { name: 'True' }).click();
  await page.keyboard.press('Enter');

  await welcome(page).getByText('Only you can see this').waitFor();
  expect(await welcome(page).innerText()).toContain('You train on Mon, Wed and Fri');
  expect(await composer(page).inputValue()).toBe('');
});

it('Sam enrols by the form that asks for what the command left out', async () => {
  const gym = await openGym();
  const page = await visit(gym);
  await chooseCommand(page, '/enroll');
  await page.keyboard.type('lisb');
  await page.getByRole('option', { name: /^Europe\/Lisbon/ }).click();
  await page.getByRole('option', { name: /^Gentle/ }).click();
  await page.keyboard.press('Enter');

  const form = page.getByRole('dialog', { name: 'Join the programme' });
  for (const day of ['Tue', 'Thu']) await form.getByRole('checkbox', { name: day }).check();
  await form.getByRole('radio', { name: 'Next Monday' }).check();
  await button(form, 'Submit').click();
  await form.getByText('Select between 3 and 5 options').waitFor();
  await form.getByRole('checkbox', { name: 'Sat' }).check();
  await form.getByRole('checkbox', { name: 'I am 18 or over and have read the questions' }).check();
  await button(form, 'Submit').click();

  await welcome(page).waitFor();
  await form.waitFor({ state: 'hidden' });
  expect(await welcome(page).innerText()).toContain('Week 1 begins on Mon 12 Jan. You train on Tue, Thu and Sat');
});
