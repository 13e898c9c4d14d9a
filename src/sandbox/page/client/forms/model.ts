import type {
  APIComponentInLabel,
  APIModalInteractionResponseCallbackData,
  APISelectMenuComponent,
  APITextInputComponent,
} from 'discord-api-types/v10';
import type { ModalInput } from '../../protocol.ts';
import { KIND } from './kinds.ts';

/** What a form asks for, one thing at a time, or a text between them. */
export type FormPart = { readonly kind: 'text'; readonly content: string } | FieldPart;

export interface FieldPart {
  readonly kind: 'field';
  readonly label: string;
  readonly description: string | undefined;
  readonly component: APIComponentInLabel;
}

/** What is filled in, by custom_id: text, a tick, the value chosen (absent: none yet), or several. */
export type FormValues = Readonly<Record<string, ModalInput | undefined>>;

/** Discord's own bound where a text has none. */
const LONGEST_TEXT = 4_000;
const REQUIRED = 'This field is required';

/** A form from top to bottom; a row of the old kind is a field like any other. */
export function partsOf(form: APIModalInteractionResponseCallbackData): FormPart[] {
  return form.components.flatMap((part): FormPart[] => {
    if (part.type === KIND.textDisplay) return [{ kind: 'text', content: part.content }];
    if (part.type === KIND.label) {
      const { label, description, component } = part;
      return [{ kind: 'field', label, description, component }];
    }
    return part.components.map((component) => ({
      kind: 'field',
      label: component.label ?? '',
      description: undefined,
      component,
    }));
  });
}

/** What stands in a form before anything is filled in. @param presets what a select has picked to begin with */
export function initialValues(
  parts: readonly FormPart[],
  presets: (select: APISelectMenuComponent) => readonly string[],
): FormValues {
  const values: Record<string, ModalInput | undefined> = {};
  for (const part of parts)
    if (part.kind === 'field') values[part.component.custom_id] = initial(part.component, presets);
  return values;
}

function initial(
  component: APIComponentInLabel,
  presets: (select: APISelectMenuComponent) => readonly string[],
): ModalInput | undefined {
  switch (component.type) {
    case KIND.textInput:
      return component.value ?? '';
    case KIND.checkbox:
      return component.default ?? false;
    case KIND.radioGroup:
      return component.options.find((option) => option.default)?.value;
    case KIND.checkboxGroup:
      return component.options.filter((option) => option.default).map(({ value }) => value);
    case KIND.fileUpload:
      return undefined;
    default:
      return presets(component);
  }
}

/** Whether something must be filled in: Discord asks for everything that is not said to be optional. */
export function isRequired(component: APIComponentInLabel): boolean {
  return component.type !== KIND.checkbox && component.required !== false;
}

/** How many may be picked or ticked, once any are. */
export function countsOf(component: Exclude<APIComponentInLabel, APITextInputComponent>): {
  readonly min: number;
  readonly max: number;
} {
  if (component.type === KIND.checkbox || component.type === KIND.radioGroup) return { min: 0, max: 1 };
  const max = component.type === KIND.checkboxGroup ? component.options.length : 1;
  return { min: component.min_values ?? 1, max: component.max_values ?? max };
}

/** What keeps one field from being sent, in the words of Discord's client; undefined when nothing does. */
export function problemIn(component: APIComponentInLabel, value: ModalInput | undefined): string | undefined {
  switch (component.type) {
    case KIND.checkbox:
      return undefined;
    case KIND.fileUpload:
      return isRequired(component) ? 'The sandbox uploads no files, so this form cannot be sent here' : undefined;
    case KIND.textInput:
      return problemInText(component, typeof value === 'string' ? value : '');
    case KIND.radioGroup:
      return isRequired(component) && value === undefined ? REQUIRED : undefined;
    default: {
      const count = Array.isArray(value) ? value.length : 0;
      const { min, max } = countsOf(component);
      if (count === 0) return isRequired(component) ? (min > 1 ? pickSome(min, max) : REQUIRED) : undefined;
      return count < min || count > max ? pickSome(min, max) : undefined;
    }
  }
}

function problemInText(input: APITextInputComponent, text: string): string | undefined {
  if (text === '') return isRequired(input) ? REQUIRED : undefined;
  const { min_length: min = 0, max_length: max = LONGEST_TEXT } = input;
  if (text.length >= min && text.length <= max) return undefined;
  if (min > 0 && max < LONGEST_TEXT) return `Must be between ${min} and ${max} in length`;
  return text.length < min ? `Must be ${min} or more in length` : `Must be ${max} or fewer in length`;
}

function pickSome(min: number, max: number): string {
  if (min === max) return `Select ${min} options`;
  return min > 1 ? `Select between ${min} and ${max} options` : `Select up to ${max} options`;
}

/** Everything that is wrong, by custom_id, from top to bottom. */
export function problemsIn(parts: readonly FormPart[], values: FormValues): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  for (const part of parts) {
    if (part.kind !== 'field') continue;
    const { component } = part;
    const problem = problemIn(component, values[component.custom_id]);
    if (problem !== undefined) problems.set(component.custom_id, problem);
  }
  return problems;
}

/** What is sent: all that the form asks for, but for a choice that nobody made and files that nobody can give. */
export function submissionOf(parts: readonly FormPart[], values: FormValues): Record<string, ModalInput> {
  const sent: Record<string, ModalInput> = {};
  for (const part of parts) {
    if (part.kind !== 'field') continue;
    const { custom_id } = part.component;
    const value = values[custom_id];
    if (value !== undefined) sent[custom_id] = value;
  }
  return sent;
}
