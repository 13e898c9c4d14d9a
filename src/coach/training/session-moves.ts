import type { Content, Move } from '../content.ts';
import { moveNamed } from '../kit.ts';
import type { Session } from '../plan.ts';

/** Each move of a session once: the main ones first, then warm-up, cool-down and the circuit's. */
export function movesIn({ warmUp, main, circuit, coolDown }: Session): Move[] {
  const lines = [...main, ...warmUp, ...coolDown, ...(circuit?.stations ?? [])];
  return [...new Set(lines.map(({ move }) => move))];
}

/** Each move that the programme's sessions plan, once. */
export function movesPlanned(content: Content): Move[] {
  const { sessions } = content.programme;
  const ids = sessions.flatMap(({ moves, finisher }) => (finisher === undefined ? moves : [...moves, finisher]));
  return [...new Set(ids)].map((id) => moveNamed(content, id));
}

/** Whether how hard it was says anything: something of it grows. Stretching and easy walks do not. */
export function asksEffort({ main, circuit }: Pick<Session, 'main' | 'circuit'>): boolean {
  return circuit !== undefined || main.some(({ move }) => move.role !== 'mobility');
}
