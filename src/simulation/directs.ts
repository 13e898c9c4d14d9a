import type { SandboxEvent } from '../sandbox/events.ts';
import { noteOf } from './acts.ts';
import { buttonOf, buttonsOf, dayOfButton, formIn, type Message, messageIn } from './answer.ts';
import type { DirectKind } from './check-direct.ts';
import { attempt, isHoliday, isInPlan, nowIn, type Person, type Play, standing, todayOf, trainsOn } from './person.ts';
import { shownAt } from './wall-clock.ts';

/** Notes each direct message to the people of a play as it comes; that an owner got one is wrong, for none asked. */
export function noteDirects(play: Play): void {
  play.stage.sandbox.on('event', (event) => {
    if (event.kind !== 'coach' || event.how !== 'posted' || event.where.serverId !== undefined) return;
    const person = play.people.find(({ part }) => event.where.label === `DM with ${part.name}`);
    if (person !== undefined) noteDirect(play, person, event);
    const owner = play.grounds.find(({ server }) => event.where.label === `DM with ${server.owner.name}`);
    if (owner !== undefined) play.differences.push(`${owner.server.owner.name} was written to, and had not asked`);
  });
}

const KEY = /^remind-(\w+)\.\d+\.\d{4}-\d{2}-\d{2}\.\d\.(\d+)$/;

function noteDirect(play: Play, person: Person, { at, messageId }: SandboxEvent & { readonly kind: 'coach' }): void {
  const { actor, livesIn } = person;
  const message = actor.sees(actor.dm()).find(({ id }) => id === messageId);
  const [, kind, again] =
    (message &&
      buttonsOf(message)
        .map(({ argument }) => KEY.exec(argument))
        .find(Boolean)) ??
    [];
  const day = todayOf(person, play);
  person.directs.push({
    ...{ kind, at, day, time: shownAt(at, livesIn).time, isAgain: again !== undefined && again !== '0' },
    isInPlan: isInPlan(person, day),
    hasSession: trainsOn(person, day) && !isHoliday(play, person, day),
  });
}

const HOUR = 3_600_000;

/** The latest reminder of that kind that came within the hour and that can still be done. */
function freshDirect(play: Play, { actor }: Person, kind: DirectKind) {
  const message = actor
    .sees(actor.dm())
    .findLast((each) => buttonOf(each, 'remind-done')?.argument.startsWith(`remind-${kind}.`));
  if (message === undefined || nowIn(play) - Date.parse(message.timestamp) > HOUR) return undefined;
  const button = buttonOf(message, 'remind-done');
  const day = button && dayOfButton(button);
  return button === undefined || day === undefined ? undefined : { message, day };
}

async function pressOn(play: Play, { actor }: Person, message: Message, name: string, expected: 'reminder' | 'remark') {
  const { customId = name } = buttonOf(message, name) ?? {};
  return attempt(play, actor, expected, `“${name}” on a reminder`, () => actor.click(message, customId));
}

/** Did it: presses Done, which logs it once. */
export async function doneByDirect(play: Play, person: Person, kind: 'workout' | 'water'): Promise<void> {
  const { actor } = person;
  const fresh = freshDirect(play, person, kind);
  if (fresh === undefined) return;
  const { message, day } = fresh;
  const { customId = 'remind-done' } = buttonOf(message, 'remind-done') ?? {};
  const isLogged = kind === 'workout' && standing(person, kind, day);
  const outcome = await attempt(play, actor, isLogged ? 'remark' : 'logged', `Done on a reminder of ${day}`, () =>
    actor.click(message, customId),
  );
  if (!isLogged) noteOf(play, person, { kind, day }, messageIn(outcome));
}

/** Tells the night, through the form of a reminder to wind down. */
export async function sleepByDirect(play: Play, person: Person): Promise<void> {
  const { actor, whims } = person;
  const fresh = freshDirect(play, person, 'sleep');
  if (fresh === undefined) return;
  const { message, day } = fresh;
  const { customId = 'remind-done' } = buttonOf(message, 'remind-done') ?? {};
  const what = 'Log last night on a reminder';
  const form = formIn(await attempt(play, actor, 'form', what, () => actor.click(message, customId)));
  if (form === undefined) return;
  const hours = String(whims.between(12, 18) / 2);
  const outcome = await attempt(play, actor, 'logged', what, () => actor.submit(form, { hours }));
  noteOf(play, person, { kind: 'sleep', day }, messageIn(outcome));
}

/** In an hour. */
export async function laterByDirect(play: Play, person: Person): Promise<void> {
  const fresh = freshDirect(play, person, 'workout');
  if (fresh !== undefined) await pressOn(play, person, fresh.message, 'remind-later', 'reminder');
}

/** No more of these. */
export async function stopByDirect(play: Play, person: Person, kind: DirectKind): Promise<void> {
  const fresh = freshDirect(play, person, kind);
  const wish = person.wishes.find((each) => each.kind === kind && each.stoppedAt === undefined);
  if (fresh === undefined || wish === undefined) return;
  if ((await pressOn(play, person, fresh.message, 'remind-stop', 'remark')) !== undefined) wish.stoppedAt = nowIn(play);
}
