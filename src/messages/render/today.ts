import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Day } from '../../coach/day.ts';
import type { Units } from '../../coach/load.ts';
import type { PlannedDay, RestDay, Session } from '../../coach/plan.ts';
import { movesIn } from '../../coach/training/session-moves.ts';
import type { Text } from '../en.ts';
import { button, card, divider, type MessageBody, row, words } from '../parts.ts';
import { circuitLines, doseOf, exerciseLine, personalLine } from './exercise.ts';
import { finishButton } from './finish.ts';
import { howToMenu } from './move.ts';

/** A member's own day, private to them. */
export type TodayView =
  | {
      readonly kind: 'session';
      readonly day: Day;
      readonly blockName: string;
      readonly session: Session;
      readonly done: boolean;
      /** The day counts for nobody in this server. */
      readonly isFree?: boolean;
      readonly units: Units;
      /** A session that they left open, to go on with. */
      readonly open?: OpenSession;
      readonly away?: Away;
    }
  | {
      readonly kind: 'rest';
      readonly day: Day;
      readonly blockName: string;
      readonly rest: RestDay;
      /** A missed day that ten minutes today would make good. */
      readonly repairable?: Day;
      readonly open?: OpenSession;
      readonly away?: Away;
    }
  | (Exclude<PlannedDay, { kind: 'session' | 'rest' }> & {
      readonly open?: OpenSession;
      /** Of the pause under way: the day on which it began. */
      readonly resume?: Day;
      /** Of a plan that is over: its enrolment. */
      readonly finished?: number;
    });

export interface OpenSession {
  /** What its buttons hand back. */
  readonly ref: string;
  readonly day: Day;
  readonly sets: number;
}

/** How long somebody was away who is back today. */
export interface Away {
  readonly days: number;
  /** The plan went back today; this is the week that it would be in. */
  readonly insteadOfWeek?: number;
}

export function todayCard(text: Text, view: TodayView): MessageBody {
  switch (view.kind) {
    case 'session':
      return card('train', ...sessionParts(text, view));
    case 'rest':
      return card('rest', ...restParts(text, view));
    case 'before':
      return card('plain', words(text.today.before(view.startsOn)));
    case 'paused':
    case 'finished':
    case 'left':
      return card(
        'plain',
        words(text.today[view.kind], openLine(text, view.open)),
        ...(view.open === undefined ? [] : [row(...openButtons(text, view.open))]),
        ...(view.finished === undefined ? [] : [row(finishButton(text, String(view.finished)))]),
        ...(view.resume === undefined ? [] : [row(button('resume', view.resume, text.pause.resumeButton))]),
      );
  }
}

function sessionParts(text: Text, view: Extract<TodayView, { kind: 'session' }>): APIComponentInContainer[] {
  const { session } = view;
  const { today } = text;
  const brief = (exercises: Session['warmUp']) =>
    exercises.map((exercise) => `${exercise.move.name} ${doseOf(text, exercise)}`).join(' · ');
  return [
    words(
      today.session(session.week, view.blockName, session.name),
      counts(session)
        ? today.doseHint(session.repsInReserve, session.orMore ?? false, session.minutes)
        : today.minutesHint(session.minutes),
      session.retest ? today.retest : undefined,
      session.light ? today.light : undefined,
      view.isFree ? today.free : undefined,
      ...awayLines(text, view.away, session.week),
    ),
    divider(),
    words(
      `**${today.warmUp}**`,
      brief(session.warmUp),
      '',
      `**${today.main}**`,
      ...session.main.map((exercise) => personalLine(text, view.units, exercise)),
      ...(session.circuit === undefined ? [] : ['', ...circuitLines(text, session.circuit)]),
      '',
      `**${today.coolDown}**`,
      brief(session.coolDown),
    ),
    divider(),
    words(view.done ? today.done : undefined, openLine(text, view.open), today.stopSigns),
    ...sessionButtons(text, view),
    howToMenu(text, movesIn(session)),
  ];
}

/** Repetitions left in reserve are for moves that are counted and grow. */
function counts({ main }: Session): boolean {
  return main.some(({ move, reps }) => reps !== undefined && move.role !== 'mobility');
}

function sessionButtons(
  text: Text,
  { day, done, open, away }: Extract<TodayView, { kind: 'session' }>,
): APIComponentInContainer[] {
  const { training: t } = text;
  const argument = `day.${day}`;
  const stay = stayButton(text, away);
  if (open !== undefined) return [row(...openButtons(text, open), ...stay)];
  if (done) return stay.length === 0 ? [] : [row(...stay)];
  return [
    row(
      button('start', argument, t.startButton, 'main'),
      button('floor', argument, t.floorButton),
      button('done', argument, text.today.doneButton, 'good'),
      button('swap', argument, t.swapButton),
    ),
    ...(stay.length === 0 ? [] : [row(...stay)]),
  ];
}

function openLine(text: Text, open: OpenSession | undefined): string | undefined {
  return open && text.training.openLine(open.day, open.sets);
}

function openButtons(text: Text, { ref, sets }: OpenSession) {
  const { training: t } = text;
  return [
    button('continue', ref, t.continueButton, 'main'),
    ...(sets === 0 ? [] : [button('log-open', ref, t.logOpenButton, 'good')]),
    button('drop', ref, t.dropButton),
  ];
}

/** From so many days off on, loads are lighter, and a welcome is due. */
const AWAY_DAYS = 8;

function awayLines(text: Text, away: Away | undefined, week: number): string[] {
  if (away === undefined || away.days < AWAY_DAYS) return [];
  const { today } = text;
  return [today.away(away.days), ...(away.insteadOfWeek === undefined ? [] : [today.wentBack(week)])];
}

function stayButton(text: Text, away: Away | undefined) {
  if (away?.insteadOfWeek === undefined) return [];
  return [button('stay-on', String(away.insteadOfWeek), text.today.stayButton(away.insteadOfWeek))];
}

function restParts(text: Text, view: Extract<TodayView, { kind: 'rest' }>): APIComponentInContainer[] {
  const { today, training: t } = text;
  const { rest, day, repairable, open, away } = view;
  const { idea, tip, week } = rest;
  const stay = stayButton(text, away);
  const repair = repairable === undefined ? [] : [button('floor', `day.${day}`, t.floorButton, 'main')];
  const buttons = [...(open === undefined ? repair : openButtons(text, open)), ...stay];
  return [
    words(today.rest(week, view.blockName), today.restWords, ...awayLines(text, away, week)),
    divider(),
    words(`**${today.idea}**`, exerciseLine(text, idea), `-# ${idea.move.cue}`),
    divider(),
    words(
      today.tip(tip.title, tip.text),
      open === undefined && repairable !== undefined ? today.repairable(repairable) : undefined,
      openLine(text, open),
    ),
    ...(buttons.length === 0 ? [] : [row(...buttons)]),
  ];
}
