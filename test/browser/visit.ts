import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import type { Gym } from './gym.ts';

export interface VisitOptions extends BrowserContextOptions {
  /** Whom they play; Sam when absent, who is in no plan yet. */
  readonly as?: { readonly id: string };
  /** The guide stands open at a first visit; false: this is a first visit. True when absent. */
  readonly knowsGuide?: boolean;
  /** What the browser may complain of in this story: a server that is away. */
  readonly mayComplain?: RegExp;
}

/** How long people wait for something to appear (ms). */
const PATIENCE = 10_000;

let browser: Promise<Browser> | undefined;

async function connect(): Promise<Browser> {
  const given = inject('browser');
  if ('missing' in given) throw new Error(given.missing);
  return chromium.connect(given.address);
}

/**
 * Opens the page in a browser profile of its own. The test fails when the page asks anybody but its own server for
 * anything, breaks somewhere, or when the browser complains of it.
 */
export async function visit(gym: Gym, options: VisitOptions = {}): Promise<Page> {
  const { as, knowsGuide = true, mayComplain, ...rest } = options;
  const remembered = {
    place: gym.world.training.id,
    ...(as === undefined ? {} : { as: as.id }),
    ...(knowsGuide ? { 'guide-open': false } : {}),
  };
  const localStorage = Object.entries(remembered).map(([name, value]) => ({
    name: `backbone.${name}`,
    value: JSON.stringify(value),
  }));
  browser ??= connect();
  const context = await (await browser).newContext({
    viewport: { width: 1_280, height: 800 },
    colorScheme: 'dark',
    locale: 'en-GB',
    reducedMotion: 'reduce',
    storageState: { cookies: [], origins: [{ origin: new URL(gym.address).origin, localStorage }] },
    ...rest,
  });
  context.setDefaultTimeout(PATIENCE);
  const troubles: string[] = [];
  const own = new URL(gym.address).host;
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (host !== own && !['data:', 'blob:'].includes(protocol)) troubles.push(`asked ${request.url()}`);
  });
  context.on('weberror', (error) => troubles.push(`broke: ${error.error().stack}`));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !mayComplain?.test(message.text()))
      troubles.push(`complained: ${message.text()}`);
  });
  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(page, `failed ${task.name}`);
    await context.close();
    if (troubles.length > 0) throw new Error(`The page ${troubles.join('\nand ')}`);
  });
  await page.goto(gym.address);
  await page.getByRole('main').waitFor();
  return page;
}

/** Keeps a picture of the page in `screenshots/`, for somebody to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = 'screenshots';
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(/[^\w-]+/g, '-').slice(0, 80)}.png`) });
}
