import type { CircuitPlan, Exercise } from '../../coach/plan.ts';
import type { Text } from '../en.ts';

/** `3 × 12–15`, `2 × 30 s, each side`, `3 × 8–15, hold 2–3 s`. */
export function doseOf(text: Text, exercise: Exercise): string {
  const { dose } = text;
  const amount =
    exercise.reps !== undefined
      ? dose.reps(exercise.sets, exercise.reps)
      : dose.time(exercise.sets, exercise.seconds ?? [0, 0]);
  const hold = exercise.holdSeconds && dose.hold(exercise.holdSeconds);
  const sides = exercise.perSide ? dose.perSide : exercise.perDirection ? dose.perDirection : undefined;
  return [amount, hold, sides].filter((part) => part !== undefined).join(', ');
}

/** One line of a list: the move, its dose, and what it stands in for. */
export function exerciseLine(text: Text, exercise: Exercise): string {
  const instead = exercise.insteadOf && ` (${text.today.instead(exercise.insteadOf.name)})`;
  const { move, variation } = exercise;
  const how = variation && `\n  -# ${text.dose.variation[variation]}: ${move[variation]}`;
  return `- **${move.name}** ${doseOf(text, exercise)}${instead ?? ''}${how ?? ''}`;
}

export function circuitLines(text: Text, circuit: CircuitPlan): string[] {
  const stations = circuit.stations.map(({ move, seconds }) => `${move.name} ${seconds} s`);
  return [`**${text.today.circuit(circuit.rounds, circuit.restSeconds)}**`, `- ${stations.join(', ')}`];
}
