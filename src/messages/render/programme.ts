import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Move, Range } from '../../coach/content.ts';
import type { Day } from '../../coach/day.ts';
import type { Units } from '../../coach/load.ts';
import type { SetDone } from '../../coach/performance.ts';
import type { Session } from '../../coach/plan.ts';
import type { SessionStatus } from '../en/programme.ts';
import type { Text } from '../en.ts';
import { button, card, divider, type MessageBody, menu, row, words } from '../parts.ts';
import { circuitLines, personalLine } from './exercise.ts';
import { setsText } from './load.ts';
import { askedText } from './short-exercise.ts';

/** A week in one line. */
export interface WeekSummary {
  readonly week: number;
  readonly blockName: string;
  readonly repsInReserve: Range;
  readonly orMore: boolean;
  /** Of each strength move; in a lighter week, `share` of them. */
  readonly sets: number;
  readonly share?: number;
  /** How many sessions a circuit closes, and its rounds; absent where there is none. */
  readonly circuits?: number;
  readonly rounds?: number;
  readonly retest: boolean;
  /** Of its first and its last session. */
  readonly dates?: { readonly first: Day; readonly last: Day };
  /** The plan went back to it. */
  readonly isAgain: boolean;
  readonly isNow: boolean;
  /** Nobody knows when the plan comes to it: it is paused until further notice. */
  readonly isDateOpen: boolean;
}

export interface ProgrammeView {
  readonly name: string;
  readonly weeks: readonly WeekSummary[];
  /** For somebody who is not in the plan: as written for so many days a week. */
  readonly asWrittenDays?: number;
  readonly standing?: { readonly kind: 'before'; readonly startsOn: Day } | { readonly kind: 'paused' | 'finished' };
}

export interface SessionView {
  readonly session: Session;
  /** Absent where nobody knows it. */
  readonly day?: Day;
  /** Absent while it is still to come. */
  readonly status?: SessionStatus;
  /** What was logged on its day, by move. */
  readonly did: readonly { readonly move: Move; readonly sets: readonly SetDone[] }[];
}

export interface WeekView {
  readonly summary: WeekSummary;
  readonly about: string;
  readonly sessions: readonly SessionView[];
  /** The index of the session that is shown in full. */
  readonly chosen: number;
  /** Sessions of this week from before the plan went back to it. */
  readonly earlier: readonly { readonly day: Day; readonly status: SessionStatus }[];
  /** Some of it is later than today. */
  readonly isStillToCome: boolean;
  readonly units: Units;
  readonly previous?: number;
  readonly next?: number;
  readonly asWrittenDays?: number;
}

/** All weeks, with a menu of them. */
export function programmeCard(text: Text, view: ProgrammeView): MessageBody {
  const { programme: t } = text;
  const options = view.weeks.map((week) => ({
    label: t.menuLine(week.week, week.blockName),
    value: String(week.week),
    description: [...datesOf(text, week), ...(week.isNow ? [t.here] : [])].join(' · '),
  }));
  return card(
    'train',
    words(
      t.title(view.name),
      view.asWrittenDays === undefined ? undefined : t.asWritten(view.asWrittenDays),
      standingLine(text, view.standing),
    ),
    divider(),
    words(...view.weeks.flatMap((week, index) => weekLines(text, week, view.weeks[index - 1]))),
    menu(
      'programme-pick',
      'weeks',
      t.menu,
      options.map(({ description, ...option }) => ({ ...option, ...(description !== '' && { description }) })),
    ),
  );
}

function standingLine(text: Text, standing: ProgrammeView['standing']): string | undefined {
  if (standing === undefined) return undefined;
  return standing.kind === 'before' ? text.today.before(standing.startsOn) : text.today[standing.kind];
}

/** A week's line, under a heading where another block begins. */
function weekLines(text: Text, week: WeekSummary, before: WeekSummary | undefined): string[] {
  const { programme: t } = text;
  const heading = ({ blockName, repsInReserve, orMore }: WeekSummary) => t.block(blockName, repsInReserve, orMore);
  const isSame = before !== undefined && heading(before) === heading(week);
  const line = [t.week(week.week, week.isNow), ...datesOf(text, week), ...asksOf(text, week)].join(' · ');
  return isSame ? [line] : [...(before === undefined ? [] : ['']), heading(week), line];
}

function datesOf({ programme: t }: Text, { dates, isAgain, isDateOpen }: WeekSummary): string[] {
  if (isDateOpen) return [t.noDates];
  if (dates === undefined) return [];
  const told = t.dates(dates.first, dates.last);
  return [isAgain ? t.again(told) : told];
}

