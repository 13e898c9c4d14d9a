import { type Drawing, INK, lettering, MARGIN, short, WIDTH, widthOf } from './drawing.ts';
import { ticksOf } from './ticks.ts';

export interface ChartPoint {
  readonly value: number;
  /** Under the chart: the day. */
  readonly label: string;
}

/** A line over sessions, each as far from the next, whatever days lie between. */
export interface ChartPicture {
  readonly title: string;
  readonly points: readonly ChartPoint[];
  /** What the next session aims for: a diamond after the last point. */
  readonly target?: ChartPoint & { readonly name: string };
  /** The scale goes from the first to the last of these; from what the values need when absent. */
  readonly scale?: readonly [number, number];
  /** Written after each number of the scale: `%`. */
  readonly suffix?: string;
  /** All names that there are, instead of the numbers 0, 1, 2 …: the colours of bands. */
  readonly names?: readonly string[];
}

/** More points than this are too many to tell apart; the latest are shown. */
export const MOST_POINTS = 40;

const TITLE = 34;
const PLOT = { height: 150, left: MARGIN + 64, right: WIDTH - MARGIN - 24 } as const;
const LABEL = { size: 15, below: 26, apart: 16 } as const;

export const CHART_HEIGHT = TITLE + PLOT.height + LABEL.below + 20;

/** Where a value stands: in pixels, in a chart that begins at `top`. */
export function pointAt(top: number, chart: ChartPicture, index: number): { readonly x: number; readonly y: number } {
  const all = shownOf(chart);
  const { low, high } = rangeOf(chart);
  const value = all[index]?.value ?? low;
  const along = all.length === 1 ? 0.5 : index / (all.length - 1);
  const up = (value - low) / (high - low);
  return { x: PLOT.left + along * (PLOT.right - PLOT.left), y: top + TITLE + PLOT.height * (1 - up) };
}

export function chartDrawing(top: number, chart: ChartPicture): Drawing {
  const all = shownOf(chart);
  const { low, high, ticks } = rangeOf(chart);
  const places = all.map((_, index) => pointAt(top, chart, index));
  const scale = ticks.map((tick) => {
    const y = short(top + TITLE + PLOT.height * (1 - (tick - low) / (high - low)));
    const name = chart.names?.[tick] ?? `${tick}${chart.suffix ?? ''}`;
    const said = { x: PLOT.left - 14, y: Number(y) + 5, size: 15, fill: INK.quiet, anchor: 'end', within: 78 } as const;
    const line = `<path d="M${PLOT.left - 8} ${y}H${PLOT.right + 8}" stroke="${INK.grid}" stroke-width="1"/>`;
    return line + lettering(name, said);
  });
  const done = chart.target === undefined ? places : places.slice(0, -1);
  const path = done.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');
  const line = `<path d="${path}" fill="none" stroke="${INK.line}" stroke-width="3" stroke-linejoin="round"/>`;
  const radius = done.length > 20 ? 3.5 : 5;
  const dots = done.map(({ x, y }) => `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}" fill="${INK.line}"/>`);
  return [
    lettering(chart.title, { x: MARGIN, y: top + 17, size: 18, weight: 600, within: WIDTH - 2 * MARGIN - 220 }),
    ...scale,
    path === '' ? '' : line,
    aim(top, chart, places),
    ...dots,
    ...dayLabels(top, all, places),
  ].join('');
}

/** As many days as there is room for, the last among them. */
function dayLabels(top: number, all: readonly ChartPoint[], places: readonly { readonly x: number }[]): Drawing[] {
  const y = top + TITLE + PLOT.height + LABEL.below;
  let free = Number.POSITIVE_INFINITY;
  return all
    .map((point, index) => ({ label: point.label, x: places[index]?.x ?? 0 }))
    .reverse()
    .flatMap(({ label, x }) => {
      const half = widthOf(label, LABEL.size) / 2;
      const middle = Math.min(x, WIDTH - MARGIN / 2 - half);
      if (middle + half > free) return [];
      free = middle - half - LABEL.apart;
      return [lettering(label, { x: middle, y, size: LABEL.size, fill: INK.quiet, anchor: 'middle' })];
    });
}

/** The next session's: a diamond, reached by a dashed line, and told at the right of the title. */
function aim(
  top: number,
  { target }: ChartPicture,
  places: readonly { readonly x: number; readonly y: number }[],
): Drawing {
  const [from, at] = [places.at(-2), places.at(-1)];
  if (target === undefined || at === undefined) return '';
  const diamond = (x: number, y: number) =>
    `<path d="M${short(x)} ${short(y - 8)}l8 8l-8 8l-8 -8Z" fill="${INK.ground}" stroke="${INK.aim}" stroke-width="2.5"/>`;
  const dashes =
    from === undefined
      ? ''
      : `<path d="M${short(from.x)} ${short(from.y)}L${short(at.x)} ${short(at.y)}" stroke="${INK.aim}" stroke-width="2" stroke-dasharray="3 6"/>`;
  const said = { x: WIDTH - MARGIN, y: top + 17, size: 16, anchor: 'end', within: 200 } as const;
  const key = diamond(WIDTH - MARGIN - Math.min(200, widthOf(target.name, 16)) - 18, top + 11);
  return dashes + diamond(at.x, at.y) + key + lettering(target.name, said);
}

function shownOf({ points, target }: ChartPicture): readonly ChartPoint[] {
  const latest = points.slice(-MOST_POINTS);
  return target === undefined ? latest : [...latest, target];
}

function rangeOf(chart: ChartPicture): {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
} {
  if (chart.names !== undefined) {
    return { low: 0, high: Math.max(1, chart.names.length - 1), ticks: chart.names.map((_, index) => index) };
  }
  const values = shownOf(chart).map(({ value }) => value);
  const [low, high] = chart.scale ?? [Math.min(...values), Math.max(...values)];
  const ticks = ticksOf(low, high);
  return { low: ticks[0] ?? low, high: ticks.at(-1) ?? high, ticks };
}
