import { EFFORTS, type Effort } from '../coach/member.ts';
import { buttonOf, dayOfButton, formIn, type Message, messageIn } from './answer.ts';
import { lookAtRepeats } from './look.ts';
import { attempt, type Note, nowIn, type Person, type Play, type SaidSet, standing, todayOf } from './person.ts';
import { askReminders, tellGear } from './settings.ts';
import { daysAfter, livedDay, weekdayIndex } from './wall-clock.ts';

/** Finds their zone as they type, and joins. */
export async function enrol(play: Play, person: Person, start: 'today' | 'monday'): Promise<void> {
  const { part, actor, ground } = person;
  const { channel } = ground;
  const typed = await attempt(play, actor, 'choices', 'typing their city', () =>
    actor.autocomplete(channel, 'enroll', { zone: part.city }, 'zone'),
  );
  if (typed?.kind === 'choices' && !typed.choices.some(({ value }) => value === part.zone))
    play.differences.push(`${part.name} typed “${part.city}” and was not offered ${part.zone}`);
  const { zone, level, days, kit, mention, share } = part;
  const joined =
    part.joins === 'by options'
      ? await attempt(play, actor, 'card', '/enroll', () =>
          actor.slash(channel, 'enroll', { zone, level, days, kit, start, mention, share, ready: true }),
        )
      : await enrolByForm(play, person, start);
  if (joined === undefined) return;
  const today = livedDay(nowIn(play), zone);
  person.enrolledAt = nowIn(play);
  person.startsOn = start === 'today' ? today : daysAfter(today, 7 - weekdayIndex(today));
  await tellGear(play, person);
  await askReminders(play, person);
}

async function enrolByForm(play: Play, { part, actor, ground }: Person, start: string) {
  const { zone, level, mention, share } = part;
  const shown = await attempt(play, actor, 'form', '/enroll', () =>
    actor.slash(ground.channel, 'enroll', { zone, level }),
  );
  const form = formIn(shown);
  if (form === undefined) return undefined;
  const agreed = ['ready', ...(share ? ['share'] : []), ...(mention ? ['mention'] : [])];
  const kit = part.kit === 'none' ? [] : part.kit.split(', ');
  return attempt(play, actor, 'card', 'the form of /enroll', () =>
    actor.submit(form, { days: part.days.split(' '), kit, start, agreed }),
  );
}

/** The latest message in the channel that carries a button of that name, and not one of their own cards. */
export function latestPost({ actor, ground }: Person, button: string, about: string): Message | undefined {
  return actor.sees(ground.channel).findLast((message) => buttonOf(message, button)?.argument.startsWith(about));
}

/** Their own card of the day: from the latest post, or by command when there is none. Undefined when let down. */
export async function openCard(play: Play, person: Person, expected: 'card' | 'remark' | 'words' = 'card') {
  const card = await ownCard(play, person, expected);
  // The plan went back, and they are offered to go on instead.
  if (card !== undefined && buttonOf(card, 'stay-on') !== undefined)
    person.repeatedDays = await lookAtRepeats(play, person);
  return card;
}

async function ownCard(play: Play, person: Person, expected: 'card' | 'remark' | 'words') {
  const { actor, ground, part } = person;
  const post = part.way === 'command' ? undefined : latestPost(person, 'workout', 'daily.');
  if (post === undefined) return askToday(play, person, expected);
  const outcome = await attempt(play, actor, expected, `My workout in #${ground.place.channel}`, () =>
    actor.click(post, buttonOf(post, 'workout')?.customId ?? 'workout'),
  );
  return messageIn(outcome);
}

export async function askToday(play: Play, { actor, ground }: Person, expected: 'card' | 'remark' | 'words' = 'card') {
  return messageIn(await attempt(play, actor, expected, '/today', () => actor.slash(ground.channel, 'today')));
}

export async function askStreak(play: Play, { actor, ground }: Person): Promise<void> {
  await attempt(play, actor, 'card', '/streak', () => actor.slash(ground.channel, 'streak'));
}

