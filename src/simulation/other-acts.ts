import { latestPost, noteOf } from './acts.ts';
import { buttonOf, dayOfButton, formIn, type Message, messageIn } from './answer.ts';
import { attempt, type Ground, nowIn, type Person, type Play, todayOf } from './person.ts';

const HOUR = 3_600_000;

export async function logSleep(play: Play, person: Person): Promise<void> {
  const { actor, ground, random } = person;
  const hours = random.between(10, 19) / 2;
  const outcome = await attempt(play, actor, 'logged', '/checkin sleep', () =>
    actor.slash(ground.channel, 'checkin sleep', { hours }),
  );
  noteOf(play, person, { kind: 'sleep', day: todayOf(person, play) }, messageIn(outcome));
}

export async function logWater(play: Play, person: Person): Promise<void> {
  const { actor, ground, random } = person;
  const glasses = random.between(1, 4);
  const outcome = await attempt(play, actor, 'logged', '/checkin water', () =>
    actor.slash(ground.channel, 'checkin water', { glasses }),
  );
  noteOf(play, person, { kind: 'water', day: todayOf(person, play) }, messageIn(outcome));
}

/** Log last night, from the evening's nudge: through its form. */
export async function answerSleepNudge(play: Play, person: Person): Promise<void> {
  const { actor, random } = person;
  const nudge = freshNudge(play, person, 'log-sleep');
  if (nudge === undefined) return;
  const hours = String(random.between(10, 19) / 2).replace('.', random.pick(['.', ',']));
  const shown = await attempt(play, actor, 'form', 'Log last night', () => actor.click(nudge.message, nudge.customId));
  const form = formIn(shown);
  if (form === undefined) return;
  const outcome = await attempt(play, actor, 'logged', 'the form of Log last night', () =>
    actor.submit(form, { hours }),
  );
  noteOf(play, person, { kind: 'sleep', day: nudge.day }, messageIn(outcome));
}

/** Had a glass, from a nudge. */
export async function answerWaterNudge(play: Play, person: Person): Promise<void> {
  const { actor } = person;
  const nudge = freshNudge(play, person, 'log-water');
  if (nudge === undefined) return;
  const outcome = await attempt(play, actor, 'logged', 'Had a glass', () => actor.click(nudge.message, nudge.customId));
  noteOf(play, person, { kind: 'water', day: nudge.day }, messageIn(outcome));
}

/** The latest nudge, if it came within two hours, and the day for which it logs: never one ahead of theirs. */
function freshNudge(play: Play, person: Person, name: string) {
  const message: Message | undefined = latestPost(person, name, '');
  const button = message && buttonOf(message, name);
  const day = button && dayOfButton(button);
  if (message === undefined || button === undefined || day === undefined) return undefined;
  const now = nowIn(play);
  if (now - Date.parse(message.timestamp) > 2 * HOUR) return undefined;
  const today = todayOf(person, play);
  return { message, customId: button.customId, day: day > today ? today : day };
}

/** `/leave`, and then either button. */
export async function leave(play: Play, person: Person, meansIt: boolean): Promise<void> {
  const { actor, ground } = person;
  const question = messageIn(
    await attempt(play, actor, 'question', '/leave', () => actor.slash(ground.channel, 'leave')),
  );
  const button = question && buttonOf(question, meansIt ? 'leave' : 'stay');
  if (question === undefined || button === undefined) return;
  const outcome = await attempt(play, actor, 'remark', meansIt ? 'End my plan' : 'Stay', () =>
    actor.click(question, button.customId),
  );
  if (meansIt && outcome !== undefined) person.leftAt = nowIn(play);
}

/** The owner finds the zone as they type, and sets the coach up. */
export async function setUp(play: Play, ground: Ground): Promise<void> {
  const { place, server, channel } = ground;
  const { owner } = server;
  const city = place.zone.split('/').at(-1)?.replaceAll('_', ' ').toLowerCase() ?? '';
  await attempt(play, owner, 'choices', 'typing the server’s city', () =>
    owner.autocomplete(channel, 'coach setup', { zone: city }, 'zone'),
  );
  const wishes = { zone: place.zone, time: place.postAt, sleep: place.sleepAt ?? 'off', water: place.waterAt.length };
  const outcome = await attempt(play, owner, 'words', '/coach setup', () =>
    owner.slash(channel, 'coach setup', wishes),
  );
  if (outcome !== undefined) ground.setUpAt = nowIn(play);
}

export async function askStatus(play: Play, { server, channel }: Ground): Promise<void> {
  await attempt(play, server.owner, 'card', '/coach status', () => server.owner.slash(channel, 'coach status'));
}
