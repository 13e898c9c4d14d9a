import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { CHROMIUM, QUIET } from '../support/chromium.ts';
import { isWanted } from '../support/wanted.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser listens that all stories share, or what to do so that there is one. */
    readonly browser: { readonly address: string } | { readonly missing: string };
  }
}

/** As light as it can be: no process more than the pages need. */
const ARGS = [...QUIET, '--renderer-process-limit=1', '--disable-site-isolation-trials', '--in-process-gpu'];

const CLIENT = join('src', 'sandbox', 'page', 'client');
const BUILT = join('dist', 'page');

/** Builds the page if it is older than what it is made of, and starts the browser in which people meet it. */
export default async function open(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!isWanted(project, 'test/browser')) return undefined;
  if (!existsSync(CHROMIUM)) {
    // Only the stories that want it fail: all else can be tested without.
    const missing = `there is no ${CHROMIUM}: apt-get install --no-install-recommends chromium, or set CHROMIUM_PATH`;
    project.provide('browser', { missing });
    return undefined;
  }
  if (newest([BUILT]) < newest([CLIENT, join('src', 'sandbox', 'page', 'protocol.ts'), 'package.json'])) await build();
  const server = await chromium.launchServer({ executablePath: CHROMIUM, args: ARGS });
  project.provide('browser', { address: server.wsEndpoint() });
  return () => server.close();
}

async function build(): Promise<void> {
  try {
    await promisify(execFile)('npm', ['run', '--silent', 'build:page']);
  } catch (error) {
    throw new Error(`the page does not build:\n${(error as { stderr?: string }).stderr}`);
  }
}

/** When something in these was last changed; 0 where there is nothing. */
function newest(paths: readonly string[]): number {
  return Math.max(
    0,
    ...paths.filter(existsSync).map((path) => {
      const stat = statSync(path);
      return stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stat.mtimeMs;
    }),
  );
}
