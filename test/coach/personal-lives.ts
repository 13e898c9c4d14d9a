import fc from 'fast-check';
import { KITS } from '../../src/coach/content.ts';
import { addDays, type Day, zone } from '../../src/coach/day.ts';
import type { Ladder, Loads } from '../../src/coach/load.ts';
import { EFFORTS, type Enrolment, type MemberFile, type Workout } from '../../src/coach/member.ts';
import type { Performance, SetDone } from '../../src/coach/performance.ts';
import type { Exercise, PlannedSession, Session } from '../../src/coach/plan.ts';
import { plannedSessions } from '../../src/coach/programme.ts';
import { isHeld, personalSession, type TrainingHistory } from '../../src/coach/training/personal.ts';
import { type MoveSwap, plannedMove, swapsFor } from '../../src/coach/training/swaps.ts';
import { anyMember, anySteadyMember } from './plan-people.ts';
import { content } from './training-plans.ts';

/** A member's plan with all that they did, as they met each session on its day. */
export interface Life {
  readonly file: MemberFile;
  readonly history: TrainingHistory;
  /** Each planned session as it was shown on its own day, and whether it was done. */
  readonly met: readonly Met[];
}

export interface Met {
  readonly planned: PlannedSession;
  readonly session: Session;
  readonly done: boolean;
}

const LADDERS: readonly Ladder[] = [
  { kind: 'step', step: 1_000 },
  { kind: 'step', step: 2_500 },
  { kind: 'step', step: 1_134 },
  { kind: 'list', loads: [5_000, 10_000] },
  { kind: 'list', loads: [2_000, 4_000, 5_000, 6_000, 8_000, 10_000, 12_500, 15_000] },
  { kind: 'list', loads: [8_000] },
];
const FIRST_LOADS = [5_000, 8_000, 10_000, 20_000];

interface Habits {
  readonly enrolment: Enrolment;
  readonly kit: MemberFile['member']['kit'];
  readonly ladder: Ladder;
  /** The share of sessions that they do. */
  readonly care: number;
  /** How many repetitions more or less than aimed for they mostly manage. */
  readonly strength: number;
  readonly seed: number;
}

const habits = (enrolment: fc.Arbitrary<Enrolment>): fc.Arbitrary<Habits> =>
  fc.record({
    enrolment,
    kit: fc.subarray([...KITS]),
    ladder: fc.constantFrom(...LADDERS),
    care: fc.constantFrom(0.5, 0.85, 1),
    strength: fc.integer({ min: -2, max: 6 }),
    seed: fc.nat(),
  });

/** Whoever changes their terms, pauses or leaves. */
export const anyLife = habits(anyMember).map(lived);
/** Whoever keeps to the same days. */
export const anySteadyLife = habits(anySteadyMember).map(lived);

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function lived({ enrolment, kit, ladder, care, strength, seed }: Habits): Life {
  const roll = dice(seed);
  const oneOf = <T>(items: readonly T[]): T => items[Math.floor(roll() * items.length)] as T;
  const loads: Loads = {
    units: 'metric',
    ladders: { dumbbells: ladder, machine: ladder },
    bands: content.programme.bands,
  };
  const member: MemberFile['member'] = {
    id: 1,
    serverId: '1',
    userId: '2',
    clock: { zone: zone('Europe/Lisbon'), dayEndsAt: 3 },
    kit,
    notice: 'nothing',
    shareMilestones: false,
  };
  const performances: Performance[] = [];
  const swaps: MoveSwap[] = [];
  const workouts: Workout[] = [];
  const met: Met[] = [];
  // A list of its own for each session: what comes later must not be known before.
  const now = () => ({ performances: [...performances], swaps: [...swaps], loads });
  for (const planned of plannedSessions(content.programme, enrolment, addDays(enrolment.startsOn, 150))) {
    const file = { member, enrolment, workouts: [...workouts] };
    if (roll() < 0.15) {
      const first = personalSession(content, file, now(), planned, planned.day);
      const swap = anySwap(first, kit, planned.day, oneOf, roll() < 0.5);
      if (swap !== undefined) swaps.push(swap);
    }
    const session = personalSession(content, file, now(), planned, planned.day);
    const done = roll() < care;
    met.push({ planned, session, done });
    if (!done) continue;
    const effort = roll() < 0.9 ? oneOf(EFFORTS) : undefined;
    workouts.push({ id: met.length, day: planned.day, madeAt: 0, size: 'full', ...(effort && { effort }) });
    for (const exercise of session.main) {
      if (roll() < 0.1) continue;
      performances.push({
        move: exercise.move.id,
        day: planned.day,
        sets: setsOf(exercise),
        held: isHeld(content, planned) || roll() < 0.05,
        ...(exercise.variation && { variation: exercise.variation }),
        ...(effort && { effort }),
      });
    }
  }
  return { file: { member, enrolment, workouts }, history: now(), met };

  function setsOf(exercise: Exercise): SetDone[] {
    const { target, reps, seconds, move } = exercise;
    const aim = target?.aim ?? (reps ?? seconds ?? [0])[0];
    const load = ladderLoad(exercise) ? (target?.load ?? (roll() < 0.8 ? oneOf(FIRST_LOADS) : undefined)) : undefined;
    const other = load !== undefined && roll() < 0.1 ? oneOf(FIRST_LOADS) : load;
    const band = move.kitAny.includes('band') ? (target?.band ?? oneOf(content.programme.bands)) : undefined;
    return Array.from({ length: exercise.sets }, () => {
      const more = Math.round(strength * roll() + (roll() - 0.5) * 2) * move.step;
      const amount = Math.max(1, aim + more);
      return {
        ...(reps === undefined ? { seconds: amount } : { reps: amount }),
        ...(other !== undefined && { load: other }),
        ...(band !== undefined && { band }),
      };
    });
  }
}

function ladderLoad({ move }: Exercise): boolean {
  return move.kitAny.includes('dumbbells') || move.kitAny.includes('machine');
}

function anySwap(
  session: Session,
  kit: MemberFile['member']['kit'],
  from: Day,
  oneOf: <T>(items: readonly T[]) => T,
  isForToday: boolean,
): MoveSwap | undefined {
  const line = oneOf(session.main);
  const offered = swapsFor(content, line, { kit, session: session.main });
  if (offered.length === 0) return undefined;
  return { move: plannedMove(line).id, to: oneOf(offered).id, from, ...(isForToday && { until: from }) };
}
