import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_STATES } from '../../src/coach/calendar.ts';
import { type CalendarPicture, cellAt, LOOKS } from '../../src/pictures/calendar.ts';
import { type ChartPicture, MOST_POINTS, pointAt } from '../../src/pictures/chart.ts';
import { INK, widthOf } from '../../src/pictures/drawing.ts';
import { FIRST, type ProgressPicture, progressPng } from '../../src/pictures/progress.ts';
import { ticksOf } from '../../src/pictures/ticks.ts';
import { contrast, pixelsOf } from './pixels.ts';

const calendar: CalendarPicture = {
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  rows: [
    { label: 'Week 1', note: '5 Jan', cells: DAY_STATES.slice(0, 7).map((state) => ({ state, isToday: false })) },
    { label: 'Week 2', note: '12 Jan', cells: DAY_STATES.slice(7).map((state) => ({ state, isToday: false })) },
  ],
  legend: DAY_STATES.map((state) => ({ state, label: state })),
};
const chart: ChartPicture = {
  title: 'Load',
  points: [10, 12, 14].map((value) => ({ value, label: `${value} Jan` })),
  target: { value: 16, label: '20 Jan', name: 'next: 20 Jan' },
};
const picture = (more: Partial<ProgressPicture> = {}): ProgressPicture => ({
  title: 'The plan',
  note: '7 of 10 kept',
  charts: [],
  ...more,
});
const pixels = (more: Partial<ProgressPicture>) => pixelsOf(progressPng(picture(more)));

describe('letters', () => {
  it('have pixels, whatever fonts the machine has', () => {
    const title = { x: 32, y: 20, width: 300, height: 34 };
    const drawn = pixels({ title: 'Bent-over row', note: '' });
    expect(drawn.count(INK.text, title)).toBeGreaterThan(400);
    expect(pixels({ title: '', note: '' }).count(INK.text, title)).toBe(0);
    // Each letter has its own: other words are other pixels.
    expect(progressPng(picture({ title: 'Row' }))).not.toEqual(progressPng(picture({ title: 'Wor' })));
  });

  it('are as wide as the font says, have accents, and are question marks where the font lacks them', () => {
    expect(widthOf('10', 20)).toBeGreaterThan(15);
    expect(widthOf('10', 20)).toBeLessThan(30);
    expect(widthOf('é', 20)).toBeCloseTo(widthOf('e', 20), 1);
    const title = (text: string) => Buffer.from(progressPng(picture({ title: text })));
    expect(title('Rückenzug').equals(title('Ruckenzug'))).toBe(false);
    expect(title('Wiosłowanie').equals(title('Wios?owanie'))).toBe(false);
    expect(title('漕').equals(title('?'))).toBe(true);
  });

  it('are cut where they would run into others', () => {
    const drawn = pixels({ title: 'A move whose name is so long that it would never end '.repeat(3), note: '' });
    expect(drawn.count(INK.text, { x: 540, y: 10, width: 250, height: 50 })).toBe(0);
  });
});

