import type { Instant, Zone } from '../coach/day.ts';
import type { SetDone } from '../coach/performance.ts';
import type { Actor } from '../sandbox/actors/actor.ts';
import type { Channel, Server } from '../sandbox/builders.ts';
import type { Outcome } from '../sandbox/interactions/outcome.ts';
import type { Agenda } from './agenda.ts';
import { type Expectation, IN_WORDS, inShort, type Message, meets } from './answer.ts';
import type { Asked } from './asked.ts';
import type { Direct, DirectWish } from './check-direct.ts';
import type { Plan } from './look.ts';
import type { Part, Place } from './part.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';
import type { Standing } from './standing.ts';
import type { Body, Form } from './strength.ts';
import type { Transcripts } from './transcript.ts';
import { dayBy, daysAfter, daysFrom, type OwnClock, weekdayIndex } from './wall-clock.ts';

/** A server, its channel, and when its owner set the coach up. */
export interface Ground {
  readonly place: Place;
  readonly server: Server;
  readonly channel: Channel;
  setUpAt: Instant | undefined;
}

/** A set of a move, by somebody's own account. */
export interface SaidSet {
  readonly move: string;
  readonly set: SetDone;
}

/** What somebody logged, by their own account. */
export interface Note {
  readonly kind: 'workout' | 'sleep' | 'water';
  readonly day: string;
  readonly at: Instant;
  /** The answer to it, as it stands, which carries Undo. */
  answer: Message;
  /** Of a workout: its sets, as far as they said them. */
  readonly sets?: readonly SaidSet[];
  undoneAt?: Instant;
}

/** A guided session that somebody is in. */
export interface Going extends Plan {
  readonly id: number;
  readonly day: string;
  /** The message that leads them, as it stands. */
  message: Message;
  /** What they did, by their own account, and how many more of each set they could have done. */
  readonly said: (SaidSet & { readonly spare: number })[];
  /** What they took for a move, whether they tell or not. */
  readonly took: Map<string, Pick<SetDone, 'load' | 'band'>>;
  /** How they are today, with a move. */
  readonly forms: Map<string, Form>;
  /** After so many acts they leave it: for hours, or until they train again. */
  leaves?: { readonly after: number; readonly until: 'hours' | 'next time' } | undefined;
  acts: number;
}

/** A pause, by somebody's own account. */
export interface Paused {
  readonly from: string;
  /** Its last day; none while they have not said when they come back. */
  to?: string;
  readonly saidAt: Instant;
  resumedAt?: Instant;
}

/** Somebody as they train. */
export interface Trainee {
  readonly body: Body;
  /** Of what happens in a session; nobody's days hang on it. */
  readonly random: Random;
  /** With what they last did a move. */
  readonly last: Map<string, Pick<SetDone, 'load' | 'band'>>;
  /** What the coach asked of them in the sessions that they began, as they were shown it. */
  readonly asked: Asked[];
  readonly hurts: { readonly day: string; readonly move: string }[];
  /** A session that they left. */
  left?: Going | undefined;
}

export interface Person {
  readonly part: Part;
  readonly actor: Actor;
  readonly ground: Ground;
  readonly random: Random;
  readonly notes: Note[];
  readonly trainee: Trainee;
  /** Of what they do besides training; nobody's days hang on it. */
  readonly whims: Random;
  /** The zone whose clocks they live by now, and what they told the coach. */
  livesIn: Zone;
  clock: OwnClock;
  readonly pauses: Paused[];
  /** What they asked for by direct message, and what they got. */
  readonly wishes: DirectWish[];
  readonly directs: Direct[];
  /** Missed days that they made good, as they were told. */
  readonly repaired: string[];
  enrolledAt?: Instant;
  /** By their own account: today, or the next Monday, where they are. */
  startsOn?: string;
  leftAt?: Instant;
  /** When they had all that was kept of them deleted. */
  deletedAt?: Instant;
  /** By so many days their plan went back, as they were told on their return. */
  repeatedDays?: number;
  /** What the coach last had of them, before they left or at the end. */
  standing?: Standing | undefined;
}

/** What everybody in the play shares. */
export interface Play {
  readonly stage: Stage;
  readonly agenda: Pick<Agenda, 'add'>;
  readonly transcripts: Transcripts;
  readonly grounds: readonly Ground[];
  readonly people: readonly Person[];
  /** The Monday of week 1. */
  readonly opensOn: string;
  /** What went otherwise than it should have. */
  readonly differences: string[];
  readonly counts: { interactions: number };
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const PLAN_DAYS = 84;

export const nowIn = (play: Play): Instant => play.stage.sandbox.clock.now();

/** The first day after a plan, as far as is known: it moves on by what was repeated and by pauses. */
export function endOf(startsOn: string, { repeatedDays = 0, pauses }: Pick<Person, 'repeatedDays' | 'pauses'>): string {
  const paused = pauses.reduce((sum, { from, to }) => sum + (to === undefined ? 0 : daysFrom(from, to) + 1), 0);
  return daysAfter(startsOn, PLAN_DAYS + repeatedDays + paused);
}

/** The day that they live, by their own account. */
export function todayOf({ clock }: Pick<Person, 'clock'>, play: Play): string {
  return dayBy(clock, nowIn(play));
}

/** Whether a date lies in their plan, and in no pause. */
export function isInPlan(person: Person, date: string): boolean {
  const { startsOn, leftAt, pauses } = person;
  if (startsOn === undefined || leftAt !== undefined) return false;
  if (pauses.some(({ from, to }) => from <= date && (to === undefined || date <= to))) return false;
  return date >= startsOn && date < endOf(startsOn, person);
}

/** Whether their server's owner lets a date count for nobody. */
export function isHoliday(
  play: Pick<Play, 'opensOn'>,
  { ground }: { readonly ground: Pick<Ground, 'place'> },
  date: string,
): boolean {
  return (ground.place.holidays ?? []).some((day) => daysAfter(play.opensOn, day) === date);
}

/** Whether they chose to train on a date, and are in the plan then. */
export function trainsOn(person: Person, date: string): boolean {
  if (!isInPlan(person, date)) return false;
  return person.part.days.split(' ').includes(DAYS[weekdayIndex(date)] ?? '');
}

/** Whether something of that kind stands for a day, by their own account. */
export function standing({ notes }: Person, kind: Note['kind'], day: string): boolean {
  return notes.some((note) => note.kind === kind && note.day === day && note.undoneAt === undefined);
}

/** Does something and holds what comes of it against what they may expect. Undefined when they were let down. */
export async function attempt(
  play: Play,
  who: Pick<Actor, 'name'>,
  expected: Expectation,
  what: string,
  act: () => Promise<Outcome>,
): Promise<Outcome | undefined> {
  play.counts.interactions += 1;
  const at = new Date(nowIn(play)).toISOString().slice(0, 16);
  try {
    const outcome = await act();
    if (meets(outcome, expected)) return outcome;
    play.differences.push(`${who.name}, ${what} at ${at}Z: expected ${IN_WORDS[expected]}, got ${inShort(outcome)}`);
  } catch (error) {
    play.differences.push(`${who.name}, ${what} at ${at}Z: ${error instanceof Error ? error.message : error}`);
  }
  return undefined;
}
