import {
  type APIComponentInContainer,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Move } from '../../coach/content.ts';
import type { Day } from '../../coach/day.ts';
import type { Units } from '../../coach/load.ts';
import { EFFORTS, type Effort, type Workout } from '../../coach/member.ts';
import { type MilestoneId, together } from '../../coach/milestones.ts';
import type { Unread } from '../../coach/notation/set-notation.ts';
import type { SetDone } from '../../coach/performance.ts';
import type { NextTime } from '../../coach/training/personal.ts';
import type { Text } from '../en.ts';
import { button, card, customId, type MessageBody, row, words } from '../parts.ts';
import { finishButton } from './finish.ts';
import { setsText } from './load.ts';
import { milestoneText } from './milestone.ts';
import { nextTimeLines } from './next-time.ts';
import { reviewButton } from './review.ts';

type Moves = ReadonlyMap<string, Move>;

/** So much may be typed of a workout at once. */
export const SETS_LENGTH = 500;

/** How a workout stands after it was logged, or after something was added to it. */
export interface WorkoutAnswer {
  readonly checkInId: number;
  readonly day: Day;
  readonly isToday: boolean;
  readonly size: Workout['size'];
  /** The missed day that it makes good. */
  readonly repairs?: Day;
  /** The day had no planned session, or had its session already. */
  readonly extra: 'none' | 'unplanned' | 'again';
  readonly streakBefore: number;
  readonly streak: number;
  readonly comeback: boolean;
  /** Absent after the last one. */
  readonly next?: Day;
  /** The week of the day, when no session of that is left to do. */
  readonly weekDone?: number;
  /** The plan is over with it. */
  readonly isEnd?: boolean;
  /** Those that this check-in crossed and that are told here. */
  readonly milestones: readonly MilestoneId[];
  readonly effort?: Effort;
  readonly note?: string;
  /** It answers an edit: what was told when it was logged is not told again. */
  readonly isEdited?: boolean;
  /** What was done, move by move. */
  readonly done: readonly MoveSets[];
  /** How hard it was would say something. */
  readonly asksEffort: boolean;
  /** Rounds of the circuit. */
  readonly rounds: number;
  /** What comes of it. */
  readonly nextTimes: readonly NextTime[];
  readonly unread: readonly Unread[];
  readonly units: Units;
  readonly moves: Moves;
}

export interface MoveSets {
  readonly move: Move;
  readonly sets: readonly SetDone[];
}

export function workoutAnswer(text: Text, answer: WorkoutAnswer): MessageBody {
  const { checkIn: t } = text;
  const { checkInId, effort, done, unread, units, note, isEdited } = answer;
  return card(
    answer.milestones.length > 0 || answer.comeback ? 'celebrate' : 'train',
    words(
      isEdited ? t.edited(answer.day) : headline(text, answer),
      ...done.map(({ move, sets }) => t.doneLine(move.name, setsText(text, units, move, sets))),
      answer.rounds === 0 ? undefined : text.training.roundsDone(answer.rounds),
      effort && t.effort(text.efforts[effort]),
      note && t.noteLine(note),
      answer.extra === 'none' && !isEdited ? t.streak(answer.streak, answer.streakBefore) : undefined,
      answer.comeback ? t.comeback : undefined,
      ...milestoneLines(text, answer.moves, answer.milestones),
      ...nextTimeLines(text, units, answer.nextTimes),
      answer.next === undefined ? t.lastOne : t.next(answer.next),
      ...unreadLines(text, answer.moves, unread),
    ),
    ...(effort === undefined && answer.asksEffort ? rateParts(text, checkInId) : []),
    row(
      ...(done.length === 0 || unread.length > 0
        ? [button('add-sets', addSetsArgument(checkInId, unread), t.addSetsButton)]
        : []),
      ...changeButtons(text, checkInId),
      ...(answer.weekDone === undefined ? [] : [reviewButton(text, answer.weekDone)]),
      ...(answer.isEnd ? [finishButton(text, String(checkInId))] : []),
    ),
  );
}

function headline(text: Text, { extra, day, isToday, size, repairs }: WorkoutAnswer): string {
  const { checkIn: t } = text;
  if (extra === 'unplanned') return t.extra;
  if (extra === 'again') return t.again;
  if (repairs !== undefined) return t.repaired(repairs);
  return size === 'floor' ? t.floor : t.workout(day, isToday);
}

