import { buttonsOf, type Expectation, formIn, type Message, messageIn } from './answer.ts';
import type { DirectKind } from './check-direct.ts';
import { attempt, nowIn, type Person, type Play } from './person.ts';
import { timeAfter } from './wall-clock.ts';

/** A page of `/settings`, as it stands after what was done on it. */
interface Panel {
  press(name: string, argument: string): Promise<void>;
  pick(name: string, value: string): Promise<void>;
  /** Opens a form with a button, and sends it off filled in. */
  fill(name: string, argument: string, values: Readonly<Record<string, string>>): Promise<void>;
}

async function openPanel(play: Play, { actor, ground, part }: Person, page: string): Promise<Panel> {
  let panel = messageIn(
    await attempt(play, actor, 'card', '/settings', () => actor.slash(ground.channel, 'settings', { page })),
  );
  const on = async (
    name: string,
    argument: string,
    expected: Expectation,
    act: (message: Message, customId: string) => ReturnType<typeof actor.click>,
  ) => {
    const seen = panel;
    const found = seen && buttonsOf(seen).find((each) => each.name === name && each.argument === argument);
    if (seen === undefined || found === undefined) {
      play.differences.push(`${part.name} looked for “${name}” in /settings, and it was not there`);
      return undefined;
    }
    return attempt(play, actor, expected, `“${name}” in /settings`, () => act(seen, found.customId));
  };
  return {
    async press(name, argument) {
      panel = messageIn(await on(name, argument, 'card', (message, id) => actor.click(message, id))) ?? panel;
    },
    async pick(name, value) {
      panel = messageIn(await on(name, 'mine', 'card', (message, id) => actor.select(message, id, value))) ?? panel;
    },
    async fill(name, argument, values) {
      const form = formIn(await on(name, argument, 'form', (message, id) => actor.click(message, id)));
      if (form === undefined) return;
      const sent = await attempt(play, actor, 'card', 'a form of /settings', () => actor.submit(form, values));
      panel = messageIn(sent) ?? panel;
    },
  };
}

/** Tells what they have to train with: their units, and their dumbbells. */
export async function tellGear(play: Play, person: Person): Promise<void> {
  const { units, dumbbells } = person.part;
  if (units === undefined && dumbbells === undefined) return;
  const panel = await openPanel(play, person, 'gear');
  if (units === 'pounds') await panel.press('settings-units', 'imperial');
  if (dumbbells !== undefined) await panel.fill('settings-loads', 'mine', { dumbbells });
}

/** Tells where they are, by the name of the city. */
export async function tellZone(play: Play, person: Person): Promise<void> {
  const { clock, livesIn } = person;
  if (clock.zone === livesIn) return;
  const panel = await openPanel(play, person, 'day');
  const city = livesIn.split('/').at(-1)?.replaceAll('_', ' ') ?? livesIn;
  await panel.fill('settings-zone', 'mine', { zone: city });
  person.clock = { zone: livesIn, moved: { from: clock.zone, at: nowIn(play) } };
}

/** Joins the leaderboard, in `/settings`. */
export async function joinBoard(play: Play, person: Person): Promise<void> {
  const panel = await openPanel(play, person, 'privacy');
  await panel.press('settings-privacy', 'board.yes');
}

/** After their time, so long reminders are still worth sending (minutes); a week's review for a whole morning. */
const GRACE = 31;
const REVIEW: readonly [string, string] = ['09:00', '15:01'];
const BEFORE_SLEEP = 30;

/** Asks for reminders by direct message. */
export async function askReminders(play: Play, person: Person): Promise<void> {
  const { reminders } = person.part;
  if (reminders === undefined) return;
  const { workout, sleep, water, review, mostADay, quiet } = reminders;
  const panel = await openPanel(play, person, 'reminders');
  if (quiet !== undefined) await panel.fill('settings-quiet', 'mine', { from: quiet[0], to: quiet[1] });
  if (mostADay !== undefined) await panel.pick('settings-most', String(mostADay));
  const wish = (kind: DirectKind, from: string, to: string) =>
    person.wishes.push({ kind, askedAt: nowIn(play), hours: [from, to] });
  if (workout !== undefined) {
    await panel.fill('settings-remind', 'workout.on', { at: workout });
    wish('workout', workout, timeAfter(workout, GRACE));
  }
  if (sleep !== undefined) {
    const { wakes, hours } = sleep;
    await panel.fill('settings-remind', 'sleep.on', { wakes, hours: String(hours) });
    const windDown = timeAfter(wakes, -hours * 60 - BEFORE_SLEEP);
    wish('sleep', windDown, timeAfter(windDown, GRACE));
  }
  if (water !== undefined) {
    await panel.fill('settings-water-hours', 'mine', { from: water.from, to: water.to });
    await panel.pick('settings-water', String(water.times));
    wish('water', water.from, water.to);
  }
  if (review === undefined) return;
  await panel.press('settings-remind', 'review.on');
  wish('review', ...REVIEW);
}

/** When reminders of water come, by their own account: each in the middle of its part of their hours. */
export function glassesAt({ reminders }: Person['part']): string[] {
  const { times = 0, from = '', to = '' } = reminders?.water ?? {};
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const part = (minutes(to) - minutes(from)) / times;
  return Array.from({ length: times }, (_, index) => timeAfter(from, Math.floor(part * (index + 0.5))));
}
