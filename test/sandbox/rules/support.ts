import { type FormErrors, formErrors } from '../../../src/sandbox/rules/form-error.ts';
import { checkMessage, type MessageContext } from '../../../src/sandbox/rules/message.ts';

const inAChannel: MessageContext = { kind: 'create', files: [] };

/** The nested errors with which Discord would answer this message; `{}` when it would take it. */
export function messageErrors(body: unknown, context: Partial<MessageContext> = {}): FormErrors {
  return formErrors(checkMessage(body, { ...inAChannel, ...context }));
}

/** One error as Discord nests it: `error('embeds.0.title', 'CODE', 'Words.')`. */
export function error(path: string, code: string, message: string): FormErrors {
  const leaf: FormErrors = { _errors: [{ code, message }] };
  const keys = path === '' ? [] : path.split('.');
  return keys.reduceRight<FormErrors>((inner, key) => ({ [key]: inner }), leaf);
}

export const required = (path: string) => error(path, 'BASE_TYPE_REQUIRED', 'This field is required');

export const atMost = (path: string, max: number) =>
  error(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);

export const between = (path: string, min: number, max: number) =>
  error(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);

export const numberAtMost = (path: string, max: number) =>
  error(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);

export const numberAtLeast = (path: string, min: number) =>
  error(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);

export const letters = (count: number) => 'x'.repeat(count);

/** As many as `count` of what `make` gives for 0, 1, 2 … */
export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
