import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Gym, openGym } from './gym.ts';
import { button, chooseCommand, composer, drawer, enrolAna, enrolSam, messages, postOf, toPresent } from './people.ts';
import { picture, visit } from './visit.ts';

/** Colours are what the light changes: all else was checked in the dark. */
const RULES: Readonly<Record<'dark' | 'light', RunOptions>> = {
  dark: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  light: { runOnly: { type: 'rule', values: ['color-contrast'] } },
};

/** What keeps somebody out of a part of the page, in words; nothing when all is well. */
async function violations(page: Page, part: string, rules: RunOptions): Promise<string[]> {
  const options: RunOptions = { ...rules, resultTypes: ['violations'], preload: false };
  const found = (await page.evaluate(`axe.run(${JSON.stringify(part)}, ${JSON.stringify(options)})`)) as AxeResults;
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
  );
}

/**
 * Checks what is on the screen in the dark and in the light, and keeps a picture of each where pictures are wanted.
 * @param part where the rest of the page was checked before: a selector of what is new
 */
async function check(page: Page, name: string, part = 'html'): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
    if (process.env['SCREENSHOTS'] !== undefined) await picture(page, `${name} ${colorScheme}`);
    expect(await violations(page, part, RULES[colorScheme]), `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** A day on which a bit of everything was said. */
async function aDay(gym: Gym): Promise<void> {
  const { training, ana, sam, director, sandbox } = gym.world;
  await enrolAna(gym.world);
  await enrolSam(gym.world);
  ana.say(training, `Good morning <@${sam.id}>. **Ready** for rows? It is \`1\`, see <https://example.test/> ||soon||`);
  ana.say(training, '# Plan\n- rows\n- squats\n> not today\n-# small');
  const options = ['Rows', 'Squats'].map((label) => ({ label, value: label }));
  const fields = [{ name: 'Rows', value: '12' }];
  await fetch(`${sandbox.apiUrl}/v10/channels/${training.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      embeds: [{ title: 'A chart', description: 'How it *went*', fields, color: 0x2f7d6b }],
      components: [{ type: 1, components: [{ type: 3, custom_id: 'pick', placeholder: 'Pick one', options }] }],
    }),
  });
  await director.advanceBy(30 * 60_000);
}

async function enter(gym: Gym, width: number, height: number): Promise<Page> {
  const page = await visit(gym, { viewport: { width, height } });
  await page.evaluate(axe.source);
  return page;
}

describe('nobody is kept out by', () => {
  it('the chat, a private message, and the list of a select', async () => {
    const gym = await openGym();
    await aDay(gym);
    const page = await enter(gym, 1_280, 800);
    const select = messages(page).filter({ hasText: 'A chart' }).getByRole('combobox');
    await select.scrollIntoViewIfNeeded();
    await select.click();
    await page.getByRole('option', { name: 'Squats' }).waitFor();
    await check(page, 'select');
    await page.keyboard.press('Escape');
    await button(postOf(page, 'Mon 5 Jan'), 'My workout').click();
    await toPresent(page);
    await messages(page).filter({ hasText: 'About 25 minutes.' }).waitFor();
    await check(page, 'chat');
    // Up to where there is more than one message in sight.
    await page.getByRole('log').press('Home');
    await messages(page).filter({ hasText: 'Good morning' }).waitFor();
    await check(page, 'messages', '[role=log]');
  });

  it('the list of commands, the options of one, and the form', async () => {
    const gym = await openGym();
    const page = await enter(gym, 1_280, 800);
    await composer(page).pressSequentially('/');
    await page.getByRole('listbox', { name: 'Commands' }).waitFor();
    await check(page, 'commands');
    await composer(page).fill('');
    await chooseCommand(page, '/enroll');
    await page.keyboard.type('lis');
    await page.getByRole('option', { name: /^Europe\/Lisbon/ }).waitFor();
    await check(page, 'options', 'main');
    await page.getByRole('option', { name: /^Europe\/Lisbon/ }).click();
    await page.getByRole('option', { name: /^Standard/ }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Join the programme' }).waitFor();
    await check(page, 'form', 'dialog[open]');
    await button(page, 'Submit').click();
    await page.getByText('Select between 3 and 5 options').waitFor();
    await check(page, 'form with errors', 'dialog[open]');
  });

  it('the drawers, the menus, and the question before all begins again', async () => {
    const gym = await openGym();
    const page = await enter(gym, 1_280, 800);
    await button(page, 'Guide').click();
    await drawer(page).getByRole('list').first().waitFor();
    await check(page, 'guide');
    await button(page, 'Faults').click();
    await button(drawer(page), 'Break Channel silenced').click();
    await drawer(page).getByRole('listitem').filter({ hasText: 'until you mend it' }).waitFor();
    await check(page, 'faults', 'aside');
    await button(page, 'Wire').click();
    await drawer(page).getByRole('listbox').press('End');
    await drawer(page).getByRole('region', { name: 'Detail' }).waitFor();
    await check(page, 'wire', 'aside');
    await button(page, 'Play somebody else').click();
    await page.getByRole('dialog', { name: 'Play somebody else' }).waitFor();
    await check(page, 'people', '.app-places');
    await page.keyboard.press('Escape');
    await button(page, 'Settings').click();
    await check(page, 'settings', '.app-places');
    await page.keyboard.press('Escape');
    await button(page, 'Begin again').click();
    await page.getByRole('dialog', { name: 'Begin again' }).waitFor();
    await check(page, 'begin again', 'dialog[open]');
  });

  it('any of it on a phone', async () => {
    const gym = await openGym();
    await aDay(gym);
    const page = await enter(gym, 360, 740);
    await postOf(page, 'Mon 5 Jan').waitFor();
    await check(page, 'phone chat');
    await button(page, 'Menu').click();
    await check(page, 'phone places', '.app-places');
    await page.keyboard.press('Escape');
    for (const name of ['Faults', 'Wire', 'Guide']) {
      await button(page, name).click();
      await check(page, `phone ${name.toLowerCase()}`, 'aside');
      expect((await drawer(page).boundingBox())?.width).toBe(360);
      await button(page, `Close ${name.toLowerCase()}`).click();
    }
    await composer(page).pressSequentially('/');
    await page.getByRole('listbox', { name: 'Commands' }).waitFor();
    await check(page, 'phone commands', 'main');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});
