import type { Units } from '../../coach/load.ts';
import type { Exercise } from '../../coach/plan.ts';
import type { Text } from '../en.ts';
import { doseOf } from './exercise.ts';
import { takesText } from './load.ts';

/** What an exercise asks of one member, in a list of several and without the move's name: `3 × 12–15, 10 kg each`. */
export function askedText(text: Text, units: Units, exercise: Exercise): string {
  const { variation } = exercise;
  return joined([...amountAndLoad(text, units, exercise), variation && text.dose.variation[variation]]);
}

/** The same with what each set aims for, as it reads by itself. */
export function aimedText(text: Text, units: Units, exercise: Exercise): string {
  const { target, reps, variation } = exercise;
  const isOneOfSeveral = reps !== undefined && reps[0] !== reps[1];
  const aim = isOneOfSeveral && target ? text.training.aimFor(target.aim) : undefined;
  return joined([...amountAndLoad(text, units, exercise), aim, variation && text.why.variations[variation]]);
}

function amountAndLoad(text: Text, units: Units, exercise: Exercise) {
  const { move, target } = exercise;
  return [doseOf(text, exercise), target && takesText(text, units, move, target)];
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ');
}
