import { buttonsOf } from './answer.ts';
import { wrongDirects } from './check-direct.ts';
import { checkPosts, type FoundPost, type PostCheck, type Trouble } from './check-posts.ts';
import type { MoveStory } from './move-story.ts';
import { tracesOf } from './own-data.ts';
import type { Part } from './part.ts';
import { endOf, type Ground, type Person, type Play } from './person.ts';
import { wantedPosts } from './wanted-posts.ts';

export interface ServerSummary {
  readonly name: string;
  readonly zone: string;
  readonly postAt: string;
  readonly daily: Pick<PostCheck, 'wanted' | 'onTime'>;
  readonly nudges: Pick<PostCheck, 'wanted' | 'onTime'>;
  readonly milestones: number;
  /** Posts that came late or were left out for a reason that is known. */
  readonly excused: readonly string[];
}

export interface MemberSummary {
  readonly name: string;
  readonly server: string;
  readonly zone: string;
  readonly level: string;
  readonly days: string;
  readonly kit: string;
  readonly habit: string;
  readonly state: 'in the plan' | 'left' | 'deleted' | 'never joined';
  readonly kept: number;
  readonly due: number;
  readonly extras: number;
  readonly streak: number;
  readonly longest: number;
  /** Percent. */
  readonly consistency: number;
  readonly freezes: number;
  readonly sleepLogs: number;
  readonly waterLogs: number;
  readonly pings: number;
  /** Direct messages that they got. */
  readonly directs: number;
  readonly milestones: readonly string[];
  readonly trains: Part['trains'];
  /** What came of each move of which they told the sets. */
  readonly moves: readonly MoveStory[];
}

export interface Summary {
  readonly weeks: number;
  readonly seed: number;
  readonly opensOn: string;
  readonly interactions: number;
  readonly servers: readonly ServerSummary[];
  readonly members: readonly MemberSummary[];
  /** What went otherwise than it should have; empty when all is well. */
  readonly differences: readonly string[];
}

/** What is known at the end, besides the play itself. */
export interface Ending {
  readonly weeks: number;
  readonly seed: number;
  readonly opensOn: string;
  readonly until: number;
  readonly troubles: readonly (readonly [Ground, Trouble])[];
  /** The name of whoever was pinged, once for each ping. */
  readonly pings: readonly string[];
  /** The bot's log from warnings up, JSON lines. */
  readonly logged: readonly string[];
  /** The bytes of the bot's database, closed. */
  readonly database: Buffer;
}

/** Holds the play's end against what should be, and sums it up. */
export function summaryOf(play: Play, ending: Ending): Summary {
  const differences = [...play.differences];
  const servers = play.grounds.map((ground) => serverOf(play, ground, ending, differences));
  const members = play.people.map((person) => memberOf(person, ending, differences));
  differences.push(...ending.logged.flatMap(faultIn));
  differences.push(...play.stage.sandbox.departures.map(({ by, what }) => `departure by the ${by}: ${what}`));
  const { weeks, seed, opensOn } = ending;
  return { weeks, seed, opensOn, interactions: play.counts.interactions, servers, members, differences };
}

function serverOf(play: Play, ground: Ground, ending: Ending, differences: string[]): ServerSummary {
  const { place, server, channel, setUpAt } = ground;
  const people = play.people.filter((person) => person.ground === ground);
  const joined = people.flatMap(({ enrolledAt, startsOn, leftAt, notes, repeatedDays, pauses }) =>
    enrolledAt === undefined || startsOn === undefined
      ? []
      : [
          {
            enrolledAt,
            endsOn: endOf(startsOn, { pauses, ...(repeatedDays !== undefined && { repeatedDays }) }),
            startsOn,
            notes,
            pauses,
            ...(leftAt !== undefined && { leftAt }),
          },
        ],
  );
  const wanted = wantedPosts({ ...place, setUpAt: setUpAt ?? ending.until, people: joined }, ending.until);
  const keys = server.owner.sees(channel).flatMap((message): FoundPost[] => {
    const key = buttonsOf(message)
      .map(({ argument }) => argument)
      .find((argument) => POST_KEY.test(argument));
    return key === undefined ? [] : [{ key, at: Date.parse(message.timestamp) }];
  });
  const isMilestone = ({ key }: FoundPost) => key.startsWith('milestone.');
  const found = keys.filter((post) => !isMilestone(post));
  const spoilt = ending.troubles.filter(([where]) => where === ground).map(([, trouble]) => trouble);
  const check = (isOf: (key: string) => boolean) =>
    checkPosts(
      wanted.filter(({ key }) => isOf(key)),
      found.filter(({ key }) => isOf(key)),
      spoilt,
      place.zone,
    );
  const daily = check((key) => key.startsWith('daily.'));
  const nudges = check((key) => !key.startsWith('daily.'));
  const milestones = keys.filter(isMilestone).flatMap(({ key }) => eachMilestone(key));
  const wrong = [...daily.differences, ...nudges.differences, ...milestoneDifferences(people, milestones)];
  differences.push(...wrong.map((what) => `${place.name}: ${what}`));
  return {
    name: place.name,
    zone: place.zone,
    postAt: place.postAt,
    daily: { wanted: daily.wanted, onTime: daily.onTime },
    nudges: { wanted: nudges.wanted, onTime: nudges.onTime },
    milestones: milestones.length,
    excused: [...daily.excused, ...nudges.excused],
  };
}

