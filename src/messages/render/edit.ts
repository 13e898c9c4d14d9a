import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { EFFORTS, type Effort } from '../../coach/member.ts';
import type { Text } from '../en.ts';
import { customId } from '../parts.ts';

/** So long may a member's own note be. */
export const NOTE_LENGTH = 200;

/** A check-in as it stands: what its form comes filled in with. */
export type Editable = { readonly id: number; readonly note?: string } & (
  | { readonly kind: 'workout'; readonly effort?: Effort }
  | { readonly kind: 'sleep'; readonly hours: number }
  | { readonly kind: 'water'; readonly glasses: number }
);

type Part = APIModalInteractionResponseCallbackData['components'][number];

/** Asks for a check-in once more. */
export function editForm(text: Text, checkIn: Editable): APIModalInteractionResponseCallbackData {
  const { checkIn: t } = text;
  return {
    title: t.editForm[checkIn.kind],
    custom_id: customId(`edit-${checkIn.kind}`, String(checkIn.id)),
    components: [main(text, checkIn), note(text, checkIn.note)],
  };
}

function main(text: Text, checkIn: Editable): Part {
  switch (checkIn.kind) {
    case 'workout':
      return effortPart(text, checkIn.effort);
    case 'sleep':
      return number('hours', text.nudges.sleepField, checkIn.hours);
    case 'water':
      return number('glasses', text.checkIn.glassesField, checkIn.glasses);
  }
}

function effortPart(text: Text, said: Effort | undefined): Part {
  return {
    type: ComponentType.Label,
    label: text.checkIn.effortField,
    component: {
      type: ComponentType.RadioGroup,
      custom_id: 'effort',
      required: false,
      options: EFFORTS.map((effort) => ({ label: text.efforts[effort], value: effort, default: effort === said })),
    },
  };
}

function number(name: string, label: string, value: number): Part {
  return {
    type: ComponentType.Label,
    label,
    component: {
      type: ComponentType.TextInput,
      style: TextInputStyle.Short,
      custom_id: name,
      min_length: 1,
      max_length: 5,
      required: true,
      value: String(value),
    },
  };
}

function note({ checkIn: t }: Text, value: string | undefined): Part {
  return {
    type: ComponentType.Label,
    label: t.noteField,
    description: t.noteHint,
    component: {
      type: ComponentType.TextInput,
      style: TextInputStyle.Short,
      custom_id: 'note',
      max_length: NOTE_LENGTH,
      required: false,
      ...(value !== undefined && { value }),
    },
  };
}
