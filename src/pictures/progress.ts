import { type CalendarPicture, calendarDrawing, heightOfCalendar } from './calendar.ts';
import { CHART_HEIGHT, type ChartPicture, chartDrawing } from './chart.ts';
import { INK, lettering, MARGIN, png, WIDTH } from './drawing.ts';

export interface ProgressPicture {
  readonly title: string;
  /** On the right of the title. */
  readonly note: string;
  readonly calendar?: CalendarPicture;
  /** Each below the other. One without a point is left out. */
  readonly charts: readonly ChartPicture[];
}

/** Where the first part begins, in pixels from the top. */
export const FIRST = 78;
const BETWEEN = 24;

/** A PNG of 800 pixels' width. The same values give the same bytes. */
export function progressPng({ title, note, calendar, charts }: ProgressPicture): Uint8Array {
  const parts = [
    lettering(title, { x: MARGIN, y: 46, size: 26, weight: 600, within: 500 }),
    lettering(note, { x: WIDTH - MARGIN, y: 46, size: 17, fill: INK.quiet, anchor: 'end', within: 220 }),
  ];
  let top = FIRST;
  if (calendar !== undefined) {
    parts.push(calendarDrawing(top, calendar));
    top += heightOfCalendar(calendar) + BETWEEN;
  }
  for (const chart of charts) {
    if (chart.points.length === 0) continue;
    parts.push(chartDrawing(top, chart));
    top += CHART_HEIGHT + BETWEEN;
  }
  return png(top, parts);
}
