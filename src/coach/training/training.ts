import type { Content, Move } from '../content.ts';
import type { Day, Instant } from '../day.ts';
import type { SetDone } from '../performance.ts';
import type { Exercise, PlannedSession, Session } from '../plan.ts';

/**
 * A session that a member is led through, as it was planned when they began: what changes in their settings or in the
 * content meanwhile changes nothing of it.
 */
export interface TrainingPlan {
  /** What the programme planned, on the day of this session. */
  readonly planned: PlannedSession;
  readonly session: Session;
  readonly size: 'full' | 'floor';
  /** Nothing is concluded from its sets: a lighter week, or a light day. */
  readonly held: boolean;
  /** The missed day that it makes good. */
  readonly repairs?: Day;
}

/** What a member did next. Steps are appended, and mean whatever is at hand when they come. */
export type TrainingStep =
  /** The warm-up or the cool-down. */
  | { readonly kind: 'part'; readonly skipped?: true }
  /** The clock of a timed set, or of a round, runs. */
  | { readonly kind: 'started' }
  | { readonly kind: 'set'; readonly set: SetDone }
  /** This set is left out. */
  | { readonly kind: 'skip' }
  /** What is left of this move, or of the circuit, is left out. */
  | { readonly kind: 'leave-out' }
  | { readonly kind: 'round' }
  /** Another move from here on; for good, if later sessions have it too. */
  | { readonly kind: 'swap'; readonly exercise: Exercise; readonly forGood?: true }
  /** As a swap, or without another move; nothing is concluded from what was done of it today. */
  | { readonly kind: 'set-aside'; readonly exercise?: Exercise }
  /** Straight to the end. */
  | { readonly kind: 'finish' }
  /** The last step that stands is taken back. */
  | { readonly kind: 'back' };

export interface TakenStep {
  readonly step: TrainingStep;
  readonly at: Instant;
}

export interface Training {
  readonly id: number;
  readonly memberId: number;
  readonly day: Day;
  readonly plan: TrainingPlan;
  readonly steps: readonly TakenStep[];
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
}

/** A plan or a step as text: moves by their ids. */
export function frozen(value: TrainingPlan | TrainingStep): string {
  return JSON.stringify(value, (key, held) => (isMoveKey(key) && isMove(held) ? held.id : held));
}

/**
 * The inverse of {@link frozen}. Undefined when a move is not in the content any more.
 * @throws SyntaxError for what was not frozen
 */
export function thawed<T extends TrainingPlan | TrainingStep>(content: Content, text: string): T | undefined {
  let whole = true;
  const value = JSON.parse(text, (key, held) => {
    if (!isMoveKey(key) || typeof held !== 'string') return held;
    const move = content.moves.get(held);
    if (move === undefined) whole = false;
    return move;
  });
  return whole ? (value as T) : undefined;
}

function isMoveKey(key: string): boolean {
  return key === 'move' || key === 'insteadOf';
}

function isMove(value: unknown): value is Move {
  return typeof value === 'object' && value !== null && 'id' in value;
}