/** Presses Done; a session that they logged before is not logged again. */
export async function pressDone(play: Play, person: Person, message: Message): Promise<Note | undefined> {
  const button = buttonOf(message, 'done');
  const day = button && dayOfButton(button);
  if (button === undefined || day === undefined) return undefined;
  const expected = standing(person, 'workout', day) ? 'remark' : 'logged';
  const outcome = await attempt(play, person.actor, expected, `Done for ${day}`, () =>
    person.actor.click(message, button.customId),
  );
  return expected === 'logged' ? noteOf(play, person, { kind: 'workout', day }, messageIn(outcome)) : undefined;
}

/** Presses Done twice before an answer can be there. One session, whichever press was first. */
export async function pressDoneTwice(play: Play, person: Person, message: Message): Promise<Note | undefined> {
  const button = buttonOf(message, 'done');
  const day = button && dayOfButton(button);
  if (button === undefined || day === undefined) return undefined;
  const { actor } = person;
  const expected = standing(person, 'workout', day) ? 'remark' : 'logged';
  const press = () =>
    attempt(play, actor, 'words', `Done for ${day}, twice`, () => actor.click(message, button.customId));
  const outcomes = await play.transcripts.together(() => Promise.all([press(), press()]));
  const logged = outcomes.map(messageIn).filter((answer) => answer && buttonOf(answer, 'undo') !== undefined);
  if (logged.length !== (expected === 'logged' ? 1 : 0))
    play.differences.push(`${person.part.name} pressed Done for ${day} twice at once: logged ${logged.length} times`);
  return noteOf(play, person, { kind: 'workout', day }, logged[0]);
}

/** What somebody says of a workout that they log themselves, besides that it is done. */
export interface SaidWorkout {
  readonly effort?: Effort;
  /** As they type them, and what they mean by it. */
  readonly typed?: { readonly text: string; readonly sets: readonly SaidSet[] };
}

/** `/checkin workout`, for their own today or for a day that they pick from the list. */
export async function checkIn(
  play: Play,
  person: Person,
  ago: string | undefined,
  { effort = person.random.pick(EFFORTS), typed }: SaidWorkout = {},
): Promise<Note | undefined> {
  const { actor, ground, part } = person;
  const today = todayOf(person, play);
  const said = { effort, ...(typed && { sets: typed.text }) };
  const day = ago ?? today;
  const what = { kind: 'workout', day, ...(typed && { sets: typed.sets }) } as const;
  if (day === today) {
    const outcome = await attempt(play, actor, 'logged', '/checkin workout', () =>
      actor.slash(ground.channel, 'checkin workout', said),
    );
    return noteOf(play, person, what, messageIn(outcome));
  }
  const offered = await attempt(play, actor, 'choices', 'the days of /checkin workout', () =>
    actor.autocomplete(ground.channel, 'checkin workout', { ...said, day: '' }, 'day'),
  );
  if (offered?.kind === 'choices' && !offered.choices.some(({ value }) => value === day))
    play.differences.push(`${part.name} was not offered ${day} as a day on ${today}`);
  const outcome = await attempt(play, actor, 'logged', `/checkin workout day:${day}`, () =>
    actor.slash(ground.channel, 'checkin workout', { ...said, day }),
  );
  return noteOf(play, person, what, messageIn(outcome));
}

/** A day that the coach cannot take: ahead of theirs, too far back, or before their plan. */
export async function checkInVainly(play: Play, { actor, ground }: Person, day: string): Promise<void> {
  await attempt(play, actor, 'remark', `/checkin workout day:${day}`, () =>
    actor.slash(ground.channel, 'checkin workout', { day }),
  );
}

export async function undo(play: Play, person: Person, note: Note): Promise<void> {
  const outcome = await attempt(play, person.actor, 'remark', `Undo of ${note.kind} for ${note.day}`, () =>
    person.actor.click(note.answer, buttonOf(note.answer, 'undo')?.customId ?? 'undo'),
  );
  if (outcome !== undefined) note.undoneAt = nowIn(play);
}

export function noteOf(
  play: Play,
  person: Person,
  what: Pick<Note, 'kind' | 'day' | 'sets'>,
  answer: Message | undefined,
): Note | undefined {
  if (answer === undefined) return undefined;
  const note: Note = { ...what, at: nowIn(play), answer };
  person.notes.push(note);
  return note;
}
