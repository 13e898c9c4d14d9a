import { MINUTE } from '../coach/day.ts';
import { checkIn, latestPost, openCard, pressDone, pressDoneTwice, undo } from './acts.ts';
import { buttonOf, choiceOf, dayOfButton, type Message } from './answer.ts';
import { beginGuided, takeUp } from './guided.ts';
import { attempt, type Note, nowIn, type Person, type Play, todayOf } from './person.ts';
import { logTyped } from './typed-sets.ts';

/** Looks at the day's session, trains, and logs it in the way that is theirs. */
export async function train(play: Play, person: Person, date: string): Promise<void> {
  const { part, random, trainee } = person;
  const { left } = trainee;
  if (left !== undefined) {
    await takeUp(play, person, left);
    // What is left of it is today's training, if it is today's.
    if (left.day === date) return;
    play.agenda.add({ at: nowIn(play) + 90 * MINUTE, needsBot: true, run: () => afresh(play, person, date) });
    return;
  }
  if (part.trains === 'guided' && trainee.random.chance(GUIDED)) {
    await afresh(play, person, date);
    return;
  }
  const trained = (act: () => Promise<unknown>) =>
    play.agenda.add({
      at: nowIn(play) + random.between(25, 50) * MINUTE,
      needsBot: true,
      run: async () => void (await act()),
    });
  if (part.trains === 'sets' || part.trains === 'effort' || part.way === 'command') {
    if ((await openCard(play, person)) === undefined) return;
    trained(() => logAlone(play, person, date));
    return;
  }
  if (part.way === 'post') {
    const post = latestPost(person, 'done', 'daily.');
    const button = post && buttonOf(post, 'done');
    // The post may be of yesterday, or not be there yet, where the member is ahead of the server.
    if (post !== undefined && button !== undefined && dayOfButton(button) === date) {
      trained(() => pressAndRate(play, person, post));
      return;
    }
  }
  const card = await openCard(play, person);
  // Without Done it is a rest day: a fifth day that only joins later.
  if (card !== undefined && buttonOf(card, 'done') !== undefined) trained(() => finish(play, person, card));
}

/** Of the sessions of somebody who is led set by set, so many are. */
const GUIDED = 0.8;

/** Begins the day's session, led set by set; the ten minutes now and then. */
async function afresh(play: Play, person: Person, date: string): Promise<void> {
  const card = await openCard(play, person);
  if (card === undefined || todayOf(person, play) !== date) return;
  await beginGuided(play, person, card, person.trainee.random.chance(0.06) ? 'floor' : 'start');
}

/** `/checkin workout`: with the sets as they type them, or with how hard it was and no more. */
export async function logAlone(play: Play, person: Person, day: string): Promise<void> {
  if (person.part.trains === 'sets' && (await logTyped(play, person, day))) return;
  await checkIn(play, person, day);
}

/** Done, and every other time how hard it was, in one tap. */
async function pressAndRate(play: Play, person: Person, message: Message): Promise<Note | undefined> {
  const note = await pressDone(play, person, message);
  const { actor, trainee } = person;
  if (note === undefined || trainee.random.chance(0.5)) return note;
  const effort = trainee.random.pick(['1-2', '3-4', '5+']);
  const { customId = 'rate' } = choiceOf(note.answer, 'rate', effort) ?? {};
  await attempt(play, actor, 'logged', `how hard ${note.day} was`, () => actor.click(note.answer, customId));
  return note;
}

async function finish(play: Play, person: Person, card: Message): Promise<void> {
  const { part, random } = person;
  if (part.habit !== 'over-eager') {
    await pressAndRate(play, person, card);
    return;
  }
  const press = random.chance(0.3) ? pressDoneTwice : pressDone;
  const note = await press(play, person, card);
  const then = random.next();
  if (then < 0.2) await pressDone(play, person, card);
  else if (then < 0.35 && note !== undefined) {
    await undo(play, person, note);
    await pressDone(play, person, card);
  } else if (then < 0.5) await checkIn(play, person, undefined);
}

/** A session on a day without one. */
export async function trainForFun(play: Play, person: Person): Promise<void> {
  const card = await openCard(play, person);
  const day = todayOf(person, play);
  if (card === undefined || buttonOf(card, 'done') !== undefined) return;
  await checkIn(play, person, day);
}

/** A look at a rest day's card; ten minutes make good what was missed, where it offers them. */
export async function lookAtRest(play: Play, person: Person): Promise<void> {
  const card = await openCard(play, person);
  if (card === undefined || person.part.trains !== 'guided') return;
  await beginGuided(play, person, card, 'floor');
}
