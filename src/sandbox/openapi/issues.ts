import { en } from 'zod/locales';
import * as z from 'zod/mini';
import type { Schema } from './description.ts';

/** What the description has against a body: where, and why. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

// Given to each parse: zod/mini has no words of its own, and the global setting belongs to whoever hosts the sandbox.
const { localeError } = en();

/** Everything that `schema` has against `value`; of a union, what its nearest member has against it. */
export function issuesOf(schema: Schema, value: unknown): Issue[] {
  const result = z.core.safeParse(schema, value, { error: localeError });
  return result.success ? [] : result.error.issues.flatMap((issue) => flatten(issue, []));
}

function flatten(issue: z.core.$ZodIssue, before: readonly PropertyKey[]): Issue[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: plain([...path, key]), message: 'Unknown key' }));
  }
  if (issue.code === 'invalid_union') {
    const nearest = nearestMember(issue.errors);
    if (nearest) return nearest.flatMap((inner) => flatten(inner, path));
  }
  return [{ path: plain(path), message: issue.message }];
}

/** The member that was meant: one whose literals (`type`) all match if there is one, then the one with the least against it. */
function nearestMember(members: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const weight = (issues: readonly z.core.$ZodIssue[]): number =>
    issues.length + 1000 * issues.filter(isMismatch).length;
  return members.filter((issues) => issues.length > 0).toSorted((a, b) => weight(a) - weight(b))[0];
}

/** Whether the value is of another kind altogether: a wrong discriminator, or no object where one is asked for. */
function isMismatch(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 0
    ? issue.code === 'invalid_type'
    : issue.code === 'invalid_value' && issue.path.length === 1 && issue.path[0] === 'type';
}

function plain(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((key) => (typeof key === 'symbol' ? String(key) : key));
}
