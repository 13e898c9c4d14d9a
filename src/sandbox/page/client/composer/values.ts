import { type Choice, OPTION, type OptionEntry } from './commands.ts';
import { type Places, placesFor } from './places.ts';

/** One option of a command that is being filled in. */
export interface Field {
  readonly option: OptionEntry;
  /** As it stands in the box. */
  readonly text: string;
  /** What was picked from a list; it counts for as long as the text is its label. */
  readonly picked?: Choice;
}

/** What an option's text comes to, or what Discord's client says about it. */
export type Checked =
  | { readonly ok: true; readonly value: string | number | boolean }
  | { readonly ok: false; readonly error: string };

export const REQUIRED = 'This option is required. Specify a value';
/** Discord's own cap for the text of an option. */
const LONGEST = 6_000;
const INTEGER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

const ok = (value: string | number | boolean): Checked => ({ ok: true, value });
const no = (error: string): Checked => ({ ok: false, error });

/** What was picked, while it still stands in the box. */
export const pickedIn = ({ picked, text }: Field): Choice | undefined =>
  picked !== undefined && picked.label === text.trim() ? picked : undefined;

/** Reads a field as Discord's client would before it sends the command. */
export function check(field: Field, places: Places): Checked {
  const { option } = field;
  const text = field.text.trim();
  if (option.type === OPTION.attachment) return no('Files cannot be uploaded in this sandbox.');
  if (text === '') return no(REQUIRED);
  const picked = pickedIn(field);
  if (picked !== undefined) return ok(picked.value);
  if (option.choices.length > 0) return named(option.choices, text, 'Input a valid choice.');
  switch (option.type) {
    case OPTION.string:
      return checkedText(option, text);
    case OPTION.integer:
      return INTEGER.test(text) && Number.isSafeInteger(Number(text))
        ? checkedNumber(option, Number(text))
        : no('Input a valid integer.');
    case OPTION.number:
      return NUMBER.test(text) && Number.isFinite(Number(text))
        ? checkedNumber(option, Number(text))
        : no('Input a valid number.');
    case OPTION.boolean:
      return named(BOOLEANS, text, 'Input a valid true or false value.');
    default:
      return named(placesFor(option, places), text, `Input a valid ${KINDS[option.type] ?? 'value'}.`);
  }
}

export const BOOLEANS: readonly Choice[] = [
  { label: 'True', value: true },
  { label: 'False', value: false },
];

const KINDS: Readonly<Record<number, string>> = {
  [OPTION.user]: 'user',
  [OPTION.role]: 'role',
  [OPTION.channel]: 'channel',
  [OPTION.mentionable]: 'mentionable',
};

/** One of a closed set, by its label, its value or its mention; names that two share name neither. */
function named(all: readonly (Choice & { readonly mention?: string })[], text: string, error: string): Checked {
  const exact = all.find(({ label, value, mention }) => text === label || text === String(value) || text === mention);
  if (exact !== undefined) return ok(exact.value);
  const bare = (name: string) => name.toLowerCase().replace(/^[@#]/, '');
  const alike = all.filter(({ label }) => bare(label) === bare(text));
  const [only] = alike;
  return only !== undefined && alike.length === 1 ? ok(only.value) : no(error);
}

function checkedText({ minLength = 0, maxLength = LONGEST }: OptionEntry, text: string): Checked {
  const { length } = text;
  if (length >= minLength && length <= maxLength) return ok(text);
  return no(`Must be ${lengthIn(minLength, maxLength)} in length.`);
}

const lengthIn = (min: number, max: number) => {
  if (min === 0) return `${max} or fewer`;
  return max === LONGEST ? `${min} or more` : `between ${min} and ${max}`;
};

function checkedNumber({ min, max }: OptionEntry, value: number): Checked {
  if (value >= (min ?? value) && value <= (max ?? value)) return ok(value);
  if (min !== undefined && max !== undefined) return no(`Value must be between ${min} and ${max}.`);
  const bound = min === undefined ? `less than or equal to ${max}` : `greater than or equal to ${min}`;
  return no(`Value must be ${bound}.`);
}

/** What an option takes, in a few words for the line above the box; undefined where anything goes. */
export function limitsOf({ type, min, max, minLength, maxLength }: OptionEntry): string | undefined {
  if (type === OPTION.attachment) return 'Files cannot be uploaded in this sandbox.';
  if (type === OPTION.integer || type === OPTION.number) {
    if (min !== undefined && max !== undefined) return `${min} to ${max}`;
    if (min !== undefined) return `${min} or more`;
    return max === undefined ? undefined : `${max} or less`;
  }
  if (minLength === undefined && maxLength === undefined) return undefined;
  if (minLength === undefined) return `up to ${maxLength} characters`;
  return maxLength === undefined ? `${minLength} characters or more` : `${minLength} to ${maxLength} characters`;
}
