import type { Calendar, DayState } from '../../coach/calendar.ts';
import { addDays, type Day, daysBetween, weekdayOf } from '../../coach/day.ts';
import type { ConsistencyPoint } from '../../coach/progress.ts';
import type { Standing } from '../../coach/streak.ts';
import type { Text } from '../en.ts';
import { button, card, type MessageBody, menu, type Option, pictureShown, row, words } from '../parts.ts';

/** A picture that was drawn, and what it shows in words. */
export interface Drawn {
  readonly png: Uint8Array;
  readonly alt: string;
}

/** What a plan came to, as far as it has come. */
export interface PlanProgress {
  readonly calendar: Calendar;
  readonly standing: Standing;
  readonly consistency: readonly ConsistencyPoint[];
}

const FILE = 'progress.png';
/** Discord's limit for what a picture shows in words. */
const ALT_LENGTH = 1024;

/** What is drawn of the plan; the consistency is for the member alone. */
export function planPicture(text: Text, { calendar, standing, consistency }: PlanProgress, isShared: boolean) {
  const { picture: t } = text.progress;
  const states = new Set(calendar.rows.flatMap(({ days }) => days.map(({ state }) => state)));
  const course = {
    title: t.consistency,
    points: consistency.map(({ day, share }) => ({ value: percent(share), label: t.day(day) })),
    scale: [0, 100] as const,
    suffix: '%',
  };
  return {
    title: t.title,
    note: t.keptOf(standing.keptSessions, standing.dueSessions),
    calendar: {
      weekdays: weekdaysOf(text, calendar),
      rows: calendar.rows.map(({ from, days, week, weeks }) => ({
        label: week === undefined ? t.pause(weeks) : t.week(week),
        note: t.day(from),
        cells: days.map(({ day, state }) => ({ state, isToday: isIn(calendar.today, day, weeks) })),
      })),
      legend: SHOWN.filter((state) => states.has(state)).map((state) => ({ state, label: t.legend[state] })),
    },
    charts: isShared ? [] : [course],
  };
}

/** Whether that day is `day`, or so many weeks after it that the row still stands for it. */
function isIn(that: Day, day: Day, weeks: number): boolean {
  const later = daysBetween(day, that);
  return later >= 0 && later < 7 * weeks && later % 7 === 0;
}

/** In the order of the legend, and of what is told in words. */
const SHOWN: readonly DayState[] = [
  'kept',
  'repaired',
  'extra',
  'frozen',
  'missed',
  'open',
  'ahead',
  'rest',
  'paused',
  'excused',
];

function weekdaysOf(text: Text, { rows, today }: Calendar): string[] {
  const first = rows[0]?.from ?? today;
  return Array.from({ length: 7 }, (_, index) => text.progress.picture.weekdays[weekdayOf(addDays(first, index))]);
}

/** The same in words, with the numbers. */
export function planAlt(text: Text, { calendar, consistency }: PlanProgress, isShared: boolean): string {
  const { alt: t } = text.progress;
  const days = calendar.rows.flatMap((row) => row.days);
  const [first, last] = [days[0]?.day ?? calendar.today, days.at(-1)?.day ?? calendar.today];
  const daysOf = (state: DayState) =>
    calendar.rows.reduce((sum, row) => sum + row.weeks * row.days.filter((day) => day.state === state).length, 0);
  const counts = SHOWN.flatMap((state) => (state === 'rest' ? [] : [[state, daysOf(state)] as const]));
  const sentences = [
    t.calendar(
      first,
      last,
      counts.filter(([, count]) => count > 0),
    ),
  ];
  const [begun, ended] = [consistency[0], consistency.at(-1)];
  if (!isShared && begun !== undefined && ended !== undefined) {
    sentences.push(t.consistency(consistency.length, percent(ended.share), percent(begun.share)));
  }
  return sentences.join(' ').slice(0, ALT_LENGTH);
}

/** The plan, for the member alone. `moves` are those to choose from, the one logged last first. */
export function progressCard(
  text: Text,
  { standing }: PlanProgress,
  drawn: Drawn,
  moves: readonly Option[],
): MessageBody {
  const { progress: t } = text;
  const { keptSessions, dueSessions, consistency } = standing;
  return withPicture(text, drawn, moves, [t.title, t.sessions(keptSessions, dueSessions, percent(consistency))]);
}

/** The same with these lines of words instead. */
export function withPicture(
  text: Text,
  drawn: Drawn,
  moves: readonly Option[],
  lines: readonly (string | undefined)[],
): MessageBody {
  const { progress: t } = text;
  return pictured(
    drawn,
    card(
      'train',
      words(...lines),
      pictureShown(FILE, drawn.alt),
      words(t.private),
      ...(moves.length === 0 ? [] : [menu('progress-move', NOW, t.menu, moves)]),
      row(button('progress-calendar', NOW, t.calendarButton), button('progress-show', NOW, t.showButton)),
    ),
  );
}

/** The buttons draw what is so when they are pressed. */
const NOW = 'now';

/** For everybody in the channel. The member is named and not pinged. */
export function progressPost(text: Text, { standing }: PlanProgress, userId: string, drawn: Drawn): MessageBody {
  const { keptSessions, dueSessions } = standing;
  const line = text.progress.shared(`<@${userId}>`, keptSessions, dueSessions);
  return pictured(drawn, card('train', words(line), pictureShown(FILE, drawn.alt)));
}

/** Words where there is nothing to draw. A picture that stood there goes. */
export function noProgress(line: string): MessageBody {
  return { ...card('plain', words(line)), files: [] };
}

function pictured({ png, alt }: Drawn, body: MessageBody): MessageBody {
  return { ...body, files: [{ name: FILE, type: 'image/png', content: png, alt }] };
}

function percent(share: number): number {
  return Math.round(share * 100);
}

export function dayLabel(text: Text, day: Day): string {
  return text.progress.picture.day(day);
}
