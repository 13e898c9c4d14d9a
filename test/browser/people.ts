import type { Locator, Page } from 'playwright-core';
import type { World } from './gym.ts';

/* What people do and see on the page, by the names that they read there. */

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Message #training' });
export const messages = (page: Page): Locator => page.getByRole('log').getByRole('article');
export const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true });
/** The daily post that begins with this date. */
export const postOf = (page: Page, date: string): Locator =>
  messages(page).filter({ has: page.getByRole('heading', { name: date, exact: true }) });
export const drawer = (page: Page): Locator => page.getByRole('complementary');

/** Goes to the latest message, and stays with what comes: whoever presses a button further up does not see it otherwise. */
export const toPresent = (page: Page): Promise<void> => page.getByRole('log').press('End');

/** Chooses a command from the list, and leaves the cursor in its first option. */
export async function chooseCommand(page: Page, command: string): Promise<void> {
  await composer(page).pressSequentially(command);
  await page.getByRole('listbox', { name: 'Commands' }).getByRole('option', { name: command }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: command }).waitFor();
}

/** Sends a command that asks for nothing. */
export async function command(page: Page, name: string): Promise<void> {
  await chooseCommand(page, name);
  await page.keyboard.press('Enter');
}

/** Plays somebody else from here on. */
export async function play(page: Page, name: string): Promise<void> {
  await button(page, 'Play somebody else').click();
  await page.getByRole('dialog', { name: 'Play somebody else' }).getByRole('button', { name }).click();
  await page.getByRole('region', { name: 'Whom you play' }).getByText(name, { exact: true }).waitFor();
}

/** Ana is in the programme, by the way and off the page. */
export const enrolAna = ({ ana, training, director }: World): Promise<unknown> =>
  director.turn(() => ana.slash(training, 'enroll', EVERYTHING));

export const enrolSam = ({ sam, training, director }: World): Promise<unknown> =>
  director.turn(() => sam.slash(training, 'enroll', EVERYTHING));

const EVERYTHING = {
  ...{ zone: 'Europe/Lisbon', level: 'standard', days: 'Mon Wed Fri', kit: 'none' },
  ...{ start: 'today', ready: true, share: false, mention: false },
};
