import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Section } from './bench.ts';
import { checkIns } from './check-in.ts';
import { currentLoad, describeMachine } from './machine.ts';
import { idleMemory } from './memory.ts';
import { pageInBrowser } from './page.ts';
import { ROOT } from './processes.ts';
import { type Figure, type Results, table } from './report.ts';
import { simulation } from './simulation.ts';
import { startToReady } from './start.ts';
import { tick } from './tick.ts';

const SECTIONS: Readonly<Record<string, Section>> = {
  start: startToReady,
  checkin: checkIns,
  memory: idleMemory,
  tick,
  simulation,
  page: pageInBrowser,
};

const USAGE = `npm run bench -- [--quick] [--json] [--profile] [--only ${Object.keys(SECTIONS).join(',')}]

  --quick    a rough look, in half a minute
  --json     prints JSON instead of the table; it is written to bench/results.json in any case
  --profile  keeps a processor profile of each bot (.cpuprofile), and says where
  --only     these sections alone
`;

/** sysexits.h: used wrongly. */
const EX_USAGE = 64;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
        only: { type: 'string', default: Object.keys(SECTIONS).join(',') },
        help: { type: 'boolean', default: false },
      },
    });
    const wanted = values.only.split(',');
    const unknown = wanted.find((name) => SECTIONS[name] === undefined);
    if (unknown !== undefined) throw new TypeError(`--only: got ${unknown}, takes ${Object.keys(SECTIONS).join(', ')}`);
    return { ...values, wanted };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(EX_USAGE);
  }
}

const options = readArguments();
if (options.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}

const begun = performance.now();
const loadBefore = currentLoad();
const compiler = spawnSync(
  process.execPath,
  [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'bench')],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
if (compiler.status !== 0) process.exit(1);

// Beside the program, so on a disk: a folder for temporary files is often kept in memory, where a commit costs nothing.
const folder = mkdtempSync(join(ROOT, 'dist/bench/run-'));
process.once('exit', () => {
  if (!options.profile) rmSync(folder, { recursive: true, force: true });
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code));

const figures: Figure[] = [];
const notes: string[] = [];
const say = (what: string) => void process.stderr.write(`  ${what}\n`);
for (const [name, section] of Object.entries(SECTIONS)) {
  if (!options.wanted.includes(name)) continue;
  const found = await section({ folder, quick: options.quick, profile: options.profile, say });
  figures.push(...found.figures);
  notes.push(...(found.notes ?? []));
}
if (options.profile) notes.push(`profiles are in ${folder}`);

const results: Results = {
  measuredAt: new Date().toISOString(),
  quick: options.quick,
  seconds: (performance.now() - begun) / 1000,
  machine: describeMachine(folder, loadBefore),
  figures,
  notes,
};
const json = `${JSON.stringify(results, null, 2)}\n`;
writeFileSync(join(ROOT, 'bench/results.json'), json);
process.stdout.write(options.json ? json : `\n${table(results)}\n`);
process.exit(0);
