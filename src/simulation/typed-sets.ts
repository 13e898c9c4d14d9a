import type { Day } from '../coach/day.ts';
import type { Loads } from '../coach/load.ts';
import type { Effort } from '../coach/member.ts';
import { loadText } from '../coach/notation/load-notation.ts';
import type { SetDone } from '../coach/performance.ts';
import type { Exercise } from '../coach/plan.ts';
import { checkIn } from './acts.ts';
import { buttonOf, formIn, messageIn } from './answer.ts';
import { askedIn } from './asked.ts';
import { lookAtSession } from './look.ts';
import { doSet } from './one-set.ts';
import { attempt, type Note, type Person, type Play, type SaidSet } from './person.ts';
import { afterSession, effortOf, formOn } from './strength.ts';

/** A session that somebody went through on their own, as they would type it. */
interface Typed {
  readonly lines: readonly { readonly text: string; readonly sets: readonly SaidSet[] }[];
  readonly effort: Effort | undefined;
}

/** Trains as the card of that day says, and logs it with `/checkin workout` and its sets. False without a session. */
export async function logTyped(play: Play, person: Person, day: string): Promise<boolean> {
  const look = await lookAtSession(play, person, day);
  if (look === undefined) return false;
  const { lines, effort } = goThrough(person, look.session.main, look.history.loads, day);
  person.trainee.asked.push(...askedIn(look.session, look.history.performances, day as Day));
  const [first] = lines;
  if (first === undefined) return false;
  const { random } = person.trainee;
  const slips = first.text.includes('x') && random.chance(0.1);
  const texts = lines.map(({ text }, index) => (slips && index === 0 ? text.replace('x', 'xx') : text));
  const typed = { text: texts.join('; '), sets: lines.flatMap(({ sets }) => sets) };
  const note = await checkIn(play, person, day, { ...(effort && { effort }), typed });
  if (note === undefined) return true;
  const asksAgain = buttonOf(note.answer, 'add-sets') !== undefined;
  if (asksAgain !== slips) {
    const what = asksAgain ? 'not all of it was read' : 'a slip in it was not told';
    play.differences.push(`${person.part.name} typed “${typed.text}” for ${day}: ${what}`);
  }
  if (asksAgain && slips) await mend(play, person, note, first.text);
  return true;
}

/** What could not be read comes back in a form, to be written again. */
async function mend(play: Play, { actor }: Person, { answer, day }: Note, text: string): Promise<void> {
  const { customId = 'add-sets' } = buttonOf(answer, 'add-sets') ?? {};
  const what = `Add sets for ${day}`;
  const form = formIn(await attempt(play, actor, 'form', what, () => actor.click(answer, customId)));
  if (form === undefined) return;
  const sent = messageIn(await attempt(play, actor, 'logged', what, () => actor.submit(form, { sets: text })));
  if (sent !== undefined && buttonOf(sent, 'add-sets') !== undefined)
    play.differences.push(`${actor.name} mended “${text}” for ${day}: it was not read`);
}

function goThrough(person: Person, exercises: readonly Exercise[], loads: Loads, day: string): Typed {
  const { trainee } = person;
  const { body, last } = trainee;
  const spares: number[] = [];
  const lines = exercises
    .filter(({ target }) => target !== undefined)
    .map((exercise) => {
      const { id } = exercise.move;
      const form = formOn(body, id, day);
      const { target, reps } = exercise;
      const aim = target?.aim ?? 0;
      const asked = {
        ...(reps === undefined ? { seconds: aim } : { reps: aim }),
        ...(target?.load !== undefined && { load: target.load }),
        ...(target?.band !== undefined && { band: target.band }),
      };
      let taken: Parameters<typeof doSet>[1]['taken'];
      const sets = Array.from({ length: exercise.sets }, (_, setsBefore) => {
        const done = doSet(exercise, { ...person, loads, form, asked, setsBefore, taken });
        taken = done.taken;
        spares.push(done.spare);
        return { move: id, set: done.set };
      });
      if (taken !== undefined) last.set(id, taken);
      body.shapes.set(id, afterSession(body.shapes.get(id), day));
      return {
        text: `${id.replaceAll('-', ' ')} ${inShort(
          sets.map(({ set }) => set),
          loads,
        )}`,
        sets,
      };
    });
  return { lines, effort: effortOf(spares) };
}

/** `3x12@10`, `12,12,10@red`, `3x30s`. */
function inShort(sets: readonly SetDone[], { units }: Loads): string {
  const amounts = sets.map(({ reps, seconds }) => (seconds === undefined ? `${reps}` : `${seconds}s`));
  const { load, band } = sets[0] ?? {};
  const isSame = new Set(amounts).size === 1;
  const amount = isSame ? `${sets.length}x${amounts[0]}` : amounts.join(',');
  const resistance = load === undefined ? band : loadText(load, units);
  return resistance === undefined ? amount : `${amount}@${resistance}`;
}
