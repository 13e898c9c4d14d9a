import type { Zone } from '../coach/day.ts';
import type { Actor } from '../sandbox/actors/actor.ts';
import type { Channel, Server } from '../sandbox/builders.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** The server of the page, and those of its people who play the first day. */
export interface GardenGym {
  readonly server: Server;
  readonly training: Channel;
  readonly olivia: Actor;
  readonly ana: Actor;
  readonly ben: Actor;
}

/** Whom a newcomer to the page plays: in the server, and in no plan yet. */
export const GUEST = 'Sam';

/**
 * Builds the server that a newcomer finds on the page.
 * @param home where most of them live
 */
export function buildGardenGym(sandbox: Sandbox, home: Zone): GardenGym {
  const server = sandbox.server({ name: 'Garden Gym', owner: 'Olivia', zone: home });
  const training = server.channel('training', { topic: 'The day’s workout, and what comes of it' });
  server.channel('general', { topic: 'Everything else' });
  server.channel('announcements', {
    topic: 'From Olivia',
    deny: [['everyone', 'SendMessages']],
  });
  const ana = server.member('Ana', { zone: home });
  const ben = server.member('Ben', { zone: home, locale: 'en-GB' });
  server.member(GUEST, { zone: home });
  server.member('Chiyo', { zone: 'Asia/Tokyo', locale: 'ja' });
  server.member('Dario', { zone: 'America/New_York' });
  return { server, training, olivia: server.owner, ana, ben };
}
