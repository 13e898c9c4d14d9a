import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM, QUIET } from '../test/support/chromium.ts';

export const hasBrowser = () => existsSync(CHROMIUM);

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: [...QUIET] });

/** Opens the page and waits until somebody could write. Real ms that it took. */
export async function untilUsable(page: Page, address: string): Promise<number> {
  const began = performance.now();
  await page.goto(address);
  await page.getByRole('textbox', { name: /^Message #/ }).waitFor();
  return performance.now() - began;
}

/** The lengths (ms) of the frames that a page draws while something is done. */
export async function framesWhile(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(RECORD);
  await work();
  return page.evaluate(READ);
}

const RECORD = `{
  const frames = [];
  let last = performance.now();
  let going = true;
  const next = (now) => {
    frames.push(now - last);
    last = now;
    if (going) requestAnimationFrame(next);
  };
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(next); });
  window.endOfFrames = () => { going = false; return frames; };
}`;
const READ = 'window.endOfFrames()';
