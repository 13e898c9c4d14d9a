import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { isWanted } from '../support/wanted.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with the program as `npm run build` makes it: `dist/`, and beside it what it reads. */
    readonly programFolder: string;
  }
}

/**
 * Compiles the program, not into `dist/`, where somebody may be running it. It lies within the checkout, so that it
 * finds its packages.
 */
export default async function build(project: TestProject): Promise<(() => void) | undefined> {
  if (!isWanted(project, 'test/process')) return undefined;
  const folder = resolve('node_modules', '.cache', `coach-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const tsc = resolve('node_modules', 'typescript', 'lib', 'tsc.js');
  try {
    await promisify(execFile)(process.execPath, [
      tsc,
      ...['-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist'), '--sourceMap', 'false'],
    ]);
    await promisify(execFile)('npm', [
      'run',
      '--silent',
      'build:page',
      '--',
      `--outdir=${join(folder, 'dist', 'page')}`,
    ]);
  } catch (error) {
    remove();
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`the program does not compile:\n${stdout}${stderr}`);
  }
  copyFileSync('package.json', join(folder, 'package.json'));
  symlinkSync(resolve('data'), join(folder, 'data'), 'junction');
  project.provide('programFolder', folder);
  return remove;
}
