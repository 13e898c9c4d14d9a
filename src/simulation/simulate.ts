import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUR, zone } from '../coach/day.ts';
import { createLog } from '../log.ts';
import { type Agenda, newAgenda } from './agenda.ts';
import { castOf } from './cast.ts';
import { bringCompany } from './company.ts';
import { live } from './life.ts';
import { setUp } from './other-acts.ts';
import { own } from './owner.ts';
import type { Part } from './part.ts';
import { type Ground, nowIn, type Person, type Play } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { lookUp } from './standing.ts';
import { type Summary, summaryOf } from './summary.ts';
import { type Told, type Transcripts, transcriptsOf } from './transcript.ts';
import { type Downtime, troubled } from './troubles.ts';

export interface SimulationOptions {
  readonly version: string;
  readonly weeks: number;
  readonly members: number;
  readonly seed: number;
  /** Others than those of the cast. */
  readonly parts?: readonly Part[];
  /** A Monday; {@link OPENS_ON} when absent. */
  readonly opensOn?: string;
  /** True: the bot is never stopped, and Discord never out of order. */
  readonly calm?: boolean;
  /** Called as each day of the play begins, from 0. */
  readonly onDay?: (day: number) => void;
}

export interface Simulation {
  readonly summary: Summary;
  /** What people did and saw, a story for each server. */
  readonly transcript: string;
}

/** Twelve weeks from here the clocks change in New York, Lisbon, Berlin, Auckland and on Lord Howe Island. */
export const OPENS_ON = '2026-02-02';

const DAY = 24 * HOUR;
/** The Monday after the last week is played until every zone has had its morning. */
const CLOSING = 20 * HOUR;

/**
 * Plays the real bot in the sandbox through so many weeks of people's lives. The same options give the same summary
 * and the same transcript, to the letter.
 */
export async function simulate(options: SimulationOptions): Promise<Simulation> {
  const opensOn = options.opensOn ?? OPENS_ON;
  const monday = Date.parse(`${opensOn}T00:00:00Z`);
  const directory = mkdtempSync(join(tmpdir(), 'backbone-simulation-'));
  const logged: string[] = [];
  const databasePath = join(directory, 'coach.db');
  const stage = await openStage({
    version: options.version,
    log: createLog('warn', false, [], { write: (line) => void logged.push(line) }),
    // A file, so that the bot can be stopped and started on what it kept.
    databasePath,
    survives: 'kill',
    // Saturday: servers are set up, and on Sunday people join, before anybody's Monday.
    startsAt: monday - DAY - 12 * HOUR,
    rateLimits: 'generous',
    keepTranscript: false,
  });
  try {
    const agenda = newAgenda();
    const play = bringCompany(stage, {
      ...{ parts: options.parts ?? castOf(options.members, options.seed), seed: options.seed, opensOn, agenda },
      transcripts: (grounds, people) => writtenDown(stage, grounds, people),
    });
    const pings: string[] = [];
    // A direct message rings too; those are judged for themselves.
    stage.sandbox.on('event', (event) => {
      if (event.kind === 'ping' && event.where.serverId !== undefined) pings.push(event.who);
    });
    await stage.startBot();
    const until = monday + options.weeks * 7 * DAY + CLOSING;
    const downtime: Downtime = { upAgainAt: undefined };
    const troubles = options.calm ? [] : troubled(play, downtime, until);
    for (const ground of play.grounds) await setUp(play, ground);
    for (const person of play.people) live(play, person, options.weeks * 7);
    for (const ground of play.grounds) own(play, ground, options.weeks);
    for (let day = 0; day <= options.weeks * 7; day += 1)
      play.agenda.add({ at: monday + day * DAY, needsBot: false, run: () => options.onDay?.(day) });
    await perform(play, agenda, downtime, until);
    for (const person of play.people) {
      if (person.deletedAt === undefined) person.standing ??= await lookUp(play, person);
    }
    // Closed, the database is one file, in which all is that is kept of anybody.
    await stage.stopBot();
    const database = readFileSync(databasePath);
    const summary = summaryOf(play, { ...options, opensOn, until, troubles, pings, logged, database });
    return { summary, transcript: play.transcripts.text() };
  } finally {
    await stage.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function writtenDown({ sandbox }: Stage, grounds: readonly Ground[], people: readonly Person[]): Transcripts {
  const told = grounds.map((ground): Told => {
    const { place, server } = ground;
    const here = people.filter((person) => person.ground === ground);
    return { id: server.id, name: place.name, zone: zone(place.zone), introduction: introduce(ground, here) };
  });
  return transcriptsOf(sandbox, told, (name) => {
    const person = people.find(({ part }) => part.name === name);
    return person && { zone: person.livesIn, serverId: person.ground.server.id };
  });
}

function introduce({ place }: Ground, people: readonly Person[]): string[] {
  const lines = people.map(({ part }) => {
    const { name, level, days, kit, habit } = part;
    return `  ${name.padEnd(10)} ${part.zone.padEnd(20)} ${level.padEnd(9)} ${days.padEnd(20)} ${habit.padEnd(12)} ${kit}`;
  });
  return [`${place.name}, #${place.channel}: ${place.zone}, daily post at ${place.postAt}`, '', ...lines];
}

const RETRY = 60_000;

/** Takes what is on the agenda, in order. What needs a bot that is down is done soon after it is up. */
async function perform(play: Play, agenda: Agenda, downtime: Downtime, until: number): Promise<void> {
  const { clock } = play.stage.sandbox;
  for (let entry = agenda.take(); entry !== undefined && entry.at <= until; entry = agenda.take()) {
    if (entry.needsBot && downtime.upAgainAt !== undefined) {
      agenda.add({ ...entry, at: downtime.upAgainAt + RETRY });
      continue;
    }
    await clock.advanceTo(Math.max(entry.at, nowIn(play)));
    await entry.run();
  }
  await clock.advanceTo(until);
}
