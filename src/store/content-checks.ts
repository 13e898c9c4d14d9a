import type { Move, Programme, ProgrammeWeek, Range, Tip } from '../coach/content.ts';
import { didYouMean, type Mistake, shown } from './content-mistake.ts';

type Path = readonly PropertyKey[];
/** A mistake in the file at hand. */
type Tell = (path: Path, got: string, takes: string) => void;

/** What is wrong with the moves among themselves. */
export function checkMoves(moves: readonly Move[]): Mistake[] {
  const { mistakes, tell } = collect('moves.json');
  const byId = new Map(moves.map((move) => [move.id, move]));
  tellRepeats(moves, tell);
  for (const [index, move] of moves.entries()) {
    checkRole(move, [index], tell);
    checkProgress(move, [index], tell);
    checkSwaps(move, [index], byId, tell);
    if (move.dose.kind !== 'circuit') continue;
    for (const [number, station] of move.dose.stations.entries()) {
      plannable(station.move, byId, [index, 'dose', 'stations', number, 'move'], tell);
    }
  }
  tellCycles(moves, byId, tell);
  return mistakes;
}

function checkRole(move: Move, path: Path, tell: Tell): void {
  if ((move.role === 'circuit') !== (move.dose.kind === 'circuit')) {
    tell(
      [...path, 'dose', 'kind'],
      shown(move.dose.kind),
      '"circuit" for a move whose role is "circuit", and only there',
    );
  }
  if ((move.byChoiceOnly === true) !== (move.plannedInstead !== undefined)) {
    tell(
      [...path, 'plannedInstead'],
      shown(move.plannedInstead),
      'the id of a move when byChoiceOnly is true, and only then',
    );
  }
}

function checkProgress({ dose, progress }: Move, path: Path, tell: Tell): void {
  const asked: Range = dose.kind === 'reps' ? dose.reps : dose.kind === 'time' ? dose.seconds : dose.rounds;
  if (asked[0] < progress[0] || asked[1] > progress[1]) {
    tell([...path, 'progress'], shown(progress), `a range that holds the dose, ${shown(asked)}`);
  }
}

function checkSwaps(move: Move, path: Path, byId: ReadonlyMap<string, Move>, tell: Tell): void {
  for (const [index, swap] of move.swaps.entries()) plannable(swap, byId, [...path, 'swaps', index], tell);
  if (move.plannedInstead !== undefined) plannable(move.plannedInstead, byId, [...path, 'plannedInstead'], tell);
  const last = byId.get(move.swaps.at(-1) ?? '');
  const lastIsWrong = last === undefined ? move.swaps.length === 0 : needsKit(last);
  // The stations of a circuit have their own swaps.
  if (move.role !== 'circuit' && needsKit(move) && lastIsWrong) {
    tell([...path, 'swaps'], shown(move.swaps), 'a list that ends in a move without kit');
  }
}

/** Each cycle is told once, at its first move in the file. */
function tellCycles(moves: readonly Move[], byId: ReadonlyMap<string, Move>, tell: Tell): void {
  const done = new Set<string>();
  const follow = (id: string, trail: readonly string[]): void => {
    if (trail.includes(id)) {
      const cycle = trail.slice(trail.indexOf(id));
      const first = moves.findIndex((move) => cycle.includes(move.id));
      tell([first, 'swaps'], [...cycle, id].join(' → '), 'swaps that do not lead back');
    } else if (!done.has(id)) {
      for (const swap of byId.get(id)?.swaps ?? []) follow(swap, [...trail, id]);
      done.add(id);
    }
  };
  for (const { id } of moves) follow(id, []);
}

/** What is wrong with the programme: its weeks, its sessions, and what it names. Without `moves`, moves are not looked up. */
export function checkProgramme(programme: Programme, moves?: readonly Move[]): Mistake[] {
  const { mistakes, tell } = collect('programme.json');
  const byId = moves && new Map(moves.map((move) => [move.id, move]));
  const circuit = plannable(programme.circuit, byId, ['circuit'], tell, ['circuit']);
  checkWeeks(programme.weeks, circuit, tell);
  tellRepeats(programme.sessions, tell, ['sessions']);
  for (const [index, session] of programme.sessions.entries()) {
    const path = ['sessions', index];
    for (const [place, id] of session.moves.entries()) {
      plannable(id, byId, [...path, 'moves', place], tell, ['main', 'companion', 'cardio', 'mobility']);
      if (session.moves.indexOf(id) < place) tell([...path, 'moves', place], `"${id}" a second time`, 'each move once');
    }
    if (session.finisher !== undefined) plannable(session.finisher, byId, [...path, 'finisher'], tell, ['cardio']);
  }
  checkPatterns(programme, tell);
  for (const [index, id] of programme.warmUp.entries())
    plannable(id, byId, ['warmUp', index], tell, ['warm-up', 'mobility']);
  for (const [index, id] of programme.coolDown.entries()) {
    plannable(id, byId, ['coolDown', index], tell, ['cool-down', 'mobility']);
  }
  for (const [index, id] of programme.restDay.entries()) {
    const move = plannable(id, byId, ['restDay', index], tell, ['mobility']);
    if (move && needsKit(move)) tell(['restDay', index], shown(id), 'a move without kit: a rest day is for everybody');
  }
  return mistakes;
}