describe('the calendar', () => {
  it('has each day’s colour where the day belongs', () => {
    const drawn = pixels({ calendar });
    for (const [index, state] of DAY_STATES.entries()) {
      const { x, y } = cellAt(FIRST, Math.floor(index / 7), index % 7);
      expect([state, drawn.at(x + 8, y + 15)]).toEqual([state, LOOKS[state].fill]);
    }
  });

  it('frames today', () => {
    const [row] = calendar.rows;
    const cells = row?.cells.map((cell, index) => ({ ...cell, isToday: index === 2 })) ?? [];
    const drawn = pixels({ calendar: { ...calendar, rows: [{ label: 'Week 1', note: '', cells }] } });
    const { x, y } = cellAt(FIRST, 0, 2);
    expect(drawn.at(x + 30, y - 3)).toBe(INK.text);
    expect(drawn.at(cellAt(FIRST, 0, 1).x + 30, y - 3)).toBe(INK.ground);
  });

  it('tells its marks apart without colour, never in red, and so that they can be seen', () => {
    const marks = DAY_STATES.map((state) => LOOKS[state].mark?.path ?? 'none');
    expect(new Set(marks).size).toBe(DAY_STATES.length);
    for (const state of DAY_STATES) {
      const { fill, stroke, mark } = LOOKS[state];
      // WCAG 2.2, 1.4.11: what is needed to understand a picture stands out 3 to 1.
      if (mark !== undefined) expect([state, contrast(mark.colour, fill) >= 3]).toEqual([state, true]);
      if (stroke !== undefined) expect([state, contrast(stroke, INK.ground) >= 3]).toEqual([state, true]);
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
      expect([state, red > 1.5 * Math.max(green, blue)]).toEqual([state, false]);
    }
    for (const colour of [INK.text, INK.quiet, INK.line, INK.aim]) {
      expect(contrast(colour, INK.ground)).toBeGreaterThan(4.5);
    }
  });
});

describe('a chart', () => {
  it('has a dot where each session stands, and a diamond for the next', () => {
    const drawn = pixels({ charts: [chart] });
    for (const index of [0, 1, 2]) {
      const { x, y } = pointAt(FIRST, chart, index);
      expect(drawn.at(x, y)).toBe(INK.line);
    }
    const aim = pointAt(FIRST, chart, 3);
    expect(drawn.at(aim.x, aim.y)).toBe(INK.ground);
    expect(
      drawn.count(INK.aim, { x: Math.floor(aim.x - 9), y: Math.floor(aim.y - 9), width: 18, height: 18 }),
    ).toBeGreaterThan(15);
    expect(pointAt(FIRST, chart, 2).y).toBeLessThan(pointAt(FIRST, chart, 0).y);
  });

  it('shows the latest sessions of many, and nothing where there are none', () => {
    const points = Array.from({ length: 90 }, (_, value) => ({ value, label: String(value) }));
    const all = { title: '', points };
    const latest = { title: '', points: points.slice(-MOST_POINTS) };
    expect(progressPng(picture({ charts: [all] }))).toEqual(progressPng(picture({ charts: [latest] })));
    expect(pixels({ charts: [{ title: 'Load', points: [] }] }).height).toBe(pixels({}).height);
  });

  it('names the steps of a scale that has names', () => {
    const bands = { title: '', points: [{ value: 1, label: 'a' }], names: ['yellow', 'red'] };
    const other = { ...bands, names: ['yellow', 'green'] };
    expect(progressPng(picture({ charts: [bands] }))).not.toEqual(progressPng(picture({ charts: [other] })));
    expect(
      pixels({ charts: [{ ...bands, points: [{ value: 0, label: 'a' }], names: ['red'] }] }).height,
    ).toBeGreaterThan(200);
  });
});

describe('a picture', () => {
  it('is the same bytes for the same values, 800 pixels wide', () => {
    const all = picture({ calendar, charts: [chart] });
    expect(Buffer.from(progressPng(all)).equals(Buffer.from(progressPng(structuredClone(all))))).toBe(true);
    expect(pixelsOf(progressPng(all)).width).toBe(800);
  });

  it('has a scale of round numbers around anything', () => {
    expect(ticksOf(0, 100)).toEqual([0, 25, 50, 75, 100]);
    expect(ticksOf(10, 14)).toEqual([10, 11, 12, 13, 14]);
    expect(ticksOf(8, 8)).toEqual([7, 8, 9]);
    expect(ticksOf(0, 0)).toEqual([0, 1]);
    expect(ticksOf(11.5, 12.5)).toEqual([11.5, 11.75, 12, 12.25, 12.5]);
    const amount = fc.integer({ min: 0, max: 4_000_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const ticks = ticksOf(low, high);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks[0]).toBeLessThanOrEqual(low);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high);
        expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
      }),
    );
  });
});
