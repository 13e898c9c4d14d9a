import type { Machine } from './machine.ts';
import type { Summary } from './statistics.ts';

export type Unit = 'ms' | 's' | 'MB' | '/s' | 'µs';

/** One line of the table. */
export interface Figure extends Summary {
  readonly section: string;
  readonly what: string;
  /** Who was measured: `backbone`, `pong`, or what its own words say. */
  readonly who: string;
  readonly unit: Unit;
  /** Against pong's figure of the same kind, round by round. */
  readonly ratio?: Summary;
  /** The most that the ratio, or without one the median, should be. */
  readonly aim?: number;
}

export interface Results {
  readonly measuredAt: string;
  readonly quick: boolean;
  readonly seconds: number;
  readonly machine: Machine;
  readonly figures: readonly Figure[];
  /** What could not be measured, and why. */
  readonly notes: readonly string[];
}

const HEAD = ['what', 'who', 'unit', 'n', 'median', 'spread', '× pong', 'aim'];

export function table({ figures, machine, notes, quick, seconds }: Results): string {
  const rows = figures.map((figure) => ({ section: figure.section, cells: cellsOf(figure) }));
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const lines = [line(HEAD)];
  let section = '';
  for (const row of rows) {
    if (row.section !== section) lines.push('', row.section);
    section = row.section;
    lines.push(line(row.cells));
  }
  const { cpu, cores, memoryGb, node, platform, commitMs, load } = machine;
  return [
    ...lines,
    '',
    'spread: 10th to 90th percentile; of fewer than ten values, the least and the most. × pong: median of the rounds.',
    `machine: ${cores} × ${cpu}, ${memoryGb} GB, ${platform}, Node.js ${node}; load ${load.before} before and ${load.after} after; a commit that reaches the disk: ${commitMs} ms`,
    ...notes.map((note) => `note: ${note}`),
    `${quick ? 'quick: fewer rounds, so rougher figures. ' : ''}Took ${seconds.toFixed(0)} s.`,
  ].join('\n');
}

function cellsOf({ what, who, unit, n, median, spread, ratio, aim }: Figure): string[] {
  const judged = ratio?.median ?? median;
  return [
    `  ${what}`,
    who,
    unit,
    String(n),
    rounded(median),
    `${rounded(spread[0])}–${rounded(spread[1])}`,
    ratio === undefined ? '' : rounded(ratio.median),
    aim === undefined ? '' : `≤ ${aim} ${judged <= aim ? 'met' : 'MISSED'}`,
  ];
}

/** Three digits that count. */
function rounded(value: number): string {
  if (Number.isNaN(value)) return '–';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 0.001))));
  return value.toFixed(digits);
}
