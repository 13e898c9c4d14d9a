import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Day } from '../../coach/day.ts';
import type { PlannedDay, RestDay, Session } from '../../coach/plan.ts';
import type { Text } from '../en.ts';
import { button, card, divider, type MessageBody, row, words } from '../parts.ts';
import { circuitLines, doseOf, exerciseLine } from './exercise.ts';

/** A member's own day, private to them. */
export type TodayView =
  | {
      readonly kind: 'session';
      readonly day: Day;
      readonly blockName: string;
      readonly session: Session;
      readonly done: boolean;
    }
  | { readonly kind: 'rest'; readonly blockName: string; readonly rest: RestDay }
  | Exclude<PlannedDay, { kind: 'session' | 'rest' }>;

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
      return card('plain', words(text.today[view.kind]));
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
      today.doseHint(session.repsInReserve, session.orMore ?? false, session.minutes),
      session.retest ? today.retest : undefined,
      session.light ? today.light : undefined,
    ),
    divider(),
    words(
      `**${today.warmUp}**`,
      brief(session.warmUp),
      '',
      `**${today.main}**`,
      ...session.main.map((exercise) => exerciseLine(text, exercise)),
      ...(session.circuit === undefined ? [] : ['', ...circuitLines(text, session.circuit)]),
      '',
      `**${today.coolDown}**`,
      brief(session.coolDown),
    ),
    divider(),
    words(view.done ? today.done : undefined, today.stopSigns),
    ...(view.done ? [] : [row(button('done', `day.${view.day}`, today.doneButton, 'good'))]),
  ];
}

function restParts(text: Text, view: Extract<TodayView, { kind: 'rest' }>): APIComponentInContainer[] {
  const { today } = text;
  const { idea, tip, week } = view.rest;
  return [
    words(today.rest(week, view.blockName), today.restWords),
    divider(),
    words(`**${today.idea}**`, exerciseLine(text, idea), `-# ${idea.move.cue}`),
    divider(),
    words(today.tip(tip.title, tip.text)),
  ];
}
