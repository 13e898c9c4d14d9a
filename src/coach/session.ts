import type { Content, Kit, Level, LevelRules, ProgrammeWeek, Range, Variation } from './content.ts';
import { clamp, exerciseOf, isStrength, setsFor, setsOf, shareOfPlan } from './dose.ts';
import { minutesOf } from './duration.ts';
import { fitChosen, fitToKit, moveNamed } from './kit.ts';
import type { CircuitPlan, Exercise, PlannedSession, Session } from './plan.ts';

/** What makes a planned session somebody's own. */
export interface Trainee {
  readonly level: Level;
  readonly kit: readonly Kit[];
  /** The moves that they do in place of planned ones, by the planned move's id. */
  readonly chosen?: ReadonlyMap<string, string>;
}

/**
 * A planned session as one member does it. The level changes sets, variation and rounds; their own choice and their
 * kit change moves, by each move's own swaps.
 * @throws RangeError when the plan was not made with this content.
 */
export function sessionFor(content: Content, planned: PlannedSession, who: Trainee): Session {
  const { programme } = content;
  const week = programme.weeks.find((candidate) => candidate.week === planned.week);
  const template = programme.sessions.find((candidate) => candidate.id === planned.template);
  if (week === undefined || template === undefined) {
    throw new RangeError(`no session "${planned.template}" in week ${planned.week}`);
  }
  const rules = programme.levels[who.level];
  const variation = rules.variations[week.block];
  const endsQuietly = planned.circuit || planned.light || template.finisher === undefined;
  const main = endsQuietly ? template.moves : [...template.moves, template.finisher];
  const sets = setsFor(
    programme,
    main.map((id) => moveNamed(content, id)),
    { week, rules, light: planned.light },
  );
  const share = shareOfPlan(programme, week);
  const taken = new Set<string>();
  const exercise = (id: string, count: number, vary: Variation | undefined): Exercise => {
    const chosen = fitChosen(content, id, who);
    // Two choices of different days may lead to one move: it has one line.
    const fitted = taken.has(chosen.move.id) ? fitToKit(content, id, who.kit) : chosen;
    taken.add(fitted.move.id);
    const restSeconds = isStrength(fitted.move) ? programme.pace.restSeconds : 0;
    // A stretch or an easy walk is never made harder.
    const isPlain = fitted.move.role === 'mobility' && vary === 'harder';
    return exerciseOf(fitted, { sets: count, share, restSeconds, ...(vary && !isPlain && { variation: vary }) });
  };
  const around = (id: string, vary?: Variation) => exercise(id, setsOf(moveNamed(content, id)), vary);
  const parts = {
    // A warm-up may be made easier (no jumping), never harder.
    warmUp: programme.warmUp.map((id) => around(id, variation === 'easier' ? variation : undefined)),
    main: main.map((id, index) => exercise(id, sets[index] ?? 1, variation)),
    ...(planned.circuit && { circuit: circuitOf(content, week, rules, who) }),
    coolDown: programme.coolDown.map((id) => around(id)),
  };
  return {
    name: template.name,
    week: week.week,
    block: week.block,
    light: planned.light,
    ...reserveOf(content, week, planned.light),
    ...(week.retest && { retest: true }),
    ...parts,
    minutes: minutesOf(parts, programme.pace),
  };
}

/** A light day leaves at least its own reserve, whatever the week asks for. */
function reserveOf(
  { programme }: Content,
  week: ProgrammeWeek,
  light: boolean,
): { repsInReserve: Range; orMore?: true } {
  const { repsInReserve, orMore } = light && week.setsFactor === undefined ? programme.lightDay : week;
  return { repsInReserve, ...(orMore && { orMore: true }) };
}

function circuitOf(content: Content, week: ProgrammeWeek, rules: LevelRules, who: Trainee): CircuitPlan {
  const move = moveNamed(content, content.programme.circuit);
  if (move.dose.kind !== 'circuit') throw new RangeError(`"${move.id}" is no circuit`);
  const variation = rules.variations[week.block];
  return {
    move,
    rounds: clamp((week.rounds ?? move.dose.rounds)[0] + rules.roundsChange, move.progress),
    restSeconds: move.dose.restSeconds,
    stations: move.dose.stations.map((station) => ({
      ...fitChosen(content, station.move, who),
      seconds: station.seconds,
      ...(variation && { variation }),
    })),
  };
}