/** How hard it was, with one tap. */
function rateParts(text: Text, checkInId: number): APIComponentInContainer[] {
  return [
    words(text.checkIn.rate),
    row(...EFFORTS.map((effort) => button('rate', `${checkInId}.${effort}`, text.efforts[effort]))),
  ];
}

/** Of the moves that something might mean, so many are named. */
const MOST_MEANT = 3;
/** Of so many pieces it is said why they could not be read; the others are only given back, so that nothing is lost. */
const MOST_EXPLAINED = 6;

function unreadLines(text: Text, moves: Moves, unread: readonly Unread[]): string[] {
  if (unread.length === 0) return [];
  const lines = unread.slice(0, MOST_EXPLAINED).map((piece) => {
    const meant = (piece.candidates ?? []).slice(0, MOST_MEANT).map((id) => moves.get(id)?.name ?? id);
    return text.checkIn.unreadLine(piece, meant);
  });
  const rest = unread.slice(MOST_EXPLAINED).map((piece) => piece.text.replaceAll('`', "'"));
  return ['', text.checkIn.unread, ...lines, ...(rest.length === 0 ? [] : [`- \`${rest.join('; ')}\``])];
}

const CUSTOM_ID_LENGTH = 100;

/** What could not be read goes into the form, if it fits where Discord lets a button keep it. */
function addSetsArgument(checkInId: number, unread: readonly Unread[]): string {
  const whole = `${checkInId}.${unread.map(({ text }) => text).join('; ')}`;
  return customId('add-sets', whole).length <= CUSTOM_ID_LENGTH ? whole : `${checkInId}.`;
}

/** Asks for the sets of a workout that is logged; `argument` is handed back with them. */
export function setsForm(text: Text, argument: string, typed: string): APIModalInteractionResponseCallbackData {
  const { checkIn: t } = text;
  return {
    title: t.setsForm,
    custom_id: customId('add-sets', argument),
    components: [
      {
        type: ComponentType.Label,
        label: t.setsField,
        description: t.setsHint,
        component: {
          type: ComponentType.TextInput,
          style: TextInputStyle.Paragraph,
          custom_id: 'sets',
          min_length: 1,
          max_length: SETS_LENGTH,
          required: true,
          ...(typed !== '' && { value: typed }),
        },
      },
    ],
  };
}

/** Under every check-in, for as long as it can be changed. */
function changeButtons({ checkIn: t }: Text, checkInId: number) {
  return [button('edit', String(checkInId), t.editButton), button('undo', String(checkInId), t.undoButton)];
}

interface LogAnswer {
  readonly checkInId: number;
  readonly day: Day;
  readonly note?: string;
  readonly milestones: readonly MilestoneId[];
}

export interface NightAnswer extends LogAnswer {
  readonly hours: number;
  /** What was said first, where an edit answers. */
  readonly before?: number;
}

export function sleepAnswer(text: Text, moves: Moves, answer: NightAnswer): MessageBody {
  const { checkIn: t } = text;
  const { day, hours, before } = answer;
  const headline = before === undefined ? t.sleep(hours, day) : t.sleepEdited(hours, before, day);
  return logAnswer(text, moves, answer, headline, hours > 9 ? t.sleepLong : t.sleepWords(hours));
}

export interface WaterAnswer extends LogAnswer {
  readonly glasses: number;
  readonly before?: number;
  readonly total: number;
}

export function waterAnswer(text: Text, moves: Moves, answer: WaterAnswer): MessageBody {
  const { checkIn: t } = text;
  const { day, glasses, before, total } = answer;
  const headline = before === undefined ? t.water(glasses, total, day) : t.waterEdited(glasses, before, total, day);
  return logAnswer(text, moves, answer, headline, t.waterWords);
}

function logAnswer(
  text: Text,
  moves: Moves,
  { checkInId, note, milestones }: LogAnswer,
  ...said: string[]
): MessageBody {
  return card(
    'rest',
    words(...said, note && text.checkIn.noteLine(note), ...milestoneLines(text, moves, milestones)),
    row(...changeButtons(text, checkInId)),
  );
}

/** `streak` is told when what was taken back was a workout. */
export function undoneAnswer(text: Text, streak: number | undefined): MessageBody {
  const { checkIn: t } = text;
  return card('plain', words(streak === undefined ? t.undoneOther : t.undone(streak)));
}

function milestoneLines(text: Text, moves: Moves, milestones: readonly MilestoneId[]): string[] {
  return together(milestones).map((id) => text.checkIn.milestone(milestoneText(text, moves, id)));
}
