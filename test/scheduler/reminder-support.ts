import type { APIMessage } from 'discord-api-types/v10';
import { NO_WISHES, type Wishes } from '../../src/coach/reminders/reminders.ts';
import type { Actor } from '../../src/sandbox/actors/actor.ts';
import { textOf } from '../../src/sandbox/world/content.ts';
import type { Scene } from '../support/scene.ts';
import { postedAt } from './support.ts';

/** A member says in their settings what they want to be reminded of. */
export async function wants(scene: Scene, who: Actor, wishes: Partial<Wishes>): Promise<void> {
  const id = await memberId(scene, who);
  await scene.store().reminders.save(id, { ...NO_WISHES, ...wishes }, scene.sandbox.clock.now());
  // The clock asks anew what is due next after anything that happens.
  scene.sandbox.note('world', `${who.name} saves their reminders`);
}

export async function memberId(scene: Scene, who: Actor): Promise<number> {
  const file = await scene.store().members.file(scene.server.id, who.id);
  if (file === undefined) throw new Error(`${who.name} is not in the plan`);
  return file.member.id;
}

/** What the coach wrote to somebody, the oldest first. */
export function dmsTo(who: Actor): APIMessage[] {
  return who.sees(who.dm()).filter(({ author, flags = 0 }) => author.bot === true && (flags & 64) === 0);
}

/** When each came, by the clocks in Lisbon: `2026-01-05 18:00`. */
export function dmTimes(who: Actor): string[] {
  return postedAt(dmsTo(who));
}

export function lastDm(who: Actor): APIMessage {
  const last = dmsTo(who).at(-1);
  if (last === undefined) throw new Error(`nothing was written to ${who.name}`);
  return last;
}

export function lastWords(who: Actor): string {
  return textOf(lastDm(who));
}
