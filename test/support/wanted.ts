import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

/** What was named on the command line; it is there, though its type does not say so. */
type Named = { readonly filenamePattern?: readonly string[] };

/** Whether tests of a folder are among those to be run: all are, unless some were named. */
export function isWanted({ vitest }: TestProject, folder: string): boolean {
  const { filenamePattern: named = [] } = vitest as Named;
  if (named.length === 0) return true;
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
  return files.some((file) => named.some((part) => resolve(join(folder, file)).includes(part)));
}
