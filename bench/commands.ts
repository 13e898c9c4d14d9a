import { type Day, dayOf, zone } from '../src/coach/day.ts';
import type { Outcome } from '../src/sandbox/interactions/outcome.ts';
import { fill } from './fill.ts';
import type { Rig } from './rig.ts';

/** Where all members live. */
export const HOME = zone('Europe/Lisbon');

export const today = (): Day => dayOf(Date.now(), HOME, 3);

/** Each number is the next member's use of the command that bare bots have. */
export function ping(rig: Rig, index: number): Promise<Outcome> {
  return memberOf(rig, index).slash(rig.channel, 'ping');
}

/** Even numbers are workouts, odd ones water; each pair is one member's. */
export function checkIn(rig: Rig, index: number): Promise<Outcome> {
  const member = memberOf(rig, Math.floor(index / 2));
  return isWorkout(index)
    ? member.slash(rig.channel, 'checkin workout', { effort: '1-2' })
    : member.slash(rig.channel, 'checkin water', { glasses: 1 });
}

export const isWorkout = (index: number) => index % 2 === 0;

/** Enrols all members of a rig, in a database that is made for it. */
export function enrol({ server, members }: Rig, databasePath: string, daysBehind: number): Promise<void> {
  const servers = new Map([[server.id, members.map(({ id }) => id)]]);
  return fill(databasePath, { servers, today: today(), zone: HOME, daysBehind });
}

function memberOf({ members }: Rig, index: number) {
  const member = members[index % members.length];
  if (member === undefined) throw new Error('a rig without members');
  return member;
}
