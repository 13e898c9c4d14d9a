import type { Programme } from './content.ts';
import { addDays, type Day, daysBetween, daysFrom } from './day.ts';
import type { MemberFile } from './member.ts';
import { isPaused } from './plan-days.ts';
import { lastPlannedDay, plannedSessions, weekOf } from './programme.ts';
import type { Standing } from './streak.ts';

/** What a day of a plan came to, or is to come to. `open` is today's session, `ahead` one still to come. */
export const DAY_STATES = [
  'kept',
  'repaired',
  'extra',
  'frozen',
  'excused',
  'missed',
  'open',
  'ahead',
  'paused',
  'rest',
] as const;
export type DayState = (typeof DAY_STATES)[number];

export interface CalendarDay {
  readonly day: Day;
  readonly state: DayState;
}

/** Seven days in a row, beginning on the weekday on which the plan did. */
export interface CalendarRow {
  readonly from: Day;
  /** Days after the plan's end are left out. */
  readonly days: readonly CalendarDay[];
  /** The week of the plan that its first day is in that no pause has; absent of a row that is all pause. */
  readonly week?: number;
  /** How many weeks it stands for: more than one where a long pause is told in one row. */
  readonly weeks: number;
}

export interface Calendar {
  readonly rows: readonly CalendarRow[];
  readonly today: Day;
}

const ROW = 7;
/** More rows than twelve weeks, their repeats and pauses ever take; of more, those around today are shown. */
const MOST_ROWS = 24;

/** The present plan, day by day. Where a pause has no end, it goes as far as is known. */
export function calendarOf(
  programme: Programme,
  file: Pick<MemberFile, 'enrolment' | 'frozenDays'>,
  { ledger }: Pick<Standing, 'ledger'>,
  today: Day,
): Calendar {
  const { enrolment, frozenDays } = file;
  const planned = new Set(plannedSessions(programme, enrolment, LAST).map(({ day }) => day));
  const happened = new Map<Day, DayState>();
  for (const { day, event } of ledger) {
    if (event === 'paused' || event === 'freeze-earned') continue;
    // A second workout on the day of a planned one changes nothing of that.
    if (event !== 'extra' || !happened.has(day)) happened.set(day, event);
  }
  const stateOf = (day: Day): DayState => {
    const known = happened.get(day);
    if (known !== undefined) return known;
    if (isPaused(enrolment, day)) return 'paused';
    if (!planned.has(day)) return 'rest';
    return frozenDays?.has(day) ? 'excused' : 'ahead';
  };
  const days = daysFrom(enrolment.startsOn, lastDay(programme, file, today)).map((day) => ({
    day,
    state: stateOf(day),
  }));
  const rows = Array.from({ length: Math.ceil(days.length / ROW) }, (_, index): CalendarRow => {
    const ofRow = days.slice(index * ROW, (index + 1) * ROW);
    const going = ofRow.find(({ day }) => !isPaused(enrolment, day))?.day;
    const week = going && weekOf(programme, enrolment, going);
    const from = addDays(enrolment.startsOn, index * ROW);
    return { from, days: ofRow, weeks: 1, ...(week !== undefined && { week }) };
  });
  return { rows: around(today, together(rows)), today };
}

/** Later than any plan. */
const LAST = '9999-12-31' as Day;

function lastDay(programme: Programme, { enrolment }: Pick<MemberFile, 'enrolment'>, today: Day): Day {
  const known = lastPlannedDay(programme, enrolment);
  if (known !== undefined) return known;
  const pause = enrolment.pauses.find(({ to }) => to === undefined)?.from ?? today;
  const latest = today > pause ? today : pause;
  if (latest < enrolment.startsOn) return addDays(enrolment.startsOn, ROW - 1);
  return addDays(latest, ROW - 1 - (daysBetween(enrolment.startsOn, latest) % ROW));
}

/** Weeks in a row that are all pause are one row. */
function together(rows: readonly CalendarRow[]): CalendarRow[] {
  const shown: CalendarRow[] = [];
  for (const row of rows) {
    const last = shown.at(-1);
    const isStill = ({ days }: CalendarRow) => days.every(({ state }) => state === 'paused');
    if (last !== undefined && isStill(row) && isStill(last))
      shown[shown.length - 1] = { ...last, weeks: last.weeks + 1 };
    else shown.push(row);
  }
  return shown;
}

function around(today: Day, rows: readonly CalendarRow[]): readonly CalendarRow[] {
  const now = rows.findLastIndex(({ from }) => from <= today);
  const first = Math.max(0, Math.min(now - MOST_ROWS / 2, rows.length - MOST_ROWS));
  return rows.slice(first, first + MOST_ROWS);
}
