import type { Day } from '../coach/day.ts';
import { textOf } from '../sandbox/world/content.ts';
import { noteOf } from './acts.ts';
import { buttonOf, formIn, messageIn } from './answer.ts';
import { attempt, nowIn, type Person, type Play, standing, todayOf } from './person.ts';

const HOUR = 3_600_000;
const NOTES = ['Row felt easier than last week.', 'Slept badly, kept it light.', 'With “music”, and no hurry.'];

/** Edits the workout that they logged last, if it was a few hours ago: how hard it was, and a note of their own. */
export async function editLatest(play: Play, person: Person): Promise<void> {
  const { actor, notes, whims } = person;
  const latest = notes.findLast(({ kind, undoneAt }) => kind === 'workout' && undoneAt === undefined);
  if (latest === undefined || nowIn(play) - latest.at > 4 * HOUR) return;
  const { customId = 'edit' } = buttonOf(latest.answer, 'edit') ?? {};
  const what = `Edit of ${latest.day}`;
  const form = formIn(await attempt(play, actor, 'form', what, () => actor.click(latest.answer, customId)));
  if (form === undefined) return;
  const note = whims.pick(NOTES);
  const effort = whims.pick(['1-2', '3-4']);
  const edited = messageIn(await attempt(play, actor, 'logged', what, () => actor.submit(form, { effort, note })));
  if (edited === undefined) return;
  latest.answer = edited;
  if (!textOf(edited).includes(note)) play.differences.push(`${actor.name} noted “${note}”, and does not see it`);
}

/** Ten minutes on the day after a session that they missed: it counts after all. */
export async function repair(play: Play, person: Person, missed: string): Promise<void> {
  const { actor, ground, part } = person;
  const day = todayOf(person, play);
  if (standing(person, 'workout', missed) || standing(person, 'workout', day)) return;
  const outcome = await attempt(play, actor, 'logged', '/checkin workout short:true', () =>
    actor.slash(ground.channel, 'checkin workout', { short: true, note: 'Ten minutes were enough.' }),
  );
  const note = noteOf(play, person, { kind: 'workout', day }, messageIn(outcome));
  if (note === undefined) return;
  const id = Number(buttonOf(note.answer, 'undo')?.argument);
  const kept = await play.stage.store().checkIns.byId(id);
  const repairs: Day | undefined = kept?.kind === 'workout' ? kept.repairs : undefined;
  if (repairs === missed) person.repaired.push(missed);
  else play.differences.push(`${part.name} made good ${missed} on ${day}: it was taken for ${repairs ?? 'an extra'}`);
}
