import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { checkIn, enrol, HOME, ping } from './commands.ts';
import { ECHOED_CARD, ECHOED_PONG, echo } from './echo.ts';
import { checkInsMade } from './fill.ts';
import type { Ask, Load } from './load.ts';
import type { Program } from './processes.ts';
import { type Bot, backbone, openRig, PONG, type Rig, start } from './rig.ts';

/** Days since they enrolled: the twelfth week, 36 workouts and 80 nights behind them. */
const SEASONED = 80;

/** One bot under load, and what was measured of it. */
export interface Contestant {
  readonly who: string;
  readonly rig: Rig;
  readonly program: Program;
  readonly use: typeof ping;
  /** `explains`: it is there to read the others by, and one round of it will do. */
  readonly part: 'measured' | 'explains';
  /** Where its check-ins are. */
  readonly databasePath?: string;
  /** A load a round. */
  readonly open: Load[];
  readonly closed: Load[];
  /** Processor time of its process for each answer with 64 in flight, in ms; NaN where the system does not tell. */
  readonly processor: number[];
  /** Interactions so far, an even number: a member's second comes with the first. */
  asked: number;
  answered: number;
  unanswered: number;
}

/** Goes on with the members who have not been asked for longest. */
export async function under(contestant: Contestant, run: (ask: Ask) => Promise<Load>): Promise<Load> {
  const { asked, rig, use } = contestant;
  const load = await run((index) => use(rig, asked + index));
  const { length } = load.took;
  contestant.asked += length + (length % 2);
  contestant.answered += length - load.unanswered;
  contestant.unanswered += load.unanswered;
  return load;
}

/** All started and ready, each on a stand-in of its own; pong first. */
export async function openContestants(bench: Bench, members: number): Promise<Contestant[]> {
  const contestant = async (
    who: string,
    { bot, use, part }: { bot: Bot; use: typeof ping; part: Contestant['part'] },
    prepare?: (rig: Rig) => Promise<void>,
  ): Promise<Contestant> => {
    const rig = await openRig({ members });
    await prepare?.(rig);
    const { program } = await start(rig, bot, bench);
    return { who, rig, program, use, part, open: [], closed: [], processor: [], asked: 0, answered: 0, unanswered: 0 };
  };
  const coach = async (who: string, file: string, daysBehind: number): Promise<Contestant> => {
    const databasePath = join(bench.folder, file);
    const made = { bot: backbone(databasePath), use: checkIn, part: 'measured' } as const;
    const one = await contestant(who, made, (rig) => enrol(rig, databasePath, daysBehind));
    await one.rig.server.owner.slash(one.rig.channel, 'coach setup', { zone: HOME, time: '07:30' });
    return { ...one, databasePath };
  };
  const bare = (who: string, bot: Bot, part: Contestant['part']) => contestant(who, { bot, use: ping, part });
  const { components, flags } = ECHOED_CARD;
  const least = {
    ...PONG,
    environment: { DATABASE_PATH: join(bench.folder, 'least.db'), PONG_ANSWER: JSON.stringify({ components, flags }) },
  };
  const measured = [
    await bare('pong', PONG, 'measured'),
    await coach('backbone', 'new.db', 0),
    await coach('backbone, 80 days of history', 'seasoned.db', SEASONED),
  ];
  if (bench.quick) return measured;
  return [
    ...measured,
    await bare('pong, a commit and a check-in’s answer', least, 'measured'),
    await bare('no bot, pong’s answer', echo(ECHOED_PONG), 'explains'),
    await bare('no bot, a check-in’s answer', echo(ECHOED_CARD), 'explains'),
  ];
}

/** Ends a bot. The coach is killed, and all that it answered has to be there. @throws Error when it is not */
export async function end(
  { who, rig, program, databasePath, answered, unanswered }: Contestant,
  bench: Bench,
): Promise<void> {
  // A profile is written by a program that ends by itself.
  await (bench.profile ? program.stop() : program.kill());
  await rig.sandbox.close();
  if (databasePath === undefined) return;
  const kept = checkInsMade(databasePath);
  if (kept < answered || kept > answered + unanswered) {
    throw new Error(`${who}: ${answered} check-ins were answered, ${kept} are in the database`);
  }
}
