import { expect, it } from 'vitest';
import { openGym } from './gym.ts';
import { composer, messages } from './people.ts';
import { visit } from './visit.ts';

/** Each would tell if it ran. */
const TRICKS = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=2</script>',
  '<svg onload="window.hacked=3"><a href="javascript:window.hacked=4">go</a></svg>',
  '[press me](javascript:window.hacked=5)',
  '[press me](<javascript:window.hacked=6>)',
  '[press me](https://x.test" onmouseover="window.hacked=7)',
  '<https://x.test/"onclick="window.hacked=8>',
  '```html\n<img src=x onerror="window.hacked=9">\n```',
  '||<iframe srcdoc="<script>parent.hacked=10</script>"></iframe>||',
];

it('what members write is text: none of it runs, and it stands there as it was written', async () => {
  const gym = await openGym();
  const { training, server, sam } = gym.world;
  const eve = server.member('<b>Eve</b><img src=x onerror="window.hacked=11">');
  for (const trick of TRICKS) eve.say(training, trick);
  const page = await visit(gym);
  await messages(page).filter({ hasText: '<iframe srcdoc=' }).waitFor();
  await composer(page).fill('<img src=x onerror="window.hacked=12"> from Sam');
  await page.keyboard.press('Enter');
  const own = messages(page).filter({ hasText: 'from Sam' });
  await own.waitFor();
  expect(await own.innerText()).toContain('<img src=x onerror="window.hacked=12"> from Sam');
  expect(sam.sees(training)).toHaveLength(TRICKS.length + 1);

  for (const link of await page.getByRole('log').getByRole('link').all())
    expect(await link.getAttribute('href')).toMatch(/^https?:/);
  for (const press of await page.getByText('press me').all()) await press.hover();
  expect(await page.getByRole('log').locator('img, script, iframe, [onclick], [onmouseover]').count()).toBe(0);
  expect(await page.evaluate('window.hacked')).toBeUndefined();
});