function checkWeeks(weeks: readonly ProgrammeWeek[], circuit: Move | undefined, tell: Tell): void {
  if (weeks.length !== 12) tell(['weeks'], `${weeks.length} weeks`, '12 weeks');
  for (const [index, week] of weeks.entries()) {
    const path = ['weeks', index];
    const lighter = week.block === 'lighter';
    if (week.week !== index + 1) tell([...path, 'week'], shown(week.week), `${index + 1}: each week once, in order`);
    if (lighter !== (week.setsFactor !== undefined)) {
      tell([...path, 'setsFactor'], shown(week.setsFactor), 'a factor in a lighter week, and only there');
    }
    if (lighter && week.sets !== weeks[index - 1]?.sets) {
      tell([...path, 'sets'], shown(week.sets), 'the sets of the week before, which a lighter week cuts');
    }
    if (lighter && week.circuits > 0) tell([...path, 'circuits'], shown(week.circuits), '0 in a lighter week');
    if (week.circuits > 0 !== (week.rounds !== undefined)) {
      tell([...path, 'rounds'], shown(week.rounds), 'rounds in a week with circuits, and only there');
    }
    const { progress } = circuit ?? {};
    if (week.rounds && progress && (week.rounds[0] < progress[0] || week.rounds[1] > progress[1])) {
      tell([...path, 'rounds'], shown(week.rounds), `rounds within the circuit's progress, ${shown(progress)}`);
    }
  }
}

function checkPatterns({ patterns, sessions }: Programme, tell: Tell): void {
  const kinds = new Map(sessions.map((session) => [session.id, session.kind]));
  for (const days of [3, 4, 5] as const) {
    for (const [index, row] of patterns[days].entries()) {
      const path = ['patterns', String(days), index];
      if (row.length !== days) tell(path, `${row.length} sessions`, `${days} sessions`);
      for (const [place, id] of row.entries()) {
        if (kinds.has(id)) continue;
        tell([...path, place], shown(id), `the id of a session${didYouMean(id, kinds.keys())}`);
      }
      const strength = row.filter((id) => kinds.get(id) === 'strength').length;
      if (strength > 4)
        tell(path, `${strength} strength sessions`, 'at most 4 in a week, and one cardio or mobility day');
    }
  }
}

/** What is wrong with the tips together. */
export function checkTips(tips: readonly Tip[]): Mistake[] {
  const { mistakes, tell } = collect('tips.json');
  tellRepeats(tips, tell);
  const recovery = tips.filter((tip) => tip.topic === 'recovery').length;
  if (recovery === 0) tell([], 'no tip about recovery', 'at least one, for rest days');
  if (recovery === tips.length) tell([], 'only tips about recovery', 'at least one other, for training days');
  return mistakes;
}

function needsKit(move: Move): boolean {
  return move.kitAny.length > 0 || move.kitAll.length > 0;
}

/** The move that `id` names, told off when there is none or when it may not be planned here. */
function plannable(
  id: string,
  byId: ReadonlyMap<string, Move> | undefined,
  path: Path,
  tell: Tell,
  roles?: readonly Move['role'][],
): Move | undefined {
  if (byId === undefined) return undefined;
  const move = byId.get(id);
  if (move === undefined) {
    tell(path, shown(id), `the id of a move in moves.json${didYouMean(id, byId.keys())}`);
    return undefined;
  }
  if (move.byChoiceOnly) tell(path, shown(id), 'a move that is not byChoiceOnly');
  if (roles === undefined ? move.role === 'circuit' : !roles.includes(move.role)) {
    const takes =
      roles === undefined ? 'any role but "circuit"' : `the role ${roles.map((role) => `"${role}"`).join(' or ')}`;
    tell(path, `${shown(id)}, whose role is "${move.role}"`, `a move with ${takes}`);
  }
  return move;
}

function tellRepeats(list: readonly { readonly id: string }[], tell: Tell, path: Path = []): void {
  const ids = list.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) < index) tell([...path, index, 'id'], `"${id}" a second time`, 'an id of its own');
  }
}

function collect(file: string): { mistakes: Mistake[]; tell: Tell } {
  const mistakes: Mistake[] = [];
  return { mistakes, tell: (path, got, takes) => mistakes.push({ file, path, got, takes }) };
}
