import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, type DayState } from '../../src/coach/calendar.ts';
import { standingFor } from '../../src/coach/check-in.ts';
import { addDays, type Day, day } from '../../src/coach/day.ts';
import type { Enrolment, Workout } from '../../src/coach/member.ts';
import { anyMember, enrolled, START } from './plan-people.ts';
import { content } from './training-plans.ts';

const { programme } = content;

const workout = (on: string, repairs?: string): Workout => ({
  id: 1,
  day: day(on),
  madeAt: 0,
  size: repairs === undefined ? 'full' : 'floor',
  ...(repairs !== undefined && { repairs: day(repairs) }),
});

const drawn = (enrolment: Enrolment, workouts: readonly Workout[], today: Day, frozenDays?: ReadonlySet<Day>) => {
  const file = { enrolment, workouts, ...(frozenDays && { frozenDays }) };
  const standing = standingFor(programme, file, today);
  return { standing, calendar: calendarOf(programme, file, standing, today) };
};

/** A letter a day, a line a row. */
const LETTERS: Readonly<Record<DayState, string>> = {
  kept: 'K',
  repaired: 'R',
  extra: 'X',
  frozen: 'F',
  excused: 'E',
  missed: 'm',
  open: 'O',
  ahead: 'a',
  paused: 'p',
  rest: '.',
};
const lines = ({ calendar }: ReturnType<typeof drawn>) =>
  calendar.rows.map(({ days }) => days.map(({ state }) => LETTERS[state]).join(''));

describe('the calendar of a plan', () => {
  it('says of each day what it came to, and of those to come what is planned', () => {
    const done = [
      workout('2026-01-05'),
      workout('2026-01-05'),
      workout('2026-01-08', '2026-01-07'),
      workout('2026-01-10'),
    ];
    const frozenDays = new Set([day('2026-01-21'), day('2026-01-20')]);
    const seen = drawn(enrolled(), done, day('2026-01-19'), frozenDays);
    expect(lines(seen).slice(0, 4)).toEqual(['K.R.FX.', 'F.m.m..', 'O.E.a..', 'a.a.a..']);
    expect(seen.calendar.rows.map(({ week }) => week)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(lines(seen).every((line) => line.length === 7)).toBe(true);
  });

  it('begins its rows on the day on which the plan began', () => {
    const { calendar } = drawn(enrolled({ startsOn: day('2026-01-08') }), [], day('2026-01-08'));
    expect(calendar.rows.slice(0, 2).map(({ from, week }) => [from, week])).toEqual([
      ['2026-01-08', 1],
      ['2026-01-15', 2],
    ]);
  });

  it('goes on where a pause ends, tells many weeks of pause in one row, and ends with the plan', () => {
    const pauses = [{ from: day('2026-01-14'), to: day('2026-02-10') }];
    const seen = drawn(enrolled({ pauses }), [workout('2026-01-12')], day('2026-01-13'));
    expect(lines(seen).slice(0, 4)).toEqual(['m.m.m..', 'K.ppppp', 'ppppppp', 'pp'.concat('a.a..')]);
    expect(seen.calendar.rows.slice(1, 5).map(({ week, weeks }) => [week, weeks])).toEqual([
      [2, 1],
      [undefined, 3],
      [2, 1],
      [3, 1],
    ]);
    expect(seen.calendar.rows.at(-1)?.days.at(-1)?.day).toBe('2026-04-26');
  });

  it('goes to the end of the week that a pause without an end begins in', () => {
    const seen = drawn(enrolled({ pauses: [{ from: day('2026-01-09') }] }), [], day('2026-01-08'));
    expect(lines(seen)).toEqual(['m.m.ppp']);
  });

  it('adds up to the standing, day after day without a gap, whatever a plan went through', () => {
    fc.assert(
      fc.property(
        anyMember,
        fc.array(fc.record({ after: fc.integer({ min: -9, max: 130 }), repairs: fc.constantFrom(0, 0, 1, 2) }), {
          maxLength: 40,
        }),
        fc.integer({ min: -9, max: 200 }),
        ({ leftOn: _, ...enrolment }, done, after) => {
          const workouts = done.map((each, id): Workout => {
            const on = addDays(enrolment.startsOn, each.after);
            const repairs = each.repairs === 0 ? {} : { repairs: addDays(on, -each.repairs) };
            return { id, day: on, madeAt: 0, size: 'floor', ...repairs };
          });
          const { calendar, standing } = drawn(enrolment, workouts, addDays(enrolment.startsOn, after));
          const days = calendar.rows.flatMap((row) => row.days);
          const times = (...states: DayState[]) => days.filter(({ state }) => states.includes(state)).length;
          expect(times('kept', 'repaired')).toBe(standing.keptSessions);
          expect(times('missed', 'frozen')).toBe(standing.dueSessions - standing.keptSessions);
          expect(times('open')).toBe(standing.openToday ? 1 : 0);
          expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
          for (const [index, row] of calendar.rows.entries()) {
            expect(row.days[0]?.day).toBe(row.from);
            const next = calendar.rows[index + 1];
            if (next !== undefined) expect(next.from).toBe(addDays(row.from, 7 * row.weeks));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('shows the weeks around today of a plan with more pauses than there is room for', () => {
    const pauses = Array.from({ length: 40 }, (_, index) => {
      const from = addDays(START, 14 * index + 1);
      return { from, to: addDays(from, 8) };
    });
    const today = addDays(START, 200);
    const { calendar } = drawn(enrolled({ pauses }), [], today);
    expect(calendar.rows.length).toBe(24);
    expect(calendar.rows.some(({ days }) => days.some((each) => each.day === today))).toBe(true);
  });
});
