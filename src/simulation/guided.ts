import { MINUTE } from '../coach/day.ts';
import { asPlanned } from '../coach/training/progress.ts';
import { textOf } from '../sandbox/world/content.ts';
import { noteOf, openCard } from './acts.ts';
import { buttonOf, choiceOf, type Message, messageIn, trainingOf } from './answer.ts';
import { circuitRound, mainSet } from './guided-set.ts';
import { type InSession, press } from './hand.ts';
import { lookAtPlan, lookAtProgress } from './look.ts';
import { attempt, type Going, nowIn, type Person, type Play } from './person.ts';
import type { Random } from './random.ts';
import { differenceOf } from './said-sets.ts';
import { afterSession, effortOf } from './strength.ts';

/** Begins today's session on a card of theirs, whole or the ten minutes; false where the card offers none. */
export async function beginGuided(
  play: Play,
  person: Person,
  card: Message,
  name: 'start' | 'floor',
  leaves: Going['leaves'] = leavesBy(person.trainee.random),
): Promise<boolean> {
  const { customId } = buttonOf(card, name) ?? {};
  if (customId === undefined) return false;
  const { actor, trainee } = person;
  const message = messageIn(await attempt(play, actor, 'session', name, () => actor.click(card, customId)));
  const id = message && trainingOf(message);
  const look = id === undefined ? undefined : await lookAtPlan(play, id);
  if (message === undefined || id === undefined || look === undefined) return false;
  const { asked, ...plan } = look;
  const { day } = plan.plan.planned;
  trainee.asked.push(...asked);
  const going: Going = {
    ...look,
    ...{ id, message, day, said: [], took: new Map(), forms: new Map(), acts: 0, leaves },
  };
  soon({ play, person, going }, trainee.random.between(4, 6) * MINUTE);
  return true;
}

/** Of twenty sessions or so one is left in the middle. */
function leavesBy(random: Random): Going['leaves'] {
  if (!random.chance(0.06)) return undefined;
  return { after: random.between(3, 12), until: random.chance(0.8) ? 'hours' : 'next time' };
}

/** Takes up a session that they left: goes on with it, or has what they did of it logged. */
export async function takeUp(play: Play, person: Person, going: Going): Promise<void> {
  const { part, trainee } = person;
  trainee.left = undefined;
  const card = await openCard(play, person);
  const name =
    card && (trainee.random.chance(0.7) || buttonOf(card, 'log-open') === undefined) ? 'continue' : 'log-open';
  if (card === undefined) return;
  going.message = card;
  const at = { play, person, going };
  if (!(await press(at, name))) return;
  const { lines } = await lookAtProgress(play, going);
  const done = lines.flatMap((line) => line.done);
  const kept = done.map(({ exercise, set }) => ({ move: exercise.move.id, set }));
  const difference = differenceOf(going.said, kept);
  if (difference !== undefined)
    play.differences.push(`${part.name} took up the session of ${going.day}: ${difference}`);
  soon(at, MINUTE);
}

/** What comes next in a session, so many milliseconds later. */
function soon(at: InSession, ms: number): void {
  const run = async () => {
    const wait = await next(at);
    if (wait !== undefined) soon(at, wait);
  };
  at.play.agenda.add({ at: nowIn(at.play) + ms, needsBot: true, run });
}

/** One act of a session. How long it is until the next (ms), or undefined where nothing follows. */
async function next(at: InSession): Promise<number | undefined> {
  const { play, person, going } = at;
  if (person.leftAt !== undefined) return undefined;
  const { place, lines, startedAt } = await lookAtProgress(play, going);
  if (place.at === 'end') return end(at);
  if (leave(at)) return undefined;
  going.acts += 1;
  const { random } = person.trainee;
  const runs = startedAt !== undefined;
  if (place.at === 'round') return circuitRound(at, place.circuit, runs);
  if (place.at === 'set') {
    const line = lines[place.line];
    return line && mainSet(at, { line, asked: asPlanned(line), runs });
  }
  return (await press(at, random.chance(0.85) ? 'part-done' : 'part-skip')) ? random.between(1, 4) * MINUTE : undefined;
}

/** They leave it there: for some hours, or until the next time that they train. */
function leave({ play, person, going }: InSession): boolean {
  const { trainee } = person;
  const plan = going.leaves;
  if (plan === undefined || going.acts < plan.after) return false;
  going.leaves = undefined;
  trainee.left = going;
  if (plan.until === 'next time') return true;
  const run = async () => {
    if (trainee.left === going) await takeUp(play, person, going);
  };
  play.agenda.add({ at: nowIn(play) + trainee.random.between(60, 180) * MINUTE, needsBot: true, run });
  return true;
}

/** Says how hard it was, which logs it; or drops it, where nothing was done. */
async function end(at: InSession): Promise<undefined> {
  const { play, person, going } = at;
  const { actor, part, trainee } = person;
  const { day, message, said } = going;
  if (buttonOf(message, 'drop') !== undefined) {
    await press(at, 'drop', 'remark');
    return;
  }
  const effort = trainee.random.chance(0.93) ? effortOf(said.map(({ spare }) => spare)) : undefined;
  // A day of stretching asks for none.
  const button = choiceOf(message, 'effort', effort ?? 'none') ?? choiceOf(message, 'effort', 'none');
  const { customId = 'effort' } = button ?? {};
  const what = `the end of the session of ${day}`;
  const answer = messageIn(await attempt(play, actor, 'logged', what, () => actor.click(message, customId)));
  if (answer === undefined) return;
  noteOf(play, person, { kind: 'workout', day, sets: said.map(({ move, set }) => ({ move, set })) }, answer);
  for (const id of new Set(said.map(({ move }) => move))) {
    remember(person, going, id);
    const { name = id } = play.stage.content.moves.get(id) ?? {};
    if (!textOf(answer).includes(name))
      play.differences.push(`${part.name} did ${name} on ${day}, and was not told so`);
  }
}

/** What a session leaves of a move: a little strength, and what it was done with. */
function remember({ trainee: { body, last } }: Person, { day, took }: Going, move: string): void {
  body.shapes.set(move, afterSession(body.shapes.get(move), day));
  const taken = took.get(move);
  if (taken !== undefined) last.set(move, taken);
}
