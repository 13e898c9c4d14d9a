import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Gym, openGym } from './gym.ts';
import { button, drawer, enrolSam, messages, postOf } from './people.ts';
import { visit } from './visit.ts';

/** A message of the bot's, by hand: what the coach itself never posts. */
async function postByHand({ world: { sandbox, training } }: Gym, body: object): Promise<void> {
  const answer = await fetch(`${sandbox.apiUrl}/v10/channels/${training.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

const lines = (page: Page) => drawer(page).getByRole('listbox', { name: 'Lines' });

it('what Sam picks from a select arrives at the bot, as the wire shows', async () => {
  const gym = await openGym();
  const page = await visit(gym);
  const options = ['Rows', 'Squats', 'Push-ups'].map((label) => ({ label, value: label.toLowerCase() }));
  const select = { type: 3, custom_id: 'favourite', placeholder: 'What do you like best?', options };
  await postByHand(gym, { content: 'A question', components: [{ type: 1, components: [select] }] });
  await button(page, 'Wire').click();
  const question = messages(page).filter({ hasText: 'A question' });
  await question.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Squats' }).click();

  await drawer(page).getByRole('searchbox', { name: 'Filter the wire' }).fill('interaction_create');
  await lines(page).getByRole('option', { name: 'INTERACTION_CREATE' }).last().click();
  const detail = drawer(page).getByRole('region', { name: 'Detail' });
  await detail.getByText('"favourite"').waitFor();
  const said = JSON.parse(await detail.getByRole('region', { name: 'Said' }).locator('pre').innerText());
  expect(said).toMatchObject({ type: 3, data: { custom_id: 'favourite', values: ['squats'] } });
  expect(said.member.user.id).toBe(gym.world.sam.id);
});

it('somebody reads the wire: follows it, goes from line to line by keys, and takes it along', async () => {
  const gym = await openGym();
  await enrolSam(gym.world);
  const page = await visit(gym, { permissions: ['clipboard-read', 'clipboard-write'] });
  await button(page, 'Wire').click();
  await button(page, 'Next event').click();
  await postOf(page, 'Mon 5 Jan').waitFor();
  await button(drawer(page), 'REST').click();
  const { id } = gym.world.training;
  const posted = lines(page).getByRole('option', { name: `POST /channels/…${id.slice(-4)}/messages` });
  await posted.waitFor();
  expect(await posted.innerText()).toContain('200 OK');

  await lines(page).press('End');
  expect(await posted.getAttribute('aria-selected')).toBe('true');
  const got = drawer(page).getByRole('region', { name: 'Got', exact: true });
  await button(got, 'Copy got').click();
  await page.getByText('Got copied.').waitFor();
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(JSON.parse(String(copied))).toMatchObject({ channel_id: id });

  // It holds still while somebody reads, and says how much is new.
  await button(page, '+1 day').click();
  await drawer(page)
    .getByRole('button', { name: /^Follow \(\d+ new\)$/ })
    .click();
  await expect.poll(() => posted.count()).toBe(2);
  await button(drawer(page), 'Copy all shown').click();
  await page.getByText(/^\d+ lines copied\.$/).waitFor();
  const all = String(await page.evaluate('navigator.clipboard.readText()')).split('\n');
  expect(all.filter((line) => line.includes(`\tPOST /channels/${id}/messages\t200 OK`))).toHaveLength(2);
});
