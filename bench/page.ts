import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { directorOf } from '../src/sandbox/director.ts';
import { openPage } from '../src/sandbox/page/page.ts';
import { createSandbox } from '../src/sandbox/sandbox.ts';
import type { Bench, Findings } from './bench.ts';
import { framesWhile, hasBrowser, openBrowser, untilUsable } from './browser.ts';
import { type Program, run } from './processes.ts';
import type { Figure } from './report.ts';
import { percentile, summary } from './statistics.ts';

const STARTS = { full: 5, quick: 2 };
const MESSAGES = 5_000;
/** Each is a turn of the wheel. */
const TURNS = { full: 200, quick: 60 };
const STORY_AIM_S = 75;

/** The page in a real browser: how soon it is usable, how smooth with many messages, and how long its story takes. */
export async function pageInBrowser(bench: Bench): Promise<Findings> {
  if (!hasBrowser()) return { figures: [], notes: ['no Chromium (set CHROMIUM_PATH): the page was not measured'] };
  const figures = [...(await starts(bench)), ...(await smoothness(bench))];
  if (bench.quick) return { figures, notes: ['the story is left out of a quick run'] };
  return { figures: [...figures, ...(await story(bench))] };
}

function startProgram(bench: Bench, name: string): Program {
  const folder = join(bench.folder, name);
  mkdirSync(folder, { recursive: true });
  const environment = { SANDBOX_PATH: join(folder, 'sandbox'), SANDBOX_PORT: '0' };
  return run({ script: 'dist/main.js', environment, folder, profile: bench.profile });
}

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#\S+/;

async function starts(bench: Bench): Promise<Figure[]> {
  const [first, again, opened]: [number[], number[], number[]] = [[], [], []];
  const browser = await openBrowser();
  try {
    for (let index = 0; index < (bench.quick ? STARTS.quick : STARTS.full); index += 1) {
      for (const [times, isFirst] of [
        [first, true],
        [again, false],
      ] as const) {
        bench.say(`page: start ${index + 1}${isFirst ? '' : ', on what was kept'}`);
        const program = startProgram(bench, `page-${index}`);
        const [address] = await program.says(ADDRESS);
        const page = await browser.newPage();
        const took = await untilUsable(page, address);
        times.push(performance.now() - program.startedAt);
        opened.push(took);
        await page.close();
        await program.stop();
      }
    }
  } finally {
    await browser.close();
  }
  const figure = { section: 'page', unit: 'ms' } as const;
  return [
    { ...figure, what: 'start to usable', who: 'a new world', ...summary(first) },
    { ...figure, what: 'start to usable', who: 'a world that was kept', ...summary(again) },
    { ...figure, what: 'opened to usable', who: 'the page', ...summary(opened) },
  ];
}

/** Frame times while a channel of 5,000 messages is scrolled, and while messages arrive; beside an empty page's. */
async function smoothness(bench: Bench): Promise<Figure[]> {
  bench.say(`page: ${MESSAGES} messages`);
  const sandbox = await createSandbox({ rateLimits: 'generous', keepTranscript: false });
  const server = sandbox.server({ name: 'Garden Gym' });
  const channel = server.channel('training');
  const people = ['Ana', 'Ben', 'Cleo'].map((name) => server.member(name));
  for (let n = 0; n < MESSAGES; n += 1)
    people[n % 3]?.say(channel, `Set **${n}** is done: ${'three rows of twelve, '.repeat(1 + (n % 5))}\n- one\n- two`);
  const shown = { worldId: 'bench', sandbox, director: directorOf(sandbox) };
  const host = { shown: () => shown, beginAgain: async () => shown, onLog: () => () => undefined };
  const served = await openPage(host, { port: 0, hostname: '127.0.0.1', key: 'bench' });
  const browser = await openBrowser();
  try {
    const turns = bench.quick ? TURNS.quick : TURNS.full;
    const empty = await browser.newPage();
    const idle = await framesWhile(empty, () => wheel(empty, turns));
    await empty.close();
    const page = await browser.newPage();
    await untilUsable(page, served.address);
    await page.mouse.move(640, 400);
    const scrolling = await framesWhile(page, () => wheel(page, turns));
    const arriving = await framesWhile(page, async () => {
      for (let n = 0; n < turns; n += 1) {
        people[n % 3]?.say(channel, `Good morning, the ${n}th time`);
        await pause(16);
      }
    });
    const base = { section: 'page', unit: 'ms', n: 1 } as const;
    const rows = [
      { what: 'frame, wheel turning', who: 'an empty page', frames: idle },
      { what: 'frame, scrolling', who: `${MESSAGES} messages`, frames: scrolling },
      { what: 'frame, 60 arriving a second', who: `${MESSAGES} messages`, frames: arriving },
    ];
    return rows.flatMap(({ what, who, frames }) =>
      [0.5, 0.99].map((p): Figure => {
        const own = percentile(frames, p);
        const ratio = own / percentile(idle, p);
        return {
          ...base,
          n: frames.length,
          what: `${what}, p${p * 100}`,
          who,
          median: own,
          spread: [percentile(frames, 0), percentile(frames, 1)],
          ...(frames !== idle && { ratio: { n: 1, median: ratio, spread: [ratio, ratio] } }),
        };
      }),
    );
  } finally {
    await browser.close();
    await served.close();
    await sandbox.close();
  }
}

async function wheel(page: Page, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, turn % 40 < 30 ? -600 : 600);
    await pause(16);
  }
}

/** Twelve weeks of eight members, told on the page while somebody looks. */
async function story(bench: Bench): Promise<Figure[]> {
  bench.say('page: the story');
  const program = startProgram(bench, 'story');
  const [address] = await program.says(ADDRESS);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await untilUsable(page, address);
    const { origin, hash } = new URL(address);
    const headers = { 'x-page-key': hash.slice(1), 'content-type': 'application/json' };
    const began = performance.now();
    await fetch(`${origin}/api/story`, { method: 'POST', headers, body: '{}' });
    for (;;) {
      const state = (await (await fetch(`${origin}/api/state`, { headers })).json()) as { story: { state: string } };
      if (state.story.state === 'over') break;
      await pause(500);
    }
    const seconds = (performance.now() - began) / 1000;
    return [
      {
        section: 'page',
        what: 'twelve weeks of eight members',
        who: 'the story',
        unit: 's',
        aim: STORY_AIM_S,
        ...summary([seconds]),
      },
    ];
  } finally {
    await browser.close();
    await program.stop();
  }
}
