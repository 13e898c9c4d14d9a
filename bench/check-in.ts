import type { Bench, Findings } from './bench.ts';
import { isWorkout } from './commands.ts';
import { type Contestant, end, openContestants, under } from './contestant.ts';
import { closedLoop, openLoop } from './load.ts';
import type { Figure, Unit } from './report.ts';
import { percentile, ratios, summary } from './statistics.ts';

const RATE = 100;
const IN_FLIGHT = 64;
const LATENCY_AIM = 2;
const WORDED = { open: `${RATE} a second`, closed: `${IN_FLIGHT} in flight` };

/** Lengths in seconds. */
const FULL = { rounds: 3, open: 3, closed: 2, warmUp: 1.5, members: 1000 };
const QUICK = { rounds: 1, open: 2, closed: 1, warmUp: 0.7, members: 300 };

/** `/checkin` from its dispatch to its answer, on disk before it: the coach, pong, and what explains the distance. */
export async function checkIns(bench: Bench): Promise<Findings> {
  const plan = bench.quick ? QUICK : FULL;
  bench.say('check-ins: enrolling members');
  const contestants = await openContestants(bench, plan.members);
  for (const contestant of contestants) await under(contestant, (ask) => closedLoop(ask, IN_FLIGHT, plan.warmUp));
  // One load after the other: what a full load leaves behind for the disk to do would be found in the other's answers.
  for (const load of ['open', 'closed'] as const) {
    for (let round = 0; round < plan.rounds; round += 1) {
      bench.say(`check-ins: ${WORDED[load]}, round ${round + 1} of ${plan.rounds}`);
      // Who goes first changes.
      for (const contestant of [...contestants.slice(round), ...contestants.slice(0, round)]) {
        if (round > 0 && contestant.part === 'explains') continue;
        await play(contestant, load, plan[load]);
      }
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

async function play(contestant: Contestant, load: 'open' | 'closed', seconds: number): Promise<void> {
  const { program, rig } = contestant;
  const before = program.processorTime() ?? Number.NaN;
  const done = await under(contestant, (ask) =>
    load === 'open' ? openLoop(ask, RATE, seconds) : closedLoop(ask, IN_FLIGHT, seconds),
  );
  contestant[load].push(done);
  if (load === 'closed')
    contestant.processor.push(((program.processorTime() ?? Number.NaN) - before) / done.took.length);
  // Answers that nobody will look at again.
  rig.channel.state.messages.clear();
}

interface Metric {
  readonly what: string;
  readonly unit: Unit;
  readonly load: 'open' | 'closed';
  /** A value a round. */
  readonly of: (contestant: Contestant) => readonly number[];
  /** What of pong's it is held against; the same when absent. */
  readonly against?: (contestant: Contestant) => readonly number[];
  readonly aim?: number;
}

const at = (load: 'open' | 'closed', p: number) => (contestant: Contestant) =>
  contestant[load].map(({ took }) => percentile(took, p));
const ofKind = (workouts: boolean) => (contestant: Contestant) =>
  contestant.open.map(({ took }) => {
    const kind = took.filter((_, index) => isWorkout(index) === workouts);
    return percentile(kind, 0.5);
  });

const METRICS: readonly Metric[] = [
  { what: '100/s, p50', unit: 'ms', load: 'open', of: at('open', 0.5), aim: LATENCY_AIM },
  { what: '100/s, p99', unit: 'ms', load: 'open', of: at('open', 0.99), aim: LATENCY_AIM },
  { what: '64 in flight, p50', unit: 'ms', load: 'closed', of: at('closed', 0.5), aim: LATENCY_AIM },
  { what: '64 in flight, p99', unit: 'ms', load: 'closed', of: at('closed', 0.99), aim: LATENCY_AIM },
  {
    what: '64 in flight, answers',
    unit: '/s',
    load: 'closed',
    of: ({ closed }) => closed.map(({ throughput }) => throughput),
  },
  { what: '64 in flight, processor', unit: 'ms', load: 'closed', of: ({ processor }) => processor },
];

/** Of the coach alone. */
const KINDS: readonly Metric[] = [
  { what: '100/s, p50, workouts', unit: 'ms', load: 'open', of: ofKind(true), against: at('open', 0.5) },
  { what: '100/s, p50, water', unit: 'ms', load: 'open', of: ofKind(false), against: at('open', 0.5) },
];

function figuresOf(contestants: readonly Contestant[]): Figure[] {
  const pong = contestants.find(({ who }) => who === 'pong');
  const coaches = contestants.filter(({ databasePath }) => databasePath !== undefined);
  const figure = (metric: Metric, contestant: Contestant): Figure => {
    const { who, databasePath } = contestant;
    const values = metric.of(contestant);
    const n = contestant[metric.load].reduce((sum, { took }) => sum + took.length, 0);
    const base = pong === undefined || contestant === pong ? undefined : (metric.against ?? metric.of)(pong);
    return {
      section: '/checkin',
      what: metric.what,
      who,
      unit: metric.unit,
      ...summary(values, n),
      ...(base !== undefined && { ratio: ratios(values, base) }),
      ...(databasePath !== undefined && metric.aim !== undefined && { aim: metric.aim }),
    };
  };
  return [
    ...METRICS.flatMap((metric) => contestants.map((contestant) => figure(metric, contestant))),
    ...KINDS.flatMap((metric) => coaches.map((contestant) => figure(metric, contestant))),
  ];
}
