import { dayFromNumber, type Instant, WEEKDAYS, weekdayNames } from './day.ts';

type Cell = string | number | null;
/** A row of a table, column by column. */
export type MyRow = Readonly<Record<string, Cell>>;

/** How a cell is kept, where a person would not read it so. */
type Form = 'day' | 'instant' | 'flag' | 'weekdays' | 'json' | 'kilograms';

/**
 * What is kept of a person, in parts: each is a table, or what of it tells of them. A column that is not named here is
 * given as it is kept; none is left out.
 */
const FORMS = {
  profile: {
    created_at: 'instant',
    clock_changed_at: 'instant',
    share_milestones: 'flag',
    on_leaderboard: 'flag',
    hide_body: 'flag',
    remind_workout: 'flag',
    remind_sleep: 'flag',
    weekly_review: 'flag',
    left_server_at: 'instant',
    seen_at: 'instant',
    asked_at: 'instant',
  },
  kit: {},
  loadSteps: { grams: 'kilograms' },
  loads: { grams: 'kilograms' },
  bands: {},
  swaps: { from_day: 'day', to_day: 'day' },
  enrolments: { enrolled_at: 'instant', starts_on: 'day', left_on: 'day', ended_at: 'instant' },
  terms: { from_day: 'day', training_days: 'weekdays' },
  pauses: { from_day: 'day', to_day: 'day' },
  repeats: { from_day: 'day' },
  checkIns: { day: 'day', made_at: 'instant', undone_at: 'instant', repairs: 'day' },
  sets: { load_grams: 'kilograms', held: 'flag' },
  guidedSessions: { day: 'day', started_at: 'instant', ended_at: 'instant', plan: 'json' },
  guidedSteps: { at: 'instant', step: 'json' },
  milestones: { day: 'day' },
  reminders: { next_day: 'day', next_at: 'instant' },
  messages: {
    day: 'day',
    due_at: 'instant',
    expires_at: 'instant',
    retry_at: 'instant',
    claimed_at: 'instant',
    sent_at: 'instant',
    answered_at: 'instant',
  },
  mentions: { day: 'day' },
  directMessages: { opened_at: 'instant', refused_at: 'instant', told: 'flag' },
  alerts: { alerted_for: 'instant' },
} as const satisfies Record<string, Readonly<Record<string, Form>>>;

export type MyPart = keyof typeof FORMS;
export const MY_PARTS = Object.keys(FORMS) as readonly MyPart[];
export type MyRows = Readonly<Record<MyPart, readonly MyRow[]>>;

/** How many rows each part has, and all of them. */
export type MyCounts = Readonly<Record<MyPart, number>> & { readonly all: number };

export function countsOf(rows: MyRows): MyCounts {
  const counts = Object.fromEntries(MY_PARTS.map((part) => [part, rows[part].length])) as Record<MyPart, number>;
  return { ...counts, all: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}

export interface Export {
  readonly rows: MyRows;
  readonly now: Instant;
  /** What the whole is, and what each part is, in the member's language. */
  readonly words: { readonly about: string; readonly parts: Readonly<Record<MyPart, string>> };
}

/** Everything, as indented JSON: each part with what it is and its rows. */
export function exportJson({ rows, now, words }: Export): string {
  const parts = MY_PARTS.map((part) => [
    part,
    { about: words.parts[part], rows: rows[part].map((row) => readable(part, row)) },
  ]);
  const whole = { about: words.about, exportedAt: isoOf(now), ...Object.fromEntries(parts) };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** The columns of the table of check-ins, and those of a set. */
const CHECK_IN = 'id day kind made_at undone_at size effort repairs hours glasses note replaces'.split(' ');
const SET = 'move_id set_no reps seconds load_grams band variation held'.split(' ');

/**
 * The check-ins as a table with a header, by their day: a line for each set, and one for each check-in that has none.
 * RFC 4180.
 */
export function exportCsv({ checkIns, sets }: MyRows): string {
  const byDay = [...checkIns].sort((a, b) => number(a['day']) - number(b['day']) || number(a['id']) - number(b['id']));
  const lines = byDay.flatMap((checkIn) => {
    const its = sets.filter((set) => set['check_in_id'] === checkIn['id']);
    const first = CHECK_IN.map((column) => value('checkIns', column, checkIn[column] ?? null));
    return (its.length === 0 ? [undefined] : its).map((set) => [
      ...first,
      ...SET.map((column) => (set === undefined ? null : value('sets', column, set[column] ?? null))),
    ]);
  });
  const header = [...CHECK_IN.map((column) => nameOf('checkIns', column)), ...SET.map((name) => nameOf('sets', name))];
  return [header, ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

function readable(part: MyPart, row: MyRow): Record<string, unknown> {
  const cells = Object.entries(row).map(([column, cell]) => [nameOf(part, column), value(part, column, cell)]);
  return Object.fromEntries(cells);
}

function formOf(part: MyPart, column: string): Form | undefined {
  const forms: Readonly<Record<string, Form>> = FORMS[part];
  return forms[column];
}

/** `training_days` is `trainingDays`; what is kept in grams is told in kilograms. */
function nameOf(part: MyPart, column: string): string {
  const name = formOf(part, column) === 'kilograms' ? column.replace('grams', 'kg') : column;
  return name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function value(part: MyPart, column: string, cell: Cell): unknown {
  const form = formOf(part, column);
  if (cell === null || form === undefined) return cell;
  if (form === 'json') return JSON.parse(String(cell));
  const figure = number(cell);
  switch (form) {
    case 'day':
      return dayFromNumber(figure);
    case 'instant':
      return isoOf(figure);
    case 'flag':
      return figure === 1;
    case 'kilograms':
      return figure / 1000;
    case 'weekdays':
      return weekdayNames().filter((_, index) => (figure & (1 << ((WEEKDAYS[index] ?? 1) - 1))) !== 0);
  }
}

function isoOf(instant: Instant): string {
  return new Date(instant).toISOString();
}

function number(cell: Cell | undefined): number {
  return Number(cell ?? 0);
}

/** Quoted where it has to be. */
function field(cell: unknown): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
