import { expect, it } from 'vitest';
import { openGym } from './gym.ts';
import { button, command, composer, enrolSam, messages, postOf, toPresent } from './people.ts';
import { visit } from './visit.ts';

it('Sam turns the clock to the daily post, presses My workout and Done, and sees the streak', async () => {
  const gym = await openGym();
  await enrolSam(gym.world);
  const page = await visit(gym);
  await button(page, 'Next event').click();
  await button(postOf(page, 'Mon 5 Jan'), 'My workout').click();
  await toPresent(page);
  const workout = messages(page).filter({ hasText: 'About 25 minutes.' });
  await workout.getByText('Only you can see this').waitFor();
  expect(await workout.innerText()).toContain('Towel row');

  await button(workout, 'Done').click();
  await toPresent(page);
  await messages(page).filter({ hasText: 'Session logged.' }).waitFor();
  await command(page, '/streak');
  const streak = messages(page).filter({ hasText: 'Consistency' }).last();
  await streak.waitFor();
  expect(await streak.innerText()).toContain('Streak: 1 session');
  expect(await streak.innerText()).toContain('Mon 5 Jan: kept, streak 1');
});

it('a week is played at speed, and its posts arrive without anybody loading the page anew', async () => {
  const gym = await openGym();
  await enrolSam(gym.world);
  const page = await visit(gym);
  await postOf(page, 'Mon 5 Jan').waitFor({ state: 'hidden' });
  // A week in two seconds, which is faster than the story is told.
  gym.world.director.play(300_000);
  await postOf(page, 'Mon 12 Jan').waitFor();
  await button(page, 'Pause').click();
  await button(page, 'Play').waitFor();
  expect(gym.world.director.pace.speed).toBe(0);

  await page.getByRole('log').hover();
  for (const date of ['Sat 10 Jan', 'Wed 7 Jan', 'Mon 5 Jan']) {
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, -400);
        return postOf(page, date).isVisible();
      })
      .toBe(true);
  }
});

it('Sam begins again: nothing is said, and it is Monday morning', async () => {
  const gym = await openGym();
  await enrolSam(gym.world);
  const page = await visit(gym);
  await button(page, '+1 day').click();
  await postOf(page, 'Mon 5 Jan').waitFor();
  await button(page, 'Begin again').click();
  await button(page.getByRole('dialog', { name: 'Begin again' }), 'Begin again').click();
  await postOf(page, 'Mon 5 Jan').waitFor({ state: 'hidden' });
  await page.getByRole('banner').getByText('07:00', { exact: true }).waitFor();
  await page.getByRole('heading', { name: 'Welcome to #training' }).waitFor();
  expect(await messages(page).count()).toBe(0);
});

it('the page comes back by itself when its program was away for a while', async () => {
  const gym = await openGym();
  const page = await visit(gym, { mayComplain: /ERR_|Failed to load/ });
  await gym.stopServing();
  await page.getByText('The sandbox does not answer').waitFor();
  gym.world.ana.say(gym.world.training, 'Where is everybody?');
  await gym.serveAgain();
  // Browsers ask again every few seconds.
  await messages(page).filter({ hasText: 'Where is everybody?' }).waitFor({ timeout: 15_000 });
  await page.getByText('The sandbox does not answer').waitFor({ state: 'hidden' });
  await composer(page).fill('Here again.');
  await page.keyboard.press('Enter');
  await messages(page).filter({ hasText: 'Here again.' }).waitFor();
});
