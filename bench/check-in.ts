import { join } from 'node:path';
import type { Bench, Findings } from './bench.ts';
import { checkIn, enrol, HOME, isWorkout, ping } from './commands.ts';
import { ECHOED_CARD, ECHOED_PONG, echo } from './echo.ts';
import { checkInsMade } from './fill.ts';
import { type Ask, closedLoop, type Load, openLoop } from './load.ts';
import type { Program } from './processes.ts';
import type { Figure, Unit } from './report.ts';
import { type Bot, backbone, openRig, PONG, type Rig, start } from './rig.ts';
import { percentile, ratios, summary } from './statistics.ts';

const RATE = 100;
const IN_FLIGHT = 64;
const LATENCY_AIM = 2;

/** Lengths in seconds. */
const FULL = { rounds: 3, open: 3, closed: 2, warmUp: 1.5, members: 1000 };
const QUICK = { rounds: 1, open: 2, closed: 1, warmUp: 0.7, members: 300 };

/** Days since they enrolled: the twelfth week, 36 workouts and 80 nights behind them. */
const SEASONED = 80;

interface Round {
  readonly open: Load;
  readonly closed: Load;
  /** Processor time of the bot's process for each answer with 64 in flight, in ms; NaN where the system does not tell. */
  readonly processor: number;
}

/** One bot under load. */
interface Contestant {
  readonly who: string;
  readonly rig: Rig;
  readonly program: Program;
  readonly use: typeof ping;
  /** `explains`: it is there to read the others by, and one round of it will do. */
  readonly part: 'measured' | 'explains';
  /** Where its check-ins are. */
  readonly databasePath?: string;
  readonly rounds: Round[];
  /** Interactions so far, an even number: a member's second comes with the first. */
  asked: number;
  answered: number;
  unanswered: number;
}

/** `/checkin` from its dispatch to its answer, on disk before it: the coach, pong, and what explains the distance. */
export async function checkIns(bench: Bench): Promise<Findings> {
  const plan = bench.quick ? QUICK : FULL;
  bench.say('check-ins: enrolling members');
  const contestants = await open(bench, plan.members);
  for (const contestant of contestants) await under(contestant, (ask) => closedLoop(ask, IN_FLIGHT, plan.warmUp));
  for (let round = 0; round < plan.rounds; round += 1) {
    bench.say(`check-ins: round ${round + 1} of ${plan.rounds}`);
    // Each is first, in some round, on a machine that has just had a rest or just been busy.
    for (const contestant of [...contestants.slice(round), ...contestants.slice(0, round)]) {
      if (round > 0 && contestant.part === 'explains') continue;
      contestant.rounds.push(await play(contestant, plan));
    }
  }
  const notes: string[] = [];
  for (const contestant of contestants) {
    await end(contestant, bench);
    const { who, unanswered, asked } = contestant;
    if (unanswered > 0) notes.push(`${who}: ${unanswered} of ${asked} were not answered in time; each counts as 3 s`);
  }
  return { figures: figuresOf(contestants), notes };
}

async function play(contestant: Contestant, plan: typeof FULL): Promise<Round> {
  const { program, rig } = contestant;
  const atRate = await under(contestant, (ask) => openLoop(ask, RATE, plan.open));
  const before = program.processorTime() ?? Number.NaN;
  const closed = await under(contestant, (ask) => closedLoop(ask, IN_FLIGHT, plan.closed));
  const used = (program.processorTime() ?? Number.NaN) - before;
  // Answers that nobody will look at again.
  rig.channel.state.messages.clear();
  return { open: atRate, closed, processor: used / closed.took.length };
}

/** Goes on with the members who have not been asked for longest. */
async function under(contestant: Contestant, run: (ask: Ask) => Promise<Load>): Promise<Load> {
  const { asked, rig, use } = contestant;
  const load = await run((index) => use(rig, asked + index));
  const { length } = load.took;
  contestant.asked += length + (length % 2);
  contestant.answered += length - load.unanswered;
  contestant.unanswered += load.unanswered;
  return load;
}

