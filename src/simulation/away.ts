import { askToday } from './acts.ts';
import { attempt, nowIn, type Person, type Play, todayOf } from './person.ts';
import { daysAfter } from './wall-clock.ts';

/** `/pause` from today on: through a day that they name, or until they come back. */
export async function pausePlan(play: Play, person: Person, until?: string): Promise<void> {
  const { actor, ground, pauses } = person;
  const outcome = await attempt(play, actor, 'pause', '/pause', () =>
    actor.slash(ground.channel, 'pause', until === undefined ? {} : { until }),
  );
  if (outcome === undefined) return;
  pauses.push({ from: todayOf(person, play), saidAt: nowIn(play), ...(until !== undefined && { to: until }) });
}

/** A look at the day in a pause: nothing to do, and nothing missed. */
export async function lookInPause(play: Play, person: Person): Promise<void> {
  await askToday(play, person, 'words');
}

/** `/resume`: the plan goes on from today. */
export async function resumePlan(play: Play, person: Person): Promise<void> {
  const { actor, ground, pauses } = person;
  const outcome = await attempt(play, actor, 'return', '/resume', () => actor.slash(ground.channel, 'resume'));
  const pause = pauses.at(-1);
  if (outcome === undefined || pause === undefined) return;
  pause.to = daysAfter(todayOf(person, play), -1);
  pause.resumedAt = nowIn(play);
}
