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
    ...(excused.length === 0 ? [] : ['', 'Late or left out, and why:', ...excused]),
    '',
    ...(differences.length === 0
      ? [
          `Every ${excused.length === 0 ? '' : 'other '}post came exactly once and at its local time, and nobody was let down.`,
        ]
      : [`${many(differences.length, 'difference')}:`, ...differences.map((what) => `  ${what}`)]),
  ].join('\n');
}

type Columns<T> = readonly (readonly [head: string, cell: (row: T) => string | number])[];

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
  ['milestones', ({ milestones }) => milestones.length],
];

/** Words to the left, numbers to the right. */
function columns<T>(shape: Columns<T>, rows: readonly T[]): string {
  const cells = rows.map((row) => shape.map(([, cell]) => cell(row)));
  const widths = shape.map(([head], at) => Math.max(head.length, ...cells.map((row) => String(row[at]).length)));
  const line = (row: readonly (string | number)[], isHead = false) =>
    row
      .map((cell, at) => {
        const isNumber = isHead ? typeof cells[0]?.[at] === 'number' : typeof cell === 'number';
        return isNumber ? String(cell).padStart(widths[at] ?? 0) : String(cell).padEnd(widths[at] ?? 0);
      })
      .join('  ')
      .trimEnd();
  const heads = shape.map(([head]) => head);
  return [
    line(heads, true),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...cells.map((row) => line(row)),
  ].join('\n');
}
