import type { Units } from '../../coach/load.ts';
import type { CircuitPlan, Exercise } from '../../coach/plan.ts';
import type { Target, Why } from '../../coach/progression/target.ts';
import type { Text } from '../en.ts';
import { takesText } from './load.ts';
import { whyText } from './why.ts';

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
  return `- **${exercise.move.name}** ${doseOf(text, exercise)}${instead ?? ''}${variationLine(text, exercise)}`;
}

/** The same for one member: with what they aim for and take, and why it changed, where it did. */
export function personalLine(text: Text, units: Units, exercise: Exercise): string {
  const { move, target, insteadOf } = exercise;
  if (target === undefined) return exerciseLine(text, exercise);
  const takes = takesText(text, units, move, target);
  const instead = insteadOf && text.today.instead(insteadOf.name);
  const what = [aimedDose(text, exercise, target), takes].filter((part) => part !== undefined).join(' · ');
  const why = TOLD.has(target.why.kind) ? whyText(text, units, move, target.why) : undefined;
  const reason = why === undefined ? '' : `\n  -# ${why}`;
  return `- **${move.name}** ${what}${instead === undefined ? '' : ` (${instead})`}${variationLine(text, exercise)}${reason}`;
}

/** What a list of the whole session explains; the rest is told with the move itself. */
const TOLD: ReadonlySet<Why['kind']> = new Set(['up', 'top-raised', 'down', 'confirm', 'all-there-is']);

function aimedDose(text: Text, exercise: Exercise, { aim, range }: Target): string {
  const dose = doseOf(text, exercise);
  return exercise.reps === undefined || range[0] === range[1] ? dose : `${dose}, ${text.training.aimFor(aim)}`;
}

function variationLine(text: Text, { move, variation }: Exercise): string {
  return variation === undefined ? '' : `\n  -# ${text.dose.variation[variation]}: ${move[variation]}`;
}

export function circuitLines(text: Text, circuit: CircuitPlan): string[] {
  const stations = circuit.stations.map(({ move, seconds }) => `${move.name} ${seconds} s`);
  return [`**${text.today.circuit(circuit.rounds, circuit.restSeconds)}**`, `- ${stations.join(', ')}`];
}
