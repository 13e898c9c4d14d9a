import { MINUTE } from '../coach/day.ts';
import { askToday, checkIn, latestPost, openCard, pressDone, pressDoneTwice, undo } from './acts.ts';
import { buttonOf, dayOfButton, type Message } from './answer.ts';
import { nowIn, type Person, type Play } from './person.ts';
import { livedDay } from './wall-clock.ts';

/** Looks at the day's session, trains, and logs it in the way that is theirs. */
export async function train(play: Play, person: Person, date: string): Promise<void> {
  const { part, random } = person;
  const trained = (act: () => Promise<unknown>) =>
    play.agenda.add({
      at: nowIn(play) + random.between(25, 50) * MINUTE,
      needsBot: true,
      run: async () => void (await act()),
    });
  if (part.way === 'command') {
    await askToday(play, person);
    trained(() => checkIn(play, person, undefined));
    return;
  }
  if (part.way === 'post') {
    const post = latestPost(person, 'done', 'daily.');
    const button = post && buttonOf(post, 'done');
    // The post may be of yesterday, or not be there yet, where the member is ahead of the server.
    if (post !== undefined && button !== undefined && dayOfButton(button) === date) {
      trained(() => pressDone(play, person, post));
      return;
    }
  }
  const card = await openCard(play, person);
  // Without Done it is a rest day: a fifth day that only joins later.
  if (card !== undefined && buttonOf(card, 'done') !== undefined) trained(() => finish(play, person, card));
}

async function finish(play: Play, person: Person, card: Message): Promise<void> {
  const { part, random } = person;
  if (part.habit !== 'over-eager') {
    await pressDone(play, person, card);
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
  const day = livedDay(nowIn(play), person.part.zone);
  if (card === undefined || buttonOf(card, 'done') !== undefined) return;
  await checkIn(play, person, day);
}
