import { type Columns, columns } from './columns.ts';
import { movesTable } from './moves-table.ts';
import type { MemberSummary, ServerSummary, Summary } from './summary.ts';

/** The summary as somebody reads it in a terminal. */
export function tablesOf(summary: Summary): string {
  const { weeks, members, seed, opensOn, interactions, differences } = summary;
  const many = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
  const excused = summary.servers.flatMap((server) => server.excused.map((what) => `  ${server.name}: ${what}`));
  return [
    `${many(weeks, 'week')} from ${opensOn}, ${many(members.length, 'member')}, seed ${seed}: ${interactions} interactions`,
    '',
    columns(SERVER, summary.servers),
    '',
    columns(WHO, members),
    '',
    columns(DID, members),
    ...members.filter(({ moves }) => moves.length > 0).flatMap((member) => ['', WAY(member), movesTable(member.moves)]),
    ...(excused.length === 0 ? [] : ['', 'Late or left out, and why:', ...excused]),
    '',
    ...(differences.length === 0
      ? [
          `Every ${excused.length === 0 ? '' : 'other '}post came exactly once and at its local time, and nobody was let down.`,
        ]
      : [`${many(differences.length, 'difference')}:`, ...differences.map((what) => `  ${what}`)]),
  ].join('\n');
}

const WAY = ({ name, level, kit, trains }: MemberSummary) => `${name} (${level}; ${kit}; ${HOW[trains]})`;
const HOW: Readonly<Record<MemberSummary['trains'], string>> = {
  guided: 'led set by set',
  sets: 'types the sets',
  done: 'presses Done',
  effort: 'says how hard it was',
};

const SERVER: Columns<ServerSummary> = [
  ['server', ({ name }) => name],
  ['zone', ({ zone }) => zone],
  ['post at', ({ postAt }) => postAt],
  ['daily posts', ({ daily }) => `${daily.onTime} of ${daily.wanted} on time`],
  ['nudges', ({ nudges }) => `${nudges.onTime} of ${nudges.wanted} on time`],
  ['late', ({ excused }) => excused.length],
  ['milestones', ({ milestones }) => milestones],
];

const WHO: Columns<MemberSummary> = [
  ['member', ({ name }) => name],
  ['server', ({ server }) => server],
  ['zone', ({ zone }) => zone],
  ['level', ({ level }) => level],
  ['days', ({ days }) => days],
  ['kit', ({ kit }) => kit],
  ['habit', ({ habit }) => habit],
];

const DID: Columns<MemberSummary> = [
  ['member', ({ name }) => name],
  ['state', ({ state }) => state],
  ['kept/due', ({ kept, due }) => `${kept}/${due}`],
  ['extras', ({ extras }) => extras],
  ['streak', ({ streak }) => streak],
  ['longest', ({ longest }) => longest],
  ['consistency', ({ consistency }) => `${consistency}%`],
  ['freezes', ({ freezes }) => freezes],
  ['sleep', ({ sleepLogs }) => sleepLogs],
  ['water', ({ waterLogs }) => waterLogs],
  ['pings', ({ pings }) => pings],
  ['DMs', ({ directs }) => directs],
  ['milestones', ({ milestones }) => milestones.length],
];
