import type { Path, Violation } from './fields.ts';

/** The nested `errors` of a 50035: keys and indexes down to `_errors`. */
export type FormErrors = { [key: string]: FormErrors | { code: string; message: string }[] };

/** The body of a 50035. */
export interface FormError {
  readonly message: 'Invalid Form Body';
  readonly code: 50035;
  readonly errors: FormErrors;
}

/** Violations as Discord nests them. `at` is where the checked part stands in the body: `['data']` in a callback. */
export function formErrors(violations: readonly Violation[], at: Path = []): FormErrors {
  const errors: FormErrors = {};
  for (const { path, code, message } of violations) {
    let node = errors;
    for (const key of [...at, ...path]) node = child(node, String(key));
    const known = node['_errors'];
    if (Array.isArray(known)) known.push({ code, message });
    else node['_errors'] = [{ code, message }];
  }
  return errors;
}

/** The whole body that Discord answers with, status 400. */
export function formError(violations: readonly Violation[], at: Path = []): FormError {
  return { message: 'Invalid Form Body', code: 50035, errors: formErrors(violations, at) };
}

function child(node: FormErrors, key: string): FormErrors {
  const known = node[key];
  if (known !== undefined && !Array.isArray(known)) return known;
  const made: FormErrors = {};
  node[key] = made;
  return made;
}
