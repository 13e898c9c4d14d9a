import type { Instant, Zone } from '../coach/day.ts';
import type { Actor } from '../sandbox/actors/actor.ts';
import type { Channel, Server } from '../sandbox/builders.ts';
import type { Outcome } from '../sandbox/interactions/outcome.ts';
import type { Agenda } from './agenda.ts';
import { type Expectation, IN_WORDS, inShort, type Message, meets } from './answer.ts';
import type { Part, Place } from './part.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';
import type { Standing } from './standing.ts';
import type { Transcripts } from './transcript.ts';
import { daysAfter, weekdayIndex } from './wall-clock.ts';

/** A server, its channel, and when its owner set the coach up. */
export interface Ground {
  readonly place: Place;
  readonly server: Server;
  readonly channel: Channel;
  setUpAt: Instant | undefined;
}

/** What somebody logged, by their own account. */
export interface Note {
  readonly kind: 'workout' | 'sleep' | 'water';
  readonly day: string;
  readonly at: Instant;
  /** The answer to it, which carries Undo. */
  readonly answer: Message;
  undoneAt?: Instant;
}

export interface Person {
  readonly part: Part;
  readonly actor: Actor;
  readonly ground: Ground;
  readonly random: Random;
  readonly notes: Note[];
  /** The zone whose clocks they live by now; the coach knows the one of their part. */
  livesIn: Zone;
  enrolledAt?: Instant;
  /** By their own account: today, or the next Monday, where they are. */
  startsOn?: string;
  leftAt?: Instant;
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
export const PLAN_DAYS = 84;

export const nowIn = (play: Play): Instant => play.stage.sandbox.clock.now();

/** Whether they chose to train on a date, and are in the plan then. */
export function trainsOn({ part, startsOn, leftAt }: Person, date: string): boolean {
  if (startsOn === undefined || leftAt !== undefined) return false;
  if (date < startsOn || date >= daysAfter(startsOn, PLAN_DAYS)) return false;
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
