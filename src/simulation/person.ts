import type { Instant, Zone } from '../coach/day.ts';
import type { SetDone } from '../coach/performance.ts';
import type { Actor } from '../sandbox/actors/actor.ts';
import type { Channel, Server } from '../sandbox/builders.ts';
import type { Outcome } from '../sandbox/interactions/outcome.ts';
import type { Agenda } from './agenda.ts';
import { type Expectation, IN_WORDS, inShort, type Message, meets } from './answer.ts';
import type { Asked } from './asked.ts';
import type { Plan } from './look.ts';
import type { Part, Place } from './part.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';
import type { Standing } from './standing.ts';
import type { Body, Form } from './strength.ts';
import type { Transcripts } from './transcript.ts';
import { daysAfter, weekdayIndex } from './wall-clock.ts';

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
  /** The answer to it, which carries Undo. */
  readonly answer: Message;
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
  /** The zone whose clocks they live by now; the coach knows the one of their part. */
  livesIn: Zone;
  enrolledAt?: Instant;
  /** By their own account: today, or the next Monday, where they are. */
  startsOn?: string;
  leftAt?: Instant;
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

/** The first day after a plan. */
export function endOf(startsOn: string, repeatedDays = 0): string {
  return daysAfter(startsOn, PLAN_DAYS + repeatedDays);
}

/** Whether they chose to train on a date, and are in the plan then. */
export function trainsOn({ part, startsOn, leftAt, repeatedDays }: Person, date: string): boolean {
  if (startsOn === undefined || leftAt !== undefined) return false;
  if (date < startsOn || date >= endOf(startsOn, repeatedDays)) return false;
  return part.days.split(' ').includes(DAYS[weekdayIndex(date)] ?? '');
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
