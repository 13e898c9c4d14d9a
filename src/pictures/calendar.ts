import type { DayState } from '../coach/calendar.ts';
import { box, type Drawing, INK, lettering, MARGIN, short, WIDTH } from './drawing.ts';

/** A day in a cell; `isToday` has a frame. */
export interface Cell {
  readonly state: DayState;
  readonly isToday: boolean;
}

export interface CalendarPicture {
  /** Seven, of the days in each row. */
  readonly weekdays: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly note: string;
    readonly cells: readonly Cell[];
  }[];
  /** What the marks mean, of those that are to be explained. */
  readonly legend: readonly { readonly state: DayState; readonly label: string }[];
}

interface Look {
  readonly fill: string;
  readonly stroke?: string;
  readonly mark?: { readonly path: string; readonly colour: string; readonly filled?: true };
}

const DARK = '#10241d';

/** Each state has a colour and a mark of its own. A miss is calm: an open ring, and never red. Marks are 20 by 20. */
export const LOOKS: Readonly<Record<DayState, Look>> = {
  kept: { fill: '#4fb892', mark: { path: 'M4 10.5L8.3 15L16 5.5', colour: DARK } },
  repaired: { fill: '#86c7ea', mark: { path: 'M15.5 6.5A6.5 6.5 0 1 0 16.5 11M16.5 3V7.5H12', colour: '#0d2433' } },
  extra: { fill: '#e3b04f', mark: { path: 'M10 4V16M4 10H16', colour: '#2b2008' } },
  frozen: { fill: '#a9b4e8', mark: { path: 'M10 3V17M4 6.5L16 13.5M16 6.5L4 13.5', colour: '#171c3a' } },
  excused: { fill: '#8d96a3', mark: { path: 'M4.5 10H15.5', colour: '#14181d' } },
  missed: { fill: '#3a424d', mark: { path: 'M10 4.5A5.5 5.5 0 1 0 10 15.5A5.5 5.5 0 1 0 10 4.5', colour: '#c3cad3' } },
  open: {
    fill: INK.ground,
    stroke: '#eef1f4',
    mark: { path: 'M8 5.5L14.5 10L8 14.5Z', colour: '#eef1f4', filled: true },
  },
  ahead: { fill: INK.ground, stroke: '#7d8794' },
  paused: { fill: '#4a4260', mark: { path: 'M7.5 5V15M12.5 5V15', colour: '#d5cdf0' } },
  rest: {
    fill: '#282e36',
    mark: { path: 'M10 8.5A1.5 1.5 0 1 0 10 11.5A1.5 1.5 0 1 0 10 8.5', colour: '#8d96a3', filled: true },
  },
};

const LABELS = 158;
const GAP = 6;
const CELL = { width: (WIDTH - 2 * MARGIN - LABELS + GAP) / 7 - GAP, height: 30 } as const;
const HEADER = 26;
const LEGEND = { columns: 4, row: 32, above: 18 } as const;
const MARK = 20;

/** Where the cell stands in a calendar that begins at `top`: its left and upper corner, in pixels. */
export function cellAt(top: number, row: number, column: number): { readonly x: number; readonly y: number } {
  return { x: MARGIN + LABELS + column * (CELL.width + GAP), y: top + HEADER + row * (CELL.height + GAP) };
}

export function heightOfCalendar({ rows, legend }: CalendarPicture): number {
  const lines = Math.ceil(legend.length / LEGEND.columns);
  return HEADER + rows.length * (CELL.height + GAP) + LEGEND.above + lines * LEGEND.row;
}

/** Weeks by days, and what the marks mean. */
export function calendarDrawing(top: number, picture: CalendarPicture): Drawing {
  const { weekdays, rows, legend } = picture;
  const header = weekdays.map((name, column) => {
    const { x } = cellAt(top, 0, column);
    return lettering(name, { x: x + CELL.width / 2, y: top + 15, size: 16, fill: INK.quiet, anchor: 'middle' });
  });
  const lines = rows.map(({ label, note, cells }, row) => {
    const y = cellAt(top, row, 0).y + 21;
    return [
      lettering(label, { x: MARGIN, y, size: 17, weight: 600, within: 92 }),
      lettering(note, { x: MARGIN + LABELS - 12, y, size: 15, fill: INK.quiet, anchor: 'end', within: 62 }),
      ...cells.map((cell, column) => cellDrawing(cell, cellAt(top, row, column), CELL.width)),
    ].join('');
  });
  const under = top + HEADER + rows.length * (CELL.height + GAP) + LEGEND.above;
  const column = (WIDTH - 2 * MARGIN) / LEGEND.columns;
  const keys = legend.map(({ state, label }, index) => {
    const x = MARGIN + (index % LEGEND.columns) * column;
    const y = under + Math.floor(index / LEGEND.columns) * LEGEND.row;
    const text = lettering(label, { x: x + 40, y: y + 18, size: 16, within: column - 48 });
    return looks(state, x, y, 30, 24) + text;
  });
  return [...header, ...lines, ...keys].join('');
}

function cellDrawing({ state, isToday }: Cell, { x, y }: { readonly x: number; readonly y: number }, width: number) {
  const frame = isToday ? box(x - 2.5, y - 2.5, width + 5, CELL.height + 5, frameStyle) : '';
  return looks(state, x, y, width, CELL.height) + frame;
}

const frameStyle = `fill="none" stroke="${INK.text}" stroke-width="2.5"`;

function looks(state: DayState, x: number, y: number, width: number, height: number): Drawing {
  const { fill, stroke, mark } = LOOKS[state];
  const edge = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="1.5" stroke-dasharray="5 4"`;
  const cell = box(x, y, width, height, `fill="${fill}"${edge}`);
  if (mark === undefined) return cell;
  const place = `translate(${short(x + (width - MARK) / 2)} ${short(y + (height - MARK) / 2)})`;
  const style = mark.filled
    ? `fill="${mark.colour}"`
    : `fill="none" stroke="${mark.colour}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"`;
  return `${cell}<path transform="${place}" d="${mark.path}" ${style}/>`;
}
