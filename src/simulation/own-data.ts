import { textOf } from '../sandbox/world/content.ts';
import { buttonOf, messageIn } from './answer.ts';
import { attempt, nowIn, type Person, type Play } from './person.ts';
import { lookUp } from './standing.ts';

/** `/mydata export`: two files, of which the first has each check-in that they were told of, and nobody else. */
export async function exportAll(play: Play, person: Person): Promise<void> {
  const { actor, ground, notes, part } = person;
  const message = messageIn(
    await attempt(play, actor, 'files', '/mydata export', () => actor.slash(ground.channel, 'mydata export')),
  );
  const [all] = message?.attachments ?? [];
  if (all === undefined) return;
  const text = await (await fetch(all.url)).text();
  const { checkIns } = JSON.parse(text) as { checkIns: { rows: readonly unknown[] } };
  // What was taken back or edited is there too, and says so.
  if (checkIns.rows.length < notes.length)
    play.differences.push(`${part.name} exported ${checkIns.rows.length} check-ins, and had made ${notes.length}`);
  for (const other of play.people) {
    if (other !== person && text.includes(other.actor.id))
      play.differences.push(`${part.name} exported something of ${other.part.name}`);
  }
}

/** `/mydata delete`, and the button. */
export async function deleteAll(play: Play, person: Person): Promise<void> {
  const { actor, ground } = person;
  const question = messageIn(
    await attempt(play, actor, 'deletion', '/mydata delete', () => actor.slash(ground.channel, 'mydata delete')),
  );
  const button = question && buttonOf(question, 'mydata-delete');
  if (question === undefined || button === undefined) return;
  // Nothing is there to be looked up any more after it.
  person.standing ??= await lookUp(play, person);
  const outcome = await attempt(play, actor, 'remark', 'Delete everything', () =>
    actor.click(question, button.customId),
  );
  if (outcome === undefined) return;
  person.deletedAt = nowIn(play);
  person.leftAt ??= nowIn(play);
}

/** What is left of somebody who had everything deleted; nothing is looked for where they did not. */
export function tracesOf({ actor, part, ground, deletedAt }: Person, database: Buffer): string[] {
  if (deletedAt === undefined) return [];
  const posts = ground.server.owner.sees(ground.channel).map(textOf);
  return tracesIn({ name: part.name, id: actor.id }, database, posts);
}

/** In the bytes of the database, when nobody has it open any more, and in what others see in the channel. */
export function tracesIn(
  { name, id }: { readonly name: string; readonly id: string },
  database: Buffer,
  posts: readonly string[],
): string[] {
  const naming = posts.filter((text) => text.includes(`<@${id}>`)).length;
  return [
    ...(database.includes(id) ? [`${name} had everything deleted, and the database still has their id`] : []),
    ...(naming > 0 ? [`${name} had everything deleted, and is still named in ${naming} of the posts`] : []),
  ];
}
