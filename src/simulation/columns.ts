/** The head of each column, and what stands in it. */
export type Columns<T> = readonly (readonly [head: string, cell: (row: T) => string | number])[];

/** Words to the left, numbers to the right. */
export function columns<T>(shape: Columns<T>, rows: readonly T[]): string {
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