function asksOf({ programme: t }: Text, { sets, share, circuits = 0, rounds = 0, retest }: WeekSummary): string[] {
  return [
    share === undefined ? t.sets(sets) : t.lighterSets(share),
    ...(circuits === 0 ? [] : [t.circuits(circuits, rounds)]),
    ...(retest ? [t.retest] : []),
  ];
}

/** One week: a session of it in full, the others in a line each, and the way to other weeks. */
export function weekCard(text: Text, view: WeekView): MessageBody {
  const { programme: t } = text;
  const { summary, sessions, chosen, earlier, previous, next } = view;
  const facts = [...datesOf(text, summary), ...(summary.isNow ? [t.here] : []), ...asksOf(text, summary)];
  return card(
    'train',
    words(
      t.weekTitle(summary.week, summary.blockName),
      view.asWrittenDays === undefined ? undefined : t.asWritten(view.asWrittenDays),
      facts.join(' · '),
      view.about,
      t.reserve(summary.repsInReserve, summary.orMore),
      summary.retest ? t.retestWords : undefined,
    ),
    divider(),
    ...(sessions.length === 0 ? [words(t.empty)] : []),
    ...sessions.map((session, index) => words(...sessionLines(text, view, session, index))),
    ...footOf(text, view, earlier),
    ...(sessions.length < 2
      ? []
      : [menu('programme-session', String(summary.week), t.sessionMenu, sessionOptions(text, sessions, chosen))]),
    row(
      ...(previous === undefined ? [] : [button('programme-week', String(previous), t.previousButton(previous))]),
      ...(next === undefined ? [] : [button('programme-week', String(next), t.nextButton(next))]),
      button('programme-all', 'weeks', t.allButton),
    ),
  );
}

function footOf(text: Text, view: WeekView, earlier: WeekView['earlier']): APIComponentInContainer[] {
  const { programme: t } = text;
  const before = earlier.map(({ day, status }) => t.sessionStatus(day, t.status[status]));
  const lines = [...(before.length === 0 ? [] : [t.earlier(before)]), ...(view.isStillToCome ? [t.asItStands] : [])];
  return lines.length === 0 ? [] : [words(...lines)];
}

function sessionLines(text: Text, { units, chosen }: WeekView, view: SessionView, index: number): string[] {
  const { programme: t } = text;
  const { session, status, did } = view;
  const about = [
    ...(status === undefined ? [] : [t.status[status]]),
    ...(session.light ? [t.lightDay] : []),
    ...(isOver(status) ? [] : [t.minutes(session.minutes)]),
  ];
  const title = t.session(whenOf(text, view, index), session.name, about);
  if (did.length > 0) {
    const sets = did.map(({ move, sets }) => ({ name: move.name, sets: setsText(text, units, move, sets) }));
    if (index !== chosen) return [title, t.brief(sets.map((one) => `${one.name} ${one.sets}`))];
    return [title, ...sets.map((one) => t.didLine(one.name, one.sets))];
  }
  if (index !== chosen) return [title, t.brief(briefOf(text, units, session))];
  return [
    title,
    ...(session.light ? [t.lightWords(session.repsInReserve, session.orMore ?? false)] : []),
    ...session.main.map((exercise) => personalLine(text, units, exercise)),
    ...(session.circuit === undefined ? [] : circuitLines(text, session.circuit)),
  ];
}

function isOver(status: SessionStatus | undefined): boolean {
  return status !== undefined && status !== 'today';
}

function briefOf(text: Text, units: Units, { main, circuit }: Session): string[] {
  const moves = main.map((exercise) => `${exercise.move.name} ${askedText(text, units, exercise)}`);
  return circuit === undefined ? moves : [...moves, text.programme.rounds(circuit.rounds)];
}

function whenOf(text: Text, { day }: SessionView, index: number): string {
  return day === undefined ? text.programme.number(index + 1) : text.programme.dates(day, day);
}

function sessionOptions(text: Text, sessions: readonly SessionView[], chosen: number) {
  const { programme: t } = text;
  return sessions.flatMap((view, index) => {
    if (index === chosen) return [];
    const { session, status } = view;
    const label = t.sessionChoice(whenOf(text, view, index), session.name);
    const description = isOver(status) && status !== undefined ? t.status[status] : t.minutes(session.minutes);
    return [{ label, value: String(index), description }];
  });
}
