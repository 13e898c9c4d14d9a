import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Findings } from './bench.ts';
import { ROOT, run } from './processes.ts';
import { summary } from './statistics.ts';

const CLI = 'dist/simulation/cli.js';
const RUNS = 2;
const AIM_S = 10;

/** Twelve weeks of twelve members over the wire, on a fast clock, as `npm run simulate` plays them. */
export async function simulation(bench: Bench): Promise<Findings> {
  if (!existsSync(join(ROOT, CLI)))
    return { figures: [], notes: [`${CLI} does not exist: the simulation was not run`] };
  if (bench.quick) return { figures: [], notes: ['the simulation is left out of a quick run'] };
  const seconds: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    bench.say(`simulation: run ${index + 1} of ${RUNS}`);
    const { folder, profile } = bench;
    const program = run({ script: CLI, arguments: ['--json'], environment: {}, folder, profile });
    const { code, output } = await program.ended;
    if (code !== 0) throw new Error(`${CLI} ended with ${code}:\n${output}`);
    seconds.push((performance.now() - program.startedAt) / 1000);
  }
  const figure = { what: 'twelve weeks of twelve members', who: 'backbone', unit: 's', aim: AIM_S } as const;
  return { figures: [{ section: 'simulation', ...figure, ...summary(seconds) }] };
}
