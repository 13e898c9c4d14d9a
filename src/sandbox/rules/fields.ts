/** Where in a body: keys and indexes, from the outside in. */
export type Path = readonly (string | number)[];

/**
 * One thing that Discord refuses in a body, in its own code and words as far as its documentation and reports of real
 * answers give them away; else in its manner.
 */
export interface Violation {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

/** A JSON object whose fields are still to be checked. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a field must keep; lengths are counted in UTF-16 units, as discord.js does and never laxer than Discord. */
export interface Bounds {
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
}

export const violation = (path: Path, code: string, message: string): Violation => ({ path, code, message });

export const missing = (path: Path): Violation => violation(path, 'BASE_TYPE_REQUIRED', 'This field is required');

export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list at `key`; empty when there is none, or something else. */
export function itemsOf(owner: Fields, key: string): readonly unknown[] {
  const value = owner[key];
  return Array.isArray(value) ? value : [];
}

/** The length of the text at `key`; 0 when there is none. */
export function lengthOf(owner: Fields, key: string): number {
  const value = owner[key];
  return typeof value === 'string' ? value.length : 0;
}

/** Discord's words for a length out of bounds: which ones depends on whether both ends are bounded. */
export function badLength(at: Path, length: number, { min, max }: Bounds): Violation[] {
  if (length >= (min ?? 0) && length <= (max ?? Number.POSITIVE_INFINITY)) return [];
  if (min === undefined) return [violation(at, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)];
  if (max === undefined) return [violation(at, 'BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`)];
  return [violation(at, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)];
}

/** A text. One that is required may not be blank either, because Discord trims. */
export function text(owner: Fields, key: string, at: Path, bounds: Bounds): Violation[] {
  const value = owner[key];
  const path = [...at, key];
  if (isAbsent(value)) return bounds.required ? [missing(path)] : [];
  if (typeof value !== 'string') {
    return [violation(path, 'STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`)];
  }
  if (bounds.required && value.trim() === '') return [missing(path)];
  return badLength(path, value.length, bounds);
}

/** A whole number, or any number with `whole` false. */
export function number(
  owner: Fields,
  key: string,
  at: Path,
  bounds: Bounds & { readonly whole?: boolean },
): Violation[] {
  const value = owner[key];
  const path = [...at, key];
  if (isAbsent(value)) return bounds.required ? [missing(path)] : [];
  const kind = bounds.whole === false ? 'float' : 'int';
  if (typeof value !== 'number' || (kind === 'int' && !Number.isInteger(value))) {
    return [violation(path, 'NUMBER_TYPE_COERCE', `Value ${JSON.stringify(value)} is not ${kind}.`)];
  }
  if (bounds.max !== undefined && value > bounds.max) return [tooLarge(path, bounds.max, kind)];
  if (bounds.min !== undefined && value < bounds.min) return [tooSmall(path, bounds.min, kind)];
  return [];
}

export const tooLarge = (at: Path, max: number, kind = 'int'): Violation =>
  violation(at, 'NUMBER_TYPE_MAX', `${kind} value should be less than or equal to ${max}.`);

export const tooSmall = (at: Path, min: number, kind = 'int'): Violation =>
  violation(at, 'NUMBER_TYPE_MIN', `${kind} value should be greater than or equal to ${min}.`);

export function yesOrNo(owner: Fields, key: string, at: Path): Violation[] {
  const value = owner[key];
  if (isAbsent(value) || typeof value === 'boolean') return [];
  return [violation([...at, key], 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.')];
}

/** One of a few values. */
export function choice(owner: Fields, key: string, at: Path, values: readonly (string | number)[]): Violation[] {
  const value = owner[key];
  const path = [...at, key];
  if (isAbsent(value)) return [missing(path)];
  if (values.some((allowed) => allowed === value)) return [];
  return [violation(path, 'BASE_TYPE_CHOICES', `Value must be one of ${tuple(values)}.`)];
}

/** An id; `index` also takes the number under which a new file travels. */
export function snowflake(value: unknown, at: Path, index = false): Violation[] {
  const isId = typeof value === 'string' && /^(0|[1-9]\d*)$/.test(value);
  const isIndex = index && typeof value === 'number' && [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].includes(value);
  return isId || isIndex
    ? []
    : [violation(at, 'NUMBER_TYPE_COERCE', `Value ${JSON.stringify(value)} is not snowflake.`)];
}

/** Values as Discord lists them, which is as Python writes a tuple: `(1, 2)`, `(1,)`, `('a', 'b')`. */
export function tuple(values: readonly (string | number)[]): string {
  const written = values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
  return written.length === 1 ? `(${written[0]},)` : `(${written.join(', ')})`;
}

/** The list at `key`; its items are checked when its length is right. */
export function list(owner: Fields, key: string, at: Path, bounds: Bounds, each: Check): Violation[] {
  return items(owner[key], [...at, key], bounds, each);
}

/** What is wrong with one value at one place. */
export type Check = (item: unknown, at: Path) => readonly Violation[];

/** A list that stands at `at` itself. */
export function items(value: unknown, at: Path, bounds: Bounds, each: Check): Violation[] {
  if (isAbsent(value)) return bounds.required ? [missing(at)] : [];
  if (!Array.isArray(value)) return [violation(at, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')];
  const length = badLength(at, value.length, bounds);
  return length.length > 0 ? length : value.flatMap((item, index) => each(item, [...at, index]));
}

/** An object at `at`, whose fields `check` knows. */
export function record(
  value: unknown,
  at: Path,
  check: (fields: Fields, at: Path) => readonly Violation[],
): readonly Violation[] {
  if (!isFields(value)) return [violation(at, 'MODEL_TYPE_CONVERT', 'Expected an object/dictionary.')];
  return check(value, at);
}

/** An address with one of the schemes. */
export function address(
  owner: Fields,
  key: string,
  at: Path,
  bounds: Bounds & { readonly schemes: readonly string[] },
): Violation[] {
  const wrong = text(owner, key, at, bounds);
  const value = owner[key];
  if (wrong.length > 0 || typeof value !== 'string') return wrong;
  const path = [...at, key];
  if (!URL.canParse(value)) return [violation(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')];
  const scheme = new URL(value).protocol.slice(0, -1);
  if (bounds.schemes.includes(scheme)) return [];
  const allowed = tuple(bounds.schemes);
  const message = `Scheme "${scheme}" is not supported. Scheme must be one of ${allowed}.`;
  return [violation(path, 'URL_TYPE_INVALID_SCHEME', message)];
}
