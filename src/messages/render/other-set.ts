import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { Loads } from '../../coach/load.ts';
import { loadText } from '../../coach/notation/load-notation.ts';
import { asPlanned, type LineProgress } from '../../coach/training/progress.ts';
import type { Text } from '../en.ts';
import { customId } from '../parts.ts';

type FormPart = APIModalInteractionResponseCallbackData['components'][number];

/** Asks what a set really was; `argument` is handed back with the answer. It comes filled in as planned. */
export function otherForm(
  text: Text,
  argument: string,
  line: LineProgress,
  loads: Loads,
): APIModalInteractionResponseCallbackData {
  const { training: t } = text;
  const { move } = line.exercise;
  const { reps, seconds, load, band } = asPlanned(line);
  const components: FormPart[] = [
    field('amount', reps === undefined ? t.secondsField : t.repsField, {
      value: String(reps ?? seconds),
      required: true,
    }),
  ];
  if (move.kitAny.includes('band')) {
    const hint = t.bandHint(loads.bands);
    components.push(field('resistance', t.bandField, { value: band ?? '', required: false, hint }));
  } else if (move.kitAny.includes('dumbbells') || move.kitAny.includes('machine')) {
    const value = load === undefined ? '' : loadText(load, loads.units);
    const hint = t.loadHint(text.amounts.unit(loads.units));
    components.push(field('resistance', t.loadField, { value, required: false, hint }));
  }
  return { title: t.otherForm(move.name), custom_id: customId('set-other', argument), components };
}

function field(
  id: string,
  label: string,
  { value, required, hint }: { readonly value: string; readonly required: boolean; readonly hint?: string },
): FormPart {
  return {
    type: ComponentType.Label,
    label,
    ...(hint !== undefined && { description: hint.slice(0, 100) }),
    component: {
      type: ComponentType.TextInput,
      style: TextInputStyle.Short,
      custom_id: id,
      max_length: id === 'amount' ? 10 : 20,
      required,
      ...(value !== '' && { value }),
    },
  };
}
