import type { z } from 'zod';

/** A mistake in one of the content's files, ready to be told. */
export interface Mistake {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly got: string;
  readonly takes: string;
}

/** `programme.json: sessions[0].moves[2]: got "rowz", takes …`; an entry of a list that has an id is named by it too. */
export function mistakeLine({ file, path, got, takes }: Mistake, root: unknown): string {
  const place = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
  const id = Array.isArray(root) ? valueAt(root, [...path.slice(0, 1), 'id']) : undefined;
  const where = typeof id === 'string' && id !== '' ? `${place} ("${id}")` : place;
  return [file, where, `got ${got}, takes ${takes}`].filter((part) => part !== '').join(': ');
}

/** Zod's issue as one mistake, or as one for each key that is not known. */
export function mistakesOf(file: string, root: unknown, issue: z.core.$ZodIssue): Mistake[] {
  const got = valueAt(root, issue.path);
  if (issue.code === 'unrecognized_keys') {
    // The message of `object` in content-schema.ts: the keys it knows.
    const known = issue.message.split(', ');
    return issue.keys.map((key) => ({
      file,
      path: [...issue.path, key],
      got: 'a key that is not known here',
      takes: `one of ${issue.message}${didYouMean(key, known)}`,
    }));
  }
  return [{ file, path: issue.path, got: gotText(issue, got), takes: takesText(issue, got) }];
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of two numbers, low and high',
  object: 'an object',
};

function takesText(issue: z.core.$ZodIssue, got: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values.map(String), got);
    case 'invalid_union':
      return issue.inclusive === false || issue.options === undefined
        ? issue.message
        : oneOf(issue.options.map(String), got);
    case 'too_small':
      return limit(issue.origin, Number(issue.minimum), 'or more');
    case 'too_big':
      return limit(issue.origin, Number(issue.maximum), 'or fewer');
    default:
      return issue.message;
  }
}

function limit(origin: string, bound: number, direction: 'or more' | 'or fewer'): string {
  if (origin === 'string') return bound === 1 ? 'text that is not empty' : `${bound} characters ${direction}`;
  if (origin === 'array') return `${bound} entries ${direction}`;
  return `${bound} ${direction === 'or more' ? direction : 'or less'}`;
}

function gotText(issue: z.core.$ZodIssue, got: unknown): string {
  if (issue.code === 'too_big' && typeof got === 'string') return `${got.length} characters`;
  if ((issue.code === 'too_big' || issue.code === 'too_small') && Array.isArray(got)) return `${got.length} entries`;
  return shown(got);
}

function oneOf(known: readonly string[], got: unknown): string {
  const list = known.map((word) => `"${word}"`).join(', ');
  return `${known.length > 1 ? 'one of ' : ''}${list}${typeof got === 'string' ? didYouMean(got, known) : ''}`;
}

/** A value as it stands in its file, cut to a line. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** ` (did you mean "row"?)` when one of `known` is close enough to `word`. */
export function didYouMean(word: string, known: Iterable<string>): string {
  let best: string | undefined;
  let least = Math.floor((word.length + 1) / 3) + 1;
  for (const candidate of known) {
    const edits = editsBetween(word.toLowerCase(), candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best === undefined ? '' : ` (did you mean "${best}"?)`;
}

/** Levenshtein's distance: letters put in, left out or exchanged. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const exchange = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(exchange, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
