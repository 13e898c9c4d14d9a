import type { Instant } from '../day.ts';
import type { SetDone } from '../performance.ts';
import type { CircuitPlan, Exercise } from '../plan.ts';
import type { TakenStep, TrainingPlan, TrainingStep } from './training.ts';

/** A set that was done, and the move that it was done of. */
export interface DoneSet {
  readonly exercise: Exercise;
  readonly set: SetDone;
}

/** One of a session's main moves, and how far it has come. */
export interface LineProgress {
  /** The move as it is now, after any swap. */
  readonly exercise: Exercise;
  readonly done: readonly DoneSet[];
  /** Sets that are behind, done or left out. */
  readonly behind: number;
  readonly isSetAside: boolean;
}

export type Place =
  | { readonly at: 'warm-up' | 'cool-down'; readonly exercises: readonly Exercise[] }
  /** `set` counts from 1. */
  | { readonly at: 'set'; readonly line: number; readonly set: number; readonly exercise: Exercise }
  | { readonly at: 'round'; readonly round: number; readonly circuit: CircuitPlan }
  /** All that is left is to say how hard it was. */
  | { readonly at: 'end' };

export interface Progress {
  readonly place: Place;
  readonly lines: readonly LineProgress[];
  /** Rounds of the circuit that were done. */
  readonly rounds: number;
  /** The clock of the set or round at hand runs since then. */
  readonly startedAt?: Instant;
  /** When the rest after the last set or round is over, however long ago. */
  readonly restUntil?: Instant;
  readonly canGoBack: boolean;
}

/** What the next set is done with, unless somebody says otherwise: as the last one of this move, or as was asked. */
export function nextResistance({ exercise, done }: LineProgress): Pick<SetDone, 'load' | 'band'> {
  const last = done.findLast((set) => set.exercise.move === exercise.move)?.set;
  const { load, band } = last ?? exercise.target ?? {};
  return { ...(load !== undefined && { load }), ...(band !== undefined && { band }) };
}

/** What "done, as planned" says of the next set: the aim, or the low end where there is none. */
export function asPlanned(line: LineProgress): SetDone {
  const { reps, seconds, target } = line.exercise;
  const aim = target?.aim ?? (reps ?? seconds ?? [0])[0];
  return { ...(reps === undefined ? { seconds: aim } : { reps: aim }), ...nextResistance(line) };
}

/** Where a session stands: a fold over its steps. One that makes no sense where it comes changes nothing. */
export function progressOf(plan: TrainingPlan, steps: readonly TakenStep[]): Progress {
  const state = begin(plan);
  const standing = thatStand(steps);
  for (const taken of standing) take(state, taken);
  const { lines, rounds, startedAt, restUntil } = state;
  return {
    place: placeOf(state),
    lines,
    rounds,
    ...(startedAt !== undefined && { startedAt }),
    ...(restUntil !== undefined && { restUntil }),
    canGoBack: standing.length > 0,
  };
}

/** The steps that were not taken back. */
export function thatStand(steps: readonly TakenStep[]): TakenStep[] {
  const standing: TakenStep[] = [];
  for (const taken of steps) {
    if (taken.step.kind === 'back') standing.pop();
    else standing.push(taken);
  }
  return standing;
}

interface State {
  readonly plan: TrainingPlan;
  readonly lines: Line[];
  warmedUp: boolean;
  cooledDown: boolean;
  rounds: number;
  roundsBehind: number;
  finished: boolean;
  startedAt: Instant | undefined;
  restUntil: Instant | undefined;
}

interface Line {
  exercise: Exercise;
  readonly done: DoneSet[];
  behind: number;
  isSetAside: boolean;
}

function begin(plan: TrainingPlan): State {
  const { warmUp, main, coolDown } = plan.session;
  return {
    plan,
    lines: main.map((exercise) => ({ exercise, done: [], behind: 0, isSetAside: false })),
    warmedUp: warmUp.length === 0,
    cooledDown: coolDown.length === 0,
    rounds: 0,
    roundsBehind: 0,
    finished: false,
    startedAt: undefined,
    restUntil: undefined,
  };
}

function placeOf({ plan, lines, warmedUp, cooledDown, roundsBehind, finished }: State): Place {
  const { session } = plan;
  if (finished) return { at: 'end' };
  if (!warmedUp) return { at: 'warm-up', exercises: session.warmUp };
  const line = lines.findIndex(({ exercise, behind }) => behind < exercise.sets);
  const current = lines[line];
  if (current !== undefined) return { at: 'set', line, set: current.behind + 1, exercise: current.exercise };
  if (session.circuit !== undefined && roundsBehind < session.circuit.rounds) {
    return { at: 'round', round: roundsBehind + 1, circuit: session.circuit };
  }
  return cooledDown ? { at: 'end' } : { at: 'cool-down', exercises: session.coolDown };
}

function take(state: State, { step, at }: TakenStep): void {
  const place = placeOf(state);
  if (step.kind === 'finish') {
    state.finished = true;
    state.startedAt = undefined;
    return;
  }
  switch (place.at) {
    case 'warm-up':
    case 'cool-down':
      if (step.kind === 'part') state[place.at === 'warm-up' ? 'warmedUp' : 'cooledDown'] = true;
      break;
    case 'set':
      takeSet(state, state.lines[place.line], step, at);
      break;
    case 'round':
      takeRound(state, place.circuit, step, at);
      break;
    case 'end':
      break;
  }
}

function takeSet(state: State, line: Line | undefined, step: TrainingStep, at: Instant): void {
  if (line === undefined) return;
  switch (step.kind) {
    case 'started':
      if (line.exercise.seconds !== undefined) state.startedAt = at;
      return;
    case 'set':
      line.done.push({ exercise: line.exercise, set: step.set });
      line.behind += 1;
      state.restUntil = line.exercise.restSeconds ? at + line.exercise.restSeconds * 1000 : undefined;
      break;
    case 'skip':
      line.behind += 1;
      break;
    case 'leave-out':
      line.behind = line.exercise.sets;
      break;
    case 'swap':
      // As many sets as the line had: the new move takes over what is left of them.
      line.exercise = { ...step.exercise, sets: line.exercise.sets };
      break;
    case 'set-aside':
      line.isSetAside = true;
      if (step.exercise === undefined) line.behind = line.exercise.sets;
      else line.exercise = { ...step.exercise, sets: line.exercise.sets };
      break;
    default:
      return;
  }
  state.startedAt = undefined;
}

function takeRound(state: State, { rounds, restSeconds }: CircuitPlan, step: TrainingStep, at: Instant): void {
  if (step.kind === 'started') {
    state.startedAt = at;
    return;
  }
  if (step.kind === 'round') {
    state.rounds += 1;
    state.roundsBehind += 1;
    state.restUntil = at + restSeconds * 1000;
  } else if (step.kind === 'skip') state.roundsBehind += 1;
  else if (step.kind === 'leave-out') state.roundsBehind = rounds;
  else return;
  state.startedAt = undefined;
}