async function open(bench: Bench, members: number): Promise<Contestant[]> {
  const contestant = async (
    who: string,
    { bot, use, part }: { bot: Bot; use: typeof ping; part: Contestant['part'] },
    prepare?: (rig: Rig) => Promise<void>,
  ): Promise<Contestant> => {
    const rig = await openRig({ members });
    await prepare?.(rig);
    const { program } = await start(rig, bot, bench);
    return { who, rig, program, use, part, rounds: [], asked: 0, answered: 0, unanswered: 0 };
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
async function end({ who, rig, program, databasePath, answered, unanswered }: Contestant, bench: Bench): Promise<void> {
  // A profile is written by a program that ends by itself.
  await (bench.profile ? program.stop() : program.kill());
  await rig.sandbox.close();
  if (databasePath === undefined) return;
  const kept = checkInsMade(databasePath);
  if (kept < answered || kept > answered + unanswered) {
    throw new Error(`${who}: ${answered} check-ins were answered, ${kept} are in the database`);
  }
}

interface Metric {
  readonly what: string;
  readonly unit: Unit;
  readonly of: (round: Round) => number;
  /** What of pong's it is held against; the same when absent. */
  readonly against?: (round: Round) => number;
  readonly load: 'open' | 'closed';
  readonly aim?: number;
}

const at = (load: 'open' | 'closed', p: number) => (round: Round) => percentile(round[load].took, p);
const ofKind = (workouts: boolean) => (round: Round) =>
  percentile(
    round.open.took.filter((_, index) => isWorkout(index) === workouts),
    0.5,
  );

const METRICS: readonly Metric[] = [
  { what: '100/s, p50', unit: 'ms', of: at('open', 0.5), load: 'open', aim: LATENCY_AIM },
  { what: '100/s, p99', unit: 'ms', of: at('open', 0.99), load: 'open', aim: LATENCY_AIM },
  { what: '64 in flight, p50', unit: 'ms', of: at('closed', 0.5), load: 'closed', aim: LATENCY_AIM },
  { what: '64 in flight, p99', unit: 'ms', of: at('closed', 0.99), load: 'closed', aim: LATENCY_AIM },
  { what: '64 in flight, answers', unit: '/s', of: ({ closed }) => closed.throughput, load: 'closed' },
  { what: '64 in flight, processor', unit: 'ms', of: ({ processor }) => processor, load: 'closed' },
];

/** Of the coach alone. */
const KINDS: readonly Metric[] = [
  { what: '100/s, p50, workouts', unit: 'ms', of: ofKind(true), against: at('open', 0.5), load: 'open' },
  { what: '100/s, p50, water', unit: 'ms', of: ofKind(false), against: at('open', 0.5), load: 'open' },
];

function figuresOf(contestants: readonly Contestant[]): Figure[] {
  const pong = contestants.find(({ who }) => who === 'pong')?.rounds ?? [];
  const coaches = contestants.filter(({ databasePath }) => databasePath !== undefined);
  const figure = (metric: Metric, { who, rounds, databasePath }: Contestant): Figure => {
    const values = rounds.map(metric.of);
    const n = rounds.reduce((sum, round) => sum + round[metric.load].took.length, 0);
    return {
      section: '/checkin',
      what: metric.what,
      who,
      unit: metric.unit,
      ...summary(values, n),
      ...(rounds !== pong && { ratio: ratios(values, pong.map(metric.against ?? metric.of)) }),
      ...(databasePath !== undefined && metric.aim !== undefined && { aim: metric.aim }),
    };
  };
  return [
    ...METRICS.flatMap((metric) => contestants.map((contestant) => figure(metric, contestant))),
    ...KINDS.flatMap((metric) => coaches.map((contestant) => figure(metric, contestant))),
  ];
}
