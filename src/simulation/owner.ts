import { type Day, formatDay } from '../coach/day.ts';
import { textOf } from '../sandbox/world/content.ts';
import { buttonsOf, messageIn } from './answer.ts';
import { askStatus } from './other-acts.ts';
import { attempt, type Ground, type Play } from './person.ts';
import { daysAfter } from './wall-clock.ts';

/** What an owner does from week to week: looks after the coach each Monday, and what they like beyond that. */
export function own(play: Play, ground: Ground, weeks: number): void {
  const { holidays = [], goal } = ground.place;
  const on = (day: number, time: string, run: () => Promise<void>) => {
    if (day < weeks * 7)
      play.agenda.add({ at: Date.parse(`${daysAfter(play.opensOn, day)}T${time}:00Z`), needsBot: true, run });
  };
  for (let week = 0; week < weeks; week += 1) on(week * 7, '19:00', () => askStatus(play, ground));
  if (goal) on(7, '19:10', () => turnGoalOn(play, ground));
  for (const [index, day] of holidays.entries()) {
    on(day - 5, '12:30', () => freeze(play, ground, daysAfter(play.opensOn, day)));
    on(day - 4, '12:30', () => preview(play, ground, index === 0 ? 'gentle' : undefined));
  }
}

async function turnGoalOn(play: Play, { server, channel }: Ground): Promise<void> {
  await attempt(play, server.owner, 'words', '/coach setup goal:true', () =>
    server.owner.slash(channel, 'coach setup', { goal: true }),
  );
}

/** A day that counts for nobody. */
async function freeze(play: Play, { server, channel }: Ground, day: string): Promise<void> {
  const { owner } = server;
  const card = messageIn(
    await attempt(play, owner, 'words', `/coach freeze from:${day}`, () =>
      owner.slash(channel, 'coach freeze', { from: day }),
    ),
  );
  if (card !== undefined && !textOf(card).includes(formatDay(day as Day)))
    play.differences.push(`${owner.name} froze ${day}, and was not told so`);
}

/** A day of week 8 as it will be, and the day after it. */
async function preview(play: Play, { server, channel }: Ground, level: string | undefined): Promise<void> {
  const { owner } = server;
  const wish = { week: 8, day: '3', ...(level !== undefined && { level }) };
  const card = messageIn(
    await attempt(play, owner, 'preview', '/coach preview', () => owner.slash(channel, 'coach preview', wish)),
  );
  const next =
    card && buttonsOf(card).findLast(({ name, argument }) => name === 'coach-show' && argument.endsWith('.52'));
  if (card === undefined || next === undefined) return;
  await attempt(play, owner, 'preview', 'the day after', () => owner.click(card, next.customId));
}
