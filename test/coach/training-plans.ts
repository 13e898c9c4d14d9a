import { KITS, type Kit, LEVELS, type Level } from '../../src/coach/content.ts';
import { addDays, type Weekday } from '../../src/coach/day.ts';
import type { Exercise, PlannedSession, Session } from '../../src/coach/plan.ts';
import { plannedSessions } from '../../src/coach/programme.ts';
import { sessionFor } from '../../src/coach/session.ts';
import { floorOf } from '../../src/coach/training/floor.ts';
import type { TakenStep, TrainingPlan, TrainingStep } from '../../src/coach/training/training.ts';
import { loadContent } from '../../src/store/content.ts';
import { enrolled, MON_TO_FRI, START } from './plan-people.ts';

export const content = loadContent();

/** Every kit that a member may have: all subsets. */
export const EVERY_KIT: readonly (readonly Kit[])[] = Array.from({ length: 2 ** KITS.length }, (_, bits) =>
  KITS.filter((_kit, index) => (bits & (1 << index)) !== 0),
);

export interface Occasion {
  readonly level: Level;
  readonly kit: readonly Kit[];
  readonly planned: PlannedSession;
  readonly session: Session;
}

/** Every session of a plan on these days, at every level and with every kit. */
export function everySession(trainingDays: readonly Weekday[] = MON_TO_FRI): Occasion[] {
  return LEVELS.flatMap((level) => {
    const sessions = plannedSessions(content.programme, enrolled({ trainingDays, level }), addDays(START, 100));
    return sessions.flatMap((planned) =>
      EVERY_KIT.map((kit) => ({ level, kit, planned, session: sessionFor(content, planned, { level, kit }) })),
    );
  });
}

const EVERYTHING: readonly Kit[] = ['mat', 'dumbbells', 'rope'];

/** A session of one week at the standard level, as a guided session has it. */
export function planned(changes: Partial<PlannedSession> = {}, kit = EVERYTHING): TrainingPlan {
  const session = { day: START, week: 1, ordinal: 1, indexInWeek: 0, template: 'a', circuit: false, light: false };
  return planOf({ ...session, ...changes }, kit);
}

function planOf(session: PlannedSession, kit: readonly Kit[]): TrainingPlan {
  const made = sessionFor(content, session, { level: 'standard', kit });
  return { planned: session, session: made, size: 'full', held: false };
}

export function shortened(plan: TrainingPlan): TrainingPlan {
  return { ...plan, session: floorOf(plan.session, content.programme), size: 'floor' };
}

export function withoutAround(plan: TrainingPlan): TrainingPlan {
  return { ...plan, session: { ...plan.session, warmUp: [], coolDown: [] } };
}

/** The line of a plan that has this move. */
export function lineOf({ session }: Pick<TrainingPlan, 'session'>, id: string): Exercise {
  const line = session.main.find(({ move }) => move.id === id);
  if (line === undefined) throw new Error(`no "${id}" in ${session.main.map(({ move }) => move.id).join(', ')}`);
  return line;
}

/** Steps ten seconds apart, from the epoch on. */
export function taken(...steps: readonly TrainingStep[]): TakenStep[] {
  return steps.map((step, index) => ({ step, at: index * 10_000 }));
}
