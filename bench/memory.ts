import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench, Findings } from './bench.ts';
import { checkIn, enrol, ping } from './commands.ts';
import { closedLoop } from './load.ts';
import type { Figure } from './report.ts';
import { type Bot, backbone, openRig, PONG, start } from './rig.ts';
import { ratios, summary } from './statistics.ts';

const AIM = 1.3;
const RUNS = { full: 3, quick: 1 };
const MANY = 500;
/** After a start, and after a load, in ms; what is resident then stays so. */
const SETTLING_MS = 1000;
const LOAD_SECONDS = { full: 3, quick: 1.5 };
const IN_FLIGHT = 32;

/** What is resident at rest, in MB. */
interface Measured {
  readonly started: number;
  readonly loaded: number;
  readonly many: number;
}

/** Memory at rest: after the start, after a load, and with many servers. */
export async function idleMemory(bench: Bench): Promise<Findings> {
  const runs = bench.quick ? RUNS.quick : RUNS.full;
  const pong: Measured[] = [];
  const coach: Measured[] = [];
  for (let index = 0; index < runs; index += 1) {
    bench.say(`memory: run ${index + 1} of ${runs}`);
    // Side by side: memory does not mind.
    const [base, ours] = await Promise.all([
      measure(bench, () => PONG, ping),
      measure(bench, (name) => backbone(join(bench.folder, `${name}-${index}.db`)), checkIn),
    ]);
    pong.push(base);
    coach.push(ours);
  }
  const rows = [
    { what: '1 server, started', of: ({ started }: Measured) => started },
    { what: '1 server, after a load', of: ({ loaded }: Measured) => loaded },
    { what: `${MANY} servers, started`, of: ({ many }: Measured) => many },
  ];
  const figures = rows.flatMap(({ what, of }): Figure[] => {
    const [base, ours] = [pong.map(of), coach.map(of)];
    const row = { section: 'memory', what, unit: 'MB' } as const;
    return [
      { ...row, who: 'pong', ...summary(base) },
      { ...row, who: 'backbone', ...summary(ours), ratio: ratios(ours, base), aim: AIM },
    ];
  });
  const notes = Number.isNaN(coach[0]?.started) ? ['this system does not tell what a process has resident'] : [];
  return { figures, notes };
}

async function measure(bench: Bench, botOn: (name: string) => Bot, use: typeof ping): Promise<Measured> {
  const one = await openRig({ members: 100 });
  const many = await openRig({ servers: MANY, channels: 20, roles: 15 });
  const [bot, botOfMany] = [botOn('memory'), botOn('memory-many')];
  const databasePath = bot.environment?.['DATABASE_PATH'];
  if (databasePath !== undefined) await enrol(one, databasePath, 0);
  const small = (await start(one, bot, bench)).program;
  const large = (await start(many, botOfMany, bench)).program;
  await wait(SETTLING_MS);
  const started = small.memory() ?? Number.NaN;
  const withMany = large.memory() ?? Number.NaN;
  await large.stop();
  await closedLoop((index) => use(one, index), IN_FLIGHT, bench.quick ? LOAD_SECONDS.quick : LOAD_SECONDS.full);
  await wait(SETTLING_MS);
  const loaded = small.memory() ?? Number.NaN;
  await small.stop();
  for (const { sandbox } of [one, many]) await sandbox.close();
  return { started, loaded, many: withMany };
}
