import { zone } from '../coach/day.ts';
import type { Agenda } from './agenda.ts';
import { noteDirects } from './directs.ts';
import { type Part, PLACES } from './part.ts';
import type { Ground, Person, Play } from './person.ts';
import { randomFrom } from './random.ts';
import type { Stage } from './stage.ts';
import type { Transcripts } from './transcript.ts';

export interface CompanyOptions {
  readonly parts: readonly Part[];
  readonly seed: number;
  /** The Monday of week 1. */
  readonly opensOn: string;
  readonly agenda: Pick<Agenda, 'add'>;
  /** How what they do is written down. */
  readonly transcripts: (grounds: readonly Ground[], people: readonly Person[]) => Transcripts;
}

/** Brings the servers of the simulation and its people into the sandbox of a stage. */
export function bringCompany(stage: Stage, { parts, seed, opensOn, agenda, transcripts }: CompanyOptions): Play {
  const grounds = PLACES.map((place): Ground => {
    const server = stage.sandbox.server({ name: place.name, zone: place.zone });
    return { place, server, channel: server.channel(place.channel), setUpAt: undefined };
  });
  const people = parts.flatMap((part): Person[] => {
    const ground = grounds[part.place];
    if (ground === undefined) return [];
    const random = randomFrom(seed, 'life', part.name);
    const actor = ground.server.member(part.name, { zone: part.zone });
    const body = { power: part.power, random: randomFrom(seed, 'body', part.name), shapes: new Map() };
    const sessions = randomFrom(seed, 'sessions', part.name);
    const trainee = { body, random: sessions, last: new Map(), asked: [], hurts: [] };
    const told = { notes: [], pauses: [], wishes: [], directs: [], repaired: [] };
    const whims = randomFrom(seed, 'whims', part.name);
    return [
      {
        ...{ part, ground, random, actor, trainee, whims },
        ...told,
        livesIn: zone(part.zone),
        clock: { zone: part.zone },
      },
    ];
  });
  const play: Play = {
    ...{ stage, grounds, people, opensOn, agenda },
    transcripts: transcripts(grounds, people),
    differences: [],
    counts: { interactions: 0 },
  };
  noteDirects(play);
  return play;
}
