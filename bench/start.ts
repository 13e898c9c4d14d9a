import { join } from 'node:path';
import type { Bench, Findings } from './bench.ts';
import type { Figure } from './report.ts';
import { type Bot, backbone, openRig, PONG, type StartTimes, start } from './rig.ts';
import { ratios, summary } from './statistics.ts';

const RUNS = { full: 9, quick: 2 };

/** From the start of the process until Discord has the commands, so that the bot answers; pong beside it. */
export async function startToReady(bench: Bench): Promise<Findings> {
  const runs = bench.quick ? RUNS.quick : RUNS.full;
  const contestants = [
    { who: 'pong', bot: () => PONG },
    { who: 'backbone', bot: () => backbone(join(bench.folder, 'start.db')) },
    { who: 'backbone, for the first time', bot: (run: number) => backbone(join(bench.folder, `first-${run}.db`)) },
  ] satisfies { who: string; bot: (run: number) => Bot }[];
  const rigs = await Promise.all(contestants.map(() => openRig()));
  const times: StartTimes[][] = contestants.map(() => []);
  // The run before the first brings the programs into the system's file cache, and makes the database.
  for (let run = -1; run < runs; run += 1) {
    bench.say(`starts: ${run < 0 ? 'warming up' : `run ${run + 1} of ${runs}`}`);
    for (const [index, { bot }] of contestants.entries()) {
      const rig = rigs[index];
      if (rig === undefined) continue;
      const { program, ...took } = await start(rig, bot(run), bench);
      await program.stop();
      if (run >= 0) times[index]?.push(took);
    }
  }
  for (const { sandbox } of rigs) await sandbox.close();
  const rows = [
    { what: 'start to log-in', of: ({ loggedIn }: StartTimes) => loggedIn },
    { what: 'start to ready', of: ({ answering }: StartTimes) => answering },
  ];
  const figures = rows.flatMap(({ what, of }) =>
    contestants.map(({ who }, index): Figure => {
      const [values, pong] = [(times[index] ?? []).map(of), (times[0] ?? []).map(of)];
      return {
        section: 'start',
        what,
        who,
        unit: 'ms',
        ...summary(values),
        ...(index > 0 && { ratio: ratios(values, pong) }),
      };
    }),
  );
  return { figures };
}