const POST_KEY = /^(daily|sleep|water|milestone)\./;

/** First steps of several moves are one post: `milestone.4.first-step-row+squat` tells of two. */
function eachMilestone(key: string): string[] {
  const steps = /^(milestone\.\d+\.first-step-)(.+)$/.exec(key);
  return steps === null ? [key] : (steps[2] ?? '').split('+').map((move) => `${steps[1]}${move}`);
}

/** Each milestone of those who share theirs stands in the channel once, and none of those who do not. */
function milestoneDifferences(people: readonly Person[], posted: readonly string[]): string[] {
  const due = people.flatMap(({ part, standing, deletedAt }) =>
    part.share && standing && deletedAt === undefined
      ? standing.milestones.map((id) => `milestone.${standing.memberId}.${id}`)
      : [],
  );
  const all = new Set([...due, ...posted]);
  return [...all].flatMap((key) => {
    const times = posted.filter((other) => other === key).length;
    if (times === (due.includes(key) ? 1 : 0)) return [];
    return [`${key} was posted ${times} times`];
  });
}

/** Unless they say otherwise. */
const QUIET = ['22:00', '07:00'] as const;
const MOST_A_DAY = 4;

function stateOf(person: Record<'enrolledAt' | 'leftAt' | 'deletedAt', number | undefined>): MemberSummary['state'] {
  if (person.enrolledAt === undefined) return 'never joined';
  if (person.deletedAt !== undefined) return 'deleted';
  return person.leftAt === undefined ? 'in the plan' : 'left';
}

function memberOf(person: Person, { pings, database }: Ending, differences: string[]): MemberSummary {
  const { part, standing, notes, enrolledAt, leftAt, deletedAt, ground, wishes, directs } = person;
  const { name, zone, level, days, kit, habit } = part;
  const standingNotes = notes.filter(({ undoneAt }) => undoneAt === undefined);
  const of = (kind: string) => standingNotes.filter((note) => note.kind === kind);
  const pinged = pings.filter((who) => who === name).length;
  if (pinged > 0 && !part.mention) differences.push(`${name} was pinged ${pinged} times without having asked for it`);
  const { quiet = QUIET, mostADay = MOST_A_DAY } = part.reminders ?? {};
  differences.push(...wrongDirects({ name, wishes, quiet, mostADay, notes }, directs), ...tracesOf(person, database));
  if (enrolledAt !== undefined)
    differences.push(...lost(person), ...(standing?.wrong ?? []).map((what) => `${name}: ${what}`));
  return {
    ...{ name, zone, level, days, kit, habit },
    server: ground.place.name,
    state: stateOf({ enrolledAt, leftAt, deletedAt }),
    kept: standing?.kept ?? 0,
    due: standing?.due ?? 0,
    extras: standing?.extras ?? 0,
    streak: standing?.streak ?? 0,
    longest: standing?.longest ?? 0,
    consistency: Math.round((standing?.consistency ?? 0) * 100),
    freezes: standing?.freezes ?? 0,
    sleepLogs: of('sleep').length,
    waterLogs: of('water').length,
    pings: pinged,
    directs: directs.length,
    milestones: standing?.milestones ?? [],
    trains: part.trains,
    moves: standing?.moves ?? [],
  };
}

/** Whatever the coach said was logged is there, and nothing else. */
function lost({ part, notes, standing }: Person): string[] {
  if (standing === undefined) return [`${part.name} joined, and the coach does not know them`];
  const stand = notes.filter(({ undoneAt }) => undoneAt === undefined);
  const workouts = stand
    .filter(({ kind }) => kind === 'workout')
    .map(({ day }) => day)
    .sort();
  const same = workouts.length === standing.workouts.length && workouts.every((day, i) => day === standing.workouts[i]);
  if (same && stand.length === standing.checkIns) return [];
  return [
    `${part.name} was told of ${stand.length} check-ins, workouts on ${workouts.join(', ')}; ` +
      `the coach has ${standing.checkIns}, workouts on ${standing.workouts.join(', ')}`,
  ];
}

/** Events that belong to the troubles; what they did to posts is told with the posts. */
const EXPECTED = new Set(['post failed', 'missed', 'gateway error']);

function faultIn(line: string): string[] {
  const { event, msg, err } = JSON.parse(line) as { event?: string; msg?: string; err?: { message?: string } };
  if (event !== undefined && EXPECTED.has(event)) return [];
  return [`the bot logged “${msg}”${err?.message === undefined ? '' : ` (${err.message})`}`];
}
